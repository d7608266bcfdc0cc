"""Tell what a text counts by the month or the year: exports, output, a deficit."""

import re

from assistant.reading.patterns import any_of
from vectorstore.patterns import pattern

_FLOWS = any_of(
    """
    balance balances gap gaps surplus* deficit* shortfall* exports imports sales output production shipment*
    deliver*
    inflation growth orders receipts revenue* reserves collection* deaths arrivals turnover throughput
    earnings profit* gdp gnp account purchases trade_total total_trade goods_trade two-way_trade
    bilateral_trade terms_of_trade jobs employment unemployment payrolls utilization utilisation
    reliance consumption tariff_take tax_take customs_take duty_take ppi cpi
    producer_price* consumer_price* wholesale_price* retail_price*
    """
)
_BALANCES = {
    "trade": pattern(
        r"\b(?:trade|visible|merchandise) (?:[\w-]+ ){0,2}"
        r"(?:balances?|gaps?|surplus(?:es)?|deficits?|shortfalls?)\b",
        re.I,
    ),
    "current account": pattern(
        r"\b(?:current[- ]account|c/a|curr? acc?t|balance of payments"
        r"|payments (?:balance|gap|surplus|deficit|shortfall)s?)\b",
        re.I,
    ),
    "budget": pattern(r"\b(?:budget|fiscal|public[- ]sector)\b", re.I),
}
_BALANCE = pattern(r"balance|gap|surplus|deficit|shortfall")
# What may be told by another word: a firm's exports are its shipments.
_AKIN = tuple(
    frozenset(words.replace("_", " ") for words in kind.split())
    for kind in (
        "balance account",
        "export sale shipment delivery deliverie order receipt revenue turnover earning",
        "import purchase sale shipment delivery deliverie arrival consumption reliance",
        "output production gdp gnp sale shipment utilization utilisation throughput",
        "inflation cpi ppi consumer_price producer_price wholesale_price retail_price",
        "job employment unemployment payroll",
        "revenue receipt collection tariff_take tax_take customs_take duty_take",
        "profit earning revenue turnover sale",
        "turnover trade_total total_trade goods_trade two-way_trade bilateral_trade",
    )
)
_BOTH_WAYS = frozenset(("export", "import"))
_MADE_OF_BOTH = frozenset(("balance", *_AKIN[-1]))
# What is done or agreed about a flow is no count of it.
_MEASURE_ON = pattern(
    r"\b(?:controls?|curbs?|bans?|limits?|restrictions?|line|policy|rules?|dut(?:y|ies)|tax(?:es)?|tariffs?|lev(?:y|ies)"
    r"|licen[cs]\w+|stance) (?:on|for) (?:[\w’'-]+ ){0,5}?(?:exports|imports|sales)\b"
    r"|\b(?:exports?|imports?|sales|orders?) (?:packages?|deals?|contracts?|agreements?|pacts?|talks)\b"
    r"|\b(?:ban(?:s|ned|ning)?|curb(?:s|ed|ing)?|restrict(?:s|ed|ing)?|block(?:s|ed|ing)?"
    r"|prohibit(?:s|ed|ing)?) (?:[\w’'-]+ ){0,4}?(?:exports|imports|sales)\b",
    re.I,
)
# "The first 20 days of February".
_DAYS = pattern(
    r"\b(?P<which>first|last|opening|initial) (?P<count>\d+|ten|fifteen|twenty|few) (?P<unit>days|weeks)\b",
    re.I,
)
_ALIKE = {"opening": "first", "initial": "first", "ten": "10", "fifteen": "15", "twenty": "20"}
_PART = pattern(r"\binterim\b|\bhalf of\b", re.I)
EXPECTED = pattern(
    r"\b(?:expect(?:s|ed|ing)?|forecast\w*|predict\w*|project(?:s|ed|ing|ions?)|should|could|would|might"
    r"|(?-i:may)|will|likely|probably|outlook|hop(?:es?|ed)"
    r"|seen (?:at|near|around|rising|falling|widening|narrowing|reaching|growing))\b",
    re.I,
)
# What was counted, and then what is to come of it.
_AND_THEN = pattern(
    r"(?<=\w),? (?:and|but) (?:is|are) (?:now |still |widely |generally )?"
    r"(?:expected|forecast|likely|seen|set|due)\b",
    re.I,
)
_MOVED = pattern(
    r"\btrade\b(?: \w+){0,4} (?:grow|grew|rise|rose|fall|fell|drop|dropped|shrink|shrank|shrunk|expand"
    r"|expanded|increased?|declined?|decreased?|slumped?|jumped?|climb|climbed)\b",
    re.I,
)
_UNIT = pattern(r"\b(?:per|for (?:each|every)) [a-z]+ of [a-z]+", re.I)  # "per dollar of orders"


