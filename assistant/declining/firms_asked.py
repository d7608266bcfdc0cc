"""Tell whether an answer names the firms or sites that are asked for: "which plants were approved"."""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from ingest.text.months import MONTH
from ingest.text.parties import find_parties

_KIND = (
    r"(?:compan(?:y|ies)|cos|firms?|businesses|plants?|factor(?:y|ies)|mills?|smelters?|refiner(?:y|ies)|mines?"
    r"|abattoirs?|slaughterhouses?|shipyards?|yards?|airports?|ports?|terminals?|makers?|manufacturers?"
    r"|producers?|importers?|exporters?|carmakers?|automakers?|drugmakers?|steelmakers?|retailers?|brands?)"
)
_NO_VERB = r"(?!(?:if|the|an?|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|about)\b)"
_ASKS = re.compile(
    rf"\b(?:which|what) (?:of the )?(?:{_NO_VERB}[\w-]+ ){{0,3}}{_KIND}\b"
    rf"|\bnames? of (?:the )?(?:[\w-]+ ){{0,2}}{_KIND}\b",
    re.I,
)
_OPEN = re.compile(r"\bwh(?:ich|at) (?:kinds?|types?|sorts?|sizes?|share)\b", re.I)
# A word with a capital that names no firm; what begins a sentence may be any word.
_CAPITAL = re.compile(r"(?<![.!?:“\"(] )(?<!^)\b[A-Z][\w&’'-]*")
_NO_FIRM = re.compile(
    r"(?:I|A|The|This|It|In|On|By|For|Section|Sec|Article|Annex|Title|Proclamation|Executive|Order|Act|Law"
    r"|President|Vice|Prime|Minister|Ministry|Secretary|Department|Administration|Government|Congress|Senate"
    r"|House|Parliament|Committee|Council|Commission|Nation|Nations|State|States|Federal|Harmonized|Tariff"
    rf"|Schedule|Trade|Commerce|Treasury|Agriculture|Reuters?|{MONTH}|\w*day"
    r"|EC|EU|GATT|WTO|HTSUS|U\.?S|USA?)(?:[’']s)?"
)


def firms_missing(question: Question, sentences: Sequence[str]) -> str | None:
    """Say that names are asked for where no sentence has one that may be a firm's or a site's.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("which mills did Peru approve?", date(1987, 4, 1))
    >>> firms_missing(asked, ["On May 4, the Secretary of Peru approved two mills."])
    'names'
    >>> firms_missing(asked, ["On May 4 Peru approved the mill of Alicorp."]) is None
    True
    >>> of_any = understand("what if the importer names no mill?", date(1987, 4, 1))
    >>> firms_missing(of_any, ["It is fined."]) is None
    True
    """
    if not _ASKS.search(question.asked) or _OPEN.search(question.asked):
        return None
    return None if any(map(_may_name, sentences)) else "names"


def _may_name(text: str) -> bool:
    parties = [(m.start, m.end) for m in find_parties(text)]
    names = (m for m in _CAPITAL.finditer(text) if not any(a <= m.start() < b for a, b in parties))
    return any(not _NO_FIRM.fullmatch(m[0]) for m in names)
