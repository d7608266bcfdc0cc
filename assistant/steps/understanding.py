"""Understand a request: what is asked, by the conversation so far and by what is on file."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.asking.after_an_event import without_event
from assistant.asking.asked import asks_newest
from assistant.asking.bounds_told import Bound
from assistant.asking.by_union import by_union
from assistant.asking.elliptic import insists
from assistant.asking.followups.about_answer import is_about_answer
from assistant.asking.followups.bound_only import bound_asked, bound_of
from assistant.asking.followups.carrying import thing_asked
from assistant.asking.followups.corrections import asks_another
from assistant.asking.followups.going_on import asks_first, goes_on, own_question, stands_alone
from assistant.asking.followups.otherwise import of_the_other_side, of_what_it_branches_off
from assistant.asking.followups.own_subject import is_name, may_stand_alone, stands_for_nothing
from assistant.asking.followups.present import asks_if_it_holds
from assistant.asking.followups.pressing import asked_before, only_presses
from assistant.asking.followups.shifting import shifts_period
from assistant.asking.followups.substitution import only_period
from assistant.asking.question import asks_for_latest
from assistant.asking.request import AskRequest, without_messages
from assistant.asking.requests import requests_in
from assistant.asking.scope import refuse_inverted
from assistant.asking.still_asked import asks_by_name_if_it_holds, whether_it_ended, whether_it_stands
from assistant.asking.typed.beside import wishes_short, without_beside
from assistant.asking.typed.claims import claim_asked
from assistant.asking.typed.language import is_foreign
from assistant.asking.typed.line import as_line
from assistant.asking.typed.pleasantries import asks_nothing
from assistant.choosing.goods_of_origin import Origin, any_origin, origin_asked, without_origin
from assistant.choosing.in_place_of import in_place_of
from assistant.declining.abstention import Refusal
from assistant.kinds.ahead import asks_ahead
from assistant.kinds.definitions import term_asked
from assistant.kinds.rate_course import asks_rate_course
from assistant.reading.goods import goods_in
from assistant.reading.typed_years import day_as_year
from assistant.steps.at_hand import AtHand, is_on_others, of_its_own
from assistant.steps.message import Message, message_in
from assistant.steps.of_the_answer import of_the_answer
from assistant.steps.question_before import QuestionBefore, pressed_for
from assistant.steps.questions_on_file import QuestionsOnFile
from assistant.steps.readings import Readings
from assistant.steps.so_far import Answered, SoFar
from assistant.steps.work import Work
from vectorstore.patterns import pattern
from vectorstore.store import Store

_CONJUNCTION = pattern(r"^\W*(?:(?:and|so|but|ok(?:ay)?)\W+)+", re.I)
_ASKS_WHO = pattern(r"\b(?:who|whom|whose|which)\b", re.I)


class Understanding:
    """Reads requests over one open home."""

    def __init__(self, store: Store, questions: QuestionsOnFile) -> None:
        self._store = store
        self._questions = questions
        self.at_hand = AtHand(store)

    def readings(self, request: AskRequest, answered: Answered) -> Readings:
        """Return the work on each reading of a request; QuestionError when there is nothing to answer.

        A greeting, thanks, and what is not in English are declined at once, and what came before goes on
        behind them. What only presses for an answer is the question before, asked just as it was: no pressure
        makes evidence of it. So is what is asked of the last answer itself, of which that is shown.
        `answered` answers the question before, where a follow-up asks for the state before that.
        """
        typed = request.question
        refuse_inverted(request.published_from, request.published_to)
        history = without_messages(request.history, asks_nothing)
        request = replace(request, history=asked_before(history))
        request, about, pages = of_the_answer(request)
        if about:
            return replace(self.readings(request, answered), pressed=typed, about=about, pages=pages)
        _line(typed)  # all of it has to be a question's length
        line = _line(without_beside(claim_asked(request.question)))
        before = QuestionBefore(self.at_hand, self._meant(request))
        if again := before.claimed(request, answered) or pressed_for(request):
            return replace(self.readings(again, answered), pressed=request.question)
        foreign = self._questions.are_english and is_foreign(line)
        if asks_nothing(line) or only_presses(line) or is_about_answer(line) or foreign:
            return Readings(replace(self._work(request, line), refusal=Refusal("no-subject")))
        text = self._meant(request)(line)
        if not request.history and (word := stands_for_nothing(text)):
            return Readings(
                replace(self._work(request, text), refusal=Refusal("no-subject", stands_for=word.lower()))
            )
        so_far = SoFar(self.at_hand, self._meant(request), self._questions.assumed(request))
        earlier, stepped = so_far.asked(request, answered)
        if back := so_far.before(text, [stepped] if stepped else earlier, request, answered):
            return Readings(self._work(request, back))
        readings = self._of_message(message_in(text, earlier), bool(stepped), request, answered)
        short = wishes_short(typed) and not requests_in(text)
        return replace(readings, short=short, of_nothing=before.is_of_nothing(text, request, answered))

    def _meant(self, request: AskRequest) -> Callable[[str], str]:
        """Return what reads a message of a request as it was meant, by what was on file on its day."""
        return partial(self._questions.meant, assumed=self._questions.assumed(request), as_of=request.as_of)

    def _of_message(
        self, message: Message, stepped: bool, request: AskRequest, answered: Answered
    ) -> Readings:
        """Return the readings of a message that asks something; `stepped` where it goes on from a step back.

        A question may be a follow-up without a word that says so.
        """
        text = message.text
        plain, within = self._as_joined(message, request, answered)
        alone = plain if message.joined == text else self._work(request, text)
        of_all = asks_newest(alone.question) or asks_rate_course(alone.question)
        if term_asked(alone.question) or (of_all and not goes_on(text)):
            return Readings(alone)
        if asks_by_name_if_it_holds(alone.question) and not goes_on(_CONJUNCTION.sub("", text)):
            plain, message = alone, replace(message, leans=None)
        leaned = self._work(request, message.leans, text) if message.leans else None
        itself, anew = self._by_its_words(message, plain, alone, request, answered)
        first, then = self._besides(message, plain, alone, leaned)
        holds = message.earlier and not stepped and asks_if_it_holds(text)
        measure, bound, by_name = self._day_of_measure(message, alone, answered)
        return Readings(
            plain,
            first,
            leaned,
            self._at_hand(leaned, text, request, answered) if leaned else None,
            within,
            then,
            alone=itself,
            named=self._of_name(message, request),
            anew=anew,
            ended=self._read_as(plain, whether_it_ended(plain.question.standalone)),
            stands=self._read_as(plain, whether_it_stands(plain.question.standalone)),
            told=self._work(request, message.before, message.earlier[-1]) if holds else None,
            measure=measure,
            bound=bound,
            by_name=by_name,
        )

    def _as_joined(
        self, message: Message, request: AskRequest, answered: Answered
    ) -> tuple[Work, Work | None]:
        """Return the work on the whole question, and of the briefings at hand where it may be on those."""
        text = message.text
        plain = self._work(request, message.joined, message.joined if message.asks_of_now else text)
        plain = replace(plain, in_place=in_place_of(text, message.before, message.joined))
        within = None
        if message.follows and not insists(text):
            plain = replace(plain, at_hand=self.at_hand.briefings(request, answered))
            others = is_on_others(text, plain.at_hand, self._store, plain.question.as_of)
            of_another = only_period(text) is not None or shifts_period(text)
            others = others or of_another  # another period may be told of in others alone
            others = others or asks_another(text, message.before)
            if plain.at_hand and not others and not asks_for_latest(text):
                within = replace(plain, question=of_its_own(plain.question), within=True)
        if message.follows and asks_if_it_holds(text):  # which of itself is on nothing
            whole = tuple(replace(concept, context=False) for concept in plain.question.concepts)
            plain = replace(plain, question=replace(plain.question, concepts=whole))
        return plain, within

    def _by_its_words(
        self, message: Message, plain: Work, alone: Work, request: AskRequest, answered: Answered
    ) -> tuple[Work | None, bool]:
        """Return the work on a follow-up that may be none; whether it only leaves out what was declined."""
        text, own = message.text, own_question(message.text)
        anew = message.joined != text != own and stands_alone(own)
        if anew and self.at_hand.declined(request, answered):
            return self._work(request, own), True
        if alone is plain or not asks_first(text):
            return None, False
        itself = replace(alone, at_hand=plain.at_hand)
        if stands_alone(text):
            return itself, False
        parties = frozenset(plain.question.parties) - {"US"}
        if not (parties and may_stand_alone(text)):
            return None, False
        return replace(itself, read_as=plain.question.standalone, kin=parties), False

    def _of_name(self, message: Message, request: AskRequest) -> Work | None:
        """Return the work on the name alone that a follow-up is: a firm nobody spoke of is another subject.

        Behind "who is on the list?" it is what the answer to that may be.
        """
        if not (message.follows or message.leans) or _ASKS_WHO.search(message.earlier[-1]):
            return None
        lower = message.text[:1].lower() + message.text[1:]  # with a capital letter many a question begins
        named = thing_asked(lower)
        return self._work(request, named) if named and is_name(named) else None

    def _besides(
        self, message: Message, plain: Work, alone: Work, leaned: Work | None
    ) -> tuple[tuple[Work, ...], tuple[Work, ...]]:
        """Return the other readings that are told before the words as they stand, and those told after.

        What is asked of a member of a customs union is asked of the union, too: first where the rate on its
        goods is asked for. What is ahead is asked of everything where that of what came before has none.
        """
        request = plain.request
        union = by_union(plain.question, plain.question.as_of or self._questions.assumed(request))
        of_union = (self._work(request, plain.question.as_stated(union)),) if union else ()
        ahead = (alone,) if alone is not plain and asks_ahead(alone.question) else ()
        ahead = (*ahead, *self._more_loosely(plain))
        of_other = tuple(self._branching(message, request))
        of_origin = tuple(self._of_origin((*([leaned] if leaned else []), plain, *of_union)))
        held = tuple(self._of_any_origin(plain, any_origin(plain.question)))
        if plain.question.faces:
            return (*of_origin, *of_union), (*held, *of_other, *ahead)
        return of_origin, (*held, *of_union, *of_other, *ahead)

    def _more_loosely(self, plain: Work) -> Iterator[Work]:
        """Yield the work on a question with a day read as a year, and without the event it asks of after."""
        question = plain.question
        days = [p.start for p in question.periods if p.year_assumed and p.first == p.last]
        year = day_as_year(question.standalone, days, self._questions.assumed(plain.request))
        for asked in (year, without_event(question.standalone)):
            if work := self._read_as(plain, asked):
                yield work

    def _branching(self, message: Message, request: AskRequest) -> Iterator[Work]:
        """Yield the work on a message as one on another party, and as one on what came before the last."""
        if other := of_the_other_side(message.text, message.earlier):
            swapped = in_place_of(message.text, message.before, other)
            yield replace(self._work(request, other, message.text), in_place=swapped)
        if trunk := of_what_it_branches_off(message.text, message.earlier):
            yield self._work(request, trunk, message.text)

    def _day_of_measure(
        self, message: Message, alone: Work, answered: Answered
    ) -> tuple[Readings | None, Bound | None, bool]:
        """Return the readings of the measure of which a day is asked, which day, and whether it is named."""
        request = alone.request
        in_full = bound_of(alone.question.text)
        if in_full and (not (message.follows or message.leans) or goods_in(in_full[1])):
            bound, asked_of = in_full[0], alone.question.as_stated(in_full[1])
            return self.readings(replace(request, question=asked_of, history=()), answered), bound, True
        asked = bound_asked(message.text) if message.earlier else None
        return self._of_measure(request, answered) if asked else None, asked, False

    def _of_measure(self, request: AskRequest, answered: Answered) -> Readings | None:
        """Return the readings of the last question that asked for more than a circumstance of one before."""
        trunk = QuestionBefore(self.at_hand, self._meant(request)).measure(request)
        return self.readings(trunk, answered) if trunk else None

    def _read_as(self, plain: Work, asked: str | None) -> Work | None:
        """Return the work on a question as it may be asked in other words, which tell more of it."""
        if not asked:
            return None
        question = plain.question
        return replace(self._work(plain.request, question.as_stated(asked)), read_as=question.standalone)

    def _at_hand(self, leaned: Work, text: str, request: AskRequest, answered: Answered) -> Work | None:
        """Return the work on a question that may be a follow-up, of the briefings at hand alone."""
        briefings = self.at_hand.briefings(request, answered)
        others = is_on_others(text, briefings, self._store, leaned.question.as_of)
        if not briefings or others or asks_for_latest(text):
            return None
        return replace(leaned, at_hand=briefings, question=of_its_own(leaned.question), within=True)

    def _of_origin(self, works: Sequence[Work]) -> Iterator[Work]:
        """Yield the readings for the rate on a party's goods, where it is asked: of its own, of all."""
        asked = [replace(of, origin=origin) for of in works if (origin := origin_asked(of.question))]
        yield from asked
        for of in asked[:1]:
            yield from self._of_any_origin(of, of.origin)

    def _of_any_origin(self, asked: Work, origin: Origin | None) -> Iterator[Work]:
        """Yield the reading for what is charged on such goods from anywhere."""
        if origin:
            whole = asked.question.standalone
            work = self._work(asked.request, asked.question.as_stated(without_origin(whole, origin.party)))
            yield replace(work, origin=replace(origin, named=False), read_as=whole)

    def _work(self, request: AskRequest, standalone: str, text: str | None = None) -> Work:
        return self._questions.work(request, standalone, text)


def _line(question: str) -> str:
    return as_line(
        question,
        "question",
        "Ask, for example: what is the status of Japan-US talks?",
        "Ask in a sentence or two; take a longer text in as a briefing.",
    )
