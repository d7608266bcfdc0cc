"""The sample briefings carry their dates, and the questions over them can be answered from them."""

import html
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
BRIEFINGS = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".md", ".txt", ".html"})
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text("utf-8").splitlines()
]
ANSWERABLE = [question for question in QUESTIONS if question["answerable"]]
UNANSWERABLE = [question for question in QUESTIONS if not question["answerable"]]
FIELDS = {
    "id",
    "type",
    "question",
    "history",
    "as_of",
    "gold_docs",
    "nuggets",
    "forbidden",
    "answerable",
    "evidence",
}
UNANSWERABLE_KINDS = {
    "near-miss-detail",
    "near-miss-period",
    "near-miss-party",
    "false-premise",
    "future",
    "out-of-corpus",
}
# where each format states its date
STATED = {
    ".md": r"^date: (\d{4}-\d{2}-\d{2})$",
    ".txt": r"^Published: (.+)$",
    ".html": r'article:published_time" content="(\d{4}-\d{2}-\d{2})',
}


def _id(question: dict[str, Any]) -> str:
    return str(question["id"])


def _plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _gold_text(question: dict[str, Any]) -> str:
    return " ".join(_plain((SAMPLES / name).read_text("utf-8")) for name in question["gold_docs"])


def _ways_to_write(day: date) -> set[str]:
    month = day.strftime("%B")
    return {day.isoformat(), f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}"}


def test_there_are_twelve_to_fourteen_briefings_in_three_formats() -> None:
    assert 12 <= len(BRIEFINGS) <= 14
    assert {path.suffix for path in BRIEFINGS} == set(STATED)


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.name)
def test_a_briefing_states_the_date_of_its_file_name(path: Path) -> None:
    stated = re.search(STATED[path.suffix], path.read_text("utf-8"), re.MULTILINE)
    assert stated is not None
    assert stated.group(1) in _ways_to_write(date.fromisoformat(path.name[:10]))


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.name)
def test_a_briefing_is_200_to_450_words_long(path: Path) -> None:
    assert 200 <= len(_plain(path.read_text("utf-8")).split()) <= 450


def test_there_are_forty_questions_and_at_least_fourteen_cannot_be_answered() -> None:
    assert len(QUESTIONS) == 40
    assert len(UNANSWERABLE) >= 14


def test_every_question_has_its_own_id_and_all_fields() -> None:
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS)
    assert all(set(question) == FIELDS for question in ANSWERABLE)
    assert all(set(question) == FIELDS | {"unanswerable_kind"} for question in UNANSWERABLE)


def test_every_kind_of_question_is_there() -> None:
    kinds = [question["type"] for question in QUESTIONS]
    assert kinds.count("as_of") >= 3
    assert kinds.count("followup") >= 2
    assert {"status", "change", "compare", "list", "number", "date", "who", "fact"} <= set(kinds)


def test_the_questions_that_cannot_be_answered_are_of_all_six_kinds() -> None:
    assert {question["unanswerable_kind"] for question in UNANSWERABLE} == UNANSWERABLE_KINDS


def test_only_follow_ups_have_a_history() -> None:
    assert all(bool(question["history"]) == (question["type"] == "followup") for question in QUESTIONS)


def test_two_as_of_questions_are_twins_of_status_questions_with_other_gold_documents() -> None:
    status = {q["question"]: q["gold_docs"] for q in QUESTIONS if q["type"] == "status"}
    twins = [q for q in QUESTIONS if q["type"] == "as_of" and q["question"] in status]
    assert len(twins) >= 2
    assert all(twin["gold_docs"] != status[twin["question"]] for twin in twins)


@pytest.mark.parametrize("question", ANSWERABLE, ids=_id)
def test_the_evidence_stands_in_a_gold_document_that_the_as_of_date_allows(question: dict[str, Any]) -> None:
    assert question["gold_docs"]
    assert " ".join(question["evidence"].split()) in _gold_text(question)
    assert all(name[:10] <= (question["as_of"] or "9999") for name in question["gold_docs"])


@pytest.mark.parametrize("question", ANSWERABLE, ids=_id)
def test_every_needed_nugget_is_in_a_gold_document(question: dict[str, Any]) -> None:
    needed = [nugget for nugget in question["nuggets"] if nugget["must"]]
    text = _gold_text(question)
    assert needed
    for nugget in needed:
        assert any(re.search(pattern, text, re.IGNORECASE) for pattern in nugget["any_of"]), nugget["note"]


@pytest.mark.parametrize("question", ANSWERABLE, ids=_id)
def test_no_forbidden_statement_is_in_the_evidence(question: dict[str, Any]) -> None:
    assert not any(re.search(p, question["evidence"], re.IGNORECASE) for p in question["forbidden"])


@pytest.mark.parametrize("question", UNANSWERABLE, ids=_id)
def test_an_unanswerable_question_has_no_gold_document(question: dict[str, Any]) -> None:
    assert (question["gold_docs"], question["nuggets"], question["evidence"]) == ([], [], "")
