"""Question sets are kept whole, changed line by line, and never written when something is wrong."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from assistant.commands.serve import keep_questions
from assistant.evaluation.question_sets import FIRST, QuestionSets
from vectorstore.errors import NotFoundError, QuestionError, StorageError

LINES = '{"id": "s-07", "question": "Rates?", "mine": 1}\n{"id": "b", "question": "Quotas?"}\n'


@pytest.fixture
def sets(tmp_path: Path) -> QuestionSets:
    found = QuestionSets(tmp_path)
    found.add("daily", LINES)
    return found


def test_a_set_is_kept_as_it_was_given(sets: QuestionSets) -> None:
    assert (sets.names(), sets.text("daily")) == (["daily"], LINES)
    assert [question.id for question in sets.questions("daily")] == ["s-07", "b"]


def test_the_same_set_again_is_known_and_another_of_its_name_gets_a_number(sets: QuestionSets) -> None:
    assert sets.add("daily", LINES + "\n") == ("daily", True)
    other = '{"id": "a", "question": "Other?"}\n'
    assert [sets.add("daily", other), sets.add("daily", other)] == [("daily-2", False), ("daily-2", True)]
    assert sets.text("daily") == LINES


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/x", "etc-x"),
        ("", FIRST),
        ("..", FIRST),
        ("Frühe Fragen", "Frühe Fragen"),
        ("a" * 99, "a" * 60),
    ],
)
def test_a_name_is_never_a_path(sets: QuestionSets, tmp_path: Path, name: str, kept: str) -> None:
    assert sets.add(name, '{"id": "z", "question": "Why?"}') == (kept, False)
    assert (tmp_path / "questions" / f"{kept}.jsonl").is_file()


@pytest.mark.parametrize("name", ["none", "../daily", "..", ""])
def test_a_set_that_is_not_there_is_not_looked_for_elsewhere(sets: QuestionSets, name: str) -> None:
    for use in (sets.text, sets.questions, sets.remove, sets.lines):
        with pytest.raises(NotFoundError, match="There is no question set"):
            use(name)


@pytest.mark.parametrize("text", ["", "{", '{"id": "a"}', '{"id": "a", "question": "x?"}\n' * 2])
def test_a_set_that_cannot_be_run_is_refused_and_nothing_is_written(sets: QuestionSets, text: str) -> None:
    with pytest.raises(QuestionError, match="broken"):
        sets.add("broken", text)
    assert sets.names() == ["daily"]


def test_a_question_is_added_with_the_next_number(sets: QuestionSets) -> None:
    assert sets.save("daily", {"question": "New?"}) == "q-8"
    assert sets.save("fresh", {"question": "First?"}) == "q-1"
    assert [line["id"] for line in sets.lines("daily")] == ["s-07", "b", "q-8"]


@pytest.mark.parametrize(
    ("ids", "next_id"),
    [
        (["a" + "9" * 5000, "s-07"], "q-8"),
        (["q-999999999", "q-1000000000", "q-1000000001"], "q-1000000002"),
        (["\u0663"], "q-1"),
    ],
)
def test_an_id_that_ends_with_any_digits_leaves_the_next_one_free(
    sets: QuestionSets, ids: list[str], next_id: str
) -> None:
    sets.add("odd", "".join(json.dumps({"id": id, "question": "Why?"}) + "\n" for id in ids))
    assert sets.save("odd", {"question": "New?"}) == next_id


def test_a_changed_question_keeps_its_place_its_id_and_what_was_not_changed(sets: QuestionSets) -> None:
    assert sets.save("daily", {"question": "Duties?"}, "s-07") == "s-07"
    assert sets.lines("daily")[0] == {"id": "s-07", "question": "Duties?", "mine": 1}
    assert sets.lines("daily")[1] == json.loads(LINES.splitlines()[1])


@pytest.mark.parametrize("line", [{"question": ""}, {"question": "x?", "as_of": "June"}])
def test_a_change_that_cannot_be_run_leaves_the_set_as_it_was(
    sets: QuestionSets, line: dict[str, Any]
) -> None:
    with pytest.raises(QuestionError):
        sets.save("daily", line, "s-07")
    assert sets.text("daily") == LINES


def test_the_last_question_goes_with_its_set(sets: QuestionSets) -> None:
    sets.delete("daily", "b")
    assert [line["id"] for line in sets.lines("daily")] == ["s-07"]
    with pytest.raises(NotFoundError, match="'b' is no longer in daily"):
        sets.delete("daily", "b")
    sets.delete("daily", "s-07")
    assert sets.names() == []


def test_a_write_that_fails_leaves_the_set_whole(
    sets: QuestionSets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(StorageError, match=r"No space left on device. It is as it was"):
        sets.save("daily", {"question": "New?"})
    assert sets.text("daily") == LINES
    assert [path.name for path in (tmp_path / "questions").iterdir()] == ["daily.jsonl"]


def test_the_questions_of_a_first_run_are_offered_under_its_folders_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("samples", LINES), ("broken", "{"), ("none", "")):
        (tmp_path / name).mkdir()
        if text:
            (tmp_path / name / "questions.jsonl").write_text(text)
    keep_questions(tmp_path, tuple(str(tmp_path / name) for name in ("broken", "none", "samples")))
    assert QuestionSets(tmp_path).names() == ["samples"]
    assert "is not JSON" in capsys.readouterr().err


def texts(sets: QuestionSets) -> list[str]:
    return [line["question"] for line in sets.lines("daily")]


def test_undo_has_the_set_as_it_was(sets: QuestionSets) -> None:
    with sets.changing("daily") as added:
        sets.save("daily", {"question": "New?"})
    sets.undo(added[-1])
    assert sets.text("daily") == LINES
    with sets.changing("daily") as removed:
        sets.remove("daily")
    sets.undo(removed[-1])
    assert sets.text("daily") == LINES
    with sets.changing("fresh") as begun:
        sets.save("fresh", {"question": "First?"})
    sets.undo(begun[-1])
    assert sets.names() == ["daily"]


@pytest.mark.parametrize(
    "content",
    [
        LINES.replace("Rates", "Z\xf6lle").encode("latin-1"),
        LINES.replace("\n", "\r\n").encode(),
        LINES.strip().encode("utf-8-sig"),
    ],
    ids=["latin-1", "lines of Windows", "no last line end"],
)
def test_undo_has_a_file_put_there_by_hand_as_it_was_to_the_byte(
    sets: QuestionSets, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "questions" / "mine.jsonl"
    file.write_bytes(content)
    with sets.changing("mine") as removed:
        sets.remove("mine")
    sets.undo(removed[-1])
    assert file.read_bytes() == content


def test_undo_drops_nothing_that_others_did_since(sets: QuestionSets) -> None:
    with sets.changing("daily") as added:
        sets.save("daily", {"question": "Mine?"})
    sets.save("daily", {"question": "Theirs?"})
    with pytest.raises(QuestionError, match="was changed since"):
        sets.undo(added[-1])
    assert texts(sets) == ["Rates?", "Quotas?", "Mine?", "Theirs?"]


def test_undo_of_a_removal_leaves_another_set_of_its_name(sets: QuestionSets) -> None:
    with sets.changing("daily") as removed:
        sets.remove("daily")
    sets.save("daily", {"question": "Theirs?"})
    with pytest.raises(QuestionError, match="was changed since"):
        sets.undo(removed[-1])
    assert texts(sets) == ["Theirs?"]


def test_questions_added_at_once_are_all_kept(sets: QuestionSets) -> None:
    with ThreadPoolExecutor(8) as several:
        ids = list(several.map(lambda n: sets.save("daily", {"question": f"Number {n}?"}), range(40)))
    assert len(set(ids)) == 40
    assert len(texts(sets)) == 42


@pytest.mark.parametrize("name", ["eu.steel", "a" * 68])
def test_a_set_put_there_by_hand_is_changed_where_it_lies(
    sets: QuestionSets, tmp_path: Path, name: str
) -> None:
    plain = QuestionSets(tmp_path).add(name, '{"id": "other", "question": "Other?"}')[0]
    file = tmp_path / "questions" / f"{name}.jsonl"
    file.write_text(LINES)
    with sets.changing(name) as made:
        sets.save(name, {"question": "Rates on steel?"}, "s-07")
    assert "Rates on steel?" in file.read_text()
    assert "Other?" in sets.text(plain)
    sets.undo(made[0])
    assert file.read_text() == LINES
    with sets.changing(name) as made:
        sets.remove(name)
    sets.undo(made[0])
    assert file.read_text() == LINES
    assert "Other?" in sets.text(plain)


def test_a_new_set_takes_no_other_ones_place(sets: QuestionSets) -> None:
    sets.add("eu-steel", LINES)
    with pytest.raises(QuestionError, match="eu-steel already"):
        sets.save("eu.steel", {"question": "Why?"})
    assert sets.text("eu-steel") == LINES
