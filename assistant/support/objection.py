"""What an objection to a claim is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a claim is not held.

    It is firm where it rests on figures, days and parties that cannot follow from what is cited, or on which
    of them stands in whose place; not on what words mean. Grave is a clause most of whose words are new, a
    denial left out, a word or relation turned into another, and what is told as settled that is not.
    """

    reason: str
    firm: bool
    grave: bool = False  # only what is very sure that the claim is held overrules it
