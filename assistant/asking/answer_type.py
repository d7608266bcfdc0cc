"""Read of a question's words its kind, and which types of answer it asks for."""

import re
from typing import Literal

from ingest.text.auxiliaries import ASKING, BE, DO, HAVE
from vectorstore.patterns import pattern

Kind = Literal["status", "change", "compare", "list", "number", "date", "who", "why", "yes-no", "fact"]
Detail = Literal["amount", "count", "rate", "date", "span", "person", "place", "reason", "list", "parties"]

WHETHER = pattern(rf"(?:^|[:;]|\s[-–])\W*(?:and |so |ok |but )*(?:{ASKING}|any)\b|\?.*\bor\b", re.I)  # fmt: skip
# "Who is exempt" asks for a group, of countries, firms or goods.
_WHO_OF = r"who(?: is|['’]s| are| was| were| gets?| got) (?:still |also |not |all |actually )?(?:exempt\w*|exclu\w+|covered|subject|hit|affected|spared|eligible|listed|included|left out|excepted|targeted)\b"
# What there are several of, whatever the subject: "conditions for a licence".
_MANY = (
    r"(?:countries|economies|products|goods|sectors|states|companies|cos|firms|items|practices|partners|members|plants"
    r"|ports|kinds|types|sorts|categories|classes|conditions|obligations|requirements|exemptions|exceptions|barriers"
    r"|commitments|concessions|measures|steps|provinces)"
)
_NO_VERB = (
    r"(?!(?:about|as|at|do|does|did|is|are|was|were|has|had|have|for|of|on|in|to|from|by|with|and|the)\b)"
)
# "The three fields", "top 3 buyers", "what four changes"; not three months of a year.
_SEVERAL = (
    r"^\W*(?:and |so |ok )*(?:(?:what|which|name|the|top|first|main|other) ){0,3}"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|(?:[2-9]|1\d)(?![\d.,%]))[ ](?!(?:and|or|to|pct|percent|per)\b)"
    r"(?:[\w-]+ ){0,3}?(?!(?:minutes|hours|days|weeks|months|quarters|years|times|points|dollars|tonnes|tons)\b)[a-z]+(?<![sui])s\b"
)
# "Which metals would", "which imports is France holding back": not "which minister says".
_ONE_DOES = (
    r"(?:was|has|is|does|says|gets|runs|leads|wants|pays|faces|heads|signs|takes|makes|gives|holds|owns|buys|sells|sets"
    r"|covers|applies|supplies|means|needs|comes|goes|keeps|allows|rules|plans|opposes|supports)"
)
_WHICH = (
    rf"\bwhich (?:{_NO_VERB}(?!{_ONE_DOES}\b)[\w-]+(?<!ed)(?<!told) ){{0,2}}?(?!{_ONE_DOES}\b)[a-z]+(?<![sui])s "
    r"(?:are|were|do|did|is|have|had|can|could|will|would|must|may|should|get|got|fall|face|pay|lose|lost|let|[a-z]+ed"
    r"|in|on|for|under|from|to|that|at|with|not)\b"
)
_KINDS: list[tuple[Kind, re.Pattern[str]]] = [
    ("change", pattern(r"^\W*(?:please )?(?:track|trace|chart)\b|\b(?:evol(?:v\w*|ution)|over time)\b|\b(?:chang(?:e[sd]?|ing)|differ(?:s|ent)? (?:from|to)|what(?:'s| is) new (?:in|about))\b", re.I)),
    ("compare", pattern(r"\b(?:vs\.?|versus|compar(?:es?|ed|ing|isons?)|(?:rate|tariff|duty) against|difference between|how (?:do|does|did) [^?]{3,120} differ|who (?:pays|gets|faces) (?:more|less)|higher or lower)\b", re.I)),
    ("why", pattern(r"\b(?:why|reasons?\b(?! to)|on what grounds?|how come|what(?:'s| is| was) behind|because of what|rationale)\b", re.I)),
    ("list", pattern(_WHO_OF, re.I)),
    ("list", pattern(r"^\W*what is exempt from\b", re.I)),
    ("who", pattern(r"^\W*(?:and |so |ok )*(?:who\b(?! (?:pays|gets) (?:more|less))|whom|whose)|\bwho (?:is|was|are|were|did|has|leads?|signed|runs)\b|\bwh(?:ich|at) (?:minister|official|envoy|ambassador|negotiator|person|company|firm|president)\b|\bname of the\b", re.I)),
    ("date", pattern(r"\b(?:when|what (?:date|day|time)|which (?:date|day)|on what (?:date|day)|by what date|exact date|deadline|due date|how long|how soon|until when|since when|start date|effective date|expir\w+|(?:next|when is the) step up)\b", re.I)),
    ("list", pattern(rf"\b(?:list|name (?:all|the|each)|which (?:{_NO_VERB}\w+ ){{0,3}}{_MANY}\b|what {_NO_VERB}(?:[\w-]+ )?{_MANY}\b|what are (?:all )?the|all the)\b|^\W*{_MANY}\b|{_SEVERAL}|{_WHICH}", re.I)),
    ("number", pattern(r"\b(?:how (?:much|many|big|large|high|low|fast)|how far (?!(?:along )?(?:are|is|have|has|did)\b)|what (?:share|percentage|percent|pct|proportion|amount|number|volume|value|size|price|sum|total|level|cap)|(?:what|which) (?!about )(?:\w+[ -]){0,4}(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies))|rates?\b|% |no\. of|number of|total\b|value of|size of|share of|volume|cap on|avg|average|per (?:year|yr|annum)|price|index|margin|figure|receipts|collected)", re.I)),
    ("status", pattern(r"\b(?:how far (?:along )?(?:are|is|have|has)|status|stat(?:us|s)|stand(?:s|ing)?|where (?:are|is|do|does|did)|state of play|latest|update|progress|outlook|stage|so far|current(?:ly)?(?! accounts?\b)|now|still|yet|today|these days|at the moment)\b", re.I)),
    ("yes-no", WHETHER),
]  # fmt: skip

