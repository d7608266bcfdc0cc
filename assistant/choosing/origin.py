"""Tell which sentences set a rate on the goods of a party, whatever goods they are.

Of the party: behind "goods of", "imports from" or "tariff on", by itself or in a list; before "goods"; or in
a row of a table of rates. Not a rate on goods of a kind, one that the party charges, or one proposed.
"""

import re
from datetime import date

from assistant.reading.aimed_at import is_on_us
from assistant.reading.developments import stale
from assistant.reading.proposals import allows
from assistant.reading.rates import PERCENT, rates_in
from assistant.reading.statements import PROPOSED, charges, statement_of
from assistant.reading.terms import term_of
from ingest.text.parties import find_parties, parties_in
from vectorstore.briefing import Sentence
from vectorstore.patterns import pattern

CLAUSE = 12  # words before a party, or the list that it is in, among which there is what is charged

_CHARGED = frozenset(
    (
        "goods", "product", "products", "article", "articles", "import", "imports", "export", "exports",
        "merchandise", "shipments", "tariff", "tariffs", "duty", "duties", "rate", "rates", "levy", "levies",
        "surcharge", "surcharges", "surtax", "surtaxes",
    )
)  # fmt: skip
_LISTED = frozenset(
    ("and", "or", "the", "all", "a", "an", "its", "certain", "other", "member", "nation", "country")
)
_OF = frozenset(("of", "from", "on", "for", "against"))
_TOKEN = pattern(r"\([^)]*\)|[A-Za-z][\w’'.-]*|[.;|]")
# "Peru faces a 12 percent tariff": the party bears it, whatever its briefing is on.
_BEARS = pattern(
    r"(?: \([^)]*\))? (?:now |also |already |currently |still |will )*"
    r"(?:faces?|bears?|pays?|(?:has|have) (?:faced|borne|paid)"
    r"|(?:is|are) (?:now |still )?(?:subject to|charged))\b"
)
_ITS_GOODS = pattern(
    r"\W{1,2}(?:\w+ )?(?:(?:goods|products|imports|exports|articles|merchandise)\b"
    r"|(?:product|article)(?=,| (?:whose|that|which|with|is|pays?|faces?|shall|will|must)\b))"
)
_ALL_OTHERS = pattern(
    r"\b(?:all|any|every) other (?:\w+ ){0,3}(?:countr|econom|trading partner|nation|origin)", re.I
)
# What is charged on goods of any origin: "a surcharge on all imports", "on articles imported into Peru".
_ANY_ORIGIN = pattern(
    r"\b(?:articles?|goods|imports?|products?) (?:imported|entering|entered|brought) (?:in)?to\b"
    r"(?![^,;.]* from\b)"
    r"|\b(?:on|to) (?:all )?(?:imports|imported (?:goods|articles|products))\b(?! (?:of|from|by)\b)"
    r"|\b(?:imports|goods|articles|products) (?:from|of) (?:all|any|every) "
    r"(?:countr(?:y|ies)|nations?|origins?|trading partners?|sources?)\b"
    r"|\b(?:tariffs?|dut(?:y|ies)|sur(?:charges?|tax(?:es)?)|lev(?:y|ies)) (?:on|for) (?:all|every) "
    r"(?:countr(?:y|ies)|nations?|trading partners?)\b",
    re.I,
)
# Of some that are listed elsewhere: of a party whose briefing says nothing else of it.
_OF_THE_LISTED = pattern(
    r"\b(?:imported|entering|entered|brought) (?:in)?to\b[^,;.]* from (?:all |the |those )*"
    r"(?:trading partners|countries|nations|economies) (?:that are )?"
    r"(?:enumerated|listed|named|set forth|specified)\b",
    re.I,
)
_INTO = pattern(r"\b(?:imported|entering|entered|brought) (?:in)?to [^,;.]*", re.I)
_REASON = pattern(
    r"\b(?:due to|because|in (?:response|retaliation|return|recognition)|to (?:address|deal with))\b[^;.]*"
)
_PUT_OFF = pattern(
    r"\b(?:is|are|be|been) (?:hereby |further )?(?:paused|suspended|delayed|postponed|deferred|put off)\b"
    r"|\b(?:not|n['’]t) (?:take effect|apply|be (?:imposed|charged|collected|levied)|enter into force) "
    r"(?:until|till|before)\b",
    re.I,
)
_LEANS = pattern(r"(?:\w+ )?such (?:goods|products?|articles?|imports?)\b", re.I)  # of a kind named before
_SPOKEN = pattern(r"[^“\"]{0,80}:\s*[“\"]")
# A tariff, though it is not called one: "the rate for goods of Peru".
_RATE_ON_GOODS = pattern(
    r"\brates? (?:for|on|of) (?:the |all |other )*(?:goods|products|articles|imports)\b", re.I
)
# What one led to, which sets none.
_EFFECT = pattern(r"\b(?:le(?:d|ads?) to|result(?:ed|s) in|caus(?:ed|es)|(?:brought|brings) about)\b")
_SAYS = pattern(
    r"\b(?:shall|will|is|are|was|were|be|remains?|stays?|faces?|pays?|(?:has|have) (?:faced|paid|borne)"
    r"|commits?|intends?|(?:charge|impose|levie|applie)s)\b"
)


