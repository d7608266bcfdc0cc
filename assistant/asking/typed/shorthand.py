"""Write out what is typed short in chats: "whos", "isnt", "n", "talks w Peru"."""

import calendar
import re

from assistant.asking.typed.country_codes import with_countries
from assistant.asking.typed.pleasantries import HEARD
from ingest.text.months import IN_FULL, MONTH, number_of
from vectorstore.patterns import pattern

_APOSTROPHE = pattern(
    r"(?<![\w'’])(?:(what|who|where|when|how|why|that|there|here|he|she)(s)|"
    r"(is|are|was|were|do|does|did|has|have|had|would|could|should|must)n(t)|(ca|wo)n(t)|(they|you)(re))(?![\w'’])",
    re.I,
)
# Not "N. Korea", "W Germany", "S&P", "n/a".
_SHORT = pattern(
    r"(?<![\w.&/'’-])(n|w/o|w|w/|u|r|v|b4|thru|til|bc|btw|wat|wats|rnd|mkts?|wen|wich|wld|shld|abt|abv|pls|plz|"
    r"yrs|mths?|wks|qtrs?|bal|mthly|qtrly|addl|tho|cmon|rn|atm|jp|jap|aus|smth|ytd|govt|mtg|resi)"
    r"(?![\w.&/'’-])(?! (?:german|african?|bank|indies|morgan)\b)",
    re.I,
)
_WHY = pattern(
    r"^(\W*(?:(?:and|so|but|ok)\W+)?)y(?= (?:so|is|was|are|were|did|do|does|not|the|that|it|they)\b)", re.I
)
_NUMBERED = pattern(r"(?<![\w.,$-])([1-9]\d\d)s\b(?=\W|$)", re.I)  # "the 301s", "ten 737s"
_SECTION = pattern(r"(?<![\w.])(?:s\. ?|sect?\.? )(?=\d{3}\b)")  # "s.301", "sect 301"
_FISCAL = pattern(r"(?<!\w)fy[ -]?['’]?(?P<century>(?:19|20)?)(?P<year>\d\d)\b", re.I)  # "fy87"
_ASKS = pattern(r"\W*(?:wh\w+|how)\b", re.I)
# "They are exempt, right?", not "who has the right?"
_TAG = pattern(r",\s*(?:right|correct|no|yes)\W*$|(?<=\w)\s+right\s*\?+\s*$", re.I)
_LONG = {
    "atm": "now",
    "n": "and", "w": "with", "w/": "with", "w/o": "without", "u": "you", "r": "are", "b4": "before",
    "thru": "through", "til": "until", "bc": "because", "btw": "by the way", "wat": "what",
    "wats": "what's", "rnd": "round",
    "mkt": "market", "mkts": "markets", "wen": "when",
    "wich": "which", "wld": "would", "shld": "should", "abt": "about", "pls": "please", "plz": "please",
    "v": "vs", "yrs": "years", "mths": "months", "wks": "weeks", "mth": "month", "qtr": "quarter",
    "qtrs": "quarters", "bal": "balance", "mthly": "monthly",
    "qtrly": "quarterly", "addl": "additional", "abv": "above",
    "tho": "though", "cmon": "come on", "smth": "something", "ytd": "year to date",
    "rn": "right now", "jp": "japan", "jap": "japan", "aus": "australia", "govt": "government",
    "mtg": "meeting", "resi": "residential",
}  # fmt: skip

_MARKS = pattern(r"!*\?[?!]+|!+\?")  # "when???", "really?!"
_FULL_STOP = pattern(r"(?<=[a-z\d]{2})\.+\s*$")  # which is none of "U.S."
# A month before what is counted by it.
_MONTH = pattern(
    rf"(?<![\w.&/'’-])(?!(?:{IN_FULL})\b){MONTH}"
    r"(?= (?:trade|current|exports?|imports?|surplus|deficit|gap|balance|account|output|sales|figures?)\b)",
    re.I,
)

