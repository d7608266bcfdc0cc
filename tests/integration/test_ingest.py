"""Sources become briefings on file: once, in their newest version, with their duplicates linked."""

from datetime import date
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.report import IngestProgress, Report
from ingest.sources.selection import Selection
from ingest.sources.uploaded import Uploaded
from tests.taken_in import counts, found, on_file, run, written_folder
from vectorstore.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written_folder(tmp_path)


def test_a_folder_is_taken_in_with_what_its_files_say(store: Store, folder: Path) -> None:
    report = run(store, folder)
    assert counts(report) == (2, 0, 0, 0, 0)
    assert report.passages == 2
    japan, korea = on_file(store)["asia/japan.md"], on_file(store)["korea.txt"]
    assert (japan.title, japan.publisher, japan.published) == ("Japan talks", "example.org", date(2025, 6, 8))
    assert (japan.key, japan.parties) == ("https://www.example.org/japan", ("JP", "US"))
    assert (korea.publisher, korea.published_from) == ("Desk", "published line")
    assert korea.key == str((folder / "korea.txt").resolve())
    assert store.verify() == []


def test_progress_names_every_source_and_the_report_comes_last(store: Store, folder: Path) -> None:
    *progress, report = ingest(store, [folder, folder / "none.md"])
    assert progress == [
        IngestProgress(1, 3, str(folder / "none.md")),
        IngestProgress(2, 3, "korea.txt"),
        IngestProgress(3, 3, "asia/japan.md"),
    ]
    assert isinstance(report, Report)
    assert report.seen == 3


def test_the_same_again_changes_nothing(store: Store, folder: Path) -> None:
    run(store, folder)
    generation = store.catalogue.generation
    report = run(store, folder)
    assert counts(report) == (0, 0, 2, 0, 0)
    assert report.passages == 0
    assert store.catalogue.generation == generation


def test_a_shorter_briefing_leaves_no_old_passages(store: Store, folder: Path) -> None:
    file = folder / "korea.txt"
    run(store, folder)
    file.write_text("Korea talks\nPublished: 2025-06-06\nSource: Desk\n\nTalks were called off.")
    assert counts(run(store, folder)) == (0, 1, 1, 0, 0)
    assert on_file(store)["korea.txt"].version == 2
    assert found(store, "hopes deal") == set()
    assert found(store, "called off") == {"Talks were called off."}
    assert store.verify() == []


def test_a_corrected_date_alone_is_an_update(store: Store, folder: Path) -> None:
    run(store, folder)
    file = folder / "korea.txt"
    file.write_text(file.read_text().replace("2025-06-06", "2025-06-05"))
    assert counts(run(store, folder)) == (0, 1, 1, 0, 0)
    assert on_file(store)["korea.txt"].published == date(2025, 6, 5)


def test_the_same_content_elsewhere_is_a_linked_duplicate(store: Store, folder: Path) -> None:
    copy = folder / "seoul.txt"
    copy.write_text((folder / "korea.txt").read_text())
    report = run(store, folder)
    assert counts(report) == (2, 0, 0, 1, 0)
    assert report.passages == 2
    assert on_file(store)["seoul.txt"].duplicate_of == on_file(store)["korea.txt"].id
    assert counts(run(store, folder)) == (0, 0, 3, 0, 0)
    copy.write_text("Seoul talks\n\nA text of its own about rice.")
    assert counts(run(store, folder)) == (0, 1, 2, 0, 0)
    assert on_file(store)["seoul.txt"].duplicate_of is None
    assert found(store, "rice") == {"A text of its own about rice."}


def test_a_renamed_file_keeps_its_passages_findable(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "korea.txt").rename(folder / "seoul.txt")
    report = run(store, folder)
    assert (report.duplicates, report.missing) == (1, ("korea.txt",))
    store.remove(on_file(store)["korea.txt"].id)
    assert found(store, "hopes deal") == {"South Korea hopes for a deal."}


def test_two_texts_with_one_address_are_both_kept(store: Store, tmp_path: Path) -> None:
    for name, text in (("a.md", "First text."), ("b.md", "Second text."), ("c.md", "First text.")):
        (tmp_path / name).write_text(f"---\ntitle: Talks\nurl: https://example.org/talks\n---\n{text}")
    files = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    assert counts(run(store, *files)) == (2, 0, 1, 0, 0)
    assert found(store, "first second") == {"First text.", "Second text."}
    assert counts(run(store, *files)) == (0, 0, 3, 0, 0)


def test_a_file_moved_with_its_address_is_the_same_briefing(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "asia" / "japan.md").rename(folder / "tokyo.md")
    report = run(store, folder)
    assert counts(report) == (0, 0, 2, 0, 0)
    assert report.missing == ()


def test_a_gone_file_is_reported_each_time_and_never_removed(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "asia" / "japan.md").unlink()
    for _ in range(2):
        report = run(store, folder)
        assert (report.missing, report.unchanged) == (("asia/japan.md",), 1)
    assert "asia/japan.md" in on_file(store)
    store.remove(on_file(store)["asia/japan.md"].id)
    assert run(store, folder).missing == ()


