"""Tell whether what is quoted holds what a question takes to have been done: "why was the levy dropped?".

Rules on words cannot tell that: what was only threatened has the words of the question, and what was done is
told in others. The verifier of a chat model's sentences reads the question's own words as such a sentence.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.asking.happened import OBJECT, may_be_verb, told_done, told_in_force
from assistant.asking.question import Question
from assistant.checking.prose import Held, Offered
from assistant.choosing.evidence import Evidence
from assistant.support.words import is_past, stem, word_list
from vectorstore.patterns import pattern

FEWEST = 3  # words that say what was done
# Log-odds of the verifier. Of sixteen questions declined for this alone at -1.0 the eleven that cannot be
# answered are below -2.6, four of the five that can above -2.4 (tests/evals/LOG.md, 3 December 2026).
HELD = -2.5

# "How" asks of what may go either way, and "what" leaves out what was done to it.
_WHEN_OR_WHY = (
    r"(?:why|when|how come|(?:from |on |in |by |until )?(?:what|which) (?:exact )?(?:day|date|month|year))"
)
_ASKS = pattern(
    rf"\b{_WHEN_OR_WHY}(?:,? and {_WHEN_OR_WHY})?,? (?P<auxiliary>did|was|were|has|have|had) (?P<done>[^?]*)",
    re.I,
)
_AND_WHY = pattern(rf"[ ,]+and {_WHEN_OR_WHY}\W*$", re.I)
# What was then to come need not have been done.
_TO_COME = pattern(
    r"\b(?:expected|due|supposed|meant|set|scheduled|planned|planning|slated|likely|going|hoping|about) to\b"
    r"|\bto (?:be|have)\b",
    re.I,
)
_BEHIND_A_VERB = pattern(rf"{OBJECT.pattern}|(?:down|away|through|apart|aside)\b", re.I)
_OBJECT = pattern(r"(?:the|an?|its?|their|his|her|our)\b", re.I)
_MARKS = ".,;:\"'"
_BEFORE_A_NOUN = frozenset(word_list("before a noun"))
_NO_VERBS = frozenset((*word_list("link"), *word_list("glue")))
_SAYS = frozenset(map(stem, word_list("say")))  # that it was said is all that is taken for done


class Deed(NamedTuple):
    """What a question takes to have been done, as it would be told, and the verb of that."""

    told: str
    verb: str


def taken_for_done(question: Question) -> Deed | None:
    """Return what a question takes to have been done; None where it takes nothing so.

    Of a follow-up that leaves the rest to the question before, nothing can be told.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "why did wine exports drop in May?", "when was Peru's ban lifted", "when was Peru told of it"
    >>> deeds = [taken_for_done(understand(text, date(1987, 4, 1))) for text in asked]
    >>> [deed and deed.told for deed in deeds]
    ['wine exports did drop in May.', "Peru's ban was lifted.", None]
    >>> asked = "when was the last time Peru raised its duty", "when was the pact that Peru signed announced"
    >>> [taken_for_done(understand(text, date(1987, 4, 1))) for text in asked]
    [None, None]
    """
    asks = _ASKS.search(question.text) if question.text == question.standalone else None
    if asks is None or _TO_COME.search(asks["done"]):
        return None
    words = _AND_WHY.sub("", asks["done"]).split()
    if len(words) < FEWEST or not _SAYS.isdisjoint(stem(word.lower()) for word in words):
        return None
    auxiliary = asks["auxiliary"].lower()
    verbs = [at for at in range(1, len(words)) if _may_be_verb(words, at, auxiliary)]
    if not verbs or (auxiliary != "did" and len(verbs) > 1):  # "was the deal that Peru signed announced"
        return None
    if auxiliary in ("was", "were") and _OBJECT.match(" ".join(words[verbs[0] + 1 :])):
        return None  # "when was the last time Peru raised its duty"
    verb = next((at for at in verbs if _BEHIND_A_VERB.match(" ".join(words[at + 1 :]))), verbs[0])
    told = " ".join([*words[:verb], auxiliary, *words[verb:]]).rstrip(".,;: ") + "."
    return Deed(told, words[verb].strip(_MARKS))


def _may_be_verb(words: Sequence[str], at: int, auxiliary: str) -> bool:
    """Whether a word may be the verb behind who did it: a past form, but for that behind "did"."""
    word, before = words[at].strip(_MARKS), words[at - 1].lower()
    if not word.islower() or before in _BEFORE_A_NOUN or word in _NO_VERBS:
        return False
    if auxiliary != "did":
        return is_past(word)
    return may_be_verb(word)


def deed_untold(deed: Deed, chosen: Sequence[Evidence], held: Held) -> bool:
    """Whether no sentence chosen holds what a question takes to have been done, nor tells the like of it."""
    said = [e.said for e in chosen]
    if not said or told_done(deed.verb, said) or told_in_force(deed.told, said):
        return False
    told = [Offered(e.said, e.hit.facts.published, e.hit.facts.title) for e in chosen]
    return max(held(deed.told, [of]) for of in told) < HELD
