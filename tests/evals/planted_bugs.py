"""Bugs that the gate has to see, each planted by replacing one part: a fault that a change could bring.

A bug that cannot be planted any more (its part has another name) fails where it is planted, so
that the list keeps up with the code.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from assistant import answering
from assistant.answer import Citation
from assistant.checking import citations
from assistant.choosing import evidence, extractive, selecting
from assistant.declining import abstention, explaining
from assistant.declining.abstention import Refusal
from assistant.kinds import latest
from assistant.reading.rows import told_rows
from assistant.steps import forms, searching, understanding
from assistant.steps.work import Work
from ingest.preparing import chunking
from vectorstore.briefing import Briefing
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.filters import Filters
from vectorstore.indexes.keywords import KeywordIndex
from vectorstore.scans.scan import Scan

Patch = pytest.MonkeyPatch


@dataclass(frozen=True, slots=True)
class Bug:
    """A fault: `plant` puts it in; `at_ingest` ones are in what is on file, so it is taken in anew."""

    name: str
    plant: Callable[[Patch], None]
    at_ingest: bool = False


def _set(*replaced: tuple[str, Any]) -> Callable[[Patch], None]:
    """Plant by putting other values in place, by dotted name."""

    def plant(patch: Patch) -> None:
        for name, value in replaced:
            patch.setattr(name, value)

    return plant


# Search


def _reversed_scores(index: type[Scan] | type[KeywordIndex]) -> Callable[[Patch], None]:
    def plant(patch: Patch) -> None:
        query = index.query

        def turned(self: Any, *arguments: Any) -> list[tuple[str, float]]:
            return [(id, -score) for id, score in query(self, *arguments)]

        patch.setattr(index, "query", turned)

    return plant


def _allowed(allowed: Callable[[Filters, Any, Any], bool]) -> Callable[[Patch], None]:
    """Decide otherwise whether a briefing may be used; `allowed` gets the decision that was right."""

    def plant(patch: Patch) -> None:
        allows = Filters.allows
        patch.setattr(Filters, "allows", lambda self, facts: allowed(self, allows, facts))

    return plant


def _recency_turned(patch: Patch) -> None:
    weight = searching.recency
    patch.setattr(searching, "recency", lambda question: -weight(question))


def _party_preference_turned(patch: Patch) -> None:
    prefers = searching.prefers

    def turned(*arguments: Any) -> Any:
        prefer = prefers(*arguments)
        return prefer and (lambda passage, facts: -prefer(passage, facts))

    patch.setattr(searching, "prefers", turned)


def _dates_swapped(patch: Patch) -> None:
    """Give every briefing the date of another one, wherever the catalogue tells it."""
    facts, current = Catalogue.facts, Catalogue.current
    briefing, briefings = Catalogue.briefing, Catalogue.briefings

    def swap(self: Catalogue) -> Callable[[Any], Any]:
        known = sorted(facts(self).values(), key=lambda f: (f.published or date.min, f.id))
        days = [f.published for f in known]
        other = dict(zip((f.id for f in known), days[1:] + days[:1], strict=True))
        return lambda found: replace(found, published=other[found.id])

    patch.setattr(Catalogue, "facts", lambda self: {id: swap(self)(f) for id, f in facts(self).items()})
    patch.setattr(
        Catalogue, "current", lambda self, ids: {id: swap(self)(b) for id, b in current(self, ids).items()}
    )
    patch.setattr(Catalogue, "briefing", lambda self, *which: swap(self)(briefing(self, *which)))
    patch.setattr(Catalogue, "briefings", lambda self: [swap(self)(b) for b in briefings(self)])


# Understanding


def _understood_as(**changes: Any) -> Callable[[Patch], None]:
    def plant(patch: Patch) -> None:
        understand = understanding.understand
        patch.setattr(
            understanding,
            "understand",
            lambda *given, **named: replace(understand(*given, **named), **changes),
        )

    return plant


# Composing


def _latest_oldest_first(patch: Patch) -> None:
    chosen = latest._chosen
    patch.setattr(latest, "_chosen", lambda *given: chosen(*given)[::-1])


def _oldest_first(patch: Patch) -> None:
    ordered = extractive._ordered

    def turned(question: Any, chosen: Any) -> Any:
        return sorted(ordered(question, chosen), key=lambda e: e.hit.facts.published or date.min)

    patch.setattr(extractive, "_ordered", turned)


def _numbers_changed(patch: Patch) -> None:
    """Let a sentence say other numbers than its quote, and nobody check."""
    compose = answering.compose

    def changed(*given: Any) -> list[Any]:
        return [
            replace(s, text=re.sub(r"\d+", lambda found: str(int(found.group()) + 1), s.text))
            for s in compose(*given)
        ]

    patch.setattr(answering, "compose", changed)
    patch.setattr(citations, "why_not", lambda *_: None)


def _other_heads(head: str, rows: Sequence[str]) -> str | None:
    return told_rows(" | ".join(reversed(head.split(" | "))), rows)


def _cut(length: int) -> Callable[[Patch], None]:
    """Let every sentence of an answer keep its first words only."""

    def plant(patch: Patch) -> None:
        compose = answering.compose

        def shorter(*given: Any) -> list[Any]:
            return [replace(s, text=" ".join(s.text.split()[:length])) for s in compose(*given)]

        patch.setattr(answering, "compose", shorter)

    return plant


# Citing


def _cited(change: Callable[[Citation, Briefing], Citation]) -> Callable[[Patch], None]:
    """Change every citation as it is made; nobody checks."""

    def plant(patch: Patch) -> None:
        cite = citations.cite

        def changed(number: int, briefing: Briefing, start: int, end: int) -> Citation:
            return change(cite(number, briefing, start, end), briefing)

        patch.setattr(citations, "cite", changed)
        patch.setattr(explaining, "cite", changed)
        patch.setattr(citations, "why_not", lambda *_: None)

    return plant


def _quote_moves_too(citation: Citation, briefing: Briefing) -> Citation:
    start, end = citation.start + 1, citation.end + 1
    return replace(citation, start=start, end=end, quote=briefing.text[start:end])


def _wrong_briefing(patch: Patch) -> None:
    """Cite the briefing that was cited before, with this one's words."""
    last: list[Briefing] = []

    def changed(citation: Citation, briefing: Briefing) -> Citation:
        other = last[0] if last else briefing
        last[:] = [briefing]
        labels = ("source", "title", "publisher", "published", "url")
        return replace(citation, briefing_id=other.id, **{name: getattr(other, name) for name in labels})

    _cited(changed)(patch)
    patch.setattr(forms, "notices_of", lambda *_: ())  # which looks the cited ones up among those read


