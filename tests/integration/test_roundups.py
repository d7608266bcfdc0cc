"""A round-up has a section on each of its parties and goods: each is read as a briefing of its own."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import NewsRequest, TimelineRequest
from assistant.chronicle.lookback import find_news, find_timeline
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "labels.md": (
        "Morning trade brief",
        "1987-04-29",
        "Good morning. Here is what moved overnight.\n\n"
        "- **Kenya and Uganda:** The two reopened the border post at Busia on April 27 after six weeks. "
        "Coffee lorries may cross from May 2.\n"
        "- **Finland:** Helsinki raised its quota of Soviet oil to 9 mln tonnes. Payment is in roubles.\n"
        "- **Cotton:** Egypt withdrew its offer of long-staple cotton on April 28.\n",
    ),
    "first-week.md": (
        "Week in trade: 6 May 1987",
        "1987-05-06",
        "This week's notes cover wheat, steel and the talks of Norway and Portugal.\n\n"
        "## Wheat\n\n"
        "The Council met in Geneva on May 4 and put off its vote on the export credit code until June 12. "
        "Argentina and Australia had asked for a cap of 9 percent on subsidised sales.\n\n"
        "## Steel\n\n"
        "Brussels opened a safeguard review of stainless bars on May 5. Makers in Sweden and Austria have "
        "until May 29 to comment. The present quota of 40,000 tonnes runs out on July 1.\n\n"
        "## Norway and Portugal\n\n"
        "Norway and Portugal signed a protocol on cod on May 3. It cuts the Portuguese duty from 12 to 7 "
        "percent as of July 1. Lisbon's parliament still has to ratify it.\n\n"
        "## Hungary\n\n"
        "No meeting took place this week. Budapest says it will send its offer on beef before May is over.",
    ),
    "second-week.md": (
        "Week in trade: 13 May 1987",
        "1987-05-13",
        "## Wheat\n\n"
        "Argentina tabled its own text on May 11 and dropped the demand for a cap. The vote stays set for "
        "June 12.\n\n"
        "## Norway and Portugal\n\n"
        "Meanwhile, the parliament in Lisbon ratified the cod protocol on May 12 by 140 votes to 61. "
        "The Storting in Oslo will vote on May 28.\n\n"
        "## Hungary\n\n"
        "Budapest sent its offer on beef on May 9: a quota of 6,000 tonnes at 8 percent. Brussels "
        "said that it would study it.",
    ),
    "asia.md": (
        "Chile and Peru: where the talks of May stand",
        "1987-05-20",
        "## Chile\n\n"
        "The fourth round between Chile and Japan was held in Santiago on May 18. The minister spoke of "
        "headway, but a pact has not been reached. Santiago hopes that the heads of state meet in Lima.\n\n"
        "## Peru\n\n"
        "Peru and Japan signed a fishmeal pact on May 19.",
    ),
}


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("latest on steel", ["opened a safeguard review", "until May 29", "runs out on July 1"]),
        (
            "latest on wheat",
            ["Argentina tabled its own text", "stays set for June 12", "Earlier, 6 May 1987"],
        ),
        ("where do things stand with Hungary", ["sent its offer on beef", "Brussels said that"]),
        ("status of the Chile talks", ["The fourth round", "a pact has not been reached", "hopes that"]),
        ("what's new with Kenya", ["reopened the border post at Busia", "may cross from May 2"]),
        ("latest on cotton", ["Egypt withdrew its offer"]),
        ("what happened with steel in May 1987", ["opened a safeguard review"]),
    ],
)
def test_the_latest_on_a_subject_is_told_from_its_section_as_it_stands(
    answering: Answering, question: str, told: list[str]
) -> None:
    answer = ask(answering, question).answer
    places = [answer.find(words) for words in told]
    assert -1 not in places, answer
    assert places == sorted(places)


@pytest.mark.parametrize("question", ["latest on steel", "status of the Chile talks"])
def test_nothing_of_another_section_is_told(answering: Answering, own_store: Store, question: str) -> None:
    answer = ask(answering, question)
    for citation in answer.citations:
        text = own_store.catalogue.briefing(citation.briefing_id).text
        heading = text[: citation.start].rpartition("## ")[2].partition("\n")[0]
        assert heading.lower() in question.lower()


def test_a_sentence_that_leans_on_the_one_before_comes_with_it(answering: Answering) -> None:
    answer = ask(answering, "status of the Norway-Portugal talks", date(1987, 5, 7)).answer
    assert "signed a protocol on cod on May 3. [1] It cuts the Portuguese duty from 12 to 7 percent" in answer


def test_a_section_that_opens_with_a_tie_is_told_without_it(answering: Answering) -> None:
    answer = ask(answering, "what is the status of the Norway-Portugal talks").answer
    assert answer.startswith("As of 13 May 1987: The parliament in Lisbon ratified the cod protocol")


def test_two_sections_are_compared(answering: Answering) -> None:
    answer = ask(answering, "compare the Chile and Hungary talks").answer
    assert answer.index("The fourth round") < answer.index("sent its offer on beef")


def test_a_timeline_has_what_a_section_dates(own_store: Store) -> None:
    found = find_timeline(own_store, TimelineRequest("Hungary"))
    assert [d.text[:31] for d in found.developments] == ["Budapest sent its offer on beef"]


def test_the_news_tell_each_section_under_its_party(own_store: Store) -> None:
    news = find_news(own_store, NewsRequest(date(1987, 5, 10)))
    told = {(group.party, item.section) for group in news.groups for item in group.items}
    assert told >= {("AR", "Wheat"), ("HU", "Hungary"), ("CL", "Chile"), ("PE", "Peru")}
    assert news.dated == 2


def test_the_news_of_a_party_tell_its_sections_alone(own_store: Store) -> None:
    [group] = find_news(own_store, NewsRequest(date(1987, 5, 1), ("HU",))).groups
    assert [(item.section, item.published) for item in group.items] == [
        ("Hungary", date(1987, 5, 13)),
        ("Hungary", date(1987, 5, 6)),
    ]


def test_a_line_with_a_label_is_a_section(own_store: Store) -> None:
    found = find_news(own_store, NewsRequest(date(1987, 4, 29))).groups
    told = {(group.party, i.section) for group in found for i in group.items if i.title.startswith("Morning")}
    assert told == {("KE", "Kenya and Uganda"), ("FI", "Finland"), ("EG", "Cotton")}
    [labelled] = [b for b in own_store.catalogue.briefings() if b.source.endswith("labels.md")]
    assert {"KE", "UG", "FI"} <= {*labelled.parties}  # each is named once, in its label


def test_what_is_new_tells_of_several_sections(answering: Answering) -> None:
    answer = ask(answering, "what's new?").answer
    assert answer.index("The fourth round") < answer.index("fishmeal") < answer.index("Argentina tabled")
