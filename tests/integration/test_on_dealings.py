"""Asked how talks or a deal stand, an answer leads with what was dealt, not with a count or a place."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "counts.md": (
        "Ecuador's trade with Colombia",
        "1987-03-20",
        "Ecuador had a trade surplus of 40 million dollars with Colombia in February, the bank said.",
    ),
    "pact.md": (
        "Ecuador and Colombia near a pact",
        "1987-03-10",
        "Ecuador and Colombia agreed in Quito on March 10, 1987 on all but two chapters of their pact.",
    ),
    "in-peru.md": (
        "A deal with Finland",
        "1987-03-18",
        "In Mexico, Finland signed a trade agreement with Norway on March 18, 1987.",
    ),
    "mexico.md": (
        "Mexico and Venezuela sign",
        "1987-02-03",
        "Mexico and Venezuela signed a trade agreement on oil on February 3, 1987.",
    ),
    "signed.md": (
        "Laos and Burma sign a trade pact",
        "1986-10-02",
        "Laos and Burma signed a trade pact on teak on October 2, 1986.",
    ),
    "next.md": (
        "Laos and Burma widen their dealings",
        "1987-03-12",
        "Laos and Burma agreed on March 12, 1987 on a joint sawmill. For steel the terms will be those of "
        "any future agreement with others. It is the first step since last year's Laos-Burma trade pact.",
    ),
    "third.md": (
        "Laos and Burma and Nepal meet",
        "1987-03-25",
        "Laos, Burma and Nepal agreed on March 25, 1987 to count elephants.",
    ),
}


def lead(answering: Answering, question: str) -> str:
    answer = answering.answer(AskRequest(question))
    assert answer.sentences[0].role == "frame"
    return answer.sentences[1].text


def test_asked_for_talks_a_statistic_does_not_lead(answering: Answering) -> None:
    assert "all but two chapters" in lead(answering, "status of the Ecuador Colombia talks")
    assert "surplus of 40 million" in lead(answering, "latest on Ecuador and Colombia")


def test_a_deal_that_was_made_in_a_country_is_not_one_with_it(answering: Answering) -> None:
    assert lead(answering, "status of the Mexico deal").startswith("Mexico and Venezuela signed")


def test_what_the_parties_of_a_pact_dealt_last_leads_though_it_does_not_name_the_pact(
    answering: Answering,
) -> None:
    assert "joint sawmill" in lead(answering, "where does the Laos-Burma trade pact stand")
