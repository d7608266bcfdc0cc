"""Know what a claim names that its evidence does not, but that may follow from it.

Whether it does is for whoever reads the two together: here only what cannot follow is told apart. A figure
may follow that others of the evidence make, that stands there in no unit, or in the title; a day, where it is
the briefing's own; a party that the title names, or for which somebody speaks.
"""

from collections.abc import Sequence
from datetime import date

from assistant.support.dates_told import is_led_to
from assistant.support.days import Day
from assistant.support.figures_made import is_made
from assistant.support.missing import same
from assistant.support.tokens import Token
from assistant.support.words import word_list
from vectorstore.patterns import pattern

_SPEAKER = pattern(r"\b(?:[Ww]e|[Oo]urs?|us|ourselves|I|[Mm]y|[Tt]his country)\b")


def may_follow(
    token: Token,
    cited: Sequence[Token],
    evidence: str,
    published: date | None,
    context: Sequence[Token],
) -> bool:
    """Say whether a token that is not in the evidence may yet follow from it and its title and day."""
    if any(same(token, other, published) for other in context):
        return True
    if isinstance(token.value, Day):
        return is_led_to(token.value, cited, evidence, published)
    if token.kind == "party":
        return _SPEAKER.search(evidence) is not None
    if token.written.casefold() in word_list("small number"):  # of what can be counted: "by two ports"
        return True
    return is_made(token, cited, evidence, published)
