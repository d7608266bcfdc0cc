"""Earlier versions: kept, shown, and searched only under an as-of date."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import find_timeline
from assistant.desks.local import LocalDesk
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.run import judged
from ingest.pipeline import ingest
from ingest.report import Report
from tests.older_home import take_back
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import NotFoundError
from vectorstore.filters import Filters
from vectorstore.search import search
from vectorstore.settings import HomeSettings
from vectorstore.store import Store
from vectorstore.tables import schema

OLD = "Norway charges a duty of 14 percent on frozen shrimp from Chile."
NEW = "Norway charges a duty of 9 percent on frozen shrimp from Chile."
OTHER = "Kenya and the European Union opened talks on cut flowers in Nairobi."
QUESTION = "What duty does Norway charge on frozen shrimp from Chile?"
THEN, LATER = date(2025, 6, 8), date(2025, 7, 1)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "flowers.md").write_text(f"---\ntitle: Flowers\ndate: 2025-05-01\n---\n{OTHER}\n")
    return tmp_path / "in" / "shrimp.md"


def write(page: Path, words: str, published: date | None = THEN, modified: date | None = None) -> None:
    lines = ["title: Shrimp", *([f"date: {published}"] if published else [])]
    lines += [f"modified: {modified}"] if modified else []
    page.write_text("\n".join(["---", *lines, "---", words, ""]))


def take_in(store: Store, page: Path, words: str, **fields: date | None) -> Report:
    write(page, words, **fields)
    *_, report = ingest(store, [page.parent])
    assert isinstance(report, Report)
    assert report.failed == ()
    return report


def answered(store: Store, as_of: date | None = None) -> str:
    return Answering(store).answer(AskRequest(QUESTION, as_of=as_of)).answer


def test_today_only_the_current_version_is_found(store: Store, page: Path) -> None:
    take_in(store, page, OLD)
    take_in(store, page, NEW)
    assert "9 percent" in answered(store)
    assert {hit.passage.text for hit in search(store, QUESTION)} == {NEW, OTHER}
    assert store.dense.size == store.keywords.size == store.catalogue.passage_count() == 2
    assert store.verify() == []


def test_under_an_as_of_date_the_version_known_then_answers(store: Store, page: Path) -> None:
    take_in(store, page, OLD)
    take_in(store, page, NEW, modified=LATER)
    assert "14 percent" in answered(store, LATER - timedelta(days=1))
    assert "9 percent" in answered(store, LATER)
    found = search(store, QUESTION, filters=Filters(as_of=THEN))
    assert found[0].passage.text == OLD
    assert found[0].keyword == found[0].dense == 1.0  # of both legs, beside the flowers
    assert NEW not in {hit.passage.text for hit in found}


def test_before_the_first_version_nothing_of_it_is_seen(store: Store, page: Path) -> None:
    take_in(store, page, OLD)
    take_in(store, page, NEW)
    day = THEN - timedelta(days=1)
    assert {hit.passage.text for hit in search(store, QUESTION, filters=Filters(as_of=day))} == {OTHER}


def test_a_citation_of_an_earlier_version_is_of_its_text(store: Store, page: Path) -> None:
    take_in(store, page, "Salmon is free. " + OLD)
    take_in(store, page, NEW)
    answer = Answering(store).answer(AskRequest(QUESTION, as_of=THEN))
    [citation] = answer.citations
    assert citation.version == 1
    desk = LocalDesk(store, Answering(store))
    assert desk.show(citation.briefing_id, 1).text[citation.start : citation.end] == OLD
    assert answer.warnings == ()


def test_an_edited_page_is_marked_with_both_dates(store: Store, page: Path) -> None:
    take_in(store, page, OLD)
    take_in(store, page, NEW, modified=LATER)
    [notice] = Answering(store).answer(AskRequest(QUESTION)).warnings
    assert notice.kind == "edited"
    assert "8 June 2025" in notice.text
    assert "1 July 2025" in notice.text


def test_a_page_first_seen_after_its_edit_is_known_from_the_edit(store: Store, page: Path) -> None:
    take_in(store, page, NEW, modified=LATER)
    [known] = [b.known_from for b in store.catalogue.briefings() if b.source == "shrimp.md"]
    assert known == LATER
    day = LATER - timedelta(days=1)
    assert NEW not in {hit.passage.text for hit in search(store, QUESTION, filters=Filters(as_of=day))}


def test_a_stated_change_that_is_no_change_of_day_does_not_date_the_version(store: Store, page: Path) -> None:
    take_in(store, page, OLD, modified=THEN)
    take_in(store, page, NEW, modified=THEN)
    [arrived] = [b.known_from for b in store.catalogue.briefings() if b.source == "shrimp.md"]
    assert arrived > LATER
    assert "14 percent" in answered(store, arrived - timedelta(days=1))
    assert "9 percent" in answered(store, arrived)


def test_a_date_put_right_in_the_source_counts_for_the_same_words(store: Store, page: Path) -> None:
    take_in(store, page, OLD, published=None)
    take_in(store, page, OLD)
    assert "14 percent" in answered(store, THEN)
    [shrimp] = [b for b in store.catalogue.briefings() if b.source == "shrimp.md"]
    assert (shrimp.version, shrimp.known_from, shrimp.edited) == (2, THEN, False)
    take_in(store, page, OLD, published=LATER)
    assert OLD not in {hit.passage.text for hit in search(store, QUESTION, filters=Filters(as_of=THEN))}


def saved(page: Path, name: str, words: str, modified: date) -> None:
    """Save a state of the page as a file of its own, as a browser does."""
    lines = ["title: Shrimp", f"date: {THEN}", f"modified: {modified}", "url: https://example.org/shrimp"]
    (page.parent / name).write_text("\n".join(["---", *lines, "---", words, ""]))


@pytest.mark.parametrize("names", [("a.md", "b.md"), ("b.md", "a.md")])
def test_of_two_saved_states_of_a_page_the_later_is_the_current_one(
    store: Store, page: Path, names: tuple[str, str]
) -> None:
    saved(page, names[0], OLD, modified=THEN)
    saved(page, names[1], NEW, modified=LATER)
    for _ in range(3):
        *_, report = ingest(store, [page.parent])
        assert isinstance(report, Report)
        assert report.seen == 3
        assert "9 percent" in answered(store)
        assert "14 percent" not in answered(store)


def test_an_earlier_state_that_comes_again_does_not_take_the_place_of_the_later(
    store: Store, page: Path
) -> None:
    saved(page, "a.md", OLD, modified=THEN)
    [*_] = ingest(store, [page.parent / "a.md"])
    saved(page, "b.md", NEW, modified=LATER)
    [*_] = ingest(store, [page.parent / "b.md"])
    *_, report = ingest(store, [page.parent])
    assert isinstance(report, Report)
    assert (report.updated, report.unchanged) == (0, 2)
    assert ["earlier state" in note.text for note in report.notes] == [True]
    assert "9 percent" in answered(store)
    assert "14 percent" in answered(store, as_of=THEN)


@pytest.mark.slow
def test_a_page_edited_twenty_times_leaves_the_other_briefings_found(store: Store, page: Path) -> None:
    for percent in range(20):
        take_in(store, page, OLD.replace("14", str(percent + 20)), modified=THEN + timedelta(days=percent))
    assert store.dense.size == 2
    found = search(store, QUESTION, filters=Filters(as_of=THEN + timedelta(days=10)))
    assert [hit.passage.text for hit in found] == [OLD.replace("14", "30"), OTHER]
    assert [version.number for version in store.versions.of(found[0].facts.id)] == [*range(1, 21)]


def test_a_timeline_under_an_as_of_date_tells_what_was_known_then(store: Store, page: Path) -> None:
    take_in(store, page, "Norway raised its duty on frozen shrimp from Chile to 14 percent on June 8, 2025.")
    take_in(store, page, "Norway cut its duty on frozen shrimp from Chile to 9 percent on June 8, 2025.")

    def told(as_of: date | None) -> list[str]:
        request = TimelineRequest("Norway duty on shrimp from Chile", as_of=as_of)
        return [development.text for development in find_timeline(store, request).developments]

    assert "14 percent" in told(LATER)[0]
    assert "9 percent" in told(None)[0]


def test_filters_hold_for_earlier_versions_too(store: Store, page: Path) -> None:
    take_in(store, page, OLD)
    take_in(store, page, NEW)
    for filters, seen in (
        (Filters(as_of=THEN, parties=("NO",)), True),
        (Filters(THEN, parties=("JP",)), False),
    ):
        found = {hit.passage.text for hit in search(store, QUESTION, filters=filters)}
        assert (OLD in found) is seen


def test_what_is_removed_is_gone_from_every_leg_and_from_the_file(
    settings: HomeSettings, encoder: Encoder, page: Path
) -> None:
    with Store.open(settings, encoder) as store:
        take_in(store, page, OLD.replace("shrimp", "zanderfilet"))
        take_in(store, page, NEW.replace("shrimp", "zanderfilet"))
        [id] = [b.id for b in store.catalogue.briefings() if b.source == "shrimp.md"]
        assert "zanderfilet" in store.vocabulary.words
        store.remove(id)
        assert "zanderfilet" not in store.vocabulary.words
        assert [known for known in store.dense.ids() if known.startswith(id)] == []
        assert [known for known in store.keywords.ids() if known.startswith(id)] == []
        assert store.keywords.query("zanderfilet", 10) == []
        for as_of in (None, THEN, date.max):
            assert {hit.facts.id for hit in search(store, "zanderfilet", filters=Filters(as_of))} <= {
                known.id for known in store.catalogue.known().values()
            }
        with schema.connect(settings.catalogue_url).connect() as connection:
            for table in schema.metadata.sorted_tables:
                if table is not schema.meta:  # which remembers the names of files until the next ingest
                    assert id not in str(connection.execute(table.select()).all()), table.name
    for file in settings.home.rglob("*"):
        if file.is_file() and file.parent.name != "keywords":  # single words, until tantivy merges them away
            assert b"zanderfilet" not in file.read_bytes().lower(), file
    assert not any(
        OLD[:30].encode() in file.read_bytes() for file in settings.home.rglob("*") if file.is_file()
    )


def test_a_removed_page_taken_in_again_is_no_version_that_was_cited(store: Store, page: Path) -> None:
    take_in(store, page, OLD)
    cited = next(hit.passage for hit in search(store, QUESTION) if hit.passage.text == OLD)
    store.remove(cited.briefing_id)
    take_in(store, page, NEW)
    with pytest.raises(NotFoundError, match="no version 1"):
        store.catalogue.briefing(cited.briefing_id, cited.version)
    assert store.catalogue.briefing(cited.briefing_id, 2).text.strip() == NEW


def test_versions_of_an_older_home_are_cut_at_the_next_ingest(
    settings: HomeSettings, encoder: Encoder, page: Path
) -> None:
    with Store.open(settings, encoder) as store:
        take_in(store, page, OLD)
        take_in(store, page, NEW)
    take_back(settings.catalogue_url, 2)
    with Store.open(settings, encoder) as store:
        assert store.catalogue.meta("schema_version") == str(len(schema.MIGRATIONS) + 1)
        assert OLD not in {hit.passage.text for hit in search(store, QUESTION, filters=Filters(as_of=THEN))}
        assert take_in(store, page, NEW).unchanged == 2
        assert "14 percent" in answered(store, THEN)
        assert store.versions.uncut() == []
        assert store.near.lacking() == []
        assert store.verify() == []


def test_a_version_of_a_duplicate_is_searched_under_its_own_name(store: Store, page: Path) -> None:
    write(page, OLD)
    copy = page.with_name("copy.md")
    copy.write_text(page.read_text())
    take_in(store, page, OLD)
    take_in(store, page, NEW)
    found = search(store, QUESTION, filters=Filters(as_of=THEN))
    assert [hit.passage.text for hit in found] == [OLD, OTHER]
    assert store.verify() == []


def test_an_index_is_not_needed_for_earlier_versions(
    settings: HomeSettings, encoder: Encoder, page: Path
) -> None:
    with Store.open(settings, encoder) as store:
        take_in(store, page, OLD)
        take_in(store, page, NEW)
        store.repair()
        assert "14 percent" in answered(store, THEN)
    with schema.connect(settings.catalogue_url).connect() as connection:
        rows = connection.execute(text("SELECT id, length(vector) FROM earlier_passages")).all()
    assert [(id.split(".")[1:], size) for id, size in rows] == [(["1", "0"], 2 * encoder.identity.dimension)]


def test_an_earlier_version_is_not_counted_as_published_after_the_as_of_date(
    store: Store, page: Path
) -> None:
    """A page that grows has a new date with each version; what was found is the one of before."""
    take_in(store, page, OLD)
    take_in(store, page, NEW, published=LATER)
    question = QuestionLine("q1", AskRequest(QUESTION, as_of=LATER - timedelta(days=1)), answerable=True)
    desk = LocalDesk(store, Answering(store))
    answer = Answering(store).answer(question.request)
    assert "14 percent" in answer.answer
    run = judged(desk, [(question, answer)])
    assert run.outcomes[0].leaks == ()
    assert run.broken == ()
    late = replace(question, request=replace(question.request, as_of=THEN - timedelta(days=1)))
    assert judged(desk, [(late, answer)]).outcomes[0].leaks == ("shrimp.md",)
