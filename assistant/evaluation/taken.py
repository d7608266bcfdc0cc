"""Add up what a chat model took for a question set, as far as it is known."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Counted, together
from assistant.evaluation.engines import Side
from assistant.evaluation.run import Given


def with_taken(side: Side, given: Sequence[Given]) -> tuple[Side, Counted]:
    """Put what its answers tell of tokens and cost into an engine's side; return it and how sure that is."""
    taken = together([answer.usage for _, answer in given if answer.usage])
    tokens = None if taken.read is None else taken.read + (taken.written or 0)
    return replace(side, tokens=tokens, cost=taken.cost), taken.counted
