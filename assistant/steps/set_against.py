"""Find in a question what is set against each other: parties, periods, goods, or phrases around a "vs"."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from assistant.reading.goods import AMBIGUOUS, goods_in, places_of
from assistant.reading.periods import periods_in
from assistant.reading.stop_words import STOP_WORDS
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

MOST_SIDES = 3
BETWEEN = 6  # words that may stand between two sides: "Ottawa's farm plan vs Washington's"
PHRASE = 4  # words of what is compared
NOUNS = 2  # words that may stand behind either side: "Peruvian beef quota vs Chilean beef quota"

Span = tuple[int, int]

PREPOSITION = r"(?:from|with|in|on|for|to|of|by|w/)"
VERSUS = pattern(r"\b(?:vs?\.?|versus|against|compared (?:to|with)|as opposed to|rather than)(?!\w)", re.I)
EITHER = pattern(r"\b(?:or|than)\b", re.I)
# What makes an "or" a comparison: "Chile or Peru, who pays more", "wheat or rice: the duty on each".
_WEIGHS = pattern(
    r"\b(?:who|whose|which|more|less|fewer|higher|lower|bigger|larger|smaller|better|worse|earlier|later|sooner|longer|"
    r"first|cheaper|each|either|both|respectively)\b",
    re.I,
)
_WHICH = pattern(r"\b(?:who|whos|whose|which)\b", re.I)
_EACH = pattern(r"\b(?:each|both|respectively)\b", re.I)
_MORE = pattern(
    r"\b(?:more|less|fewer|higher|lower|bigger|larger|smaller|better|worse|earlier|later|sooner|longer|cheaper|harder)\b",
    re.I,
)
# "Chilean goods against Peruvian goods", "1987 against 1986", "the rate of Peru next to that of Chile".
_SET_AGAINST = pattern(
    rf"['’]?s?(?: \w+)?\s+(?:against|next to)\s+(?:(?:the|in|(?:that|those) {PREPOSITION}) )*", re.I
)
_DIFFERS_FROM = pattern(r"['’]?s?\s+differs?\s+from\s+(?:the\s+)?", re.I)
_LINK = pattern(r"\s*(?:,|and|&|or|vs\.?|versus)\s*(?:the )?", re.I)
_LISTED = pattern(rf"[’']?s?\s*(?:,|/|and|&)\s*(?:{PREPOSITION}\s+)?(?:the\s+)?", re.I)
_BOUNDARY = pattern(
    r"(?:on|of|for|in|under|by|at|to|from|is|are|was|were|between|what|which|who|whose|how|when|with|per|and|the|"
    r"does|do|did|has|have|will|each|both)",
    re.I,
)
_GENITIVE = pattern(r"(?:['’]s|s['’])\W*$")
_WORD_BEFORE = pattern(r"\w\s+$")
_WORD = pattern(r"\s+[a-z]\w+", re.I)
# "..., builders or factory hands?", "nec or toshiba: who cuts more".
_OR_AT_THE_END = pattern(
    r"(?:[,:;]|\s[–-])\s+(?:the\s+)?(?P<one>[^,:;?–]{2,40}?)\s+or\s+(?:the\s+)?(?P<other>[^,:;?–]{2,40}?)(?=\s*(?:[,:;?]|$))",
    re.I,
)
_AT_THE_HEAD = pattern(
    r"^\W*(?:the\s+)?(?P<one>[^,:;?–]{2,40}?)\s+(?:or|against)\s+(?:the\s+)?(?P<other>[^,:;?–]{2,40}?)(?=\s*[,:]|\s[–-]\s)",
    re.I,
)


def weighs(text: str) -> bool:
    """Whether a text asks which of several is more: "Peru or Chile, who pays more"."""
    return bool(EITHER.search(text) and _WEIGHS.search(text))


def parties_against(text: str) -> list[list[Span]]:
    """Return the spans of each party that another is set against; none where fewer than two are."""
    mentions = find_parties(text, lower_case=True)
    named = [(mention.code, (mention.start, mention.end)) for mention in mentions]
    if len(named) == MOST_SIDES and _ends_clause(text, *(span for _, span in named)):
        named = named[1:]
    return _against_each_other(text, named, _sets_against)


def goods_against(text: str) -> list[list[Span]]:
    """Return the spans of goods set against others: "compare steel and copper tariffs"."""
    named = [(goods, span) for goods in goods_in(text) - AMBIGUOUS for span in places_of(goods, text)]
    return _against_each_other(text, sorted(named, key=lambda of: of[1]), _LINK.fullmatch)


def periods_against(text: str, assumed: date) -> list[list[Span]]:
    """Return the spans of both periods that a text names; none where it names others than two."""
    spans: dict[tuple[date, date], list[Span]] = {}
    for period in periods_in(text, assumed, short=True):
        spans.setdefault((period.first, period.last), []).append((period.start, period.end))
    return list(spans.values()) if len(spans) == 2 else []


def alternatives(text: str) -> list[list[Span]]:
    """Return the spans of two things by any name, of which it is asked which one is more.

    >>> text = "which exports fell more, cars or fish meal?"
    >>> [text[start:end] for [(start, end)] in alternatives(text)]
    ['cars', 'fish meal']
    """
    found = _AT_THE_HEAD.match(text) or _OR_AT_THE_END.search(text)
    if found is None or not all(_is_name(found[side]) for side in ("one", "other")):
        return []
    rest = f"{text[: found.start('one')]} {text[found.end('other') :]}"
    of_either = _EACH.search(rest) or (_WHICH.search(rest) and _MORE.search(rest))
    return [[found.span("one")], [found.span("other")]] if of_either else []


def sets_one_against_another(text: str, assumed: date) -> bool:
    """Whether two parties, or two periods, stand on both sides of "against" or the like."""
    parties = [(m.start, m.end, m.code) for m in find_parties(text, lower_case=True)]
    periods = [(p.start, p.end, str(p.first)) for p in periods_in(text, assumed, short=True)]
    return any(
        one != other and _SET_AGAINST.fullmatch(text[end:start])
        for named in (parties, periods)
        for (_, end, one), (start, _, other) in pairwise(named)
    )


def phrases_against(text: str) -> list[list[Span]]:
    """Return what stands before "vs" and what stands behind it, as far as a phrase goes."""
    link = VERSUS.search(text)
    if link is None:
        return []
    before = list(re.finditer(r"[^\s]+", text[: link.start()]))
    after = list(re.finditer(r"[^\s]+", text[link.end() :]))
    article = after[0].start() if after and after[0][0].lower() == "the" else None
    left = _phrase([(m.start(), m.end(), m[0]) for m in reversed(before)], ends_on=":,;?(")
    right = _phrase(
        [(link.end() + m.start(), link.end() + m.end(), m[0]) for m in after[article is not None :]],
        ends_with=":,;?)",
    )
    if left and right and _GENITIVE.search(right[-1][2]):  # "Alicorp's rate vs Gloria's": the rate of either
        whose = next((at for at, (_, _, word) in enumerate(left) if _GENITIVE.search(word)), 0)
        left = left[whose:]
    if not left or not right:
        return []
    start = right[0][0] if article is None else link.end() + article
    spans = (left[-1][0], left[0][1]), (start, right[-1][1])
    unsure = article is not None or find_parties(text[spans[0][0] : spans[1][1]], lower_case=True)
    if unsure and not _stands_apart(text, *spans):
        return []  # "what Peru buys of Chile vs what Chile buys" has sides that no words tell apart
    return [[spans[0]], [spans[1]]]


def _stands_apart(text: str, left: Span, right: Span) -> bool:
    """Whether marks part what is compared from the rest: "beet area this year: Peru vs the rest of us"."""
    before, behind = text[: left[0]].rstrip(" (\"'“"), text[right[1] :].lstrip()
    return before[-1:] in tuple(":,;(–-") and (not behind or behind[0] in "?:,;.)" or right[1] == len(text))


def _ends_clause(text: str, first: Span, second: Span, third: Span) -> bool:
    """Whether the first ends what is asked of the others: "who buys more of Kenya, Peru or Chile"."""
    listed = text[first[1] : second[0]].strip() == "," and EITHER.search(text[second[1] : third[0]])
    return bool(listed and _WORD_BEFORE.search(text[: first[0]]))


def _is_name(words: str) -> bool:
    told = words.split()
    return 0 < len(told) <= PHRASE and not any(
        _BOUNDARY.fullmatch(word) and word.lower() not in ("of", "and", "the", "in", "with", "from")
        for word in told
    )


def _against_each_other(
    text: str, named: Sequence[tuple[str, Span]], sets_against: Callable[[str], object]
) -> list[list[Span]]:
    """Return the spans of each that another is set against; none where fewer than two are.

    The noun that stands behind either is part of it: "Peruvian goods and Chilean goods".
    """
    linked: dict[str, list[Span]] = {}
    longer: dict[Span, Span] = {}
    for (one, first), (other, second) in pairwise(named):
        nouns = _nouns_behind(text, first, second)
        if one != other and sets_against(text[first[1] + nouns : second[0]]):
            linked.setdefault(one, [])
            linked.setdefault(other, [])
            longer |= {span: (span[0], span[1] + nouns) for span in (first, second) if nouns}
    for name, span in named:
        if name in linked:
            linked[name].append(longer.get(span, span))
    return list(linked.values()) if 2 <= len(linked) <= MOST_SIDES else []


def _nouns_behind(text: str, first: Span, second: Span) -> int:
    """Return how many characters of a noun both spans have behind them, the space before it included."""
    length = 0
    for _ in range(NOUNS):
        word = _WORD.match(text, first[1] + length)
        if (
            word is None
            or word.end() > second[0]
            or text[second[1] + length :].casefold().find(word[0].casefold())
        ):
            break
        if word[0].strip().casefold() in STOP_WORDS:
            break
        length += len(word[0])
    return length


def _sets_against(between: str) -> bool:
    if len(between.split()) > BETWEEN + 1:
        return False
    return bool(
        VERSUS.search(between)
        or EITHER.search(between)
        or _SET_AGAINST.fullmatch(between)
        or _DIFFERS_FROM.fullmatch(between)
        or _LISTED.fullmatch(between)
    )


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
