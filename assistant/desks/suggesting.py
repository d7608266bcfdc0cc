"""Suggest what to ask next: questions made of sentences on file, each of which is answered when asked.

A sentence of a briefing that was cited, or found beside it, and that the answer did not quote is turned
into the question that it answers ("Until when does the truce with China last?"). Every question is asked
before it is shown: it stays only where the answer quotes that sentence, and says something new.
The last one asks for the latest on a party.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.answer import Answer
from assistant.asking.details import holds_detail
from assistant.asking.request import AskRequest, Turn
from assistant.asking.typed.line import bare
from assistant.reading.statements import Statement, statement_of
from ingest.text.parties import parties_in, party_in_text
from vectorstore.briefing import Briefing, Passage
from vectorstore.errors import QuestionError
from vectorstore.filters import Filters
from vectorstore.store import Store

SUGGESTED = 3
TRIED = 8  # questions asked for them at most
SECONDS = 3.0  # after which no further one is tried: somebody waits for the answer to be done
READ = 4  # briefings: those cited, then those found


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question about a party, and the sentence of a briefing, [start, end), that should answer it."""

    question: str
    party: str
    briefing_id: str
    start: int
    end: int


def follow_ups(
    store: Store, ask: Callable[[AskRequest], Answer], request: AskRequest, answer: Answer
) -> tuple[str, ...]:
    """Return up to SUGGESTED questions that go on from an answer, the likeliest first."""
    history = (*request.history, Turn("user", request.question), Turn("assistant", answer.answer))
    asked = {bare(turn.content) for turn in history if turn.role == "user"}
    started, found, told = time.monotonic(), list[str](), _quoted(answer)
    for tried, suggestion in enumerate(_suggestions(store, request, answer)):
        if tried == TRIED or len(found) == SUGGESTED or time.monotonic() - started > SECONDS:
            break
        if bare(suggestion.question) in asked:
            continue
        try:
            next_answer = ask(replace(request, question=suggestion.question, history=history))
        except QuestionError:
            continue
        quoted = _quoted(next_answer)
        if not next_answer.abstained and quoted - told and _covers(quoted, suggestion):
            found.append(suggestion.question)
            asked.add(bare(suggestion.question))
            told |= quoted
    return tuple(found)


def questions_of(text: str, briefing: Briefing, around: str) -> tuple[str, list[str]]:
    """Return the party that a sentence is about, and the questions that it answers.

    `around` is its heading and title. A sentence about several parties, or none, makes no question:
    whose rate or purchase it tells of would be a guess.

    >>> briefing = Briefing("a", "a", "a", "Truce", "", "")
    >>> questions_of("The truce with China runs until November 10, 2026.", briefing, "China")
    ('CN', ['Until when does the truce with China last?'])
    """
    stated = statement_of(text, briefing.published)
    parties = stated.parties or parties_in(around) - {"US"}
    if stated.hedged or len(parties) != 1:
        return "", []
    [party] = parties
    return party, list(_questions(stated, text, party_in_text(party)))


def _questions(stated: Statement, text: str, who: str) -> Iterator[str]:
    goods = next(iter(stated.goods)) if len(stated.goods) == 1 else ""
    if "tariff" in stated.instruments and not stated.on_us:
        taxed = f"{goods} from {who}" if goods else f"imports from {who}"
        if stated.rate is not None:
            yield f"What is the tariff on {taxed}?"
        if stated.first:
            yield f"When does the tariff on {taxed} take effect?"
    if stated.last and (measure := next((name for name in _LASTING if name in stated.instruments), "")):
        yield f"Until when does the {measure} with {who} last?"
    if "investment" in stated.instruments and holds_detail(("amount",), text):
        yield f"How much will {who} invest?"
    if "purchases" in stated.instruments and stated.parties:
        yield f"What {goods} will {who} buy?" if goods else f"What will {who} buy?"
    if "quota" in stated.instruments and goods:
        yield f"What is the quota for {goods} from {who}?"
    if "export controls" in stated.instruments:
        yield f"What was agreed with {who} on export controls?"
    if "investigation" in stated.instruments:
        yield f"What is being investigated about {who}?"
    if stated.stage == _SIGNED:
        yield f"When was the agreement with {who} signed?"


_LASTING = ("truce", "tariff", "export controls", "quota", "ban")
_SIGNED = 2


def _suggestions(store: Store, request: AskRequest, answer: Answer) -> list[Suggestion]:
    """Make questions of what was not quoted, those about the same parties first."""
    told, read = _quoted(answer), _read(store, request, answer)
    about = parties_in(answer.standalone) - {"US"}
    about = about or parties_in(" ".join(c.quote for c in answer.citations)) - {"US"}
    made = [list(_of_briefing(briefing, passages, told)) for briefing, passages in read]
    turns = [s for turn in zip_longest(*made) for s in turn if s is not None]
    parties = dict.fromkeys(party for briefing, _ in read for party in briefing.parties if party != "US")
    latest = [
        Suggestion(f"What is the latest on {party_in_text(party)}?", party, "", 0, 0) for party in parties
    ]
    ordered = sorted([*turns, *latest], key=lambda s: (s.party not in about, not s.briefing_id))
    return list({suggestion.question: suggestion for suggestion in reversed(ordered)}.values())[::-1]


def _of_briefing(
    briefing: Briefing, passages: Sequence[Passage], told: frozenset[tuple[str, int, int]]
) -> Iterator[Suggestion]:
    for passage in passages:
        for sentence in passage.sentences:
            if any(
                id == briefing.id and start < sentence.end and sentence.start < end for id, start, end in told
            ):
                continue
            text = briefing.text[sentence.start : sentence.end]
            party, questions = questions_of(text, briefing, f"{passage.heading} {briefing.title}")
            for question in questions:
                yield Suggestion(question, party, briefing.id, sentence.start, sentence.end)


def _read(store: Store, request: AskRequest, answer: Answer) -> list[tuple[Briefing, list[Passage]]]:
    """Return the briefings cited, then others that were found, as seen on the as-of date."""
    as_of = answer.as_of or request.as_of
    facts = store.versions.facts(as_of)
    found = {of.source: of for of in facts.values()}
    cited = [citation.briefing_id for citation in answer.cited]
    beside = [found[source].id for source in answer.retrieved if source in found]
    filters = Filters(
        as_of, request.published_from, request.published_to, request.parties, request.publishers
    )
    ids = [id for id in dict.fromkeys([*cited, *beside]) if id in facts and filters.allows(facts[id])][:READ]
    texts = store.versions.briefings(ids, as_of)
    return [(texts[id], store.versions.passages_of(facts[id])) for id in ids if id in texts]


def _quoted(answer: Answer) -> frozenset[tuple[str, int, int]]:
    return frozenset((c.briefing_id, c.start, c.end) for c in answer.citations)


def _covers(quoted: frozenset[tuple[str, int, int]], suggestion: Suggestion) -> bool:
    """Whether a quote is of the sentence that the question was made of, if of any."""
    return not suggestion.briefing_id or any(
        id == suggestion.briefing_id and start < suggestion.end and suggestion.start < end
        for id, start, end in quoted
    )
