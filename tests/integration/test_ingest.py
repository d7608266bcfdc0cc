"""Sources become briefings on file: once, in their newest version, with their duplicates linked."""

from datetime import date
from pathlib import Path

import pytest

from ingest.maintenance.correction import Correction
from ingest.maintenance.editing import correct
from ingest.pipeline import ingest
from ingest.report import IngestProgress, Report
from ingest.sources.selection import Selection
from ingest.sources.uploaded import Uploaded
from tests.pdfs import pdf_of
from tests.pdfs import text as paragraph
from vectorstore.briefing import Briefing
from vectorstore.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    (folder / "asia").mkdir(parents=True)
    (folder / "asia" / "japan.md").write_text(
        "---\ntitle: Japan talks\ndate: 2025-06-08\nsource_url: https://www.Example.org/japan#top\n---\n"
        "Japan and the U.S. met.\n\nThey will meet again."
    )
    (folder / "korea.txt").write_text(
        "Korea talks\nPublished: 2025-06-06\nSource: Desk\n\nSouth Korea hopes for a deal."
    )
    return folder


def run(store: Store, *sources: str | Path | Uploaded, published: date | None = None) -> Report:
    *_, report = ingest(store, sources, published)
    assert isinstance(report, Report)
    return report


def on_file(store: Store) -> dict[str, Briefing]:
    return {briefing.source: briefing for briefing in store.catalogue.briefings()}


def found(store: Store, words: str) -> set[str]:
    ids = [id for id, _ in store.keywords.query(words, 20)]
    return {passage.text for passage in store.catalogue.passages(ids).values()}


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.duplicates, len(report.failed)


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
