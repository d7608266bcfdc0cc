"""What a party's goods pay is told by what changes the line of the schedule that they are under, too."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "all.md": (
        "A Duty on All Goods",
        "1987-04-02",
        "All articles imported into Norway shall be subject to an additional duty of 5 percent, and those of "
        "the countries in Annex I to more.",
    ),
    "answer.md": (
        "Modifying Duties to Reflect How Others Answered",
        "1987-04-09",
        "Kenya has answered in kind, and Norway does not leave it at that. The schedule of duties shall be "
        "changed as follows:\n\n"
        "Effective with respect to goods entered on or after April 10, 1987:\n\n"
        "(a) heading 12.25 shall be amended by inserting “Articles the product of any country, except for "
        "articles the product of Kenya, as described in heading 12.63 that are entered after that day”;\n\n"
        "(b) heading 12.63 shall be amended by deleting “24%” each place that it appears and by inserting "
        "“45%” in lieu thereof; and\n\n"
        "(c) headings 12.43 to 12.62 are hereby suspended.",
    ),
    "ghana.md": (
        "Norway and Ghana Announce a Deal",
        "1987-03-09",
        "- Also on the telephone, the minister agreed to remove the additional 30 percent tariff on imports "
        "from Ghana in recognition of what Ghana has promised.\n"
        "- Given that Ghana means to trade more evenly, Norway will lower the mirror tariff on Ghana from 30 "
        "percent to 18 percent.",
    ),
}


def told(answering: Answering, question: str, as_of: date) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


def test_the_line_that_its_goods_are_under_tells_its_rate(answering: Answering) -> None:
    answer = told(answering, "what tariff do goods from Kenya pay?", date(1987, 4, 15))
    assert "“45%”" in answer.answer.split("[")[0]
    assert answer.citations[0].source == "answer.md"


def test_before_that_it_pays_what_all_do(answering: Answering) -> None:
    answer = told(answering, "what tariff do goods from Kenya pay?", date(1987, 4, 5))
    assert answer.citations[0].source == "all.md"


def test_the_line_of_one_party_is_not_that_of_another(answering: Answering) -> None:
    assert "“45%”" not in told(answering, "what tariff do goods from Togo pay?", date(1987, 4, 15)).answer


def test_of_one_day_what_leaves_a_rate_leads_over_what_takes_one_off(answering: Answering) -> None:
    answer = told(answering, "what is the tariff on Ghana?", date(1987, 3, 20))
    assert "18 percent" in answer.answer.split("[")[0]
