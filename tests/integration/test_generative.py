"""A chat model's draft on its way to an answer: checked, sent back once, dropped, or replaced."""

import json
import re

import pytest
from langchain_core.messages import AIMessage

from assistant.answer import Answer, InReserve
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.desks.local import LocalDesk
from assistant.drafting.tokens import token_count
from assistant.web.ask.turn import asked, run_turn
from assistant.web.narrowing import Narrowing
from tests.salmon import CUTS, CUTS_VERBATIM, SIGNED, STATUS, ask, said
from tests.scripted_chat import Reply, asked_of, scripted_chat
from tests.talks_before import BEFORE, TALKS
from vectorstore.store import Store


def without_time(answer: Answer) -> dict[str, object]:
    return {key: value for key, value in answer.to_json().items() if key != "latency_ms"}


def test_a_supported_draft_is_the_answer_with_verbatim_citations(
    library: Store, signed: str, cuts: str
) -> None:
    answer = ask(library, f"{signed}\n{cuts}")
    assert said(answer) == [SIGNED, CUTS]
    assert answer.answer == f"As of 3 October 2024: {SIGNED} [1] {CUTS} [2]"
    assert (answer.engine, answer.dropped, answer.warnings) == ("scripted:one", 0, ())
    assert answer.prompt is not None
    assert re.fullmatch(r"answer [0-9a-f]{12}", answer.prompt)
    for citation in answer.citations:
        text = library.catalogue.briefing(citation.briefing_id).text
        assert citation.quote == text[citation.start : citation.end]


def test_the_day_of_its_evidence_that_a_model_puts_in_front_is_told_once(library: Store, signed: str) -> None:
    answer = ask(library, f"As of October 3, 2024, {signed}")
    assert answer.answer == f"As of 3 October 2024: {SIGNED} [1]"
    assert answer.dropped == 0


def test_a_draft_is_shown_sentence_by_sentence(library: Store, signed: str, cuts: str) -> None:
    chat = scripted_chat(f"{signed}\n{cuts}")
    events = [*Answering(library, chat).events(AskRequest(STATUS))]
    assert events[:2] == ["Searching 16 briefings", "Writing with scripted:one"]
    assert [said(event) for event in events if isinstance(event, Answer)] == [
        [SIGNED],
        [SIGNED, CUTS],
        [SIGNED, CUTS],
    ]


def test_what_is_shown_stays_while_a_draft_grows_and_the_newest_leads_at_the_end(
    library: Store, numbers: dict[str, int], signed: str, cuts: str
) -> None:
    older = next(words for words in numbers if words.startswith("Norway and Chile still"))
    chat = scripted_chat(f"{older} [{numbers[older]}]\n{signed}\n{cuts}")
    events = [*Answering(library, chat).events(AskRequest(STATUS))]
    *growing, final = [event.answer for event in events if isinstance(event, Answer)]
    assert growing[0] == f"12 June 2024: {older} [1]"
    assert growing[1] == f"{growing[0]} Later, 3 October 2024: {SIGNED} [2]"
    assert growing[2] == f"{growing[1]} {CUTS} [3]"
    assert final == f"As of 3 October 2024: {SIGNED} [1] {CUTS} [2] Earlier, 12 June 2024: {older} [3]"


def test_before_a_model_is_waited_for_the_verbatim_answer_is_in_reserve(library: Store, signed: str) -> None:
    events = Answering(library, scripted_chat(signed)).events(AskRequest(STATUS))
    reserved = [event.answer for event in events if isinstance(event, InReserve)]
    assert [answer.answer for answer in reserved] == [Answering(library).answer(AskRequest(STATUS)).answer]


def test_a_sentence_that_fails_is_never_shown_not_even_while_the_draft_grows(
    library: Store, signed: str, cuts: str
) -> None:
    chat = scripted_chat(f"{cuts.replace('2 percent', '3 percent')}\n{signed}", "NONE")
    events = [*Answering(library, chat).events(AskRequest(STATUS))]
    shown = [event for event in events if isinstance(event, Answer)]
    assert all("3 percent" not in answer.answer for answer in shown)
    assert said(shown[-1]) == [CUTS_VERBATIM, SIGNED]
    assert shown[-1].dropped == 1


