"""Goods that a sentence before the question tells of: asked in every way, beside the direct question."""

from datetime import date

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from tests.evals.told import ASKED, TOLD, asked_of, read_goods
from vectorstore.errors import QuestionError


def test_each_way_to_tell_is_asked_beside_the_direct_question() -> None:
    def answer(text: str) -> Answer:
        if text.startswith("We have"):
            return Answer(text, text, "", abstention="no-subject")
        cited = Citation(1, "a", "a.md", "Tin", None, date(1987, 3, 2), None, "It is 4 percent.", 0, 16)
        return Answer(text, text, "", (AnswerSentence("It is 4 percent.", (1,)),), (cited,))

    found = list(asked_of("tin", "Peru", answer))
    assert len(found) == len(TOLD) * len(ASKED)
    assert all("tin" in of.text and "Peru" in of.text for of in found)
    assert {of.direct for of in found} == {"1987-03-02 Tin"}
    assert [of.lead for of in found].count("declined") == len(ASKED)


@pytest.mark.parametrize("line", ["tin", "tin:", ": Peru"])
def test_a_line_without_goods_or_party_is_refused(line: str) -> None:
    with pytest.raises(QuestionError, match="a colon"):
        read_goods(line)
