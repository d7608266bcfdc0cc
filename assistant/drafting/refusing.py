"""Know what a model writes in the place of an answer: that it will not, or that the briefings do not say.

Neither is a sentence that could be mended, or that the briefings do not hold.
"""

import re

from vectorstore.patterns import pattern

_NO = r"(?:cannot|can ?not|can['’]t|won['’]t|will not|(?:must|have to) decline to|decline to)"
_ANSWER = (
    "(?:help|assist|answer|comply|discuss|provide|fulfil|engage|continue|respond|share|say|tell|do that|find|"
    "determine|confirm|offer|give|create|write|speculate)"
)
# Of whoever answers, not of a person who is quoted: "I cannot accept this" is what a minister says.
_REFUSES = pattern(
    r"(?:(?:unfortunately|sorry|(?:my )?apologies),? (?:but )?)?"
    r"(?:I(?:['’]m| am) (?:\w+ )?(?:sorry|afraid|unable|not able|not allowed)|I apologi[sz]e|"
    rf"I {_NO} (?:\w+ )?{_ANSWER}|as an? (?:AI|language model|large language model))\b",
    re.IGNORECASE,
)
_MATERIAL = (
    r"(?:briefings?|(?:numbered |given )?sentences|sources|passages|excerpts|evidence|"
    r"(?:provided|given|available) (?:information|material|text|context|documents?))"
)
_SAY = (
    r"(?:say|state|mention|specif(?:y|ie)|give|provide|indicate|contain|tell|include|answer|address|disclose|"
    r"report|reveal|describe|cover|explain|name|set out|show)"
)
_SAYS_NOTHING = pattern(
    r"(?:(?:however|but|unfortunately),? )?(?:"
    rf"(?:(?:the|these|those|all) )?{_MATERIAL}(?: (?:above|cited|provided|given|offered))? "
    rf"(?:(?:do|does|did)(?: not|n['’]t) (?:\w+ )?{_SAY}|{_SAY}s? (?:nothing|no)|(?:is|are) silent)\b|"
    rf"(?:no|none of the|none of these) {_MATERIAL} {_SAY}s?\b|"
    rf"no .{{1,60}} (?:in|by|from) (?:the|these|any of the) {_MATERIAL}\W*$)",
    re.IGNORECASE,
)


def refuses(sentence: str) -> bool:
    """Say whether a model says that it does not answer.

    >>> refuses("I'm sorry, but I cannot help."), refuses("I cannot accept this, the minister said.")
    (True, False)
    """
    return bool(_REFUSES.match(sentence))


def says_nothing(sentence: str) -> bool:
    """Say whether a sentence only tells that the briefings do not say something.

    >>> says_nothing("The briefings do not say when [1]."), says_nothing("Peru does not say when [1].")
    (True, False)
    """
    return bool(_SAYS_NOTHING.match(sentence))
