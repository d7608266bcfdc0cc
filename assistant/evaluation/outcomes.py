"""Judge one answer by its question line: which facts it states, and what it cites.

Only the first 150 words count, so that pasting whole passages earns nothing; and an abstention
is a short one, so that an answer cannot be slipped in as one.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from assistant.answer import Answer, Citation, Declined
from assistant.evaluation.digests import asked_by
from assistant.evaluation.percents import search, ways_of_writing
from assistant.evaluation.questions import QuestionLine

WORDS = 150  # of an answer that count
LONGEST_ABSTENTION = 80  # words; a longer one is judged as an answer
RANKED = 10  # retrieved briefings looked at
LED = ("status", "as_of", "change")  # types whose answer should lead with the right briefing

Verdict = Literal[
    "correct",
    "incomplete",  # a required fact is missing
    "superseded",  # a superseded or false statement is made
    "needlessly declined",
    "declined",  # rightly
    "answered",  # although nothing on file answers it
    "not judged",  # the line does not say what is right
]
SCORES: dict[Verdict, int] = {
    "correct": 1,
    "declined": 1,
    "needlessly declined": 0,
    "incomplete": -1,
    "superseded": -1,
    "answered": -1,
}
RIGHT: tuple[Verdict, ...] = ("correct", "declined")

WRONG: dict[Verdict, str] = {  # the gravest first
    "superseded": "A superseded or false statement",
    "answered": "Answered although nothing on file answers it",
    "incomplete": "A required fact is missing",
    "needlessly declined": "Declined although the briefings answer it",
}


@dataclass(frozen=True, slots=True)
class OnFile:
    """What is on file about the briefings of an answer, to hold its claims against.

    `texts` by briefing id; `published` by source.
    """

    texts: Mapping[str, str]
    published: Mapping[str, date | None]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as judged: `gold` when into a right document, `verbatim` when the quote stands there."""

    number: int
    source: str
    title: str
    published: str | None
    quote: str
    gold: bool
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """Why a question was declined: what was searched for, what of it was not found, what came nearest."""

    searched_for: tuple[str, ...]
    not_found: tuple[str, ...]
    nearest: tuple[Cited, ...]

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> "Sought":
        nearest = tuple(Cited(**cited) for cited in found["nearest"])
        return cls(tuple(found["searched_for"]), tuple(found["not_found"]), nearest)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question; everything that the metrics and the reports need."""

    id: str
    type: str
    question: str
    earlier: tuple[str, ...]  # the turns before a follow-up
    as_of: str | None
    answerable: bool | None
    verdict: Verdict
    abstention: str | None
    answer: str
    must: int  # required facts
    stated: int  # of them
    missing: tuple[str, ...]
    superseded: tuple[str, ...]  # the words that state something superseded or false
    expected: str  # the evidence that the question line gives
    gold_docs: tuple[str, ...]
    cited: tuple[Cited, ...]
    retrieved: tuple[str, ...]
    leaks: tuple[str, ...]  # sources cited or retrieved that were not published by the as-of date
    words: int  # of those that count
    latency_ms: int
    # Reports of earlier versions lack what follows: None where it is unknown.
    as_current: tuple[str, ...] | None = None  # of `superseded`, what is not told as older
    forbidden: int | None = None  # statements that the line gives as superseded or false
    asked: str | None = None  # digest of all that was asked: words, turns before, what narrows it
    declined: Sought | None = None  # also None where it answered

    @property
    def right(self) -> bool | None:
        """Whether the answer is as it should be; None when that cannot be told."""
        return None if self.verdict == "not judged" else self.verdict in RIGHT

    @property
    def score(self) -> int | None:
        """+1 right, 0 needlessly declined, -1 wrong; None when that cannot be told."""
        return SCORES.get(self.verdict)

    @property
    def answered(self) -> bool:
        """Whether it is judged as an answer: not declined, or at too great a length."""
        return self.verdict not in ("declined", "needlessly declined") and not (
            self.verdict == "not judged" and self.abstention
        )

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> "Outcome":
        """Read what `to_json` gave; TypeError or KeyError when it is something else."""
        lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
        cited = tuple(Cited(**cited) for cited in found["cited"])
        declined = Sought.from_json(sought) if (sought := found.get("declined")) else None
        return cls(**{**found, **lists, "cited": cited, "declined": declined})


def judge(question: QuestionLine, answer: Answer, on_file: OnFile) -> Outcome:
    """Judge an answer by what its question line says is right."""
    text = counted_words(answer.answer)
    declined = answer.abstained and len(answer.answer.split()) <= LONGEST_ABSTENTION
    musts = question.musts if question.answerable else ()  # the others are declined in our own words
    missing = tuple(nugget.note for nugget in musts if not nugget.stated_in(text))
    superseded = tuple(found for p in question.forbidden if (found := search(p, text)) is not None)
    current = " ".join(s.text for s in answer.sentences if s.role != "older") if answer.sentences else text
    retrieved = tuple(dict.fromkeys(answer.retrieved))[:RANKED]
    as_of = question.request.as_of or answer.as_of  # the second may stand in the question's words
    return Outcome(
        id=question.id,
        type=question.type,
        question=question.request.question,
        earlier=tuple(turn.content for turn in question.request.history),
        as_of=as_of.isoformat() if as_of else None,
        answerable=question.answerable,
        verdict=_verdict(question, declined, bool(missing), bool(superseded)),
        abstention=answer.abstention,
        answer=answer.answer,
        must=len(musts),
        stated=len(musts) - len(missing),
        missing=missing,
        superseded=superseded,
        expected=question.evidence,
        gold_docs=question.gold_docs,
        cited=tuple(_cited(citation, question, on_file) for citation in answer.citations),
        retrieved=retrieved,
        leaks=_leaks(answer, retrieved, as_of, on_file),
        words=len(text.split()),
        latency_ms=answer.latency_ms,
        as_current=tuple(
            words for words in superseded if any(words in way for way in ways_of_writing(current))
        ),
        forbidden=len(question.forbidden),
        asked=asked_by(question),
        declined=_sought(answer.declined, question, on_file) if answer.declined else None,
    )


def counted_words(answer: str) -> str:
    """Return the words of an answer that count: the first 150, citation marks aside.

    >>> counted_words("The rate is 15 percent. [1]")
    'The rate is 15 percent.'
    """
    return " ".join(re.sub(r"\[\d+\]", " ", answer).split()[:WORDS])


def _verdict(question: QuestionLine, declined: bool, missing: bool, superseded: bool) -> Verdict:
    if question.answerable is False:
        return "declined" if declined else "answered"
    if question.answerable is None:
        return "not judged"
    if declined:
        return "needlessly declined"
    if superseded:
        return "superseded"
    if not question.musts:
        return "not judged"
    return "incomplete" if missing else "correct"


def _sought(declined: Declined, question: QuestionLine, on_file: OnFile) -> Sought:
    nearest = tuple(_cited(citation, question, on_file) for citation in declined.nearest)
    return Sought(declined.searched_for, declined.not_found, nearest)


def _cited(citation: Citation, question: QuestionLine, on_file: OnFile) -> Cited:
    text = on_file.texts.get(citation.briefing_id, "")
    return Cited(
        number=citation.number,
        source=citation.source,
        title=citation.title,
        published=citation.published.isoformat() if citation.published else None,
        quote=citation.quote,
        gold=citation.source in question.gold_docs,
        verbatim=bool(citation.quote) and text[citation.start : citation.end] == citation.quote,
    )


def _leaks(
    answer: Answer, retrieved: tuple[str, ...], as_of: date | None, on_file: OnFile
) -> tuple[str, ...]:
    """Return the sources used that cannot have been known on the as-of date; undated ones too."""
    if as_of is None:
        return ()
    stated = {citation.source: citation.published for citation in answer.citations}
    used = dict.fromkeys([*stated, *retrieved])
    published = {source: on_file.published.get(source, stated.get(source)) for source in used}
    return tuple(source for source, day in published.items() if day is None or day > as_of)