# How much something fell is told by its rate, too: "did the peso drop", "are they cutting output".
CAP_ASKED = r"what (?:is|are|was|were) the (?:[\w-]+ )?(?:cap|ceiling)"
_CHARGED_ON = (
    r"what (?:do|does|did|will|would) (?:[\w'’‘“”\".-]+ ){1,5}(?:charge|levy|pay) on(?! (?:top|time|average))"
)
_MOVED = (
    rf"how (?:much|far) (?:{BE}|{DO}|{HAVE}|will|would|could|should) [^?]{{2,60}}?"
    r"(?:f[ae]ll(?:en|ing)?|r[io]se[ns]?|rising|drop(?:s|ped|ping)?|gain(?:s|ed|ing)?|los[et]|losing|slip(?:s|ped)?"
    r"|climb(?:s|ed|ing)?|gr[eo]w(?:n|s|ing)?|shr[aiu]nk|(?:(?:ap|de)preciat|(?:de|re)valu|increas|decreas|declin)\w*"
    r"|strengthen\w*|weaken\w*)"
)

_DETAILS: list[tuple[Detail, re.Pattern[str]]] = [
    ("date", pattern(r"\b(?:when|what (?:date|day|time|month|year)|which (?:date|day|month|year)|(?<!\bto )dates?|^\W*(?:(?:and|so|but|ok) )*(?:since|began|begins|ended|ends|from when)\W*$|(?:target|end|start) (?:yr|year|month)|deadline|by when|since when|how soon|how long ago|expir\w+|lapse|run out|kick in|next step|(?:first|last) day|back-?dated)\b", re.I)),
    ("span", pattern(r"\bhow (?:long\b(?! ago\b)|many (?:years|months|weeks|days)\b(?! (?:ago|after|before|late)\b))|\b(?:until|till) when\b|^\W*(?:(?:and|so|but|ok) )*(?:until|till)\W*$", re.I)),
    ("rate", pattern(r"\b(?:" + _MOVED + "|" + _CHARGED_ON + "|" + CAP_ASKED + r"|rates?|ad valorem|percent(?:age)?|pct|per cent|share|proportion|margin|%|(?:what(?:['’]s)?|which|how much|how big|current|extra|total) (?:[\w'’.]+[ -]){0,5}(?:tariff|dut(?:y|ies)|levy|surcharge|surtax)(?! (?:refund|rebate|collect|paid|raise|revenue|receipt|income))|^\W*(?:the )?(?:[\w'’.-]+ ){1,3}(?:tariff|duty|levy)(?= *(?:$|[?,]|under (?:[\w’'.-]+ ){0,5}(?:deal|agreement|pact|accord|framework|action|order|proclamation)\W*$|as (?:of|at) |now\b|today\b|currently\b|(?:from|for) (?:the )?[\w.-]+(?: (?:now|today|currently))?\W*$|(?:in|on) (?:[a-z]+ )?\d|(?:in )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{4})?\W*$))|^\W*(?:[\w'’.-]+ ){0,3}(?:tariff|duty|levy): [\w'’-]+(?: [\w'’-]+){0,5}\W*$|^[^?;:,]{3,60}[,;:–-] (?:the )?(?:(?:us|u\.s\.|american|import|customs|current|new|extra) ){0,3}(?:tariff|duty|levy)(?=\W*$)|what are the (?:\w+ ){0,3}(?:tariffs|duties|rates) on|(?:tariff|duty|surcharge|surtax) on|how (?:much|big) (?:is|are|was|were) (?:[\w'’.-]+ ){0,5}(?:tariffs|duties|levies|surcharges|surtax(?:es)?)|how (?:high|steep|heavy|stiff|low) (?:is|are|was|were|will)\b.{0,120}\b(?:tariffs?|dut(?:y|ies)|levy|levies|sur(?:charges?|tax(?:es)?))|what (?:do|does|did|would|will) .* pay|what (?:is|are|was|were) .* (?:paying|facing)|(?:\d{3}|section \d+)s?\b.*\bwhat (?:do|does|will) [^?]{2,40} get\W*$|pays? (?:more|less)|(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?))(?: (?:cuts?|reductions?|increases?|rises?|hikes?))?,? how (?:much|big|high|large)|how (?:much|big|large) (?:[\w'’.]+ ){0,5}(?:tariff|duty|levy) (?:cuts?|reductions?|increases?|rises?|hikes?)|how (?:much|big|far) [^?]{0,60}\b(?:de|re)valu\w+|(?:de|re)valu\w+ [^?]{0,40}\b(?:how much|size))(?=\W|$)", re.I)),
    ("amount", pattern(r"\$(?!\s?\d)|\b(?:usd|how (?:much|big|large)|(?<!full )(?<!customs )(?<!declared )value|worth|price|cost|cap|amount|sum|dollars?|(?<!\d)(?<!\d )(?:bn|billion|million)|total (?:[\w'’.]+[ -]){1,6}(?:refunded|rebated|paid|raised)|revenues?|receipts|deficit|surplus|fund|(?<!being )(?<!still )(?<!be )collected|collections|(?<=investment )commitments?|(?<=spending )commitments?)\b|^(?!.*\b(?:when|who|whose|why|where|which|what (?:town|city|state|place|day|date|month)|does|did|do|can|may)\b).*\bmoney\b", re.I)),
    ("count", pattern(r"\b(?:how many(?! (?:years|months|weeks|days)\b)|number of|no\. of|count(?!\W*$)|quantity|volumes?|units|tonnes?|tons?|tpy|capacity|size of|quotas?,? (?:size|(?:(?:for|in) )?(?:(?:fy|fiscal) ?)?(?:\d\d|(?:19|20)\d\d))(?=\W*$)|how (?:big|large) (?:[\w-]+ ){0,5}(?:quotas?|crops?|harvests?|orders?|shipments?|stocks?|fleets?|cargoe?s?))\b", re.I)),
    # Not "importers who lie".
    ("person", pattern(rf"\b(?!{_WHO_OF})(?:(?<!ers )(?<!ors )(?<!ies )(?<!ple )(?<!one )(?<!ody )(?<!ose )(?<!rms )who|whom|whose|which (?:minister|official|envoy|negotiator|ambassador)|name of the|(?:pm|president|minister|secretary|chief|head) (?:at|of|in|who))\b", re.I)),
    ("place", pattern(r"\b(?:where (?:will|was|is the|were|did)(?! (?:we|they|it|things|talks)\b)(?![^?]*\bend up\b)|which (?:\w+ )?(?:state|city|town|country|port|province|place|plant|site|location)|what (?:city|town|country|state|place|location)|venue|city)\b", re.I)),
    ("reason", pattern(r"\b(?:why|reasons?|on what grounds?|how come|rationale|because)\b", re.I)),
    ("list", pattern(r"\b(?:list|which (?:\w+ ){0,3}\w+(?:ies|cos|s)\b(?= |$)|what are the|name (?:all|the)|types)\b", re.I)),
]  # fmt: skip

