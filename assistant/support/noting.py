"""Say of the tokens of a text what only those around them tell: units, bounds, conditions, offices."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.support.quantities import Quantity
from assistant.support.tokens import Token
from assistant.support.words import stem, word_list

_CONDITIONS = frozenset(stem(word) for word in word_list("condition"))
_PROVISOS = frozenset(stem(word) for word in word_list("proviso"))
_WHEN = frozenset(stem(word) for word in word_list("when"))
_LIMITS = frozenset(stem(word) for word in word_list("limit"))
_TIMES = ("hour", "day", "week", "month", "year")
_JOINING = ("and", "or", "but", "while", "when", "if", "as", "than", "because", "although", "though")
_PAIRED = ("to", "and", "or", ",", "through")
_BESIDE = {
    "no": (-1, 1),
    "noth": (-1, 1),
    "none": (-1,),
    "not": (1,),
    "cannot": (1,),
    "never": (1,),
    "neither": (1,),
    "nor": (1,),
    "fail to": (1,),
}
_BEHIND = {"at most": "most", "at least": "least"}
_BEHIND |= {
    f"{link} {word}": "least" for link in ("or", "and") for word in ("more", "above", "over", "higher")
}
_BEHIND |= {
    f"{link} {word}": "most"
    for link in ("or", "and")
    for word in ("less", "fewer", "below", "under", "lower")
}


def note(tokens: Sequence[Token]) -> None:
    """Complete the tokens of a text in place, once all of them are read."""
    _share_units(tokens)
    _take_over_units(tokens)
    _bound_by_limits(tokens)
    _note_conditions(tokens)
    _note_days_away(tokens)
    _deny_what_is_excepted(tokens)
    _note_beside_denied(tokens)
    _join_offices(tokens)


def is_time(token: Token) -> bool:
    """Whether a token is a length of time."""
    value = token.value
    return isinstance(value, Quantity) and value.unit in _TIMES


def _share_units(tokens: Sequence[Token]) -> None:
    """Let the first number of "25 to 35 percent" be 25 percent too."""
    for at in range(len(tokens) - 2):
        first, link, second = tokens[at : at + 3]
        a, b = first.value, second.value
        if link.key not in _PAIRED or not isinstance(a, Quantity) or not isinstance(b, Quantity):
            continue
        if not a.unit and b.unit != "th":
            first.also = a.with_unit_of(b)
            first.key = f"{first.also.amount:g} {first.also.unit}"


def _take_over_units(tokens: Sequence[Token]) -> None:
    """Let the 4 of "from 19 hours to 4" be hours too, where nothing that is counted follows it."""
    counted: Quantity | None = None
    for at, token in enumerate(tokens):
        value = token.value
        if token.key == ".":
            counted = None
        if not isinstance(value, Quantity) or value.unit == "th":
            continue
        if value.unit:
            counted = value
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if counted and not token.also and not _is_counted(following):
            token.also = value.with_unit_of(counted)


def _is_counted(following: Token | None) -> bool:
    """Whether what follows a number is what it counts: "8 million people", not "8 million this year"."""
    if following is None or following.kind not in ("word", "party"):
        return False
    return not (following.pole("period") or following.stem in _TIMES or following.stem in _WHEN)


def _bound_by_limits(tokens: Sequence[Token]) -> None:
    """Make "an annual 500-tonne limit" a limit of 500 tonnes; note which quantities may be one.

    "Within 90 days" is "in at most 90 days".
    """
    speaks_of_limits = any(token.stem in _LIMITS for token in tokens)
    for at, token in enumerate(tokens):
        token.limits = speaks_of_limits or (is_time(token) and at > 0 and tokens[at - 1].key == "within")
    for at, token in enumerate(tokens):
        if not isinstance(token.value, Quantity):
            continue
        behind = " ".join(t.written.casefold() for t in tokens[at + 1 : at + 3])
        token.bound = token.bound or _BEHIND.get(behind, "")
        if token.value.unit not in ("", "th") and not token.bound:
            after = [t for t in tokens[at + 1 : at + 3] if t.kind in ("word", "break", "link")]
            if any(t.stem in _LIMITS for t in after if t.kind == "word") and not any(
                t.kind != "word" for t in after[:1]
            ):
                token.bound = "most"


def _note_conditions(tokens: Sequence[Token]) -> None:
    """Note what is only told under a condition, up to the end of its clause."""
    under = ""
    for token in tokens:
        if token.kind == "break":
            under = ""
        elif token.stem in _CONDITIONS:
            under = "if"
        elif token.stem in _PROVISOS:
            under = under or "when"
        token.under = under


def _note_days_away(tokens: Sequence[Token]) -> None:
    """Note that "seven days after July 31" is not July 31."""
    for at in range(len(tokens) - 2):
        first, link, day = tokens[at : at + 3]
        if is_time(first) and link.key in ("after", "before") and day.kind == "date":
            day.away = True


def _deny_what_is_excepted(tokens: Sequence[Token]) -> None:
    """Deny what is left out behind its name: "drones excepted", "butter aside"."""
    for before, token in pairwise(tokens):
        if token.written.casefold() in ("excepted", "excluded", "aside") and before.kind in ("word", "name"):
            before.negated = True


def _note_beside_denied(tokens: Sequence[Token]) -> None:
    """Note what a denied word stands beside: "does not give a size" and "gives no size" are one."""
    for at, token in enumerate(tokens):
        if not token.negated or token.elided:
            continue
        # "Gives no size" denies what stands before, "does not give a size" what stands behind.
        for step in _BESIDE.get(token.denied_by, ()):
            i = at + step
            while 0 <= i < len(tokens) and tokens[i].kind == "link" and tokens[i].key not in _JOINING:
                i += step
            if 0 <= i < len(tokens) and tokens[i].kind != "break":
                tokens[i].beside_denied = True
                if step == 1 and i + 2 < len(tokens) and tokens[i + 1].key in ("or", "nor"):
                    tokens[i + 2].beside_denied = True


def _join_offices(tokens: Sequence[Token]) -> None:
    """Make "Trade Minister" and "Minister of Trade" one role."""
    for at, token in enumerate(tokens):
        if token.kind != "role":
            continue
        if at and tokens[at - 1].kind != "break":
            token.office = tokens[at - 1].pole("office")
        if not token.office and at + 2 < len(tokens) and tokens[at + 1].key in ("of", "for"):
            token.office = tokens[at + 2].pole("office")
