"""The page of a run in a real Chromium: complete, self-contained, readable when narrow, escaped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from assistant.evaluation.comparison import compare
from assistant.evaluation.gate import Gate
from assistant.evaluation.outcomes import Cited, Outcome, Sought, Verdict
from assistant.evaluation.page import page_of
from assistant.evaluation.page_rows import BY_KIND
from assistant.evaluation.promises import Broken
from assistant.evaluation.report import EarlierRun
from assistant.evaluation.run import Run

MADE = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
DIGESTS = {"corpus": "c0", "questions": "q0", "encoder": "e0", "prompts": "p0"}
HOSTILE = "<script>document.title='owned'</script><img src=https://example.org/x.png onerror=alert(1)>"


def outcome(id: str, verdict: Verdict, **changes: object) -> Outcome:
    answerable = verdict not in ("declined", "answered")
    good = Outcome(
        id=id,
        type="as_of" if answerable else "unanswerable",
        question=f"How high is rate {id}?",
        earlier=(),
        as_of="2025-08-01",
        answerable=answerable,
        verdict=verdict,
        abstention="no-detail" if "declined" in verdict else None,
        answer=f"The rate {id} is 25 percent.",
        must=2 if answerable else 0,
        stated=1 if answerable else 0,
        missing=("15 percent in total",) if verdict == "incomplete" else (),
        superseded=("25 percent",) if verdict == "superseded" else (),
        expected="The rate is 15 percent in total." if answerable else "",
        gold_docs=("gold.md",) if answerable else (),
        cited=(Cited(1, "old.md", "Rates of April", "2025-04-03", f"Rate {id}: 25 percent.", False, True),),
        retrieved=("old.md", "gold.md"),
        leaks=(),
        words=6,
        latency_ms=10,
    )
    return replace(good, **changes)  # type: ignore[arg-type]


SOUGHT = Sought(
    ("Japan", "steel", "a rate"),
    ("steel",),
    (
        Cited(1, "gold.md", "Rates of July", "2025-07-24", "The rate is 15 percent.", True, True),
        Cited(2, "old.md", "Rates of April", "2025-04-03", "The rate is 25 percent.", False, True),
    ),
)
OUTCOMES = [
    outcome("a1", "correct"),
    outcome("a2", "incomplete", earlier=("And Japan?", "It is 15 percent.")),
    outcome("a3", "superseded"),
    outcome("a4", "needlessly declined", cited=(), retrieved=("old.md",), declined=SOUGHT),
    outcome("a5", "declined", declined=replace(SOUGHT, searched_for=("Peru",), not_found=("Peru",))),
    outcome("a6", "answered"),
    outcome("a7", "not judged", answerable=None, type="own"),
]


def run(outcomes: Sequence[Outcome] = OUTCOMES, broken: tuple[Broken, ...] = ()) -> Run:
    return Run(tuple(outcomes), broken, DIGESTS, 14, ("extractive",))


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> "Shown":
    return Shown(browser, tmp_path / "report.html")


class Shown:
    """Writes a page and opens it; `asked` is what it made the browser ask for besides itself."""

    def __init__(self, browser: Browser, path: Path) -> None:
        self._browser, self._path = browser, path
        self.asked: list[str] = []

    def __call__(self, html: str, width: int = 1100, scheme: str = "light", script: bool = True) -> Page:
        self._path.write_text(html, encoding="utf-8")
        context = self._browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
        )
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self._path.as_uri())
        return page


def test_every_failure_stands_there_with_what_was_wrong(shown: Shown) -> None:
    page = shown(page_of(run(), "set.jsonl", MADE))
    assert page.title() == "Evaluation: set.jsonl"
    assert "2 of 6 questions went right" in page.locator(".lead").inner_text()
    assert page.locator("article").evaluate_all("all => all.map(a => a.id)") == [
        "q-a3",
        "q-a6",
        "q-a2",
        "q-a4",
    ]
    incomplete = page.locator("#q-a2").inner_text()
    for words in (
        "How high is rate a2?",
        "And Japan?",
        "as of 1 August 2025",
        "Missing:",
        "15 percent in total",
        "The rate a2 is 25 percent.",
        "Rates of April, 3 April 2025",
        "another briefing",
        "Rate a2: 25 percent.",
        "The rate is 15 percent in total.",
        "gold.md: found at rank 2",
    ):
        assert words in incomplete
    assert page.locator("#q-a3 p mark").all_inner_texts() == ["25 percent"]
    assert "Answered although nothing on file answers it." in page.locator("#q-a6").inner_text()
    declined = page.locator("#q-a4").inner_text()
    assert "Declined although the briefings answer it." in declined
    assert "gold.md: not among the first ten found" in declined


def test_a_declined_question_says_what_was_searched_for_and_what_came_nearest(shown: Shown) -> None:
    page = shown(page_of(run(), "set.jsonl", MADE))
    declined = page.locator("#q-a4")
    assert declined.locator("h5", has_text="Searched for").locator("+ p").inner_text() == (
        "Japan, steel (not found), a rate"
    )
    assert [" ".join(found.split()) for found in declined.locator(".sources li").all_inner_texts()] == [
        "Rates of July, 24 July 2025 right briefing The rate is 15 percent.",
        "Rates of April, 3 April 2025 another briefing The rate is 25 percent.",
    ]
    page.get_by_text("2 questions and their answers").click()
    rightly = page.locator("#q-a5").inner_text()
    assert "Peru (not found)" in rightly
    assert "The rate is 25 percent." in rightly


def test_each_kind_of_question_has_its_figures(shown: Shown) -> None:
    page = shown(page_of(run(), "set.jsonl", MADE))
    rows = page.locator("table.kinds tr").evaluate_all(
        "all => all.map(row => [...row.cells].map(cell => cell.innerText))"
    )
    assert rows == [
        ["Type", "n", *BY_KIND.values(), "Median ms"],
        ["as of", "4", "25 %", "50 %", "75 %", "0.38", "0.47", "0 %", "0 %", "–", "25 %", "−0.25", "10"],
        ["unanswerable", "2", *"–––––––", "50 %", "–", "+0.00", "10"],
        ["own", "1", *"––––––––––", "10"],
        ["all", "7", "25 %", "50 %", "75 %", "0.38", "0.47", "0 %", "0 %", "50 %", "25 %", "−0.17", "10"],
    ]


def test_a_narrow_screen_keeps_the_kind_in_sight_beside_its_figures(shown: Shown) -> None:
    page = shown(page_of(run(), "set.jsonl", MADE), 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".scroll", has=page.locator(".kinds")).evaluate("all => { all.scrollLeft = 1000 }")
    kind, last = (
        page.locator("table.kinds tr").nth(1).locator("th, td").nth(n).bounding_box() for n in (0, -1)
    )
    assert kind is not None
    assert last is not None
    assert kind["x"] >= 0
    assert last["x"] + last["width"] <= 360


def test_a_set_in_which_nothing_is_judged_says_so(shown: Shown) -> None:
    page = shown(page_of(run([OUTCOMES[-1]]), "set.jsonl", MADE))
    text = page.locator("main").inner_text()
    assert "Nothing was judged: no question line says what is right." in text
    assert "0 of 0" not in text
    assert page.locator("ul.bars").count() == 0
    assert page.locator("h2", has_text="What went wrong").locator("+ p").inner_text() == "Nothing was judged."


def test_a_set_without_required_facts_has_no_empty_counts(shown: Shown) -> None:
    false = outcome("b1", "superseded", must=0, stated=0)
    assert (
        shown(page_of(run([false]), "s", MADE)).locator(".lead").inner_text()
        == "0 of 1 questions went right."
    )


def test_the_bars_say_their_interval_to_those_who_do_not_see_them(shown: Shown) -> None:
    page = shown(page_of(run(), "set.jsonl", MADE))
    labels = page.locator("svg.bar").evaluate_all("all => all.map(bar => bar.getAttribute('aria-label'))")
    assert labels == [
        "as_of: 1 of 4 right, 95 % interval 5 to 70 %",
        "unanswerable: 1 of 2 right, 95 % interval 9 to 91 %",
    ]


def test_a_comparison_says_what_changed_and_what_was_answered_before(shown: Shown) -> None:
    then = [replace(o, verdict="correct", answer="It was 15.") if o.id == "a2" else o for o in OUTCOMES]
    then = [replace(o, verdict="incomplete", answer="No idea.") if o.id == "a1" else o for o in then]
    comparison = compare(run(), EarlierRun("before.json", tuple(then), DIGESTS | {"encoder": "e1"}))
    page = shown(page_of(run(), "set.jsonl", MADE, comparison, then))
    text = page.locator("main").inner_text()
    assert "Against before.json" in text
    assert "Not the same in both: encoder." in text
    assert "1 newly wrong: a2. 1 newly right: a1. 2 answered in other words." in text
    page.locator("#q-a2 summary").click()
    assert "It was 15." in page.locator("#q-a2").inner_text()
    page.get_by_text("newly right, before and now").click()
    assert "No idea." in page.locator("details", has_text="before and now").inner_text()


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        (Gate(("Correct fell to 0.5",), ("a2",)), "Worse than pinned"),
        (Gate((), changed=("a1",)), "Nothing is worse than pinned"),
    ],
)
def test_the_gate_is_told(shown: Shown, gate: Gate, words: str) -> None:
    text = shown(page_of(run(), "set.jsonl", MADE, gate=gate)).locator("main").inner_text()
    assert words in text
    assert all(regression in text for regression in gate.regressions)


def test_a_broken_promise_is_told_without_a_baseline_too(shown: Shown) -> None:
    broken = (Broken("a1", "an answer cites nothing"),)
    assert "a1: an answer cites nothing" in shown(page_of(run(broken=broken), "s", MADE)).inner_text("main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1100])
def test_nothing_is_fetched_and_nothing_runs_off_the_side(shown: Shown, width: int, scheme: str) -> None:
    long = [*OUTCOMES, outcome("a8", "incomplete", answer="x" * 300, gold_docs=("y" * 200 + ".md",))]
    comparison = compare(run(long), EarlierRun("before.json", tuple(long), DIGESTS))
    page = shown(page_of(run(long), "set.jsonl", MADE, comparison, long), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in shown.asked if not url.startswith("file:")] == []
    assert len(shown.asked) == 1
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 27)"
    assert dark is (scheme == "dark")


def test_all_of_it_reads_without_scripts(shown: Shown) -> None:
    html = page_of(run(), "set.jsonl", MADE)
    assert not re.search(r"<script|javascript:|\son\w+=", html)
    assert shown(html, script=False).locator("article").count() == 4


def test_what_questions_and_briefings_say_is_text_and_nothing_else(shown: Shown) -> None:
    cited = Cited(1, HOSTILE, HOSTILE, "2025-04-03", HOSTILE, False, False)
    texts = {"question": HOSTILE, "answer": HOSTILE, "expected": HOSTILE, "type": HOSTILE}
    lists = {"missing": (HOSTILE,), "superseded": (HOSTILE,), "gold_docs": (HOSTILE,), "earlier": (HOSTILE,)}
    sought = Sought((HOSTILE,), (HOSTILE,), (cited,))
    hostile = outcome(
        f'"><b>{HOSTILE}',
        "superseded",
        cited=(cited,),
        declined=sought,
        **texts,
        **lists,  # type: ignore[arg-type]  # fields by name
    )
    gate = Gate((HOSTILE,), (hostile.id,))
    comparison = compare(run([hostile]), EarlierRun(HOSTILE, (replace(hostile, verdict="correct"),), DIGESTS))
    page = shown(page_of(run([hostile]), HOSTILE, MADE, comparison, [hostile], gate))
    assert page.title() == f"Evaluation: {HOSTILE}"
    assert page.locator("main script, main img, main b").count() == 0
    assert page.locator("mark", has_text="owned").count() == 2
    assert len(shown.asked) == 1
