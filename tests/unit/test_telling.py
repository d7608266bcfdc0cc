"""What says nothing by itself is no evidence: scraps, set forms of acts, and what somebody only asks."""

import pytest

from assistant.reading.telling import is_asked, says_something
from assistant.reading.turns import question_before

TRANSCRIPT = """\
MS. HALE: Good afternoon. The levy on barley stays at 12 percent.

Q    Thank you. Peru says that the levy is gone. Is that so?

MS. HALE: It is not. We told Lima last week.

QUESTION: And quotas were doubled. Why?

MR. OKORO (as interpreted): No quota was doubled.
"""


@pytest.mark.parametrize(
    "text",
    [
        "The duty on wheat is 12 percent.",
        "12 Jan. 1987 is when the duty on wheat ends.",
        "Nothing in the talks so far suggests an accord on wheat.",
        "Negotiators were done at noon, and copies of the accord were handed out in the hall.",
        "This order shall be implemented by the customs service from 1 May.",
        "By virtue of the authority vested in it, the council raised the duty to 4 percent.",
    ],
)
def test_a_statement_says_something(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "On steel.",
        "Wheat prices, 1979 to 1986",
        "The following are the rates.",
        "47 Off. Gaz. 1201 (Initiation of an Inquiry into Wheat Duties).",
        "Will the duty on wheat be lifted before the harvest is in?",
        "“Is that the end of the wheat quota?”",
        "IN WITNESS WHEREOF, I have hereunto set my hand this sixth day of June, in the year 1987.",
        "In witness whereof the undersigned, being duly authorised, have signed this agreement.",
        "DONE at Geneva this fifteenth day of April 1994, in a single copy, in English, French and Spanish.",
        "(b) Nothing in this agreement shall be construed to prevent a party from setting quotas.",
        "This proclamation is not intended to, and does not, create any right or benefit.",
        "By the authority vested in me as President by the laws of Peru, it is hereby ordered:",
        "(b) Any provision of previous orders that is inconsistent with this order is superseded.",
        "Subject: Actions of Peru in the inquiry into duties on wheat of 60 economies",
        "NOW, THEREFORE, I, JUAN PEREZ, by virtue of the powers conferred on me, proclaim as follows:",
    ],
)
def test_scraps_set_forms_and_questions_do_not(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize("words", ["Peru says that", "Is that so", "quotas were doubled"])
def test_what_is_said_in_asking_is_asked(words: str) -> None:
    assert is_asked(TRANSCRIPT, TRANSCRIPT.index(words))


@pytest.mark.parametrize("words", ["Good afternoon", "The levy on", "It is not", "No quota was"])
def test_what_is_answered_is_not(words: str) -> None:
    assert not is_asked(TRANSCRIPT, TRANSCRIPT.index(words))


def test_nothing_is_asked_where_nobody_speaks() -> None:
    text = "Q1 output rose. Quotas stay.\n\nQuestions of trade were left open."
    assert not any(is_asked(text, at) for at in range(len(text)))


def test_who_answers_in_small_letters_is_not_who_asks() -> None:
    text = (
        "Subjects: barley; rice.\n\nMinister Hale: Good day.\n\nJournalist: Is the levy on barley gone?\n\n"
        "Minister Hale: It is not, and stays.\n\nMedia (Lima): And on rice?\n\nMinister Hale: That is gone."
    )
    assert [
        is_asked(text, text.index(said)) for said in ("Is the levy", "It is not", "And on", "That is")
    ] == [
        True,
        False,
        True,
        False,
    ]
    assert question_before(text, text.index("That is")) == "And on rice?"
    assert not question_before(text, text.index("Good day"))


def test_a_line_of_subjects_is_a_set_form() -> None:
    assert not says_something("Subjects: duty on barley of Peru; rice and its quotas.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Secretary shall set the rates in a notice to be published in the Federal Register.",
        "The two ministers signed the accord on tin at 10 Downing Street, London, on Tuesday.",
        "An unofficial translation of the accord says that Peru pays 9 percent.",
    ],
)
def test_what_a_notice_or_an_address_would_say_by_itself_is_text_in_a_sentence(sentence: str) -> None:
    assert says_something(sentence)
