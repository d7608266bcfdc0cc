"""What a sentence leaves to what stands around it is found there: its goods, the law it rests on."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "access.md": (
        "Peru and Chile end their talks",
        "1987-03-02",
        "Peru and Chile accepted a minimum of access for rice. Chile will import 4 percent of what it eats "
        "in 1988, and 8 percent in 1993.\n\n"
        "Both will look at barley next. The ministers meet again in June.",
    ),
    "medicines.md": (
        "Adjusting imports of medicines",
        "1987-03-04",
        "The inquiry under section 232 of the Act has found that imports of medicines threaten to impair "
        "the security of the nation.\n\n"
        "## Rates\n\n"
        "The tariff rate on patented medicines of Kenya shall be 10 percent.\n",
    ),
    "wool.md": (
        "Floor price for wool",
        "1987-03-05",
        "The Wool Board has put the floor price of wool for export at Rs 950 a bale. Wool mills welcomed it.",
    ),
    "tin.md": (
        "Aceros and Siderperu: duties on tin plate",
        "1987-03-06",
        "Aceros pays a final rate of 12 percent on tin plate. Siderperu pays a final rate of 31 percent on "
        "tin plate.",
    ),
    "fleet.md": (
        "Chile settles with Oman",
        "1987-03-09",
        "Chile and Oman signed the settlement in Muscat. They will set up a council on fishing fleets. "
        "Its first meeting is to be held by May 4, 1987.",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("access for rice: what percent of what it eats will Chile import", "4 percent of what it eats"),
        ("Kenyan patented medicines: S232 rate?", "shall be 10 percent"),
        ("floor price of wool for export - where is it?", "Rs 950"),
        ("tin plate: Aceros' final rate against Siderperu's", "31 percent"),
        ("tin plate: Aceros' final rate against Siderperu's", "12 percent"),
    ],
)
def test_it_is_told(answering: Answering, asked: str, told: str) -> None:
    assert told in answering.answer(AskRequest(asked)).answer


@pytest.mark.parametrize(
    "asked",
    [
        "access for maize: what percent of what it eats will Chile import",
        "Kenyan patented medicines: S301 rate?",
        "what city will the council on fishing fleets first meet in?",
    ],
)
def test_what_stands_there_of_another_thing_is_no_answer(answering: Answering, asked: str) -> None:
    assert answering.answer(AskRequest(asked)).abstention