def asks_statistic(text: str) -> bool:
    """Whether a question is about a figure that is counted by the month or the year: exports, a deficit.

    >>> [asks_statistic(text) for text in ("trade gap, latest", "trade talks", "curbs on tin exports")]
    [True, False, False]
    >>> asks_statistic("how much did trade grow"), asks_statistic("the arms sales package of May")
    (True, False)
    """
    return bool(_FLOWS.search(_UNIT.sub(" ", _MEASURE_ON.sub(" ", text))) or _MOVED.search(text))


def measures_in(text: str) -> frozenset[str]:
    """Return what a text counts; a surplus, a deficit and a gap are one balance.

    >>> sorted(measures_in("The surplus fell, for imports rose.")), sorted(measures_in("trade balances"))
    (['balance', 'import'], ['balance'])
    """
    found = (match[0].lower() for match in _FLOWS.finditer(text))
    return frozenset("balance" if _BALANCE.match(word) else word.rstrip("s") for word in found)


def counts_another(wanted: frozenset[str], text: str) -> bool:
    """Whether a text counts something, and nothing of what is `wanted`: reserves, where exports are.

    Anything may grow.

    >>> told = "Reserves fell to 5 mln.", "Shipments fell to 5 mln.", "It fell to 5 mln."
    >>> [counts_another(frozenset({"export"}), text) for text in told]
    [True, False, False]
    """
    told = measures_in(text)
    if (
        not told
        or not wanted
        or "growth" in wanted
        or wanted & told
        or (told >= _BOTH_WAYS and wanted & _MADE_OF_BOTH)
    ):
        return False
    return not any(kind & wanted and kind & told for kind in _AKIN)


def is_of_another_balance(asked: str, text: str, title: str = "") -> bool:
    """Whether a text tells a balance of another kind than is asked for: the current account's, not trade's.

    Where it does not say of which kind, its title may.

    >>> is_of_another_balance("the trade gap", "The current account gap widened."), is_of_another_balance(
    ...     "the trade gap", "The gap widened.")
    (True, False)
    """
    wanted, told = _balances(asked), _balances(text) or _balances(title)
    return bool(wanted and told) and wanted.isdisjoint(told)


def _balances(text: str) -> frozenset[str]:
    return frozenset(kind for kind, form in _BALANCES.items() if form.search(text))


def counts_part(text: str) -> bool:
    """Whether a text counts only a part of a period: "the first 20 days of February", an interim figure."""
    return bool(_DAYS.search(text) or _PART.search(text))


def days_counted(text: str) -> frozenset[str]:
    """Return the days or weeks that a text counts of a period.

    >>> sorted(days_counted("The gap of the first ten days, and of the last 2 weeks, of May"))
    ['first 10 days', 'last 2 weeks']
    """
    found = (match.groups() for match in _DAYS.finditer(text.casefold()))
    return frozenset(" ".join(_ALIKE.get(word, word) for word in words) for words in found)


def expects(text: str) -> bool:
    """Whether a text tells what is expected or may come, not what was counted.

    >>> expects("The gap should narrow to 2 billion in May."), expects("The gap of May was 2 billion.")
    (True, False)
    >>> expects("The gap fell to 2 billion in May and is expected to fall further.")
    False
    """
    then = _AND_THEN.search(text)
    return bool(EXPECTED.search(text[: then.start()] if then else text))


def first_counted(text: str) -> re.Match[str] | None:
    """Return where a text first names something that is counted."""
    return _FLOWS.search(text)
