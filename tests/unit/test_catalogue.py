import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text

from tests.elsewhere import time_zone
from tests.older_home import take_back
from vectorstore.briefing import Briefing, Event, Passage, Sentence
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.errors import NotFoundError, StorageError
from vectorstore.tables import schema
from vectorstore.tables.rows import Change, Entry


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'catalogue.db'}"


def entry(id: str, words: str, version: int = 1, published: date | None = None, **fields: object) -> Entry:
    sentences = (Sentence(0, 3), Sentence(4, len(words), "row", (0, 3)))
    events = (Event(0, 3, date(2025, 6, 2), date(2025, 6, 8)),)
    passage = Passage(id, version, 0, 0, len(words), "Talks", words, sentences, events)
    briefing = Briefing(
        id, f"/{id}", f"{id}.md", id.title(), words, hashlib.sha256(words.encode()).hexdigest(),
        published=published, version=version, passages=(passage,), **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    return Entry(briefing, ("in front: ",))


def test_a_passage_comes_back_as_it_was_stored(url: str) -> None:
    stored = entry("abc", "Zölle \U0001f6a2 steigen — 関税 rise")
    catalogue = Catalogue(url)
    catalogue.apply(Change([stored]))
    assert catalogue.passages(["abc.1.0", "abc.2.0"]) == {"abc.1.0": stored.briefing.passages[0]}
    assert catalogue.indexed(["abc.1.0"]) == {"abc.1.0": "in front: Zölle \U0001f6a2 steigen — 関税 rise"}


def test_a_briefing_comes_back_as_it_was_stored(url: str) -> None:
    stored = entry(
        "abc", "The tariff rose.", published=date(2025, 6, 8), published_from="front matter",
        parties=("US", "JP"), publisher="The Wire", url="https://example.org/a", language="en",
        ingested_at="2025-06-09T00:00:00+00:00",
    )  # fmt: skip
    catalogue = Catalogue(url)
    catalogue.apply(Change([stored]))
    found = catalogue.briefing("ab")
    given = {name: getattr(stored.briefing, name) for name in found.__slots__}
    assert found == Briefing(**given | {"passages": (), "known_from": date(2025, 6, 8)})


def test_a_catalogue_opened_again_holds_what_was_stored(url: str) -> None:
    first = Catalogue(url)
    first.apply(Change([entry("abc", "The tariff rose.")]))
    first.close()
    assert Catalogue(url).known()["/abc"].version == 1


def test_an_earlier_version_stays_readable_and_its_passages_are_no_longer_current(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(Change([entry("abc", "The tariff rose.", published=date(2025, 6, 8))]))
    catalogue.apply(Change([entry("abc", "The tariff fell.", version=2, published=date(2025, 6, 8))]))
    assert catalogue.briefing("abc").text == "The tariff fell."
    assert catalogue.briefing("abc", version=1).text == "The tariff rose."
    assert catalogue.passage_ids() == ["abc.2.0"]
    with pytest.raises(NotFoundError, match="no version 3"):
        catalogue.briefing("abc", version=3)


def test_each_version_knows_its_pages_until_the_briefing_is_removed(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(Change([entry("abc", "The tariff rose.", page_starts=(0, 4)), entry("def", "No pages.")]))
    catalogue.apply(Change([entry("abc", "The tariff fell.", version=2, page_starts=(0, 4, 11))]))
    assert catalogue.briefing("abc").page_starts == (0, 4, 11)
    assert catalogue.briefing("abc", version=1).page_starts == (0, 4)
    found = catalogue.current(["abc", "def"])
    assert (found["abc"].page_starts, found["def"].page_starts) == ((0, 4, 11), ())
    catalogue.apply(Change(removed=["abc"]))
    with schema.connect(url).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM pages")).scalar_one() == 0


def test_a_catalogue_from_before_pages_gets_the_table_and_keeps_its_briefings(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(Change([entry("abc", "The tariff rose.")]))
    catalogue.close()
    take_back(url, 3)
    opened = Catalogue(url)
    assert opened.briefing("abc").page_starts == ()
    opened.apply(Change([entry("def", "One two.", page_starts=(0, 4))]))
    assert opened.briefing("def").page_at(5) == 2


def test_a_catalogue_from_before_events_has_none_until_a_briefing_is_cut_anew(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(Change([entry("abc", "The tariff rose.")]))
    catalogue.close()
    take_back(url, 6)
    opened = Catalogue(url)
    assert opened.passages(["abc.1.0"])["abc.1.0"].events == ()
    opened.apply(Change([entry("abc", "The tariff fell.", version=2)]))
    assert len(opened.passages(["abc.2.0"])["abc.2.0"].events) == 1


@pytest.mark.parametrize("zone", ["XST-14", "XST+12"])  # in one of them it is another day than in UTC
def test_the_first_version_is_known_from_its_day_and_a_later_one_from_its_ingest(url: str, zone: str) -> None:
    catalogue = Catalogue(url)
    with time_zone(zone):
        catalogue.apply(Change([entry("abc", "The tariff rose.", published=date(2025, 6, 8))]))
        catalogue.apply(Change([entry("abc", "The tariff fell.", version=2, published=date(2025, 6, 8))]))
        today = date.today()
    with schema.connect(url).connect() as connection:
        days = connection.execute(text("SELECT known_from FROM versions ORDER BY version")).scalars().all()
    assert days == ["2025-06-08", today.isoformat()]


def test_briefings_are_listed_newest_first_and_undated_last(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(
        Change(
            [
                entry("old", "One two.", published=date(2024, 1, 1)),
                entry("none", "Three four."),
                entry("new", "Five six.", published=date(2025, 1, 1)),
            ]
        )
    )
    assert [briefing.id for briefing in catalogue.briefings()] == ["new", "old", "none"]


def test_an_unknown_or_ambiguous_id_says_what_to_do(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(Change([entry("abc1", "One two."), entry("abc2", "Three four.")]))
    for wanted, message in (
        ("xyz", "The list of briefings shows what is"),
        ("abc", "more of the id"),
        (" ", "No id"),
        ("ab%", "xyz|ab%"),
    ):
        with pytest.raises(NotFoundError, match=message):
            catalogue.briefing(wanted)


def test_facts_follow_every_change(url: str) -> None:
    catalogue = Catalogue(url)
    assert catalogue.facts() == {}
    catalogue.apply(Change([entry("abc", "One two.", parties=("JP",))]))
    assert catalogue.facts()["abc"].parties == ("JP",)
    catalogue.apply(Change(removed=["abc"]))
    assert catalogue.facts() == {}


def test_facts_kept_are_those_on_file_whatever_a_change_touches(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.facts()
    copies = [entry(id, "One two.", duplicate_of="abc") for id in ("copy", "other")]
    heir = replace(copies[1], briefing=replace(copies[1].briefing, duplicate_of=None))
    copies = [Entry(replace(copy.briefing, passages=())) for copy in copies]
    for change in (
        Change([entry("abc", "One two."), *copies, entry("def", "Three four.")]),
        Change([entry("copy", "Five.", version=2)]),
        Change(adopted=[heir], removed=["abc"]),
        Change([entry("more", "One two.", duplicate_of="def")]),
        Change(removed=["def"], relinked={"more": "other"}),
    ):
        catalogue.apply(change)
        assert catalogue.facts() == Catalogue(url).facts()
    assert catalogue.facts()["more"].duplicate_of == "other"


def test_content_is_found_by_hash_but_never_a_duplicate(url: str) -> None:
    catalogue = Catalogue(url)
    original = entry("abc", "One two.")
    copy = entry("copy", "One two.", duplicate_of="abc")
    catalogue.apply(Change([copy, original]))
    assert catalogue.by_hash(original.briefing.content_hash) == "abc"
    assert catalogue.duplicates_of("abc") == ["copy"]
    assert catalogue.by_hash("other") is None


def test_a_change_that_fails_leaves_nothing_of_itself(url: str) -> None:
    catalogue = Catalogue(url)
    with pytest.raises(StorageError, match="still there"):
        catalogue.apply(Change([entry("abc", "One two."), entry("def", "Three.", duplicate_of="nowhere")]))
    assert catalogue.known() == {}
    assert catalogue.passage_ids() == []


def test_more_passages_than_one_statement_takes_are_found(url: str) -> None:
    catalogue = Catalogue(url)
    words = "word " * 3000
    passages = tuple(Passage("abc", 1, n, n * 5, n * 5 + 4, "", "word") for n in range(3000))
    briefing = Briefing("abc", "k", "s", "t", words, "h", passages=passages)
    catalogue.apply(Change([Entry(briefing, ("",) * 3000)]))
    assert len(catalogue.passages(catalogue.passage_ids())) == 3000


def test_a_catalogue_of_a_newer_version_is_refused(url: str) -> None:
    Catalogue(url).set_meta({"schema_version": "99"})
    with pytest.raises(StorageError, match=r"newer version.*99.*Upgrade"):
        Catalogue(url)


def test_an_older_catalogue_is_migrated_once_and_keeps_its_briefings(url: str) -> None:
    catalogue = Catalogue(url)
    catalogue.apply(Change([entry("abc", "One two.")]))
    runs: list[int] = []

    def migrate(connection: Connection) -> None:
        runs.append(1)
        connection.execute(insert(schema.meta), {"key": "migrated", "value": "yes"})

    for _ in range(2):
        with schema.connect(url).begin() as connection:
            schema.bring_up_to_date(connection, (*schema.MIGRATIONS, migrate))
    assert runs == [1]
    assert catalogue.meta("migrated") == "yes"
    assert catalogue.meta("schema_version") == str(len(schema.MIGRATIONS) + 2)
    assert catalogue.known().keys() == {"/abc"}


def test_a_migration_that_fails_changes_nothing(url: str) -> None:
    catalogue = Catalogue(url)

    def migrate(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError), schema.connect(url).begin() as connection:
        schema.bring_up_to_date(connection, (*schema.MIGRATIONS, migrate))
    with schema.connect(url).connect() as connection:
        assert not schema.inspect(connection).has_table("half")
    assert catalogue.meta("schema_version") == str(len(schema.MIGRATIONS) + 1)


@pytest.mark.parametrize("name", ["a b", "per%41cent", "q?x=1", "hash#1", "ü日"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    Catalogue(f"sqlite:///{tmp_path / name / 'catalogue.db'}")
    assert (tmp_path / name / "catalogue.db").is_file()


def test_a_file_that_is_no_catalogue_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "catalogue.db").write_bytes(b"not a database " * 100)
    with pytest.raises(StorageError, match=r"catalogue\.db"):
        Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}")