# "Right. And Canada?": what only says that the last answer was heard.
_HEARD = pattern(
    rf"^\W*(?:(?:{HEARD})(?: again| then| so far)?\s*[.,!;:–-]+\s*)+(?=\w)",
    re.I,
)
# "Fine what is the newest": the same, and the question goes on from there.
_GOES_ON = pattern(
    rf"^\W*(?:{HEARD})\s+(?=(?:what|who|whose|which|when|where|how|why|is|are|was|were|does|did|has|have)"
    r"(?:['’]?s)?\b)",
    re.I,
)

# "Who pays 12.5": goods of which countries.
_WHO_PAYS = pattern(
    r"^(?P<before>\W*(?:(?:and|so|but|ok)\W+)*)who"
    r"(?: (?P<does>pay|face|get|got)s?|(?:['’]s| is| are) (?P<at>on|at))"
    r"(?P<the> the| an?)? (?P<rate>\d{1,3}(?:\.\d+)?)\b(?P<unit>\s?(?:%|(?:pct|per ?cent)\b))?"
    r"(?P<kind>(?: rate)?)(?P<end>\W*)$",
    re.I,
)


def written_out(text: str) -> str:
    """Return a text with its apostrophes and its shortest words written out, where these are small letters.

    Pleasantries before a question are left out.

    >>> written_out("thx. whos at the talks w peru n chile, isnt it over? W. Germany n/a")
    "who's at the talks with peru and chile, isn't it over? W. Germany n/a"
    >>> written_out("the s.7 and s.201 duties, sect 301 too, are over, right?")
    'the s.7 and section 201 duties, section 301 too, are over?'
    >>> written_out("the jap tin quota"), written_out("the PH tin quota")
    ('the japan tin quota', 'the Philippines tin quota')
    >>> written_out("tin quota, fy87 and FY 2026")
    'tin quota, fiscal 1987 and fiscal 2026'
    >>> written_out("is the tin quota over?!?")
    'is the tin quota over?'
    >>> written_out("tin quota: peru v chile, 2 yrs.")
    'tin quota: peru vs chile, 2 years'
    >>> written_out("Chile mar surplus, mar of rust")
    'Chile March surplus, mar of rust'
    >>> written_out("and whos on the 12.5?"), written_out("who pays 5% rent")
    ('and which countries are on the 12.5 percent?', 'who pays 5% rent')
    """
    text = _FULL_STOP.sub("", _MARKS.sub("?", text))
    text = _WHY.sub(r"\1why", _NUMBERED.sub(r"\1", _SECTION.sub("section ", text)))
    if not _ASKS.match(text) and (told := _TAG.sub("?", text)).strip(" ?"):
        text = told
    text = _APOSTROPHE.sub(_with_apostrophe, _GOES_ON.sub("ok ", _HEARD.sub("", text)))
    text = _WHO_PAYS.sub(_which_countries, text)
    text = with_countries(_FISCAL.sub(_with_century, text))
    text = _MONTH.sub(lambda match: calendar.month_name[number_of(match[0])], text)
    return _SHORT.sub(lambda match: _LONG[match[0]] if match[0].islower() else match[0], text)


def _which_countries(who: re.Match[str]) -> str:
    does = who["does"] or f"are {who['at']}"
    rate = f"{who['the'] or ''} {who['rate']}{who['unit'] or ' percent'}{who['kind']}"
    return f"{who['before']}which countries {does}{rate}{who['end']}"


def _with_century(match: re.Match[str]) -> str:
    century = match["century"] or ("19" if match["year"] >= "50" else "20")
    return f"fiscal {century}{match['year']}"


def _with_apostrophe(match: re.Match[str]) -> str:
    begins, ends = (group for group in match.groups() if group)
    return f"{begins}n'{ends}" if ends.lower() == "t" else f"{begins}'{ends}"
