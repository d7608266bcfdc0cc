"""What a question needs to be told, recognised by its words, and the words of a sentence that tell it.

A question can rest on a thing that happened, which an answer then has to tell of ("why did Chile pull out?"),
or ask for a quantity of one kind. What tells is far wider than what asks: what was asked for as "pulled out"
may have "ended". Whether the needs of a question are met: `assistant.unmet`.
"""

import re
from typing import NamedTuple


class Need(NamedTuple):
    """What a question with `asked` in it needs, in plain words, and what in a sentence tells it."""

    words: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    presumed: bool = False  # taken for granted, so a question that asks whether it is so does not need it


def any_of(words: str) -> re.Pattern[str]:
    """Match any of the words: `*` stands for letters, `_` for a space, `~` for up to three words between.

    >>> bool(any_of("pull*_out tear~up").search("Why did they tear the new accord up?"))
    True
    """
    spelt = map(re.escape, words.split())
    patterns = (w.replace(r"\*", r"\w*").replace("_", " ").replace(r"\~", r"(?: \w+){0,3} ") for w in spelt)
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)


def _either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in patterns), re.I)


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_A_DAY = re.compile(rf"\b{_MONTH} \d|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b", re.I)

_UNDONE = any_of(
    """
    withdrew withdraw withdraws withdrawn withdrawing withdrawal pull_out pulled_out pulling_out pull_back
    pulled_back walk_away walked_away walking_away walk_out walked_out back_out backed_out quit quits
    quitting exit exits exited dropped dropping drops cancel cancels cancel*ed cancel*ing cancellation
    scrapped scrapping scrap_it scrap_its scrap_the scrap_their axed nixed killed ditch ditched ditches
    shelved shelve shelves abandon abandons abandoned abandoning renounce renounces renounced rescind
    rescinds rescinded rescinding revoke revokes revoked revoking revocation repeal repeals repealed
    repealing abolish abolishes abolished overturn overturns overturned enjoin enjoined voids voided
    invalidate invalidates invalidated annul annuls annulled strike~down strike_down strikes~down
    strikes_down struck~down struck_down throw~out throw_out threw~out threw_out thrown_out rule_against
    rules_against ruled_against reject rejects rejected rejecting rejection turn~down turn_down turned~down
    turned_down refuse refuses refused refusal veto vetoes vetoed blocked froze suspend suspends suspended
    suspending halts halted terminate terminates terminated terminating termination discontinue discontinued
    dissolve dissolved call~off call_off called~off called_off tear~up tear_up tore~up tore_up torn_up
    broke_off broken_off broke_down broken_down collapse collapsed fell_through fall_through lost lapsed
    lapses expired did~end did~expire did~lapse
    """
)
_TELLS_UNDONE = _either(
    any_of(
        """
        pull*_out pull*_back walk*_out walk*_away back*_out quit* exit* drop* cancel* scrapp* scrap_it
        scrap_its scrap_the scrap_their axe axed axing kill* ditch* shelv* abandon* renounc* rescind* revok*
        revocation repeal* abolish* strike* struck striking overturn* enjoin* void* invalid* unlawful*
        illegal* annul* against reject* turn*_down turn~down refus* declin* deny denied denies veto* block*
        ban bans banned bar bars barred prohibit* freez* froze frozen suspen* halt* paus* postpon* delay*
        defer* terminat* discontinu* dissol* call*_off tear~up tear_up tore_up torn_up break_off breaks_off
        broke_off broken_off break_down broke_down broken_down collaps* fall* fell fewer fail* lose* losing
        loss* lost laps* expir* end ends ended ending until no_longer without_effect not_in_effect
        not_be_in_effect not_appl* not_extend* not_be_extended not_renew* ceas* stop* lift* remov* eliminat*
        phas*_out revers* supersed* replac* retract*
        """
    ),
    re.compile(r"\bwithdr\w+\b(?! from warehouse)"),  # as goods are wherever a duty is charged on them
    re.compile(rf"\bthrough (?:\d|{_MONTH} \d)"),
)

