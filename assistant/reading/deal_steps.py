"""Read how far a deal on trade got: concluded, agreed to, or still to be negotiated, or to be signed."""

import re
from collections.abc import Iterator, Set
from enum import IntEnum

from ingest.text.auxiliaries import BE_IN_ANY_FORM
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern


class DealStep(IntEnum):
    """How far a deal got; of what one briefing tells, the highest says most."""

    AGREED = 1  # reached, announced: whether more follows is not told
    OPEN = 2  # a framework; still to be negotiated, finalized, signed or ratified
    CONCLUDED = 3  # signed, finalized, ratified, in force; or given up


_DEAL = pattern(r"\b(?:agreements?|deals?|accords?|pacts?|treat(?:y|ies)|frameworks?)\b", re.I)
_BEFORE = pattern(r"(?P<word>[\w.'’-]+)[ ,]+$")
_THE = pattern(r"\b(?:the|this)(?: \w+){0,2} $", re.I)
# Before its name: words that leave it a deal on trade; a name of the parties does, too.
_PLAIN = frozenset((
    "a", "an", "the", "this", "that", "its", "their", "these", "those", "any", "no", "such", "of", "to",
    "on", "with", "for", "and", "or", "trade", "tariff", "reciprocal", "free", "fair", "balanced", "interim",
    "bilateral", "framework", "joint", "final", "formal", "landmark", "historic", "major", "massive", "great",
    "big", "full", "comprehensive", "preliminary", "economic", "partnership", "commerce", "commercial",
    "investment", "market", "proposed", "future", "new", "draft", "two", "three", "four", "several", "both",
    "first", "second", "initial", "provisional", "separate", "overall",
))  # fmt: skip
# What it is on, behind it: "an agreement with Peru on tin" is none on trade as a whole.
_ON = pattern(
    r"\W{1,3}(?:(?:with|between) [^,;.:]{2,60}? )?(?:on|for|over|regarding|concerning) (?:an? |the )?"
    r"(?P<of>[\w-]+)",
    re.I,
)
_OF_TRADE = frozenset((
    "agreement", "agreements", "reciprocal", "fair", "balanced", "free", "trade", "tariff", "tariffs",
    "bilateral", "economic", "negotiating", "signature", "such",
))  # fmt: skip
_FROM = pattern(r"\W{1,3}(?:\([^)]*\) )?from\b", re.I)  # of somebody who supplies or buys
# "This week in Korea": who deals is told otherwise.
_PLACE = pattern(r"\bin (?:the )?(?:[A-Z][\w.]+(?: of)? ?)+")
_CONCLUDING = (
    r"(?:sign(?:s|ed|ing|ature)?|ink(?:s|ed|ing)?|conclu(?:des?|ded|ding|sion)"
    r"|finali[sz](?:es?|ed|ing|ation)|seal(?:s|ed|ing)|complet(?:es?|ed|ing|ion)|ratif(?:y|ies|ied|ication)"
    r"|approv(?:es?|ed|ing|al)|enter(?:s|ed|ing)? into(?: force)?|enact(?:s|ed)|terminat(?:es?|ed|ing)"
    r"|(?:came|come|comes) into force|in force|withdr[ae]w(?:s|n)?(?: from)?|abandon(?:s|ed)|collaps(?:es|ed)"
    r"|scrap(?:s|ped))"
)
_AGREEING = (
    r"(?:agree[sd]? (?:to|on|upon)|reach(?:es|ed|ing)?|struck|strikes?|unveil(?:s|ed|ing)"
    r"|announc(?:es|ed|ing)|secur(?:es|ed|ing)|form(?:s|ed)|establish(?:es|ed))"
)
_TREATING = r"(?:(?:re)?negotiat\w*|talks|discuss\w*|work(?:s|ing)? (?:on|towards?))"
_WITHIN = r"[^.;:]{0,70}?"
_IS = rf"(?:{BE_IN_ANY_FORM}|,)(?: \w+){{0,2}}? "
_VERB = pattern(rf"(?:{_CONCLUDING}|{_AGREEING}|{_TREATING})$", re.I)
# Of each step what tells it before the name of the deal, which is its object, and behind it.
_VERBS = {
    DealStep.CONCLUDED: (
        pattern(rf"\b{_CONCLUDING}\b(?P<object>{_WITHIN})$", re.I),
        pattern(
            rf"^{_WITHIN}(?P<verb>{_IS}{_CONCLUDING}"
            r"|\b(?:(?:enter(?:s|ed|ing)?|came|comes?) into force|signature|collapsed|lapsed))\b",
            re.I,
        ),
    ),
    DealStep.AGREED: (
        pattern(rf"\b{_AGREEING}\b(?P<object>{_WITHIN})$", re.I),
        pattern(rf"^{_WITHIN}(?P<verb>{_IS}(?:agreed|reached|struck|announced|unveiled))\b", re.I),
    ),
    DealStep.OPEN: (
        pattern(rf"\b{_TREATING}\b(?P<object>{_WITHIN})$", re.I),
        pattern(rf"^{_WITHIN}\b(?P<verb>negotiat\w+|talks)\b", re.I),
    ),
}
# What was signed is no deal between states: "signed an order implementing the agreement".
_NO_DEAL = pattern(r"\b(?:orders?|proclamations?|memorand\w+|bills?|laws?|acts?|contracts?|letters?)\b", re.I)
# Before the verb, or at most six words before it.
_TO_COME = pattern(
    r"(?:\b(?:will|shall|to|would|could|should|might|can|not|never|yet|until|before|ahead of|in advance of"
    r"|hop(?:es?|ing)|intends?|intentions?|plans?|aims?|goals?|expects?|expected|wants?|seeks?|towards?"
    r"|pending|awaits?|awaiting)|n['’]t)\b(?:[ ,][\w'’-]*){0,6}\W*$"
    r"|\bfor\W*$",
    re.I,
)
# What holds for any deal there may be, or was not even tried.
_NO_STEP = pattern(
    r"\b(?:if|any|unless|whether|(?-i:may)|rather than|instead of|in case|upon|following)\b", re.I
)
# Where a sentence goes on to what else was done: "signing pacts with Peru, and announcing talks with Fiji".
_GOES_ON = pattern(
    r";|, (?:and |but |while )?(?=\w+ing\b)|, (?:but|while|whereas)\b"
    r"|, and (?=(?:[\w.’'-]+ ){1,5}(?:has|have|is|are|was|were|will|\w+ed)\b)"
)


