"""What a later act has changed is told as changed, though that act names neither goods nor party."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "barley.md": (
        "Levy on barley from Sweden",
        "1987-02-02",
        "Under Regulation (EEC) No 1700/86 a levy of 8 percent is charged on barley from Sweden from March "
        "1, 1987. Brewers in Malmo are not pleased with it.",
    ),
    "butter.md": (
        "Duty on butter from Ireland",
        "1987-02-03",
        "Decree 3300 imposes a duty of 10 percent on butter from Ireland.",
    ),
    "sheep.md": (
        "Levy on wool from Uruguay",
        "1987-02-04",
        "Under Regulation (EEC) No 1800/86 a levy of 5 percent is charged on wool from Uruguay.",
    ),
    "feathers.md": (
        "Duty on feathers from Uruguay",
        "1987-02-05",
        "A duty of 4 percent is charged on feathers from Uruguay.",
    ),
    "corks.md": (
        "Duty on corks from Uruguay",
        "1987-03-02",
        "The duty on corks from Uruguay is raised to 9 percent.",
    ),
    "dates.md": (
        "Council puts off a few days",
        "1987-02-20",
        "The first day of the levies imposed in Regulations (EEC) No 1699/86, 1700/86 and 1701/86 shall be "
        "April 15, 1987.",
    ),
    "raised.md": (
        "Council adjusts its books in March",
        "1987-03-09",
        "The rate of duty set in clause 2 of Decree 3300 is raised from 10 to 14 percent. The rate of the "
        "levy in Regulation (EEC) No 1800/86 would be cut from 5 to 3 percent if the council agrees.",
    ),
    "lowered.md": (
        "Council adjusts its books in April",
        "1987-04-06",
        "The rate of duty set in clause 2 of Decree 3300, as amended, is lowered from 14 to 6 percent.",
    ),
}


BRIEFINGS |= {
    "tin.md": (
        "Surcharge on tin from Chile",
        "1987-02-06",
        "Order 4100 imposes a duty of 10 percent on tin from Chile.",
    ),
    "chile.md": (
        "Amendment of the surcharge on Chile",
        "1987-03-16",
        "As Chile has taken no steps, section 2(a) of Order 4100 is hereby amended by striking the words “10 "
        "percent” and inserting in lieu thereof the words “20 percent”.",
    ),
    "three.md": (
        "Surcharges on three countries",
        "1987-02-07",
        "Order 4200 imposes a duty of 5 percent on wire from Norway. Order 4300 imposes a duty of 10 percent "
        "on wire from Austria and of 5 percent on that from Norway.",
    ),
    "austria.md": (
        "Amendment of the surcharge on Austria",
        "1987-03-18",
        "Section 1 of Order 4300 is amended by striking “5 percent” and inserting “9 percent”.",
    ),
    "review.md": (
        "Review of the surcharges on Kenya",
        "1987-03-20",
        "In Order 4400 of February 9, 1987, a duty of 25 percent was imposed on coffee and hides from Kenya. "
        "In Order 4401 of March 1, 1987, the rate of the duty of Order 4400 on tractors was cut from 25 "
        "percent to 3 percent. Goods of Kenya that are subject to the duty of 25 percent under Order 4400 "
        "shall instead be subject to a duty of 35 percent.",
    ),
}


def first(answering: Answering, question: str, as_of: date | None = None) -> str:
    answer = answering.answer(AskRequest(question, as_of=as_of))
    assert not answer.abstained
    return answer.sentences[1].text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when does the levy on Swedish barley start", "shall be April 15, 1987"),
        ("is the levy on Swedish barley charged yet", "shall be April 15, 1987"),
        ("did the 8 pct levy on Swedish barley start on March 1?", "shall be April 15, 1987"),
        ("what duty does Irish butter pay", "lowered from 14 to 6 percent"),
        ("what is the levy on Swedish barley", "a levy of 8 percent"),
        ("what duty does tin from Chile pay", "inserting in lieu thereof the words “20 percent”"),
        ("what duty do hides from Kenya pay", "shall instead be subject to a duty of 35 percent"),
    ],
)
def test_what_was_changed_last_leads(answering: Answering, question: str, told: str) -> None:
    assert told in first(answering, question)


@pytest.mark.parametrize(
    ("question", "as_of", "told"),
    [
        ("when does the levy on Swedish barley start", date(1987, 2, 10), "from March 1, 1987"),
        ("what duty does Irish butter pay", date(1987, 4, 1), "raised from 10 to 14 percent"),
        ("what duty does Irish butter pay", date(1987, 3, 1), "a duty of 10 percent"),
        ("what duty does tin from Chile pay", date(1987, 3, 1), "a duty of 10 percent on tin from Chile"),
    ],
)
def test_before_the_change_it_is_as_it_was(
    answering: Answering, question: str, as_of: date, told: str
) -> None:
    assert told in first(answering, question, as_of)


def test_what_amends_a_rate_on_another_party_does_not_lead(answering: Answering) -> None:
    assert "a duty of 5 percent on wire from Norway" in first(
        answering, "what duty does wire from Norway pay"
    )


def test_a_change_that_is_not_made_yet_does_not_lead(answering: Answering) -> None:
    assert "a levy of 5 percent" in first(answering, "what is the levy on wool from Uruguay")


def test_a_newer_rate_on_other_goods_replaces_nothing(answering: Answering) -> None:
    assert "A duty of 4 percent" in first(answering, "what is the duty on feathers from Uruguay")


def test_a_notice_says_that_it_was_changed(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what duty does Irish butter pay"))
    [notice] = [notice.text for notice in answer.warnings if notice.kind == "superseded"]
    assert "the measure under Decree 3300 was changed (“Council adjusts its books in April”" in notice