# "Which countries", "the four economies named", "nations spared so far?": several parties are to be told by name.
_STATES = (
    r"(?:countries|economies|nations|states|(?<!cabinet )(?<!board )(?<!committee )(?<!crew )(?<!union )(?<!house )"
    r"(?<!senate )(?<!party )members|partners|allies|signatories|governments)"
)
_PARTIES = pattern(
    rf"\b(?:which|what|list|name|who are|all) (?:of )?(?:the )?(?:[\w-]+ ){{0,3}}{_STATES}\b"
    rf"|^\W*(?:the )?(?:[\w'’-]+ ){{0,4}}{_STATES} (?!of\b)(?:[a-z]+ed\b|in|on|that|which|with|under|for|got|hit|now|left)",
    re.I,
)
# "Any tariff on tin yet": whether there is one.
_WHETHER_ANY = pattern(
    r"^\W*(?:and |so |ok |but )*(?:(?:is|are|was|were) there |(?:has|have|had) there been )?(?:any|an?) (?:\w+ ){0,2}"
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?))\b(?! rates?\b)",
    re.I,
)
_OF_A_CURRENCY = pattern(r"\b(?:de|re)valu(?:e[sd]?|ing|ations?)\b", re.I)
# "What did Li say": who it was is in brackets.
WHAT_SAID = (
    r"what (?:did|does|do|has|have) (?:the )?([^?,]{2,40}?) (?:say|said|tell|told|think|argue|claim)\b"
)
_SAYS_OF = pattern(rf"\W*(?:and |so |ok |but )*{WHAT_SAID}.{{0,25}}? (?:about|of|on)\b", re.I)


