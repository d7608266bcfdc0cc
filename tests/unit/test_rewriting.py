"""Which wordings of a follow-up a model may put in the place of the rules' own."""

import re
from datetime import date

import pytest

from assistant.asking.followups.standalone import standalone
from assistant.asking.question import Question, understand
from assistant.drafting.rewriting import rewritten, why_not_asked
from assistant.steps.at_hand import of_its_own
from tests.scripted_chat import Reply, asked_of, scripted_chat

ASSUMED = date(2025, 7, 1)


def follow_up(question: str, *earlier: str) -> Question:
    return understand(standalone(question, earlier), ASSUMED, question)


@pytest.mark.parametrize(
    ("earlier", "question", "text"),
    [
        (
            "What tariff do Japanese cars face?",
            "and for Korea?",
            "What tariff do cars from South Korea face?",
        ),
        (
            "what is the status of Japan-US talks",
            "when is the next round?",
            "When is the next round of the Japan-US talks?",
        ),
        (
            "What duty does Chile charge on salmon as of 8 June 2025?",
            "and the quota?",
            "What quota does Chile have on salmon as of 8 June 2025?",
        ),
        ("what is the status of Japan-US talks", "and for Korea?", "What is the status of talks with Korea?"),
        ("what is the status of China-US talks", "when does the truce end", "When does the China truce end?"),
        ("why the delay for Canada?", "how is that in Japan", "How is the delay for Canada in Japan?"),
        ("What tariff do Japanese cars face?", "and for Korea?", "What tariff do Korean cars face?"),
    ],
)
def test_a_wording_of_what_was_typed_may(earlier: str, question: str, text: str) -> None:
    assert why_not_asked(text, follow_up(question, earlier), [earlier], ASSUMED) is None


def test_one_asked_of_the_briefings_at_hand_may_name_what_it_goes_on_from() -> None:
    earlier = ["what is the status of China-US talks"]
    within = of_its_own(follow_up("what did they promise to buy", *earlier))
    assert within.parties == ()
    assert why_not_asked("What did China promise to buy?", within, earlier, ASSUMED) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("What is the beef quota of Canada?", "other parties"),
        ("What is the beef quota of Australia in 2019?", "other days"),
        ("What is the beef quota of Australia as of 1 May 2025?", "another as-of date|other days"),
        ("What is the beef quota of Australia under the secret protocol?", "nobody typed secret, protocol"),
        ("What is the quota of Australia?", "leaves out beef"),
        ("", "no question"),
        ("x " * 300, "no question"),
    ],
)
def test_one_that_adds_or_loses_something_may_not(text: str, reason: str) -> None:
    earlier = "What is the quota of Australia for lamb?"
    said = why_not_asked(text, follow_up("and beef?", earlier), [earlier], ASSUMED)
    assert said is not None
    assert re.search(reason, said), said


@pytest.mark.parametrize(
    ("earlier", "question", "text", "reason"),
    [
        ("the status of Japan-US talks", "and for Korea?", "the status of Japan-US talks", "other parties"),
        (
            "the status of Japan-US talks",
            "and Korea?",
            "the status of talks with Korea, Japan",
            "other parties",
        ),
        ("the status of Japan-US talks", "who signs?", "who signs for the US?", "other parties"),
        ("the status of Japan-US talks", "who signs it?", "who signs it for Japan?", "goes on from"),
        ("the status of US talks", "who signs?", "who signs the talks?", "other parties"),
    ],
)
def test_parties_of_its_own_are_kept_and_none_is_added(
    earlier: str, question: str, text: str, reason: str
) -> None:
    assert reason in str(why_not_asked(text, follow_up(question, earlier), [earlier], ASSUMED))


@pytest.mark.parametrize("reply", ["NO ANSWER", "", "What is the beef quota of Canada?", ConnectionError()])
def test_without_a_usable_wording_the_rules_own_stands(reply: Reply) -> None:
    earlier = "What is the quota of Australia for lamb?"
    chat = scripted_chat(*[reply] * 4)
    found, usage = rewritten(follow_up("and beef?", earlier), [earlier], chat, ASSUMED)
    assert found is None
    assert usage.calls == len(asked_of(chat))


def test_what_a_model_thinks_first_is_no_wording() -> None:
    earlier = "What is the quota of Australia for lamb?"
    chat = scripted_chat("<think>Lamb.\n\nOr beef?</think>\n\nWhat is the quota of Australia for beef?")
    found, _ = rewritten(follow_up("and beef?", earlier), [earlier], chat, ASSUMED)
    assert found is not None
    assert found.standalone == "What is the quota of Australia for beef?"


def test_only_what_fits_the_window_is_sent() -> None:
    earlier = [f"what about the quota for product number {number} of Australia" for number in range(300)]
    chat = scripted_chat("What is the quota of Australia for beef?", window=2000)
    rewritten(follow_up("and beef?", *earlier), earlier, chat, ASSUMED)
    [asked] = asked_of(chat)
    assert "Australia" in asked
    assert "product number 299" in asked
    assert "product number 7 " not in asked