# "All goods of Peru pay 9 percent, and potash 4": the rate on potash is an exception.
_ON_ALL = pattern(
    r"(?:\(\w+\) |However, |Accordingly, )*all (?:other |imported )?(?:goods|products|articles|imports) "
    r"(?:of|from|that are (?:the )?products of|imported from)\b",
    re.I,
)
# "Goods whose normal duty is 12 percent or more": for which it is, not what it is.
_FOR_WHICH = pattern(
    r"\b(?:whose|with an?) (?:[\w-]+ ){0,4}(?:dut(?:y|ies)|tariffs?|rates?)(?: [\w-]+){0,3}"
    r" (?:is|are|was|were|of at (?:least|most)|of (?:less|more) than|above|below|over|under)\b"
    rf"(?:[^,;.]|\.\d)*? ?{PERCENT}",
    re.I,
)
# "Some Peruvian exports face duties as high as 25 percent": not all do.
_ON_SOME = pattern(
    r"(?:some|many|a few)\b (?:[\w-]+ ){0,3}(?:goods|products|articles|imports|exports)\b", re.I
)
# "Peru will buy herring, and goods of Peru pay 9 percent": a clause of its own.
_IN_CLAUSE = pattern(r"[,;] and (?=(?:all )?(?:goods|products|articles|imports) (?:of|from) [A-Z])")


def sets_rate(sentence: Sentence, quote: str, lead: str, heading: str, published: date, until: date) -> bool:
    """Whether a sentence sets a tariff on goods of any kind that, as far as it says, holds on `until`."""
    if (
        not rates_in(_FOR_WHICH.sub(" ", quote))
        or _ON_SOME.match(quote)
        or quote.endswith(":")
        or _LEANS.match(quote)
        or PROPOSED.search(quote)
    ):
        return False
    text = f"{lead} {quote}".strip()
    said = statement_of(f"{heading} {text}" if _is_row(text) else text, published)
    if not ("tariff" in said.instruments or _RATE_ON_GOODS.search(quote)) or said.hedged:
        return False
    if is_of_goods(_IN_CLAUSE.split(text)[-1]) and not _ON_ALL.match(quote):
        return False
    if said.on_us or is_on_us(quote):
        return False
    term = term_of(quote, published)
    if (said.last and said.last < until) or (term and term.last < until):
        return False
    if said.ended and stale(quote, published):
        return False
    if _EFFECT.search(quote) or allows(quote):
        return False
    return sentence.kind != "prose" or (_says(quote, published) and not _SPOKEN.match(quote))


def puts_off_rate(quote: str, party: str, published: date, until: date) -> bool:
    """Whether a sentence that names a party puts a rate off, or suspends it, beyond `until`.

    >>> said = "For the steps that Peru took the duty of 9 percent will not take effect until May 4, 1987."
    >>> [puts_off_rate(said, "PE", date(1987, 4, 3), date(1987, month, 9)) for month in (4, 6)]
    [True, False]
    """
    if not (rates_in(quote) and _PUT_OFF.search(quote)) or party not in parties_in(quote) or is_on_us(quote):
        return False
    said, term = statement_of(quote, published), term_of(quote, published)
    if "tariff" not in said.instruments or PROPOSED.search(quote):
        return False
    return term is None or term.last >= until


def speaks_of_others(quote: str) -> bool:
    """Whether a sentence is about all others than those it names."""
    return bool(_ALL_OTHERS.search(quote))


def speaks_of_any(quote: str) -> bool:
    """Whether a sentence is about goods of any origin, and names none.

    >>> speaks_of_any("A duty of 9 percent is put on all imports."), speaks_of_any("Peru taxes all imports.")
    (True, False)
    >>> [speaks_of_any(f"It puts a surcharge on imports {of}.") for of in ("under section 7", "of tin")]
    [True, False]
    """
    return bool(_ANY_ORIGIN.search(quote)) and parties_in(_INTO.sub(" ", quote)) <= {"US"}


def speaks_of_listed(quote: str) -> bool:
    """Whether a sentence is about goods of those whom another text lists.

    >>> speaks_of_listed("All goods imported into Peru from the countries listed in Annex 2 pay 9 percent.")
    True
    """
    return bool(_OF_THE_LISTED.search(quote))


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
    return (
        _is_row(text)
        or any(
            bool(_ITS_GOODS.match(text, m.end)) or _stands_for_goods(text[: m.start])
            for m in find_parties(text)
            if m.code == party
        )
        or bears(text, party)
    )


def bears(text: str, party: str) -> bool:
    """Whether a text says that a party bears what is charged, by a verb.

    >>> bears("Peru now faces a tariff of 12 percent.", "PE"), bears("Peru has a tariff of 12 percent.", "PE")
    (True, False)
    """
    return any(m.code == party and _BEARS.match(text, m.end) for m in find_parties(text))


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
