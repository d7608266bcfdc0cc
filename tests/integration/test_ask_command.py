"""`briefings ask`: what it prints, as JSON too, what narrows a question, and how it declines."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.briefings_process import ROOT
from tests.two_briefings import JAPAN, Briefings


@pytest.mark.slow
def test_ask_prints_the_answer_and_then_its_numbered_sources(briefings: Briefings, filled: Path) -> None:
    ran = briefings("ask", "What is the status of Japan-US talks?", home=filled)
    assert ran.code == 0
    answer, sources = ran.out.split("\nSources\n")
    assert "[1]" in answer
    assert sources.startswith('[1] Fifth round of Japan-U.S. talks ends, Trade Desk, 8 June 2025\n    "')
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_first_example_of_the_readme_is_what_is_answered(
    briefings: Briefings, samples_home: Path, tmp_path: Path
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [(question, answer)] = re.findall(r'\$ briefings ask "([^"]*)"\n(.*?)```', readme, re.DOTALL)
    ran = briefings("ask", question, home=shutil.copytree(samples_home, tmp_path / "samples"))
    assert ran.out.split("\nSources\n")[0] == answer


def test_ask_json_is_the_stable_object(briefings: Briefings, filled: Path) -> None:
    ran = briefings(
        "ask", "What is the status of Japan-US talks?", "--as-of", "2025-06-30", "--json", home=filled
    )
    found = json.loads(ran.out)
    assert list(found) == [
        "id",
        "question",
        "answer",
        "abstained",
        "abstention",
        "standalone",
        "since",
        "nearest",
        "searched_for",
        "not_found",
        "nearest_briefings",
        "warnings",
        "as_of",
        "newest_evidence",
        "counted_from",
        "engine",
        "prompt",
        "dropped",
        "usage",
        "latency_ms",
        "sentences",
        "citations",
        "retrieved",
    ]
    assert found["as_of"] == "2025-06-30"
    assert (found["engine"], found["prompt"], found["usage"]) == ("extractive", None, None)
    assert found["newest_evidence"] == "2025-06-08"
    assert found["abstained"] is False
    assert found["retrieved"] == ["japan.md"]  # the other one is newer than the as-of date
    for citation in found["citations"]:
        assert list(citation) == [
            "number",
            "briefing_id",
            "source",
            "title",
            "publisher",
            "published",
            "url",
            "quote",
            "start",
            "end",
            "page",
            "version",
            "also_in",
            "superseded",
        ]
        assert (citation["version"], citation["also_in"]) == (1, [])
        assert citation["page"] is None  # Markdown has no pages
        assert citation["quote"] in JAPAN


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--party", "Canada"),
        ("--party", "ca"),
        ("--publisher", "northern wire"),
        ("--published-from", "2025-06-30"),
    ],
)
def test_ask_looks_only_at_what_the_options_allow(
    briefings: Briefings, filled: Path, option: str, value: str
) -> None:
    ran = briefings("ask", "What is new in trade?", option, value, "--json", home=filled)
    assert json.loads(ran.out)["retrieved"] == ["canada.md"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--publisher", "Nobody"), "No briefing of “Nobody” is on file"),
        (("--party", "Peru"), "No briefing about Peru is on file"),
        (("--party", "Canada"), "The briefings about Canada say nothing"),
        (("--published-to", "2025-06-01"), "No briefing published by 1 June 2025 is on file"),
        (("--published-from", "2025-06-30"), "The briefings published since 30 June 2025 say nothing"),
    ],
)
def test_what_narrowed_a_question_is_said_where_it_is_declined(
    briefings: Briefings, filled: Path, options: tuple[str, ...], said: str
) -> None:
    ran = briefings("ask", "Japan talks", *options, home=filled)
    assert " ".join(ran.out.split()).startswith(said)


def test_what_narrowed_a_search_or_a_timeline_is_said_where_nothing_is_found(
    briefings: Briefings, filled: Path
) -> None:
    found = briefings("search", "Japan talks", "--publisher", "Nobody", home=filled)
    assert found.out.startswith("No briefing of “Nobody” is on file.")
    dated = briefings("timeline", "Japan talks", "--published-to", "2025-06-01", home=filled)
    assert dated.out.startswith("The briefings published by 1 June 2025 tell of no development")


def test_declining_is_no_error(briefings: Briefings, filled: Path) -> None:
    ran = briefings("ask", "Who is the ambassador of Peru to Kenya?", home=filled)
    assert ran.code == 0
    assert "Sources" not in ran.out
    found = json.loads(briefings("ask", "Who is the ambassador of Peru to Kenya?", "--json", home=filled).out)
    assert found["abstained"] is True
    assert found["abstention"] in ("no-subject", "no-detail", "nothing-since")


def test_a_declined_question_shows_what_was_searched_for_and_the_nearest_briefing(
    briefings: Briefings, filled: Path
) -> None:
    ran = briefings("ask", "fifth round of Japan-US talks: when in 2019", home=filled)
    [searched] = re.findall(r"(?s)\nSearched for: (.*?)\n\n", ran.out)
    assert " ".join(searched.split()) == "Japan, United States, fifth round, talks, 2019 (not found), a date"
    assert '\nNearest: Fifth round of Japan-U.S. talks ends, Trade Desk, 8 June 2025\n    "' in ran.out
    nearest = ran.out.split("\nNearest: ")[1].split("\n", 1)[1]
    assert " ".join(nearest.split()).strip('"') in " ".join(JAPAN.split())


def test_nothing_is_said_to_be_searched_for_when_a_question_is_answered(
    briefings: Briefings, filled: Path
) -> None:
    ran = briefings("ask", "What is the status of Japan-US talks?", home=filled)
    assert "Searched for" not in ran.out
    assert "Nearest" not in ran.out


@pytest.mark.parametrize("question", ["", "?", "why " * 5000])
def test_a_question_that_cannot_be_asked_is_one_line(
    briefings: Briefings, filled: Path, question: str
) -> None:
    ran = briefings("ask", question, home=filled)
    assert ran.code == 1
    assert ran.err.startswith("briefings: The question ")
    assert len(ran.err.splitlines()) == 1
