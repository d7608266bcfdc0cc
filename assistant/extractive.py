"""Compose an answer of verbatim sentences: the one that answers, what qualifies it, what came before.

No model and no rewriting: every sentence shown is characters of a briefing. The draft still
goes through the same checks as a chat model's (`assistant.citations`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Role
from assistant.evidence import Evidence, Weighed
from assistant.question import Question
from vectorstore.briefing import Sentence

WORDS = 112  # words of an answer; analysts read on a phone, and the score counts the first 150
SENTENCES = 4
LIST_SENTENCES = 10
CUT_OFF = 0.70  # of the best sentence's score; below it sentences repeat the topic
NOVELTY = 0.25  # added for covering what the sentences before did not
REPETITION = 0.6  # taken for the share of words that a chosen sentence has already said

_DANGLING = re.compile(
    r"^[\"'“‘(]*(?:He|She|They|It|This|These|Those|That|Such|However|But|Meanwhile|Also|And|Nor|Moreover|"
    r"Furthermore|In addition|In response|In turn|As a result|Instead|Then|Likewise|Similarly|Still|Yet|"
    r"The (?:two|pair|latter|former)|Both sides)\b"
)


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence before it is checked: its spans in one briefing, and the evidence behind it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    evidence: Evidence
    role: Role = "current"


def compose(
    question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed], texts: dict[str, str]
) -> list[DraftSentence]:
    """Pick and order sentences. `evidence` is scored, best first; the result may be empty."""
    if not evidence:
        return []
    chosen = _chosen(question, evidence, parts)
    if question.latest:
        chosen = _newest_first(chosen)
    newest = max((e.hit.facts.published for e in chosen if e.hit.facts.published), default=None)
    return [_draft(e, texts[e.hit.facts.id], _role(question, e, newest)) for e in chosen]


def _chosen(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> list[Evidence]:
    """Take the best sentence, then whichever adds most, until the answer is long enough."""
    chosen: list[Evidence] = []
    said: set[str] = set()
    reached = [0.0] * len(parts)
    total = sum(part.weight for part in parts) or 1.0
    words = 0
    limit = LIST_SENTENCES if question.kind == "list" else SENTENCES
    rest = list(evidence)
    while rest and len(chosen) < limit:

        def gain(e: Evidence) -> float:
            new = sum(p.weight * max(0.0, c - r) for p, c, r in zip(parts, e.covered, reached, strict=True))
            tokens = _tokens(e.quote)
            repeated = len(tokens & said) / max(1, len(tokens))
            return e.score + NOVELTY * new / total * bool(chosen) - REPETITION * max(0.0, repeated - 0.3)

        best = max(rest, key=lambda e: (gain(e), -e.sentence.start))
        if chosen and gain(best) < CUT_OFF * evidence[0].score:
            break
        rest.remove(best)
        if chosen and words + best.words > WORDS:
            continue
        if (
            _DANGLING.match(best.quote)
            and chosen
            and best.hit.facts.id not in {e.hit.facts.id for e in chosen}
        ):
            continue  # its antecedent would not be shown
        chosen.append(best)
        words += best.words
        said |= _tokens(best.quote)
        reached = [max(r, c) for r, c in zip(reached, best.covered, strict=True)]
    return chosen


def _newest_first(chosen: Sequence[Evidence]) -> list[Evidence]:
    return sorted(
        chosen,
        key=lambda e: (-(e.hit.facts.published or date.min).toordinal(), chosen.index(e)),
    )


def _role(question: Question, evidence: Evidence, newest: date | None) -> Role:
    published = evidence.hit.facts.published
    return "older" if question.latest and newest and published and published < newest else "current"


def _draft(evidence: Evidence, text: str, role: Role) -> DraftSentence:
    sentence = evidence.sentence
    if sentence.lead and _needs_lead(evidence, sentence):
        spans: tuple[tuple[int, int], ...] = (sentence.lead, (sentence.start, sentence.end))
    else:
        spans = ((sentence.start, sentence.end),)
    return DraftSentence(" ".join(text[a:b] for a, b in spans), spans, evidence, role)


_COMPLETE = re.compile(
    r"\b(?:is|are|was|were|will|shall|has|have|had|may|can|could|would|should|must|does|do|did|agreed|announced|"
    r"intends?|remains?|applies|apply|said|includes?|plans?|committed|imposed|signed|became)\b"
)


def _needs_lead(evidence: Evidence, sentence: Sentence) -> bool:
    """Say whether a list item or row is no sentence of its own."""
    if sentence.kind == "row":
        return True
    quote = evidence.quote
    return not (quote[:1].isupper() and quote[-1:] in '.!?"”' and _COMPLETE.search(quote))


def _tokens(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w.%]+", text.lower()) if len(word) > 3 or word[0].isdigit()}
