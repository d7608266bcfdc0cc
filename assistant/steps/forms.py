"""Put what came of a question into the form that is shown: answered with frames, declined, or cut short."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import AHEAD, Answer, AnswerSentence, Citation
from assistant.asking.question import Question
from assistant.checking.citations import Checked
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import evidence_of
from assistant.declining.abstention import Refusal
from assistant.declining.explaining import declined
from assistant.declining.in_words import in_words
from assistant.kinds.ahead import days_meant
from assistant.reading.acts import folded, tells_by_number
from assistant.reading.days_in_words import long_date
from assistant.reading.ends_told import tells_end
from assistant.steps.about_notices import check_notices, speaker_notices
from assistant.steps.notices import (
    correction_notices,
    distance_notices,
    notices_of,
    origin_notices,
    plan_notices,
    pledge_notices,
    term_notices,
    undated_notices,
)
from assistant.steps.standing_notices import standing_notices
from assistant.steps.work import Work

SHOWN_BRIEFINGS = 10
FIRST_COUNTS = 5  # the constant of reciprocal rank fusion; 60 is usual for long rankings


def answered(work: Work, checked: Checked) -> Answer:
    """Return the answer that the kept sentences make, framed by how old they are."""
    newest = max((c.published for c in checked.citations if c.published), default=None)
    ahead = any(drafted.evidence.due for drafted in checked.kept[:1])
    framed_as_of = max(filter(None, (newest, checked.expected)), default=None)
    if work.about in ("sources", "speaker"):
        sentences = _framed_by_source(checked)
    elif ahead:
        sentences = _framed_by_day(work, checked)
    else:
        sentences = _framed(work.question, checked, framed_as_of)
    return Answer(
        question=work.typed,
        standalone=work.question.as_stated(work.read_as or work.question.standalone),
        answer=in_prose(sentences),
        sentences=sentences,
        citations=checked.citations,
        as_of=work.question.as_of,
        since=work.question.since,
        newest_evidence=newest,
        counted_from=work.counted_from if ahead and not work.question.periods else None,
        warnings=(
            *check_notices(work, checked.citations),
            *speaker_notices(work, checked.kept),
            *origin_notices(work.origin, work.request.question),
            *pledge_notices(work.question.asked, checked.citations),
            *standing_notices(work.read_as or work.question.standalone, checked.citations),
            *distance_notices(work.question, work.newest, date.today()),
            *(undated_notices(checked.citations) if work.undated else ()),
            *plan_notices(work.question, checked.citations, work.today),
            *term_notices(work.question, checked.citations, work.today),
            *correction_notices(checked.citations, (hit.facts for hit in work.hits)),
            *notices_of(checked.citations, work.briefings),
        ),
        retrieved=_retrieved(work),
    )


def refused(work: Work, refusal: Refusal) -> Answer:
    """Return the answer that says in plain words that the briefings do not answer."""
    told = declined(work.question, work.seen, work.parts, work.briefings, refusal.lacks)
    none = (
        not (work.hits or work.seen) and work.filters == work.narrowed
    )  # else the words of the question, too
    return Answer(
        question=work.typed,
        standalone=work.question.as_stated(work.read_as or work.question.standalone),
        answer=in_words(work.question, refusal, told, work.narrowed, none),
        abstention=refusal.kind,
        declined=told,
        as_of=work.question.as_of,
        since=work.question.since,
        retrieved=_retrieved(work),
    )


def cut(answer: Answer, shown: int) -> Answer:
    """Return the answer with its first `shown` sentences, and only what they cite."""
    sentences = answer.sentences[:shown]
    numbers = {number for sentence in sentences for number in sentence.citations}
    return replace(
        answer,
        answer=in_prose(sentences),
        sentences=sentences,
        citations=tuple(c for c in answer.citations if c.number in numbers),
    )


def in_prose(sentences: tuple[AnswerSentence, ...]) -> str:
    """Return the text of an answer with its [1] markers."""
    return " ".join(" ".join([s.text, *(f"[{n}]" for n in s.citations)]) for s in sentences)


def _framed(question: Question, checked: Checked, newest: date | None) -> tuple[AnswerSentence, ...]:
    """Say how old things are: "As of DATE:" before a status answer, else "DATE:"; "Earlier, DATE:" then.

    And the title of what tells by the number of an act alone what it is about.
    """
    first = checked.kept[0].evidence
    framed: list[AnswerSentence] = []
    as_of = question.latest and first.hit.facts.published == newest
    lead = stated = newest if as_of else first.hit.facts.published
    entitled = _entitled(first)
    if as_of and newest and not question.periods:
        framed.append(AnswerSentence(f"As of {long_date(newest)}{entitled}:", role="frame"))
    elif lead:
        framed.append(AnswerSentence(f"{long_date(lead)}{entitled}:", role="frame"))
    for sentence, drafted in zip(checked.sentences, checked.kept, strict=True):
        published = drafted.evidence.hit.facts.published
        if published and lead and published != stated:
            word = "Earlier" if published < lead else "Later" if published > lead else "Again"
            entitled = _entitled(drafted.evidence)
            framed.append(AnswerSentence(f"{word}, {long_date(published)}{entitled}:", role="frame"))
            stated = published
        framed.append(sentence)
    return tuple(framed)


def _entitled(e: Evidence) -> str:
    """Return the title to be told with a sentence that names the acts which it is about by number alone.

    Of those that it ends, what they were is told behind it.
    """
    told = tells_by_number(e.said) and not tells_end(folded(e.said).text)
    return f", “{e.hit.facts.title}”" if told else ""


def _framed_by_day(work: Work, checked: Checked) -> tuple[AnswerSentence, ...]:
    """Say after which day the days to come are, and "Ahead, DATE:" before each.

    Of a period that is asked about, what it is, and the days: they may be over.
    """
    framed: list[AnswerSentence] = []
    meant = days_meant(work.question)
    if meant:
        framed.append(AnswerSentence(f"Days {meant}:", role="frame"))
    elif work.counted_from:
        whose = "" if work.question.as_of else ", the day of the newest briefing"
        framed.append(AnswerSentence(f"Days after {long_date(work.counted_from)}{whose}:", role="frame"))
    stated = ""
    for sentence, drafted in zip(checked.sentences, checked.kept, strict=True):
        if (due := drafted.evidence.due) and due != stated:
            framed.append(AnswerSentence(f"{'' if meant else AHEAD}{due}:", role="frame"))
            stated = due
        framed.append(sentence)
    return tuple(framed)


def _framed_by_source(checked: Checked) -> tuple[AnswerSentence, ...]:
    """Say of which briefing sentences are: its title, its publisher, its day, its address."""
    cited = {citation.number: citation for citation in checked.citations}
    framed: list[AnswerSentence] = []
    stated = None
    for sentence in checked.sentences:
        of = cited[sentence.citations[0]]
        if of.briefing_id != stated:
            framed.append(AnswerSentence(_named(of), role="frame"))
            stated = of.briefing_id
        framed.append(sentence)
    return tuple(framed)


def _named(of: Citation) -> str:
    """Name a briefing as one cites it.

    >>> _named(Citation(1, "a", "a.md", "Duty on rice", "Customs", date(1987, 3, 2), None, "q", 0, 1))
    '“Duty on rice”, Customs, 2 March 1987:'
    """
    day = long_date(of.published) if of.published else "undated"
    return ", ".join(filter(None, (f"“{of.title}”", of.publisher, day, of.url))) + ":"


def _retrieved(work: Work) -> tuple[str, ...]:
    """Name the briefings found, best first: those quoted, then as judged, as read and as found together."""
    quoted = [evidence.hit.facts.source for evidence in evidence_of(work.draft)]
    ranked = [
        [evidence.hit.facts.source for evidence in work.evidence],
        [evidence.hit.facts.source for evidence in work.read],
        [hit.facts.source for hit in work.hits],
    ]
    return tuple(list(dict.fromkeys([*quoted, *_fused(ranked)]))[:SHOWN_BRIEFINGS])


def _fused(rankings: Sequence[Sequence[str]]) -> list[str]:
    """Fuse rankings by the sum of reciprocal ranks, each of a source's first place.

    >>> _fused([["quota", "accord"], ["accord", "accord", "ban"], ["accord"]])
    ['accord', 'quota', 'ban']
    """
    score: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for place, source in enumerate(dict.fromkeys(ranking)):
            score[source] += 1 / (FIRST_COUNTS + place)
    return sorted(score, key=lambda source: (-score[source], source))
