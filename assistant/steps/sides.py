"""Answer a comparison side by side: "EU vs Japan on cars" asks of either.

Sides are parties, periods, or what stands on both sides of "vs". Each has a question of its own, worded with
what the sides share, and the answers are put together in the order asked.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from assistant.asking.asked import asks_latest
from assistant.asking.question import Question
from assistant.choosing.given import got
from assistant.reading.goods import AMBIGUOUS, goods_in, places_of
from assistant.reading.periods import periods_in
from assistant.reading.stop_words import STOP_WORDS
from ingest.text.parties import find_parties, party_in_text
from vectorstore.patterns import pattern

MOST_SIDES = 3
BETWEEN = 6  # words that may stand between two sides: "Ottawa's farm plan vs Washington's"
PHRASE = 4  # words of what is compared

Span = tuple[int, int]

_VERSUS = pattern(
    r"\b(?:vs\.?|versus|v\.|against|compared (?:to|with)|as opposed to|rather than)(?!\w)", re.I
)
# "Chilean goods against Peruvian goods", "1987 against 1986", "the rate of Peru next to that of Chile".
_SET_AGAINST = pattern(r"['’]?s?(?: \w+)?\s+(?:against|next to)\s+(?:(?:the|that of|those of|in) )*", re.I)
_COMPARE = pattern(r"^\W*(?:please )?(?:compare|contrast)\s+", re.I)
_LINK = pattern(r"\s*(?:,|and|&|or|vs\.?|versus)\s*(?:the )?", re.I)
_EITHER = pattern(r"\b(?:or|than)\b", re.I)
# What makes an "or" a comparison: "Chile or Peru, who pays more", "wheat or rice: the duty on each".
_WEIGHS = pattern(
    r"\b(?:who|whose|which|more|less|fewer|higher|lower|bigger|larger|smaller|better|worse|earlier|later|sooner|longer|"
    r"first|cheaper|each|either|both|respectively)\b",
    re.I,
)
_TAIL = pattern(r"[,;?–-]\s*(?:which|who|what|whose|how)\b.*$", re.I)
# Something said more closely: "drugs from Peru", "a maker with a plan", "pipes made of tin".
_IN_FULL = pattern(r"\w+ (?:from|with|without|in|by|made of|under|who|that) \w+", re.I)
_ASKS = pattern(
    r"\W*(?:what|which|who|whose|how|when|where|why|is|are|was|were|do|does|did|has|have|will|on|in|for)\b",
    re.I,
)
_BOUNDARY = pattern(
    r"(?:on|of|for|in|under|by|at|to|from|is|are|was|were|between|what|which|who|whose|how|when|with|per|and|the|"
    r"does|do|did|has|have|will|each|both)",
    re.I,
)
_PREPOSITION = r"(?:from|with|in|on|for|to|of|by|w/)"
_SLASH_LEFT = pattern(r"\s*/\s*(?=[,;:?]|$)|(?<=[,;:])\s*/|\s+/\s*")  # of "Chile/Peru"
_NEXT_TO = pattern(r"\s+next to\b(?:\s+(?:that|those)\s+of\b)?", re.I)
# "Goods Peruvian goods", of "Chilean goods against Peruvian goods".
_TOLD_TWICE = pattern(r"\b(goods|products|imports|exports|duty|duties) (?=(?:\w+ )?\1(?:\W|$))", re.I)
_TWICE = pattern(rf"(?<!\S)({_PREPOSITION})(?:\s+{_PREPOSITION})+(?!\S)", re.I)
_LEFT_OVER = pattern(rf"(?:\s+{_PREPOSITION})+(?=\s*(?:$|[:,;?]))", re.I)
# What is left of "by Chile and by Peru" where one of them is taken out.
_LINKS_BEFORE = pattern(rf"\s+(?:and|&)\s+(?:{_PREPOSITION}\s+)?(?:the\s+)?$", re.I)
_LINKS_BEHIND = pattern(rf"^\s+(?:and|&)\s+(?:{_PREPOSITION}\s+)?(?:the\s+)?", re.I)
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
# "Peru: how much did each promise": of one of them, it is what Peru promised.
_OF_EACH = pattern(
    r"^(?P<side>[^:]{2,40}): (?P<asked>[^?]*?\b(?:did|does|do|has|have|will|on|for) )(?:each|either)\b", re.I
)
_GENITIVE = pattern(r"(?:['’]s|s['’])\W*$")
_OVER = pattern(r"^(?:['’]s?|s['’])(?=\W)")  # of a genitive


def sides_of(question: Question, assumed: date) -> list[str]:
    """Return the question for each side by itself; none where it compares nothing.

    >>> from assistant.asking.question import understand
    >>> day = date(1987, 4, 1)
    >>> sides_of(understand("the levy on wheat: Peru vs Chile", day), day)
    ['the levy on wheat: Peru', 'the levy on wheat: Chile']
    >>> sides_of(understand("quota rate: barley vs durum wheat", day), day)
    ['quota rate: barley', 'quota rate: durum wheat']
    >>> sides_of(understand("compare the rice bought by Chile and by Peru", day), day)
    ['the rice bought by Chile', 'the rice bought by Peru']
    >>> sides_of(understand("compare steel and copper duties", day), day)
    ['steel duties', 'copper duties']
    >>> sides_of(understand("what notice ends the Peruvian pact, and what the Chilean one?", day), day)
    ['what notice ends the Peruvian pact', 'what notice ends the Chilean pact']
    >>> sides_of(understand("what did Peru and Chile get", day), day)
    ['what did Peru get', 'what did Chile get']
    >>> sides_of(understand("pasta: is Peru to get the same quota as Chile?", day), day)
    ['pasta: is Peru to get quota', 'pasta: is Chile to get quota']
    >>> sides_of(understand("steel: Aceros' final rate vs Siderperu's", day), day)
    ["steel: Aceros' final rate", "steel: final rate Siderperu's"]
    >>> sides_of(understand("what did Peru agree with Chile", day), day)
    []
    """
    text = question.standalone
    asked = _COMPARE.sub("", text)  # whose word a sentence has by chance: "compared with March"
    if text == question.text and (each := _asked_again(text) or _asked_the_same(text)):
        return each
    compares = question.kind == "compare" or bool(_EITHER.search(text) and _WEIGHS.search(text))
    dealt = got(text)
    compares = compares or bool(dealt and len(dealt.by) > 1)  # "what did Peru and Chile get"
    weighed = _sets_one_against_another(asked, assumed)
    compares = compares or weighed
    if text != question.text or not (compares or question.kind == "change"):
        return []
    if asks_latest(question) and not (dealt or weighed):  # "the row between Chile and Peru" has one answer
        return []
    if question.kind == "compare" and (halves := _halves(asked)):
        return halves
    if compares and (sides := _parties(asked)):
        return _worded(asked, sides)
    if sides := _periods(asked, assumed):
        return _worded(asked, sides)
    if question.kind == "compare" and (sides := _goods(asked) or _phrases(asked)):
        return _worded(asked, sides)
    return []


def _asked_again(text: str) -> list[str]:
    """Return what is asked of one party and then of another: "how much for Peru, and how much for Chile"."""
    mentions = find_parties(text, lower_case=True)
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


def _asked_the_same(text: str) -> list[str]:
    """Return what is asked of two parties, of which it is asked whether it is the same."""
    mentions = find_parties(text, lower_case=True)
    same = _SAME.search(text[: mentions[-1].start]) if mentions else None
    before = [mention for mention in mentions if same and mention.end <= same.start()]
    if same is None or not before or before[-1].code == mentions[-1].code:
        return []
    if not _NOTHING_MORE.fullmatch(text[mentions[-1].end :]):
        return []
    one, other = before[-1], text[mentions[-1].start : mentions[-1].end]
    asked = (text[one.end : same.start()] + same["what"]).rstrip()
    return [f"{text[: one.start]}{name}{asked}" for name in (text[one.start : one.end], other)]


def _parties(text: str) -> list[list[Span]]:
    mentions = find_parties(text, lower_case=True)
    named = [(mention.code, (mention.start, mention.end)) for mention in mentions]
    return _against_each_other(text, named, _sets_against)


def _goods(text: str) -> list[list[Span]]:
    """Return the spans of goods set against others: "compare steel and copper tariffs"."""
    named = [(goods, span) for goods in goods_in(text) - AMBIGUOUS for span in places_of(goods, text)]
    return _against_each_other(text, sorted(named, key=lambda of: of[1]), _LINK.fullmatch)


def _against_each_other(
    text: str, named: Sequence[tuple[str, Span]], sets_against: Callable[[str], object]
) -> list[list[Span]]:
    """Return the spans of each that another is set against; none where fewer than two are."""
    linked: dict[str, list[Span]] = {}
    for (one, (_, end)), (other, (start, _)) in pairwise(named):
        if one != other and sets_against(text[end:start]):
            linked.setdefault(one, [])
            linked.setdefault(other, [])
    for name, span in named:
        if name in linked:
            linked[name].append(span)
    return list(linked.values()) if 2 <= len(linked) <= MOST_SIDES else []


def _periods(text: str, assumed: date) -> list[list[Span]]:
    spans: dict[tuple[date, date], list[Span]] = {}
    for period in periods_in(text, assumed, short=True):
        spans.setdefault((period.first, period.last), []).append((period.start, period.end))
    return list(spans.values()) if len(spans) == 2 else []


def _sets_against(between: str) -> bool:
    if len(between.split()) > BETWEEN + 1:
        return False
    return bool(
        _VERSUS.search(between)
        or _EITHER.search(between)
        or _SET_AGAINST.fullmatch(between)
        or re.fullmatch(rf"[’']?s?\s*(?:,|/|and|&)\s*(?:{_PREPOSITION}\s+)?(?:the\s+)?", between)
    )


def _sets_one_against_another(text: str, assumed: date) -> bool:
    """Whether two parties, or two periods, stand on both sides of "against" or the like."""
    parties = [(m.start, m.end, m.code) for m in find_parties(text, lower_case=True)]
    periods = [(p.start, p.end, str(p.first)) for p in periods_in(text, assumed, short=True)]
    return any(
        one != other and _SET_AGAINST.fullmatch(text[end:start])
        for named in (parties, periods)
        for (_, end, one), (start, _, other) in pairwise(named)
    )


def _halves(text: str) -> list[str]:
    """Return what stands before "vs" and what stands behind it, where each says in full what it is.

    >>> _halves("tin rods: pipes made of scrap vs wires made by Aceros, which pays less?")
    ['tin rods: pipes made of scrap', 'tin rods: wires made by Aceros']
    >>> _halves("the duty on tin vs on zinc of Peru"), _halves("the duty on tin vs zinc")
    ([], [])
    """
    links = list(_VERSUS.finditer(text))
    if len(links) != 1:
        return []
    shared, mark, left = text[: links[0].start()].rpartition(": ")
    right = _TAIL.sub("", text[links[0].end() :])
    halves = [left.strip(" ,;"), right.strip(" ,;?")]
    if not all(_IN_FULL.search(half) and not _ASKS.match(half) for half in halves):
        return []
    return [f"{shared}{mark}{half}" for half in halves]


def _phrases(text: str) -> list[list[Span]]:
    """Return what stands before "vs" and what stands behind it, as far as a phrase goes."""
    link = _VERSUS.search(text)
    if link is None:
        return []
    before = list(re.finditer(r"[^\s]+", text[: link.start()]))
    after = list(re.finditer(r"[^\s]+", text[link.end() :]))
    left = _phrase([(m.start(), m.end(), m[0]) for m in reversed(before)], ends_on=":,;?(")
    right = _phrase([(link.end() + m.start(), link.end() + m.end(), m[0]) for m in after], ends_with=":,;?)")
    if left and right and _GENITIVE.search(right[-1][2]):  # "Alicorp's rate vs Gloria's": the rate of either
        whose = next((at for at, (_, _, word) in enumerate(left) if _GENITIVE.search(word)), 0)
        left = left[whose:]
    if not left or not right or find_parties(text[left[-1][0] : right[-1][1]], lower_case=True):
        return []  # "what Peru buys of Chile vs what Chile buys" has sides that no words tell apart
    return [[(left[-1][0], left[0][1])], [(right[0][0], right[-1][1])]]


def _phrase(
    words: Sequence[tuple[int, int, str]], ends_on: str = "", ends_with: str = ""
) -> list[tuple[int, int, str]]:
    """Take words up to a boundary: before one that ends on a mark, after one that ends with a mark."""
    taken: list[tuple[int, int, str]] = []
    for start, end, word in words:
        bare = word.strip(".,:;?!()'\"’“”").lower()
        if len(taken) == PHRASE or _BOUNDARY.fullmatch(bare) or (ends_on and word[-1] in ends_on):
            break
        taken.append((start, end - len(word) + len(word.rstrip(".,:;?!()")), word))
        if ends_with and word[-1] in ends_with:
            break
    return taken if any(w.strip(".,:;?!()").lower() not in STOP_WORDS for _, _, w in taken) else []


def _worded(text: str, sides: Sequence[Sequence[Span]]) -> list[str]:
    """Leave out of the text, for each side, all others and what links them."""
    worded = [
        _without(text, [span for other in sides if other is not side for span in other]) for side in sides
    ]
    return [_OF_EACH.sub(_of_one, text) for text in worded]


def _of_one(each: re.Match[str]) -> str:
    """Return what is asked of each of several, of one of them: a party by its name, not "Chilean"."""
    named = find_parties(each["side"], lower_case=True)
    whole = len(named) == 1 and named[0].end - named[0].start == len(each["side"])
    return each["asked"] + (party_in_text(named[0].code) if whole else each["side"])


def _without(text: str, spans: Sequence[Span]) -> str:
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces.append(_LINKS_BEFORE.sub(" ", text[at:start]))
        at = end
    rest = [*pieces[1:], text[at:]]
    kept = " ".join([*pieces[:1], *(_LINKS_BEHIND.sub(" ", _OVER.sub("", piece)) for piece in rest)])
    kept = _VERSUS.sub(" ", kept)
    kept = _NEXT_TO.sub(" ", _SLASH_LEFT.sub(" ", kept))
    kept = _TOLD_TWICE.sub("", " ".join(kept.split()))
    if not _VERSUS.search(text):
        kept = _EITHER.sub(" ", kept)
    kept = _LEFT_OVER.sub("", _TWICE.sub(r"\1", " ".join(kept.split())))
    return re.sub(r"\s+([:,;?])", r"\1", kept).strip(" ,;")
