"""Put two engines side by side: the same questions answered in the briefings' words and by a chat model."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.evaluation.held import objections_against
from assistant.evaluation.metrics import Figure, answer_words, measure, spread
from assistant.evaluation.run import Given, Run


@dataclass(frozen=True, slots=True)
class Side:
    """What one engine made of a question set; `cost` in US dollars, None where it is not known."""

    name: str
    figures: dict[str, Figure]
    supported: tuple[int, int]  # sentences shown that what they cite holds by the rules alone, of how many
    dropped: int
    fell_back: int  # answers that a model should have written and the briefings' words had to
    words: dict[str, int | None]
    latency: dict[str, int | None]
    tokens: int | None
    cost: float | None

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "figures": {name: asdict(figure) for name, figure in self.figures.items()}}


def side_of(given: Sequence[Given], run: Run) -> Side:
    """Sum up a run of one engine."""
    answers = [answer for _, answer in given]
    shown = [(s, answer) for answer in answers for s in answer.sentences if s.role != "frame"]
    asked = [answer.usage for answer in answers if answer.usage and answer.usage.calls]
    known = all(usage.read is not None for usage in asked)
    priced = all(usage.cost is not None for usage in asked)
    return Side(
        name=next((answer.engine for answer in answers if answer.engine != "extractive"), "extractive"),
        figures=measure(run.outcomes),
        supported=(sum(not objections_against(s, answer) for s, answer in shown), len(shown)),
        dropped=sum(answer.dropped for answer in answers),
        fell_back=sum(answer.engine == "extractive" and answer.prompt is not None for answer in answers),
        words=spread(answer_words(run.outcomes), 90),
        latency=spread([answer.latency_ms for answer in answers], 90),
        tokens=sum((u.read or 0) + (u.written or 0) for u in asked) if known and asked else None,
        cost=sum(usage.cost or 0.0 for usage in asked) if priced and asked else None,
    )
