"""What a chat model left out, in the briefings' own words: whole, once, not without what it leans on."""

import re

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.scripted_chat import asked_of, scripted_chat
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "solar.md": (
        "Solar panels",
        "1987-05-16",
        "Peru lifted its duty on solar panels on May 14. Their makers had paid 9 percent on solar panels. "
        "Inverters for solar panels keep a duty of 3 percent in Peru. Peru met Chile on mirrors.",
    ),
    "tungsten.md": (
        "Peru and Chile agree on tungsten",
        "1987-02-10",
        "Peru and Chile agreed on a tungsten duty of 4 percent, from May on, down from 9 percent.",
    ),
    "tungsten-again.md": (
        "Peru and Chile agree on tungsten, reissued",
        "1987-03-11",
        "The text follows. Peru and Chile have agreed on a tungsten duty of 4 percent from May on, down from "
        "9 percent. The agreement on tungsten between Peru and Chile runs for ten years.",
    ),
    "barley.md": (
        "Press briefing by the trade ministry on barley",
        "1987-03-04",
        "MR. SOTO: Good morning. The barley quota will stay at 3,000 tonnes this year.\n\n"
        "MS. ÁVILA-RUIZ: I thank you for coming. The barley duty is too high, in my view. Growers pay "
        "the barley duty twice. I will ask for the barley duty to be halved by May.",
    ),
}
SOLAR = "status of the solar panels duty of Peru"
BARLEY = "what did Ávila-Ruiz say about the barley duty"
TUNGSTEN = "what was agreed on tungsten in 1987"
TEN_YEARS = "The agreement on tungsten between Peru and Chile runs for ten years."
AGREED, COPY = "Peru and Chile agreed", "Peru and Chile have agreed"
MADE_UP = "The ministers met 77 times in Paris. [{}]"


def numbered(store: Store, question: str) -> dict[str, int]:
    """Which number each sentence of the evidence is offered under."""
    chat = scripted_chat("NO ANSWER")
    Answering(store, chat).answer(AskRequest(question))
    given = asked_of(chat)[0].partition(f"Question: {question}")[2]
    return {words: int(number) for number, words in re.findall(r"^\[(\d+)\] (.+)$", given, re.MULTILINE)}


def answered(store: Store, question: str, *drafted: str) -> Answer:
    return Answering(store, scripted_chat("\n".join(drafted), "NONE")).answer(AskRequest(question))


def said(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


@pytest.fixture(scope="module")
def solar(own_store: Store) -> dict[str, int]:
    return numbered(own_store, SOLAR)


LIFTED = "Peru lifted its duty on solar panels on May 14."
LEANS = "Their makers had paid 9 percent on solar panels."
INVERTERS = "Inverters for solar panels keep a duty of 3 percent in Peru."


def test_what_leans_on_a_sentence_is_told_behind_it(own_store: Store, solar: dict[str, int]) -> None:
    kept, refused = f"{INVERTERS} [{solar[INVERTERS]}]", MADE_UP.format(solar[LEANS])
    assert said(answered(own_store, SOLAR, kept, refused)) == [INVERTERS, LIFTED, LEANS]
    lifted = f"{LIFTED} [{solar[LIFTED]}]"
    assert said(answered(own_store, SOLAR, lifted, refused)) == [LIFTED, LEANS]


def test_it_is_not_told_where_that_sentence_stands_elsewhere(own_store: Store, solar: dict[str, int]) -> None:
    lifted, inverters = (f"{words} [{solar[words]}]" for words in (LIFTED, INVERTERS))
    answer = answered(own_store, SOLAR, lifted, inverters, MADE_UP.format(solar[LEANS]))
    assert said(answer) == [LIFTED, INVERTERS]


def test_who_speaks_is_told_although_the_sentence_before_said_so(own_store: Store) -> None:
    numbers = numbered(own_store, BARLEY)
    growers = "MS. ÁVILA-RUIZ: Growers pay the barley duty twice."
    halved = "MS. ÁVILA-RUIZ: I will ask for the barley duty to be halved by May."
    answer = answered(own_store, BARLEY, f"{halved} [{numbers[halved]}]", MADE_UP.format(numbers[growers]))
    assert said(answer) == [halved, growers]


def test_nothing_is_told_again_that_a_near_copy_has_told(own_store: Store) -> None:
    numbers = numbered(own_store, TUNGSTEN)
    first, copy = (next(words for words in numbers if words.startswith(of)) for of in (AGREED, COPY))
    assert said(Answering(own_store).answer(AskRequest(TUNGSTEN))) == [first, TEN_YEARS]
    answer = answered(own_store, TUNGSTEN, f"{copy} [{numbers[copy]}]", MADE_UP.format(numbers[first]))
    assert said(answer) == [copy]


def test_a_line_that_leads_in_a_list_is_no_sentence_although_it_cites(own_store: Store) -> None:
    numbers = numbered(own_store, SOLAR)
    led = f"The duties on solar panels in Peru: [{numbers[LIFTED]}]"
    answer = answered(own_store, SOLAR, led, f"{LIFTED} [{numbers[LIFTED]}]")
    assert (said(answer), answer.dropped) == ([LIFTED], 0)
