"""Name what a sentence says was done: agreed, signed, imposed, suspended ..."""

import re
from functools import lru_cache
from typing import Literal

from assistant.reading.ending import ends, to_end
from assistant.reading.patterns import any_of, either
from vectorstore.patterns import pattern

Status = Literal[
    "agreed", "signed", "announced", "imposed", "raised", "lowered", "suspended", "extended", "delayed",
    "ended", "in force", "amended", "opened", "talks", "committed", "refused",
]  # fmt: skip

# The first match of each row counts; verbs in the forms that tell of something done or to be done.
_STATUSES: list[tuple[Status, re.Pattern[str]]] = [
    ("ended", either(any_of(ends("end", "undo")), any_of(ends("over", "off", "halt", ing=False)), any_of(to_end("over", "halt")), pattern(rf"(?:(?<!\bto )|(?<=\bis to )|(?<=agreed to )|(?<=decided to )|(?<=voted to )|(?<=are to )){any_of(to_end('end', 'undo')).pattern}|\b(?:(?:to|will|shall) end|no longer (?:be )?(?:in effect|in force|appl(?:y|ies|ied)|collected|levied|charged|subject)|los(?:es?|t|ing) (?:its|their) (?:legal )?(?:basis|force|effect)|(?:is|are) (?:now |all |finally )?gone(?! (?:up|down|through|ahead|on)\b))\b"))),
    ("suspended", pattern(r"\b(?:suspend(?:s|ed|ing)?|paus(?:es?|ed|ing)|halt(?:s|ed)|truce)\b", re.I)),
    ("extended", pattern(r"\b(?:exten(?:ds?|ded|ding|sion)|renew(?:s|ed|ing)?|prolong\w*|(?:runs?|lasts?) until)\b", re.I)),
    ("delayed", pattern(r"\b(?:delay(?:s|ed|ing)?|postpon\w+|put off|defer(?:s|red)|later than planned)\b", re.I)),
    ("raised", pattern(r"\b(?:rais(?:es?|ed|ing)|increas(?:es?|ed|ing)|doubl(?:es?|ed|ing)|hik(?:es?|ed)|r(?:ises?|ose|isen)|(?:goes|went|going|gone|(?:will|shall|would|to) go) up)\b", re.I)),
    ("lowered", pattern(r"\b(?:lower(?:s|ed|ing)|cuts?|cutting|reduc(?:es?|ed|ing)|halv(?:es?|ed)|drops? (?:from|to)|falls? (?:from|to)|(?:goes|comes|went|coming|going|(?:will|shall|would|to) (?:go|come)) down)\b", re.I)),
    ("in force", pattern(r"\b(?:t(?:akes?|ook|aking) effect|enter(?:s|ed)? into force|in(?:to)? force|(?:carr(?:y|ies|ied) out|implement(?:s|ed|ing)?) |(?:now |will |shall )?(?:start|begin|apply|applie)s?(?: on| from| until)|beg[ai]n|start(?:s|ed)|effective)\b", re.I)),
    ("imposed", pattern(r"\b(?:(?:re-?)?impos(?:es?|ed|ing)|re-?instat(?:es?|ed|ing)|re-?introduc(?:es?|ed|ing)|lev(?:ies|ied|ying)|directed a|(?:puts?|set|sets) (?:a |an |the |new )?(?:\w+ ){0,3}(?:tariff|dut(?:y|ies)|surcharge|rates?))", re.I)),
    ("signed", pattern(r"\b(?:sign(?:s|ed|ing)|inked)\b", re.I)),
    ("agreed", pattern(r"\b(?:agree[sd]?(?! on reciprocal)|(?:reach|struck(?!(?: \w+){0,5} down)|secur|conclud|finaliz|accept)(?:es|ed|s)?)\b", re.I)),
    ("amended", pattern(r"\b(?:amend(?:s|ed|ing)|modif(?:ies|ied|ying)|adjust(?:s|ed|ing)|replac(?:es?|ed|ing)|exempt(?:s|ed|ing)|expand(?:s|ed|ing)|chang(?:es|ed|ing)|restor(?:es?|ed|ing)|eliminate|in place of (?:the |an? )?(?:\w+ ){0,3}\d[\d.]* ?(?:%|per ?cent|pct))", re.I)),
    ("opened", pattern(r"\b(?:launch(?:es|ed|ing)?|open(?:s|ed)|initiat(?:es?|ed|ing)|establish(?:es|ed|ing)?|creat(?:es?|ed|ing)|set up)\b", re.I)),
    ("refused", pattern(r"\b(?:refus(?:es?|ed)|reject(?:s|ed)|retaliat(?:es?|ed)|declined to (?!be \w+ed\b)|did not agree|(?:no|without(?: an?| any)?) (?:final )?(?:agreement|deal|accord))\b", re.I)),
    ("talks", pattern(r"\b(?:met\b|(?:was|were|is|are) held|(?:hold(?:s|ing)?|held) (?:\w+ ){0,2}(?:talks|rounds?|consultations|negotiations)|resum(?:es?|ed)|stall(?:s|ed)|spoke\b|negotiat(?:es?|ed|ing)|round (?:of|was|ended)|visit(?:s|ed)?)\b", re.I)),
    ("announced", pattern(r"\b(?:announc(?:es?|ed|ing)|unveil(?:s|ed)|publish(?:es|ed)|issu(?:es|ed)|releas(?:es|ed)|declar(?:es|ed|ing)|confirm(?:s|ed)|order(?:s|ed)|direct(?:s|ed|ing)|proclaim(?:s|ed)|approv(?:es|ed|ing)|grant(?:s|ed|ing)|notif(?:ies|ied))\b", re.I)),
    ("committed", pattern(r"\b(?:commit(?:s|ted|ting)|(?:express|mak|made|giv|gave|renew)(?:es|ed|ing|en|e|s)? (?:an? |its |their |firm |new ){0,2}(?:commitments?|pledges?|promises?|undertakings?)|pledg(?:es|ed)|promis(?:es|ed)|undertakes?|undertook|(?:will|shall|intends? to|is to|are to|plans? to) (?:\w+ )?(?:buy|purchase|invest|open|accept|remove|drop|address|provide|allow))\b", re.I)),
]  # fmt: skip

