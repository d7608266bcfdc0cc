"""Tell a message about the last answer itself from a question: "source?", "shorter please", "what else".

It searches for nothing: the question before is answered anew, and of that is shown what is asked for.
"""

import re
from collections.abc import Iterable
from typing import Literal

from vectorstore.patterns import pattern

About = Literal["shorter", "sources", "speaker", "newest", "more"]

MOST_WORDS = 14  # so that reading is quick: what is longer says something of its own

_IT = (
    r"(?:that|this|it|these|those|them|so"
    r"|(?:the|your|that|this|last) (?:last )?(?:answer|quotes?|sentences?))"
)
_SHORT = r"(?:shorter|short|brief(?:er|ly)?|(?:more )?concise(?:ly)?)"
_LINE = r"(?:line|sentence|liner|word|nutshell)"
_ONE = (
    r"(?:a |an |the |your |its |some |any |one |all (?:the )?)?(?:exact |original |full |primary |actual )?"
)
_SOURCE = (
    r"(?:sources?|links?|references?|citations?|urls?|web ?(?:page|site|address)|(?:source )?documents?"
    r"|briefings?|articles?)"
)
_GIVE = (
    r"(?:(?:can|could|would|will|may) (?:you|i|we) )?(?:please )?"
    r"(?:give|show|send|tell|name|get|have|see|provide|share|add|cite|(?:i|we) (?:need|want|would like))"
    r"(?: (?:me|us))?(?: with)?"
)
_OF_IT = rf"(?: (?:for|of|to|on|about|behind) (?:{_IT}|(?:the|its) {_SOURCE}))?"
_FORMS: dict[About, tuple[str, ...]] = {
    "shorter": (
        rf"(?:{_GIVE} )?(?:(?:a|an|the|your) )?(?:much |even |a (?:bit|little) )?"
        rf"(?:shorter|briefer|more (?:concise|briefly|concisely))(?: (?:version|answer|one))?{_OF_IT}",
        r"(?:make|keep|say|put|have|give me|tell me|can you (?:make|say|put|keep)) (?:me )?"
        rf"{_IT} (?:much |even |a (?:bit|little) )?(?:{_SHORT}|in (?:one|a) {_LINE}|in (?:short|brief))",
        rf"(?:{_GIVE} )?(?:just |only )?(?:in )?(?:one|a|a single|1) {_LINE}(?: {_IT})?",
        r"in (?:short|brief|a few words|fewer words|plain words)|briefly|tl;? ?dr",
        rf"(?:can you )?(?:summari[sz]e|condense|shorten|cut|boil down|sum up)(?: {_IT})?(?: (?:down|up))?",
        rf"(?:can you )?sum {_IT} up|be (?:more )?(?:brief|concise)|bottom line",
        rf"(?:{_GIVE} )?(?:the |a )?(?:(?:short|brief) )?(?:version|answer|summary)|(?:the )?gist",
        rf"(?:{_IT}(?:['’]s| is| was) )?(?:way |much |far )?too (?:long|much|wordy)",
    ),
    "sources": (
        rf"(?:{_GIVE} )?{_ONE}{_SOURCE}{_OF_IT}",
        rf"(?:what|which|where)(?:['’]?s| is| are| was| were) (?:the |your |its )?{_SOURCE}{_OF_IT}",
        rf"(?:what|which) {_SOURCE} (?:is|are|was|were|does|do|did|says?|said|has|have)"
        rf"(?: {_IT})?(?: (?:from|in|come from|say (?:that|this|it|so)))?",
        rf"(?:in|from) (?:what|which) {_SOURCE}(?: (?:is|was) {_IT})?",
        rf"where (?:(?:is|are|was|were) {_IT}(?: (?:from|written|stated|said|told|published|reported))?"
        rf"|(?:does|do|did) {_IT} (?:come from|stand|say (?:that|so))"
        rf"|(?:did|do) you (?:get|find|read|see|have|take) {_IT}(?: from)?)",
        rf"do you have {_ONE}{_SOURCE}{_OF_IT}",
        rf"(?:based|resting) on what|according to what|how do you know(?: {_IT})?|says which {_SOURCE}",
        rf"(?:can you )?(?:cite|quote|prove|back up|source) {_IT}(?: up)?",
    ),
    "speaker": (
        r"who (?:(?:exactly|actually) )?(?:said|says|told(?: you)?|tells|claims|claimed|stated)"
        rf" {_IT}|(?:says|said) who|according to who(?:m)?",
        rf"whose (?:words|quote|statement)s?(?: (?:is|are|was|were) {_IT})?",
        rf"who(?:['’]s| is| was) (?:speaking|talking|quoted|being quoted|{_IT} from)(?: here| there)?",
        rf"who (?:is|are|was|were) {_IT} from|quoting who(?:m)?",
    ),
    "newest": (
        rf"(?:which|(?:which|what) (?:one|{_SOURCE}|of (?:them|these|those|the (?:two|three|four))))"
        r"(?:['’]?s| is| was) (?:the )?(?:newest|latest|most recent)(?: (?:one|of (?:them|these|those)))?",
        r"(?:just |only )?the (?:newest|latest|most recent) (?:one|of (?:them|these|those))(?: only)?",
    ),
    "more": (
        r"any (?:more|others?)|(?:what|anything|something|nothing)(?: else| more)"
        r"(?: (?:is (?:there|on file)|do you have|have you got|can you tell me))?"
        rf"(?: (?:on|about) {_IT})?",
        r"(?:is there|do you have|have you got|got|(?:do you )?know) (?:anything |something |any )?"
        rf"(?:else|more)(?: (?:on file|here))?(?: (?:on|about) {_IT})?",
        rf"(?:{_GIVE} )?(?:some |a bit |a little |much )?more(?: (?:details?|info(?:rmation)?))?"
        rf"(?: (?:on|about) {_IT})?",
        rf"(?:{_GIVE} )?(?:the )?next (?:ones?|page)|(?:go|carry) on|continue|keep going|next",
    ),
}
_BESIDE = (
    r"(?:please|pls|plz|ok(?:ay)?|so|but|and|or|well|hm+|yes|yeah|then|just|now|thanks|thank you|sorry|hey"
    r"|great|nice|good|again)"
)
_ABOUT = {
    about: pattern(rf"\W*+(?:{_BESIDE}\b\W*)*(?:{'|'.join(forms)})\W*(?:\b{_BESIDE}\b\W*)*", re.I)
    for about, forms in _FORMS.items()
}
# Of a list of days to come only: of anything else it asks what happened then.
_THEN = pattern(
    rf"\W*(?:{_BESIDE}\W+)*(?:after (?:that|this|these|those|them)"
    r"|what (?:comes|is|happens) (?:next|after(?: \w+)?)|what(?:['’]s)? next"
    r"|what then|then what|then|later(?: ones?)?|further ahead|next)\W*",
    re.I,
)
_HELP = pattern(
    rf"\W*(?:{_BESIDE}\b\W*)*(?:help(?: me)?|what (?:can|do|could) (?:you|u|i|we|this|it) "
    r"(?:do|ask|answer|know|cover|offer|type)(?: (?:you|u|here|for me|about))*"
    r"|how (?:does (?:this|it) work|do (?:you|i) (?:work|use (?:this|it|you))|can i use (?:this|it))"
    r"|(?:what|who) are (?:you|u)|what is this(?: (?:tool|thing|page|for))?"
    r"|(?:what|which)(?: (?:kind|sort|type)s? of)? questions? (?:can|may|should) i ask(?: (?:you|here))?"
    r"|what (?:is|do you have) on file|commands|usage)\W*",
    re.I,
)


