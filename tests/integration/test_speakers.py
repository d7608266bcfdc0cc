"""Asked what somebody said, an answer is that speaker's own words, with the name that stands before them."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.drafting.offering import offer

# name -> (title, date, text)
BRIEFINGS = {
    "briefing.md": (
        "Press briefing by the trade ministry on barley",
        "1987-03-04",
        "MR. SOTO: Good morning. The barley quota will stay at 3,000 tonnes this year.\n\n"
        "Q: Will the barley duty be cut to 2 percent?\n\n"
        "MS. ÁVILA-RUIZ: I thank you for coming. The barley duty is too high, in my view. Growers pay "
        "the barley duty twice. I will ask for the barley duty to be halved by May.\n\n"
        "Q: And the wool levy?\n\n"
        "MR. SOTO: I have nothing on the wool levy today.",
    ),
    "remarks.md": (
        "Remarks by Minister Anna Quispe to the maltsters",
        "1987-05-06",
        "The barley quota has to go, for it feeds smugglers. Wool is another matter.",
    ),
    "letter.md": (
        "Letter on malt",
        "1987-06-01",
        "TO THE MINISTER:\n\nI think that the malt levy of 7 percent has to be lifted.",
    ),
    "wire.md": (
        "Barley growers protest",
        "1987-06-07",
        "The barley quota ruins us, said Luis Rojas, who heads the growers. Minister Mamani met the growers "
        "on the barley quota. The barley quota was set in 1980, when Mamani was mayor.",
    ),
    "hops.md": (
        "Hops",
        "1987-06-08",
        "The hop duty was hailed by the Hop Growers Union as a victory. The workers of the malt works "
        "said the hop duty was unjust.",
    ),
    "levy.md": (
        "The hop levy",
        "1987-06-09",
        "Traders were glad: judges of the High Court held the hop levy unlawful. "
        "Brewers praised the High Court.",
    ),
    "market.md": (
        "Minister Elsa Huanca Oat Market Remarks",
        "1987-06-10",
        "I have come to speak of oats. The oat toll was never meant to last.",
    ),
    "headline.md": (
        "Oats Fall on Huarachi Remarks",
        "1987-06-11",
        "Oat prices fell. Growers had hoped that the oat toll would go.",
    ),
    "rye.md": (
        "Rye toll",
        "1987-06-12",
        "“The rye toll has done its work. Bakers have cheaper flour again.”\n"
        "— Mill Guild spokesman Raul Choque\n\n"
        "The rye toll brought in 5,000 pesos. Baker Carmen Tito was blunt: “The rye toll is a burden.” "
        "Guild chairman Noel Paz met Carmen Tito and was glad of the rye toll.",
    ),
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what did Mr. Soto say about the barley quota", "MR. SOTO: The barley quota will stay at 3,000"),
        ("what is Soto's position on the barley quota?", "MR. SOTO: The barley quota will stay at 3,000"),
        ("has Soto commented on the barley quota", "MR. SOTO: The barley quota will stay at 3,000"),
        ("what does Quispe think of the barley quota", "The barley quota has to go"),
        ("what did Minister Quispe say about the barley quota", "The barley quota has to go"),
        ("what did Rojas say about the barley quota", "The barley quota ruins us"),
        ("what did Huanca say about the oat toll", "The oat toll was never meant to last."),
        ("what did Choque say about the rye toll", "“The rye toll has done its work."),
        ("what did Raul Choque say?", "“The rye toll has done its work."),
        ("what did Tito say about the rye toll", "Baker Carmen Tito was blunt: “The rye toll is a burden.”"),
    ],
)
def test_the_words_are_the_speakers(answering: Answering, asked: str, told: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert not answer.abstained
    assert answer.answer.split(": ", 1)[1].startswith(told)  # behind the day
    assert "smugglers" in answer.answer or "Quispe" not in asked
    assert len({c.briefing_id for c in answer.citations}) == 1


def test_who_speaks_is_named_once_a_turn(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what did Ávila-Ruiz say about the barley duty?"))
    assert "halved by May" in answer.answer
    assert "twice" in answer.answer
    assert answer.answer.count("MS. ÁVILA-RUIZ:") == 1


def test_the_next_speaker_takes_the_place_of_the_first(answering: Answering) -> None:
    first = "what did Rojas say about the barley quota"
    history = (Turn("user", first), Turn("assistant", answering.answer(AskRequest(first)).answer))
    answer = answering.answer(AskRequest("and Soto?", history=history))
    assert "MR. SOTO: The barley quota will stay" in answer.answer
    assert "Rojas" not in answer.answer


def test_the_next_speaker_is_not_given_the_words_of_the_first(answering: Answering) -> None:
    first = "what did Rojas say about the barley quota"
    history = (Turn("user", first), Turn("assistant", answering.answer(AskRequest(first)).answer))
    for asked in ("and mamani?", "what about the fishermen?"):
        answer = answering.answer(AskRequest(asked, history=history))
        assert "ruins" not in answer.answer


def test_what_a_court_held_is_told_by_others(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what did the high court say about the hop levy"))
    assert "held the hop levy unlawful" in answer.answer


def test_who_said_something_is_told_by_the_name_before_the_turn(answering: Answering) -> None:
    answer = answering.answer(AskRequest("who said that the barley duty is too high?"))
    assert "MS. ÁVILA-RUIZ: The barley duty is too high, in my view." in answer.answer
    answer = answering.answer(AskRequest("who said the barley quota stays at 3,000 tonnes"))
    assert "MR. SOTO: The barley quota will stay at 3,000 tonnes this year." in answer.answer


def test_whoever_says_i_is_named(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the barley duty to be halved?"))
    assert "MS. ÁVILA-RUIZ: I will ask for the barley duty to be halved by May." in answer.answer
    answer = answering.answer(AskRequest("how often do growers pay the barley duty"))
    assert "Growers pay the barley duty twice." in answer.answer
    assert "RUIZ: Growers" not in answer.answer


def test_whom_a_letter_is_to_is_not_who_speaks(answering: Answering) -> None:
    answer = answering.answer(AskRequest("has the malt levy to be lifted?"))
    assert "I think that the malt levy" in answer.answer
    assert "MINISTER" not in answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "what did Soto say about the barley duty",  # somebody else did
        "what did Minister Soto say about wool",  # "I have nothing" on it
        "what did Condori say about the barley quota",  # nobody of that name
        "what did Huarachi say about the oat toll",  # a headline on remarks that it does not give
        "what did Paz say about the rye toll",  # who met the one that is quoted
    ],
)
def test_what_another_said_is_not_told_as_the_speakers(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained or "SOTO" in answer.answer
    assert "ÁVILA-RUIZ" not in answer.answer
    assert "Rojas" not in answer.answer


def test_a_chat_model_is_offered_each_sentence_under_the_name_of_who_says_it(answering: Answering) -> None:
    offered = offer(
        answering.drafted(AskRequest("what did Ávila-Ruiz say about the barley duty")), 5000
    ).offered
    said = [of.words for of in offered.values() if of.published == date(1987, 3, 4)]
    assert "MR. SOTO: The barley quota will stay at 3,000 tonnes this year." in said
    assert "MS. ÁVILA-RUIZ: Growers pay the barley duty twice." in said
    assert not [words for words in said if words.count(":") != 1]


@pytest.mark.parametrize("who", ["HGU", "hop growers union", "Hop Growers Union"])
def test_a_union_is_known_by_all_of_its_name_or_its_initials(answering: Answering, who: str) -> None:
    answer = answering.answer(AskRequest(f"what did the {who} say about the hop duty"))
    assert "hailed by the Hop Growers Union" in answer.answer


def test_the_words_of_other_workers_are_not_those_of_one_union(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what did the united tram workers say about the hop duty"))
    assert answer.abstained
    assert "anything said by united tram workers" in answer.answer
