"""Compose an answer of verbatim sentences: the one that answers, what qualifies it, what came before.

No model and no rewriting: every sentence shown is characters of a briefing. The draft is still
checked (`assistant.checking.citations`), as a chat model's is in `assistant.checking.prose`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Role
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.abridging import without_others
from assistant.choosing.evidence import Evidence, neighbour
from assistant.choosing.read_alone import MARKER, TIE, leans, turns
from assistant.choosing.selecting import Choice
from assistant.reading.rows import told_rows
from ingest.text.auxiliaries import FINITE
from vectorstore.briefing import Sentence
from vectorstore.patterns import pattern

SIDE_BY_SIDE = 80  # words of the answers to the sides of a comparison, unless a sentence each has more


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence before it is checked: its spans in one briefing, and the evidence behind it.

    `also` are further items of the same list, shown after the lead-in that they share; `told` the spans that
    it is made of, where they are not all that is cited.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    evidence: Evidence
    role: Role = "current"
    also: tuple[Evidence, ...] = ()
    told: tuple[tuple[int, int], ...] = ()


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
    if not evidence:
        return []
    taken = [ending] if ending else []
    return ordered_draft(question, [*taken, *Choice(question, evidence, parts, taken).made()], texts)


def ordered_draft(
    question: Question, chosen: Sequence[Evidence], texts: Mapping[str, str]
) -> list[DraftSentence]:
    """Draft the sentences chosen, best first, in the order in which they are told."""
    return drafted(question, _ordered(question, chosen), texts)


def drafted(question: Question, chosen: Sequence[Evidence], texts: Mapping[str, str]) -> list[DraftSentence]:
    """Draft the sentences chosen, in their order; items of one list that need its lead-in become one."""
    newest = max((e.hit.facts.published for e in chosen if e.hit.facts.published), default=None)
    return [
        _abridged(_draft(group, texts[group[0].hit.facts.id], _role(question, group[0], newest)), question)
        for group in _lists([*_named_once(chosen)])
    ]


def _named_once(chosen: Sequence[Evidence]) -> Iterator[Evidence]:
    """Leave out who speaks where the sentence before is of the same turn."""
    last = None
    for e in chosen:
        said_in = e.turn and (e.hit.facts.id, e.turn.start)
        yield replace(e, turn=None) if said_in and said_in == last else e
        last = said_in


def in_turn(drafts: Sequence[Sequence[DraftSentence]], endings: Sequence[Evidence]) -> list[DraftSentence]:
    """Put answers side by side: the first sentence of each, then its second one where there is room.

    What says that something of one has ended is among `endings`, and is never left out.
    """
    taken = list({(d[0].evidence.hit.facts.id, d[0].spans): d[0] for d in drafts}.values())
    words = sum(len(sentence.text.split()) for sentence in taken)
    for draft in drafts:
        ended = [of for of in draft[1:] if any(of.evidence.is_at(e) for e in endings)]
        for second in ended or draft[1:2]:
            words += len(second.text.split())
            fits = bool(ended) or words <= SIDE_BY_SIDE
            if fits and second.spans not in [sentence.spans for sentence in taken]:
                taken.insert(taken.index(draft[0]) + 1 if draft[0] in taken else len(taken), second)
    return taken


def evidence_of(draft: Sequence[DraftSentence]) -> list[Evidence]:
    """Return the evidence behind a draft, a list's further items too."""
    return [e for sentence in draft for e in (sentence.evidence, *sentence.also)]


def _ordered(question: Question, chosen: Sequence[Evidence]) -> list[Evidence]:
    """Keep the sentences of a briefing together: its best one first, the rest as they stand in it.

    Briefings follow in the order of their best sentence; newest first when the latest is asked for.
    """
    groups: dict[str, list[Evidence]] = {}
    for e in chosen:
        groups.setdefault(e.hit.facts.id, []).append(e)
    ordered = list(groups.values())
    if question.latest:
        ordered.sort(key=_newest_first)
    result: list[Evidence] = []
    for best, *rest in ordered:
        others = _behind(best, rest)
        at = next((i for i, e in enumerate(others) if _follows(best, e)), None)
        if at is not None and not (question.latest and turns(best)):
            # the best one leans on its neighbour, which goes before it
            result.append(others.pop(at))
        result += [best, *others]
    return result


def _behind(best: Evidence, others: Sequence[Evidence]) -> list[Evidence]:
    """Put sentences as they stand in the briefing, but what leans on its best one right behind that."""
    return sorted(others, key=lambda e: (not _follows(e, best), e.sentence.start))


def _newest_first(group: Sequence[Evidence]) -> tuple[bool, int]:
    return not group[0].leads, -(group[0].hit.facts.published or date.min).toordinal()


def _follows(evidence: Evidence, before: Evidence) -> bool:
    return leans(evidence) and neighbour(evidence, [before]) is before


