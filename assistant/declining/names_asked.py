"""Find what a question calls by name and its answer does not speak of: "RCEP" where no text on file says it.

Only what is written with a capital is taken for a name. It may be spelled out on file ("General Motors" for
GM), or have a word near to it. Where an amount or a date is asked of it, a sentence that has one has to
stand near the name: what another company paid is no answer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from assistant.asking.details import type_of_answer
from assistant.asking.parts import COMMON, Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import TITLE
from assistant.reading.english import is_english
from assistant.reading.goods import goods_in
from assistant.reading.initials import spelled_in_small
from assistant.reading.legal_bases import laws_in, main_law
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

LETTERS = 3  # of a name that has to be somewhere; shorter ones are short for anything
BEGINNING = 5  # letters; words that share them are of one name: "Alaskan", "Alaska"
REACHED = 0.3  # from which on a name is not quite absent from a sentence and what stands around it
ANY_FORM = ("reason", "list")  # types of answer that a sentence may give in any form

# A region may go by another name: "North American", "the Western world".
_SIDE = pattern(r"\b(?:north|south|east|west|central|latin|middle)(?:ern)?$", re.I)
# Who is quoted need not be named: "according to GATT", "GATT's forecast", "what rate GATT sees".
_SOURCE = pattern(
    r"\b(?i:per|acc\.?(?: to)?|according to|says|said|by|told|(?:sources?|officials?) (?:in|at))"
    r"\s+(?i:the\s+)?(?:[A-Z][a-z]+\s+)?$"
)
# Initials of these are told in any words: "the rate on phosphate" is its CVD.
_MEASURES = frozenset(
    analyse("duty tariff quota levy agreement act price order dumping antidumping countervailing antisubsidy")
)
_AGREEMENTS = frozenset(analyse("agreement act partnership treaty"))
NO_TEXTS: Mapping[str, str] = MappingProxyType({})
_INITIALS = pattern(r"(?:[A-Z]\.?){2,}[0-9]?|[A-Z][0-9]+")
# "Has Congress approved it": who is asked to have done something.
_DONE_BY = pattern(
    r"\W*(?:and |so |ok |but )*(?:(?:what|when|why|how) )?"
    r"(?:has|have|had|did|does|will|would|can|could|may|is|was) (?:the )?"
    r"(?:[a-z]{2,12} ){0,2}?(?P<asked>congress|senate|(?<!white )house|parliament|cabinet|court|council|diet"
    r"|assembly|legislature|commission|committee|panel|tribunal|lawmakers|unions?)\b",
    re.I,
)
# "How much of the crop is durum": the part of a whole.
_PART_OF = pattern(
    r"\b(?:how (?:much|many)|what (?:share|part|portion|proportion|percentage)) of\b[^?]{1,60}?"
    r"\b(?:is|are|was|were) (?:in )?(?P<asked>[a-z]+)\W*$",
    re.I,
)
# A department is told of by who heads it: "the Secretary shall report by May 2".
_DEPARTMENT = pattern(
    r"(?:commerce|treasury|state|defen[cs]e|energy|labou?r|agriculture|interior|justice|transportation|finance"
    r"|trade|industry)",
    re.I,
)
_OF_DEPARTMENT = pattern(r"\b(?:Secretary|Minister|Department|Ministry)\b")
_COUNTED = pattern(r"\d\s?(?:million|billion|trillion|mln|bln|mn|bn|m)?\s*$", re.I)  # a unit: "2 bln ECU"
# "Over the Callao case", "after the Lima talks": on what occasion, not of whom.
_OCCASION = pattern(
    r"\b(?:over|after|at|during|following|amid|with) (?:(?:the|a|an|his|her|their) )?(?:[\w’'-]+ )?$", re.I
)
_QUOTED = pattern(
    r"(?:['’]s)?\s+(?:guess|forecast|estimat|project|predict|sees?\b|saw\b|expect|reckon|says?\b|said\b|think|thought"
    r"|report|survey|study|poll\b|figures?\b|data\b|numbers\b|outlook|views?\b|opinion)",
    re.I,
)


def names_missing(
    question: Question,
    chosen: Sequence[Evidence],
    parts: Sequence[Weighed],
    sure: bool = False,
    texts: Mapping[str, str] = NO_TEXTS,
) -> Iterator[str]:
    """Yield in plain words what is missing of the names of a question.

    Where what is chosen is `sure` to answer, initials that some briefing has may be spelled out in it. A name
    that only tells the occasion may stand anywhere in its briefing: `texts`, by the briefing's id.
    """
    names = [(i, p.concept.typed, p) for i, p in enumerate(parts) if p.concept and _is_name(p, question.text)]
    asked = [detail for detail in question.details if detail not in ANY_FORM]
    telling = [e for e in chosen if e.marks.detail] if asked else []
    yield from _missing_as_asked(question, chosen, parts)
    for at, name, part in names:
        if not part.passages and max((e.reached[at].around for e in chosen), default=0.0) < REACHED:
            if not (sure and any(spelled_in_small(e.hit.passage.text, name) for e in chosen)):
                yield name
        elif (sure and _INITIALS.fullmatch(name) and not _is_of_agreement(part)) or (
            _DEPARTMENT.fullmatch(name) and any(_OF_DEPARTMENT.search(e.said) for e in chosen)
        ):
            continue
        elif telling and part.weight > COMMON and max(e.reached[at].exact for e in telling) < REACHED:
            briefings = [texts.get(e.hit.facts.id, "") for e in telling]
            if not _is_occasion(name, question.text, briefings) and not _is_law_of(name, briefings):
                yield f"{type_of_answer(asked)} for {name}"
        elif telling and part.weight > COMMON and _in_no_row(name, part, telling):
            yield f"{type_of_answer(asked)} for {name}"
        elif _is_nowhere(name, at, part, chosen):
            yield name


def those_with_names(
    question: Question, evidence: Sequence[Evidence], chosen: Sequence[Evidence], parts: Sequence[Weighed]
) -> list[Evidence]:
    """Return the sentences on what a question names, where briefings have a name and nothing chosen has.

    "Is the AGOA still in force" is best met in words by what tells of another act's entry into force.
    """
    on_file = [i for i, p in enumerate(parts) if p.passages and p.weight > COMMON]
    names = [i for i in on_file if _is_name(parts[i], question.text)]
    untold = [i for i in names if max((e.reached[i].around for e in chosen), default=0.0) < REACHED]
    return [e for e in evidence if all(e.reached[i].around >= TITLE for i in untold)] if untold else []


def _missing_as_asked(
    question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]
) -> Iterator[str]:
    """Yield who is asked to have done something, and the part of a whole whose size is asked for.

    Only where no passage quoted speaks of that body, or of that part.
    """
    for found in (_DONE_BY.match(question.asked), _PART_OF.search(question.text)):
        if not found:
            continue
        for at, part in enumerate(parts):
            typed = part.concept.typed if part.concept else ""
            is_it = typed.casefold().split()[-1:] == [found["asked"].casefold()]
            if is_it and all(e.reached[at].around < REACHED for e in chosen):
                yield typed


def _is_name(part: Weighed, text: str) -> bool:
    """Whether a word of the question itself is written as a name.

    What opens the text may be any English word, but for "Bayer's"; and in a text all of capitals nothing is.
    """
    concept = part.concept
    if concept is None or concept.context or concept.is_number or text.isupper():
        return False
    if text.istitle() and len(text.split()) > 1:
        return False
    at, name = text.find(concept.typed), concept.typed
    if _SIDE.search(name) or _SIDE.search(text[:at].rstrip()):
        return False
    if at < 0 or not name[0].isupper() or len(name) < 2 or _is_quoted(text, at, at + len(name)):
        return False
    if _COUNTED.search(text[:at]) or (name[:2].isupper() and goods_in(name)):
        return False
    opens = at == 0 and text[len(name) :][:2] not in ("'s", "’s")
    return not opens or name.isupper() or not is_english(name.lower())


def _is_occasion(name: str, text: str, briefings: Sequence[str]) -> bool:
    """Whether a question names only an occasion, and a briefing that has the type of answer names it, too."""
    before = text[: text.find(name)]
    return bool(_OCCASION.search(before)) and any(name.casefold() in of.casefold() for of in briefings)


def _is_law_of(name: str, briefings: Sequence[str]) -> bool:
    """Whether a name is the section of a law that a briefing rests on: an act need not repeat it."""
    return any(laws_in(name) == {main_law(of)} for of in briefings)


def _in_no_row(name: str, part: Weighed, telling: Sequence[Evidence]) -> bool:
    """Whether the figure is told by rows of a table alone, each on its own, and by none with the name."""
    if is_english(name.casefold()) or not part.concept or part.concept.others:
        return False
    rows = all(e.sentence.kind == "row" for e in telling)
    return rows and all(name.casefold() not in e.headed.casefold() for e in telling)


def _is_nowhere(name: str, at: int, part: Weighed, chosen: Sequence[Evidence]) -> bool:
    """Whether a rare name is in no passage quoted, nor a word that begins as it does."""
    if part.weight <= COMMON or len(name) < LETTERS or not part.concept:
        return False
    if part.concept.others and not _is_of_agreement(part):
        if not _INITIALS.fullmatch(name) or any(map(_MEASURES.intersection, part.concept.others)):
            return False
        return not goods_in(name) and all(e.reached[at].around < REACHED for e in chosen)
    stem = name[:BEGINNING].casefold()
    return all(e.reached[at].exact == 0 and stem not in e.hit.passage.text.casefold() for e in chosen)


def _is_of_agreement(part: Weighed) -> bool:
    """Whether a short name is that of one agreement or act: RCEP, but no FTA, which is any."""
    if part.concept is None or len(part.concept.typed) <= LETTERS:
        return False
    return any(form[-1] in _AGREEMENTS and len(form) > LETTERS for form in part.concept.others)


def _is_quoted(text: str, start: int, end: int) -> bool:
    return bool(_SOURCE.search(text[:start]) or _QUOTED.match(text, end))
