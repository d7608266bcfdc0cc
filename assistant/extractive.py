"""Compose an answer of verbatim sentences: the one that answers, what qualifies it, what came before.

No model and no rewriting: every sentence shown is characters of a briefing. The draft still
goes through the same checks as a chat model's (`assistant.citations`).
"""

import re
from collections.abc import Mapping, Sequence
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

# A sentence that opens so speaks of what was said before: it follows its neighbour or is not shown.
_DANGLING = re.compile(
    r"[\"'“‘(]*(?:He|She|They|It|This|These|Those|That|Such|His|Her|Their|Its|But|And|Nor|In response|"
    r"In turn|As a result|Instead|Then|The (?:two|pair|latter|former|spokesman|official|proposal)|Both)\b"
)
# Words that only tie a sentence to the one before; the quote starts after them.
_CONNECTIVE = re.compile(
    r"(?:Meanwhile|However|Moreover|Furthermore|In addition|Additionally|Also|Still|Likewise|Similarly|"
    r"Nevertheless|Nonetheless|Accordingly|Indeed|Separately), +(?=\w)"
)


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence before it is checked: its spans in one briefing, and the evidence behind it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    evidence: Evidence
    role: Role = "current"


def compose(
    question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed], texts: Mapping[str, str]
) -> list[DraftSentence]:
    """Pick and order sentences. `evidence` is scored, best first; the result may be empty."""
    if not evidence:
        return []
    chosen = _ordered(question, _chosen(question, evidence, parts))
    newest = max((e.hit.facts.published for e in chosen if e.hit.facts.published), default=None)
    return [_draft(e, texts[e.hit.facts.id], _role(question, e, newest)) for e in chosen]


def _chosen(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> list[Evidence]:
    """Take the best sentence, then whichever adds most, until the answer is long enough."""
    chosen: list[Evidence] = []
    said: set[str] = set()
    reached = [0.0] * len(parts)
    total = sum(part.weight for part in parts) or 1.0
    limit = LIST_SENTENCES if question.kind == "list" else SENTENCES
    rest = list(evidence)

    def new(e: Evidence) -> float:
        return (
            sum(p.weight * max(0.0, c - r) for p, c, r in zip(parts, e.covered, reached, strict=True)) / total
        )

    def gain(e: Evidence) -> float:
        tokens = _tokens(e.quote)
        repeated = len(tokens & said) / max(1, len(tokens))
        return e.score + NOVELTY * new(e) * bool(chosen) - REPETITION * max(0.0, repeated - 0.3)

    while rest and len(chosen) < limit:
        best = max(rest, key=lambda e: (gain(e), -e.sentence.start))
        if chosen and gain(best) < CUT_OFF * evidence[0].score:
            break
        rest.remove(best)
        group = [best]
        if _DANGLING.match(best.quote):
            before = _neighbour(best, [*chosen, *rest])
            if before is None:
                continue
            if before not in chosen:
                group.insert(0, before)
        if chosen and sum(e.words for e in [*chosen, *group]) > WORDS:
            continue
        for e in group:
            chosen.append(e)
            said |= _tokens(e.quote)
            reached = [max(r, c) for r, c in zip(reached, e.covered, strict=True)]
            if e in rest:
                rest.remove(e)
    return chosen


def _neighbour(evidence: Evidence, others: Sequence[Evidence]) -> Evidence | None:
    """Return the sentence right before in the same passage, when it may be quoted too."""
    sentences = evidence.hit.passage.sentences
    at = sentences.index(evidence.sentence)
    for other in others:
        if at and other.hit.passage.id == evidence.hit.passage.id and other.sentence == sentences[at - 1]:
            return other
    return None


def _ordered(question: Question, chosen: Sequence[Evidence]) -> list[Evidence]:
    """Keep the sentences of a briefing together: its best one first, the rest as they stand in it.

    Briefings follow in the order of their best sentence; newest first when the latest is asked for.
    """
    groups: dict[str, list[Evidence]] = {}
    for e in chosen:
        groups.setdefault(e.hit.facts.id, []).append(e)
    ordered = list(groups.values())
    if question.latest:
        ordered.sort(key=lambda group: -(group[0].hit.facts.published or date.min).toordinal())
    result: list[Evidence] = []
    for best, *others in ordered:
        others.sort(key=lambda e: e.sentence.start)
        at = next((i for i, e in enumerate(others) if _follows(best, e)), None)
        if at is not None:  # the best one leans on its neighbour, which goes before it
            result.append(others.pop(at))
        result += [best, *others]
    return result


def _follows(evidence: Evidence, before: Evidence) -> bool:
    return bool(_DANGLING.match(evidence.quote)) and _neighbour(evidence, [before]) is before


def _role(question: Question, evidence: Evidence, newest: date | None) -> Role:
    """Call a sentence older when a newer briefing is cited too, unless the question names its period."""
    published = evidence.hit.facts.published
    superseded = newest is not None and published is not None and published < newest
    return "older" if superseded and not question.periods else "current"


def _draft(evidence: Evidence, text: str, role: Role) -> DraftSentence:
    sentence = evidence.sentence
    start = sentence.start
    if tie := _CONNECTIVE.match(text, start, sentence.end):
        start = tie.end()
    spans: tuple[tuple[int, int], ...] = ((start, sentence.end),)
    if sentence.lead and _needs_lead(evidence, sentence):
        spans = (sentence.lead, *spans)
    between = ": " if sentence.kind == "row" else " "
    shown = between.join(text[a:b] for a, b in spans)
    if tie and len(spans) == 1:
        shown = shown[0].upper() + shown[1:]
    return DraftSentence(shown, spans, evidence, role)


_COMPLETE = re.compile(
    r"\b(?:is|are|was|were|will|shall|has|have|had|may|can|could|would|should|must|does|do|did|agreed|"
    r"announced|intends?|remains?|applies|apply|said|includes?|plans?|committed|imposed|signed|became)\b"
)


def _needs_lead(evidence: Evidence, sentence: Sentence) -> bool:
    """Say whether a list item or row is no sentence of its own."""
    if sentence.kind == "row":
        return True
    quote = evidence.quote
    return not (quote[:1].isupper() and quote[-1:] in '.!?"”' and _COMPLETE.search(quote))


def _tokens(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w.%]+", text.lower()) if len(word) > 3 or word[0].isdigit()}
