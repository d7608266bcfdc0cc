"""Compose an answer of verbatim sentences: the one that answers, what qualifies it, what came before.

No model and no rewriting: every sentence shown is characters of a briefing. The draft still
goes through the same checks as a chat model's (`assistant.citations`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Role
from assistant.evidence import Evidence
from assistant.parts import Weighed
from assistant.question import Question
from assistant.statements import statement_of
from assistant.superseding import replaced_by
from vectorstore.briefing import Sentence

WORDS = 112  # words of an answer; analysts read on a phone
MANY_WORDS = 140  # of one that has to hold several things: a list, two sides, before and after
SENTENCES = 4
FURTHER = 3  # sentences, of any briefings; what comes after them is by a briefing that is quoted already
LIST_SENTENCES = 10
ITEMS, SHORT_ITEM = 6, 16  # of a list that is shown whole; words
# In units of a sentence's score, where 1 is a factor of e (tests/evals/LOG.md).
CUT_OFF = 1.3  # behind the best sentence; further behind they repeat the topic, nearer ones leave facts out
NOVELTY = 1.0  # added for covering what the sentences before did not
REPETITION = 2.0  # taken for the share of words that was said before, beyond SAID_ANYWAY
SAID_ANYWAY = 0.3
SAME_BRIEFING, SAME_DAY = (
    0.5,
    0.3,
)  # added for what stays with the briefing, or the day, of the first sentence
LONG, LONG_COSTS = 35, 0.5  # words of a sentence, and what is taken for as many more

_MANY = ("list", "compare", "change")

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


_GOES_ON = re.compile(r"[;,](?: (?:and|or))?$")


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence before it is checked: its spans in one briefing, and the evidence behind it.

    `also` are further items of the same list, shown after the lead-in that they share.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    evidence: Evidence
    role: Role = "current"
    also: tuple[Evidence, ...] = ()


def compose(
    question: Question,
    evidence: Sequence[Evidence],
    parts: Sequence[Weighed],
    texts: Mapping[str, str],
    ending: Evidence | None = None,
) -> list[DraftSentence]:
    """Pick and order sentences. `evidence` is scored, best first; the result may be empty.

    `ending` is among them whatever else is chosen: something of it has ended.
    """
    evidence = standing(question, evidence)
    if not evidence:
        return []
    taken = [ending] if ending else []
    return drafted(
        question, _ordered(question, [*taken, *_Choice(question, evidence, parts, taken).made()]), texts
    )


def drafted(question: Question, chosen: Sequence[Evidence], texts: Mapping[str, str]) -> list[DraftSentence]:
    """Draft the sentences chosen, in their order; items of one list that need its lead-in become one."""
    newest = max((e.hit.facts.published for e in chosen if e.hit.facts.published), default=None)
    return [
        _draft(group, texts[group[0].hit.facts.id], _role(question, group[0], newest))
        for group in _lists(chosen)
    ]


def standing(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Leave out what a newer sentence read beside it replaces, unless a period is asked about."""
    if question.periods:
        return list(evidence)
    dated = [(e, e.hit.facts.published) for e in evidence if e.hit.facts.published]
    read = {id(e): statement_of(e.said, day) for e, day in dated}
    replaced = {
        id(older)
        for older, day in dated
        for newer, later in dated
        if day < later and replaced_by(read[id(older)], read[id(newer)], question.parties)
    }
    return [e for e in evidence if id(e) not in replaced]


def evidence_of(draft: Sequence[DraftSentence]) -> list[Evidence]:
    """Return the evidence behind a draft, a list's further items too."""
    return [e for sentence in draft for e in (sentence.evidence, *sentence.also)]


