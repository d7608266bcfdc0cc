"""`briefings search`: passages by words, as they stand, by the same call wherever the home is open."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.asking.typed.line import LONGEST
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import find_timeline
from assistant.desks.finding import find_passages
from assistant.desks.found import MOST, SearchRequest
from tests.briefings_process import environment
from tests.command import run, served
from vectorstore.errors import QuestionError
from vectorstore.store import Store

SALMON = "Norway-Chile salmon talks"


@pytest.fixture(scope="module")
def env(models: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home with four samples and one briefing that would act on a terminal."""
    place = tmp_path_factory.mktemp("passages")
    folder = place / "briefings"
    folder.mkdir()
    for sample in (Path(__file__).parents[2] / "samples").glob("2025-0[78]-*.md"):
        (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "peru.md").write_text("# Peru\x1b[2J\n\nPeru sells \x1b[31m\u202easparagus to Kenya.\n")
    env = environment(place / "home", models)
    assert run(env, "ingest", str(folder)).returncode == 0
    return env


def test_a_passage_is_characters_of_its_briefing(library: Store) -> None:
    found = find_passages(library, SearchRequest(SALMON))
    assert found.passages[0].title == "Norway and Chile open salmon talks"
    for passage in found.passages:
        text = library.catalogue.briefing(passage.briefing_id).text
        assert text[passage.start : passage.end] == passage.text
    scores = [passage.score for passage in found.passages]
    assert scores == sorted(scores, reverse=True)


def test_a_search_is_narrowed_as_a_question_is(library: Store) -> None:
    narrowed = SearchRequest(
        SALMON, as_of=date(2024, 6, 30), parties=("CL",), publishers=("harbour notes",), size=2
    )
    passages = find_passages(library, narrowed).passages
    assert {p.published for p in passages} == {date(2024, 3, 4), date(2024, 6, 12)}
    assert find_passages(library, SearchRequest(SALMON, as_of=date(1900, 1, 1))).passages == ()


@pytest.mark.parametrize(("query", "size"), [("", 10), (" ? ", 10), ("x" * (LONGEST + 1), 10), ("talks", 0)])
def test_what_cannot_be_searched_for_is_refused_in_plain_words(library: Store, query: str, size: int) -> None:
    with pytest.raises(QuestionError, match=r"such as: steel quota|at most 4,000|expected 1 to 100"):
        find_passages(library, SearchRequest(query, size=size))
    assert find_passages(library, SearchRequest("talks", size=MOST)).passages


@pytest.mark.slow
def test_the_command_prints_passages_as_text_and_as_json(env: dict[str, str]) -> None:
    done = run(env, "search", "truce with China")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("[1] US-China tariff truce extended to November 10, 2025, Trade Desk Notes")
    asked = run(env, "search", "asparagus", "--size", "1")
    assert "\x1b" not in asked.stdout
    assert "\u202e" not in asked.stdout
    found = json.loads(run(env, "search", "truce with China", "--size", "3", "--json").stdout)
    assert (found["query"], found["as_of"], len(found["passages"])) == ("truce with China", None, 3)
    assert found["passages"][0]["published"] == "2025-08-12"
    none = run(env, "search", "truce", "--as-of", "1999-01-01")
    assert none.stdout.startswith("No briefing published by 1 January 1999 is on file. See what there is:")
    refused = run(env, "search", "?")
    assert (refused.returncode, refused.stderr.split(".")[0]) == (1, "briefings: The query is empty")


def test_a_range_that_ends_before_it_begins_is_refused_whoever_asks(library: Store) -> None:
    first, last = date(2026, 1, 1), date(2025, 1, 1)
    with pytest.raises(QuestionError, match="Exchange the two days"):
        Answering(library).answer(AskRequest("truce", published_from=first, published_to=last))
    with pytest.raises(QuestionError, match="Exchange the two days"):
        find_passages(library, SearchRequest("truce", published_from=first, published_to=last))
    with pytest.raises(QuestionError, match="Exchange the two days"):
        find_timeline(library, TimelineRequest("truce", published_from=first, published_to=last))


def test_a_served_home_is_searched_by_handing_over(env: dict[str, str]) -> None:
    alone = run(env, "search", "truce with China", "--json")
    with served(env):
        assert run(env, "search", "truce with China", "--json").stdout == alone.stdout
        refused = run(env, "search", "?")
        assert (refused.returncode, refused.stderr.split(".")[0]) == (1, "briefings: The query is empty")
