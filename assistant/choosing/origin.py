"""Tell which sentences set a rate on the goods of a party, whatever goods they are.

Of the party: behind "goods of", "imports from" or "tariff on", by itself or in a list; before "goods"; or in
a row of a table of rates. Not a rate on goods of a kind, one that the party charges, or one proposed.
"""

import re
from datetime import date

from assistant.reading.developments import stale
from assistant.reading.statements import PROPOSED, charges, is_on_us, rates_in, statement_of
from ingest.text.parties import find_parties
from vectorstore.briefing import Sentence

CLAUSE = 12  # words before a party, or the list that it is in, among which there is what is charged

_CHARGED = frozenset(
    (
        "goods", "product", "products", "article", "articles", "import", "imports", "export", "exports",
        "merchandise", "shipments", "tariff", "tariffs", "duty", "duties", "rate", "rates", "levy", "levies",
        "surcharge", "surcharges",
    )
)  # fmt: skip
_LISTED = frozenset(
    ("and", "or", "the", "all", "a", "an", "its", "certain", "other", "member", "nation", "country")
)
_OF = frozenset(("of", "from", "on", "for", "against"))
_TOKEN = re.compile(r"\([^)]*\)|[A-Za-z][\w’'.-]*|[.;|]")
_ITS_GOODS = re.compile(r"\W{1,2}(?:\w+ )?(?:goods|products|imports|exports|articles|merchandise)\b")
_ALL_OTHERS = re.compile(
    r"\b(?:all|any|every) other (?:\w+ ){0,3}(?:countr|econom|trading partner|nation|origin)", re.I
)
_REASON = re.compile(
    r"\b(?:due to|because|in (?:response|retaliation|return|recognition)|to (?:address|deal with))\b[^;.]*"
)
_LEANS = re.compile(r"(?:\w+ )?such (?:goods|products?|articles?|imports?)\b", re.I)  # of a kind named before
_SPOKEN = re.compile(r"[^“\"]{0,80}:\s*[“\"]")
# What one led to, which sets none.
_EFFECT = re.compile(r"\b(?:le(?:d|ads?) to|result(?:ed|s) in|caus(?:ed|es)|(?:brought|brings) about)\b")
_SAYS = re.compile(r"\b(?:shall|will|is|are|was|were|be|pays?|commits?|intends?)\b")


def sets_rate(sentence: Sentence, quote: str, lead: str, heading: str, published: date, until: date) -> bool:
    """Whether a sentence sets a tariff on goods of any kind that, as far as it says, holds on `until`."""
    if not rates_in(quote) or quote.endswith(":") or _LEANS.match(quote) or PROPOSED.search(quote):
        return False
    text = f"{lead} {quote}".strip()
    said = statement_of(f"{heading} {text}" if _is_row(text) else text, published)
    if "tariff" not in said.instruments or said.hedged or is_of_goods(text):
        return False
    if said.on_us or is_on_us(quote):
        return False
    if (said.last and said.last < until) or (said.ended and stale(quote, published)):
        return False
    if _EFFECT.search(quote):
        return False
    return sentence.kind != "prose" or (_says(quote, published) and not _SPOKEN.match(quote))


def speaks_of_others(quote: str) -> bool:
    """Whether a sentence is about all others than those it names."""
    return bool(_ALL_OTHERS.search(quote))


def _says(quote: str, published: date) -> bool:
    """Whether a sentence says that a rate is or shall be, was set or has ended."""
    said = statement_of(quote, published)
    return bool(_SAYS.search(quote)) or said.running or said.ended


def _is_row(text: str) -> bool:
    return " | " in text


def is_charged(text: str, party: str) -> bool:
    """Whether a text speaks of what is charged on a party's goods, by name, in a list or in a row.

    >>> is_charged("The tariff on goods of Austria, Hungary and Poland is 9 percent.", "HU")
    True
    >>> is_charged("Hungary has a tariff of 9 percent.", "HU")
    False
    """
    if charges(text, party):
        return False
    return _is_row(text) or any(
        bool(_ITS_GOODS.match(text, m.end)) or _stands_for_goods(text[: m.start])
        for m in find_parties(text)
        if m.code == party
    )


def _stands_for_goods(before: str) -> bool:
    """Whether what stands before a party, or before the list that it is in, makes it an origin of goods."""
    words = _TOKEN.findall(before)
    while words and (words[-1][0].isupper() or words[-1][0] == "(" or words[-1] in _LISTED):
        words.pop()
    if not words or (of := words.pop()) not in _OF:
        return False
    if of == "of" and words and words[-1][0].isupper() and words[-1].lower() not in _CHARGED:
        return False  # "the Tariff Commission of Austria"
    clause: list[str] = []
    for word in reversed(words[-CLAUSE:]):
        if word in ".;|":
            break
        clause.append(word.lower())
    return bool(_CHARGED.intersection(clause))


def is_of_goods(text: str) -> bool:
    """Whether a text speaks of goods of a kind, and not only in the reason for a measure."""
    return bool(statement_of(_REASON.sub(" ", text), None).goods)
