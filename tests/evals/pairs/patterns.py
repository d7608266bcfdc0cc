"""What the rules for minimal pairs look for in a sentence: numbers, dates, persons, parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from ingest.text.parties import find_parties, party_name

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# A unit is changed to another of its group.
UNITS = (
    ("percent", "pct", "per cent", "percentage points", "%", "million", "billion", "mln", "trillion"),
    ("day", "days", "weeks", "months", "years", "month", "year", "week", "hours", "minutes"),
    ("tonnes", "tons", "barrels", "bushels", "pounds", "gallons", "bales", "kilograms"),
    ("dollars", "dlrs", "yen", "euros", "marks", "francs"),
)
_UNIT = "|".join(sorted((re.escape(u) for group in UNITS for u in group), key=len, reverse=True))
NUMBER = re.compile(
    r"(?P<money>US\$|\$)?(?<![\d.,/:-])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?![\d/:]|[.,]\d|-\d|st\b|nd\b|rd\b|th\b|[A-Za-z])(?:[ -]?(?P<unit>(?:{_UNIT})(?!\w)))?"
)
# What follows these is numbered, not counted.
_LABEL = re.compile(
    r"(?:sections?|article|chapter|order|no\.|number|title|proclamation|heading|part|page|public law|"
    r"u\.s\.c\.|of|subdivision|note|paragraph|subheading)\s*\(?$",
    re.IGNORECASE,
)
MONTH = "|".join(MONTHS)
DATE = re.compile(
    rf"\b(?P<month>{MONTH})(?: (?P<day>[0-3]?\d)(?!\d|,\d)(?:(?:st|nd|rd|th)\b)?)?"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)

_TITLE = (
    r"(?:President|Minister|Secretary|Representative|Ambassador|Chairman|Premier|Chancellor|Senator|Governor|"
    r"Commissioner|Director|Mr\.|Mrs\.|Ms\.|Dr\.|Sen\.|Rep\.|spokesman|spokeswoman|minister|president|chairman|"
    r"economist)"
)
_NAME_WORD = rf"(?!(?:{_TITLE}|General|Ursula|Vice|{'|'.join(DAYS)}|{MONTH})\b)[A-Z][a-zA-Z]+"
PERSON = re.compile(
    rf"\b{_TITLE} (?P<name>{_NAME_WORD}(?:[ -](?:[A-Z]\. ?)?{_NAME_WORD}){{0,2}})(?=[,.']| [a-z(]|’)"
)


def _adjectives() -> Iterator[tuple[str, str]]:
    lines = files("ingest.text").joinpath("parties.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        code, name, aliases, *_ = line.split("\t")
        first = aliases.split(";")[0].strip()
        if code != "-" and re.search(r"(?:an|ese|ish|ch|i)$", first) and " " not in name and first != name:
            yield code, first


# Parties with an adjective: "Japan", "Japanese".
ADJECTIVES = dict(_adjectives()) | {"US": "American", "EU": "European", "GB": "British", "KR": "South Korean"}
_SHORT = ("U.S.", "US", "EC", "EU", "EEC", "E.C.", "UK", "U.K.")
_AS_ADJECTIVE = re.compile(
    r" (?!(?:said|says|will|would|has|had|have|is|was|were|are|and|to|in|for|by|from|on|that|could|may|"
    r"should|must|which|who|over|after|with|against|as|at|of|but|or|than|if|when|can|because|while|since|into|through|"
    r"under|not|also)\b)[a-z]"
)


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party at characters [start, end), the article before a noun included, and how it is named there."""

    code: str
    start: int
    end: int
    form: str  # noun or adjective


def named_parties(sentence: str) -> list[NamedParty]:
    """Return the parties of a sentence that another could be put in the place of."""
    found = []
    for mention in find_parties(sentence):
        words = sentence[mention.start : mention.end]
        if mention.code not in ADJECTIVES:
            continue
        if words == ADJECTIVES[mention.code]:
            form = "adjective"
        elif words in _SHORT:
            form = "adjective" if _AS_ADJECTIVE.match(sentence, mention.end) else "noun"
        elif words == party_name(mention.code):
            form = "noun"
        else:
            continue
        article = form == "noun" and bool(re.search(r"\b[Tt]he $", sentence[: mention.start]))
        found.append(NamedParty(mention.code, mention.start - 4 * article, mention.end, form))
    return found


def spoken(code: str, form: str) -> str:
    """Name a party: ("US", "noun") -> "the United States", ("JP", "adjective") -> "Japanese"."""
    if form == "adjective":
        return ADJECTIVES[code]
    name = party_name(code)
    return f"the {name}" if re.search(r"(?:States|Union|Kingdom|Emirates)$", name) else name


def numbers_of(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of a sentence that count something: no year, no day of a month, no section."""
    taken = [match.span() for match in DATE.finditer(sentence)]
    for match in NUMBER.finditer(sentence):
        digits, plain = match["digits"], not (match["unit"] or match["money"])
        if re.fullmatch(r"0+", digits) or (plain and re.fullmatch(r"(?:1[89]|20)\d\d", digits)):
            continue
        if any(a <= match.start("digits") < b for a, b in taken):
            continue
        if not (match["unit"] or "") and _LABEL.search(sentence[max(0, match.start() - 14) : match.start()]):
            continue
        yield match


def dates_of(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a sentence that name at least a month; "May" only with a day or year."""
    for match in DATE.finditer(sentence):
        if match["month"] not in ("May", "March") or match["day"] or match["year"]:
            yield match
