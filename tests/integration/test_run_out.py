"""What was set to a day that is over is told as such; what ended it, or holds in its place, leads."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "surcharge.md": (
        "A surcharge on imports",
        "1987-02-20",
        "Section 142 lets the minister charge imports up to 15 percent for half a year. Accordingly, I "
        "impose, for a period of 150 days, a temporary surcharge of 10 percent on articles imported into "
        "Norway, effective March 1, 1987. Fish for bait is exempt.",
    ),
    "pause.md": (
        "Norway waits",
        "1987-03-03",
        "In recognition of the steps taken by the Government of Chile, and in order to see whether they "
        "help, the additional 25 percent rate of duty shall be paused and will not take effect until May 4, "
        "1987.",
    ),
    "chile.md": (
        "Duty on Chile",
        "1987-03-01",
        "The tariff on goods of Chile is raised by 25 percent.",
    ),
    "peru.md": (
        "Talks on a trade pact with Peru",
        "1986-11-10",
        "Norway shall apply to goods of Peru a tariff of 15 percent, made up of the usual duty and a mirror "
        "tariff.",
    ),
    "ended.md": (
        "Some tariffs end",
        "1987-02-20",
        "The duties imposed by Order 257 of April 2, 1986 (Regulating Imports with a Mirror Tariff) shall no "
        "longer be in effect.",
    ),
    "cork.md": (
        "Duty on cork",
        "1987-01-05",
        "The duty on cork is 8 percent. The duty on cork holds until June 30, 1987. The quota on tin is "
        "open.",
    ),
    "bricks.md": (
        "Bricks",
        "1987-01-12",
        "The duty on bricks is 8 percent. Kilns in the south had asked for it, and builders against it.\n\n"
        "The minister met both in Oslo. He said that clay was another matter, and that roads came first.\n\n"
        "Final clauses. What is levied under this decree is a tariff that shall apply until June 30, 1987.",
    ),
    "all.md": (
        "What Kenya pays",
        "1987-03-15",
        "All goods of Kenya pay an additional tariff of 12 percent, with potash from Kenya paying 4 percent.",
    ),
    "quarries.md": (
        "Action on slate from quarries",
        "1987-03-20",
        "Brazil faces up to a 45 percent tariff on imports to Norway as a result of its retaliatory actions. "
        "This includes a 25 percent mirror tariff and a 20 percent surcharge. Slate is looked at.",
    ),
    "listed.md": (
        "Other tariffs",
        "1987-03-25",
        "All goods imported into Norway from the countries listed in Annex 2 shall pay a tariff of 3 "
        "percent.",
    ),
    "truce-1.md": (
        "The truce with Ghana",
        "1987-02-10",
        "Norway will keep its truce with Ghana over cocoa for a further 90 days, from February 10, 1987.",
    ),
    "truce-2.md": (
        "Cocoa",
        "1987-05-12",
        "Norway will keep the truce on cocoa until November 10, 1987, as Ghana wished.",
    ),
    "sums.md": (
        "Order 301: a fee on letters",
        "1987-03-12",
        "Order 301 puts a fee on letters. The ministry has put a tariff of 9 percent on goods of Kenya and "
        "one of 7 percent on goods of Chad.",
    ),
    "no-fee.md": (
        "No fee on letters",
        "1987-06-10",
        "The tariffs and fees imposed by Order 301 of March 12, 1987 shall no longer be in effect.",
    ),
    "oak.md": (
        "Duties on furniture",
        "1987-03-10",
        "Norway will delay for a year the rise in the duty on oak furniture that was set for April 1. I "
        "also put a duty of 5 percent on oak furniture. I stated that on April 1 the duty on oak furniture "
        "would increase to 9 percent.",
    ),
}  # fmt: skip


def ask(answering: Answering, question: str, as_of: date) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


def told(answer: Answer) -> list[str]:
    assert not answer.abstained, answer.answer
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


def notices(answer: Answer) -> list[str]:
    return [notice.text for notice in answer.warnings if notice.kind == "run-out"]


@pytest.mark.parametrize("question", ["is the duty on cork still charged?", "duty on cork, rate"])
def test_a_last_day_that_is_over_is_told_with_the_rate(answering: Answering, question: str) -> None:
    answer = ask(answering, question, date(1987, 9, 1))
    assert any("June 30" in text for text in told(answer))
    (notice,) = notices(answer)
    assert "“until June 30, 1987”: that was over by 1 September 1987" in notice


def test_a_last_day_that_another_sentence_of_the_briefing_has_is_told(answering: Answering) -> None:
    answer = ask(answering, "duty on bricks, rate", date(1987, 9, 1))
    assert any("shall apply until June 30" in text for text in told(answer))
    assert notices(answer)
    before = ask(answering, "duty on bricks, rate", date(1987, 3, 1))
    assert told(before) == ["The duty on bricks is 8 percent."]


def test_nothing_is_said_before_that_day(answering: Answering) -> None:
    assert not notices(ask(answering, "duty on cork, rate", date(1987, 6, 30)))


def test_of_what_is_long_past_nothing_is_said_where_that_is_asked_about(answering: Answering) -> None:
    answer = ask(answering, "what did the duty on cork do in January 1987?", date(1987, 9, 1))
    assert not notices(answer)


def test_so_many_days_are_counted_from_the_day_that_is_told(answering: Answering) -> None:
    (notice,) = notices(ask(answering, "rate of the temporary surcharge", date(1987, 9, 1)))
    assert "“for a period of 150 days”: counted from 1 March 1987" in notice
    assert not notices(ask(answering, "rate of the temporary surcharge", date(1987, 7, 1)))


def test_a_duty_on_all_imports_is_charged_on_each_party(answering: Answering) -> None:
    first, second = told(ask(answering, "what tariff do goods from Peru pay?", date(1987, 3, 9)))
    assert "surcharge of 10 percent on articles imported into Norway" in first
    assert "shall no longer be in effect" in second  # the mirror tariff, called so in the order's title


def test_before_both_what_was_agreed_is_told(answering: Answering) -> None:
    (only,) = told(ask(answering, "what tariff do goods from Peru pay?", date(1987, 2, 1)))
    assert "tariff of 15 percent" in only


def test_what_a_law_allows_is_charged_on_nobody(answering: Answering) -> None:
    answer = ask(answering, "what tariff do goods from Peru pay?", date(1987, 9, 9))
    assert all("up to 15 percent" not in sentence.text for sentence in answer.sentences)


def test_a_pause_of_a_partys_rate_is_told_until_it_is_over(answering: Answering) -> None:
    paused = told(ask(answering, "what rate are goods from Chile on?", date(1987, 4, 1)))
    assert "shall be paused" in paused[0]
    after = told(ask(answering, "what rate are goods from Chile on?", date(1987, 5, 20)))
    assert after[0] == "The tariff on goods of Chile is raised by 25 percent."
    assert all("shall be paused" not in text for text in after)


def test_an_exception_for_some_goods_leaves_it_a_rate_on_all(answering: Answering) -> None:
    first, *_ = told(ask(answering, "what tariff do goods from Kenya pay?", date(1987, 4, 1)))
    assert first.startswith("All goods of Kenya pay")


def test_what_those_listed_pay_is_told_of_a_party_of_which_nothing_else_is(answering: Answering) -> None:
    first, *_ = told(ask(answering, "what tariff do goods from Togo pay?", date(1987, 4, 1)))
    assert "listed in Annex 2" in first
    answer = ask(answering, "what tariff do goods from Kenya pay?", date(1987, 4, 1))
    assert "listed in Annex 2" not in answer.answer


def test_what_a_party_faces_is_told_with_what_it_is_made_up_of(answering: Answering) -> None:
    first, second, *_ = told(ask(answering, "what tariff does Brazil face?", date(1987, 4, 1)))
    assert first.startswith("Brazil faces up to a 45 percent tariff")
    assert second.startswith("This includes a 25 percent mirror tariff")


def test_a_term_that_is_over_does_not_lead_over_one_that_is_not(answering: Answering) -> None:
    first, *_ = told(ask(answering, "how long does the truce with Ghana run?", date(1987, 6, 1)))
    assert "until November 10, 1987" in first


def test_what_others_impose_does_not_end_with_the_order_that_lists_it(answering: Answering) -> None:
    assert "Order 301" not in ask(answering, "what tariff do goods from Chad pay?", date(1987, 7, 1)).answer


@pytest.mark.parametrize("question", ["tariffs on Peru", "latest on Peruvian tariffs"])
def test_what_all_pay_is_told_where_nothing_newer_is_of_the_party(
    answering: Answering, question: str
) -> None:
    first, *_ = told(ask(answering, question, date(1987, 3, 9)))
    assert "surcharge of 10 percent on articles imported into Norway" in first


def test_a_rise_that_was_put_off_is_not_told_behind_the_rate(answering: Answering) -> None:
    sentences = told(ask(answering, "duty on oak furniture, rate", date(1987, 5, 1)))
    assert any("delay for a year" in text for text in sentences)
    assert all("would increase" not in text for text in sentences)


def test_of_an_archive_it_is_told_what_was_over_on_its_newest_day(answering: Answering) -> None:
    """Nothing on file is of the last year: whoever asks without a day asks how things stood at its end."""
    answer = answering.answer(AskRequest("duty on cork, rate"))
    assert not notices(answer)  # the newest briefing is of June 10, and the duty holds until June 30
