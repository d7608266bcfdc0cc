"""What a reindex says while it runs, and at its end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReindexProgress:
    """How far a reindex is: `done` of `total` of what `doing` names, and how long that will still take."""

    doing: str
    done: int = 0
    total: int = 0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Reindexed:
    """What a reindex did: `embedded` of the `passages` of current versions and earlier ones, and `words`."""

    encoder: str
    before: str
    passages: int
    embedded: int
    words: int
    seconds: float
    done: tuple[str, ...] = ()  # where the encoder stays: what was done
