"""Two documents that state one address: each stays on file, whichever comes first, and in whatever way."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from ingest.pipeline import ingest
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from tests.two_briefings import Briefings
from tests.web_server import WebServer
from vectorstore.settings import HomeSettings
from vectorstore.store import Store
from vectorstore.tables import schema

SECTION = "https://ministry.example/news"
TOGO = "Togo set its import duty on tea at 12 percent, the trade ministry said on Friday in a statement."
FIJI = "Fiji set its import duty on copra at 30 percent, the trade ministry said on Friday in a statement."
EDITED = TOGO.replace("12", "9")
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def page(title: str, words: str, modified: date | None = None, published: date | None = MAY) -> str:
    """A page of the ministry, which states the address of its news on every page."""
    metas = {"og:url": SECTION, "article:published_time": published, "article:modified_time": modified}
    head = "".join(f"<meta property='{name}' content='{value}'>" for name, value in metas.items() if value)
    return (
        f"<html><head><title>{title}</title><link rel='canonical' href='{SECTION}'>{head}</head>"
        f"<body><article><h1>{title}</h1><p>{words}</p><p>Growers welcomed the step and asked for more of "
        "the same in the coming year, officials added.</p></article></body></html>"
    )


def taken_in(store: Store, *sources: str | Path | Pasted | Uploaded) -> Report:
    *_, report = ingest(store, sources)
    assert isinstance(report, Report)
    assert report.failed == ()
    return report


def counts(report: Report) -> tuple[int, int, int]:
    return report.added, report.updated, report.unchanged


def current(store: Store) -> str:
    """The words of all that is on file in its current version."""
    return "\n".join(store.catalogue.briefing(found.id).text for found in store.catalogue.briefings())


@pytest.fixture
def togo(tmp_path: Path) -> Path:
    return written(tmp_path, "a.html", page("Togo duty on tea", TOGO))


@pytest.fixture
def fiji(tmp_path: Path) -> Path:
    return written(tmp_path, "b.html", page("Fiji duty on copra", FIJI))


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / "in" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("order", ["ab", "ba"])
def test_file_after_file_both_stay_whatever_is_read_again(
    store: Store, togo: Path, fiji: Path, order: str
) -> None:
    first, second = (togo, fiji) if order == "ab" else (fiji, togo)
    assert counts(taken_in(store, first)) == (1, 0, 0)
    report = taken_in(store, second)
    assert counts(report) == (1, 0, 0)
    [note] = report.notes
    assert (note.source, note.text) == (
        second.name,
        f"states the address of {first.name}, and is another text: both are kept",
    )
    for sources in ([togo.parent], [fiji, togo], [togo], [fiji], [togo.parent]):
        report = taken_in(store, *sources)
        assert (counts(report)[:2], report.notes) == ((0, 0), ())
    assert TOGO in current(store)
    assert FIJI in current(store)
    assert "12 percent" in Answering(store).answer(AskRequest("What is Togo's duty on tea?")).answer
    assert "30 percent" in Answering(store).answer(AskRequest("What is Fiji's duty on copra?")).answer
    assert store.verify() == []


def test_in_one_ingest_the_person_is_told_too(store: Store, togo: Path, fiji: Path) -> None:
    report = taken_in(store, togo.parent)
    assert (counts(report), [note.source for note in report.notes]) == ((2, 0, 0), [fiji.name])
    assert counts(taken_in(store, togo.parent)) == (0, 0, 2)


@pytest.mark.parametrize("title", ["Togo duty on tea", "News"])
def test_a_later_modified_page_that_is_another_one_takes_no_place(
    store: Store, tmp_path: Path, title: str
) -> None:
    first = written(tmp_path, "a.html", page(title, TOGO, modified=MAY))
    second = written(tmp_path, "b.html", page(title, FIJI, modified=JUNE))
    assert counts(taken_in(store, first)) == (1, 0, 0)
    assert counts(taken_in(store, second)) == (1, 0, 0)
    assert TOGO in current(store)
    third = written(tmp_path, "c.html", page(title, EDITED.replace("tea", "yams"), published=JUNE))
    assert counts(taken_in(store, third.parent)) == (1, 0, 2)


def test_a_list_that_grows_is_a_later_state_and_the_table_of_another_week_is_not(
    store: Store, tmp_path: Path
) -> None:
    more = "Mali gave 7 percent more on the same day, and Chad a little less than that, officials said."
    days = [(MAY, TOGO), (JUNE, f"{TOGO} {more}"), (date(2026, 7, 1), EDITED)]
    outcomes = []
    for at, (day, words) in enumerate(days):
        content = page("Duties on tea", words, modified=day, published=day)
        outcomes.append(counts(taken_in(store, written(tmp_path, f"{at}.html", content))))
    assert outcomes == [(1, 0, 0), (0, 1, 0), (1, 0, 0)]


@pytest.mark.slow
def test_the_same_file_edited_is_a_new_version_however_much_of_it_is_new(
    store: Store, togo: Path, fiji: Path
) -> None:
    taken_in(store, togo)
    taken_in(store, fiji)
    for path, words in (
        (togo, "Togo and Peru signed an accord on yams in Lome."),
        (fiji, FIJI + " It ends."),
    ):
        path.write_text(page("Rewritten", words))
        report = taken_in(store, path.parent)
        assert (counts(report), report.notes) == ((0, 1, 1), ())
        assert words in current(store)
    assert len(store.catalogue.briefings()) == 2


@pytest.mark.slow
def test_an_edited_copy_elsewhere_is_a_new_version_and_the_older_copy_stays_one(
    store: Store, togo: Path, tmp_path: Path
) -> None:
    taken_in(store, togo)
    copy = written(tmp_path, "later/a.html", page("Togo duty on tea", EDITED))
    report = taken_in(store, copy)
    assert counts(report) == (0, 1, 0)
    assert ["a new version of a.html" in note.text for note in report.notes] == [True]
    for _ in range(2):
        assert counts(taken_in(store, togo.parent)) == (0, 0, 2)
        assert EDITED in current(store)
        assert TOGO not in current(store)


def test_a_later_state_of_a_page_is_not_undone_by_an_earlier_one_that_comes_after_it(
    store: Store, tmp_path: Path
) -> None:
    later = written(tmp_path, "a.html", page("Togo duty on tea", EDITED, modified=JUNE))
    earlier = written(tmp_path, "b.html", page("Togo duty on tea", TOGO, modified=MAY))
    taken_in(store, later)
    report = taken_in(store, earlier)
    assert counts(report) == (0, 0, 1)
    assert ["an earlier state" in note.text for note in report.notes] == [True]
    assert EDITED in current(store)


def test_a_shortened_copy_does_not_take_the_place_of_the_whole(
    store: Store, togo: Path, tmp_path: Path
) -> None:
    taken_in(store, togo)
    teaser = page("Togo duty on tea", "Togo set its import duty on tea.").replace("Growers", "Some")
    assert counts(taken_in(store, written(tmp_path, "teaser/a.html", teaser))) == (1, 0, 0)
    assert TOGO in current(store)


def test_files_of_one_name_in_two_folders_are_two(store: Store, tmp_path: Path) -> None:
    taken_in(store, written(tmp_path, "monday/index.html", page("Togo duty on tea", TOGO)))
    taken_in(store, written(tmp_path, "tuesday/index.html", page("Fiji duty on copra", FIJI)))
    assert TOGO in current(store)
    assert FIJI in current(store)


def test_uploads_and_pasted_texts_take_no_place_either(store: Store, togo: Path, fiji: Path) -> None:
    taken_in(store, Uploaded(str(togo)))
    assert counts(taken_in(store, Uploaded(str(fiji)))) == (1, 0, 0)
    peru = Pasted("Peru and Chile met in Lima on salt.", title="Salt", url=SECTION)
    assert counts(taken_in(store, peru)) == (1, 0, 0)
    again = taken_in(store, Uploaded(str(togo)), Uploaded(str(fiji)), peru)
    assert counts(again) == (0, 0, 3)
    assert all(words in current(store) for words in (TOGO, FIJI, "on salt"))


def test_two_texts_pasted_with_one_url_are_both_taken(store: Store) -> None:
    texts = ("Peru and Chile met in Lima on salt.", "Japan and Kenya met in Tokyo on tea.")
    report = taken_in(store, *(Pasted(text, title=text[:5], url=SECTION) for text in texts))
    assert counts(report) == (2, 0, 0)


def test_an_edited_upload_is_a_new_version(store: Store, togo: Path) -> None:
    taken_in(store, Uploaded(str(togo)))
    togo.write_text(page("Togo duty on tea", EDITED))
    assert counts(taken_in(store, Uploaded(str(togo)))) == (0, 1, 0)
    assert TOGO not in current(store)


def test_two_pages_of_a_site_that_state_one_address_are_both_kept(store: Store, server: WebServer) -> None:
    section = server.serve("/news", "x")
    addresses = []
    for name, title, words in (("tea", "Togo duty on tea", TOGO), ("copra", "Fiji duty on copra", FIJI)):
        html = page(title, words).replace(SECTION, section)
        addresses.append(server.serve(f"/news/{name}", html))
        assert counts(taken_in(store, addresses[-1])) == (1, 0, 0)
    assert counts(taken_in(store, *addresses)) == (0, 0, 2)
    server.serve(
        "/news", page("All the news", "Chad and Mali met in Bamako on salt.").replace(SECTION, section)
    )
    assert counts(taken_in(store, section)) == (1, 0, 0)
    assert counts(taken_in(store, section, *addresses)) == (0, 0, 3)
    assert all(words in current(store) for words in (TOGO, FIJI, "on salt"))


def test_articles_of_one_file_that_state_one_address_are_all_kept(store: Store, tmp_path: Path) -> None:
    articles = [{"title": f"Duty {at}", "text": text, "url": SECTION} for at, text in enumerate((TOGO, FIJI))]
    file = written(tmp_path, "news.json", json.dumps(articles))
    assert counts(taken_in(store, file)) == (2, 0, 0)
    assert counts(taken_in(store, file)) == (0, 0, 2)


def test_a_home_of_before_loses_nothing_and_learns_where_its_briefings_are_from(
    store: Store, settings: HomeSettings, togo: Path, fiji: Path
) -> None:
    taken_in(store, togo)

    def forget() -> None:
        with schema.connect(settings.catalogue_url).begin() as connection:
            connection.execute(schema.meta.delete().where(schema.meta.c.key.startswith("from:")))

    forget()
    assert counts(taken_in(store, fiji)) == (1, 0, 0)
    forget()
    togo.write_text(page("Togo duty on tea", EDITED))
    assert counts(taken_in(store, togo)) == (0, 1, 0)
    togo.write_text(page("Rewritten", "Togo and Peru signed an accord on yams in Lome."))
    assert counts(taken_in(store, togo)) == (0, 1, 0)


@pytest.mark.slow
def test_in_a_watched_folder_a_second_page_takes_no_place(
    briefings: Briefings, togo: Path, tmp_path: Path
) -> None:
    assert briefings("watch", togo.parent, "--once").code == 0
    written(tmp_path, "b.html", page("Fiji duty on copra", FIJI))
    ran = briefings("watch", togo.parent, "--once")
    assert "states the address of a.html" in " ".join(ran.out.split())
    listed = briefings("list").out
    assert "Togo duty on tea" in listed
    assert "Fiji duty on copra" in listed