_PIECE = (
    r"(?:kg|kilo|kilogram|ton|tonne|lb|pound|bbl|barrel|bushel|gallon|lit(?:er|re)|unit|piece|head|aircraft"
    r"|vehicle)\b"
)
_MASS = (
    r"(?:tonnes?|tons?|mmt|mt|kg|kilos?|kilograms?|pounds|lbs?|bushels?|bales?|barrels?|bags?|liters?|litres?"
    r"|gallons?|hectolit(?:er|re)s?|cubic|head|carcasses|units|vehicles|cars)\b"
)
_CURRENCY = (
    r"(?:dlrs?|dollars?|cents?|euros?|pounds?|stg|sterling|yen|yuan|renminbi|won|rupees?|pesos?|pesetas?"
    r"|francs?|marks?|crowns?|kron[aeo]r?|guilders?|lire|lira|rou?bles?|reais|riyals?|dirhams?|usd|eur|gbp)\b"
)
_COUNTED = (
    r"\b(?:\d[\d,.]*\+?|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?"
    r"|millions?)"
)
_MONEY = re.compile(
    r"[$€£¥]\s?\d|\b\d[\d,.]*[ -]?(?:hundred |thousand )?"
    rf"(?:(?:million|billion|trillion|mln|bn)\b|{_CURRENCY})|{_COUNTED} {_CURRENCY}",
    re.I,
)

NEEDS = [
    Need("anything that was ended, withdrawn or refused", _UNDONE, _TELLS_UNDONE, presumed=True),
    Need(
        "anything that was put back",
        any_of(
            """
            put_back put~back slap*~back slap*_back brought_back brought~back bring_back bring~back
            shift*~back shift*_back mov*~back mov*_back went~back went_back switch*~back switch*_back
            reinstat* reimpos* re-impos*
            """
        ),
        any_of("back again reinstat* reimpos* re-impos* restor* return* renew* resum*"),
        presumed=True,
    ),
    Need(
        "a case brought or an appeal",
        any_of("sue sues sued suing lawsuit lawsuits appeal appeals appealed litigation"),
        any_of("sue* suing suit suits lawsuit* appeal* litigat* challeng* complain* court* panel* petition*"),
    ),
    Need(
        "a vote",
        any_of("vote votes voted voting"),
        _either(
            any_of("vot* ratif* pass* adopt* approv* reject* elect*"), re.compile(r"\b\d+ ?(?:-|–|to) ?\d+\b")
        ),
    ),
    Need(
        "a weight, a volume or a number of pieces",
        any_of(
            "tonnage* tonnes tons tpy mmt bushels annual_volume* quota_volume* total_volume* what_volume*"
        ),
        _either(re.compile(rf"\b\d[\d,.]*\s?(?:\w+ ){{0,2}}{_MASS}"), _MONEY),
    ),
    Need(
        "a price by weight or piece",
        re.compile(rf"/(?:t\b|gal\b|l\b|{_PIECE})|\bper {_PIECE}|\bunit price\b", re.I),
        re.compile(rf"(?:\bper|\ban?|/)\s?(?:\w+ )?{_PIECE}", re.I),
    ),
    Need(
        "an area",
        any_of("acreage acres hectares square_miles square_km square_feet"),
        any_of("acre* hectare* square sq"),
    ),
    Need(
        "a capacity in watts",
        re.compile(r"\b(?:how many|number of) (?:[mgk]w|(?:mega|giga|kilo)watts)\b", re.I),
        re.compile(r"\d\s?-?(?:[mgk]w|(?:mega|giga|kilo)watts?)\b", re.I),
    ),
    Need(
        "a number of people",
        re.compile(r"\bhead ?count\b|\bhow many (?:\w+ )?(?:jobs|workers|people|employees|staff)\b", re.I),
        re.compile(
            rf"{_COUNTED}\s?(?:\S+ ){{0,4}}"
            r"(?:jobs|workers|people|employees|staff|persons|men|women|positions|hires|\w+ers|\w+ans)\b",
            re.I,
        ),
    ),
    Need(
        "an amount of money",
        re.compile(
            r"(?:^|\s)[$€£](?!\d)|\b(?:(?:what|which|list|unit) price|price (?:tag|per|paid|offered)"
            r"|costs? of|what .* costs?|damages|how much money)\b",
            re.I,
        ),
        _MONEY,
    ),
    Need(
        "an exact day",
        any_of("exact_date exact_day which_day what_day"),
        _either(_A_DAY, re.compile(r"\b(?:today|yesterday|tomorrow|\w{3,6}day)\b")),
    ),
    Need(
        "a tariff code",
        re.compile(r"\b(?:hts|hs|tariff|customs) (?:codes?|numbers?|headings?|subheadings?)\b", re.I),
        re.compile(r"\b\d{4}\.\d{2}|\b\d{6,10}\b|\b(?:sub)?headings? \d", re.I),
    ),
]
