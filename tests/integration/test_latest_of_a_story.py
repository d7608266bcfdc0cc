"""Asked for the latest, an answer leads with what a story opens with, whatever else says of what."""

from datetime import date

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "veto.md": (
        "Minister says trade bill will be refused",
        "1987-06-19",
        "CANBERRA, June 19 - The prime minister said he would refuse a trade bill passed by the lower house "
        "if it reached him as it is.\n\nHe said it would move us in the wrong direction.",
    ),
    "bill-abroad.md": (
        "Chilean millers fear Australia's trade bill",
        "1987-06-01",
        "SANTIAGO, June 1 - Millers in Chile said a trade bill before the lower house in Australia was "
        "dangerous for them.\n\nAustralia's trade bill changes what a subsidy is, they said.",
    ),
    "sanctions-set.md": (
        "Norway sets sanctions against Peru",
        "1987-04-17",
        "OSLO, April 17 - Norway imposed sanctions of 300 million crowns on Peru for dumping fishmeal, the "
        "ministry said.",
    ),
    "sanctions-eased.md": (
        "Norway may end more sanctions against Peru",
        "1987-10-20",
        "OSLO, Oct 20 - Norway may lift another 84 million crowns of its sanctions against Peru this "
        "month, the ministry said.\n\nNorway imposed sanctions of 300 million crowns on Peru last April "
        "for its failure to stop dumping fishmeal in other markets.\n\nThe remaining sanctions stay in "
        "force, the ministry said.",
    ),
    "pact.md": (
        "Norway and Chile sign pact",
        "1987-10-05",
        "OSLO, Oct 5 - Norway and Chile signed a free trade pact in Oslo today.",
    ),
    "round.md": (
        "Chile to propose farm reform",
        "1987-10-19",
        "GENEVA, Oct 19 - Chile will propose to Norway and others at the new round of trade talks that farm "
        "subsidies be phased out over five years.",
    ),
}


def first(answering: Answering, question: str, day: date | None = None) -> str:
    answer = answering.answer(AskRequest(question, as_of=day))
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


def test_a_story_from_its_capital_is_of_a_party_that_no_sentence_names(answering: Answering) -> None:
    told = first(answering, "what is the latest on Australia's trade bill", date(1987, 6, 30))
    assert "would refuse" in told


def test_what_a_story_opens_with_leads_over_what_it_tells_of_before(answering: Answering) -> None:
    assert "may lift" in first(answering, "where do Norway's fishmeal sanctions on Peru stand")


def test_of_a_pact_what_names_one_leads_over_other_talks(answering: Answering) -> None:
    assert "signed a free trade pact" in first(answering, "latest on the Norway-Chile free trade pact")
