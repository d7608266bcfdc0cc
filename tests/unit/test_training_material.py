"""What the models were trained on is not what answers are judged by, and its labels mean what they say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.evals.claims.claims import CLAIMS, HELD_OUT, read_claims
from tests.evals.reranker.candidates import RIGHT, UNCLEAR, WRONG, _label, _plain

EVALS = Path(__file__).parents[1] / "evals"
JUDGED = EVALS / "questions"
PUBLIC, MADE_UP = (EVALS / "reranker" / name for name in ("questions.jsonl", "made-up.jsonl"))
ANSWER = _plain("The duty on jute is raised to 12 percent from July 1, 1994.")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def test_no_document_trained_on_is_one_that_a_question_set_asks_about() -> None:
    trained = {Path(line["doc"]).name for path in (PUBLIC, CLAIMS) for line in lines(path)}
    assert len(trained) > 3500
    judged = {
        Path(document).name
        for path in JUDGED.glob("*.jsonl")
        for line in lines(path)
        for document in line["gold_docs"]
    }
    assert len(judged) > 300
    assert not trained & judged


def test_no_question_trained_on_is_one_that_is_judged() -> None:
    trained = {
        question.lower()
        for path in (PUBLIC, MADE_UP)
        for line in lines(path)
        for question, _ in line["asked"]
    }
    judged = {
        line["question"].lower()
        for path in JUDGED.glob("*.jsonl")
        for line in lines(path)
        if not path.name.startswith("off-topic")
    }
    assert not trained & judged


def test_answers_are_characters_of_their_document_in_order() -> None:
    for path in (PUBLIC, MADE_UP):
        for line in lines(path):
            for question, answers in line["asked"]:
                assert question.strip()
                assert all(0 <= start < end for start, end in answers)


def test_answers_over_made_up_briefings_are_words_of_their_text() -> None:
    styles = set()
    for line in lines(MADE_UP):
        styles.add(line["doc"].partition("/")[0])
        assert line["text"].startswith("---\ntitle: ")
        head = line["text"].index("\n---\n", 4)
        for _, answers in line["asked"]:
            for start, end in answers:
                assert head < start < end <= len(line["text"])
                assert len(line["text"][start:end].split()) > 2
    assert len(styles) == 10


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The duty on jute is raised to 12 percent from July 1, 1994.", RIGHT),
        (
            "- **The duty on [jute](https://example.org/jute) is raised to 12 percent from July 1, 1994.**",
            RIGHT,
        ),
        ("The duty on jute is raised to 12 percent next July, the ministry said in Dhaka.", UNCLEAR),
        ("Jute mills in Dhaka asked for lower duties.", WRONG),
        ("12 percent", UNCLEAR),  # of what, it does not say
    ],
)
def test_a_candidate_is_right_when_it_is_what_answers_and_unclear_when_alike(
    sentence: str, label: int
) -> None:
    assert _label(_plain(sentence), [ANSWER]) == label


def test_nothing_is_right_where_nothing_answers() -> None:
    assert _label(ANSWER, []) == WRONG


def test_claims_cite_words_of_their_briefing_and_a_part_of_the_writers_is_held_out() -> None:
    claims = list(read_claims())
    assert len(claims) > 500
    sizes = {(of.voiced or of.last, len(of.supported), len(of.unsupported)) for of in claims}
    assert sizes == {(False, 3, 4), (True, 4, 5)}
    assert all(of.cited and all(len(said.words.split()) > 2 for said in of.cited) for of in claims)
    assert {line["writer"] for line in lines(CLAIMS)} > HELD_OUT
    assert 0.1 < sum(of.held_out for of in claims) / len(claims) < 0.35
