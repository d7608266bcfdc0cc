"""Understand a request: what is asked, by the conversation so far and by what is on file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.asked import asks_newest, asks_present_figure
from assistant.asking.by_union import by_union
from assistant.asking.elliptic import insists
from assistant.asking.followups.about_answer import About, is_about_answer
from assistant.asking.followups.bound_only import Bound, bound_asked, bound_of
from assistant.asking.followups.corrections import asks_another
from assistant.asking.followups.moved import as_postponed
from assistant.asking.followups.otherwise import leaning, of_the_other_side, of_what_it_branches_off
from assistant.asking.followups.present import (
    asks_how_much_now,
    asks_if_it_holds,
    asks_if_still_so,
    asks_only_of_now,
)
from assistant.asking.followups.pressing import asked_before, only_presses, without_pressing
from assistant.asking.followups.shifting import shifts_period
from assistant.asking.followups.standalone import (
    asked_outright,
    asks_circumstance,
    goes_on,
    goes_on_for_sure,
    own_question,
    standalone,
    stands_alone,
)
from assistant.asking.followups.substitution import only_period
from assistant.asking.question import Question, asks_for_latest, looks_ahead, understand
from assistant.asking.request import AskRequest, without_messages
from assistant.asking.scope import refuse_inverted
from assistant.asking.still_asked import asks_by_name_if_it_holds, of_measure, whether_it_ended
from assistant.asking.typed.language import is_foreign
from assistant.asking.typed.line import as_line
from assistant.asking.typed.pleasantries import asks_nothing
from assistant.asking.typed.spelling import as_meant
from assistant.choosing.goods_of_origin import origin_asked, without_origin
from assistant.choosing.in_place_of import in_place_of
from assistant.declining.abstention import Refusal
from assistant.kinds.ahead import asks_ahead
from assistant.kinds.definitions import term_asked
from assistant.reading.goods import goods_in
from assistant.reading.periods import in_a_year_of
from assistant.steps.at_hand import AtHand, is_on_others, of_its_own
from assistant.steps.of_the_answer import of_the_answer
from assistant.steps.so_far import Answered, SoFar
from assistant.steps.work import Work
from ingest.text.dates import is_to_come
from vectorstore.settings import DEFAULT_ENCODER
from vectorstore.store import Store

_CONJUNCTION = re.compile(r"^\W*(?:(?:and|so|but|ok(?:ay)?)\W+)+", re.I)


@dataclass(frozen=True, slots=True)
class Readings:
    """The work on a request as its words say, and as it may be meant besides; the first answered is told."""

    plain: Work  # whose refusal is told where none is answered
    first: tuple[Work, ...] = ()
    leaned: Work | None = None  # on the question before; told where it answers about as well as `plain`
    at_hand: Work | None = None  # `leaned`, of the briefings at hand alone; told as that is
    within: Work | None = None  # a follow-up, of the briefings at hand alone; told before all others
    then: tuple[Work, ...] = ()
    alone: Work | None = None  # a follow-up that may be none; told where the others answer worse
    anew: bool = False  # whether `alone` only leaves out what was declined; told where it is answered alike
    ended: Work | None = None  # whether it still holds, where asked when it ended; told if that says it ended
    told: Work | None = None  # what was told before, of which it is asked if it holds; told if that is newer
    measure: "Readings | None" = None  # what told a measure, of which only a day is asked
    bound: Bound | None = None  # which day that is
    by_name: bool = False  # whether the measure is named with it
    pressed: str = ""  # what was typed, where that asks nothing but the question before
    about: About | None = None  # what is asked of the answer to that
    pages: int = 0  # how often more of it was asked for


class Understanding:
    """Reads requests over one open home."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.at_hand = AtHand(store)

    def readings(self, request: AskRequest, answered: Answered) -> Readings:
        """Return the work on each reading of a request; QuestionError when there is nothing to answer.

        A question may be a follow-up without a word that says so. What is asked of a member of a customs
        union is asked of the union, too: first where the rate on its goods is asked for.
        What is ahead is asked of everything where that of what came before has none.
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
        line = _line(request.question)
        if again := _pressed_for(request):
            return replace(self.readings(again, answered), pressed=request.question)
        foreign = self._reads_english and is_foreign(line)
        if asks_nothing(line) or only_presses(line) or is_about_answer(line) or foreign:
            return Readings(replace(self._work(request, line), refusal=Refusal("no-subject")))
        text = self._meant(line)
        so_far = SoFar(self.at_hand, self._meant, self.assumed(request))
        earlier, stepped = so_far.asked(request, answered)
        if before := so_far.before(text, [stepped] if stepped else earlier, request, answered):
            return Readings(self._work(request, before))
        if earlier:
            text = as_postponed(text, standalone(earlier[-1], earlier[:-1]))
        if direct := asked_outright(text, earlier):
            text, earlier = direct, []  # as though nothing had been asked before
        joined, leans = standalone(text, earlier), leaning(text, earlier)
        if _is_on_other_goods(text, joined):
            joined, leans = text, joined
        of_now = joined != text and (asks_only_of_now(text) or asks_how_much_now(text))
        of_now = of_now and not asks_if_still_so(text)
        plain = self._work(request, joined, joined if of_now else text)
        last = standalone(earlier[-1], earlier[:-1]) if earlier else ""
        plain = replace(plain, in_place=in_place_of(text, last, joined))
        within = None
        if joined != text and not insists(text):
            plain = replace(plain, at_hand=self.at_hand.briefings(request, answered))
            others = is_on_others(text, plain.at_hand, self._store, plain.question.as_of)
            of_another = only_period(text) is not None or shifts_period(text)
            others = others or of_another  # another period may be told of in others alone
            others = others or asks_another(text, last)
            if plain.at_hand and not others and not asks_for_latest(text):
                within = replace(plain, question=of_its_own(plain.question), within=True)
        if joined != text and asks_if_it_holds(text):  # which of itself is on nothing
            whole = tuple(replace(concept, context=False) for concept in plain.question.concepts)
            plain = replace(plain, question=replace(plain.question, concepts=whole))
        alone = plain if plain.question.standalone == text else self._work(request, text)
        if term_asked(alone.question) or (asks_newest(alone.question) and not goes_on(text)):
            return Readings(alone)
        if asks_by_name_if_it_holds(alone.question) and not goes_on(_CONJUNCTION.sub("", text)):
            plain, leans = alone, None
        leaned = self._work(request, leans, text) if leans else None
        at_hand = self._at_hand(leaned, text, request, answered) if leaned else None
        union = by_union(plain.question, plain.question.as_of or self.assumed(request))
        of_union = (self._work(request, union),) if union else ()
        ahead = (alone,) if alone is not plain and asks_ahead(alone.question) else ()
        other = of_the_other_side(text, earlier)
        swapped = in_place_of(text, last, other) if other else None
        of_other = (replace(self._work(request, other, text), in_place=swapped),) if other else ()
        trunk = of_what_it_branches_off(text, earlier)
        of_trunk = (self._work(request, trunk, text),) if trunk else ()
        itself = replace(alone, at_hand=plain.at_hand) if alone is not plain and stands_alone(text) else None
        own = own_question(text)
        anew = joined != text != own and stands_alone(own) and self.at_hand.declined(request, answered)
        if anew:
            itself = self._work(request, own)
        of_origin = tuple(self._of_origin((*([leaned] if leaned else []), plain, *of_union)))
        if plain.question.faces:
            first, then = (*of_origin, *of_union), (*of_other, *of_trunk, *ahead)
        else:
            first, then = of_origin, (*of_union, *of_other, *of_trunk, *ahead)
        holds = earlier and not stepped and asks_if_it_holds(text)
        told = self._work(request, last, earlier[-1]) if holds else None
        ended = self._ended(plain)
        bound, measure = bound_asked(text) if earlier else None, None
        in_full = bound_of(text)
        named = in_full and ((joined == text and not leans) or goods_in(in_full[1]))
        if in_full and named:
            bound, asked_of = in_full
            measure = self.readings(replace(request, question=asked_of, history=()), answered)
        elif bound:
            measure = self._of_measure(request, answered)
        return Readings(
            plain, first, leaned, at_hand, within, then,
            alone=itself, anew=anew, ended=ended, told=told,
            measure=measure, bound=bound, by_name=bool(named),
        )  # fmt: skip

    def _of_measure(self, request: AskRequest, answered: Answered) -> Readings | None:
        """Return the readings of the last question that asked for more than a circumstance of one before."""
        asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
        texts = [self._meant(request.history[at].content) for at in asked]
        for turn in range(len(asked) - 1, -1, -1):
            if not asks_circumstance(texts[: turn + 1]):
                at = asked[turn]
                before = replace(request, question=request.history[at].content, history=request.history[:at])
                return self.readings(before, answered)
        return None

    def _ended(self, plain: Work) -> Work | None:
        """Return the work on the question whether a measure still holds, where it is asked when it ended."""
        whole = plain.question.standalone
        asked = whether_it_ended(whole)
        return replace(self._work(plain.request, asked), read_as=whole) if asked else None

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
            if of.origin:
                anywhere = without_origin(of.question.standalone, of.origin.party)
                whole = of.question.standalone
                work = self._work(of.request, anywhere)
                yield replace(work, origin=replace(of.origin, named=False), read_as=whole)

    def _meant(self, message: str) -> str:
        return without_pressing(as_meant(message, self._store))

    def _work(self, request: AskRequest, standalone: str, text: str | None = None) -> Work:
        question = self.question(request, standalone, text)
        return Work(request, question, self._newest(question.as_of))

    def question(self, request: AskRequest, standalone: str, text: str | None = None) -> Question:
        """Understand a standalone question by what is on file; `text` is what was typed of it."""
        question = of_measure(understand(standalone, self.assumed(request), text, request.as_of))
        if asks_present_figure(question):
            question = replace(question, latest=True)
        if any(period.year_assumed for period in question.periods):
            days = {facts.published for facts in self._store.versions.facts(question.as_of).values()}
            ahead = looks_ahead(question)
            question = replace(
                question, periods=tuple(in_a_year_of(p, days, ahead) for p in question.periods)
            )
        return question

    @property
    def _reads_english(self) -> bool:
        """Whether the encoder is the default one; who chose another did so for other languages."""
        return self._store.encoder.identity.name == DEFAULT_ENCODER

    def assumed(self, request: AskRequest) -> date:
        """Return the day that a date without a year is read near."""
        return request.as_of or self._newest(None) or date.today()

    def _newest(self, as_of: date | None) -> date | None:
        """Return the day of the newest briefing that may be read, but for days still to come: mistakes."""
        days = {f.published for f in self._store.catalogue.facts().values() if f.published}
        if as_of:
            return max((day for day in days if day <= as_of), default=None)
        today = date.today()
        return max((day for day in days if not is_to_come(day, today)), default=max(days, default=None))


def _line(question: str) -> str:
    return as_line(
        question,
        "question",
        "Ask, for example: what is the status of Japan-US talks?",
        "Ask in a sentence or two; take a longer text in as a briefing.",
    )


def _pressed_for(request: AskRequest) -> AskRequest | None:
    """Return the question before as it was asked, where a message only presses for its answer.

    >>> from assistant.asking.request import Turn
    >>> again = _pressed_for(AskRequest("are you sure?", (Turn("user", "the duty on rice?"),)))
    >>> again.question, again.history
    ('the duty on rice?', ())
    """
    asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
    if not asked or asks_nothing(request.question) or not only_presses(request.question):
        return None
    before = request.history[asked[-1]]
    return replace(request, question=before.content, history=request.history[: asked[-1]])


def _is_on_other_goods(text: str, joined: str) -> bool:
    """Whether a question was only joined to the one before for being short, and names goods that it does not.

    >>> _is_on_other_goods("how much rice was sold?", "how much rice was sold? (what is the duty on steel?)")
    True
    """
    before = joined.removeprefix(f"{text} (")
    return before != joined and not goes_on_for_sure(text) and bool(goods_in(text) - goods_in(before))
