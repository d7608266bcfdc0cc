"""Asked for the duty on goods, the rate on them leads, not a newer one on what is made of them."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "first.md": (
        "Norway sets its duties on metals",
        "1987-02-02",
        "Norway will charge duties on imports of copper and zinc of 40 percent from March 1, 1987. Mills in "
        "Bergen that work with zinc asked for less.",
    ),
    "later.md": (
        "Norway eases its metal duties for machines",
        "1987-03-16",
        "Machines that hold copper or zinc now have a duty rate of 12 percent in Norway. Cans with 80 "
        "percent of zinc content pay 8 percent. The ministry said that its duties on metals work.",
    ),
}


def test_the_rate_on_the_goods_themselves_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what rate do imports of copper pay?"))
    assert not answer.abstained
    assert "40 percent" in answer.sentences[1].text