def test_a_failing_sentence_goes_back_once_with_the_reason_and_stands_in_its_place_when_mended(
    library: Store, signed: str, cuts: str
) -> None:
    chat = scripted_chat(f"{cuts.replace('2 percent', '3 percent')}\n{signed}", cuts)
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert said(answer) == [CUTS, SIGNED]
    assert answer.dropped == 0
    assert "the number 3 percent is not in what it cites" in asked_of(chat)[1]


def test_what_only_says_that_more_is_told_is_neither_shown_nor_sent_back(
    library: Store, signed: str, cuts: str
) -> None:
    chat = scripted_chat(f"Oslo announced that it walks out. [1]\nMeanwhile, {signed}\nAlso, {cuts}", "NONE")
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert said(answer)[-2:] == [SIGNED, CUTS]
    assert asked_of(chat)[1].count("Refused:\n1. Oslo") == 1


def test_a_relation_of_the_models_own_goes_back_and_is_cut_off_where_it_is_not_mended(
    library: Store, signed: str, cuts: str
) -> None:
    chat = scripted_chat(f"{signed}\nBy contrast, {cuts}", "NONE")
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert "it opens with “By contrast”" in asked_of(chat)[1]
    assert said(answer) == [SIGNED, CUTS]
    assert answer.dropped == 0


def test_a_mended_sentence_is_found_behind_what_announces_it(library: Store, signed: str, cuts: str) -> None:
    wrong = cuts.replace("2 percent", "3 percent")
    answer = ask(library, f"{wrong}\n{signed}", f"Here is the corrected sentence:\n\n{cuts}")
    assert said(answer) == [CUTS, SIGNED]
    assert (answer.dropped, answer.warnings) == (0, ())


def test_what_fails_twice_is_not_asked_for_a_third_time(library: Store, signed: str, cuts: str) -> None:
    wrong = cuts.replace("2 percent", "3 percent")
    chat = scripted_chat(f"{wrong}\n{signed}", wrong)
    assert said(Answering(library, chat).answer(AskRequest(STATUS))) == [CUTS_VERBATIM, SIGNED]
    assert len(asked_of(chat)) == 2


@pytest.mark.parametrize(
    ("replies", "why"),
    [
        (["NO ANSWER"], "found no answer in the evidence"),
        ([""], "sent no words"),
        (["I am sorry, I cannot help with that."], "refused to answer"),
        (["The briefings do not say when talks go on. [1]"], "found no answer in the evidence"),
        (["#### {{{ <<< \x00 [[", "NONE"], "wrote nothing that may be shown"),
        ([AIMessage("", response_metadata={"finish_reason": "content_filter"})], "refused to answer"),
        ([ValueError("Expecting value: line 1 column 1")], "cannot be read (ValueError)"),
        ([ConnectionError()] * 4, "could not be reached"),
    ],
)
def test_when_nothing_of_a_model_may_be_shown_the_verbatim_answer_is_with_a_note(
    library: Store, replies: list[Reply], why: str
) -> None:
    answer, verbatim = ask(library, *replies), Answering(library).answer(AskRequest(STATUS))
    assert answer.answer == verbatim.answer
    assert answer.citations == verbatim.citations
    assert answer.engine == "extractive"
    [warning] = answer.warnings
    assert warning.kind == "model"
    assert why in warning.text


def test_a_failure_that_passes_is_tried_again(library: Store, signed: str) -> None:
    answer = ask(library, ConnectionError(), ConnectionError(), signed)
    assert said(answer) == [SIGNED]
    assert answer.usage is not None
    assert answer.usage.calls == 3


