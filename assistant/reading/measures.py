"""Name the measures of trade that a question asks about and a sentence tells of."""

MEASURE = (
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|surtax(?:es)?|tax(?:es)?|quotas?|bans?"
    r"|embargo(?:es)?|sanctions?|curbs?|restrictions?|safeguards?)"
)
_WORD = r"[\w’'%.&/-]+"
# What one is called by, as the group "measure": "the 8 percent duty on tin from Peru".
NAMED = (
    r"(?P<measure>(?!(?:what|which|how|who|when|where|why|was|were|is|are|has|have|did|do|does"
    r"|it)\b)(?:(?:the|an?|these|those|this|that) )?"
    rf"(?:{_WORD} ){{0,5}}?{MEASURE}(?: (?:on|against|of|in|for) (?:{_WORD} ?){{1,5}})?)"
)
