"""A quote from a PDF names its page, in the terminal and in JSON, with and without a serving process."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.briefings_process import environment
from tests.command import run, served
from tests.pdfs import new_page, pdf_of, text, title

OLD = "The first round of talks between Japan and the United States took place in Tokyo on April 16, 2025."
NEW = "Japan keeps its duty on rice at 341 yen a kilogram until the end of March 2026."


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("paged")
    (folder / "pdf").mkdir()
    story = [title("Rice in the talks"), text("June 8, 2025"), text(OLD), new_page(), text(NEW)]
    (folder / "pdf" / "rice.pdf").write_bytes(pdf_of(story))
    made = environment(folder / "home", models)
    assert run(made, "ingest", str(folder / "pdf")).returncode == 0
    return made


QUESTION = "What is the duty of Japan on rice?"


def test_a_quote_names_the_page_that_it_stands_on(env: dict[str, str]) -> None:
    asked = run(env, "ask", QUESTION).stdout
    assert "Rice in the talks, 8 June 2025, page 2" in " ".join(asked.split())
    assert f"[page 2] {NEW}" in run(env, "show", _only_id(env)).stdout


def test_pages_cross_from_the_serving_process(env: dict[str, str]) -> None:
    with served(env):
        answer = json.loads(run(env, "ask", QUESTION, "--json").stdout)
        shown = json.loads(run(env, "show", _only_id(env), "--json").stdout)
    assert [citation["page"] for citation in answer["citations"] if citation["quote"] == NEW] == [2]
    assert shown["text"][shown["page_starts"][1] :] == NEW


def _only_id(env: dict[str, str]) -> str:
    [briefing] = json.loads(run(env, "list", "--json").stdout)
    return str(briefing["id"])
