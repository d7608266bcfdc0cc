"""The course of one reading of a question, from what is found to a draft.

    find -> arrange -> compose

A comparison goes it once for each side. A question on a time gone by that has no answer of that time goes it
again as of before: what was set holds until it is changed.
"""

from collections.abc import Set
from dataclasses import replace

from assistant.asking.asked import others_than_us
from assistant.asking.charge_asked import asks_charged_under, asks_what_held, words_beside_a_charge
from assistant.asking.question import Question
from assistant.choosing.evidence import is_of_others
from assistant.choosing.extractive import evidence_of
from assistant.choosing.similarity import SentenceVectors
from assistant.declining.abstention import Refusal
from assistant.kinds.began import tells_what_began
from assistant.reading.rates import rates_in
from assistant.steps.arranging import Arranging
from assistant.steps.composing import Composing
from assistant.steps.judging import Judging
from assistant.steps.on_its_side import Name, on_its_side, own_names
from assistant.steps.questions_on_file import QuestionsOnFile
from assistant.steps.searching import Searching
from assistant.steps.side_by_side import holds_all, side_by_side
from assistant.steps.sides import sides_of
from assistant.steps.work import Work
from vectorstore.store import Store

ON_IT = 0.9  # of the subject's weight, reached by what tells the rate that held on a day


class Course:
    """Goes it over one open home."""

    def __init__(
        self, store: Store, questions: QuestionsOnFile, judging: Judging, vectors: SentenceVectors
    ) -> None:
        self._questions, self._judging = questions, judging
        self._arranging = Arranging(store, judging)
        self.composing = Composing(store, vectors, judging)
        self.searching = Searching(store, judging.shares, vectors)

    def drafted(self, work: Work) -> Work:
        """Return the work with the draft of an answer, or with a refusal."""
        if work.refusal:  # it asks nothing
            return work
        if not words_beside_a_charge(work.question) and (held := self._held_then(work)):
            return held
        return self._answered(self.searching.find(work))

    def _answered(self, found: Work) -> Work:
        """Answer from what was found; where that is no answer, from before the time asked about."""
        arranged = self._arranging.arranged(found)
        if not arranged.shown and (compared := self._compared(arranged)):
            return compared
        work = self.composing.composed(arranged)
        if not work.refusal:
            return work
        if words_beside_a_charge(work.question) and (held := self._held_then(arranged)):
            return held
        return self._before(arranged, work.refusal) or work

    def _compared(self, work: Work) -> Work | None:
        """Answer each side of a comparison by itself; None where a sentence has all, or a side no answer."""
        texts = sides_of(work.question, self._questions.assumed(work.request))
        asked = [self._questions.question(work.request, work.question.as_stated(text)) for text in texts]
        if not asked or any(holds_all(e, work.parts, asked) for e in work.evidence[:1]):
            return None
        own = own_names(asked)
        others = [set[Name]().union(*(of for of in own if of is not mine)) for mine in own]
        sides = zip(asked, own, others, strict=True)
        return side_by_side(work, [self._side(replace(work, question=of), *names) for of, *names in sides])

    def _side(self, work: Work, own: Set[Name], others: Set[Name]) -> Work:
        """Answer one side, with what is on it alone where what leads is not, and that is an answer."""
        drafted = self.drafted(work)
        narrowed = on_its_side(drafted, own, others, self._judging.judge)
        composed = self.composing.composed(narrowed) if narrowed else drafted
        return drafted if composed.refusal else composed

    def _held_then(self, work: Work) -> Work | None:
        """Answer with the rate that held in a period gone by, or since a day; None where none is asked."""
        question = work.question
        then = self._as_of_then(work)
        of_goods = words_beside_a_charge(question) and then and not asks_charged_under(then)
        if then is None or not (of_goods or others_than_us(question)):
            return None
        find = self.searching.by_words if of_goods else self.searching.find
        held = self._answered(find(replace(work, question=then)))
        told = evidence_of(held.draft)
        if held.refusal or not any(rates_in(e.said) and not is_of_others(e, question) for e in told):
            return None
        first = held.draft[0].evidence.marks
        sure = first.sets or (first.detail and first.subject >= ON_IT)
        return held if sure or question.past or question.since or not of_goods else None

    def _as_of_then(self, work: Work) -> Question | None:
        """Ask what held in a period, or since a day, as what is the latest; None where that is not asked.

        A rate holds until it is changed, so what was known on the period's last day is as good.
        """
        question = work.question
        faces = question.faces or not others_than_us(question)
        if question.since and faces and "rate" in question.details:
            return replace(question, since=None, latest=True)
        if asks_what_held(question, self._questions.assumed(work.request)):
            last = min(filter(None, (question.periods[0].last, question.as_of)))
            return replace(question, periods=(), as_of=last, latest=True, past=False)
        return None

    def _before(self, work: Work, refusal: Refusal) -> Work | None:
        """Tell what answers a "since DATE" question that was declined, but from before that date."""
        question = work.question
        if not question.since:
            return None
        before = self._answered(
            self.searching.by_words(replace(work, question=replace(question, since=None)))
        )
        if before.refusal:
            return None
        if tells_what_began(question, before.draft[0].evidence):
            return replace(before, question=question)
        nothing = replace(refusal, kind="nothing-since")
        return replace(before, question=question, hits=work.hits, refusal=nothing)
