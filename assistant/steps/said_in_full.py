"""Read a comparison of which each side is asked about in full, or with one word for what is asked of both."""

import re
from collections.abc import Sequence

from assistant.steps.of_one_side import unweighed, without_both
from assistant.steps.set_against import EITHER, PREPOSITION, VERSUS
from ingest.text.auxiliaries import BE
from ingest.text.parties import PartyMention, find_parties
from vectorstore.patterns import pattern

LEAST = 3  # words behind the asking one, of what is asked in full

_TAIL = pattern(r"[,;?–-]\s*(?:which|who|what|whose|how)\b.*$", re.I)
# Something said more closely: "drugs from Peru", "a maker with a plan", "pipes made of tin".
_IN_FULL = pattern(r"\w+ (?:from|with|without|in|by|made of|under|who|that) \w+", re.I)
_ASKS = pattern(
    r"\W*(?:what|which|who|whose|how|when|where|why|is|are|was|were|do|does|did|has|have|will|on|in|for)\b",
    re.I,
)
# "..., and how much for the Chilean one?"
_AGAIN = pattern(
    r",?\s+and\s+(?P<word>how|what|which|when|who|where|why)\b(?:\s+(?:much|many|long|high|big|large|far|low))?"
    r"(?:\s+(?:is|was|are|were|did|does|do|has)(?:\s+(?:it|that|they))?)?"
    r"(?:\s+(?:for|in|about|on|of|from|by|with|to))?(?:\s+the)?\s+$",
    re.I,
)
# "Does Peru get the same quota as Chile": of either.
_SAME = pattern(
    r"\b(?:the )?same (?P<what>[^?]*?)\bas (?:(?:for|in|on|of|from|with|against|does|do|is|are) )?(?:the )?$",
    re.I,
)
_NOTHING_MORE = pattern(r"(?:['’]s)?(?:\s+(?:one|ones|do|does|did))?\W*", re.I)
# "the Peruvian pact versus the Chilean one".
_LINKED = pattern(rf",?\s+(?:{VERSUS.pattern}|{EITHER.pattern}|and)\s+(?:(?:the|an?)\s+)?$", re.I)
_ONE = pattern(r"\s+ones?\b\W*$", re.I)
_END = r"(?=\s*(?:[,;:?]|$))"
# "the gap with Peru against that with the Andean pact", by any names.
_THAT = pattern(
    rf"\b(?P<by>{PREPOSITION})\s+(?P<one>(?:[\w.’'-]+\s+){{1,4}})"
    rf"(?:{VERSUS.pattern}|next to)\s+(?:that|those)\s+(?P=by)\s+(?P<other>[^,;:?]{{2,40}}?){_END}",
    re.I,
)
# "the same for lorries as it is for coaches".
_SAME_FOR = pattern(
    rf"\bthe same\s+(?P<by>{PREPOSITION})\s+(?P<one>[^,;:?]{{2,40}}?)\s+as\s+"
    rf"(?:(?:it|they)\s+(?:{BE})\s+)?(?P=by)\s+(?P<other>[^,;:?]{{2,40}}?){_END}",
    re.I,
)
_BOTH_ASK = pattern(r"^\W*(?P<word>how many|how much|how long|how far|what|which)\b", re.I)


def said_in_full(text: str) -> list[str]:
    """Return the question for each side, where a text asks it twice; none where it does not.

    >>> said_in_full("what notice ends the Peruvian pact, and what the Chilean one?")
    ['what notice ends the Peruvian pact', 'what notice ends the Chilean pact']
    >>> said_in_full("notice to end the US-Peru pact versus the Chilean one")
    ['notice to end the US-Peru pact', 'notice to end the US-Chilean pact']
    >>> said_in_full("the gap with Peru next to that with the rest, in tons")
    ['the gap with Peru, in tons', 'the gap with the rest, in tons']
    >>> said_in_full("how many tins may Peru sell, against how many cans of Chile?")
    ['how many tins may Peru sell', 'how many cans of Chile']
    """
    if found := _THAT.search(text) or _SAME_FOR.search(text):
        return _either_name(text, found)
    mentions = find_parties(text, lower_case=True)
    return (
        _asked_again(text, mentions)
        or _asked_the_same(text, mentions)
        or _one_for_both(text, mentions)
        or _both_ask(text)
    )


