"""Tell a message that asks nothing from a question: a greeting, thanks, a trial, a word that it was read."""

import re

from vectorstore.patterns import pattern

MOST_WORDS = 12  # so that reading is quick: what is longer asks something

# What only says that the last answer was heard, or that somebody is there.
HEARD = (
    r"fine|alright|right|great|good|nice|cool|perfect|hm+|ah|oh|hi|hello|hey|thanks|thank you|thx|"
    r"ok(?:ay)?|got it|i see|understood"
)
_POLITE = (
    rf"{HEARD}|hiya|howdy|greetings|(?:good )?(?:morning|afternoon|evening)|good (?:day|night)"
    r"|welcome(?: back)?|many thanks|thank u|ty|cheers|(?:much |really )?appreciated"
    r"|bless you|(?:good)?bye(?:[ -]bye)?|see (?:you|u|ya)(?: (?:later|soon|tomorrow))?"
    r"|have a (?:good|nice|great) \w+"
    r"|take care|well done"
    r"|excellent|awesome|super|wonderful|brilliant|lovely|amazing|clear|sure|noted|please|sorry"
    r"|nice to meet (?:you|u)|how (?:are|r) (?:you|u)(?: doing)?|no worries|never ?mind"
    r"|no (?:more|further) questions|that(?:['’]s| is| was| will be|['’]ll be) all"
    r"|(?:that|this|it|you)(?:['’]s|['’]re| is| are| was| were)? (?:very |really |so |a great |a big )*"
    r"(?:help(?:s|ed|ful)?|useful|great|good|nice|perfect|fine|enough|clear)"
)
# What is typed to see whether anything answers.
_TRIAL = r"test(?:ing)?|blah|bla|foo(?: ?bar)?|hello world|ping|abc|1 ?2 ?3"
_BESIDE = (
    r"there|again|all|everyone|everybody|team|folks|friend|assistant|bot|then|now|today|so far|so much"
    r"|very much|a (?:lot|bunch|million|ton)|and|very|indeed|so|too|for (?:now|that|this|it|everything|me)"
    r"|for (?:the|your|all your|all the)(?: \w+)? (?:help|answers?|info|information|reply|response|summary)"
)
_ASKS_NOTHING = pattern(rf"\W*(?:(?:{_POLITE}|{_TRIAL})\b\W*(?:\b(?:{_BESIDE})\b\W*)*)+", re.I)
_ASKS = pattern(r"\?\W*$")


def asks_nothing(text: str) -> bool:
    """Whether a message is a greeting, thanks, a trial or the like, and nothing else.

    >>> said = "hi", "Good morning, team!", "thanks a lot for the quick answer", "ok, that's all. Bye!"
    >>> all(map(asks_nothing, (*said, "test", "Testing, 1 2 3", "blah blah")))
    True
    >>> asked = "thanks, and Canada?", "right?", "good day rates on rice", "is that all", "Hello Kitty duties"
    >>> any(map(asks_nothing, ("test ban treaty", "tests", "ABC Motors")))
    False
    >>> any(map(asks_nothing, asked))
    False
    """
    if len(text.split()) > MOST_WORDS:
        return False
    if _ASKS.search(text) and not re.search(r"\bhow (?:are|r) (?:you|u)\b", text, re.I):
        return False
    return bool(_ASKS_NOTHING.fullmatch(text))
