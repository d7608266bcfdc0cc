"""Ask of other goods, or of another party, what was asked of the measure on some: "same for Peru, please".

Such a message names a party, goods or both, in words that name nothing; what it means is the question before
with these in it.
"""

import re

from assistant.asking.followups.measure_named import Named, measure_named
from assistant.asking.followups.of_its_measure import is_asked_of_measure
from assistant.asking.typed.beside_words import OF_TRADE
from assistant.reading.goods import goods_in
from assistant.support.words import word_list
from ingest.text.parties import PartyMention, find_parties, party_in_text
from vectorstore.patterns import pattern

MOST_WORDS = 18
GOODS_WORDS = 4  # that goods are called by
_BESIDE = frozenset((*word_list("asks the same"), *word_list("puts right")))
# "Who sells tin": no goods, though tin is.
_NO_GOODS = frozenset(
    word
    for kind in ("glue", "link", "auxiliary", "conjunction", "relative", "do")
    for word in word_list(kind)
)
_WORDS = pattern(r"[\w’'-]+")
# "What about Peru's tariff": which it charges. "And Peru on our rice?": on ours.
_CHARGING = pattern(
    r"^(?:['’]s?)? (?:(?:own|import) )?(?:tariffs?|dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|quotas?)\b|^ on\b",
    re.I,
)
_CHARGES = pattern(r"\b(?:by|into|to)(?: the)? $", re.I)
_IMPORTS = pattern(r"\bimports?(?= (?:from|of|out of)\b)", re.I)
# Before the party that is not meant.
_NOT_MEANT = pattern(
    r"\b(?:not|than|instead of|in place of|(?<!have )(?:typed|wrote|said|put))"
    r"(?: (?:from|for|of|about))?(?: the)? $",
    re.I,
)


def same_of_another(before: str, text: str) -> str | None:
    """Return the question before with the goods and the party that a message names; None where it asks more.

    >>> asked = "same for imports from Peru", "ok and tin cans?", "I should have said Peru", "tin of Peru?"
    >>> for text in asked:
    ...     same_of_another("what is the duty on copper pipes from Chile?", text)
    'what is the duty on copper pipes from Peru?'
    'what is the duty on tin cans from Chile?'
    'what is the duty on copper pipes from Peru?'
    'what is the duty on tin from Peru?'
    >>> kept = "why Peru?", "what about Peru's tariff?", "who sells tin?", "and Peru and Chile?", "thanks"
    >>> [same_of_another("what is the duty on copper pipes from Chile?", text) for text in kept]
    [None, None, None, None, None]
    """
    named = measure_named(before)
    if named is None or not named.goods or not is_asked_of_measure(before) or len(text.split()) > MOST_WORDS:
        return None
    others = find_parties(f"{before[: named.start]} ; {before[named.head :]}", lower_case=True)
    if any(mention.code != "US" for mention in others):  # "how did Peru answer the duty on tin?"
        return None
    other = _named_in(_IMPORTS.sub("goods", text), named)
    if other is None:
        return None
    of_it = before[named.start : named.end]
    if other == (other[0], named.party) and named.goods in of_it:
        put = of_it.replace(named.goods, other[0]) + before[named.end : named.head]
    else:
        put = " from ".join(filter(None, other))
        put = put if named.head == named.end else f"{named.kind} on {put}"
    return f"{before[: named.start]}{put}{before[named.head :]}"


def _named_in(text: str, named: Named) -> tuple[str, str] | None:
    """Return the goods and the party that a message means; None where it names nothing new, or asks more."""
    parties = find_parties(text, lower_case=True)
    goods = _goods_named(text, parties)
    if goods is None or any(_is_charging(text, mention) for mention in parties):
        return None
    known = {mention.code for mention in find_parties(named.party, lower_case=True)}
    new = [mention for mention in parties if mention.code not in known]
    beside = [mention for mention in parties if mention.code in known]
    if not new:
        return (goods, named.party) if goods else None
    not_meant = [bool(_NOT_MEANT.search(text[: mention.start])) for mention in (*beside, *new)]
    if (
        not named.party
        or not_meant != [True] * len(beside) + [False] * len(new)
        or len({m.code for m in new}) > 1
    ):
        return None
    return goods or named.goods, party_in_text(new[0].code)


def _goods_named(text: str, parties: list[PartyMention]) -> str | None:
    """Return the goods named in a message, "" for none; None where more is said than stands beside it."""
    spoken = [
        word
        for word in _WORDS.finditer(text)
        if not any(p.start <= word.start() < p.end for p in parties)
        and re.sub(r"['’]s?$", "", word[0].casefold()) not in _BESIDE
        and word[0].casefold() not in _BESIDE
    ]
    if not spoken:
        return ""
    goods = text[spoken[0].start() : spoken[-1].end()]
    is_one = len(goods.split()) == len(spoken) <= GOODS_WORDS and not re.search(r"\d", goods)
    is_more = OF_TRADE.search(goods) or not _NO_GOODS.isdisjoint(goods.casefold().split())
    return goods if is_one and goods_in(goods) and not is_more else None


def _is_charging(text: str, mention: PartyMention) -> bool:
    us_or_by_it = mention.code == "US" or _CHARGES.search(text[: mention.start])
    return bool(us_or_by_it or _CHARGING.search(text[mention.end :]))
