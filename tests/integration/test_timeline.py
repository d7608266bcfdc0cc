"""The timeline over a real home: searched, checked, printed, and handed over to a process that serves."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from assistant.checking.citations import why_not
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import LONGEST_SUBJECT, find_timeline
from tests.briefings_process import environment
from tests.command import run, served
from tests.library import BRIEFINGS
from vectorstore.errors import QuestionError
from vectorstore.store import Store

SALMON = ["2024-10-03", "2024-06-12", "2024-03-04"]


@pytest.fixture(scope="module")
def env(models: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home with the samples and one briefing that would act on a terminal."""
    place = tmp_path_factory.mktemp("timeline")
    folder = place / "briefings"
    folder.mkdir()
    for sample in (Path(__file__).parents[2] / "samples").glob("2025-*"):
        (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "2025-12-01-peru.md").write_text(
        "---\ntitle: Peru and Kenya\npublisher: Evil\x1b[2J Wire\ndate: 2025-12-01\n---\n\n"
        "Peru and Kenya signed an agreement \x1b[31m\u202eon asparagus on November 30, 2025.\n",
        encoding="utf-8",
    )
    for day, more in (
        ("2025-10-07", ""),
        ("2025-10-09", " The text is kept in Nairobi."),
        ("2025-10-10", ""),
    ):
        (folder / f"{day}-kenya.md").write_text(
            f"---\ntitle: Kenya and Ghana\npublisher: Port Wire\ndate: {day}\n---\n\n"
            f"Kenya and Ghana signed an agreement on cocoa on October 6, 2025.{more}\n",
            encoding="utf-8",
        )
    env = environment(place / "home", models)
    assert run(env, "ingest", str(folder)).returncode == 0
    return env


def published(store: Store, subject: str, **narrow: object) -> list[str | None]:
    found = find_timeline(store, TimelineRequest(subject, **narrow))  # type: ignore[arg-type]
    return [d.published.isoformat() if d.published else None for d in found.developments]


def test_the_rounds_of_a_negotiation_are_found_newest_first(library: Store) -> None:
    assert published(library, "Norway-Chile salmon talks") == SALMON
    assert published(library, "norway chile salmon") == SALMON


def test_what_is_shown_stands_in_its_briefing(library: Store) -> None:
    found = find_timeline(library, TimelineRequest("Brazil steel duty")).developments
    assert [d.superseded_by for d in found] == [None, 1]
    for development in found:
        briefing = library.catalogue.briefing(development.citation.briefing_id)
        assert why_not(development.text, [development.citation.quote], briefing) is None
        assert briefing.text[development.citation.start : development.citation.end] == development.text


def test_the_as_of_date_and_the_published_range_are_kept_to(library: Store) -> None:
    assert published(library, "Norway-Chile salmon talks", as_of=date(2024, 6, 30)) == SALMON[1:]
    assert published(library, "Norway-Chile salmon talks as of 30 June 2024") == SALMON[1:]
    assert published(library, "Norway-Chile salmon talks since May 2024") == SALMON[:2]
    assert published(library, "Norway-Chile salmon", published_from=date(2024, 4, 1)) == SALMON[:2]
    assert published(library, "Norway-Chile salmon", published_to=date(2024, 4, 1)) == SALMON[2:]


def test_a_party_asked_for_narrows_a_subject_that_does_not_name_it(library: Store) -> None:
    assert published(library, "steel duty", parties=("BR",)) == ["2024-11-21", "2024-04-15"]
    assert published(library, "steel duty", parties=("NO",)) == []


@pytest.mark.parametrize("subject", ["weather in Iceland", "Peru salmon", "Kenya steel", "qwertz"])
def test_a_subject_that_is_not_on_file_has_no_development(library: Store, subject: str) -> None:
    assert published(library, subject) == []


@pytest.mark.parametrize("subject", ["", " ? ", "x" * (LONGEST_SUBJECT + 1)])
def test_what_is_no_subject_is_refused(library: Store, subject: str) -> None:
    with pytest.raises(QuestionError, match="subject"):
        find_timeline(library, TimelineRequest(subject))


def test_it_takes_less_than_a_second(library: Store) -> None:
    started = time.perf_counter()
    find_timeline(library, TimelineRequest("UK-Australia beef quota"))
    assert time.perf_counter() - started < 1
    assert len(BRIEFINGS) == 16


def test_the_command_prints_dates_sentences_and_sources(env: dict[str, str]) -> None:
    done = run(env, "timeline", "US-China truce")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "US-China truce: 2 developments, newest first"
    assert "[1] 5 November 2025" in lines
    assert "[2] 12 August 2025  SUPERSEDED" in lines
    assert "    Replaced by [1]: the last day was 10 November 2025, now 10 November 2026." in lines
    assert "    - US-China tariff truce extended to November 10, 2025, Trade Desk Notes, 12" in lines


def test_a_briefing_issued_again_is_named_beside_the_first(env: dict[str, str]) -> None:
    [development] = json.loads(run(env, "timeline", "Kenya Ghana cocoa", "--json").stdout)["developments"]
    assert development["citation"]["source"] == "2025-10-07-kenya.md"
    again = [also["source"] for also in development["also_in"]]
    assert again == ["2025-10-09-kenya.md", "2025-10-10-kenya.md"]
    assert run(env, "timeline", "Kenya Ghana cocoa").stdout.count("- also in Kenya and Ghana") == 2


def test_the_json_has_the_citations_of_ask(env: dict[str, str]) -> None:
    found = json.loads(run(env, "timeline", "US-China truce", "--as-of", "2025-10-01", "--json").stdout)
    assert found.keys() == {"subject", "as_of", "parties", "developments"}
    assert (found["subject"], found["as_of"], found["parties"]) == (
        "US-China truce",
        "2025-10-01",
        ["US", "CN"],
    )
    [development] = found["developments"]
    assert (development["superseded"], development["superseded_by"]) == (False, None)
    asked = json.loads(run(env, "ask", "When does the US-China truce end?", "--json").stdout)
    assert development["citation"].keys() == asked["citations"][0].keys()


def test_nothing_found_is_said_in_plain_words_and_is_no_error(env: dict[str, str]) -> None:
    done = run(env, "timeline", "Iceland cod quota")
    assert (done.returncode, done.stderr) == (0, "")
    assert "tell of no development of “Iceland cod quota”" in " ".join(done.stdout.split())
    assert json.loads(run(env, "timeline", "Iceland cod quota", "--json").stdout)["developments"] == []


def test_an_empty_subject_says_what_to_type(env: dict[str, str]) -> None:
    done = run(env, "timeline", " ")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("briefings: The subject is empty.")


def test_nothing_in_a_briefing_acts_on_the_terminal(env: dict[str, str]) -> None:
    done = run(env, "timeline", "Peru Kenya asparagus\x1b")
    assert "agreement" in done.stdout
    assert not {"\x1b", "\u202e"} & set(done.stdout)


@pytest.mark.slow
def test_the_process_that_serves_the_home_gives_the_same_timeline(env: dict[str, str]) -> None:
    arguments = ("timeline", "Japan-US talks", "--json", "--published-to", "2025-12-31")
    alone = run(env, *arguments)
    assert len(json.loads(alone.stdout)["developments"]) > 2
    with served(env):
        handed_over = run(env, *arguments)
        refused = run(env, "timeline", "!")
    assert (handed_over.returncode, handed_over.stdout) == (0, alone.stdout)
    assert (refused.returncode, refused.stderr) == (1, run(env, "timeline", "!").stderr)
