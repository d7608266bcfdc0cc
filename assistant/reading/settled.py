"""Tell what settles how things stand from what only says how they stood: an end, a vote, a putting off."""

import re

from assistant.reading.ends_told import tells_end
from assistant.reading.happened_since import calls_off
from vectorstore.patterns import pattern

_PUT_OFF = pattern(
    r"\b(?:delay(?:s|ed)|postpon(?:es|ed)|put(?:s)?(?: \w+){0,2} off|deferred"
    r"|push(?:es|ed)(?: \w+){0,2} back)\b",
    re.I,
)
_ADOPTED = pattern(
    r"\b(?:ratified|approved|adopted|enacted|cleared|endorsed|passed (?:the|a|its|by|into)|royal assent"
    r"|vot(?:es|ed) (?:by|\d|to|for|against|down|unanimously|overwhelmingly)"
    r"|signed (?:(?:it )?into law"
    r"|(?:the|an?|its|their) (?:[\w-]+ ){0,4}?(?:accord|agreement|pact|treaty|protocol|bill|law))"
    r"|renewed|rejected"
    r"|(?:entered|came|went) into (?:force|effect)|took effect|in force since)\b",
    re.I,
)
_RATE = r"(?:\d[\d.,]* ?(?:%|per ?cent|percent|pct) )"
_MEASURE = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|quotas?|bans?|curbs?|rate)"
_TAKEN_OUT = pattern(
    r"\b(?:tak(?:es?|en|ing)|took|mov(?:es|ed))\b[^.;]{1,90}?\bout of "
    rf"(?:the |its |their )?(?:[\w-]+ ){{0,3}}?{_RATE}?(?:[\w-]+ ){{0,2}}?{_MEASURE}\b"
    r"|\b(?:is|are|were|was|been) (?:now |thus )?(?:exempt(?:ed)?|spared|freed)\b(?! (?:if|only|unless))",
    re.I,
)
# What may come, or is not so: "has not ratified", "may be put off", "if it is approved".
_OPEN = pattern(
    r"\b(?:not|never|nor|neither|yet to|would|could|might|(?-i:may)|should|must|if|unless|until|once"
    r"|whether|hopes?|wants?|expect(?:s|ed)?|propos\w+|ask(?:s|ed)|urg(?:es|ed)|call(?:s|ed) (?:on|for)"
    r"|to be|without)"
    r"\b[^.;:]{0,60}$"
    r"|n[’']t\b[^.;:]{0,40}$",
    re.I,
)


def settles(text: str) -> bool:
    """Whether a sentence says that a measure ended, was put off or left out, or that a body decided on it.

    >>> told = "Peru's senate voted by 61 to 20 to renew the act.", "The senate may vote on the act."
    >>> [settles(text) for text in told]
    [True, False]
    >>> told = "The rise in the levy will not happen.", "Peru takes tea out of the 9% duty.", "Tea pays 9%."
    >>> [settles(text) for text in told]
    [True, True, False]
    >>> settles("From today the levies on tea are gone."), settles("Peru has not ratified the pact.")
    (True, False)
    """
    if tells_end(text) or calls_off(text):
        return True
    forms = (_PUT_OFF, _ADOPTED, _TAKEN_OUT)
    return any(not _OPEN.search(text[: found.start()]) for form in forms for found in form.finditer(text))
