"""The briefings at hand in a conversation: those that its last answer was made of.

"How long?" after an answer on a safeguard is asked of that safeguard's briefings. Only which briefings an
answer was made of is carried over, never what it said: what the follow-up asks for has to stand in them.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock

from assistant.asking.answer_type import Detail
from assistant.asking.details import type_of_answer
from assistant.asking.followups.anaphora import points_back
from assistant.asking.followups.own_subject import names_own_subject
from assistant.asking.question import Question
from assistant.asking.request import AskRequest, Turn
from assistant.choosing.evidence import ON_SUBJECT, Evidence
from assistant.choosing.extractive import evidence_of
from assistant.declining.unmet import NOT_DONE
from assistant.reading.goods import goods_in
from assistant.steps.work import Work
from ingest.text.parties import find_parties, parties_in
from vectorstore.errors import QuestionError
from vectorstore.store import Store

TURNS_BACK = 3  # questions looked back on for one that was answered
HISTORY = 4  # questions that one looked back on is read with, where it was asked before this process began
KEPT = 1000  # conversations' turns remembered

# What a refusal lacks that asks for no more than a circumstance of something.
_CIRCUMSTANCES: tuple[Detail, ...] = ("date", "span", "person", "place", "reason")
_DETAILS = frozenset((NOT_DONE, *(type_of_answer((of,)) for of in _CIRCUMSTANCES)))
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Ids of the briefings that an answer is made of, or that are nearest to what was declined."""

    briefings: tuple[str, ...] = ()
    declined: bool = False
    only_detail: bool = False  # declined for the type of answer alone: what it is of is on file
    asked: str = ""  # the question as it was read, with what it goes on from


class AtHand:
    """Remembers which briefings each turn was answered from, over one open home. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[_Key, Told] = {}
        self._lock = Lock()

    def keep(self, request: AskRequest, told: Told) -> None:
        """Remember what a request was answered from."""
        with self._lock:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[self._key(request)] = told

    def briefings(self, request: AskRequest, answer: Callable[[AskRequest], object]) -> tuple[str, ...]:
        """Return the ids of the briefings of the last answer, else of those nearest to the last refusal.

        No answer from before a refusal that was on another subject, which what names none goes on from.
        `answer` answers a question that was not asked of this process, or before the last change of the home.
        """
        asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
        refused: list[Told] = []
        for at in reversed(asked[-TURNS_BACK:]):
            told = self.told(
                replace(request, question=request.history[at].content, history=request.history[:at]), answer
            )
            moved = any(is_on_another_subject(later.asked, told.asked) for later in refused)
            if moved and (points_back(request.question) or not names_own_subject(request.question)):
                break
            if not told.declined:
                return told.briefings
            refused.append(told)
        return next((told.briefings for told in refused if told.briefings), ())

    def declined(self, request: AskRequest, answer: Callable[[AskRequest], object]) -> bool:
        """Whether the question before was declined."""
        asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
        if not asked:
            return False
        question, history = request.history[asked[-1]].content, request.history[: asked[-1]]
        return self.told(replace(request, question=question, history=history), answer).declined

    def told(self, request: AskRequest, answer: Callable[[AskRequest], object]) -> Told:
        """Return what a request was answered from.

        `answer` answers one that was not asked of this process, or before the last change of the home.
        """
        if told := self._remembered(request):
            return told
        short = replace(request, history=_last(request.history, HISTORY))
        with suppress(QuestionError):  # a message that nobody could have answered
            answer(short)
        told = self._remembered(short) or Told(declined=True)
        self.keep(request, told)
        return told

    def _remembered(self, request: AskRequest) -> Told | None:
        with self._lock:
            return self._kept.get(self._key(request))

    def _key(self, request: AskRequest) -> _Key:
        asked = tuple(turn.content for turn in request.history if turn.role == "user")
        narrowed = replace(request, history=(), verbatim=False)
        return (narrowed, asked, self._store.catalogue.generation, self._store.indexes.number)


def _last(history: tuple[Turn, ...], questions: int) -> tuple[Turn, ...]:
    asked = [at for at, turn in enumerate(history) if turn.role == "user"]
    return history[asked[-questions] :] if len(asked) > questions else history


def told_of(work: Work) -> Told:
    """Return what an answer is made of, or what is nearest to the question that is declined."""
    asked = work.question.as_stated(work.read_as or work.question.standalone)
    if not work.refusal:
        return Told(tuple(dict.fromkeys(e.hit.facts.id for e in evidence_of(work.draft))), asked=asked)
    near = work.evidence[:1] if work.refusal.kind == "no-detail" else ()
    of_it = (
        near
        and near[0].marks.subject >= ON_SUBJECT
        and (near[0].marks.party >= 1.0 or not work.question.parties)
    )
    only_detail = bool(of_it and work.refusal.lacks) and _DETAILS.issuperset(work.refusal.lacks)
    return Told(tuple(e.hit.facts.id for e in near), declined=True, only_detail=only_detail, asked=asked)


def leaves(work: Work, chosen: Sequence[Evidence], store: Store) -> bool:
    """Whether a follow-up is answered by no briefing at hand, nor by one on a party of their titles.

    One that names a party itself may well be answered by others.
    """
    if not work.at_hand or not chosen or find_parties(work.question.text, lower_case=True):
        return False
    about = _in_titles(work.at_hand, store, work.question.as_of) - {"US"}
    return not any(e.hit.facts.id in work.at_hand or about & parties_in(e.hit.facts.title) for e in chosen)


def is_on_others(text: str, briefings: Sequence[str], store: Store, as_of: date | None) -> bool:
    """Whether a follow-up names a party, and these briefings are on others: "and Korea?" after Japan's.

    One that names no party in its title may well be on all of them.
    """
    named = {party.code for party in find_parties(text, lower_case=True)} - {"US"}
    about = _in_titles(briefings, store, as_of) - {"US"}
    return bool(named and about) and named.isdisjoint(about)


def _in_titles(briefings: Sequence[str], store: Store, as_of: date | None) -> frozenset[str]:
    facts = store.versions.facts(as_of)
    return parties_in(" / ".join(facts[id].title for id in briefings if id in facts))


def is_on_another_subject(asked: str, before: str) -> bool:
    """Whether a question names a party or goods that the one before does not.

    >>> is_on_another_subject("the duty on tin of Peru?", "the duty on tin of Chile?")
    True
    >>> is_on_another_subject("since when? (the duty on tin)", "the duty on tin of Chile?")
    False
    """
    named = {party.code for party in find_parties(asked, lower_case=True)} - {"US"}
    known = {party.code for party in find_parties(before, lower_case=True)}
    return not (named <= known and goods_in(asked) <= goods_in(before))


def of_its_own(question: Question) -> Question:
    """Return a follow-up that needs to find only what its own words name: the briefings are on the rest."""
    typed = {party.code for party in find_parties(question.text, lower_case=True)}
    words = _words(question.text)
    named = [p for p in question.periods if words & _words(question.standalone[p.start : p.end])]
    return replace(
        question,
        parties=tuple(party for party in question.parties if party in typed),
        periods=tuple(named),
        concepts=tuple(concept for concept in question.concepts if not concept.context),
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
