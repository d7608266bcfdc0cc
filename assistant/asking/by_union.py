"""Ask of a customs union what is asked of a member: duties on German cars are those on the union's."""

import re
from datetime import date

from assistant.asking.other_parties import with_party
from assistant.asking.question import Question
from assistant.reading.counted import asks_statistic
from assistant.reading.goods import goods_in
from ingest.text.parties import find_parties
from ingest.text.unions import Membership, membership_of
from vectorstore.patterns import pattern

# What is done at a border, which a member does not do by itself and is not done to it alone.
_AT_THE_BORDER = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|duty-free|lev(?:y|ies)|surcharges?|quotas?|trqs?|customs|de minimis"
    r"|ad valorem|(?:anti-?|counter)\w*|sections?|s?(?:122|201|232|301|338)|reciprocal|exempt\w*"
    r"|import(?:s|ed)?|rates?)\b",
    re.I,
)


# "Namibia's import duty", "the duty that Namibia charges", "Namibian tariffs on oats"
_DUTIES = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|quotas?)"
_OF_ITS_OWN = pattern(
    rf"['’]s? (?:\w+ ){{0,2}}{_DUTIES}\b| (?:\w+ ){{0,2}}{_DUTIES} (?:rates? )?(?:on|for)\b"
    r"| (?:\w+ )?(?:charges?|lev(?:y|ies)|impos\w+|appl(?:y|ies))\b",
    re.I,
)
_INDUSTRIAL = frozenset((
    "steel", "aluminium", "copper", "cars", "trucks", "buses", "aircraft", "ships", "chips", "medicines",
    "textiles", "clothing", "footwear", "tyres", "cement", "glass", "ceramics", "chemicals", "batteries",
    "toys", "watches", "bicycles", "electronics", "machinery",
))  # fmt: skip


def by_union(question: Question, day: date) -> str | None:
    """Return a question on the duties of one member as one on its union; None where it is none.

    `day` is that of which the membership is asked. Of most unions only what a member charges is theirs:
    what others charge on its goods may be another duty than that on its neighbour's.

    >>> from assistant.asking.question import understand
    >>> day = date(1987, 4, 1)
    >>> by_union(understand("what duty does Italian wine pay?", day), day)
    'what duty does European Union wine pay?'
    >>> by_union(understand("how much wine did Italy sell?", day), day) is None
    True
    >>> by_union(understand("what is Botswana's duty on oats?", day), day)
    "what is the Southern African Customs Union's duty on oats?"
    >>> by_union(understand("what duty do oats of Botswana pay?", day), day) is None
    True
    """
    found = {code: membership_of(code, day) for code in question.parties}
    members = {code: membership for code, membership in found.items() if membership}
    if len(members) != 1 or asks_statistic(question.asked) or not _AT_THE_BORDER.search(question.asked):
        return None
    ((member, membership),) = members.items()
    if membership.union in question.parties or not _is_the_unions(member, membership, question):
        return None
    return with_party(question.standalone, member, membership.union)


def _is_the_unions(member: str, membership: Membership, question: Question) -> bool:
    """Whether what is asked of a member is the union's to set."""
    if membership.extent == "all":
        return True
    text = question.standalone
    own = any(m.code == member and _OF_ITS_OWN.match(text, m.end) for m in find_parties(text))
    goods = goods_in(text)
    return own and (membership.extent == "own" or bool(goods and goods <= _INDUSTRIAL))
