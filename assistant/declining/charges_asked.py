"""Find the kind of charge that a question is on and that nothing of its answer is about.

A duty against dumping is none against subsidies, and what is charged on exports none on imports: with the
goods and the parties in common, either is as near in words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.parts import Weighed
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import share
from assistant.reading.goods import AMBIGUOUS, goods_in, most_specific, untold_by
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

TOUCHED = 0.4  # of the weight of the question's other words, by a sentence and what stands around it

_DUTY = r"(?:dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|charges?|surcharges?|tariffs?)"
_OF_A_CASE = rf"(?:{_DUTY}|margins?|rates?|deposits?|orders?|measures?|cases?|investigations?|probes?)"
_TELLS_DUMPING = pattern(
    r"\b(?:anti-?)?dump(?:ing|ed|s)?\b|\bAD\b|\b(?:less[- ]than[- ])?(?:fair|normal)[- ]value\b"
)
_TELLS_SUBSIDY = pattern(r"\bcountervail|\banti-?subsid|\bcvds?\b|\bsubsid", re.I)
_TELLS_EXPORT = pattern(
    rf"\bexports?['’]? (?:\w+ ){{0,2}}?{_DUTY}\b"
    rf"|\b(?:{_DUTY}|tax(?:ed|ing)?) (?:of [^.;]{{1,20}} )?(?:on|for) (?:[\w-]+ ){{0,5}}?export(?:s|ed)?\b",
    re.I,
)
_ANOTHER = pattern(r"\b(?:imports?\b|imported|customs|tariff|dut(?:y|ies)\b|tax)", re.I)
_SURTAX = pattern(r"\bsurtax(?:es)?\b", re.I)
_TELLS_SALES = pattern(r"\b(?:sales|value[- ]added|turnover) tax|\bVAT\b|\bGST\b", re.I)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind of charge is asked for, what tells of it, and what of another that it is taken for."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    other: re.Pattern[str]


_KINDS = (
    _Kind(
        pattern(rf"\b(?:countervailing|anti-?subsidy|cvds?)\b(?: {_OF_A_CASE}\b)?", re.I),
        _TELLS_SUBSIDY,
        _TELLS_DUMPING,
    ),
    _Kind(
        pattern(rf"\b(?:(?:[Aa]nti-?)?[Dd]umping|AD) {_OF_A_CASE}\b"),
        _TELLS_DUMPING,
        _TELLS_SUBSIDY,
    ),
    _Kind(pattern(rf"\bexport {_DUTY}\b", re.I), _TELLS_EXPORT, _ANOTHER),
    _Kind(_TELLS_SALES, _TELLS_SALES, _ANOTHER),
    _Kind(_SURTAX, _SURTAX, _ANOTHER),
)
# "After its surtax": when something else was.
_OCCASION = pattern(r"\b(?:after|before|since|following|due to|because of|until) (?:[\w'’-]+ ){0,3}$", re.I)
_IMPORT = pattern(rf"\bimport {_DUTY}\b", re.I)
_CHARGE = pattern(rf"\b{_DUTY}\b", re.I)


def charge_missing(asked: str, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> str | None:
    """Return the kind of charge as a question calls it, where nothing of what is chosen is about it."""
    for kind in _KINDS:
        if (named := kind.asked.search(asked)) and not _OCCASION.search(asked[: named.start()]):
            goods = most_specific(goods_in(asked)) - AMBIGUOUS
            of_it = [e for e in chosen if _tells(kind, e) and _is_near(e, parts, named[0])]
            told = any(not goods or not untold_by(goods, _around(e)) for e in of_it)
            another = any(kind.other.search(_around(e)) for e in chosen)
            return named[0] if another and not told else None
    if named := _IMPORT.search(asked):
        charges = [e.said for e in chosen if _CHARGE.search(e.said)]
        of_exports = [not _CHARGE.search(_TELLS_EXPORT.sub(" ", said)) for said in charges]
        return named[0] if charges and all(of_exports) else None
    return None


def _around(e: Evidence) -> str:
    return f"{e.headed}\n{e.hit.passage.text}"


def _tells(kind: _Kind, e: Evidence) -> bool:
    """Whether a sentence is about a kind of charge: by itself, its heading, title, or the passage it is of.

    Not by its passage where it or what it stands under names the other.
    """
    if kind.told.search(e.headed):
        return True
    return not kind.other.search(e.headed) and bool(kind.told.search(e.hit.passage.text))


def _is_near(e: Evidence, parts: Sequence[Weighed], named: str) -> bool:
    """Whether a sentence, with what stands around it, has enough of the question beside the charge."""
    kind = frozenset(analyse(named))
    own = [
        (reach.around, part)
        for part, reach in zip(parts, e.reached, strict=True)
        if part.concept and not part.concept.context and kind.isdisjoint(part.concept.terms)
    ]
    reached = share([of for of, _ in own], [part for _, part in own])
    return reached is None or reached >= TOUCHED
