"""Who said something is told by the heading that names whose words stand below it."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "shows.md": (
        "Sunday talk on tin",
        "2025-07-13",
        "#### **Trade Minister for Metals Anna Li on the morning show**\n\n-   On tin: “The duty on tin "
        "brings in three trillion pesos over ten years. Nobody has felt it.”\n\n#### **Senior Counselor Bo "
        "Wu**\n\n-   “No mill of ours will ever close.”\n-   The mills were open on Monday.",
    ),
}


def test_the_heading_is_told_and_cited_with_the_words(answering: Answering) -> None:
    answer = answering.answer(
        AskRequest("who said that the tin duty brings in three trillion pesos over ten years?")
    )
    assert "Anna Li on the morning show: " in answer.answer
    assert answer.citations[0].quote == "Trade Minister for Metals Anna Li on the morning show"
    assert any("three trillion pesos" in citation.quote for citation in answer.citations)


def test_each_is_told_by_the_nearest_heading(answering: Answering) -> None:
    answer = answering.answer(AskRequest("who said that no mill will ever close?"))
    assert "Senior Counselor Bo Wu: " in answer.answer
    assert "Anna Li" not in answer.answer


def test_what_is_quoted_is_told_alone_where_nobody_asks_who_said_it(answering: Answering) -> None:
    assert "Bo Wu" not in answering.answer(AskRequest("will a mill close?")).answer
