"""Re-issued briefings are one source, "also in" the others, wherever they are shown."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import NewsRequest
from assistant.chronicle.lookback import find_news
from assistant.commands.output import print_answer
from assistant.desks.local import LocalDesk
from assistant.web.ask.render import answer_html
from ingest.pipeline import ingest
from ingest.report import Report
from tests.older_home import take_back
from vectorstore.encoder.embedding import Encoder
from vectorstore.filters import Filters
from vectorstore.search import search
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

STORY = (
    "{place}, March {day} - Ghana will cut its tariff on cocoa grinders from 9 to 6 percent next year, the "
    "trade ministry said. Officials told reporters that the cut was asked for by the United States and by "
    "exporters in Europe, and that makers at home had agreed to it after long talks. The ministry expects "
    "imports of grinders to rise by half in the years that follow the cut, and says that it will look at the "
    "matter again with the makers when the harvest is in."
)
QUESTION = "What will Ghana do about its tariff on cocoa grinders?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, day: int, text: str = STORY, place: str = "ACCRA") -> None:
    title = name if name.startswith("Corrected") else f"Cocoa grinders ({name})"
    head = f'---\ntitle: "{title}"\ndate: 2025-03-{day}\npublisher: {name}\n---\n'
    (folder / f"{name}.md").write_text(head + text.format(place=place, day=day) + "\n")


def take_in(store: Store, folder: Path) -> Report:
    *_, report = ingest(store, [folder])
    assert isinstance(report, Report)
    assert report.failed == ()
    return report


def groups(store: Store) -> set[tuple[str, ...]]:
    facts = store.catalogue.facts()
    return {tuple(sorted(facts[id].source for id in group)) for group in store.near.groups().values()}


def test_reissues_make_one_group_whenever_they_come(store: Store, folder: Path) -> None:
    write(folder, "wire", 24)
    write(folder, "desk", 25)
    take_in(store, folder)
    write(folder, "mirror", 26, STORY.replace("asked for by", "requested by"))
    write(folder, "update", 27, STORY.replace("6 percent", "5 percent"))
    take_in(store, folder)
    assert groups(store) == {("desk.md", "mirror.md", "wire.md")}
    assert take_in(store, folder).unchanged == 4
    assert groups(store) == {("desk.md", "mirror.md", "wire.md")}


def test_a_group_is_made_anew_when_a_member_changes_or_goes(store: Store, folder: Path) -> None:
    for name, day in (("wire", 24), ("desk", 25), ("mirror", 26)):
        write(folder, name, day)
    take_in(store, folder)
    write(folder, "desk", 25, STORY.replace("9 to 6", "8 to 6"))
    take_in(store, folder)
    assert groups(store) == {("mirror.md", "wire.md")}
    store.remove(next(b.id for b in store.catalogue.briefings() if b.source == "wire.md"))
    assert groups(store) == set()


def test_an_exact_copy_is_of_the_group_too(store: Store, folder: Path) -> None:
    write(folder, "wire", 24)
    (folder / "copy.md").write_text((folder / "wire.md").read_text())
    write(folder, "desk", 25)
    take_in(store, folder)
    assert groups(store) == {("copy.md", "desk.md", "wire.md")}
    original = next(b for b in store.catalogue.briefings() if b.source == "copy.md")
    store.remove(original.id)
    assert groups(store) == {("desk.md", "wire.md")}
    assert store.verify() == []


def test_evidence_is_filled_by_a_reissue_once(store: Store, folder: Path) -> None:
    write(folder, "wire", 24)
    write(folder, "desk", 25, "News of cocoa.\n\n" + STORY)
    take_in(store, folder)
    assert groups(store) == {("desk.md", "wire.md")}
    hits = search(store, QUESTION)
    assert sum("asked for by the United States" in hit.passage.text for hit in hits) == 1
    assert len(search(store, QUESTION, repeats=True)) > len(hits)


def test_what_only_one_of_them_says_is_still_found(store: Store, folder: Path) -> None:
    more = "Nestle called the cut welcome and long overdue for its plant in Tema."
    write(folder, "wire", 24)
    write(folder, "desk", 25, STORY + " " + more)
    take_in(store, folder)
    assert groups(store) == {("desk.md", "wire.md")}
    assert any(
        more in hit.passage.text for hit in search(store, "What did Nestle say about its plant in Tema?")
    )


@pytest.mark.parametrize(("name", "day"), [("desk", 25), ("Corrected grinders", 24)])
def test_what_issues_word_otherwise_is_told_as_the_last_has_it(
    store: Store, folder: Path, name: str, day: int
) -> None:
    write(folder, "wire", 24)
    write(folder, name, day, STORY.replace("asked for by", "kept from"))
    take_in(store, folder)
    assert groups(store) == {(*sorted((f"{name}.md", "wire.md")),)}
    hits = search(store, "Was the cut asked for by the United States?")
    assert [hit.facts.source for hit in hits] == [f"{name}.md"]
    before = search(store, QUESTION, filters=Filters(as_of=date(2025, 3, 24)))
    assert [hit.facts.source for hit in before] == [f"{name}.md" if day == 24 else "wire.md"]


def test_an_answer_says_where_else_its_words_are(
    store: Store, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "wire", 24)
    write(folder, "desk", 25)
    write(folder, "late", 26, STORY.replace("asked for by", "requested by"))
    take_in(store, folder)
    answer = Answering(store).answer(AskRequest(QUESTION))
    first = answer.citations[0]
    others = {"wire.md", "desk.md", "late.md"} - {first.source}
    assert set(first.also_in) == others
    assert set(json.loads(json.dumps(answer.to_json()))["citations"][0]["also_in"]) == others
    print_answer(answer)
    assert f"also in {', '.join(sorted(others))}" in capsys.readouterr().out
    assert "also in" in answer_html(answer, {}, "a")


def test_also_in_keeps_to_the_as_of_date_and_to_the_very_words(store: Store, folder: Path) -> None:
    write(folder, "wire", 24)
    write(folder, "desk", 28)
    write(folder, "late", 24, STORY.replace("the trade ministry said", "its trade ministry said"))
    take_in(store, folder)
    on_day = Filters(as_of=next(b.published for b in store.catalogue.briefings() if b.source == "wire.md"))
    answer = Answering(store).answer(AskRequest(QUESTION, as_of=on_day.as_of))
    for citation in answer.citations:
        assert "desk.md" not in citation.also_in
        if "trade ministry said" in citation.quote:
            assert citation.also_in == ()


def test_list_show_and_news_show_a_group_as_one(store: Store, folder: Path) -> None:
    write(folder, "wire", 24)
    write(folder, "desk", 25)
    take_in(store, folder)
    desk = LocalDesk(store, Answering(store))
    listed = {briefing.source: briefing for briefing in desk.list()}
    assert listed["wire.md"].also_in == ("desk.md",)
    assert desk.show(listed["desk.md"].id).also_in == ("wire.md",)
    published = listed["wire.md"].published
    assert published is not None
    news = find_news(store, NewsRequest(published))
    assert [(item.source, item.also_in) for group in news.groups for item in group.items] == [
        ("wire.md", ("desk.md",))
    ]


def test_an_older_home_gets_its_groups_at_the_next_ingest(
    settings: HomeSettings, encoder: Encoder, folder: Path
) -> None:
    write(folder, "wire", 24)
    write(folder, "desk", 25)
    with Store.open(settings, encoder) as store:
        take_in(store, folder)
    take_back(settings.catalogue_url, 5)
    with Store.open(settings, encoder) as store:
        assert groups(store) == set()
        assert take_in(store, folder).unchanged == 2
        assert groups(store) == {("desk.md", "wire.md")}


def test_an_answer_says_nothing_twice(store: Store, folder: Path) -> None:
    for day in range(20, 29):
        write(folder, f"wire{day}", day)
    take_in(store, folder)
    answer = Answering(store).answer(AskRequest(QUESTION))
    assert answer.citations
    assert len({citation.quote for citation in answer.citations}) == len(answer.citations)
    assert len({citation.briefing_id for citation in answer.citations}) == 1
