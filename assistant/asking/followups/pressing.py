"""Tell a message that only presses for the answer to the question before: "are you sure?", "your best guess".

It asks that question again and no other, so it is asked just as it was. None of its words is searched for:
"guess" is in many briefings, and none of them tells the duty that nobody knows.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.asking.request import Turn
from assistant.asking.typed.shorthand import written_out
from vectorstore.patterns import pattern

MOST_WORDS = 25  # so that reading is quick: what is longer says something of its own

_YOU = r"(?:you|u|ya)"
_AT_IT = r"(?: (?:about|of|on|for|with) (?:that|this|it|these|those|them|me))?"
_SURE = (
    r"(?:(?:really|quite|so|very|totally|absolutely|completely|entirely|that|100 ?(?:%|percent)) )*"
    r"(?:sure|certain|positive)"
)
_RIGHT = r"(?:really |actually |even )*(?:true|right|correct|accurate)"
_ONE = r"(?:(?:a|an|any|one|some|your|ur) (?:very |more or less )?)"
_KIND = r"(?:best|rough|good|educated|wild|quick|ballpark|approximate|crude|honest|personal|single|own)"
_GUESS = r"(?:guess(?:es)?|guess?timates?|ballpark|estimate|estimation|approximation|hunch|gut feeling)"
_FIGURE = r"(?:figure|number|idea|range|answer|value|bet|shot|order of magnitude|opinion|view|take)"
# What is a wish for an answer by itself: "your best guess", "a rough idea", "just a number".
_ESTIMATE = (
    rf"(?:(?:just|only|even) {_ONE}?{_FIGURE}|{_ONE}?(?:{_KIND} )*{_GUESS}(?: figure| number)?"
    rf"|{_ONE}?(?:{_KIND} )+{_FIGURE})"
)
# What is one behind "give me": "the number", "something".
_ANYTHING = rf"(?:{_ESTIMATE}|(?:{_ONE}|the )?(?:{_KIND} )*{_FIGURE}|something|anything|a hint|one)"
_ROUGHLY = (
    r"(?:roughly|approximately|approx|more or less|give or take|at a guess|off the top of your head"
    r"|in (?:rough|round|general|broad) (?:terms|numbers|figures))"
)
# "It's 20 percent": a claim, which tells nothing of what the briefings say.
_IT_IS = (
    r"(?:that )?(?:it|that|this)(?:['’]s| is| was) (?:about |around |only |really |more like )*"
    r"[$€£]?\d[\d.,]*(?: ?(?:%|per ?cent|pct|[mb]illion|[mb]ln|tonnes|tons))*"
)
# Whether the answer is right, or to look once more.
_IF_SURE = (
    rf"(?:are |r )?{_YOU}(?:['’]re| are)? {_SURE}(?: {_IT_IS}|{_AT_IT})|{_SURE}{_AT_IT}",
    rf"i(?:['’]m| am)? (?:know|think|thought|heard|read|believe|{_SURE}) (?:somewhere )?{_IT_IS}",
    rf"(?:are|r) {_YOU} (?:kidding|joking|serious)(?: me)?|really|seriously|honestly|for real|no way",
    rf"(?:is|was) (?:that|it|this) {_RIGHT}",
    rf"(?:that|it|this) (?:isn['’]?t|is not|can['’]?t be|cannot be) {_RIGHT}",
    rf"(?:(?:that|it|this)(?:['’]s| is)|{_YOU}(?:['’]re| are)) (?:not {_RIGHT}|wrong)",
    rf"i (?:don['’]?t|do not) believe (?:{_YOU}|it|that|this)|i doubt (?:it|that|this)",
    r"(?:re-?|double[- ]?)?(?:check|confirm)(?: (?:it|that|this|again|properly))*",
    r"(?:look|try|think|search) (?:again|harder|properly|once more)",
    r"say (?:it|that) again|repeat(?: (?:it|that))?",
    rf"have {_YOU} (?:really |even )?(?:looked|checked|tried)(?: (?:again|everywhere|properly|hard))?",
)
_PRESSES = (
    *_IF_SURE,
    # for an answer, however loose
    rf"{_ESTIMATE}|{_ROUGHLY}|any idea",
    rf"(?:give|tell|offer|throw|get|show|say) (?:me |us )?{_ANYTHING}|tell (?:me|us)(?: {_ROUGHLY})?",
    r"answer (?:me|us|(?:the|my) question)|(?:just|only) (?:answer|say)(?: it)?|spit it out|i insist",
    rf"(?:i|we) (?:really |just |only )?(?:need|want) (?:to know|{_ANYTHING})",
    rf"all (?:i|we) (?:need|want) is {_ANYTHING}",
    rf"(?:take|make|have|hazard|venture) {_ANYTHING}|(?:just|then|please) (?:estimate|approximate)(?: it)?",
    rf"{_ANYTHING} (?:will|would|['’]ll|['’]d|is|['’]s) (?:be )?(?:do|fine|ok(?:ay)?|(?:good )?enough|good)",
    r"(?:it|that) (?:doesn['’]?t|does not|need not|needn['’]?t) (?:have to |need to )?be"
    r" (?:exact|precise|perfect|accurate)",
    rf"(?:i|we) (?:won['’]t|will not) (?:hold {_YOU} to (?:it|that)|tell)",
    # of somebody who must know
    rf"what (?:do|would) {_YOU} (?:think|say|guess|reckon|estimate)|in your (?:opinion|view)",
    rf"what(?:['’]?s| is| would be) your {_ANYTHING}",
    rf"(?:can|could|would|will|won['’]t|can['’]t|couldn['’]t) {_YOU} (?:not )?(?:please |just |at least )*"
    rf"(?:(?:guess|estimate|approximate)(?: it| that)?|(?:give|tell|offer|take) (?:me |us )?{_ANYTHING}"
    r"|(?:re-?|double[- ]?)?(?:check|confirm)(?: (?:again|it|that|this))*"
    r"|(?:try|look|think) (?:again|harder))",
    rf"{_YOU} (?:must|have to|should|surely)(?: surely)? (?:know|have)(?: {_ANYTHING}| it| that| this)?",
    rf"surely {_YOU} (?:know|have)(?: {_ANYTHING}| it| that)?|there (?:must|has to|should) be {_ANYTHING}",
    rf"do(?:n['’]t)? {_YOU} (?:really |not )*(?:know|have {_ANYTHING})",
)
# "The growers must have got something": that there is an answer, of somebody.
_CLAIMS = pattern(
    r"\W*(?:\w[\w'’-]*[^\w'’-]+){1,4}?(?:must|has to|have to|should|surely|will)"
    r"(?: (?:surely|also|at least))? (?:have|has|know|be)(?: \w+)?"
    r" (?:something|anything|some|any|a (?:figure|number|reason|plan|date))\W*",
    re.I,
)
_BESIDE = (
    r"(?:come on|please|pls|plz|ok(?:ay)?|so|but|and|or|well|hm+|no|yes|yeah|yep|nah|oh|ah|then|just|only"
    r"|still|go on|again|man|anyway|at least|though|look|wait|hey|even|now|even so|i mean|sorry|thanks"
    r"|for (?:that|this|it|me))"
)
_ONLY_PRESSES = pattern(
    rf"\W*+(?:{_BESIDE}\b\W*)*(?:(?:{'|'.join(_PRESSES)})(?!\w)\W*(?:\b{_BESIDE}\b\W*)*)+", re.I
)
_COME_ON = pattern(
    r"(?:(?:ok(?:ay)?|oh|ah|but|so|and|well|no|please|pls)\W+)*come on(?: (?:now|man|then|please))?", re.I
)
_ASKS_IF_SURE = pattern(
    rf"\W*+(?:{_BESIDE}\b\W*)*(?:(?:{'|'.join(_IF_SURE)})(?!\w)\W*(?:\b{_BESIDE}\b\W*)*)+", re.I
)
_BREAK = pattern(r"[.,;:!?–—]+\s+|\s+-\s+")
# "Give me your best guess on the rice duty".
_FOR_WHAT = pattern(
    rf"^\W*(?:{_BESIDE}\W+)*(?:(?:give|tell) (?:me |us )?)?(?:just )?{_ONE}?(?:{_KIND} )*(?:guess|ballpark)"
    r"(?: (?:figure|number|estimate|range))?\s+(?=(?:for|on|of|about|at|how|what|when|whether)\b)",
    re.I,
)


def only_presses(text: str) -> bool:
    """Whether a message asks for nothing but the answer to the question before it, once more or loosely.

    >>> presses = "are you sure?", "just give me a ballpark", "come on, your best guess then", "Really??"
    >>> all(map(only_presses, presses))
    True
    >>> asks = "how sure is it?", "and why?", "is that final?", "an estimate of the wheat crop", "and now?"
    >>> any(map(only_presses, asks))
    False
    """
    wordings = (text, written_out(text))  # which leaves "right?" out
    if len(text.split()) > MOST_WORDS:
        return False
    return any(map(_ONLY_PRESSES.fullmatch, wordings)) or bool(_COME_ON.fullmatch(text.strip(" .,!?")))


def claims_an_answer(text: str) -> bool:
    """Whether a message only claims that there is an answer: after a refusal it asks for that again.

    >>> claims = "the growers must have got something", "must growers pay something"
    >>> [claims_an_answer(text) for text in claims]
    [True, False]
    """
    return bool(_CLAIMS.fullmatch(text))


def asks_if_sure(text: str) -> bool:
    """Whether a message asks whether the last answer is right.

    >>> asks_if_sure("are you sure?"), asks_if_sure("check again, please"), asks_if_sure("your best guess")
    (True, True, False)
    """
    wordings = (text, written_out(text))
    return len(text.split()) <= MOST_WORDS and any(map(_ASKS_IF_SURE.fullmatch, wordings))


def without_pressing(text: str) -> str:
    """Return a question without the words before and behind it that only press for its answer.

    >>> without_pressing("come on, what does wheat pay?"), without_pressing("the duty on rice, best guess?")
    ('what does wheat pay?', 'the duty on rice')
    >>> without_pressing("Your best guess on the wheat duty"), without_pressing("really? and Peru?")
    ('on the wheat duty', 'and Peru?')
    >>> without_pressing("so, what is the best guess of the bank?")
    'so, what is the best guess of the bank?'
    """
    if only_presses(text):
        return text
    breaks = list(_BREAK.finditer(text))
    start = max((at.end() for at in breaks if only_presses(text[: at.start()])), default=0)
    end = min((at.start() for at in breaks if only_presses(text[at.end() :])), default=len(text))
    text = text[start:end] if start < end else text
    return text[of.end() :] if (of := _FOR_WHAT.match(text)) else text


def asked_before(history: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return a conversation without the messages that only press for an answer, and what was said to them.

    >>> said = ("user", "rice?"), ("assistant", "9 percent."), ("user", "really?"), ("assistant", "...")
    >>> [turn.content for turn in asked_before([Turn(*turn) for turn in said])]
    ['rice?', '9 percent.']
    """
    kept: list[Turn] = []
    asks = False
    for turn in history:
        if turn.role == "user":
            asks = not (kept and only_presses(turn.content))
        if asks or not kept:
            kept.append(turn)
    return tuple(kept)


def questions_among(texts: Iterable[str]) -> list[str]:
    """Return what was asked, without what only presses for the answer to it.

    >>> questions_among(["rice?", "are you sure?", "and wheat?"])
    ['rice?', 'and wheat?']
    """
    asked: list[str] = []
    for text in texts:
        if not (asked and only_presses(text)):
            asked.append(text)
    return asked