# "The 15 percent rate, since when": the rate is given.
_GIVEN = pattern(
    r"\d[\d.]*\s?(?:%|pct|per ?cent)(?:\s+(?:extra|additional|import|us))*"
    r"(?:\s+(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?))\b)?"
    r"|\bthe (?:half|double|full|zero) (?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?))\b",
    re.I,
)
# "How did Li rate the duty" asks for no rate.
_RATES_IT = pattern(
    r"\bhow (?:did|do|does|would|has|have) [^?]{2,40} rated? (?=(?:the|it|its|his|her|their|an?|our)\b)", re.I
)
# A measure that is named by its rate.
_NAMED_BY_RATE = pattern(
    r"\d[\d.]*\s?(?:%|pct|per ?cent)(?:\s+[\w-]+){0,2}\s+"
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?))\b",
    re.I,
)
# "How long was the ministry given", "how long do the talks get".
_GIVEN_TIME = pattern(
    rf"\bhow (?:long|many (?:days|weeks|months|years)) (?:(?:{BE}|{HAVE}|{DO}|will) )?"
    r"[^?]{0,80}?\b(?:given|allowed|gets?|got|(?:have|has|had) to)\b",
    re.I,
)
_ASKS_WHETHER = pattern(
    rf"\W*(?:(?:and|so|ok|but) )*(?:{ASKING}|may|must)\b",
    re.I,
)
_STILL = pattern(r"\b(?:still|any ?more|no longer|yet|by now|already)\b", re.I)  # another rate may hold
# "Whose rate is higher": a figure is asked for, of either.
_WHOSE_FIGURE = pattern(
    r"\bwhose (?:[\w-]+ ){0,3}(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|shares?|surplus|deficit|exports|imports"
    r"|purchases|cap|ceiling)\b",
    re.I,
)
_OTHERS = frozenset(("date", "span", "person", "place", "count"))
_RATE = dict(_DETAILS)["rate"]


