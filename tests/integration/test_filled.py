"""What answers in words other than the question's is told beside what has all of those."""

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "escudo.md": (
        "Portugal's finance minister to visit Chile",
        "1987-03-31",
        "Portugal's finance minister Rui Costa will visit Chile's Treasury minister Ana Li next week to "
        "discuss Chile's request that the escudo rise against the peso, ministry officials said. The finance "
        "minister of Portugal and the Treasury minister of Chile last talked of the escudo in May. Mr Costa "
        "has ruled out a big revaluation, and will only let it go up little by little. Portugal had a "
        "surplus with Chile last year.",
    ),
    "kites.md": (
        "Ghana's duties on kites",
        "1987-08-13",
        "The order puts a 25 pct duty on kites that are smaller in size and on parts of kites.",
    ),
}


def test_what_answers_is_told_behind_what_has_the_words_of_the_question(answering: Answering) -> None:
    answer = ask(answering, "is Portugal's finance minister going to let the escudo rise as Chile wants?")
    assert first(answer).startswith("Portugal's finance minister Rui Costa will visit")
    assert "has ruled out a big revaluation" in answer.answer
    assert "surplus" not in answer.answer
