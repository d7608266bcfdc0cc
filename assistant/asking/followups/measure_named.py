"""Find the measure that a question names, and the goods and the party that it is on: "the Thai rice duty"."""

import re
from dataclasses import dataclass

from assistant.reading.goods import goods_in
from assistant.reading.measures import MEASURE
from ingest.text.auxiliaries import ASKING
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

# Verbs, and what something is asked of, do not stand in the name of one.
_NO_NAME = (
    rf"(?:what|which|how|who|whom|when|where|why|{ASKING}|be|been|may|it|there"
    r"|pays?|paid|faces?|puts?|imposes?|imposed|lev(?:y|ies|ied)|charges?|charged|s"
    r"|to|from|under|by|with|about|and|or|not|if|effects?|impact|share|many|much|still|any|changed?|of"
    r"|its|their|his|her|our|my|your|the|an?|these|those|this|that|status|state|latest|current|currently|rate|news|update)"
)
_WORD = rf"(?!{_NO_NAME}\b)\w[\w’'%.&/-]*"
# What stands behind goods and is none of them.
_BEHIND = (
    r"(?:still|now|today|currently|imposed|introduced|levied|set|in (?:force|effect|place)|takes?|took"
    r"|come|came|go|went|start|started|begin|appl(?:y|ies)|end|ends|ended|over|is|are|was|were|please|pls"
    r"|opens?|closes?|rises?|falls?|works?|means?|expires?|runs?|kicks?|costs?|hurts?|helps?|compares?"
    r"|pay|face|right|as of|at the moment|these days|then|yet)"
)
_GOODS = rf"(?:(?!{_BEHIND}\b)\w[\w’'%.&/-]* ?){{1,7}}"
_MEASURE = pattern(
    r"(?<![\w’'-])(?:(?:the|an?|this|these|those) )?(?:(?:current|present) )?"
    rf"(?P<before>(?:{_WORD} ){{0,4}}?)(?P<kind>{MEASURE})(?: (?:on|against|of|in|for) (?P<on>{_GOODS}))?"
    r"(?![\w’'-])",
    re.I,
)
# "How much duty do tin imports from Peru pay?" names none, and is on that on tin from Peru.
_PAYS = tuple(
    pattern(of, re.I)
    for of in (
        r"\b(?:how much|what|which)(?: (?:import|customs))?"
        r"(?: (?:tariffs?|dut(?:y|ies)|tax|rate|tariff rate))?"
        rf" (?:do|does|must|would|will) (?P<on>{_GOODS})(?:pay|face)\b",
        rf"\b(?:pay|owe|charged|due) (?:on|for) (?P<on>{_GOODS})",
        rf"\b(?:rate|tariff|duty) (?:applies|apply) to (?P<on>{_GOODS})",
    )
)
_SOMEBODY = pattern(r"(?:we|they|you|i|importers?|exporters?|americans|companies|firms)\b", re.I)
_PLAIN = pattern(r"(?:(?:us|u\.s\.?|american|import|customs|extra|additional)(?: |$))+", re.I)
# What is left of "imports of tin from Peru", "Peru's tin" without the party, but for the goods.
_FROM = pattern(
    r"\b(?:imports?(?: of)?|(?:(?:imported|coming|shipped|made|produced|grown|sourced) )?"
    r"(?:from|of|out of|by|in)(?: the)?|products? of(?: the)?)\W*$",
    re.I,
)
_OF_IMPORTS = pattern(r"^(?:imports? of|imported|all) |(?:['’]s?)? (?:imports?|goods|products)$", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """A measure as a question names it, from `at` on; `name` tells it by itself.

    The words from `start` to `end` tell what it is on; `head` is the end of its kind, where that is behind.
    `party` is empty where none is named, `goods` where no goods are, or several, or whose they are is open.
    """

    name: str
    kind: str
    at: int
    start: int
    end: int
    head: int
    goods: str = ""
    party: str = ""

    @property
    def many(self) -> bool:
        """Whether it is called by a plural: "duties"."""
        return self.kind.casefold().endswith("s")


def measure_named(text: str) -> Named | None:
    """Return the first measure that a question calls by more than its kind; None without.

    >>> of = measure_named("what's the current duty on copper pipes from Chile?")
    >>> of.name, of.goods, of.party
    ('the current duty on copper pipes from Chile', 'copper pipes', 'Chile')
    >>> of = measure_named("how much do Chile's copper pipes face now?")
    >>> of.name, of.goods, of.party
    ("the tariff on Chile's copper pipes", 'copper pipes', 'Chile')
    >>> measure_named("is there a duty?") is None
    True
    """
    for form in _PAYS:
        if (of := form.search(text)) and not _SOMEBODY.match(of["on"]):
            on, start = of["on"].strip(), of.start("on")
            end = start + len(on)
            return Named(f"the tariff on {on}", "tariff", start, start, end, end, *_goods_and_party(on))
    for of in _MEASURE.finditer(text):
        before, on = of["before"].strip(), (of["on"] or "").strip()
        if before or on:
            one = _goods_and_party(on or before)
            if (on and before and not _PLAIN.fullmatch(before)) or (one[1] and not on):
                one = "", ""  # "Peru's tin duty": of whom, and on what?
            start = of.start("on") if on else of.start("before")
            end = start + len(on or before)
            head = end if on else of.end("kind")
            return Named(of[0].strip(), of["kind"], of.start(), start, end, head, *one)
    return None


def _goods_and_party(phrase: str) -> tuple[str, str]:
    """Return the goods, and the party, of which a phrase names one; two empty words where it names others.

    >>> [_goods_and_party(phrase) for phrase in ("tin cans from the UK", "Thai tin", "tin of Peru and Chile")]
    [('tin cans', 'UK'), ('tin', 'Thai'), ('', '')]
    """
    parties = find_parties(phrase, lower_case=True)
    if len(parties) > 1 or any(mention.code == "US" for mention in parties):
        return "", ""
    party = phrase[parties[0].start : parties[0].end] if parties else ""
    before = _FROM.sub("", phrase[: parties[0].start]) if parties else phrase
    behind = re.sub(r"^['’]s?\b", "", phrase[parties[0].end :]) if parties else ""
    goods = f"{before.strip()} {behind.strip()}".strip()
    goods = _OF_IMPORTS.sub("", goods).strip()
    return (goods, party) if goods_in(goods) else ("", "")
