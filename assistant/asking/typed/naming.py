"""Read what a message names where all its other words name nothing: "I typed Chile but meant tin of Peru"."""

import re
from dataclasses import dataclass

from assistant.asking.typed.beside_words import OF_TRADE
from assistant.reading.goods import goods_in
from assistant.support.words import word_list
from ingest.text.parties import PartyMention, find_parties
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
_IMPORTS = pattern(r"\bimports?(?= (?:from|of|out of)\b)", re.I)
# "What about Peru's tariff": which it charges. "And Peru on our rice?": on ours.
_CHARGING = pattern(
    r"^(?:['’]s?)? (?:(?:own|import) )?(?:tariffs?|dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|quotas?)\b|^ on\b",
    re.I,
)
_CHARGES = pattern(r"\b(?:by|into|to)(?: the)? $", re.I)
_HOW = pattern(r"\bhow (?!about|much|high)", re.I)  # "how is that in Peru?" asks how it is
# Before the party that is not meant.
_NOT_MEANT = pattern(
    r"\b(?:not|than|instead of|in place of|(?<!have )(?:typed|wrote|said|put))"
    r"(?: (?:from|for|of|about))?(?: the)? $",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What a message names: goods, empty without, and the parties that are meant and that are not."""

    goods: str
    meant: frozenset[str]
    not_meant: frozenset[str]

    def party_instead_of(self, known: frozenset[str]) -> str | None:
        """Return the one party that is meant in the place of those known; None where none is, or several are.

        >>> [named("not Chile, Peru").party_instead_of(frozenset([of])) for of in ("CL", "PE", "KE")]
        ['PE', None, None]
        """
        others = self.meant - known
        return (
            next(iter(others))
            if self.meant == others and len(others) == 1 and self.not_meant <= known
            else None
        )


def named(text: str) -> Naming | None:
    """Return what a message names; None where it says more, or names nothing.

    >>> of = named("same question for tin cans of Peru please")
    >>> of.goods, sorted(of.meant)
    ('tin cans', ['PE'])
    >>> [named(text) for text in ("why Peru?", "what about Peru's tariff?", "who sells tin?", "thanks")]
    [None, None, None, None]
    """
    text = _IMPORTS.sub("goods", text)
    if len(text.split()) > MOST_WORDS or _HOW.search(text):
        return None
    parties = find_parties(text, lower_case=True)
    goods = _goods_named(text, parties)
    if goods is None or not (goods or parties) or any(_is_charging(text, mention) for mention in parties):
        return None
    wrong = {m.code for m in parties if _NOT_MEANT.search(text[: m.start])}
    return Naming(goods, frozenset(m.code for m in parties) - wrong, frozenset(wrong))


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
