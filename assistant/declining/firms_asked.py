"""Tell whether an answer names the firms or sites that are asked for: "which plants were approved"."""

import re
from collections.abc import Collection, Sequence

from assistant.asking.question import Question
from ingest.text.auxiliaries import ASKING
from ingest.text.months import MONTH
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_KIND = (
    r"(?:compan(?:y|ies)|cos|firms?|businesses|plants?|factor(?:y|ies)|mills?|smelters?|refiner(?:y|ies)|mines?"
    r"|abattoirs?|slaughterhouses?|shipyards?|yards?|airports?|ports?|terminals?|makers?|manufacturers?"
    r"|producers?|importers?|exporters?|carmakers?|automakers?|drugmakers?|steelmakers?|retailers?|brands?)"
)
_NO_VERB = rf"(?!(?:if|the|an?|{ASKING}|about)\b)"
_ASKS = pattern(
    r"(?:\bwhich|(?:^\W*|[,;:–?-]\s*|\b(?:and|so|but|or|ok|in|at|by|for|from|to|on)\s+)what)"  # not "vs what"
    rf" (?:of the )?(?:{_NO_VERB}[\w-]+ ){{0,3}}{_KIND}\b"
    rf"|\bnames? of (?:the )?(?:[\w-]+ ){{0,2}}{_KIND}\b",
    re.I,
)
_OPEN = pattern(r"\bwh(?:ich|at) (?:kinds?|types?|sorts?|sizes?|share)\b", re.I)
# A word with a capital that names no firm; what begins a sentence may be any word.
_CAPITAL = pattern(r"(?<![.!?:“\"(] )(?<![.!?:])(?<!^)\b[A-Z][\w&’'-]*")
_NO_FIRM = pattern(
    r"(?:I|A|The|This|It|In|On|By|For|Section|Sec|Article|Annex|Title|Proclamation|Executive|Order|Act|Law"
    r"|President|Vice|Prime|Minister|Ministry|Secretary|Department|Administration|Government|Congress|Senate"
    r"|House|Parliament|Committee|Council|Commission|Board|Bureau|Office|Agency|Nation|Nations|State|States|Federal|Harmonized|Tariff"
    rf"|Schedule|Trade|Commerce|Treasury|Agriculture|Reuters?|{MONTH}|\w*day"
    r"|EC|EU|GATT|WTO|HTSUS|U\.?S|USA?)(?:[’']s)?"
)
_NAME = r"[A-Z][\w’'-]*(?:,? (?:(?:and|of|the|for) ){0,2}[A-Z][\w’'-]*)+"
_DEFINED = pattern(rf"(?P<name>{_NAME}) \((?P<short>[A-Z]{{2,6}})s?\)")  # "Free Trade Area (FTA)"
# "The Office of Mines", "President Ana J. Rojas", "the Trade Act of 1974", "Trade Deal Countries: ".
_NO_FIRMS = pattern(
    r"\b(?:(?:Department|Ministry|Office|Bureau|Secretary|Minister|Committee|Commission|Board|Act|Agreement"
    r"|Accord|Pact|Treaty|Protocol|Memorandum|Declaration|Framework)"
    r" (?:of|for|on) (?:the )?[A-Z][\w’'-]*(?:,? (?:and )?[A-Z][\w’'-]*)*"
    r"|(?:President|Minister|Secretary|Senator|Chairman|Ambassador|Representative|Mr|Mrs|Ms|Dr)\.?"
    r"(?: [A-Z][\w’'-]*\.?){1,3}"
    r"|(?:[A-Z][\w’'-]* ){0,3}(?:Countries|Economies|Goods|Products|Articles|Sectors|Agreements|Deals|Terms"
    r"|Commitments|Measures|Exemptions|Exceptions|Tariffs|Duties|Rates):"
    r"|(?:[A-Z][\w’'-]* ){1,4}(?:Act|Law|Agreement|Order|Proclamation|Code|Schedule|Treaty)\b)"
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
    >>> firms_missing(asked, ["It asked the Board of Mill Safety (BMS) and BMS agreed."])
    'names'
    >>> firms_missing(asked, ["It waits.Mills may ask.", "Partner Countries: any of their mills."])
    'names'
    >>> firms_missing(asked, ["The Accord on Fair and Reciprocal Trade lets in eight mills."])
    'names'
    >>> than_all = understand("tin let in vs what mills in Peru made", date(1987, 4, 1))
    >>> firms_missing(than_all, ["It was more."]) is None
    True
    >>> of_any = understand("what if the importer names no mill?", date(1987, 4, 1))
    >>> firms_missing(of_any, ["It is fined."]) is None
    True
    """
    if not _ASKS.search(question.asked) or _OPEN.search(question.asked):
        return None
    no_firms = {m["short"] for text in sentences for m in _DEFINED.finditer(text) if _is_no_firm(m["name"])}
    return None if any(_may_name(text, no_firms) for text in sentences) else "names"


def _is_no_firm(name: str) -> bool:
    """Whether a name in full is that of an office, a law or a rule, by a word of it."""
    return any(_NO_FIRM.fullmatch(word) for word in re.findall(r"[\w.’'-]+", name))


def _may_name(text: str, no_firms: Collection[str]) -> bool:
    text = _NO_FIRMS.sub(" ", _DEFINED.sub(lambda m: " " if _is_no_firm(m["name"]) else m[0], text)).strip()
    parties = [(m.start, m.end) for m in find_parties(text)]
    names = (m for m in _CAPITAL.finditer(text) if not any(a <= m.start() < b for a, b in parties))
    return any(not _NO_FIRM.fullmatch(m[0]) and m[0] not in no_firms for m in names)