def test_a_single_file_is_called_by_its_name(store: Store, folder: Path) -> None:
    run(store, folder / "asia" / "japan.md")
    assert set(on_file(store)) == {"japan.md"}
    assert counts(run(store, folder)) == (1, 0, 1, 0, 0)
    assert set(on_file(store)) == {"japan.md", "korea.txt"}


def test_hidden_and_other_files_are_left_out_and_a_named_one_is_tried(store: Store, folder: Path) -> None:
    (folder / ".hidden.md").write_text("Hidden.")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.md").write_text("Hidden.")
    (folder / "data.csv").write_text("a,b")
    (folder / "cable.log").write_text("Cable\n\nThe cable says that Chile agreed.")
    assert counts(run(store, folder)) == (2, 0, 0, 0, 0)
    assert counts(run(store, folder / "cable.log")) == (1, 0, 0, 0, 0)


@pytest.mark.slow
def test_stopping_in_between_keeps_whole_briefings_and_a_rerun_completes(
    store: Store, tmp_path: Path
) -> None:
    for number in range(12):
        body = "\n\n".join(
            f"## Part {part}\n\nClause {number}.{part} binds the parties." for part in range(40)
        )
        (tmp_path / f"{number:02}.md").write_text(body)
    events = ingest(store, [tmp_path])
    for _ in range(8):
        next(events)
    events.close()
    stored = on_file(store)
    assert 0 < len(stored) < 12
    assert store.verify() == []
    report = run(store, tmp_path)
    assert (report.unchanged, report.added) == (len(stored), 12 - len(stored))
    assert store.verify() == []


def test_a_report_names_what_came_by_it(store: Store, tmp_path: Path) -> None:
    for name in ("tea", "coffee"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nPeru and Chad signed an accord on {name}.\n")
    assert set(run(store, tmp_path).came) == {briefing.id for briefing in store.catalogue.briefings()}
    (tmp_path / "tea.md").write_text("# tea\n\nPeru and Chad gave up their accord on tea.\n")
    (tmp_path / "copy.md").write_text("# coffee\n\nPeru and Chad signed an accord on coffee.\n")
    came = run(store, tmp_path).came
    assert sorted(
        Path(briefing.source).name for briefing in on_file(store).values() if briefing.id in came
    ) == [
        "copy.md",
        "tea.md",
    ]
    assert run(store, tmp_path).came == ()


def test_documents_in_formats_that_are_not_read_are_named(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "page_files").mkdir(parents=True)
    for name in ("a.md", "old.doc", "rates.csv", "drafts.rtf", "page_files/style.css", "photo.png"):
        (folder / name).write_text("Kenya cut its duty on tea.")
    *_, report = ingest(store, [folder], selection=Selection(exclude=("drafts.*",)))
    assert isinstance(report, Report)
    [note] = report.notes
    assert note.source == str(folder)
    assert note.text.startswith(
        "2 documents in it have a format that is not read (old.doc, rates.csv). Save them"
    )
    assert (report.added, report.seen) == (1, 1)


def test_a_file_handed_over_that_is_on_file_from_its_folder_is_one_briefing(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "sent" / "korea.txt"
    sent.parent.mkdir()
    sent.write_bytes((folder / "korea.txt").read_bytes())
    for first, second in (
        (folder / "korea.txt", Uploaded(str(sent))),
        (Uploaded(str(sent)), folder / "korea.txt"),
    ):
        assert counts(run(store, first)) == (1, 0, 0, 0, 0)
        assert counts(run(store, second)) == (0, 0, 1, 0, 0)
        [only] = store.catalogue.briefings()
        store.remove(only.id)


@pytest.mark.slow
def test_a_long_text_counts_its_passages_and_a_stop_leaves_what_came_before_it_on_file(
    store: Store, tmp_path: Path
) -> None:
    long = tmp_path / "long"
    long.mkdir()
    (long / "a.txt").write_text("Tin\nPublished: 2025-06-06\n\nThe duty on tin is 4 percent.")
    entries = (f"Entry {n}: a consignment of steel coil was cleared at port {n}.\n\n" for n in range(7000))
    (long / "b.txt").write_text("Ledger\nPublished: 2025-06-07\n\n" + "".join(entries))
    events = ingest(store, [long])
    seen: list[IngestProgress] = []
    while not seen or seen[-1].embedded == 0:
        event = next(events)
        assert isinstance(event, IngestProgress)
        seen.append(event)
    events.close()  # type: ignore[attr-defined]
    last = seen[-1]
    assert (last.done, last.total, last.source, last.stored) == (1, 2, "b.txt", 1)
    assert 0 < last.embedded < last.passages
    assert [*on_file(store)] == ["a.txt"]
    assert store.verify() == []
