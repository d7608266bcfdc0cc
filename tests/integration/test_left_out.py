"""What is left out of a chat model's draft: told, counted, and made good in the briefings' own words."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.salmon import CUTS, CUTS_VERBATIM, SIGNED, STATUS, ask, said
from tests.scripted_chat import asked_of, scripted_chat
from vectorstore.store import Store


def test_what_a_dropped_sentence_cites_is_told_in_the_briefings_own_words(
    library: Store, signed: str, cuts: str
) -> None:
    answer = ask(library, f"{signed}\n{cuts.replace('2 percent', '3 percent')}", "NONE")
    assert said(answer) == [SIGNED, CUTS_VERBATIM]
    for citation in answer.citations:
        text = library.catalogue.briefing(citation.briefing_id).text
        assert citation.quote == text[citation.start : citation.end]
    assert [warning.text for warning in answer.warnings] == [
        "1 sentence of the model was left out: the briefings cited do not hold it.",
        "1 sentence here is the briefings' own words, for what the model left out or told otherwise.",
    ]


def test_lines_that_are_no_sentences_with_a_citation_are_not_said_to_be_unheld(
    library: Store, signed: str, cuts: str
) -> None:
    wrong = cuts.replace("2 percent", "3 percent")
    rows = "| Party | Rate |\n| Chile | 2 percent [1] |\nTalks were friendly."
    answer = ask(library, f"{signed}\n{rows}\n{wrong}\n{wrong.replace('3', '4')}", "NONE")
    assert answer.dropped == 4
    assert [warning.text for warning in answer.warnings][:2] == [
        "2 sentences of the model were left out: the briefings cited do not hold them.",
        "2 lines of the model were left out: they are no plain sentences with a citation.",
    ]


def test_what_is_told_already_is_not_told_again_in_the_briefings_words(library: Store, cuts: str) -> None:
    answer = ask(library, f"{cuts}\n{cuts.replace('2 percent', '3 percent')}", "NONE")
    assert said(answer) == [CUTS]
    assert answer.dropped == 1


def test_where_a_model_tells_only_what_is_older_the_newest_leads_in_its_own_words(
    library: Store, numbers: dict[str, int]
) -> None:
    older = next(words for words in numbers if "talks" in words and "ends the talks" not in words)
    answer = ask(library, f"{older} [{numbers[older]}]")
    newest = Answering(library).answer(AskRequest(STATUS))
    assert said(answer)[0] == said(newest)[0]
    assert answer.newest_evidence == newest.newest_evidence


@pytest.mark.parametrize(
    "beside", ["The briefings do not say when the next round takes place.", "I cannot say more about this."]
)
def test_what_is_not_answered_is_no_sentence_that_was_left_out(
    library: Store, signed: str, beside: str
) -> None:
    chat = scripted_chat(f"{signed}\n{beside} [1]")
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert (said(answer), answer.dropped, answer.warnings) == ([SIGNED], 0, ())


def test_a_heading_is_neither_shown_nor_counted_nor_sent_back(library: Store, signed: str) -> None:
    chat = scripted_chat(f"Here is what the briefings say:\n## Status\n{signed}")
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert (said(answer), answer.dropped, len(asked_of(chat))) == ([SIGNED], 0, 1)
