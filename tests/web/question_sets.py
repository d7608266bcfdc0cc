"""Question sets on the page: put into a home, opened there, run."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from assistant.evaluation.question_sets import QuestionSets
from tests.web.browsing import select_tab

SAMPLES = Path(__file__).parents[2] / "samples"
HOSTILE = "<script>document.title='owned'</script> <img src=http://evil.example/a.png> ![x](y) **b** $$x$$"


def chosen_lines() -> list[dict[str, Any]]:
    """Eight lines of the samples' set; the seventh is made to fail, the eighth is a follow-up."""
    lines = [json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text("utf-8").splitlines()]
    kept = [line for line in lines if not line.get("history")][:6]
    wrong = {**kept[0], "id": "wrong-1", "nuggets": [{"any_of": ["zinc"], "note": "it says zinc"}]}
    follow = next(line for line in lines if line.get("history"))
    return [*kept, wrong, follow]


def put(home: Path, name: str, *lines: dict[str, Any]) -> None:
    """Put a set into a home as by hand, whatever is there."""
    folder = home / "questions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def with_two_sets(home: Path) -> Path:
    """A home with a set of one question for the morning, and one of standing ones."""
    for name in ("morning", "standing"):
        put(home, name, {"id": "q-1", "question": f"Asked each {name}?"})
    return home


@contextmanager
def standing_in(home: Path) -> Iterator[str]:
    """A set of eight questions; the changes to sets that are made meanwhile are undone."""
    sets = QuestionSets(home)
    put(home, "standing", *chosen_lines())
    yield "standing"
    for name in sets.names():
        sets.remove(name)


def questions_in(home: Path, *words: str, name: str = "few") -> None:
    put(home, name, *({"id": f"q-{n}", "question": question} for n, question in enumerate(words)))


def opened(page: Page) -> Page:
    select_tab(page, "Questions")
    page.locator("#standing :is(.standing, .empty, .error)").first.wait_for()
    return page


def reloaded(page: Page) -> Page:
    page.reload()
    page.locator("#on-file", has_text="briefing").wait_for()
    return page


def run(page: Page) -> None:
    """Run the set and wait until what came of it has taken the place of what was there.

    A page that is just being drawn shows nothing: any run would do then, the one before, too.
    """
    page.locator("#standing .standing").wait_for()
    shown = page.locator("#standing-title")
    before = shown.get_attribute("data-made") if shown.count() else None
    page.locator("#run-set").click()
    page.locator(f'#standing-title:not([data-made="{before}"])').wait_for(timeout=60_000)
    expect(page.locator("#run-set")).to_be_visible()


def field(page: Page, id: str) -> Any:
    return page.locator(f"#{id} :is(textarea, input)").first