def is_named_by_rate(text: str) -> bool:
    """Whether the only rate in a question is that by which it names a measure: "where do the 50% duties stand".

    >>> is_named_by_rate("where do the 50% tin duties stand"), is_named_by_rate("what rate is the 50% duty now")
    (True, False)
    """
    return bool(_NAMED_BY_RATE.search(text)) and not _RATE.search(_NAMED_BY_RATE.sub(" ", text))


def answer_type(text: str) -> tuple[Kind, tuple[Detail, ...]]:
    """Return the kind of a question, and the types of answer that it asks for.

    >>> answer_type("when was the duty set, and at what rate?")
    ('date', ('date', 'rate'))
    >>> answer_type("since when is the duty 5 percent"), answer_type("who pays the 5 percent rate")
    (('date', ('date',)), ('who', ('person',)))
    >>> answer_type("do oak doors escape the 50% duties"), answer_type("is the rate 50%")
    (('yes-no', ()), ('number', ('rate',)))
    >>> asked = "rice duty cuts how much", "how much is Peru devaluing the sol", "money for the canal"
    >>> [answer_type(text)[1] for text in asked]
    [('rate', 'amount'), ('rate',), ('amount',)]
    >>> answer_type("deadline to get the half rate on zinc")
    ('date', ('date',))
    >>> answer_type("tin duty may 1987"), answer_type("tin duty may rise")
    (('fact', ('rate',)), ('fact', ()))
    >>> answer_type("tin duty from Peru now"), answer_type("tin duty from Peru to end soon")
    (('status', ('rate',)), ('fact', ()))
    >>> asked = "salt or tin, whose rate is higher", "whose signature is missing", "tin duty: pipes and wire"
    >>> [answer_type(text)[1] for text in asked]
    [('rate',), ('person',), ('rate',)]
    >>> answer_type("new mill for the mining money: what town?")[1]
    ('place',)
    >>> answer_type("how much did the peso fall")
    ('number', ('rate', 'amount'))
    >>> answer_type("how long was Peru given to answer")
    ('date', ('date',))
    >>> answer_type("how did Li rate the duty")[1]
    ()
    >>> answer_type("how long has the ban been in place")
    ('date', ('span',))
    """
    kind: Kind = next((kind for kind, pattern in _KINDS if pattern.search(text)), "fact")
    asking = _SAYS_OF.match(text)  # "what did Li say about the price cap" asks for no amount
    words = asking[0] if asking else text
    words = _RATES_IT.sub(" ", words)
    details = tuple(detail for detail, pattern in _DETAILS if pattern.search(words))
    if "span" in details and _GIVEN_TIME.search(text):  # "within 60 days" tells it
        details = tuple("date" if detail == "span" else detail for detail in details if detail != "date")
    if _WHOSE_FIGURE.search(text):
        details = tuple(detail for detail in details if detail != "person")
    whether = _ASKS_WHETHER.match(text) and not _STILL.search(text)
    if (whether or _OTHERS.intersection(details)) and not _RATE.search(_GIVEN.sub(" ", words)):
        if whether and details == ("rate",) and kind == "number":
            kind = "yes-no"
        details = tuple(detail for detail in details if detail != "rate")
    if _OF_A_CURRENCY.search(text):  # "how much is the franc devalued": by which rate
        details = tuple(detail for detail in details if detail != "amount")
    if _WHETHER_ANY.match(text):
        details = tuple(detail for detail in details if detail != "rate")
    if _PARTIES.search(text):
        return "list", (*(detail for detail in details if detail not in ("list", "place")), "parties")
    return kind, details
