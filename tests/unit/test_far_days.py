"""A day at the end of the calendar is refused wherever one is typed, and upsets nothing that counts days."""

from datetime import date

import click
import pytest

from assistant.commands.options import Day
from assistant.evaluation.fields import day
from assistant.web.days import read_day
from ingest.text.dates import is_to_come
from vectorstore.errors import QuestionError

NEVER = ["9999-12-31", "0001-01-10", "3000-01-01", "0999-12-31"]


@pytest.mark.parametrize("written", NEVER)
def test_a_command_refuses_it(written: str) -> None:
    with pytest.raises(click.BadParameter, match="of no year from 1000 to 2999"):
        Day().convert(written, None, None)


@pytest.mark.parametrize("written", NEVER)
def test_the_page_and_programs_refuse_it(written: str) -> None:
    with pytest.raises(QuestionError, match="of no year from 1000 to 2999"):
        read_day(written, "as-of date", "use everything")


@pytest.mark.parametrize("written", NEVER)
def test_a_line_of_a_question_set_refuses_it(written: str) -> None:
    with pytest.raises(QuestionError, match="of no year from 1000 to 2999"):
        day({"as_of": written}, "as_of", "questions.jsonl, line 2")


@pytest.mark.parametrize("written", ["1000-01-01", "2999-12-31"])
def test_the_first_and_the_last_day_are_taken(written: str) -> None:
    assert Day().convert(written, None, None) == read_day(written, "as-of date", "use everything")


def test_no_day_comes_after_the_last_one() -> None:
    assert not is_to_come(date.max, date.max)
    assert is_to_come(date.max, date.min)
