"""Tell on what grounds a measure was imposed: its purpose, or what was found that it answers."""

import re

from assistant.reading.acts import folded
from assistant.reading.ends_told import tells_end
from assistant.reading.measures import MEASURE
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_PURPOSE = (
    r"(?:in order )?to (?:help |better |effectively |further )?(?:address|counter(?:act)?|offset|protect"
    r"|respond to|deal with|combat|safeguard|curb|punish|defend|remedy|correct|rectify|stem|stop|retaliate"
    r"|preserve|support|strengthen|shield|bolster|put pressure|pressure|force|compel|persuade|encourage"
    r"|ensure|compensate)"
)
_BECAUSE = (
    r"because\b|due to|owing to|in (?:response|retaliation|reprisal) (?:to|for|against)|in retaliation"
    r"|on (?:the )?grounds|as (?:a )?(?:punishment|retaliation)|in protest|in return for|after (?:finding"
    r"|ruling|concluding)|on account of|designed to|aimed at|intended to|for (?:its|their|alleged\w*"
    r"|failing|violating|breaking|dumping)|alleging|accusing|charging that|complaining|claiming"
)
_IMPOSED = (
    r"(?:impos\w+|levied|levies|slapp\w+|introduc\w+|set|placed?|put|announc\w+|sign\w+|issu\w+|invok\w+"
    r"|adopt\w+|implement\w*|established|appl(?:y|ied|ies)|ordered|raised|took|taken|tak(?:e|es|ing)"
    r"|decid\w+|utiliz\w+|used|using)"
)
_KINDS = tuple(
    (pattern(rf"\b(?:{asked})\b", re.I), pattern(rf"\b(?:{told})\b", re.I))
    for asked, told in (
        (
            r"bans?|embargo(?:es)?",
            r"bans?|banned|banning|embargo\w*|boycott\w*|prohibit\w*|halt\w*|stopp\w+|bar(?:s|red)",
        ),
        (r"quotas?", r"quotas?|limits?|limited|restrain\w*|ceilings?|curbs?"),
        (r"surcharges?", r"surcharges?|surtax\w*"),
        (r"safeguards?", r"safeguards?|serious injury|quotas?|surge|relief"),
    )
)
_ACT = rf"(?:{MEASURE}|proclamations?|orders?|actions?|measures?|section \d+)"
_DONE = pattern(
    rf"\b{_IMPOSED}\b[^.;]{{0,160}}?\b{_ACT}\b|\b{_ACT}\b[^.;]{{0,120}}?\b(?:was|were|is|are"
    rf"|been) {_IMPOSED}\b|\b{MEASURE} (?:that |which )?(?:[\w.’'-]+ ){{1,4}}{_IMPOSED}\b"
    rf"|\b{MEASURE}\b[^.;]{{0,80}}\b(?:is|are|was|were) (?:in (?:retaliation|response)|because|due"
    rf"|designed|aimed|intended|meant)\b",
    re.I,
)
_FOR = pattern(rf"\b(?:{_PURPOSE}|{_BECAUSE})\b", re.I)
_IMPOSES = pattern(
    r"\b(?:impos\w+|levied|slapp\w+|introduced|placed|put|implementing|implemented|establishes) ", re.I
)
# What was found: "are imported in such quantities as to threaten to impair the national security".
_FOUND = pattern(
    r"\b(?:found|finds|determined|concluded|ruled|advised)\b[^.;]{0,240}?\b(?:threat\w*|impair\w*|injur\w+"
    r"|dump\w+|subsid\w+|discriminat\w+|unfair\w*|unreasonable|violat\w+|burden\w*)"
    r"|\bwill address the threat\b",
    re.I,
)
_FOUND_NOT = pattern(
    r"\b(?:found|finds|determined|concluded|ruled|advised)\b[^.;]*\b(?:not|no|nor|never)\b", re.I
)
# What eases a measure, or only may come.
_OTHERWISE = pattern(
    r"\b(?:delay\w*|postpon\w*|suspend\w*|suspension|exempt\w*|exclud\w+|exclusions?|modif\w+"
    r"|shall not apply|(?:not|no longer) be subject|(?:is|are) now\b|(?:lower|reduc|cut|remov"
    r"|eas)\w* (?:[\w’'%.-]+ ){0,3}?(?:tariffs?|dut(?:y|ies)|rates?|measures)|offset a portion"
    r"|circumvent\w*|shall provide|recommend\w*|(?:may|could|would|should) (?:also )?(?:impose|increase"
    r"|expand|issue|raise|retaliate|introduce|be imposed)|should (?:the )?[\w. ]{2,40} retaliate"
    r"|consider\w* (?:of|imposing))\b",
    re.I,
)
# Grounds by where they are told: "to deal with the emergency declared in that order".
_ELSEWHERE = pattern(
    r"\bthat (?:threat|emergency)\b|\b(?:declared|described|found|identified|set out) in (?:this|that|the"
    r"|executive|proclamations?|section|order)\b",
    re.I,
)
_OF_TRADE = pattern(rf"\b(?:imports?|imported|importing|goods|products|{MEASURE})\b", re.I)
_THEIRS = pattern(
    rf"^(?:['’]s)?(?: (?:government|and [A-Z]\w+))?,? (?:(?:has|have|had|will|also|would|then|today"
    rf"|which) )*(?:{_IMPOSED}|remov\w+)",
    re.I,
)


def tells_grounds(text: str, asked: str = "") -> bool:
    """Whether a sentence tells why a measure is imposed; not why one is eased, put off or ended.

    Of the kind that is asked for, if any: a ban is no duty.

    >>> tells_grounds("Peru imposed a duty on tin to counter dumping."), tells_grounds("Peru imposed a duty.")
    (True, False)
    >>> tells_grounds("The panel found that tin imports threaten to impair the national security.")
    True
    >>> tells_grounds("Peru delayed the duty on tin because of the talks.")
    False
    >>> tells_grounds("Peru imposed a duty on tin to counter dumping.", "the ban on tin")
    False
    """
    if asked and not is_of_kind(asked, text):
        return False
    if _OTHERWISE.search(text) or tells_end(folded(text).text):
        return False
    if not _OF_TRADE.search(text):
        return False
    return bool(_DONE.search(text) and _FOR.search(text)) or bool(
        _FOUND.search(text) and not _FOUND_NOT.search(text)
    )


def tells_them_elsewhere(text: str) -> bool:
    """Whether a sentence tells grounds only by where they stand.

    >>> tells_them_elsewhere("I imposed a duty to deal with the threat found in this proclamation.")
    True
    """
    return bool(_ELSEWHERE.search(text))


def is_of_kind(asked: str, text: str) -> bool:
    """Whether a text speaks of such a measure as is asked about.

    >>> [is_of_kind("the ban on tin", text) for text in ("The embargo is over.", "The duty is over.")]
    [True, False]
    """
    return all(told.search(text) for kind, told in _KINDS if kind.search(asked))


def imposes_on_grounds(text: str) -> bool:
    """Whether a sentence says that a measure is imposed, and why, in one go."""
    done = _DONE.search(text)
    return bool(done and _IMPOSES.search(text) and _FOR.search(text))


def is_by(party: str, text: str) -> bool:
    """Whether a sentence tells of what a party does, and not of what is done to it.

    >>> told = "Peru taxed tin and Chile imposed a ban to protest.", "Peru taxed Chile's tin."
    >>> [is_by("CL", text) for text in told]
    [True, False]
    """
    return any(of.code == party and _THEIRS.match(text[of.end :]) for of in find_parties(text))
