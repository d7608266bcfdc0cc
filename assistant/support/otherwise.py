"""Find what is possible, done or bounded in the claim or in its evidence, but not in both."""

from collections.abc import Sequence

from assistant.support.places import Places, fit
from assistant.support.tokens import Token

LEAST = 3.5  # fit from which a word of the evidence is the one that the claim takes up
NEAREST = 0.5  # of the best fit: words that fit as well

_BOUNDS = {"least": "a minimum", "most": "a maximum", "about": "about right", "span": "a span", "": "exact"}
_NOT_DONE = ({"can", ""}, {"can", "to"}, {"can", "done"}, {"can", "will"})
_BOUNDS_ALIKE = (("", "about"), ("", "span"), ("least", "span"))
_MOODS = {
    "may": "possible",
    "can": "possible",
    "will": "to come",
    "must": "required",
    "shall": "laid down",
    "to": "planned",
    "wish": "only wished for",
    "done": "done",
    "": "a fact",
}


def what_is_otherwise(
    claim: Sequence[Token], places: Places, cited: Sequence[Token], there: Places
) -> str | None:
    """Say which word of the claim is possible, done or bounded otherwise than in the evidence."""
    by_key: dict[str, list[int]] = {}
    for i, token in enumerate(cited):
        by_key.setdefault(token.key, []).append(i)
    dated = any(token.kind == "date" for token in claim)
    for at, token in enumerate(claim):
        if token.kind not in ("word", "role", "quantity"):
            continue
        twins = by_key.get(token.key, [])
        if not twins or all(_unlike(token, [cited[i]], dated) is None for i in twins):
            continue
        fits = [(fit(places[at], there[i]), i) for i in twins]
        best = max(fits)[0]
        if best < LEAST:
            continue
        if reason := _unlike(token, [cited[i] for value, i in fits if value >= best - NEAREST], dated):
            return reason
    return None


def _unlike(token: Token, nearest: Sequence[Token], dated: bool) -> str | None:
    if token.kind == "quantity" and not any(_is_bound_alike(token, other) for other in nearest):
        there = _BOUNDS[nearest[0].bound]
        return f"it gives {token.written} as {_BOUNDS[token.bound]}, what it cites as {there}"
    if token.kind in ("word", "role") and not any(_is_mood_alike(token, other, dated) for other in nearest):
        return (
            f"“{token.written}” is {_MOODS[token.mood]} in it and {_MOODS[nearest[0].mood]} in what it cites"
        )
    return None


def _is_bound_alike(token: Token, other: Token) -> bool:
    claimed, cited = token.bound, other.bound
    if (not claimed and cited == "most" and token.limits) or (
        claimed == "most" and not cited and other.limits
    ):
        return True
    return claimed == cited or any(claimed in alike and cited in alike for alike in _BOUNDS_ALIKE)


def _is_mood_alike(claimed: Token, cited: Token, dated: bool) -> bool:
    told = claimed.mood == "done" or (claimed.past and not (claimed.mood or claimed.shared_mood))
    if told and not claimed.negated and cited.under == "if" and not claimed.under:
        return False  # "once it is signed" says nothing of its being signed
    if told and cited.shared_mood and not cited.past:
        return False  # "would study and reply"
    if claimed.mood == cited.mood or (claimed.mood and claimed.mood == cited.shared_mood):
        return True
    if {claimed.mood, cited.mood} == {"may", "can"}:
        return True
    if claimed.negated and cited.negated and {claimed.mood, cited.mood} in _NOT_DONE:
        return True  # "could not agree", or "would not", where they "failed to agree"
    if "shall" in (claimed.mood, cited.mood) and {claimed.mood, cited.mood} <= {"shall", "will", "must"}:
        return True
    if cited.nominal and not cited.mood:
        return claimed.mood != "done" and not (claimed.past and not claimed.mood)
    if cited.mood == "wish":
        return claimed.mood in ("wish", "to", "may", "can") or not (claimed.mood or claimed.past)
    if claimed.mood in ("to", "wish"):
        return True
    if cited.mood == "to":
        return claimed.mood != "done" and not (claimed.past and not claimed.mood)
    if dated and claimed.mood == "will" and not cited.mood and not cited.past:
        return True  # "will cut it on January 1" where it "cuts it on January 1"
    if not claimed.mood:  # "was raised" where it "may be raised"
        return not (claimed.past and cited.mood in ("may", "can", "will", "shall", "must"))
    if not cited.mood and claimed.stem != cited.stem and not cited.past:
        return True  # "will buy" where it speaks of purchases
    if cited.gerund:  # "after consulting" says nothing of when
        return claimed.mood in ("done", "will")
    # "having opened" where "it opens", but not "has bought" where it "agreed to buy"
    return not cited.mood and claimed.mood == "done" and (cited.past or cited.written.endswith("s"))
