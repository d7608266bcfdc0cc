"""What else of a kind a question asks for, a year, a bank by its name, and what in a sentence tells one."""

import re

from assistant.asking.details import NUMBER_WORD
from assistant.asking.needs.need import Need
from assistant.reading.patterns import any_of, either
from ingest.text.months import A_DAY, MONTH
from ingest.text.parties import STATES
from vectorstore.patterns import pattern

_MEETING = r"(?:round|meeting|session|talks|negotiations|summit|hearing|visit)"
_MEET = rf"(?:{_MEETING}s?|meet|negotiat\w+|consult\w+)"
_TO_COME = (
    r"(?:will|shall|next|due|scheduled|set for|plan\w*|resum\w+|later|until"
    r"|to (?:be|meet|hold|resume|start|begin|open))"
)
# What is sent in to an office: no number of anything else tells how many there were.
_SENT_IN = r"(?:comments?|submissions?|petitions?|letters?|applications?|objections?|complaints?)"
# Of what there are so many a quota is not told: "12 categories", "6 months", "4 pct".
_NO_QUANTITY = (
    r"(?:and|for|with|next|last|this|the|from|categor\w+|items|products|kinds|types|countries|nations|parties"
    r"|talks|rounds|years?|months?|weeks?|days?|pct|percent|per)"
)
_WHO_LEADS = r"\bwho(?:'s| is| are)? (?:(?:co-?)?chair\w*|head(?:s|ing)|lead(?:s|ing)|run(?:s|ning))\b"
_INQUIRY = r"\b(?:investigations?|inquir(?:y|ies)|probes?)\b"

