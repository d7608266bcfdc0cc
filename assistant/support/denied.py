"""Find what a claim denies and its evidence does not, or the other way round.

The same may be denied at different words: "gives no date", "the date is not given", "leaves the date out".
So a word that is denied on one side only counts when nothing else on the other side denies instead.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support.objection import Objection
from assistant.support.places import Place, Places, fit
from assistant.support.tokens import Token

LEAST = 3.5  # fit from which a word of the evidence is the one that the claim takes up
SAME_PLACE = 8.0  # fit from which the words around are the same, so nothing is told in another place
NEAREST = 0.5  # of the best fit: words that fit as well
ABOUT = (
    0.5  # of the words that the nearest sentence shares: a sentence that shares fewer is on something else
)
TOLD = 0.6  # of a clause's words: so many of them tell the clause
FEWEST = 2  # words of a clause beside the denied one
BESIDE = 4  # tokens: so near has a word that denies to stand to a fact

# What says no without a "not": "ends the duty" is "no longer applies it".
_DENYING = (
    ("status", ("ended", "suspended", "rejected", "delayed")),
    ("holding", ("exclude",)),
    ("outcome", ("fail",)),
    ("gate", ("closed",)),
    ("deny", ("deny", "lack")),
)
_JOINTS = (".", "and", "but", "while", "when", "if", "because", "although", "though")
_PARTS = (*_JOINTS, ",")
_FACTS = ("quantity", "date", "weekday", "party", "name", "role")
Denial = tuple[int, tuple[str, str]]  # where, and what is denied there or by which word


def what_is_denied(
    claim: Sequence[Token], places: Places, cited: Sequence[Token], there: Places
) -> Objection | None:
    """Say which word one side denies and nothing on the other side does; gravely where the claim does not."""
    ours, theirs = list(_denials(claim)), list(_denials(cited))
    about = _about(claim, cited)
    ours_alone = _unmatched(ours, theirs)
    undone = {at for at in _unmatched(theirs, ours) & about if _is_undone(cited[at], ours)}
    theirs_alone = (_unmatched(theirs, ours) & about) - undone
    restricts = _restricts(claim) and sum(token.negated for token in cited) > 1
    not_denied: dict[int, Objection] = {}  # by us, of what they deny
    for at, token in enumerate(claim):
        if token.kind == "break" or (token.kind == "link" and not theirs and not token.negated):
            continue
        if token.elided:  # "Korea would not."
            if token.negated and not theirs_alone and ("not", token.key) not in {what for _, what in theirs}:
                return _denied_by_us(token)
            continue
        twins = [i for i, other in enumerate(cited) if other.key == token.key]
        best, unlike = _nearest_unlike(token, places[at], twins, cited, there)
        if token.negated and (unlike or not twins):
            instead = theirs_alone | undone if _denies(token) else theirs_alone  # "not dropped", "not ended"
            if unlike:
                near = unlike if best >= SAME_PLACE else [*unlike, *_told(claim, cited)]
                instead = {i for i in instead if not set(near).isdisjoint(_clause(cited, i))}
            if not instead or (token.kind in _FACTS and not _is_beside(instead, twins)):
                return _denied_by_us(token)
        elif token.pole("deny") == "deny" and at in ours_alone and not theirs_alone:
            return _denied_by_us(token)
        elif unlike and not restricts:
            if token.kind in _FACTS:
                return _not_denied(token)
            not_denied.update(dict.fromkeys(unlike, _not_denied(token)))
    if len(not_denied) > len(ours_alone):
        return next(iter(not_denied.values()))
    return None if ours else _told_without(claim, cited, theirs_alone)


def _denied_by_us(token: Token) -> Objection:
    return Objection(f"it denies “{token.written}”, which nothing that it cites does", firm=False)


def _not_denied(token: Token) -> Objection:
    reason = f"it does not deny “{token.written}”, unlike what it cites"
    return Objection(reason, firm=False, grave=True)


def _is_undone(token: Token, ours: Sequence[Denial]) -> bool:
    """Whether what denies is denied itself: "not suspended" denies nothing, unless we speak of suspending."""
    return (
        token.negated and (denied := _denies(token)) is not None and all(denied != ours_ for _, ours_ in ours)
    )


def _told(claim: Sequence[Token], cited: Sequence[Token]) -> list[int]:
    """Return where the evidence has a word of the claim, or leaves out what it denies."""
    said = _words(claim)
    return [i for i, token in enumerate(cited) if token.elided or token.key in said]


def _words(tokens: Sequence[Token]) -> set[str]:
    return {token.key for token in tokens if token.kind not in ("break", "link")}


def _told_without(claim: Sequence[Token], cited: Sequence[Token], denied: set[int]) -> Objection | None:
    """Name a denied word whose clause the claim takes over, in other words for what is denied."""
    said = _words(claim)
    for at in sorted(denied):
        if cited[at].key in said or not cited[at].negated or _denies(cited[at]):
            continue  # not suspended: it holds
        clause = _words([cited[i] for i in _clause(cited, at, _PARTS) if i != at])
        if len(clause) >= FEWEST and len(said & clause) >= TOLD * len(clause):
            return _not_denied(cited[at])
    return None


def _clause(tokens: Sequence[Token], at: int, ends: Sequence[str] = _JOINTS) -> range:
    first = last = at
    while first and tokens[first - 1].key not in ends:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].key not in ends:
        last += 1
    return range(first, last + 1)


def _denials(tokens: Sequence[Token]) -> Iterator[Denial]:
    for at, token in enumerate(tokens):
        if token.negated and token.kind != "break":
            yield at, ("not", token.key)
        if denied := _denies(token):
            yield at, denied


def _denies(token: Token) -> tuple[str, str] | None:
    for axis, poles in _DENYING:
        if (pole := token.pole(axis)) in poles:
            return axis, pole
    return None


def _unmatched(denials: Sequence[Denial], others: Sequence[Denial]) -> set[int]:
    found = {denial for _, denial in others}
    return {at for at, denial in denials if denial not in found}


def _about(claim: Sequence[Token], cited: Sequence[Token]) -> set[int]:
    """Return where the sentences of the evidence are that say most of what the claim does."""
    said = _words(claim)
    sentences: list[tuple[int, int]] = []
    start = 0
    for end, token in enumerate(cited, start=1):
        if end == len(cited) or token.written in (".", "!", "?", "\n"):
            sentences.append((start, end))
            start = end
    words = [_words(cited[a:b]) for a, b in sentences]
    most = max((len(said & there) for there in words), default=0)
    return {
        at
        for there, (a, b) in zip(words, sentences, strict=True)
        if len(said & there) >= ABOUT * min(most, len(there))
        for at in range(a, b)
    }


def _restricts(claim: Sequence[Token]) -> bool:
    """Whether it says "only with" or "needs", which is "not without"."""
    return any(token.stem in ("need", "requir") for token in claim) or any(
        token.pole("scope") == "only" and behind.key in ("with", "if", "after", "when")
        for token, behind in pairwise(claim)
    )


def _nearest_unlike(
    token: Token, place: Place, twins: Sequence[int], cited: Sequence[Token], there: Places
) -> tuple[float, list[int]]:
    """Return the best fit, and the twins that fit so where all of them are denied otherwise."""
    if not twins or all(_is_alike(token, cited[i]) for i in twins):
        return 0.0, []
    fits = [(fit(place, there[i]), i) for i in twins]
    best = max(fits)[0]
    if best < LEAST:
        return 0.0, []
    nearest = [i for value, i in fits if value >= best - NEAREST]
    return best, [] if any(_is_alike(token, cited[i]) for i in nearest) else nearest


def _is_alike(token: Token, other: Token) -> bool:
    if token.negated == other.negated or other.elided:
        return True
    return (other if token.negated else token).beside_denied


def _is_beside(places: set[int], twins: Sequence[int]) -> bool:
    return any(abs(place - twin) <= BESIDE for place in places for twin in twins)