def test_a_draft_that_is_cut_off_keeps_its_finished_sentences_and_says_so(
    library: Store, signed: str
) -> None:
    reply = AIMessage(f"{signed}\nChile cuts its tar", response_metadata={"finish_reason": "length"})
    answer = ask(library, reply)
    assert said(answer) == [SIGNED]
    assert "cut off" in answer.warnings[0].text


def test_declining_is_decided_before_a_model_is_asked(library: Store) -> None:
    question = AskRequest("what is the status of the talks with Mongolia")
    chat = scripted_chat()
    answer = Answering(library, chat).answer(question)
    assert answer.abstained
    assert asked_of(chat) == []
    assert without_time(answer) == without_time(Answering(library).answer(question))


def test_a_question_asked_for_verbatim_words_reaches_no_model(library: Store) -> None:
    chat = scripted_chat()
    answer = Answering(library, chat).answer(AskRequest(STATUS, verbatim=True))
    assert asked_of(chat) == []
    assert without_time(answer) == without_time(Answering(library).answer(AskRequest(STATUS)))


def test_a_window_that_holds_no_evidence_gives_the_verbatim_answer(library: Store) -> None:
    answer = ask(library, window=1000)
    assert answer.engine == "extractive"
    assert "too small a window" in answer.warnings[0].text


def test_a_connection_that_breaks_in_the_middle_keeps_what_was_finished(library: Store, signed: str) -> None:
    answer = ask(library, [f"{signed}\nChile cuts", ConnectionError()])
    assert said(answer) == [SIGNED]
    assert "broke off" in answer.warnings[0].text


@pytest.mark.slow
def test_all_replies_of_an_answer_have_one_time_limit(library: Store, signed: str) -> None:
    chat = scripted_chat([1.5, "What is the status of the salmon talks?"], [1.5, signed], timeout=2.0)
    request = AskRequest("what is the status of the talks?", BEFORE)
    answer = Answering(library, chat).answer(request)
    assert len(asked_of(chat)) == 2
    assert answer.engine == "extractive"
    assert "did not answer within 2 s" in answer.warnings[-1].text


@pytest.mark.slow
@pytest.mark.parametrize("window", [2400, 3000, 8192])
def test_a_model_never_gets_more_than_its_window(library: Store, window: int) -> None:
    asked = [*(f"and mill {n} of Chile?" for n in range(200)), BEFORE[0].content]
    history = tuple(turn for text in asked for turn in (Turn("user", text), Turn("assistant", "No.")))
    chat = scripted_chat("NONE", "Chile pays 99 percent. [1]", "NONE", window=window)
    Answering(library, chat).answer(AskRequest(TALKS, history))
    assert len(asked_of(chat)) >= 2
    assert max(token_count(text) for text in asked_of(chat)) <= window - 900


def test_the_page_shows_a_draft_as_it_grows(library: Store, signed: str, cuts: str) -> None:
    chat = scripted_chat(f"{cuts.replace('2 percent', '3 percent')}\n{signed}", "NONE")
    desk = LocalDesk(library, Answering(library, chat))
    steps = [*run_turn(desk, asked(STATUS, Narrowing()), ())]
    assert "Writing with scripted:one" in steps[2].shown_html
    assert SIGNED in steps[3].shown_html
    assert all("3 percent" not in step.shown_html for step in steps)
    assert steps[-1].final
    shown = json.dumps(steps[-1].exchange.answer, default=str)
    assert "1 sentence of the model was left out" in shown
    assert "3 percent" not in shown


def test_a_draft_that_ran_out_of_time_is_not_sent_back(library: Store, signed: str, cuts: str) -> None:
    written = f"{cuts.replace('2 percent', '3 percent')}\n{signed}\n"
    chat = scripted_chat([written, 20.0], timeout=1.0)
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert len(asked_of(chat)) == 1
    assert said(answer) == [CUTS_VERBATIM, SIGNED]
    assert "took longer than 1 s" in answer.warnings[0].text


def test_a_model_that_goes_on_and_on_is_stopped(library: Store, signed: str) -> None:
    answer = ask(library, f"{signed}\n" * 500, "NONE")
    assert said(answer) == [SIGNED]
