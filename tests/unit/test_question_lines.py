"""Question sets: what is read from a line, and what is said about a bad one."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.asking.request import Turn
from assistant.desks.feedback import question_lines
from assistant.evaluation.known_fields import LINE, unknown_fields
from assistant.evaluation.known_types import misspelt_types
from tests.conftest import SAMPLES
from tests.question_files import read_questions
from vectorstore.conversations.conversation import Feedback
from vectorstore.errors import QuestionError


def _set(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_a_line_gives_the_request_that_the_page_would_make(tmp_path: Path) -> None:
    [line] = read_questions(
        _set(
            tmp_path,
            {
                "id": "q1",
                "type": "as-of",
                "question": "And Korea?",
                "history": [{"role": "user", "content": "Japan?"}, {"role": "assistant", "content": "Five."}],
                "as_of": "2025-06-08",
                "gold_docs": ["a.md"],
                "nuggets": [],
            },
        )
    )
    assert line.id == "q1"
    assert line.request.question == "And Korea?"
    assert line.request.history == (Turn("user", "Japan?"), Turn("assistant", "Five."))
    assert line.request.as_of == date(2025, 6, 8)
    assert line.gold_docs == ("a.md",)


def test_id_and_question_are_enough_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    lines = read_questions(
        _set(tmp_path, {"id": "a", "question": "Who?"}, "", {"id": "b", "question": "When?"})
    )
    assert [line.id for line in lines] == ["a", "b"]


def test_a_full_line_says_what_is_right(tmp_path: Path) -> None:
    [line] = read_questions(
        _set(
            tmp_path,
            {
                "id": "a",
                "type": "number",
                "question": "How high?",
                "gold_docs": ["a.md", "b.md", "a.md"],
                "nuggets": [
                    {"must": True, "any_of": ["\\b15 ?(?:%|percent)"], "note": "15 percent"},
                    {"must": False, "any_of": ["since", "from"]},
                ],
                "forbidden": ["\\b25 percent"],
                "answerable": True,
                "evidence": "The rate is 15 percent.",
                "unanswerable_kind": None,
            },
        )
    )
    assert (line.type, line.gold_docs, line.evidence) == (
        "number",
        ("a.md", "b.md"),
        "The rate is 15 percent.",
    )
    assert [(nugget.note, nugget.must) for nugget in line.nuggets] == [("15 percent", True), ("since", False)]
    assert [nugget.note for nugget in line.musts] == ["15 percent"]
    assert line.nuggets[0].stated_in("it is 15 PERCENT now")
    assert not line.nuggets[0].stated_in("it is 115 percent now")
    assert line.forbidden[0].search("was 25 Percent")


def test_whether_a_question_is_answerable_is_told_by_its_facts_or_not_at_all(tmp_path: Path) -> None:
    lines = read_questions(
        _set(
            tmp_path,
            {"id": "a", "question": "Who?", "nuggets": [{"any_of": ["Greer"]}]},
            {"id": "b", "question": "Who?", "answerable": False, "unanswerable_kind": "future"},
            {"id": "c", "question": "Who?"},
            {"id": "d", "question": "Who?", "answerable": False, "nuggets": [{"any_of": ["do not say"]}]},
        )
    )
    assert [line.answerable for line in lines] == [True, False, None, False]
    assert lines[1].unanswerable_kind == "future"


def test_a_line_separator_within_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    [line] = read_questions(_set(tmp_path, '{"id": "a", "question": "Who\u2028is?"}'))
    assert line.request.question == "Who\u2028is?"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "line 2 is not JSON: Expecting property name enclosed in double quotes, at column 2."),
        ("[1]", "line 2: found list, expected an object"),
        ({"question": "Who?"}, "line 2: 'id' is None"),
        ({"id": "b"}, "line 2: 'question' is None"),
        ({"id": "b", "question": " "}, "line 2: 'question' is ' '"),
        ({"id": "b", "question": "Who?", "as_of": "June"}, "line 2: 'as_of' is 'June'; expected YYYY-MM-DD"),
        ({"id": "b", "question": "Who?", "narrowed": "JP"}, "line 2: 'narrowed' is 'JP'; expected an object"),
        (
            {"id": "b", "question": "Who?", "narrowed": {"parties": "JP"}},
            "line 2, 'narrowed': 'parties' is 'JP'",
        ),
        ({"id": "b", "question": "Who?", "history": "Hi"}, "line 2: 'history' is 'Hi'; expected a list"),
        ({"id": "b", "question": "Who?", "history": [{"role": "system"}]}, "line 2: 'history' holds"),
        ({"id": "a", "question": "Who?"}, "two questions with the id 'a'"),
        ({"id": "b", "question": "Who?", "type": 3}, "line 2: 'type' is 3; expected some text"),
        (
            {"id": "b", "question": "Who?", "answerable": "no"},
            "line 2: 'answerable' is 'no'; expected true or",
        ),
        (
            {"id": "b", "question": "Who?", "gold_docs": "a.md"},
            "line 2: 'gold_docs' is 'a.md'; expected a list",
        ),
        (
            {"id": "b", "question": "Who?", "gold_docs": [1]},
            "line 2: 'gold_docs' holds 1; expected a list of",
        ),
        (
            {"id": "b", "question": "Who?", "forbidden": ["a(b"]},
            "line 2: 'forbidden' holds 'a(b', which is no",
        ),
        ({"id": "b", "question": "Who?", "nuggets": ["x"]}, "line 2: 'nuggets' holds 'x'; expected objects"),
        (
            {"id": "b", "question": "Who?", "nuggets": [{"must": True}]},
            "line 2, 'nuggets': 'any_of' is empty",
        ),
        (
            {"id": "b", "question": "Who?", "nuggets": [{"any_of": ["[9-0]"]}]},
            "line 2, 'nuggets': 'any_of' holds '[9-0]', which is no regular expression: bad character range",
        ),
        (
            {"id": "b", "question": "Who?", "nuggets": [{"any_of": ["a"], "must": 1}]},
            "line 2, 'nuggets': 'must' is 1; expected true or false",
        ),
    ],
)
def test_a_bad_line_is_named_with_what_was_expected(tmp_path: Path, line: object, said: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_questions(_set(tmp_path, {"id": "a", "question": "Who?"}, line))
    assert said in str(caught.value)


def test_an_empty_set_and_a_missing_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="is empty"):
        read_questions(_set(tmp_path))
    with pytest.raises(QuestionError, match="No such file"):
        read_questions(tmp_path / "none.jsonl")


def test_a_field_that_nothing_reads_is_told_once_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    fact = {"any_of": ["a"], "muts": False}
    narrowed = {"partys": ["JP"]}
    path = _set(
        tmp_path,
        {"id": "a", "question": "Who?", "gold_doc": ["a.md"], "nuggets": [fact, fact]},
        "",
        {"id": "b", "question": "Who?", "gold_doc": [], "nugget": [], "asof": "2025-06-30", "remark": ""},
        {"id": "c", "question": "Who?", "gold_doc": [], "narrowed": narrowed},
    )
    assert [warning.partition(", ")[2] for warning in unknown_fields(path.read_text(), "set")] == [
        "line 1 and 2 more: nothing reads the field 'gold_doc'; is 'gold_docs' meant?",
        "line 1: nothing reads the field 'muts'; is 'must' meant?",
        "line 3: nothing reads the field 'nugget'; is 'nuggets' meant?",
        "line 3: nothing reads the field 'asof'; is 'as_of' meant?",
        f"line 3: nothing reads the field 'remark'; known are {', '.join(LINE)}.",
        "line 4: nothing reads the field 'partys'; is 'parties' meant?",
    ]


def test_a_type_near_to_one_of_which_more_is_measured_is_told_and_any_other_is_a_word_of_the_set(
    tmp_path: Path,
) -> None:
    types = ("statuss", "status", "as of", "statuss", "tariffs", None, "state")
    lines = [{"id": str(n), "question": "Who?", "type": kind} for n, kind in enumerate(types)]
    path = _set(tmp_path, *lines, {"id": "none", "question": "Who?"})
    assert [warning.partition("; ")[::2] for warning in misspelt_types(path.read_text(), "set")] == [
        (f"set, {place}: the type {written!r} gets a row of its own", f"is {meant!r} meant? {ALONE}")
        for place, written, meant in (
            ("line 1 and 1 more", "statuss", "status"),
            ("line 3", "as of", "as_of"),
        )
    ]


ALONE = "What an answer leads with is judged of the types status, as_of, change alone."
EVALS = Path(__file__).parents[1] / "evals"
OURS = [
    SAMPLES / "questions.jsonl",
    EVALS / "library-questions.jsonl",
    *sorted((EVALS / "questions").glob("*-hurried-dev.jsonl")),
    *sorted((EVALS / "questions").glob("*-conversation-dev.jsonl")),
]


def test_our_own_question_sets_and_lines_made_of_thumbs_have_no_field_that_nothing_reads() -> None:
    assert len(OURS) == 7
    assert [found for path in OURS for found in unknown_fields(path.read_text("utf-8"), path.name)] == []
    narrowed = {"as_of": "2025-06-30", "parties": ["JP"]}
    thumb = Feedback("a", "c", "Rice?", "up", "2026-11-24", "Good.", narrowed=narrowed, said="10 percent.")
    assert unknown_fields(question_lines([thumb]), "thumbs") == []


def test_a_range_that_ends_before_it_begins_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    narrowed = {"published_from": "2026-05-02", "published_to": "2026-05-01"}
    line = {"id": "b", "question": "When?", "narrowed": narrowed}
    with pytest.raises(QuestionError, match=r"line 2: The range of publication begins on 2 May 2026"):
        read_questions(_set(tmp_path, {"id": "a", "question": "Who?"}, line))
