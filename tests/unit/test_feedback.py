"""Lines of a question set made of thumbs: `eval` reads them, and a thumb is all that they claim."""

import json
from dataclasses import replace
from pathlib import Path

from assistant.desks.feedback import question_line, question_lines
from tests.question_files import read_questions
from vectorstore.conversations.conversation import Feedback

UP = Feedback(
    "e1",
    "c1",
    "And cars?",
    "up",
    "2026-01-02T00:00:00+00:00",
    history=({"role": "user", "content": "Where do talks stand?"}, {"role": "assistant", "content": "On."}),
    narrowed={"as_of": "2025-06-08", "parties": ["JP"], "publishers": []},
    said="Cars pay 15 percent. [1]",
    cited=({"source": "a.md", "quote": "Cars pay 15 percent."}, {"source": "a.md", "quote": "So it is."}),
)
DOWN = replace(UP, exchange_id="e2", thumb="down", comment="It pays 12.5 percent now.")
DECLINED = replace(UP, exchange_id="e3", abstained=True, said="The briefings do not say.")


def test_a_thumbs_up_names_what_was_cited_as_the_right_briefings() -> None:
    line = question_line(UP)
    assert (line["gold_docs"], line["answerable"], line["as_of"]) == (["a.md"], True, "2025-06-08")
    assert line["evidence"] == "Cars pay 15 percent. So it is."
    assert line["narrowed"] == {"parties": ["JP"]}


def test_a_thumbs_up_for_declining_says_that_nothing_answers_the_question() -> None:
    line = question_line(DECLINED)
    assert (line["gold_docs"], line["answerable"], line["evidence"]) == ([], False, "")


def test_a_thumbs_down_claims_nothing_about_the_right_answer() -> None:
    line = question_line(DOWN)
    assert (line["gold_docs"], line["answerable"], line["nuggets"]) == ([], None, [])
    assert line["comment"] == "It pays 12.5 percent now."


def test_the_lines_are_a_question_set(tmp_path: Path) -> None:
    path = tmp_path / "liked.jsonl"
    path.write_text(question_lines([UP, DOWN, DECLINED]), encoding="utf-8")
    up, down, declined = read_questions(path)
    assert (up.type, up.gold_docs, up.answerable) == ("thumbs-up", ("a.md",), True)
    assert [turn.role for turn in up.request.history] == ["user", "assistant"]
    assert (up.request.parties, up.request.publishers) == (("JP",), ())
    assert (down.answerable, declined.answerable) == (None, False)
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[0])["id"] == "e1"