def deal_step(text: str, parties: Set[str], on_them: bool = False) -> DealStep | None:
    """Return how far a sentence says that a deal on trade with parties got; None where it says nothing of it.

    `on_them`: whether it is told of these parties, so that "the agreement" is theirs.

    >>> said = "We praise the signing of pacts on trade with Peru and Chile, and announcing a deal with Fiji."
    >>> [step and step.name for step in (deal_step(said, {of}) for of in ("PE", "CL", "FJ", "TG"))]
    ['CONCLUDED', 'CONCLUDED', 'AGREED', None]
    >>> deal_step("Peru and Norway will sign the agreement in May.", {"PE"}).name
    'OPEN'
    >>> deal_step("Peru agreed to a trade pact in Chile.", {"CL"}) is None
    True
    >>> said = "Air Peru signed leasing agreements.", "That is a great deal of Peru's tin."
    >>> [deal_step(text, {"PE"}) for text in said]
    [None, None]
    """
    found = [step for clause in _clauses(text) for step in _steps(clause, parties, on_them)]
    return max(found, default=None)


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for joint in _GOES_ON.finditer(text):
        yield text[start : joint.start()]
        start = joint.end()
    yield text[start:]


def _steps(clause: str, parties: Set[str], on_them: bool) -> Iterator[DealStep]:
    if _NO_STEP.search(clause):
        return
    deals = [*_DEAL.finditer(clause)]
    for at, deal in enumerate(deals):
        start = deals[at - 1].end() if at else 0
        end = deals[at + 1].start() if at + 1 < len(deals) else len(clause)
        named = parties_in(_PLACE.sub(" ", clause[start:end]))
        its_own = on_them and named <= {*parties, "US"} and _THE.search(clause[: deal.start()])
        if (parties <= named or its_own) and _is_on_trade(clause, deal):
            yield from _steps_of(deal, clause[:start], clause[start : deal.start()], clause[deal.end() : end])


def _steps_of(deal: re.Match[str], before: str, its: str, after: str) -> Iterator[DealStep]:
    """Yield how far one deal got, of what stands before its name, from the deal before it on, and after."""
    for step, (doing, done) in _VERBS.items():
        verb = doing.search(its)
        if verb and not _NO_DEAL.search(verb["object"]):
            so_far = [before + its[: verb.start()]]
        elif passive := done.search(after):
            so_far = [its, after[: passive.start("verb")]]
        else:
            continue
        name = deal[0].lower()
        if name.startswith("framework") or any(map(_TO_COME.search, so_far)):
            yield DealStep.OPEN
        elif step != DealStep.AGREED or not name.endswith(
            "s"
        ):  # "secured agreements with partners like Peru"
            yield step


def _is_on_trade(clause: str, deal: re.Match[str]) -> bool:
    """Whether nothing around its name says that a deal is on something else: a "peace accord"."""
    on = _ON.match(clause, deal.end())
    if (on and on["of"].lower() not in _OF_TRADE) or _FROM.match(clause, deal.end()):
        return False
    before = _BEFORE.search(clause[: deal.start()])
    if before is None:
        return True
    word = before["word"]
    plain = word.lower() in _PLAIN or _VERB.match(word)
    return bool(plain or parties_in(word) or (word[0].isupper() and "-" in word))
