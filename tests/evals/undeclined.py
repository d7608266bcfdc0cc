"""Answer every question and decline none, so that where to decline can be decided afterwards.

What the full system would have declined is known from the signals that it declines by. So one
pass over a question set tells what any threshold gives, and two versions of answering can be
compared while both decline equally often.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from unittest.mock import patch

from assistant.answering import Answering
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.declining.abstention import Refusal, Signals, signals_of
from assistant.declining.names_asked import NO_TEXTS
from assistant.evaluation.outcomes import OnFile, Outcome, judge
from assistant.evaluation.questions import QuestionLine
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class Undeclined:
    """A question answered whatever the signals say.

    `answered` is what came of it, `declined` what would have, had it been declined. `signals` is None when
    nothing was weighed: there is nothing to say, or the answer `is_latest`, which is never declined.
    """

    answered: Outcome
    declined: Outcome
    signals: Signals | None
    is_latest: bool = False

    @property
    def by_rule(self) -> bool:
        """Whether the question is declined whatever its signals."""
        return not self.is_latest and (self.signals is None or self.signals.by_rule)

    @property
    def would_decline(self) -> bool:
        """Whether the full system declines it."""
        return self.by_rule or (self.signals is not None and self.signals.confidence < 0)


def answer_all(store: Store, answering: Answering, lines: Sequence[QuestionLine]) -> list[Undeclined]:
    """Answer each question as the page would, but decline none that has any evidence."""
    published = {of.source: of.published for of in store.catalogue.facts().values()}
    found = []
    for line in lines:
        seen: list[Signals] = []

        def refusal_of(
            question: Question,
            chosen: Sequence[Evidence],
            parts: Sequence[Weighed],
            newest: date | None,
            similarity: float,
            _least: float = 0.0,
            texts: Mapping[str, str] = NO_TEXTS,
            *,
            seen: list[Signals] = seen,
        ) -> Refusal | None:
            if not chosen:
                return Refusal("no-subject")
            seen.append(signals_of(question, chosen, parts, newest, similarity, texts))
            return None

        with patch("assistant.steps.refusing.refusal_of", refusal_of):
            answer = answering.answer(line.request)
        cited = store.catalogue.current(list({citation.briefing_id for citation in answer.citations}))
        on_file = OnFile({id: briefing.text for id, briefing in cited.items()}, published)
        refused = replace(answer, answer="", sentences=(), citations=(), abstention="no-detail")
        found.append(
            Undeclined(
                judge(line, answer, on_file),
                judge(line, refused, on_file),
                None if answer.abstained or not seen else seen[0],
                is_latest=not (answer.abstained or seen),
            )
        )
    return found


def surest_first(found: Sequence[Undeclined], rule: bool = True) -> list[int]:
    """Order questions by the log-odds that their answer is one, what is the latest before all.

    Those declined by rule come last; without `rule`, only the log-odds count.
    """

    def sureness(number: int) -> tuple[bool, bool, bool, float, int]:
        of = found[number]
        if of.signals is None:
            return of.is_latest, of.is_latest, of.is_latest, 0.0, -number
        return False, True, not (rule and of.by_rule), of.signals.confidence, -number

    return sorted(range(len(found)), key=sureness, reverse=True)


def with_declined(found: Sequence[Undeclined], declined: int, rule: bool = True) -> list[Outcome]:
    """Return the outcomes when the `declined` least sure questions are declined, in the order of asking.

    More are declined when more have no evidence at all, or are declined by rule.
    """
    order = surest_first(found, rule)
    forced = sum(of.by_rule and (rule or of.signals is None) for of in found)
    kept = set(order[: len(order) - max(declined, forced)])
    return [of.answered if number in kept else of.declined for number, of in enumerate(found)]