# Ingest


def _no_leads(patch: Patch) -> None:
    passages_of = chunking.passages_of

    def without(*given: Any) -> list[Any]:
        return [
            replace(p, sentences=tuple(replace(s, lead=None) for s in p.sentences))
            for p in passages_of(*given)
        ]

    patch.setattr("ingest.preparing.batch.passages_of", without)


def _first_half(patch: Patch) -> None:
    passages_of = chunking.passages_of

    def half(*given: Any) -> list[Any]:
        passages = passages_of(*given)
        return passages[: (len(passages) + 1) // 2]

    patch.setattr("ingest.preparing.batch.passages_of", half)


def _day_and_month_confused(patch: Patch) -> None:
    from ingest.preparing import intake

    published_on = intake.published_on

    def confused(*given: Any) -> Any:
        found = published_on(*given)
        day = found.day
        return (
            replace(found, day=day.replace(month=day.day, day=day.month)) if day and day.day <= 12 else found
        )

    patch.setattr(intake, "published_on", confused)


def _sorted_sources(work: Work) -> tuple[str, ...]:
    return tuple(sorted({hit.facts.source for hit in work.hits})[:10])


BUGS = (
    Bug("as-of filter dropped", _set(
        ("vectorstore.filters.Filters.last_day", property(lambda _: None)),
        ("vectorstore.catalogue.versions.Versions.facts", lambda self, as_of=None: self._catalogue.facts()))),
    Bug("as-of day itself left out", _allowed(lambda filters, allows, facts: allows(
        replace(filters, as_of=filters.as_of and filters.as_of - timedelta(days=1)), facts))),
    Bug("undated briefings used under an as-of date", _allowed(lambda filters, allows, facts:
        facts.published is None or allows(filters, facts))),
    Bug("published dates swapped between briefings", _dates_swapped),
    Bug("keyword leg off", _set(("vectorstore.search.KEYWORD_WEIGHT", 0.0))),
    Bug("dense leg off", _set(("vectorstore.search.KEYWORD_WEIGHT", 1.0))),
    Bug("a distance taken for a score in the dense leg", _reversed_scores(Scan)),
    Bug("keyword scores turned around", _reversed_scores(KeywordIndex)),
    Bug("near-duplicates not collapsed", _set(
        ("vectorstore.search._without_repeats", lambda hits, size: [*hits][:size]),
        ("vectorstore.search._without_reissues", lambda _, hits: [*hits]))),
    Bug("recency off", _set(("assistant.steps.searching.recency", lambda _: 0.0))),
    Bug("recency reversed", _recency_turned),
    Bug("party preference off", _set(("assistant.steps.searching.prefers", lambda *_: None))),
    Bug("party preference reversed", _party_preference_turned),
    Bug("the reranker off", _set(
        ("assistant.choosing.evidence.WEIGHTS", replace(evidence.WEIGHTS, answers=0.0)))),
    Bug("the reranker turned round", _set(
        ("assistant.choosing.evidence.WEIGHTS",
         replace(evidence.WEIGHTS, answers=-evidence.WEIGHTS.answers)))),
    Bug("one passage read instead of twelve", _set(("assistant.choosing.evidence.PASSAGES_READ", 1))),
    Bug("ranking given in alphabetical order", _set(("assistant.steps.forms._retrieved", _sorted_sources))),
    Bug("briefings repeated in the ranking", _set(
        ("assistant.steps.forms._retrieved",
         lambda work: tuple(hit.facts.source for hit in work.hits)[:10]))),
    Bug("history ignored", _set(("assistant.steps.understanding.standalone", lambda text, _: text))),
    Bug("wordings table emptied", _set(("assistant.reading.wording._groups", lambda: ()))),
    Bug("parties of the question not seen", _understood_as(parties=())),
    Bug("periods of the question not seen", _understood_as(periods=())),
    Bug("as-of date of the question dropped", _understood_as(as_of=None)),
    Bug("the latest never asked for", _understood_as(latest=False)),
    Bug("every question taken for one about the latest", _understood_as(latest=True)),
    Bug("coverage of the question not counted", _set(
        ("assistant.choosing.evidence.WEIGHTS", replace(evidence.WEIGHTS, subject=0.0, party=0.0)))),
    Bug("abstention off", _set(("assistant.answering.refusal_of", lambda *_: None))),
    Bug("what is taken for granted taken on trust", _set(
        ("assistant.declining.abstention.unmet", lambda *_: ()))),
    Bug("rates on all goods left to the search", _set(
        ("assistant.steps.searching.asks_charged", lambda _: False))),
    Bug("abstaining always", _set(("assistant.answering.refusal_of", lambda *_: Refusal("no-detail")))),
    Bug("abstention a little too eager", _set(
        ("assistant.declining.abstention.THRESHOLD", abstention.THRESHOLD + 0.7))),
    Bug("abstention a little too shy", _set(
        ("assistant.declining.abstention.THRESHOLD", abstention.THRESHOLD - 0.7))),
    Bug("newest-first order reversed", _oldest_first),
    Bug("the latest told oldest first", _latest_oldest_first),
    Bug("others' dealings told as the latest", _set(
        ("assistant.chronicle.about.About.tells", lambda *_: True))),
    Bug("lead dropped from list items", _set(
        ("assistant.choosing.extractive._needs_lead", lambda *_: False))),
    Bug("cells of a table put behind the heads of other columns", _set(
        ("assistant.choosing.extractive.told_rows", _other_heads))),
    Bug("type of answer not looked for", _set(("assistant.declining.abstention.untold", lambda *_: None))),
    Bug("goods asked about not looked for", _set(
        ("assistant.declining.abstention.goods_missing", lambda *_: None))),
    Bug("answers cut to one sentence", _set(
        ("assistant.choosing.selecting.SENTENCES", 1), ("assistant.choosing.selecting.LIST_SENTENCES", 1))),
    Bug("words limit tripled", _set(
        ("assistant.choosing.selecting.WORDS", 3 * selecting.WORDS),
        ("assistant.choosing.selecting.MANY_WORDS", 3 * selecting.MANY_WORDS),
        ("assistant.choosing.selecting.SENTENCES", 3 * selecting.SENTENCES))),
    Bug("sentences that only repeat the topic let in", _set(
        ("assistant.choosing.selecting.NEAR_ENOUGH", 10.0), ("assistant.choosing.selecting.CUT_OFF", 10.0))),
    Bug("sentences cut after eight words", _cut(8)),
    Bug("numbers changed and the citation check off", _numbers_changed),
    Bug("quotes corrupted and the citation check off", _cited(
        lambda citation, _: replace(citation, quote=citation.quote.replace("percent", "per cent") + "."))),
    Bug("citation offsets shifted by one", _cited(
        lambda citation, _: replace(citation, start=citation.start + 1, end=citation.end + 1))),
    Bug("citation offsets and quote shifted by one", _cited(_quote_moves_too)),
    Bug("citations pointing to the wrong briefing", _wrong_briefing),
    Bug("citations giving another date", _cited(
        lambda citation, _: replace(citation, published=date(2026, 1, 1)))),
    Bug("title, heading and date prefix lost", _set(
        ("ingest.preparing.batch.embedded_text", lambda _, passage: passage.text)), True),
    Bug("list items stored without their lead-in", _no_leads, True),
    Bug("second half of every briefing lost", _first_half, True),
    Bug("day and month confused", _day_and_month_confused, True),
)  # fmt: skip
