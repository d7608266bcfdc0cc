"""The form of a question: plain words in, patterns kept, and back again without loss."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from assistant.web.markup import as_text
from assistant.web.questions.question_form import build_form
from assistant.web.questions.question_line import ANSWERED, UNANSWERED, UNJUDGED, Fields, fields_of, line_of
from vectorstore.errors import QuestionError

SAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "samples" / "questions.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("line", SAMPLES, ids=[line["id"] for line in SAMPLES])
def test_a_line_that_is_opened_and_saved_unchanged_means_the_same(line: dict[str, Any]) -> None:
    saved = {**line, **line_of(fields_of(line), line)}
    order = {True: 0, False: 1}
    assert sorted(saved["nuggets"], key=str) == sorted(line["nuggets"], key=str)
    assert [order[n.get("must", True)] for n in saved["nuggets"]] == sorted(
        order[n.get("must", True)] for n in saved["nuggets"]
    )
    assert {**saved, "nuggets": []} == {**line, "nuggets": []}


NARROWED = {"parties": ["PE", "JP"], "publishers": ["Wire"], "published_from": "2025-06-01", "desk": "tea"}


@pytest.mark.parametrize("narrowed", [NARROWED, {"published_to": None}, {}, None])
def test_what_narrows_a_line_is_shown_and_stays_what_it_is(narrowed: Any) -> None:
    line = {"question": "Where do talks stand?", "narrowed": narrowed}
    assert {**line, **line_of(fields_of(line), line)}["narrowed"] == (narrowed or {})


def test_what_narrows_a_line_is_changed_and_taken_out() -> None:
    line = {"question": "Where do talks stand?", "narrowed": NARROWED}
    changed = line_of(replace(fields_of(line), parties=("PE",), published_to="30 June 2025"), line)
    assert changed["narrowed"] == NARROWED | {"parties": ["PE"], "published_to": "2025-06-30"}
    bare = replace(fields_of(line), parties=(), publishers=(), published_from=" ")
    assert line_of(bare, line)["narrowed"] == {"desk": "tea"}
    assert "narrowed" not in line_of(Fields("Where do talks stand?"), {})


def test_plain_words_mean_themselves() -> None:
    line = line_of(Fields("What is it?", judged=ANSWERED, facts="costs $5 (net) OR 5 dollars\nfive?"), {})
    dollars, five = line["nuggets"]
    assert dollars["note"] == "costs $5 (net)"
    assert re.fullmatch(dollars["any_of"][0], "costs $5 (net)")
    assert not re.search(five["any_of"][0], "five")
    assert fields_of({"question": "x", **line}).facts == "costs $5 (net) OR 5 dollars\nfive?"


def test_a_regular_expression_stands_between_slashes() -> None:
    line = line_of(Fields("What is it?", judged=ANSWERED, forbidden="/2[5-9] ?%/"), {})
    assert line["forbidden"] == ["2[5-9] ?%"]
    with pytest.raises(QuestionError, match=r"“/\(/” is no regular expression: .* leave the two slashes out"):
        line_of(Fields("What is it?", judged=ANSWERED, forbidden="/(/"), {})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (Fields(" ? "), "Type the question first"),
        (Fields("What is it?", as_of="2025-06-31"), "Expected a calendar date"),
        (Fields("What is it?", published_to="June"), "The last day of publication is “June”"),
        (
            Fields("What is it?", published_from="2025-07-01", published_to="2025-06-01"),
            "Exchange the two days",
        ),
        (Fields("What is it?", judged=UNANSWERED, facts="15 percent"), f"“{UNANSWERED}” is chosen"),
        (Fields("What is it?", judged=UNJUDGED, facts="15 percent"), f"Choose “{ANSWERED}”"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(fields: Fields, said: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        line_of(fields, {})


def test_a_kind_is_written_as_it_was_or_in_small_letters() -> None:
    assert line_of(Fields("What is it?", type="As of"), {"type": "as_of"})["type"] == "as_of"
    assert line_of(Fields("What is it?", type="Rates today"), {})["type"] == "rates_today"
    assert line_of(Fields("What is it?"), {})["type"] == "question"


def test_an_id_is_shown_as_it_is_written() -> None:
    with gr.Blocks():
        form = build_form()
    opened = form.open({"id": "[Sign in](https://evil.example/) <b>x</b>", "question": "Why?"}, [])
    assert opened[form.heading] == "## Change question " + as_text(
        "[Sign in](https://evil.example/) <b>x</b>"
    )


def test_a_party_and_a_publisher_that_no_briefing_has_yet_can_stay_chosen() -> None:
    with gr.Blocks():
        form = build_form()
    opened = form.open({"id": "q-1", "question": "Why?", "narrowed": NARROWED}, [])
    chosen = {field.elem_id: opened[field] for field in form.fields}
    assert chosen["set-parties"]["choices"] == [("Peru", "PE"), ("Japan", "JP")]
    assert (chosen["set-publishers"]["choices"], chosen["set-publishers"]["value"]) == (["Wire"], ["Wire"])
    assert opened[form.narrow]["open"]
    assert not form.open(None, [])[form.narrow]["open"]
