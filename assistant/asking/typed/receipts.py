"""Ask for what duties have brought in as for their revenue, however that is worded."""

import re

from vectorstore.patterns import pattern

_DUTY = r"(?:tariff|dut(?:y|ie)|customs(?: dut(?:y|ie))?|lev(?:y|ie)|surcharge)"
_IN = (
    r"(?:brought in|bring in|bringing in|raised?|raising|taken in|took in|take in|earn(?:ed)?|generated?"
    r"|yield(?:ed)?|netted)"
)
# Not "how much does the duty raise the price".
_WHEN = (
    r"(?:so far|to date|since|in|by|for|from|per|a|each|this|last|yet|already|until|till|up to|and|during"
    r"|as of|of late)"
)
# "The tariff take", "customs receipts to date", "tariff $ collected".
_CALLED = pattern(
    rf"\b(?P<duty>{_DUTY})s? (?:take|takings|haul|income|intake|proceeds|receipts|money|cash|dollars"
    r"|collections|\$(?! ?\d))(?: (?:collected|raised|taken in|brought in))?"
    r"(?!\w)(?! (?:effect|force|hold|place)\b)",
    re.I,
)
# "How much have the tariffs raised", "what did duties on tin bring in last year".
_RAISED = pattern(
    r"\b(?:how much(?: money| cash| revenue)?|what) (?:have|has|had|did|do|does|are|is|will)"
    rf" (?:the |these |those |all )?(?P<whose>(?:[\w'’-]+ ){{0,4}}?)(?P<duty>{_DUTY})s?"
    rf"(?P<on> on (?:[\w'’-]+ ){{1,3}}?)? ?(?:already |so far |actually )?{_IN}(?=\W*$|[,;?]| {_WHEN}\b)",
    re.I,
)
# "How much has the US collected in tariffs".
_COLLECTED = pattern(
    r"\bhow much (?:money |cash |revenue )?(?:have|has|had|did) (?P<who>(?:[\w'’.-]+ ){1,4}?)"
    rf"(?:collect(?:ed)?|made|make|{_IN}) (?:in|from|on|by|via|through|with) (?P<whose>(?:[\w'’-]+ ){{0,3}}?)"
    rf"(?P<duty>{_DUTY})s?\b",
    re.I,
)
# "Duties collected so far": whether they are collected yet is another question.
_SO_FAR = pattern(
    rf"\b(?P<duty>{_DUTY})s? (?:collected|raised|taken in|brought in)"
    r"(?= (?:so far|to date|until now|up to now|this year|last year|in (?:\w+ )?\d{4}|since)\b)"
    rf"|(?<=how much )(?:in |of )?(?P<duties>{_DUTY})s? (?:was |were |has been |have been )?collected\b",
    re.I,
)


def as_revenue(text: str) -> str:
    """Return a question with what duties brought in called their revenue.

    >>> as_revenue("tariff take to date"), as_revenue("how much have the tin duties raised so far")
    ('tariff revenue collected to date', 'how much tin duty revenue collected so far')
    >>> as_revenue("how much has Peru collected in tariffs"), as_revenue("do the duties take effect")
    ('how much Peru tariff revenue collected', 'do the duties take effect')
    """
    text = _COLLECTED.sub(lambda m: f"how much {m['who']}{m['whose']}{_collected(m)}", text)
    text = _RAISED.sub(lambda m: f"how much {m['whose']}{_collected(m)}{(m['on'] or '').rstrip()}", text)
    text = _CALLED.sub(lambda m: f"{_collected(m)}", text)
    return _SO_FAR.sub(lambda m: f"{_collected(m)}", text)


def _collected(match: re.Match[str]) -> str:
    duty = match["duty"] or match["duties"]
    return f"{re.sub(r'ie$', 'y', duty, flags=re.I)} revenue collected"
