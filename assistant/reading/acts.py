"""Name the legal acts that a text refers to by number: orders, proclamations, regulations, laws.

"Executive Order 14257 of April 2, 2025 (Regulating Imports With a Reciprocal Tariff ...)" and "Council
Regulation (EEC) No 2727/75" are references. Which act a briefing itself is, its own text seldom tells:
others do, by its title. `assistant.superseding.endings` looks for what ended an act.
"""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.reading.goods import goods_in
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

_KINDS = (
    "Executive Order|Proclamation|Regulation|Directive|Decision|Decree|Ordinance|Resolution|Circular|Notice|"
    "Notification|Order|Public Law|Law|Act|Bill"
)
_ACT = pattern(
    rf"\b(?P<kind>{_KINDS}) (?:\([A-Z]{{2,7}}\) )?(?:Nos?\.? )?"
    r"(?P<number>[A-Z]?\d+(?:[/-]\d+)+|[A-Z]?\d{3,})(?![\d%]|[.,]\d)"
    r"(?: of (?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4})?(?: ?\((?P<title>[^()]{12,400})\))?"
)
_NUMBER = r"(?:[A-Z]?\d+(?:[/-]\d+)+|[A-Z]?\d{3,})"
# "Proclamations 9980, 9981 and 9982"
_SEVERAL = pattern(
    rf"\b(?P<kind>{_KINDS})s (?:\([A-Z]{{2,7}}\) )?(?:Nos?\.? )?"
    rf"(?P<numbers>{_NUMBER}(?:, {_NUMBER})*,? and {_NUMBER})(?![\d%]|[.,]\d)"
)
# "clause 2 of Proclamation 9980 is terminated" leaves the rest of it standing.
_PART_OF = pattern(
    r"\b(?:clauses?|sections?|subsections?|paragraphs?|articles?|annex(?:es)?|part|note|heading|subdivisions?|"
    r"process(?:es)?|subheadings?)\b[^,;.]{0,60} $",
    re.I,
)
_NAME = re.sub(r"\(\?P<\w+>", "(?:", _ACT.pattern)
_RUN = pattern(
    rf"(?:{_NAME})(?:(?:, as amended)?(?:[;,] and |[;,] | and ){_NAME})*(?:, as amended)?(?P<after>,(?= ))?"
    rf"|{re.sub(r'[(][?]P<[a-z]+>', '(?:', _SEVERAL.pattern)}"
)
_GROUND = pattern(
    r"\bto (?:address|deal with|respond to|meet) the (?:national )?emergency (?:declared|proclaimed) "
    r"(?:in|by|under) "
)
_RECITES = pattern(r"\W*(?:in|by|with|through) act\d", re.I)
_FOLDED = pattern(r"\bact(\d+)\b")
OFTEN = 3  # references to an act, and half of all, from which on a briefing is about it
# What may stand around an act's name and say nothing of it.
_BEFORE_IT = pattern(r"\W*(?:\w{1,3}\W+)?(?:the )?", re.I)
_BEHIND_IT = pattern(
    r"\W*(?:of )?(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?)?\W*(?:\([^()]*\)\W*)?"
    r"(?:,? ?as (?:amended|modified|extended)(?: by [^,;]*)?)?\W*(?:and|or)?\W*"
)
_SPACE = pattern(r"[\s*_]+")


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is referred to: ("order", "14257"), "Executive Order 14257"."""

    kind: str
    number: str
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """An act that a text names, and the title that it gives with it."""

    act: Act
    title: str | None


def only_names_an_act(text: str) -> bool:
    """Whether a text is only the name of an act: "Regulation 2727/75 of May 2 (Cereals), as amended;".

    >>> [only_names_an_act(text) for text in ("Proclamation 9980 of May 2, 1986;", "Proclamation 9980 ends.")]
    [True, False]
    """
    text = _SPACE.sub(" ", text)
    named = _ACT.search(text)
    return bool(
        named and _BEFORE_IT.fullmatch(text[: named.start()]) and _BEHIND_IT.fullmatch(text[named.end() :])
    )


def references(text: str) -> Iterator[Reference]:
    """Yield every reference of a text, those in a list of numbers last.

    >>> [of.act.number for of in references("Regulation (EEC) No 2727/75 and Proclamation 9980 stand.")]
    ['2727/75', '9980']
    """
    text = _SPACE.sub(" ", text)
    for match in _ACT.finditer(text):
        kind, number = match["kind"], match["number"]
        act = Act(kind.split()[-1].casefold(), number, f"{kind} {number}")
        yield Reference(act, match["title"])
    for match in _SEVERAL.finditer(text):
        for number in re.findall(_NUMBER, match["numbers"]):
            kind = match["kind"]
            yield Reference(Act(kind.split()[-1].casefold(), number, f"{kind} {number}"), None)


def tells_by_number(text: str) -> bool:
    """Whether a text says by the numbers of acts alone of what it is.

    >>> of_it = "the duties of", "the duties on Thai tin of", "the duties of Decree 150 (Duties on Tin) and"
    >>> [tells_by_number(f"On May 2 {words} Decree 142 shall end.") for words in of_it]
    [True, False, False]
    """
    named = list(references(text))
    rest = folded(text).text
    return bool(named) and not (any(of.title for of in named) or goods_in(rest) or parties_in(rest) - {"US"})


def acts_in(text: str) -> frozenset[Act]:
    """Return the acts that a text names."""
    return frozenset(reference.act for reference in references(text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with a word in place of each run of acts that it names: "duties of act0 shall end"."""

    text: str
    runs: tuple[frozenset[Act], ...]

    def acts_of(self, clause: str) -> frozenset[Act]:
        """Return the acts that a clause of the folded text means as a whole."""
        whole = (m for m in _FOLDED.finditer(clause) if not _PART_OF.search(clause[: m.start()]))
        return frozenset().union(*(self.runs[int(match[1])] for match in whole))


