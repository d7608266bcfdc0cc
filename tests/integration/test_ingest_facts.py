"""What is noted of a briefing as it is taken in: its date, its language, the days that it speaks of."""

from datetime import date
from pathlib import Path

import pytest

from ingest.maintenance.correction import Correction
from ingest.maintenance.editing import correct
from tests.pdfs import pdf_of
from tests.pdfs import text as paragraph
from tests.taken_in import counts, found, on_file, run, written_folder
from vectorstore.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written_folder(tmp_path)


def test_a_date_given_with_the_command_fills_missing_dates_only(store: Store, folder: Path) -> None:
    (folder / "note.txt").write_text("A note\n\nBrazil waits.")
    assert run(store, folder).undated == ("note.txt",)
    report = run(store, folder, published=date(2025, 6, 1))
    assert (counts(report), report.undated) == ((0, 1, 2, 0, 0), ())
    note = on_file(store)["note.txt"]
    assert (note.published, note.published_from) == (date(2025, 6, 1), "command")
    assert on_file(store)["korea.txt"].published == date(2025, 6, 6)
    assert counts(run(store, folder)) == (0, 0, 3, 0, 0)


def test_a_date_after_tomorrow_and_an_impossible_one_are_reported(store: Store, tmp_path: Path) -> None:
    (tmp_path / "later.md").write_text("---\ndate: 2999-01-01\n---\nText of the future.")
    (tmp_path / "never.md").write_text("---\ndate: 2025-02-30\n---\nText of no day.")
    report = run(store, tmp_path / "later.md", tmp_path / "never.md")
    later, never = report.suspicious
    assert later.startswith("later.md: it is dated 2999-01-01")
    assert never.startswith("never.md: its front matter says '2025-02-30', which is no calendar date")
    assert report.undated == ("never.md",)


def test_an_address_of_a_publisher_is_none_of_a_briefing(store: Store, tmp_path: Path) -> None:
    for name, text in (("mon", "Peru met Chile."), ("tue", "Japan met Korea.")):
        (tmp_path / f"{name}.md").write_text(
            f"---\ndate: 2025-06-08\nsource: https://example.org\n---\n{text}"
        )
    assert run(store, tmp_path).added == 2


def test_the_json_report_names_odd_dates(store: Store, tmp_path: Path) -> None:
    (tmp_path / "later.md").write_text("---\ndate: 2999-01-01\n---\nText of the future.")
    [odd] = run(store, tmp_path / "later.md").to_json()["suspicious"]
    assert "2999-01-01" in odd


def test_a_date_set_by_a_person_is_not_found_odd_any_more(store: Store, tmp_path: Path) -> None:
    (tmp_path / "either.md").write_text("---\ndate: 03/04/2025\n---\nPeru met Chile.")
    assert run(store, tmp_path / "either.md").suspicious
    [id] = [known.id for known in store.catalogue.known().values() if known.source == "either.md"]
    correct(store, id, Correction(published=date(2025, 4, 3)))
    assert run(store, tmp_path / "either.md").suspicious == ()


GERMAN = (
    "Die Gespräche zwischen Japan und den Vereinigten Staaten gehen im Juni weiter. Über die Zölle auf Autos "
    "wurde noch keine Einigung erzielt, sagte der Minister am Freitag nach der fünften Runde."
)


def test_a_briefing_that_the_encoder_cannot_read_is_taken_in_and_reported_once(
    store: Store, folder: Path
) -> None:
    (folder / "deutsch.md").write_text(f"---\ntitle: Zölle\nlanguage: en\ndate: 2025-06-08\n---\n{GERMAN}")
    report = run(store, folder)
    assert counts(report) == (3, 0, 0, 0, 0)
    assert [(foreign.source, foreign.language) for foreign in report.foreign] == [("deutsch.md", "de")]
    assert found(store, "Zölle Einigung")
    assert run(store, folder).foreign == ()


def test_the_language_is_kept_where_it_is_sure(store: Store, folder: Path) -> None:
    (folder / "deutsch.md").write_text(GERMAN)
    (folder / "stated.md").write_text(f"---\nlanguage: en-GB\n---\n{'Both sides met in Washington. ' * 4}")
    run(store, folder)
    languages = {source: briefing.language for source, briefing in on_file(store).items()}
    assert languages == {"deutsch.md": "de", "stated.md": "en-GB", "asia/japan.md": None, "korea.txt": None}


def test_the_days_that_a_passage_speaks_of_are_kept_with_it(store: Store, folder: Path) -> None:
    (folder / "asia" / "japan.md").write_text(
        "---\ntitle: Japan talks\ndate: 2025-06-08\n---\nBoth met on Friday.\n\nThey will meet next week."
    )
    run(store, folder)
    id = on_file(store)["asia/japan.md"].id
    [(passage, _)] = store.catalogue.passages_of(id)
    assert [(e.first, e.last) for e in passage.events] == [
        (date(2025, 6, 6), date(2025, 6, 6)),
        (date(2025, 6, 9), date(2025, 6, 15)),
    ]
    text = store.catalogue.briefing(id).text
    assert [text[e.start : e.end] for e in passage.events] == ["Friday", "next week"]


def test_the_day_a_file_was_made_is_noted_and_not_taken_for_its_date(store: Store, tmp_path: Path) -> None:
    (tmp_path / "talks.pdf").write_bytes(
        pdf_of([paragraph("Both sides met in Washington for the fifth round.")])
    )
    report = run(store, tmp_path / "talks.pdf")
    assert report.undated == ("talks.pdf",)
    assert f"made on {date.today().isoformat()}" in report.notes[0].text
    assert run(store, tmp_path / "talks.pdf").notes == ()