class _Choice:
    """The sentences chosen so far, and what they have said."""

    def __init__(
        self,
        question: Question,
        evidence: Sequence[Evidence],
        parts: Sequence[Weighed],
        taken: Sequence[Evidence] = (),
    ) -> None:
        self._limit = (LIST_SENTENCES if question.kind == "list" else SENTENCES) - len(taken)
        self._words = (MANY_WORDS if question.kind in _MANY else WORDS) - _length(taken)
        self._open = question.kind in _MANY  # of as many briefings as it takes
        self._repetition = 0.0 if question.kind == "list" else REPETITION  # items of a list are alike
        self._parts = parts
        self._rest = list(evidence)
        self._chosen: list[Evidence] = []
        self._said: set[str] = set()
        self._reached = [0.0] * len(parts)

    def made(self) -> list[Evidence]:
        """Take the best sentence, then whichever adds most, until the answer is long enough."""
        least = max(map(_worth, self._rest)) - CUT_OFF
        while self._rest and len(self._chosen) < self._limit:
            if len(self._chosen) >= FURTHER and not self._open:
                quoted = {e.hit.facts.id for e in self._chosen}
                self._rest = [e for e in self._rest if e.hit.facts.id in quoted]
                if not self._rest:
                    break
            best = max(self._rest, key=lambda e: (self._gain(e), -e.sentence.start))
            if self._chosen and self._gain(best) < least:
                break
            self._rest.remove(best)
            group = self._with_neighbour(best)
            if group and not (self._chosen and _length([*self._chosen, *group]) > self._words):
                self._take(group)
        return self._chosen

    def _gain(self, e: Evidence) -> float:
        if not self._chosen:
            return _worth(e)
        first, total = self._chosen[0].hit.facts, sum(part.weight for part in self._parts) or 1.0
        new = sum(
            p.weight * max(0.0, r.around - before)
            for p, r, before in zip(self._parts, e.reached, self._reached, strict=True)
        )
        tokens = _tokens(e.quote)
        repeated = len(tokens & self._said) / max(1, len(tokens))
        return (
            _worth(e)
            + NOVELTY * new / total
            - self._repetition * max(0.0, repeated - SAID_ANYWAY)
            + SAME_BRIEFING * (e.hit.facts.id == first.id)
            + SAME_DAY * (e.hit.facts.published == first.published)
        )

    def _with_neighbour(self, e: Evidence) -> list[Evidence]:
        """Put before a sentence the one that it leans on; nothing when that may not be quoted."""
        if not _DANGLING.match(e.quote):
            return self._with_items(e)
        before = _neighbour(e, [*self._chosen, *self._rest])
        if before is None:
            return []
        return [e] if before in self._chosen else [before, e]

    def _with_items(self, e: Evidence) -> list[Evidence]:
        """Put a clause of a sentence that is set as a list among the others, where they are few and short."""
        if not e.sentence.lead:
            return [e]
        known = {(i.hit.passage.id, i.sentence): i for i in (e, *self._rest)}
        passage = e.hit.passage
        items = [s for s in passage.sentences if s.lead == e.sentence.lead]
        if not 1 < len(items) <= ITEMS:
            return [e]
        others = [known.get((passage.id, item)) or _clause(e, item) for item in items]
        if any(len(other.quote.split()) > SHORT_ITEM for other in others):
            return [e]
        if not all(_GOES_ON.search(other.quote) for other in others[:-1]):
            return [e]  # items that are sentences of their own
        return [other for other in others if other not in self._chosen]

    def _take(self, group: Sequence[Evidence]) -> None:
        for e in group:
            self._chosen.append(e)
            self._said |= _tokens(e.quote)
            self._reached = [max(r, of.around) for r, of in zip(self._reached, e.reached, strict=True)]
            self._rest = [other for other in self._rest if other is not e and not _leads_in(other, e)]
            self._chosen = [other for other in self._chosen if not _leads_in(other, e)]


def _leads_in(other: Evidence, e: Evidence) -> bool:
    """Whether a sentence is the lead-in of another, which is shown with it."""
    return (
        other.hit.facts.id == e.hit.facts.id and (other.sentence.start, other.sentence.end) == e.sentence.lead
    )


def _clause(e: Evidence, item: Sentence) -> Evidence:
    """Return another clause of the list that a sentence is of."""
    start = e.hit.passage.start
    return replace(e, sentence=item, quote=e.hit.passage.text[item.start - start : item.end - start])


def _worth(e: Evidence) -> float:
    """Return a sentence's score, less what its length costs the reader."""
    return e.score - LONG_COSTS * max(0, e.words - LONG) / LONG


def _length(evidence: Sequence[Evidence]) -> int:
    """Count the words of an answer; a lead-in that several items share is shown once."""
    leads = {(e.hit.facts.id, e.sentence.lead): len(e.lead.split()) for e in evidence}
    return sum(len(e.shown.split()) for e in evidence) + sum(leads.values())


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


def _lists(chosen: Sequence[Evidence]) -> list[list[Evidence]]:
    """Group neighbouring items that need the same lead-in."""
    groups: list[list[Evidence]] = []
    for e in chosen:
        last = groups[-1][-1] if groups else None
        if (
            last
            and e.sentence.lead
            and (e.hit.facts.id, e.sentence.lead) == (last.hit.facts.id, last.sentence.lead)
            and _needs_lead(e, e.sentence)
            and _needs_lead(last, last.sentence)
        ):
            groups[-1].append(e)
        else:
            groups.append([e])
    return groups


def _draft(group: Sequence[Evidence], text: str, role: Role) -> DraftSentence:
    evidence, *others = group
    if evidence.only:
        return DraftSentence(evidence.shown, evidence.only, evidence, role)
    sentence = evidence.sentence
    start = sentence.start
    if tie := _CONNECTIVE.match(text, start, sentence.end):
        start = tie.end()
    spans: tuple[tuple[int, int], ...] = ((start, sentence.end),)
    spans += tuple((other.sentence.start, other.sentence.end) for other in others)
    row = sentence.kind == "row"
    shown = ("; " if row else " ").join(text[a:b] for a, b in spans)
    if sentence.lead and _needs_lead(evidence, sentence):
        shown = f"{text[slice(*sentence.lead)]}{': ' if row else ' '}{shown}"
        spans = (sentence.lead, *spans)
    elif tie:
        shown = shown[0].upper() + shown[1:]
    return DraftSentence(shown, spans, evidence, role, tuple(others))


def spans_of(evidence: Evidence) -> tuple[tuple[int, int], ...]:
    """Return the characters that a sentence is cited by: its own, and before them the lead-in it needs."""
    sentence = evidence.sentence
    own = (sentence.start, sentence.end)
    return (sentence.lead, own) if sentence.lead and _needs_lead(evidence, sentence) else (own,)


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
