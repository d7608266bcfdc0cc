"""What is told in other words is found, and of what is not found nothing untrue is said."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "tin.md": (
        "Tin Export Board of Bolivia gets a director",
        "1986-05-06",
        "The Tin Export Board has named Ana Li, a banker and once a clerk of TEB, to the post of director.",
    ),
    "levy.md": (
        "Bolivia on its levies",
        "1986-05-08",
        "Bolivia's ministry proposes that the rate of the levy on zinc remain unchanged at three pct.",
    ),
    "remarks.md": (
        "Talks in Quito",
        "1986-05-12",
        "**[Trade Secretary\nEva Rossi](https://example.org/a):**\n“I am glad that the talks in Quito on "
        "lead went well.”\n\n**[Ambassador Wu](https://example.org/b):**\n“The talks in Quito were short.”",
    ),
    "lead.md": (
        "Brazil and Bolivia on lead",
        "1986-05-20",
        "Brazil agreed to remove its additional tariff on imports of Bolivian lead from Chile's smelters.",
    ),
    "rule.md": (
        "Denmark's rule on hormones",
        "1986-11-02",
        "Denmark bans imports of hormone-fed beef. The rule on hormones is due to start on January 4, 1987.",
    ),
    "copper.md": (
        "Chile sells copper to Brazil",
        "1986-10-01",
        "Chile and Brazil have made a deal on copper, officials said.",
    ),
    "law.md": (
        "A law of Chile takes effect",
        "1986-10-03",
        "Chile's law on all deals in copper takes effect on November 3, 1986, Chile's ministry said.",
    ),
    "tractors.md": (
        "Peru's duty on tractors",
        "1986-09-20",
        "Peru raised its duty on tractors to 45 percent.",
    ),
    "callao.md": (
        "Brazil adds a surcharge on ships of Peru",
        "1986-09-28",
        "The harbour court of Callao holds two Brazilian captains, whose trial was put off twice.\n\n"
        "Brazil imposes a surcharge of 35 percent on ships built in Peru, its ministry said on Monday.",
    ),
    "cattle.md": (
        "Peru's quota for cattle",
        "1986-09-22",
        "Peru opened its quota for live cattle from Hungary.",
    ),
}


def ask(answering: Answering, question: str) -> Answer:
    return answering.answer(AskRequest(question))


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("who is the new teb director", "Ana Li"),
        ("bolivia zinc levy proposed rate", "three pct"),
        ("what did Rossi say after Quito", "I am glad"),
        ("bolivia lead penalty of brazil dropped?", "agreed to remove"),
        ("hormone beef ban in Denmark starts when", "January 4"),
    ],
)
def test_what_is_told_in_other_words_is_found(answering: Answering, question: str, stated: str) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    assert stated in answer.answer


@pytest.mark.slow
def test_a_name_that_tells_the_occasion_alone_may_stand_elsewhere_in_the_briefing(
    answering: Answering,
) -> None:
    assert "35 percent" in ask(answering, "surcharge on Peru's ships over the Callao trial, what rate").answer
    assert ask(answering, "surcharge on Peru's ships over the Iquique trial, what rate").abstained


@pytest.mark.parametrize(
    ("question", "untrue", "told"),
    [
        ("Hungary's quota for tractors", "tractors", "tractors in this connection"),
        ("when does the copper deal of Chile and Brazil take effect", "Chile and Brazil together", "a date"),
        ("what did Wu say on tin", "Wu", "anything said by Wu"),
        ("what did the Diet decide on the copper deal", "copper", "Diet"),
    ],
)
def test_what_is_on_file_is_not_said_to_be_nowhere(
    answering: Answering, question: str, untrue: str, told: str
) -> None:
    declined = ask(answering, question).declined
    assert declined
    assert untrue not in declined.not_found
    assert told in declined.not_found
