"""What kind of figure a question asks for, and what in a sentence tells one."""

import re

from assistant.asking.needs.need import Need
from assistant.reading.money import BEFORE_FIGURE, CURRENCY
from assistant.reading.patterns import any_of, either
from vectorstore.patterns import pattern

_PIECE = (
    r"(?:kg|kilo|kilogram|ton|tonne|lb|pound|bbl|barrel|bushel|gallon|lit(?:er|re)|unit|piece|item|head|aircraft"
    r"|vehicle)\b"
)
_MASS = (
    r"(?:tonnes?|tons?|mmt|mt|kg|kilos?|kilograms?|pounds|lbs?|bushels?|bales?|barrels?|bags?|liters?|litres?"
    r"|gallons?|hectolit(?:er|re)s?|cubic|bcm|bcf|mtpa|bpd|head|carcasses|units|vehicles|cars)\b"
)
_COUNTED = (
    r"\b(?:\d[\d,.]*\+?|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?"
    r"|millions?)"
)
_LENT = r"(?:deposit|discount|prime|policy|base|interest|repo|lending|mortgage|coupon)"
_PERCENT = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half(?: of one)?)\b)\s?"
    r"(?:%|percent|per cent|pct)"
)
_PART = r"\b(?:half|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten)ths?|majority|minority|all|whole)\b"
_MONEY = pattern(
    rf"{BEFORE_FIGURE}|\b\d[\d,.]*[ -]?(?:hundred |thousand )?"
    rf"(?:(?:million|billion|trillion|mln|bn)\b|{CURRENCY})"
    rf"|{_COUNTED} (?:(?:million|billion|trillion|mln|bln) )?{CURRENCY}",
    re.I,
)
# What something costs: not "4 million shipments".
_PRICED = pattern(
    rf"{BEFORE_FIGURE}|(?:\b\d[\d,.]*[ -]?|{_COUNTED} )"
    rf"(?:(?:hundred|thousand|million|billion|trillion|mln|bln|bn) )?{CURRENCY}",
    re.I,
)

