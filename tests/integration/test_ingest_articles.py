"""A file of articles becomes a briefing an article, each with a life of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import ingest
from ingest.report import Report
from vectorstore.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    write(
        folder, article("japan", url="https://example.org/japan"), article("korea"), article("india", id="in")
    )
    return folder


def article(party: str, words: str = "They met.", **fields: Any) -> dict[str, Any]:
    return {"title": f"{party.title()} talks", "text": words, "published": "2025-06-08", **fields}


def write(folder: Path, *records: Any) -> None:
    written = [r if isinstance(r, str) else json.dumps(r) for r in records]
    (folder / "news.jsonl").write_text("\n".join(written), encoding="utf-8")


def run(store: Store, source: Path) -> Report:
    *_, report = ingest(store, [source])
    assert isinstance(report, Report)
    return report


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.duplicates, len(report.failed)


def test_each_line_is_a_briefing_and_unchanged_the_next_time(store: Store, folder: Path) -> None:
    assert counts(run(store, folder)) == (3, 0, 0, 0, 0)
    found = {briefing.source: briefing for briefing in store.catalogue.briefings()}
    assert sorted(found) == ["news.jsonl#1", "news.jsonl#2", "news.jsonl#in"]
    assert found["news.jsonl#1"].key == "https://example.org/japan"
    assert found["news.jsonl#2"].key == f"{folder / 'news.jsonl'}#2"
    assert found["news.jsonl#2"].published_from == "date field"
    assert counts(run(store, folder)) == (0, 0, 3, 0, 0)


def test_a_changed_line_is_a_new_version_of_its_briefing_alone(store: Store, folder: Path) -> None:
    run(store, folder)
    changed = article("india", "They agreed.", id="in")
    write(folder, article("japan", url="https://example.org/japan"), article("korea"), changed)
    assert counts(run(store, folder)) == (0, 1, 2, 0, 0)
    assert {b.source: b.version for b in store.catalogue.briefings()}["news.jsonl#in"] == 2


def test_a_bad_line_stops_no_other_and_is_not_missing(store: Store, folder: Path) -> None:
    run(store, folder)
    write(folder, article("japan", url="https://example.org/japan"), '{"title": "Kor')
    report = run(store, folder)
    assert counts(report) == (0, 0, 1, 0, 1)
    assert report.failed[0].source == "news.jsonl#2"
    assert report.missing == ("news.jsonl#in",)
    assert len(store.catalogue.briefings()) == 3


def test_what_a_file_that_is_gone_gave_is_missing(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "news.jsonl").unlink()
    (folder / "other.txt").write_text("Other talks\n\nBoth met.")
    assert run(store, folder).missing == ("news.jsonl#1", "news.jsonl#2", "news.jsonl#in")


def test_a_file_with_a_number_sign_in_its_name_is_not_missing(store: Store, folder: Path) -> None:
    (folder / "a#1.txt").write_text("Other talks\n\nBoth met.")
    run(store, folder)
    assert run(store, folder).missing == ()


def test_data_that_is_no_article_is_passed_over_in_a_folder_and_refused_by_name(
    store: Store, folder: Path
) -> None:
    questions = folder / "questions.jsonl"
    questions.write_text('{"question": "What?"}\n', encoding="utf-8")
    report = run(store, folder)
    assert counts(report) == (3, 0, 0, 0, 0)
    assert [note.source for note in report.notes] == ["questions.jsonl"]
    assert counts(run(store, questions)) == (0, 0, 0, 0, 1)
