"""The news over a real home, printed, as JSON, and handed over to a process that serves."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.chronicle.entries import NewsRequest
from assistant.chronicle.lookback import find_news
from tests.briefings_process import environment
from tests.command import run, served
from vectorstore.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def env(models: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home with three samples, one of them twice, and an undated note with an escape sequence."""
    place = tmp_path_factory.mktemp("news")
    folder = place / "briefings"
    folder.mkdir()
    for pattern in ("2026-07*", "2026-05*", "2025-06*"):
        for sample in SAMPLES.glob(pattern):
            (folder / sample.name).write_bytes(sample.read_bytes())
            if pattern == "2026-05*":
                (folder / "copy.md").write_bytes(sample.read_bytes())
    (folder / "note.txt").write_text("Peru note\n\nPeru signed a \x1b[2J note on asparagus with Kenya.\n")
    env = environment(place / "home", models)
    assert run(env, "ingest", str(folder)).returncode == 0
    return env


def test_every_dated_briefing_since_then_is_there_once(library: Store) -> None:
    """The lumber list of 8 October is that of 1 October again; the one of January names more mills."""
    news = find_news(library, NewsRequest(date(2024, 10, 1)))
    items = [item for group in news.groups for item in group.items]
    on_file = library.catalogue.briefings()
    expected = sorted(b.source for b in on_file if b.published and b.published >= date(2024, 10, 1))
    assert (
        sorted([*(item.source for item in items), *(s for item in items for s in item.also_in)]) == expected
    )
    assert {item.source: item.also_in for item in items if item.also_in} == {
        "2024-10-01-canada-lumber-list.md": ("2024-10-08-canada-lumber-list-again.md",)
    }
    assert [item.source for item in news.undated] == [b.source for b in on_file if not b.published]


def test_each_sentence_stands_in_its_briefing(library: Store) -> None:
    news = find_news(library, NewsRequest(date(1980, 1, 1)))
    items = [item for group in news.groups for item in group.items]
    assert len(items) > 10
    for item in items:
        assert item.citation
        text = library.catalogue.briefing(item.briefing_id).text
        assert text[item.citation.start : item.citation.end] == item.citation.quote


def test_only_the_briefings_asked_for_are_told_of(library: Store) -> None:
    ids = tuple(briefing.id for briefing in library.catalogue.briefings() if "norway" in briefing.source)
    news = find_news(library, NewsRequest(date.min, ingested=True, briefings=ids))
    told = [item.briefing_id for group in news.groups for item in group.items]
    assert len(told) == 3
    assert set(told) == set(ids)


def test_only_the_parties_asked_for_are_shown(library: Store) -> None:
    news = find_news(library, NewsRequest(date(2024, 1, 1), ("NO", "BR")))
    assert {group.party for group in news.groups} == {"NO", "BR"}
    assert news.undated == ()


@pytest.mark.slow
def test_the_command_prints_a_party_then_its_briefings(env: dict[str, str]) -> None:
    done = run(env, "new", "--since", "2026-05-01")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "2 briefings published since 1 May 2026"
    assert [line for line in lines if line and not line.startswith(" ")][1:3] == ["Japan", "China"]
    assert "on July 23, 2026 President Trump directed a section 301 tariff" in " ".join(done.stdout.split())
    assert "also in" in done.stdout
    assert "Undated: taken in since then, published nobody knows when" in lines
    assert "\x1b" not in done.stdout


def test_the_json_is_by_party_with_citations(env: dict[str, str]) -> None:
    found = json.loads(run(env, "new", "--since", "2026-05-01", "--party", "Japan", "--json").stdout)
    assert found.keys() == {"since", "ingested", "parties", "groups", "undated", "to_come"}
    assert (found["since"], found["ingested"], found["parties"]) == ("2026-05-01", False, ["JP"])
    [group] = found["groups"]
    [item] = group["briefings"]
    assert (group["party"], item["published"]) == ("JP", "2026-07-27")
    assert item["text"] == item["citation"]["quote"]


def test_what_was_taken_in_today_is_news_by_ingest_however_old(env: dict[str, str]) -> None:
    taken_in = json.loads(run(env, "list", "--json").stdout)[0]["ingested_at"][:10]
    found = json.loads(run(env, "new", "--since", taken_in, "--ingested", "--json").stdout)
    assert "2025-06-08" in {item["published"] for group in found["groups"] for item in group["briefings"]}


def test_nothing_new_is_said_in_plain_words(env: dict[str, str]) -> None:
    done = run(env, "new", "--since", "2999-12-01", "--party", "Kenya")
    assert (done.returncode, done.stderr) == (0, "")
    assert " ".join(done.stdout.split()) == (
        "No briefing published since 1 December 2999 about Kenya is on file; nothing is new."
    )


def test_without_a_day_it_says_what_is_missing(env: dict[str, str]) -> None:
    done = run(env, "new")
    assert done.returncode == 2
    assert "--since" in done.stderr


def test_the_process_that_serves_the_home_gives_the_same_news(env: dict[str, str]) -> None:
    arguments = ("new", "--since", "2025-01-01", "--json")
    alone = run(env, *arguments)
    with served(env):
        handed_over = run(env, *arguments)
    assert len(json.loads(alone.stdout)["groups"]) > 1
    assert (handed_over.returncode, handed_over.stdout) == (0, alone.stdout)