def about_answer(text: str) -> About | None:
    """Return what a message asks of the last answer itself; None where it asks something of its own.

    >>> said = "shorter, please", "a source?", "who said that?", "which one is the newest", "what else?"
    >>> [about_answer(text) for text in said]
    ['shorter', 'sources', 'speaker', 'newest', 'more']
    >>> asked = "sources of steel", "who said that tin pays?", "what else is exempt?", "more on tin?"
    >>> [about_answer(text) for text in asked]
    [None, None, None, None]
    """
    if len(text.split()) > MOST_WORDS:
        return None
    return next((about for about, form in _ABOUT.items() if form.fullmatch(text)), None)


def asks_then(text: str) -> bool:
    """Whether a message asks what comes behind a list of days to come.

    >>> asks_then("and after that?"), asks_then("what did Peru do after that?")
    (True, False)
    """
    return bool(_THEN.fullmatch(text))


def asks_help(text: str) -> bool:
    """Whether a message asks what can be asked here.

    >>> asks_help("help"), asks_help("what can you do?"), asks_help("what can Peru do?")
    (True, True, False)
    """
    return len(text.split()) <= MOST_WORDS and bool(_HELP.fullmatch(text))


def is_about_answer(text: str) -> bool:
    """Whether a message asks something of the last answer, or of this program, not of the briefings."""
    return about_answer(text) is not None or asks_help(text)


def pages_shown(asked: Iterable[str], turns: bool = False) -> int:
    """Return how often more was asked for since the last question; `turns` where "and then?" does so, too.

    >>> pages_shown(["rice?", "what else", "source?", "go on"])
    2
    """
    pages = 0
    for text in asked:
        goes_on = about_answer(text) == "more" or (turns and asks_then(text))
        pages = pages + 1 if goes_on else pages if is_about_answer(text) else 0
    return pages