@lru_cache(maxsize=16_384)  # the same few orders end most measures: a timeline folds their sentences 20 times
def folded(text: str) -> Folded:
    """Fold the acts of a text, so that a sentence reads on over a list of them.

    >>> folded("duties of Order 193, as amended; Order 245; and Order 382, as amended, shall end").text
    'duties of act0 shall end'
    """
    runs: list[frozenset[Act]] = []

    def fold(match: re.Match[str]) -> str:
        runs.append(acts_in(match[0]))
        closed = match[0].endswith("as amended,")  # the comma belongs to what it closes
        return f"act{len(runs) - 1}{'' if closed else match['after'] or ''}"

    return Folded(_RUN.sub(fold, _SPACE.sub(" ", text)), tuple(runs))


def alone(text: str, acts: Set[Act]) -> tuple[tuple[int, int], ...]:
    """Return the spans of a sentence that are left when the list that some of `acts` are in is cut to them.

    >>> text = "The duties of Order 193; Order 245; and Order 382 shall end."
    >>> [text[a:b] for a, b in alone(text, {Act("order", "245"), Act("order", "382")})]
    ['The duties of', 'Order 245', 'Order 382', 'shall end.']
    """
    for run in _RUN.finditer(text):
        listed = [(match, acts_in(match[0])) for match in _ACT.finditer(text, run.start(), run.end())]
        kept = [match for match, named in listed if named & acts]
        if kept and len(listed) > 1:
            ends = (text.index(match["number"], match.start()) + len(match["number"]) for match in kept)
            of_acts = zip((match.start() for match in kept), ends, strict=True)
            spans = ((0, run.start()), *of_acts, (run.end(), len(text)))
            return tuple((a + _blank(text[a:b]), b - _blank(text[a:b][::-1])) for a, b in spans if a < b)
    return ()


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def main_act(text: str) -> Act | None:
    """Return the act that a briefing is about: named OFTEN, and in half of all its references."""
    named = Counter(reference.act for reference in references(text))
    if not named:
        return None
    act, count = named.most_common(1)[0]
    return act if count >= OFTEN and 2 * count >= named.total() else None


def grounds_in(text: str) -> frozenset[Act]:
    """Return the acts that declared the emergency which a text gives as its ground: it falls with them.

    >>> text = "This is needed to meet the emergency declared in Decree 142, as amended. Decree 150 stands."
    >>> [act.number for act in grounds_in(text)]
    ['142']
    """
    text = _SPACE.sub(" ", text)
    runs = (_RUN.match(text, match.end()) for match in _GROUND.finditer(text))
    return frozenset(act for run in runs if run for act in acts_in(run[0]))


def recites(text: str) -> bool:
    """Whether a text opens with what acts did, or begins to: clauses that name acts may be all of it.

    >>> recites("In Order 193 of May 2, as amended; Order 194, as amended;"), recites("Order 193 shall end.")
    (True, False)
    """
    return bool(_RECITES.match(folded(text).text))


def titled(text: str, title: str) -> Act | None:
    """Return the act that a text refers to by this title."""
    wanted = letters(title)
    return next((of.act for of in references(text) if of.title and letters(of.title) == wanted), None)


def letters(text: str) -> str:
    """Return the letters and figures of a title, in lower case, by which two are compared."""
    return "".join(character for character in text.casefold() if character.isalnum())
