"""Compare a run with an earlier one: which questions are answered otherwise, and by what new evidence.

An answer changed when its text or what it cites did; how long it took does not matter, nor where
in a briefing the quoted words now stand. One declined before and now did not change for having another
nearest briefing, only where there was nothing on its subject and now there is, or the other way round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from assistant.evaluation.history import KeptAnswer, KeptRun

Turn = Literal["newly declined", "newly answered", "other answer", "other evidence", "declined otherwise"]
TURNS: tuple[Turn, ...] = (
    "newly declined",
    "newly answered",
    "other answer",
    "other evidence",
    "declined otherwise",
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer cites; `arrived` says whether it came on file after the run before, None: unknown."""

    source: str
    title: str
    published: str | None
    quote: str
    arrived: bool | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Side:
    """An answer before or now; `abstention` says how it declined, None when it answered."""

    answer: str
    abstention: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is answered otherwise than before."""

    id: str
    question: str
    as_of: str | None
    turn: Turn
    before: Side
    now: Side

    @property
    def new_evidence(self) -> tuple[Evidence, ...]:
        """What is cited now and was not before."""
        return tuple(found for found in self.now.evidence if found not in self.before.evidence)

    @property
    def gone_evidence(self) -> tuple[Evidence, ...]:
        """What was cited before and is no longer."""
        return tuple(found for found in self.before.evidence if found not in self.now.evidence)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "question": self.question,
            "as_of": self.as_of,
            "turn": self.turn,
            "before": asdict(self.before),
            "now": asdict(self.now),
            "new_evidence": [asdict(found) for found in self.new_evidence],
            "gone_evidence": [asdict(found) for found in self.gone_evidence],
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the run before; `since` is None when there was none to compare with."""

    since: datetime | None
    briefings_before: int
    briefings_now: int
    changed: tuple[Change, ...] = ()
    unchanged: int = 0
    added: tuple[str, ...] = ()  # ids of questions that were not asked before
    removed: tuple[str, ...] = ()  # ids of those that are no longer asked

    def to_json(self) -> dict[str, Any]:
        """What a report holds of it."""
        return {
            "since": self.since.isoformat() if self.since else None,
            "briefings_before": self.briefings_before,
            "briefings_now": self.briefings_now,
            "changed": [change.to_json() for change in self.changed],
            "unchanged": self.unchanged,
            "added": [*self.added],
            "removed": [*self.removed],
        }


def changes_between(
    before: KeptRun | None, now: KeptRun, taken_in: Mapping[str, str] | None = None
) -> Changes:
    """Compare two runs by question; the same id asking something else is another question.

    `taken_in` says of sources on file when they were taken in, as ISO 8601 moments.
    """
    if before is None:
        return Changes(None, 0, now.briefings)
    then = {(kept.id, kept.asked): kept for kept in before.answers}
    arrived = {of: datetime.fromisoformat(at) > before.made for of, at in (taken_in or {}).items() if at}
    changed: list[Change] = []
    unchanged = 0
    added: list[str] = []
    for kept in now.answers:
        old = then.pop((kept.id, kept.asked), None)
        if old is None:
            added.append(kept.id)
        elif change := _change(old, kept, arrived):
            changed.append(change)
        else:
            unchanged += 1
    changed.sort(key=lambda change: TURNS.index(change.turn))  # stable: else in the order of the set
    return Changes(
        before.made,
        before.briefings,
        now.briefings,
        tuple(changed),
        unchanged,
        tuple(added),
        tuple(kept.id for kept in then.values()),
    )


def _change(old: KeptAnswer, new: KeptAnswer, arrived: Mapping[str, bool]) -> Change | None:
    before, now = _side(old.answer, {}), _side(new.answer, arrived)
    declined_alike = before.abstention is not None and before.abstention == now.abstention
    if before == now or declined_alike:
        return None
    return Change(
        new.id, str(new.answer["question"]), new.answer.get("as_of"), _turn(before, now), before, now
    )


def _turn(before: Side, now: Side) -> Turn:
    if before.abstention is None and now.abstention is not None:
        return "newly declined"
    if before.abstention is not None and now.abstention is None:
        return "newly answered"
    if now.abstention is not None:
        return "declined otherwise"
    return "other evidence" if before.answer == now.answer else "other answer"


def _side(answer: Mapping[str, Any], arrived: Mapping[str, bool]) -> Side:
    return Side(
        str(answer["answer"]),
        answer.get("abstention") if answer["abstained"] else None,
        _cited(answer["citations"], arrived),
    )


def _cited(citations: Sequence[Mapping[str, Any]], arrived: Mapping[str, bool]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(c["source"], c["title"], c["published"], c["quote"], arrived.get(c["source"]))
        for c in citations
    )