def halves(text: str) -> list[str]:
    """Return what stands before "vs" and what stands behind it, where each says in full what it is.

    >>> halves("tin rods: pipes made of scrap vs wires made by Aceros, which pays less?")
    ['tin rods: pipes made of scrap', 'tin rods: wires made by Aceros']
    >>> halves("the duty on tin vs on zinc of Peru"), halves("the duty on tin vs zinc")
    ([], [])
    """
    links = list(VERSUS.finditer(text))
    if len(links) != 1:
        return []
    shared, mark, left = text[: links[0].start()].rpartition(": ")
    right = _TAIL.sub("", text[links[0].end() :])
    sides = [left.strip(" ,;"), right.strip(" ,;?")]
    if not all(_IN_FULL.search(half) and not _ASKS.match(half) for half in sides):
        return []
    return [f"{shared}{mark}{half}" for half in sides]


def _asked_again(text: str, mentions: Sequence[PartyMention]) -> list[str]:
    """Return what is asked of one party and then of another: "how much for Peru, and how much for Chile"."""
    if len({mention.code for mention in mentions}) != 2:
        return []
    one, other = mentions[0], mentions[-1]
    again = _AGAIN.search(text[: other.start])
    if again is None or again["word"].casefold() not in text[: one.start].casefold().split():
        return []
    if again.start() < one.end or not _NOTHING_MORE.fullmatch(text[other.end :]):
        return []
    return [
        text[: again.start()],
        text[: one.start] + text[other.start : other.end] + text[one.end : again.start()],
    ]


def _asked_the_same(text: str, mentions: Sequence[PartyMention]) -> list[str]:
    """Return what is asked of two parties, of which it is asked whether it is the same."""
    same = _SAME.search(text[: mentions[-1].start]) if mentions else None
    before = [mention for mention in mentions if same and mention.end <= same.start()]
    if same is None or not before or before[-1].code == mentions[-1].code:
        return []
    if not _NOTHING_MORE.fullmatch(text[mentions[-1].end :]):
        return []
    one, other = before[-1], text[mentions[-1].start : mentions[-1].end]
    asked = (text[one.end : same.start()] + same["what"]).rstrip()
    return [f"{text[: one.start]}{name}{asked}" for name in (text[one.start : one.end], other)]


def _one_for_both(text: str, mentions: Sequence[PartyMention]) -> list[str]:
    """Return what is asked of what "one" stands for, too: "the Peruvian pact versus the Chilean one"."""
    if len(mentions) < 2 or not _ONE.match(without_both(text), mentions[-1].end):
        return []
    one, other = mentions[-2], mentions[-1]
    link = _LINKED.search(text[: other.start])
    if link is None or link.start() <= one.end or one.code == other.code:
        return []
    first = text[: link.start()]
    return [
        unweighed(of) for of in (first, first[: one.start] + text[other.start : other.end] + first[one.end :])
    ]


def _either_name(text: str, found: re.Match[str]) -> list[str]:
    """Return what is asked of the one name that is found in a text, and of the other."""
    of_one = text[: found.end("one")].rstrip() + text[found.end("other") :]
    return [unweighed(of_one), unweighed(text[: found.start("one")] + text[found.start("other") :])]


def _both_ask(text: str) -> list[str]:
    """Return what stands on both sides of a "vs" where each begins with the same asking word."""
    links = list(VERSUS.finditer(text))
    asks = _BOTH_ASK.match(text)
    if asks is None or len(links) != 1:
        return []
    left, right = text[: links[0].start()].strip(" ,;"), text[links[0].end() :].strip(" ,;?")
    again = _BOTH_ASK.match(right)
    if again is None or again["word"].lower() != asks["word"].lower():
        return []
    return [left, right] if len(right[again.end() :].split()) >= LEAST else []
