"""Tell which words of a follow-up ask: its own, or those of a question that it only insists on."""

import re

from assistant.reading.stop_words import STOP_WORDS
from ingest.text.auxiliaries import ASKING
from vectorstore.patterns import pattern

_FUNCTION_WORDS = frozenset(("they", "that's", "it's", "one", "ones", "else", "really", "exactly", "both"))
_ASKS = pattern(
    rf"\b(?:what|when|who|whom|whose|which|where|why|how|{ASKING}|list|compare)\b",
    re.I,
)
# "Are you sure?", "come on, what do you think", "what about Peru": they ask nothing of their own.
_INSISTS = pattern(
    r"^\W*(?:(?:but|so|ok(?:ay)?|and|no|well|come on|please|pls|hm+|then)\W+)*"
    r"(?:(?:are|r) (?:you|u) (?:\w+ )?(?:sure|certain|kidding)|"
    r"(?:is|was) (?:that|it) (?:all|true|right|so|correct)\b|"
    r"why not\b|how come\W*$|(?:what|how) about\b|what else\b|what (?:do|would) you (?:think|say|guess)|"
    r"(?:can|could|would|will) (?:you|u)\b|"
    r"(?:you|u|they|he|she|it|some(?:one|body)) (?:must|have to|has to|should) (?:know|have)\b|"
    r"surely (?:you|u)\b|"
    r"do (?:you|u) (?:know|think|have)|there (?:must|has to|is)|"
    r"is there (?:really )?(?:nothing|no|any)|have you (?:looked|checked|tried))",
    re.I,
)


def asks_anew(text: str) -> bool:
    """Whether a follow-up asks something of its own.

    >>> [asks_anew(text) for text in ("what did they agree to then", "are you sure?", "roughly?", "and why?")]
    [True, False, False, False]
    """
    words = re.findall(r"[\w'’-]+", text.lower())
    says = any(word not in STOP_WORDS and word not in _FUNCTION_WORDS for word in words)
    return says and asks_something(text) and not insists(text)


def asks_something(text: str) -> bool:
    """Whether words ask, and do not only name something.

    >>> asks_something("which ones pay"), asks_something("millers in Peru")
    (True, False)
    """
    return bool(_ASKS.search(text))


def insists(text: str) -> bool:
    """Whether a follow-up only insists on the question before it, or takes it further.

    >>> insists("are you really sure?"), insists("how sure is it?")
    (True, False)
    """
    return bool(_INSISTS.search(text))


def asked_in(standalone: str) -> str:
    """Return a standalone question as far as the first of its turns that asks something, the newest first.

    >>> asked_in("roughly? (what is the beef quota (who signed it?))")
    'roughly? (what is the beef quota'
    """
    turns = standalone.split(" (")
    first = next((at for at, turn in enumerate(turns) if asks_anew(turn)), len(turns) - 1)
    return " (".join(turns[: first + 1])