# Before the verb: it may come, or somebody wishes it.
_HEDGED = pattern(
    r"\b(?:(?-i:may)|might|could|would(?! otherwise)|should|hop(?:es?|ed|ing)|assum(?:es|ing)|consider(?:s|ed|ing)?|threaten(?:s|ed|ing)?|propos(?:es|ed)|"
    r"expected|recommend(?:s|ed)?|in the event|if|whether|unless|calls? (?:on|for)|wants? to|press(?:es|ed)? for|seeks?|urg(?:es|ed))\b",
    re.I,
)
# "In order to assess whether ..., the duty is suspended": what is done is certain.
_PURPOSE = pattern(r"\bin order to\b[^,;]*,", re.I)


@lru_cache(maxsize=16_384)
def statuses_in(text: str) -> tuple[Status, ...]:
    """Name what a sentence says was done, in the order in which it says so.

    >>> statuses_in("The order signed on May 2 suspends the duty and extends the truce.")
    ('signed', 'suspended', 'extended')
    """
    found = [(match.start(), status) for status, form in _STATUSES if (match := form.search(text))]
    return tuple(status for _, status in sorted(found))


def hedged(text: str) -> bool:
    """Say whether a sentence tells of what may come or is wished for.

    >>> hedged("In order to see whether it helps, the duty is suspended.")
    False
    >>> hedged("Japan may cut the duty."), hedged("Japan cut the duty, which may please Chile.")
    (True, False)
    >>> hedged("The duty of May 2 is cut."), hedged("The forecast assumes a duty of 9 percent.")
    (False, True)
    """
    text = _PURPOSE.sub(" ", text)
    hedge = _HEDGED.search(text)
    if not hedge:
        return False
    verbs = [match.start() for _, form in _STATUSES if (match := form.search(text))]
    return not verbs or hedge.start() < min(verbs)