FIGURES = [
    Need(
        "a count of votes",
        either(
            any_of("vote_split vote_count votes_for votes_against vote_margin"),
            pattern(
                r"\b(?:votes?|voting|house|senate|parliament|congress|committee|roll[- ]call) tally\b"
                r"|\bwhat (?:was|is|were) the (?:\w+ ){0,2}vote\b"
                r"|\bby (?:what|which|how (?:big|large)) (?:an? )?(?:vote|margin|majority)\b",
                re.I,
            ),
        ),
        either(any_of("vot* unanim* tally"), pattern(r"\b\d+ ?(?:-|–|to) ?\d+\b")),
    ),
    # ---- amounts of goods and of money
    Need(
        "a weight or a volume",
        any_of("tonnage* tonnes tons tpy mmt bushels barrels bcm bcf mtpa bpd"),
        pattern(rf"\b\d[\d,.]*\s?(?:\w+ ){{0,2}}{_MASS}|{_COUNTED} (?:\w+ )?{_MASS}", re.I),
    ),
    Need(
        "a weight, a volume or a number of pieces",
        any_of("annual_volume* quota_volume* total_volume* what_volume*"),
        either(pattern(rf"\b\d[\d,.]*\s?(?:\w+ ){{0,2}}{_MASS}"), _MONEY),
    ),
    Need(
        "a volume",
        any_of("export_volume* import_volume* volume_of_exports volume_of_imports volume_exported"),
        either(
            pattern(rf"(?:\b\d[\d,.]*|{_COUNTED})\s?(?:\w+ ){{0,2}}{_MASS}", re.I),
            any_of("volume* quantit*"),
        ),
    ),
    Need(
        "a price by weight or piece",
        pattern(
            rf"(?:[$€£]|\b(?:prices?|costs?|{CURRENCY}))[^?/]{{0,12}}/ ?(?:t\b|gal\b|l\b|{_PIECE})"
            rf"|\bper {_PIECE}|\bunit price\b"
            rf"|\b(?:how (?:many|much)|price|cost|{CURRENCY})[^?]{{0,30}} an? {_PIECE}",
            re.I,
        ),
        pattern(rf"(?:\bper|\ban?|\beach|\bevery|/)\s?(?:\w+ )?{_PIECE}", re.I),
    ),
    Need(
        "a price per share",
        pattern(r"/ ?share\b|\bper share\b|\ba share\b(?! of)", re.I),
        pattern(r"(?:\bper|\ba|\beach|/) ?share\b|\bshares? (?:at|for) \W?\d", re.I),
    ),
    Need(
        "an amount of money",
        pattern(
            r"(?:^|\s)[$€£](?!\d)|\b(?:(?:what|which|list|unit) price|price (?:tag|per|paid|offered|of|for)"
            r"|how much money"
            r"|(?<!by )how much [^?]* (?:raised?|br(?:ing|ought) in|collect(?:ed)?|pay(?:ing)? for))\b",
            re.I,
        ),
        _MONEY,
    ),
    Need(
        "an amount of money",
        pattern(
            r"\bcosts? of\b|(?<!, )\bcosts?\W*$|\bwhat [^?]*\bcosts?\b|(?<!by )\bhow much [^?]* cost\b", re.I
        ),
        _PRICED,
    ),
    Need(
        "a price or a rate",
        pattern(r"\bwhat (?:do|does|did|will|is|are) [^?]* pay(?:ing)? for\b", re.I),
        pattern(rf"{_MONEY.pattern}|{_PERCENT}", re.I),
    ),
    Need("damages", any_of("damages"), any_of("damages compensat* award*")),
    Need(
        "a fine or a penalty",
        pattern(
            r"\b(?:what|which|how (?:big|high|large|much)|any|size of the) (?:\w+ ){0,2}"
            r"(?:fines?|penalt(?:y|ies)|jail|prison)\b"
            r"|(?<!% )(?<!pct )(?<!percent )\b(?:fines?|penalt(?:y|ies)) (?:for|on|per|do|does|if)\b",
            re.I,
        ),
        any_of("fine fines fined penal* prison* jail* imprison* sanction* dollars_per punish* liab*"),
    ),
    # ---- prices and rates of markets
    Need(
        "a price or level of a market",
        pattern(
            r"\b(?:clos(?:e|ing) (?:price|level|y\W?day|yesterday|today|on)|spot (?:price|rate)|futures"
            r"|(?:share|stock|settlement) price|\w+ index (?:level|now|today|this)|index level)\b",
            re.I,
        ),
        any_of("clos* spot futures share* stock* index* settle* trad*_at quot* price*"),
    ),
    Need(  # what two countries trade with each other has a volume, too
        "a volume of trading",
        pattern(
            r"\b(?:trading volumes?|volumes? of (?:trading|shares|contracts|lots|transactions))\b"
            r"(?!.*\b(?:between|with)\b)"
            r"|\bhow many (?:shares|contracts|lots) (?:were |have been )?(?:traded|changed hands|sold)\b",
            re.I,
        ),
        pattern(
            r"\bturnover\b|\bvolumes?\b(?! of (?:trade|exports|imports|sales|output)\b)"
            r"|\b(?:traded|chang\w+ hands)\b|\d (?:\w+ ){0,3}(?:shares|contracts|lots)\b",
            re.I,
        ),
    ),
    Need(
        "an exchange rate",
        pattern(
            r"\b(?:exchange rates?|(?:rate|parity|peg)\b[^?]* (?:to|against|per) the (?:us )?dollar"
            r"|per dollar(?! of)|to the dollar|(?:dollar|yen|euro) (?:parity|peg))\b",
            re.I,
        ),
        any_of(
            """
            exchange_rate* parity peg* to_the_dollar per_dollar against_the_dollar to_the_dlr per_dlr yen_per
            to_one_dollar
            """
        ),
    ),
    Need(
        "an interest rate",
        pattern(rf"(?<!\bcash )\b{_LENT} rates?\b(?! quota)", re.I),  # "cash deposit": of a duty
        pattern(rf"\b(?:{_LENT}|bank) rates?\b|\binterest\b|\byield", re.I),
    ),
    Need(
        "a loan's interest or term",
        pattern(r"\b(?:maturity|tenor|repayment (?:period|terms?)|grace period)\b", re.I),
        any_of("matur* tenor repay* grace years year interest due"),
    ),
    # ---- shares
    Need(
        "a share of gross domestic product",
        pattern(r"\bof (?:gdp|gnp)\b|\bgdp share\b", re.I),
        any_of("gdp gnp gross_domestic gross_national national_product economy national_income"),
    ),
    Need(
        "a percentage",
        pattern(
            r"\b(?:exact|what|which) (?:\w+ )?(?:percentage|stake|%|pct)(?!\w)"
            r"|\b(?:percentage|%|pct) (?:stake|holding)\b|\b(?:what|which) share\b",
            re.I,
        ),
        pattern(rf"{_PERCENT}|{_PART}", re.I),
    ),
    Need(
        "a stake",
        pattern(r"(?<!at )\bstake\b|\bequity (?:stake|share|holding|%)|\bshareholding\b", re.I),
        any_of("stake* equit* sharehold* own owns owned ownership holding holdings shares percent_of pct_of"),
    ),
    Need(
        "a rate over the quota",
        pattern(r"\b(?:over|out[- ]of|above|beyond|outside)[- ](?:the )?quota\b", re.I),
        pattern(
            r"\b(?:over|out[- ]of|above|beyond|outside)[- ](?:the )?quota\b"
            r"|\b(?:in excess|exceed\w*|beyond|above)\b",
            re.I,
        ),
    ),
    # ---- by what a figure is
    Need(
        "an average",
        pattern(r"\b(?:avg|average|median) (?!tariff)", re.I),
        any_of("average* avg median mean* per each typical* estimated"),
    ),
    *(
        Need(
            f"a figure per {unit}",
            pattern(
                r"(?<!for )(?<!within )(?<!in )(?<!over )(?<!than )(?<!about )"
                rf"\b(?:a|per|each|every) (?:{forms})\b"
                rf"|/(?:{forms})\b",
                re.I,
            ),
            pattern(rf"\b(?:{told})", re.I),
        )
        for unit, forms, told in (
            ("year", "year|yr|annum", r"years?\b|yr|annual|annum|(?:19|20)\d\d"),
            ("month", "month|mth|mo", "month"),
            ("week", "week|wk", "week"),
            ("day", "day", "day|daily"),
        )
    ),
    Need(
        "a figure per head or household",
        pattern(r"\bper (?:capita|head|person|household|family)\b|/(?:capita|household|family)\b", re.I),
        pattern(
            r"\b(?:per|each|a|every|average)\b[^.;]{0,20}\b(?:capita|head|persons?|people|households?"
            r"|famil(?:y|ies)|workers?|taxpayers?)\b",
            re.I,
        ),
    ),
    # ---- sizes
    Need(
        "an area",
        any_of("acreage acres hectares square_miles square_km square_feet"),
        any_of("acre* hectare* square sq"),
    ),
    Need(
        "a length or a depth",
        pattern(
            r"\((?:ft|m|km|mi)\)|\bhow (?:deep|tall)\b"
            r"|\bhow wide (?!(?:[\w'’.&-]+ ){1,9}?(?:gap|deficit|surplus|margin|spread|shortfall))"
            r"|\bin (?:ft|feet|miles|km)\b"
            r"|\bhow long is (?:the |its |their |this )?(?:[\w-]+ ){0,3}"
            r"(?:bridge|road|pipe(?:line)?|canal|tunnel|border|ship|vessel|quay|berth|runway|wall|fence|cable|track|rail(?:way|road)|river"
            r"|coast|line)\b"
            r"|\b(?:draft|draught|depth|length) \b[^?]*\b(?:ft|feet|met(?:er|re)s|km|miles)\b",
            re.I,
        ),
        pattern(
            r"\d[\d,.]*[ -]?(?:ft|foot|feet|met(?:er|re)s?|m|km|kilomet(?:er|re)s?|miles?|nautical)\b", re.I
        ),
    ),
    Need(
        "a capacity in watts",
        pattern(r"\b(?:how many|number of) (?:[mgk]w|(?:mega|giga|kilo)watts)\b", re.I),
        pattern(r"\d\s?-?(?:[mgk]w|(?:mega|giga|kilo)watts?)\b", re.I),
    ),
    Need(
        "a number of people",
        pattern(
            r"\bhead ?count\b|\bhow many (?:\w+ )?(?:jobs|workers|people|employees|staff)\b"
            r"|^jobs (?:at|in|from)\b|\bjobs (?:created|lost|saved|supported|added|gained|cut|shed)\b",
            re.I,
        ),
        pattern(
            rf"{_COUNTED}\s?(?:\S+ ){{0,4}}"
            r"(?:jobs|workers|people|employees|staff|persons|men|women|positions|hires|\w+ers|\w+ans)\b"
            r"|\b(?:payrolls?|(?:un)?employment|workforce)\b[^.;]{0,40}\d,?\d{3}",
            re.I,
        ),
    ),
]
