"""The form of a question: plain words in, patterns kept, and back again without loss."""

import json
import re
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
    opened = form.open({"id": "[Sign in](https://evil.example/) <b>x</b>", "question": "Why?"})
    assert opened[form.heading] == "## Change question " + as_text(
        "[Sign in](https://evil.example/) <b>x</b>"
    )
