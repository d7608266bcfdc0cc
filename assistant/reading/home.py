"""Tell of which country a sentence is that names none: that of the office of state which published it."""

import re
from functools import lru_cache

from assistant.reading.goods import goods_in
from ingest.text.parties import PartyMention, find_parties, parties_in
from vectorstore.patterns import pattern

_OFFICE_OF_STATE = pattern(
    r"\b(?:Ministry|Department|Government|Treasury|Customs|Embassy|Cabinet|Parliament|Senate|Congress|"
    r"(?:Central|National|Reserve) Bank|Bank of|Office of|Secretariat of|Commission|"
    r"Council of Ministers|Federal Council|"
    r"Revenue (?:Authority|Service)|Tariff Board|Board of Trade)\b",
    re.IGNORECASE,
)
# "from Egypt", "imports of Chile and Peru": whose goods they are, or with whom it deals, not who does it.
_PARTNER = pattern(
    r"\b(?:from|with|against|to|between|(?:on|for)(?: all)?|(?:goods|products|imports?|exports?|"
    r"shipments|origin) of)"
    r" (?:the )?$|[–-]$",
    re.IGNORECASE,
)
_ORIGIN_COLUMN = pattern(r"\b(?:from|origin|supplier|exporter|source|partner)\b", re.IGNORECASE)
_NEXT = pattern(r"\s(?:[a-z-]+\s?){1,2}")
_WARES = pattern(r"\b(?:goods|products|imports|exports|producers|exporters|suppliers|firms|companies|side)\b")


@lru_cache(maxsize=1024)
def home_of(publisher: str | None) -> frozenset[str]:
    """Return the party whose office a publisher is; none of a paper, a firm or a body of many states.

    >>> sorted(home_of("Ministry of Trade, Republic of Peru")), home_of("The Peru Herald")
    (['PE'], frozenset())
    """
    if not publisher or not _OFFICE_OF_STATE.search(publisher):
        return frozenset()
    named = parties_in(publisher)
    return named if len(named) == 1 else frozenset()


def home_in(publisher: str | None, said: str, heading: str = "") -> frozenset[str]:
    """Return the party that a sentence is of by its publisher: neither it nor its heading tells of another.

    >>> sorted(home_in("Ministry of Trade, Republic of Peru", "The duty on tin from Chile goes up."))
    ['PE']
    """
    home = home_of(publisher)
    return home if home and leaves_doer_open(said) and leaves_doer_open(heading) else frozenset()


@lru_cache(maxsize=8192)
def leaves_doer_open(said: str) -> bool:
    """Whether a sentence names no country that does what it tells, but at most whose goods it is about.

    >>> leaves_doer_open("The duty on tin from Chile rose."), leaves_doer_open("Chile raised its duty.")
    (True, False)
    >>> leaves_doer_open("Goods | From | Duty Tin | Chile | 9%"), leaves_doer_open("Chilean tin pays 9%.")
    (True, True)
    """
    return all(_is_partner(said, mention) for mention in find_parties(said))


def _is_partner(said: str, mention: PartyMention) -> bool:
    before, after = said[: mention.start], _NEXT.match(said, mention.end)
    if _PARTNER.search(before):
        return True
    if before.rstrip().endswith("|"):
        return bool(_ORIGIN_COLUMN.search(before))
    return bool(
        after and not said.startswith("'s", mention.end) and (goods_in(after[0]) or _WARES.search(after[0]))
    )
