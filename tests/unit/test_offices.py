"""Who holds an office: asked for, and named right beside it."""

from datetime import date

import pytest

from assistant.asking.offices import asks_holder, names_holder, office_in
from assistant.asking.question import Question, understand


def asked(text: str) -> Question:
    return understand(text, date(1987, 10, 20))


def names(question: str, sentence: str, title: str = "") -> bool:
    read = asked(question)
    return names_holder(sentence, office_in(read), read.parties, title)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who is the USTR", True),
        ("who's the trade minister of Canada?", True),
        ("who chairs the Fed now", True),
        ("who was the trade minister of Canada in 1984", False),
        ("who signed the accord", False),
        (
            "who is the minister blaming for the wheat glut that farmers in the west say is here to stay",
            False,
        ),
    ],
)
def test_a_question_for_the_holder_of_an_office_is_known(question: str, holder: bool) -> None:
    assert asks_holder(asked(question)) is holder


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is the USTR", "Talks were led by Clayton Yeutter, the U.S. Trade Representative."),
        ("who is the us trade representative", "U.S. Trade representative Clayton Yeutter said no."),
        ("who is the trade minister of Canada", "Canada's Trade Minister, Pat Carney, will go to Geneva."),
        ("who is the trade minister of Canada", "Canadian Minister for Trade Pat Carney will go to Geneva."),
        ("who is the EC commissioner", "EC External Relations Commissioner Willy De Clercq disagreed."),
        ("who chairs the Fed", "Federal Reserve Chairman Alan Greenspan spoke of the dollar."),
        ("who heads GATT", "GATT director general Arthur Dunkel asked for patience."),
    ],
)
def test_a_name_beside_the_office_names_the_holder(question: str, sentence: str) -> None:
    assert names(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is the USTR", "The Office of the U.S. Trade Representative asked for comments."),
        ("who is the USTR", "Pat Carney met the U.S. Trade Representative in Ottawa."),
        ("who is the trade minister of Canada", "Japanese Trade Minister Hajime Tamura flew to Ottawa."),
        ("who is the agriculture secretary", "Assistant Agriculture Secretary George Dunlop flew to Rome."),
        ("who is the secretary of commerce", "The Secretary of Commerce and the Secretary of Labor may act."),
        ("who is the secretary of agriculture", "Iowa Secretary of Agriculture Dale Cochran was pleased."),
        ("who is the trade minister of Canada", "Finance Minister Michael Wilson of Canada spoke of trade."),
    ],
)
def test_another_office_or_no_name_does_not(question: str, sentence: str) -> None:
    assert not names(question, sentence)


def test_the_party_may_be_named_in_the_title() -> None:
    sentence = "Trade Minister Pat Carney will go to Geneva."
    assert names("who is Canada's trade minister", sentence, "Canada asks GATT for a ruling")
    assert not names("who is Canada's trade minister", sentence, "Wheat talks go on")
