"""What is near to a question in goods, parties and words is no answer to it where it is on another thing."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "dumping.md": (
        "Canada: antidumping duty on tin plate of Peru",
        "1987-03-02",
        "The Tribunal has set an antidumping duty of 12 percent on tin plate of Peru. The antidumping duty "
        "on tin plate of Peru was found to be due after a complaint of the makers in Canada.",
    ),
    "yarn.md": (
        "Pakistan cotton report",
        "1987-03-04",
        "Pakistan withdrew the exemption of imported cotton yarn from the sales tax of 18 percent, while "
        "imported raw cotton stays free of duty. The cotton crop of Pakistan is seen at 5 million bales.",
    ),
    "onions.md": (
        "Chile levies export duty on onions",
        "1987-03-05",
        "Chile has levied an export duty of 20 percent on onions from March 9. Growers of onions in Chile "
        "asked for it to be lifted.",
    ),
    "lumber.md": (
        "Lumber duties",
        "1987-03-06",
        "Canadian lumber pays combined duties of 45 percent in the United States. Talks on lumber between "
        "Canada and the United States go on.",
    ),
    "pact.md": (
        "Peru and Egypt conclude a free trade agreement",
        "1987-03-07",
        "Peru and Egypt concluded their free trade agreement after eight rounds. The ministers told their "
        "teams to finish the legal review with a view to signature before December 15, 1987. Uruguay has not "
        "joined the free trade agreement of Peru and Egypt.",
    ),
    "surtax.md": (
        "Norway: surtax order",
        "1987-03-09",
        "The surtax does not apply to goods that were in transit to Norway on the day on which the order "
        "came into force. A surtax of 25 percent applies to wire and to doors of Norway's partners.",
    ),
    "border.md": (
        "Norway border charge: questions",
        "1987-03-11",
        "The border charge of Norway starts on May 4, 1987 for importers. Glass and ceramics are not covered "
        "by the border charge.",
    ),
    "corn.md": (
        "Thailand opens quota for corn",
        "1987-03-12",
        "Thailand opened a duty-free quota of one million tonnes for corn until June 30, 1987. Out-of-quota "
        "corn pays 73 percent.",
    ),
    "doorstop.md": (
        "Doorstop on trade",
        "1987-03-13",
        "The Minister for Trade of Iceland spoke on trade with Greece and its quotas.\n\n"
        "Journalist: What is the offer of Greece on lamb now?\n\n"
        "Sigurdsson: The offer on the table is 30,600 tonnes. We are not there yet.\n\n"
        "Journalist: When do you expect signature of the pact?\n\n"
        "Sigurdsson: Work on the text takes months. We hope for signature in the first quarter of 1988.",
    ),
}


def ask(answering: Answering, question: str) -> Answer:
    return answering.answer(AskRequest(question))


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("countervailing duty on tin plate of Peru", "countervailing duty"),
        ("Pakistan cotton export duty", "export duty"),
        ("import duty on onions in Chile", "import duty"),
        ("surtax of Norway on aluminum", "aluminum"),
        (
            "when does the free trade agreement of Peru and Egypt enter into force",
            "when it enters into force",
        ),
        ("who is the chief negotiator of Peru for the free trade agreement with Egypt", "a name"),
    ],
)
def test_another_thing_is_no_answer(answering: Answering, question: str, lacking: str) -> None:
    answer = ask(answering, question)
    assert answer.abstained
    assert lacking in answer.answer


def test_what_is_charged_on_goods_is_not_told_for_what_their_country_charges(answering: Answering) -> None:
    assert "45 percent" not in ask(answering, "duties on US lumber in Canada").answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("antidumping duty on tin plate of Peru", "12 percent"),
        ("AD duty on tin plate of Peru", "12 percent"),
        ("export duty on onions in Chile", "20 percent"),
        ("Canadian lumber duties", "45 percent"),
        ("what does Canadian lumber pay after the surtax", "45 percent"),
        ("what quota of lamb has Greece offered Iceland", "30,600 tonnes"),
        ("when do Iceland and Greece expect signature of the pact", "first quarter of 1988"),
    ],
)
def test_the_thing_itself_is_told(answering: Answering, question: str, told: str) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("surtax on wire in Norway", "A surtax of 25 percent"),
        ("when does the border charge of Norway start for glass", "Glass and ceramics are not covered"),
        ("out-of-quota duty on corn in Thailand", "Out-of-quota corn pays 73 percent"),
    ],
)
def test_the_rule_comes_before_its_exception(answering: Answering, question: str, first: str) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    lead = next(sentence.text for sentence in answer.sentences if sentence.role != "frame")
    assert lead.startswith(first)
