"""Tell that a day to come is not kept: what stands behind it, or was told since, puts or calls it off."""

from assistant.reading.developments import words_of
from assistant.reading.goods import alike, goods_in
from assistant.reading.happened_since import calls_off
from assistant.reading.leaning import leans_back
from assistant.reading.statements import instruments_in
from assistant.superseding.postponed import puts_off
from ingest.text.parties import parties_in

ON_IT = 0.4  # share of what a sentence says that what it puts off says, too


def is_off(told: str, title: str, behind: str) -> bool:
    """Whether the sentence behind one that names a day says that this is put off, or called off.

    >>> told, title = "The quota on tea starts on May 4.", "A quota on tea"
    >>> is_off(told, title, "The start has since been postponed to June 8.")
    True
    >>> is_off(told, title, "The duty on tin has been postponed to June 8.")
    False
    """
    return (puts_off(behind) or calls_off(behind)) and (leans_back(behind) or _is_on(told, title, behind))


def is_off_since(told: str, title: str, later: str, later_title: str) -> bool:
    """Whether a sentence of a newer briefing puts off, or calls off, what one tells as to come.

    >>> told, title = "A round of talks with Peru will be held in Lima on May 4.", "Talks with Peru"
    >>> later = "The round of talks with Peru in May has been called off."
    >>> [is_off_since(told, title, later.replace("Peru", party), "No talks") for party in ("Peru", "Fiji")]
    [True, False]
    """
    if leans_back(later) or not (puts_off(later) or calls_off(later)):
        return False
    here = parties_in(f"{title}. {told}") - {"US"}
    if here != parties_in(f"{later_title}. {later}") - {"US"}:
        return False
    named = here or goods_in(told) & goods_in(later)  # else nothing but words of any measure is in common
    return bool(named) and _is_on(told, title, later) and _shared(told, later) >= ON_IT


def _is_on(told: str, title: str, later: str) -> bool:
    """Whether a sentence names no party, goods or kind of measure but those of the other."""
    parties, goods, kinds = parties_in(later) - {"US"}, goods_in(later), instruments_in(later)
    its = f"{title}. {told}"
    on_goods = all(any(alike(of) & alike(its_own) for its_own in goods_in(its)) for of in goods)
    return parties <= parties_in(its) and on_goods and kinds <= instruments_in(its)


def _shared(told: str, later: str) -> float:
    words = words_of(later)
    return len(words & words_of(told)) / max(1, len(words))
