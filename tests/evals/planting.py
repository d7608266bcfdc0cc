"""How a fault is put into one part of the program, by replacing it; `planted_bugs` lists the faults."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from assistant import answering
from assistant.answer import Citation
from assistant.checking import citations
from assistant.choosing import extractive
from assistant.declining import explaining
from assistant.kinds import latest
from assistant.reading.rows import told_rows
from assistant.steps import forms, questions_on_file, searching
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


def put(*replaced: tuple[str, Any]) -> Callable[[Patch], None]:
    """Plant by putting other values in place, by dotted name."""

    def plant(patch: Patch) -> None:
        for name, value in replaced:
            patch.setattr(name, value)

    return plant


# Search


def reversed_scores(index: type[Scan] | type[KeywordIndex]) -> Callable[[Patch], None]:
    def plant(patch: Patch) -> None:
        query = index.query

        def turned(self: Any, *arguments: Any) -> list[tuple[str, float]]:
            return [(id, -score) for id, score in query(self, *arguments)]

        patch.setattr(index, "query", turned)

    return plant


def allowed(allowed: Callable[[Filters, Any, Any], bool]) -> Callable[[Patch], None]:
    """Decide otherwise whether a briefing may be used; `allowed` gets the decision that was right."""

    def plant(patch: Patch) -> None:
        allows = Filters.allows
        patch.setattr(Filters, "allows", lambda self, facts: allowed(self, allows, facts))

    return plant


def recency_turned(patch: Patch) -> None:
    weight = searching.recency
    patch.setattr(searching, "recency", lambda question: -weight(question))


def party_preference_turned(patch: Patch) -> None:
    prefers = searching.prefers

    def turned(*arguments: Any) -> Any:
        prefer = prefers(*arguments)
        return prefer and (lambda passage, facts: -prefer(passage, facts))

    patch.setattr(searching, "prefers", turned)


def dates_swapped(patch: Patch) -> None:
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


def understood_as(**changes: Any) -> Callable[[Patch], None]:
    def plant(patch: Patch) -> None:
        understand = questions_on_file.understand
        patch.setattr(
            questions_on_file,
            "understand",
            lambda *given, **named: replace(understand(*given, **named), **changes),
        )

    return plant


# Composing


def latest_oldest_first(patch: Patch) -> None:
    chosen = latest._chosen
    patch.setattr(latest, "_chosen", lambda *given: chosen(*given)[::-1])


def oldest_first(patch: Patch) -> None:
    ordered = extractive._ordered

    def turned(question: Any, chosen: Any) -> Any:
        return sorted(ordered(question, chosen), key=lambda e: e.hit.facts.published or date.min)

    patch.setattr(extractive, "_ordered", turned)


def numbers_changed(patch: Patch) -> None:
    """Let a sentence say other numbers than its quote, and nobody check."""
    compose = answering.compose

    def changed(*given: Any) -> list[Any]:
        return [
            replace(s, text=re.sub(r"\d+", lambda found: str(int(found.group()) + 1), s.text))
            for s in compose(*given)
        ]

    patch.setattr(answering, "compose", changed)
    patch.setattr(citations, "why_not", lambda *_: None)


def other_heads(head: str, rows: Sequence[str]) -> str | None:
    return told_rows(" | ".join(reversed(head.split(" | "))), rows)


def cut(length: int) -> Callable[[Patch], None]:
    """Let every sentence of an answer keep its first words only."""

    def plant(patch: Patch) -> None:
        compose = answering.compose

        def shorter(*given: Any) -> list[Any]:
            return [replace(s, text=" ".join(s.text.split()[:length])) for s in compose(*given)]

        patch.setattr(answering, "compose", shorter)

    return plant


# Citing


def cited(change: Callable[[Citation, Briefing], Citation]) -> Callable[[Patch], None]:
    """Change every citation as it is made; nobody checks."""

    def plant(patch: Patch) -> None:
        cite = citations.cite

        def changed(number: int, briefing: Briefing, start: int, end: int) -> Citation:
            return change(cite(number, briefing, start, end), briefing)

        patch.setattr(citations, "cite", changed)
        patch.setattr(explaining, "cite", changed)
        patch.setattr(citations, "why_not", lambda *_: None)

    return plant


def quote_moves_too(citation: Citation, briefing: Briefing) -> Citation:
    start, end = citation.start + 1, citation.end + 1
    return replace(citation, start=start, end=end, quote=briefing.text[start:end])


def wrong_briefing(patch: Patch) -> None:
    """Cite the briefing that was cited before, with this one's words."""
    last: list[Briefing] = []

    def changed(citation: Citation, briefing: Briefing) -> Citation:
        other = last[0] if last else briefing
        last[:] = [briefing]
        labels = ("source", "title", "publisher", "published", "url")
        return replace(citation, briefing_id=other.id, **{name: getattr(other, name) for name in labels})

    cited(changed)(patch)
    patch.setattr(forms, "notices_of", lambda *_: ())  # which looks the cited ones up among those read


# Ingest


def no_leads(patch: Patch) -> None:
    passages_of = chunking.passages_of

    def without(*given: Any) -> list[Any]:
        return [
            replace(p, sentences=tuple(replace(s, lead=None) for s in p.sentences))
            for p in passages_of(*given)
        ]

    patch.setattr("ingest.preparing.batch.passages_of", without)


def first_half(patch: Patch) -> None:
    passages_of = chunking.passages_of

    def half(*given: Any) -> list[Any]:
        passages = passages_of(*given)
        return passages[: (len(passages) + 1) // 2]

    patch.setattr("ingest.preparing.batch.passages_of", half)


def day_and_month_confused(patch: Patch) -> None:
    from ingest.preparing import intake

    published_on = intake.published_on

    def confused(*given: Any) -> Any:
        found = published_on(*given)
        day = found.day
        return (
            replace(found, day=day.replace(month=day.day, day=day.month)) if day and day.day <= 12 else found
        )

    patch.setattr(intake, "published_on", confused)


def sorted_sources(work: Work) -> tuple[str, ...]:
    return tuple(sorted({hit.facts.source for hit in work.hits})[:10])
