"""What a party is charged on all its goods is the newest rate set: in a list, in a row, on all others."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "schedule.md": (
        "Rates by origin",
        "1986-03-03",
        "The rates of the tariff order apply from March 10.\n\n"
        "| Origin | Tariff on all goods |\n|---|---|\n| Austria | 4% |\n| Hungary | 9% |\n"
        "| Peru | 12% |\n| Poland | 8% |\n",
    ),
    "list.md": (
        "New tariff order",
        "1986-11-10",
        "The Ministry found the rates of March too high for Austria, Hungary, Peru and Poland. "
        "It shall impose a tariff of 6 percent on goods of Austria, Hungary and Poland. "
        "It shall impose a tariff of 7 percent on goods of all other countries under review.",
    ),
    "whaling.md": (
        "Measures for want of a whaling ban",
        "1986-10-20",
        "Austria, Brazil, Ecuador and Peru were asked for a ban. It shall impose a tariff of 11 percent on "
        "goods of Brazil. It shall impose a tariff of 13 percent on goods of all other countries that were "
        "asked.",
    ),
    "surpluses.md": (
        "Ministry sets a base rate",
        "1986-12-22",
        "A tariff of 9 percent shall apply to those with the largest surpluses. All other countries will "
        "continue to be subject to a tariff of 2 percent. Austria, Brazil, Kenya and Poland took note.",
    ),
    "speech.md": (
        "Minister at a fair",
        "1986-12-16",
        "If you do not make your goods here but in Chad, the minister said, you will pay a tariff, and in "
        "some cases a rather large one.",
    ),
    "steel.md": (
        "Duty on steel",
        "1986-12-01",
        "The duty on steel from Hungary and Peru is 30 percent from December 1.",
    ),
    "theirs.md": (
        "Hungary raises its own tariff",
        "1986-12-08",
        "Hungary has imposed a tariff of 22 percent on tractors and on all other imports from Austria.",
    ),
    "may.md": (
        "What may come for Hungary",
        "1986-12-15",
        "The Ministry may impose a tariff of 50 percent on goods of Hungary, an official said. "
        "It has proposed a tariff of 45 percent on goods of Poland.",
    ),
    "law.md": (
        "Surcharges under section 337",
        "1986-02-15",
        "A tariff of 50 percent is imposed under section 337 on goods of Peru.",
    ),
    "effect.md": (
        "What the tariffs did",
        "1986-12-19",
        "A tariff of 3 percent on imports from Poland led to a rise in prices of 2 percent.",
    ),
    "chile-us.md": (
        "What Chile charges",
        "1986-02-10",
        "Chile charges a duty of 31 percent on goods of the United States.",
    ),
    "chile.md": (
        "Duty on Chile ends",
        "1986-12-20",
        "The tariff of 15 percent on goods of Chile has ended on December 19.",
    ),
    "chile-1.md": (
        "Duty on Chile",
        "1986-02-01",
        "The tariff on goods of Chile is raised to 15 percent.",
    ),
}


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


def told(answer: Answer) -> list[str]:
    assert not answer.abstained
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


@pytest.mark.parametrize(
    ("question", "rate", "from_"),
    [
        ("what rate are Hungarian goods on?", "6 percent", "list.md"),
        ("duty on goods from Poland now, total", "6 percent", "list.md"),
        ("Peru: extra tariff on its exports?", "7 percent", "list.md"),  # one of all others
        ("is 9% still the tariff on Hungary", "6 percent", "list.md"),
        ("Hungarian goods at the border - what do they pay", "6 percent", "list.md"),
        ("what tariff are Hungarian goods under right now", "6 percent", "list.md"),
        ("Hungarian goods: what across-the-board duty do they carry?", "6 percent", "list.md"),
        ("what surcharge do imports from Poland attract these days", "6 percent", "list.md"),
        ("what tariff burden do goods of Poland have", "6 percent", "list.md"),
    ],
)
def test_the_newest_rate_on_all_goods_leads(
    answering: Answering, question: str, rate: str, from_: str
) -> None:
    answer = ask(answering, question)
    assert rate in told(answer)[0]
    assert answer.citations[0].source.endswith(from_)


@pytest.mark.parametrize(("party", "rate"), [("Hungary", "9%"), ("Peru", "12%"), ("Poland", "8%")])
def test_before_the_newest_the_row_of_the_table_holds(answering: Answering, party: str, rate: str) -> None:
    question = f"what rate are goods of {party} on?"
    before = ask(answering, question, date(1986, 10, 1))
    assert rate in told(before)[0]
    assert rate not in ask(answering, question).answer  # by now it is replaced


def test_who_may_be_one_of_others_that_are_not_named_is_told_of_by_name(answering: Answering) -> None:
    assert "11 percent on goods of Brazil" in told(ask(answering, "tariff on goods from Brazil"))[0]
    assert "2 percent" in told(ask(answering, "tariff on goods from Kenya"))[0]


def test_what_goods_of_a_kind_are_charged_is_still_told_of_these(answering: Answering) -> None:
    assert "30 percent" in told(ask(answering, "duty on Hungarian steel?"))[0]


def test_what_may_come_and_what_a_party_charges_itself_are_no_rate_on_it(answering: Answering) -> None:
    for question in "what tariff does Hungary face", "what tariff does Poland pay":
        text = " ".join(told(ask(answering, question)))
        assert not any(rate in text for rate in ("22 percent", "45 percent", "50 percent"))


def test_that_a_rate_has_ended_leads_where_nothing_newer_was_set(answering: Answering) -> None:
    sentences = told(ask(answering, "what tariff does Chile face now?"))
    assert "has ended" in sentences[0]
    assert "15 percent" in told(ask(answering, "what tariff does Chile face?", date(1986, 5, 1)))[0]


def test_of_two_parties_each_gets_its_newest_rate(answering: Answering) -> None:
    answer = ask(answering, "Hungary vs Peru: who pays the higher tariff?")
    text = " ".join(told(answer))
    assert "6 percent" in text
    assert "7 percent" in text
    assert not any(rate in text for rate in ("9%", "12%", "30 percent"))
    before = " ".join(told(ask(answering, "compare the tariff rates of Hungary and Peru", date(1986, 10, 1))))
    assert "9%" in before
    assert "12%" in before


@pytest.mark.parametrize(
    "asked", ["compare the tariffs on Hungary and Peru", "the difference between Hungary and Peru on tariffs"]
)
def test_tariffs_of_two_that_are_compared_are_their_rates(answering: Answering, asked: str) -> None:
    assert told(ask(answering, asked)) == told(ask(answering, "Hungary vs Peru: who pays the higher tariff?"))


def test_with_nothing_on_one_of_them_both_are_not_compared(answering: Answering) -> None:
    answer = ask(answering, "tariff rate of Hungary vs Mongolia?")
    assert answer.abstained or "Mongolia" not in " ".join(told(answer))


@pytest.mark.parametrize(
    ("question", "rate"),
    [
        ("tariff on Hungary in May 1986", "9%"),
        ("what was the tariff on Hungarian goods on 1 December 1986?", "6 percent"),
        ("what rate applies to Hungarian goods since December 1986", "6 percent"),
    ],
)
def test_a_rate_holds_until_it_is_changed(answering: Answering, question: str, rate: str) -> None:
    assert rate in told(ask(answering, question))[0]


@pytest.mark.parametrize(
    ("question", "as_of", "rate"),
    [
        ("tariff on Hungary around 5 May 1986", date(1986, 5, 5), "9%"),
        ("tariff on Hungary in November 1986", date(1986, 11, 5), "9%"),  # the order is of the 10th
        ("what was Hungary paying on 1 December 1986, which tariff?", date(1986, 12, 31), "6 percent"),
    ],
)
def test_a_day_in_the_question_may_be_the_one_that_it_is_asked_as_of(
    answering: Answering, question: str, as_of: date, rate: str
) -> None:
    assert rate in told(answering.answer(AskRequest(question, as_of=as_of)))[0]


def test_a_rate_of_a_measure_holds_until_it_is_changed(answering: Answering) -> None:
    answer = ask(answering, "what tariff did Brazil pay under the whaling measures in November 1986")
    assert "11 percent" in told(answer)[0]


def test_what_a_rate_led_to_is_no_rate_that_was_set(answering: Answering) -> None:
    assert "led to" not in ask(answering, "what is the tariff on Poland").answer


def test_asked_what_a_party_charges_what_it_is_charged_is_no_answer(answering: Answering) -> None:
    answer = ask(answering, "what does Chile charge on US goods?")
    assert "31 percent" in answer.answer
    assert "15 percent" not in answer.answer


def test_a_rate_under_a_law_is_not_told_by_one_under_another(answering: Answering) -> None:
    assert "50 percent" in told(ask(answering, "what tariff do goods of Peru pay under section 337?"))[0]
    answer = ask(answering, "what tariff do goods of Hungary pay under section 337?")
    assert answer.abstained


@pytest.mark.parametrize(
    ("question", "rate"),
    [
        ("what tariff does Brazil pay under the whaling measures", "11 percent"),
        ("what tariff does Ecuador pay under the whaling measures", "13 percent"),
        ("whaling tariff rate for Peru", "13 percent"),
    ],
)
def test_a_rate_under_a_measure_told_by_its_title_is_that_measures(
    answering: Answering, question: str, rate: str
) -> None:
    told = answering.answer(AskRequest(question))
    assert rate in told.sentences[1].text


def test_that_goods_pay_a_tariff_tells_no_rate(answering: Answering) -> None:
    answer = ask(answering, "what tariff do goods from Chad pay")
    assert answer.declined
    assert "a rate" in answer.declined.not_found