def _role(question: Question, evidence: Evidence, newest: date | None) -> Role:
    """Call a sentence older when a newer briefing is cited too, unless the question names its period.

    What is ahead is not older for having been told earlier.
    """
    published = evidence.hit.facts.published
    superseded = newest is not None and published is not None and published < newest
    return "older" if superseded and not (question.periods or evidence.due or evidence.leads) else "current"


def _lists(chosen: Sequence[Evidence]) -> list[list[Evidence]]:
    """Group neighbouring items that need the same lead-in."""
    groups: list[list[Evidence]] = []
    for e in chosen:
        if groups and _goes_on(groups[-1], e):
            groups[-1].append(e)
        else:
            groups.append([e])
    return groups


def _goes_on(group: Sequence[Evidence], e: Evidence) -> bool:
    """Whether an item needs the lead-in that those before it have, or that the first of them begins with."""
    first, last = group[0], group[-1]
    if not e.sentence.lead or e.hit.facts.id != last.hit.facts.id or not _needs_lead(e, e.sentence):
        return False
    if first.sentence.lead is None and first.sentence.start == e.sentence.lead[0]:
        return first.sentence.end > e.sentence.lead[1]
    return e.sentence.lead == last.sentence.lead and _needs_lead(last, last.sentence)


def _draft(group: Sequence[Evidence], text: str, role: Role) -> DraftSentence:
    evidence, *others = group
    if evidence.only:
        whole = ((evidence.sentence.start, evidence.sentence.end),)
        return DraftSentence(evidence.shown, whole, evidence, role, told=evidence.only)
    sentence = evidence.sentence
    start = sentence.start
    if tie := TIE.match(text, start, sentence.end):
        start = tie.end()
    elif not (sentence.lead or others) and (marker := MARKER.match(text, start, sentence.end)):
        start = marker.end()
    spans: tuple[tuple[int, int], ...] = ((start, sentence.end),)
    spans += tuple((other.sentence.start, other.sentence.end) for other in others)
    if goes_on := _GOES_ON.search(text, *spans[-1]):  # to an item that is not told
        spans = (*spans[:-1], (spans[-1][0], goes_on.start()))
    row = sentence.kind == "row"
    shown = ("; " if row else " ").join(text[a:b] for a, b in spans)
    if sentence.lead and _needs_lead(evidence, sentence):
        span = _lead_of(evidence, sentence.lead)
        lead = text[slice(*span)]
        told = told_rows(lead, [text[a:b] for a, b in spans]) if row else None
        shown = told or f"{lead[:1].upper()}{lead[1:]}{': ' if row else ' '}{shown}"
        spans = (span, *spans)
    elif tie:
        shown = shown[0].upper() + shown[1:]
    if (turn := evidence.turn) and turn.name:
        name = turn.name if turn.name.endswith((":", ".")) else f"{turn.name}:"
        shown, spans = f"{name} {shown}", ((turn.start, turn.named), *spans)
    return DraftSentence(shown, spans, evidence, role, tuple(others))


def _abridged(draft: DraftSentence, question: Question) -> DraftSentence:
    """Leave out of a long list of parties, with which a draft ends, those that are not asked about."""
    *before, (start, end) = draft.spans
    quote = draft.text[-(end - start) :]
    left = () if draft.told or draft.also else without_others(quote, question)
    if not left or end - start != len(quote):
        return draft
    return replace(
        draft,
        text=draft.text.removesuffix(quote) + " … ".join(quote[a:b] for a, b in left),
        spans=(*before, (draft.evidence.sentence.start, draft.evidence.sentence.end)),
        told=(*before, *((start + a, start + b) for a, b in left)),
    )


def spans_of(evidence: Evidence) -> tuple[tuple[int, int], ...]:
    """Return the characters that a sentence is cited by: its own, and before them the lead-in it needs."""
    sentence = evidence.sentence
    own = (sentence.start, sentence.end)
    needed = sentence.lead and _needs_lead(evidence, sentence)
    spans = (_lead_of(evidence, sentence.lead), own) if sentence.lead and needed else (own,)
    turn = evidence.turn
    return ((turn.start, turn.named), *spans) if turn and turn.name else spans


def _lead_of(evidence: Evidence, lead: tuple[int, int]) -> tuple[int, int]:
    """The lead-in without the number of its paragraph."""
    numbered = MARKER.match(evidence.lead)
    return (lead[0] + numbered.end(), lead[1]) if numbered else lead


_GOES_ON = pattern(r"[;,](?: (?:and|or))?\Z")
_COMPLETE = pattern(
    rf"\b(?:{FINITE}|agreed|"
    r"announced|intends?|remains?|applies|apply|said|includes?|plans?|committed|imposed|signed|became)\b"
)


def _needs_lead(evidence: Evidence, sentence: Sentence) -> bool:
    """Say whether a list item or row is no sentence of its own."""
    if sentence.kind == "row":
        return True
    quote = evidence.quote
    return not (quote[:1].isupper() and quote[-1:] in '.!?"”' and _COMPLETE.search(quote))