DETAILS = [
    Need(
        "a case brought or an appeal",
        any_of("sue sues sued suing lawsuit lawsuits appeal appeals appealed litigation"),
        any_of("sue* suing suit suits lawsuit* appeal* litigat* challeng* complain* court* panel* petition*"),
    ),
    Need(
        "a vote",
        any_of("vote votes voted voting"),
        either(
            any_of("vot* ratif* pass* adopt* approv* reject* elect* majorit* minorit* unanim* oppos*"),
            pattern(r"\b\d+ ?(?:-|–|to) ?\d+\b"),
        ),
    ),
    # ---- days
    Need(
        "an exact day",
        any_of("exact_date exact_day which_day what_day"),
        either(pattern(A_DAY, re.I), pattern(r"\b(?:today|yesterday|tomorrow|\w{3,6}day)\b")),
    ),
    Need(
        "a delivery",
        pattern(
            r"\bdeliver(?:y|ies) (?:dates?|years?|schedules?|times?|slots?|start|begin)|\bfirst delivery\b"
            r"|\bwhen [^?]*\bdelivered\b|\bdelivered by\b",
            re.I,
        ),
        any_of("deliver* hand*_over arriv* handover receive* shipped"),
    ),
    Need(
        "a year",
        pattern(r"\b(?:what|which) year\b", re.I),
        pattern(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\b(?:last|this|next) year\b|\byears? (?:ago|from)\b", re.I),
    ),
    Need(
        "a month",
        pattern(r"\b(?:what|which) month\b", re.I),
        pattern(
            rf"\b{MONTH}|\b(?:[Ll]ast|[Tt]his|[Nn]ext|the (?:same|following)) month\b"
            r"|\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[A-Z]\w{2,5}day)\b"
        ),
    ),
    Need(
        "the next meeting",
        pattern(
            rf"^(?=.*\b(?:when|dates?|days?|months?)\b).*\bnext (?:[\w-]+ ){{0,2}}{_MEETING}\b", re.I | re.S
        ),
        pattern(rf"\b{_MEET}\b[^.;,]{{0,60}}\b{_TO_COME}\b|\b{_TO_COME}\b[^.;,]{{0,60}}\b{_MEET}\b", re.I),
    ),
    # ---- places
    Need(
        "where it took place",
        pattern(
            r"\bvenues?\b|\bwhere (?:did|was|were|will|is|are)\b[^?]*\b(?:sign(?:ed)?|h[eo]ld|meet(?:ing)?"
            r"|met|take place|took place|concluded?|initial(?:l?ed)?|inked|struck|hosted)\b",
            re.I,
        ),
        pattern(
            r"^(?=.*\b(?:sign\w*|held|hold\w*|meet\w*|met|took place|tak(?:e|es|ing) place|host\w*|visit\w*"
            r"|talks|negotiations|discussions|round|summit|session|speech|hearings?|conferences?|conven\w+"
            r"|gather\w*|travel\w*|trip|agreed|conclu\w+|initial\w+)\b)"
            rf".*(?:\b(?:[Ii]n|[Aa]t|to|near) (?:the )?(?!{MONTH})[A-Z][a-z]+|\bhere\b)",
            re.S,
        ),
        presumed=True,
    ),
    # ---- names
    Need(
        "who signed it",
        pattern(
            r"(?:^|[,;:–-] ?|\band )who (?:else |all )?(?:signed|inked|initial+ed)\b(?! (?:up|off|on)\b)",
            re.I,
        ),
        any_of("sign signs signed signing signator* inked initialed initialled initialling"),
    ),
    Need(
        "the name of who signed it",
        pattern(r"(?:^|[,;:–-] ?|\band )who (?:signed|inked|initial+ed)\b[^?]*\b(?:for|on behalf of) ", re.I),
        pattern(
            r"^(?=.*\b(?:sign(?:s|ed|ing)?|inked|initial+ed|met)\b).*\b(?:president|minister|secretary|premier"
            r"|ambassador|representative|chancellor|commissioner|chair(?:man|woman)?|director|governor|chief|head"
            r"|envoy|mr|ms|dr)\b",
            re.I | re.S,
        ),
        presumed=True,
    ),
    Need(
        "who asked for it",
        pattern(
            r"^\W*(?:(?:and|so|ok|but) )*(?:who(?: else)?|(?:which|what) (?:[\w.'’-]+ ){1,4}?)"
            r"(?: ?(?:had|has|have))? ?\b(?:lobbied|petitioned|campaigned|pleaded|begged"
            r"|(?:asked|pushed|pressed|called|pleaded) (?:[\w.-]+ )?for)\b",
            re.I,
        ),
        any_of(
            """
            ask asks asked asking lobb* petition* campaign* pleaded plead* beg begs begged push* press presses
            pressed pressing pressure* call_for calls_for called_for calling_for urg* request* demand* seek
            seeks seeking sought appeal* complain* at_the_behest filed insist* applied~for propos*
            """
        ),
        presumed=True,
    ),
    Need(
        "who negotiated it",
        pattern(r"(?:^|[,;:–-] ?|\band )who (?:negotiated|brokered|drafted|drew up|hammered out)\b", re.I),
        pattern(
            r"^(?=.*\b(?:negotiat\w*|broker\w*|talks|talked|met|led|conclud\w*|reach\w*|struck|draft\w*"
            r"|drew up|hammer\w*|discuss\w*)\b).*\b(?:president|minister|secretary|premier|ambassador"
            r"|representative|chancellor|commissioner|chair(?:man|woman)?|director|governor|chief|head|envoy"
            r"|negotiators?|delegat\w+|teams?|officials|ministers|mr|ms|dr)\b",
            re.I | re.S,
        ),
        presumed=True,
    ),
    Need(
        "a quota",
        pattern(
            r"^\W*(?:the )?(?:(?!(?:of|on|under|and|or|against|about|for|in|is|are|by|to|with)\b)[\w'’.-]+ )"
            r"{1,5}quotas?\W*$",
            re.I,
        ),
        pattern(
            r"\bquotas?\b|\btrqs?\b|\bceilings?\b|\blimit(?:s|ed|ing)? (?:of|to|at|on)\b"
            r"|\d ?(?:\w+ )?tonnes\b",
            re.I,
        ),
    ),
    Need(
        "how big the quota is",
        pattern(
            r"\bwhat(?:['’]?s| is| was| are| were) (?:the |its |their )?(?:[\w-]+ ){0,2}"
            r"quotas? (?:for|on|of)\b"
            r"|^\W*(?:(?:and|so|ok|but) )*(?:what(?:['’]?s| is| was) )?(?:the )?"
            r"(?:current|present|existing|annual) quotas?\W*(?:$|\()",
            re.I,
        ),
        pattern(
            rf"\b\d{{1,3}}(?:,\d{{3}})+\b|\d (?!{_NO_QUANTITY}\b)(?:[a-z]{{2,}}s|head|kg)\b"
            r"|\d[\d,.]*[- ]?(?:pct|percent|per cent|%) of\b|\b(?:no|without) quotas?\b|\bquota-free\b"
            rf"|\b{NUMBER_WORD} (?:million|billion|thousand|hundred)\b",
            re.I,
        ),
    ),
    Need(
        "how many were sent in",
        pattern(rf"\b(?:how many|number of) (?:\w+ )?{_SENT_IN}\b", re.I),
        pattern(rf"\b{_SENT_IN}\b", re.I),
    ),
    Need(
        "a state by its name",
        # "Which states signed" asks for countries.
        pattern(
            r"\bwhich (?:(?:us|u\.s\.|american) states?|state)\b(?! (?:department|visit|aid|owned))", re.I
        ),
        pattern(
            rf"\b(?:{STATES})\b|\b[A-Z]\w+ (?:[Ss]tate|[Pp]rovince)\b|\b(?:[Ss]tate|[Pp]rovince) of [A-Z]"
        ),
    ),
    Need(
        "a bank by its name",
        pattern(r"\b(?:which|what|names? of the) (?:\w+ ){0,2}banks?\b", re.I),
        pattern(r"\b[A-Z][\w&.]+ (?:\w+ )?(?:Bank|Trust|Savings|Credit|Banc\w*)\b|\bBank of [A-Z]"),
    ),
    Need(
        "an airline by its name",
        pattern(r"\b(?:which|what|names? of the) (?:\w+ ){0,2}(?:airlines?|carriers?)\b", re.I),
        pattern(r"\b[A-Z]\w+ (?:Air|Airlines?|Airways|Aviation)\b|\bAir [A-Z]\w+|\b[A-Z]\w+air\b"),
    ),
    Need(
        "who conducts it",
        pattern(rf"{_WHO_LEADS}.*{_INQUIRY}", re.I),
        any_of("initiat* conduct* investigat* launch* open* led lead* head* chair* run runs"),
    ),
    Need(
        "who leads it",
        pattern(rf"{_WHO_LEADS}(?!.*{_INQUIRY})", re.I),
        any_of(
            "*chair* head* lead* led run runs presid*_of presides presided director* minister_of secretary_of"
            " chief_negotiator* chief_delegate*"
        ),
    ),
    Need(
        "a model or a type",
        pattern(r"\b(?:which|what)\b[^?,]{0,20}\b(?:models?|types?|variants?|versions?)\b", re.I),
        pattern(
            r"\b[A-Z]+[- ]?\d|\b\d+[- ]?[A-Z]+\b|\b\d{3}s?\b(?! ?(?:mln|bln|million|billion|dlrs|pct|per))"
            r"|\b[A-Z]{3,}\b|\b(?:types?|models?|class|grades?|kinds?|such as|including|called)\b"
        ),
    ),
    # ---- places in a document
    Need(
        "a tariff code",
        pattern(
            r"\b(?:hts|hs) (?:codes?|numbers?|headings?|subheadings?)\b"
            r"|\b(?:what|which|under|by)\b[^?,]{0,25}\b(?:tariff|customs) (?:codes?|numbers?|headings?)\b",
            re.I,
        ),
        pattern(r"\b\d{4}\.\d{2}|\b\d{6,10}\b|\b(?:sub)?headings? \d", re.I),
    ),
    Need(
        "an article or a paragraph by its number",
        pattern(r"\b(?:which|what) (?:article|clause|paragraph|chapter|annex|schedule)\b", re.I),
        pattern(
            r"\b(?:articles?|clauses?|paragraphs?|chapters?|annex(?:es)?|schedules?|sections?) "
            r"(?:[IVX\d]|[A-Z]\b)",
            re.I,
        ),
    ),
    Need(
        "a poll",
        any_of("poll polls polling approval_rating*"),
        any_of("poll* survey* rating* respondent* percent_of~voters"),
    ),
]
