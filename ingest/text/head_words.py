"""The words that the lines of a document's head are made of: of bodies, kinds of documents, names, forms."""

import re

from vectorstore.patterns import pattern

# Small words within a name, in the languages of the months.
_JOINING = """
of and the for de du des la le les del della di da do dos das el en et und der die für von van het
y e i och av zu zur & -
"""
JOINING = frozenset(_JOINING.split())
BODIES = (
    r"Ministry|Department|Office|Government|Council|Commission|Committee|Institute|Institution|Bank|Agency"
    r"|Authority|Treasury|Embassy|High Commission|Consulate|Secretariat|Chambers? of|Association"
    r"|Federation|Bureau|Forum|Centre|Center"
    r"|Hub|Board|Delegation|Directorate(?:[- ]General)?|Organi[sz]ation|Foundation|Society|University|Union"
    r"|Alliance|Circle|Observatory|Guild|Syndicate"
    r"|Associates|Partners|Group|House|Administration|Service|Tribunal|Confederation|Research|Analytics"
    r"|Intelligence|Consultants|Consulting|Advisors|Advisers"
    r"|Ministerio|Ministério|Ministère|Ministero|(?:Bundes)?[Mm]inisterium|Secretar[ií]a|Comisión|Comissão"
    r"|Commissione|Cámara|Câmara|Chambre|Dirección|Direction"
)
OFFICE_HOLDERS = (
    r"(?:(?:Prime|Deputy|Assistant|Foreign|Trade) )?Minister|Secretary|Commissioner"  # "Minister for Trade"
)
HONORIFICS = r"(?:The )?(?:Rt\.? )?Hon(?:ourable|orable)?|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Baroness|Viscount|Earl"
SERIALS = r"bulletin|newsletter|digest|gazette|journal|circular|notice|alert|minutes"  # what comes in numbers
NUMBERED = r"issue|no|nr|vol(?:ume)?|edition"  # what stands before such a number
RELEASES = (
    r"(?:press|news|media)[ -]?(?:release|statement|notice|room|note|briefing)s?|communiqu[eé](?: de presse)?"
    r"|ausgabe|mitteilung|pressemitteilung|nota de prensa|comunicato stampa|persbericht|boletín|bollettino"
)
CLASSIFIED = r"restricted|confidential|unclassified|secret|(?:limited |for )?official use(?: only)?"
# What is said to reporters; a record of it is of its day.
SAID_ALOUD = r"press conference|news conference|doorstop|interview|remarks|speech|briefing|transcript"
BY = r"(?:by|von|par|por|di|da|door|av)"
HANDLE = r"@\w{2,30}"  # "@anna · May 20, 2026"
BYLINE = pattern(
    rf"{BY}(?: (?:and |de |van )?[A-Z][\w.'’-]+){{2,6}}|{BY} [A-Z][\w.'’-]+|{HANDLE}"
    rf"|{BY} (?:our|the) (?:own )?(?:staff|reporters?|correspondents?|desk)"
    r"(?: (?:in|at) [A-Z][^.:;|]{1,60})?",
    re.IGNORECASE,
)
SENT = pattern(  # "U.S. Customs sent this bulletin at"
    r"(?P<name>\S.{1,80}?) (?:has )?(?:sent|issued|published|released) this "
    rf"(?:{SERIALS}|message|release|report|note)\b",
    re.IGNORECASE,
)

# ---- forms: "Report Number: 12", "[Docket No. 7]", "(25-8104)   Page: 1/2"

TITLES = ("title", "report name", "report title", "subject", "subj", "sub", "re")
FIELDS = (
    r"(?:(?:report|document|docket|file|case|notice|notification|reference|order|page|symbol)"
    r" (?:no\.?|number|category|type|id)|country|post|agency|action|category|(?:prepared|approved|drafted"
    r"|cleared|written|edited) by|tags|e\.?o\.? ?\d+|info|origin|ref(?:erence)?s?|subjects|topics?|keywords"
    r"|original|pages?|distribution|classification|required report|sector|attention|attn|language"
    rf"|{'|'.join(TITLES)})"
)
_FIELD = pattern(rf"(?:\d{{1,5}}\. )?{FIELDS}\s?:(?=\s)", re.IGNORECASE)
_MARK = pattern(  # of a register, a file
    r"\[[^\[\]]*\]|.{0,100}\[(?:www\.|https?:)[^\[\]]*\]|\(?\d{2}-\d{3,6}\)?|\(to be published in .*"
    r"|\((?:\w+ ){0,3}(?:translation|version)\)|title \d+ ?(?:--|—|–) ?\w.{0,40}"  # of a language, a code
    r"|page (?:no\.? ?)?\d+(?: of \d+)?(?: [A-Z]+ \d+)?|e ?& ?o ?e",
    re.IGNORECASE,
)
_RULE = pattern(r"[-_=*~.—–]{3,}(?:\s*\d+)?")
_STATION = r"(?:AMEMBASSY|AMCONSUL|USMISSION|USDEL|SECSTATE)\b[A-Z ]*"
_ROUTING = pattern(  # of a telegram: to whom, by whom
    rf"(?:(?:FM|TO|INFO) )?{_STATION}(?: \[[^\[\]]+\])?|(?:ORIGIN|INFO) [A-Z]{{2,5}}-\d\d\b.*"
    r"|(?:DRAFTED|CLEARED|APPROVED) BY [A-Z\d/-]+.*"
    rf"|(?:{CLASSIFIED.upper()}) [A-Z ]+ \d+"
)


def is_field(part: str) -> bool:
    """Whether a line, or a part of it, is a field of a form, or the mark of a register.

    >>> is_field("Report Number: 12"), is_field("[Docket No. 7]"), is_field("Peru: levy cut")
    (True, True, False)
    """
    return bool(_FIELD.match(part) or _MARK.fullmatch(part) or _ROUTING.fullmatch(part))


def is_rule(line: str) -> bool:
    """Whether a line is only drawn.

    >>> is_rule("----------"), is_rule("- Peru")
    (True, False)
    """
    return bool(_RULE.fullmatch(line.strip()))
