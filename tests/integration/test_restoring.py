"""A removed briefing comes back as it was; files handed over and pasted dates are known again."""

from datetime import date
from pathlib import Path

from ingest.maintenance.correction import Correction
from ingest.maintenance.editing import correct
from ingest.maintenance.restoring import restore
from ingest.pipeline import ingest
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from vectorstore.briefing import Briefing
from vectorstore.search import search
from vectorstore.store import Store

WORDS = "Norway charges a duty of 14 percent on frozen shrimp from Chile."


def run(store: Store, *sources: str | Path | Pasted | Uploaded) -> Report:
    *_, report = ingest(store, sources)
    assert isinstance(report, Report)
    return report


def only(store: Store) -> Briefing:
    [briefing] = store.catalogue.briefings()
    return store.catalogue.briefing(briefing.id)


def found(store: Store) -> set[str]:
    return {hit.passage.briefing_id for hit in search(store, "duty on shrimp")}


def test_a_removed_briefing_comes_back_with_its_id_source_and_corrections(
    store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "shrimp.md"
    file.write_text(f"# Shrimp\n\n{WORDS}\n")
    run(store, file)
    correct(store, only(store).id, Correction(published=date(2025, 6, 8)))
    before = only(store)
    removed = store.remove(before.id)
    assert found(store) == set()
    restore(store, removed)
    assert only(store) == before
    assert found(store) == {before.id}
    assert store.verify() == []
    assert run(store, file).unchanged == 1


def test_a_version_that_comes_back_has_its_number_and_no_later_one_has_it(
    store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "shrimp.md"
    for words in (WORDS, f"{WORDS} Peru pays none."):
        file.write_text(words)
        run(store, file)
    second = store.remove(only(store).id)
    file.write_text(f"{WORDS} Kenya pays half.")
    run(store, file)
    assert only(store).version == 3
    store.remove(second.id)
    assert restore(store, second).version == 2
    assert run(store, file).updated == 1
    assert only(store).version == 4


def test_restoring_what_is_on_file_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "shrimp.md"
    file.write_text(WORDS)
    run(store, file)
    removed = store.remove(only(store).id)
    file.write_text(f"{WORDS} Peru pays none.")
    run(store, file)
    assert restore(store, removed).text == only(store).text
    assert "Peru" in only(store).text


def test_what_was_an_original_comes_back_as_a_duplicate_of_the_copy_that_took_its_place(
    store: Store, tmp_path: Path
) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(f"# Shrimp\n\n{WORDS}\n")
    run(store, tmp_path)
    original = next(b for b in store.catalogue.briefings() if not b.duplicate_of)
    copy = next(b for b in store.catalogue.briefings() if b.duplicate_of)
    restore(store, store.remove(original.id))
    assert store.catalogue.briefing(original.id).duplicate_of == copy.id
    assert store.verify() == []


def test_an_uploaded_file_is_known_by_its_name_and_content(store: Store, tmp_path: Path) -> None:
    for place in ("first", "again", "other"):
        (tmp_path / place).mkdir()
        words = "Peru pays none." if place == "other" else WORDS
        (tmp_path / place / "shrimp.md").write_text(words)
    assert run(store, Uploaded(str(tmp_path / "first" / "shrimp.md"))).added == 1
    assert run(store, Uploaded(str(tmp_path / "again" / "shrimp.md"))).unchanged == 1
    assert run(store, Uploaded(str(tmp_path / "other" / "shrimp.md"))).added == 1
    assert {b.source for b in store.catalogue.briefings()} == {"shrimp.md"}
    assert not any(str(tmp_path) in b.key for b in store.catalogue.briefings())


def test_an_upload_that_is_gone_is_reported(store: Store, tmp_path: Path) -> None:
    (failure,) = run(store, Uploaded(str(tmp_path / "gone.md"))).failed
    assert failure.source == "gone.md"
    assert "no such file" in failure.error


def test_the_date_that_a_person_gives_with_a_pasted_text_counts_before_its_own(store: Store) -> None:
    run(store, Pasted(f"Published: 2025-01-01\n\n{WORDS}", published=date(2025, 6, 8)))
    assert (only(store).published, only(store).published_from) == (date(2025, 6, 8), "person")
