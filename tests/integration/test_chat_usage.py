"""What a chat model took for an answer: as told, as the least, or about."""

import pytest
from langchain_core.messages import AIMessage

from assistant.answer import Usage
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.drafting.tokens import token_count
from assistant.steps.notices import model_line
from assistant.web.ask.render import answer_html
from tests.salmon import CUTS, SIGNED, STATUS, ask, said
from tests.scripted_chat import asked_of, scripted_chat
from vectorstore.store import Store


def test_tokens_and_cost_are_told_as_far_as_they_are_known(library: Store, signed: str) -> None:
    reply = AIMessage(
        signed, usage_metadata={"input_tokens": 1000, "output_tokens": 50, "total_tokens": 1050}
    )
    priced = scripted_chat(reply, price=(0.25, 2.0))
    assert Answering(library, priced).answer(AskRequest(STATUS)).usage == Usage(1, 1000, 50, 0.00035)
    assert ask(library, reply).usage == Usage(1, 1000, 50, None)
    assert ask(library, signed).usage == Usage(1)


def counted(words: str, read: int, written: int) -> AIMessage:
    return AIMessage(
        words,
        usage_metadata={"input_tokens": read, "output_tokens": written, "total_tokens": read + written},
    )


def test_what_a_reply_took_is_told_where_its_end_is_not_read(library: Store, signed: str, cuts: str) -> None:
    draft = counted(f"{cuts.replace('2 percent', '3 percent')}\n{signed}", 1000, 50)
    chat = scripted_chat(draft, counted(cuts + "\n" * 40 + "Done.", 500, 30), price=(1.0, 2.0))
    answer = Answering(library, chat).answer(AskRequest(STATUS))
    assert said(answer) == [CUTS, SIGNED]
    assert answer.usage == Usage(2, 1500, 80, (1500 + 2 * 80) / 1e6)


def test_what_a_reply_took_that_was_left_in_the_middle_is_estimated(library: Store, signed: str) -> None:
    chat = scripted_chat([f"{signed}\n", 20.0], timeout=1.0, price=(1.0, 2.0))
    usage = Answering(library, chat).answer(AskRequest(STATUS)).usage
    assert usage is not None
    assert (usage.calls, usage.counted) == (1, "about")
    [given] = asked_of(chat)
    assert usage.read == pytest.approx(token_count(given), rel=0.01)
    assert usage.written == token_count(f"{signed}\n")
    assert usage.cost == pytest.approx((usage.read + 2 * usage.written) / 1e6)


def test_what_is_known_is_told_as_the_least_where_one_call_says_nothing(
    library: Store, signed: str, cuts: str
) -> None:
    draft = counted(f"{cuts.replace('2 percent', '3 percent')}\n{signed}", 1000, 50)
    answer = ask(library, draft, *[ConnectionError()] * 4)
    assert answer.usage == Usage(5, 1000, 50, None, "at least")
    assert model_line(answer) == (
        "Written by scripted:one in 5 calls: at least 1,000 tokens read, 50 written."
    )


def test_what_a_model_took_is_told_beneath_its_answer(library: Store, signed: str) -> None:
    html = answer_html(ask(library, signed), {}, "a")
    assert "Written by scripted:one in 1 call." in html
