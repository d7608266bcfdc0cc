"""Tell whether a quantity is told of whom it is asked of: OPEC's ceiling, not another's surplus."""

from collections.abc import Sequence

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from vectorstore.patterns import pattern

REACHED = 0.3  # from which on a word is told, in other words too

_QUANTITY = (
    "ceilings?|limits?|caps?|quotas?|shares?|output|production|capacity|stocks?|stockpiles?|reserves?|targets?"
    "|budgets?|debts?|membership|population|backlogs?|revenues?|profits?|earnings|turnover|consumption|crops?"
    "|harvests?|inflation|unemployment"
)
_OWNED = pattern(
    r"(?i:\b(?:what(?:['’]?s| is| are| was| were)"
    r"|how (?:big|large|high|low|small)(?: is| are| was| were))\b) "
    r"(?:the )?(?P<whose>(?:[A-Z][\w.&-]* ){0,3}[A-Z][\w.&-]*)['’]s? "
    rf"(?P<thing>(?:[a-z-]+ ){{0,3}}(?P<head>{_QUANTITY}))\b"
)


def owned_missing(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> str | None:
    """Return a quantity by whose it is, "OPEC's output ceiling", where no sentence has both of these."""
    asked = _OWNED.search(question.text)
    if asked is None or not chosen:
        return None
    whose = [i for i, p in enumerate(parts) if p.concept and p.concept.typed in asked["whose"].split()]
    head = [i for i, p in enumerate(parts) if p.concept and p.concept.typed == asked["head"]]
    if not head or any(_has(e, whose, head) for e in chosen):
        return None
    return f"{asked['whose']}’s {asked['thing']}"


def _has(e: Evidence, whose: Sequence[int], head: Sequence[int]) -> bool:
    """Whether a sentence has the name, to which no other is near enough, and the thing, in any words."""
    named = all(e.reached[i].exact >= REACHED for i in whose)
    return named and all(e.reached[i].around >= REACHED for i in head)
