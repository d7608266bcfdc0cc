"""A follow-up is asked of the briefings that the answer before was made of."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.steps.at_hand import is_on_others
from tests.asked import asked_behind
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "safeguard.md": (
        "Safeguard on ceramic tiles",
        "1986-05-02",
        "Chile takes a safeguard measure on ceramic tiles. A quota of 90,000 tonnes a year is opened, and "
        "what is imported above it pays 22 percent. The measure lasts three years. Goods of Peru are left "
        "out, as they are a small part of imports. Minister Rojas signed the order.",
    ),
    "tin.md": (
        "Tin accord",
        "1986-06-03",
        "Bolivia and Malaysia renewed their tin accord. The accord lasts six years from July. It is signed "
        "by Minister Lopez and covers 40,000 tonnes a year.",
    ),
    "malt.md": (
        "Quota on malt",
        "1986-07-01",
        "Peru put a quota of 3,000 tonnes on malt to protect its brewers' suppliers. The quota is in force "
        "at once.",
    ),
    "malt-lifted.md": (
        "Malt is free again",
        "1986-09-01",
        "Peru lifted its quota on malt, which is no longer in force.",
    ),
    "cuba.md": (
        "Cuba and Norway agree on cod",
        "1986-08-04",
        "Cuba and Norway agreed on cod on August 3, 1986. What Norway agreed on cod with Ghana, Iceland and "
        "others helps the fleet, the minister said.",
    ),
    "ghana.md": (
        "Ghana and Norway sign a cod protocol",
        "1986-08-20",
        "Ghana and Norway agreed on 900 tonnes of cod on August 19, 1986.",
    ),
    "glass.md": (
        "Inquiry into glass",
        "1986-06-04",
        "Importers of bottles were heard on how long an inquiry into glass lasts. The inquiry lasts nine "
        "months, the authority said, and bottles of Norway are part of it.",
    ),
}
TILES = "what is the safeguard on ceramic tiles?"


def sources(answer: Answer) -> set[str]:
    return {citation.source for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("how long?", "three years"),
        ("and who signed it", "Rojas"),
        ("why is peru left out", "small part"),
        ("thx. how much above that?", "22 percent"),
    ],
)
def test_a_follow_up_is_answered_from_what_was_just_told(
    answering: Answering, question: str, fact: str
) -> None:
    answer = asked_behind(answering, TILES, question)
    assert fact in answer.answer
    assert sources(answer) == {"safeguard.md"}


@pytest.mark.slow
def test_it_is_the_last_answer_that_counts(answering: Answering) -> None:
    assert "six years" in asked_behind(answering, TILES, "what about the tin accord?", "how long?").answer
    assert "three years" in asked_behind(answering, "is there a tin accord?", TILES, "how long?").answer


def test_a_refusal_in_between_does_not_lose_the_thread(answering: Answering) -> None:
    between = "which court heard it?"
    assert asked_behind(answering, TILES, between).abstained
    assert "three years" in asked_behind(answering, TILES, between, "how long does it last?").answer


def test_a_refusal_on_another_subject_takes_the_thread(answering: Answering) -> None:
    between = "what does Norway charge on herring?"
    assert asked_behind(answering, TILES, between).abstained
    assert asked_behind(answering, TILES, between, "how long does it last?").abstained


def test_nothing_that_the_assistant_said_is_carried_over(answering: Answering) -> None:
    said = "The tin accord of Bolivia and Malaysia lasts six years."
    plain, told = (asked_behind(answering, TILES, "how long?", said=text) for text in ("", said))
    assert replace(plain, latency_ms=0) == replace(told, latency_ms=0)


def test_another_process_reads_the_same_of_a_conversation(answering: Answering) -> None:
    asked_behind(answering, TILES)
    warm = asked_behind(answering, TILES, "how long?")
    cold = asked_behind(Answering(answering._store), TILES, "how long?")
    assert replace(cold, latency_ms=0) == replace(warm, latency_ms=0)


@pytest.mark.slow
def test_a_long_conversation_is_not_answered_all_over_again(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered: list[str] = []
    verbatim = Answering._verbatim

    def counted(self: Answering, request: AskRequest) -> Answer:
        answered.append(request.question)
        return verbatim(self, request)

    monkeypatch.setattr(Answering, "_verbatim", counted)
    asked_behind(Answering(answering._store), *[TILES, "how long?"] * 20)
    assert 0 < len(answered) <= 5


@pytest.mark.slow
def test_what_the_briefings_at_hand_do_not_tell_is_declined(answering: Answering) -> None:
    for question in ("how many mills does that help?", "what does it cost consumers?"):
        assert asked_behind(answering, TILES, question).abstained, question


@pytest.mark.slow
def test_how_things_are_now_is_asked_of_what_is_newer_too(answering: Answering) -> None:
    malt = "why did Peru put a quota on malt?"
    assert sources(asked_behind(answering, malt)) == {"malt.md"}
    assert "lifted" in asked_behind(answering, malt, "is it still in force?").answer
    then = asked_behind(answering, malt, "is it still in force?", as_of=date(1986, 8, 1))
    assert sources(then) <= {"malt.md"}


@pytest.mark.slow
def test_a_bare_name_asks_the_same_of_another_party(answering: Answering) -> None:
    asked_of = "is Peru part of the inquiry into glass?", "Norway too?"
    assert "bottles of Norway" in asked_behind(answering, *asked_of).answer


def test_another_party_is_not_asked_of_briefings_on_others(own_store: Store) -> None:
    ids = {known.source: known.id for known in own_store.catalogue.known().values()}

    def on_others(text: str, source: str) -> bool:
        return is_on_others(text, [ids[source]], own_store, None)

    assert on_others("and Ghana?", "cuba.md")  # which names it
    assert not on_others("and Norway?", "cuba.md")
    assert not on_others("how long?", "cuba.md")
    assert not on_others("and Ghana?", "safeguard.md")  # whose title names no party


@pytest.mark.parametrize(
    "said", ["hi", "Good morning!", "thanks a lot for your help", "ok, great. That's all"]
)
def test_what_asks_nothing_is_told_so_wherever_it_is_said(answering: Answering, said: str) -> None:
    first, later = asked_behind(answering, said), asked_behind(answering, TILES, said)
    assert first.abstention == later.abstention == "no-subject"
    assert first.answer == later.answer
    assert "Nothing was asked. You can ask, for example" in later.answer
    assert not later.citations
    assert later.declined == first.declined


def test_a_question_behind_thanks_goes_on_from_the_one_before(answering: Answering) -> None:
    after = asked_behind(answering, "hello", TILES, "thanks", "how long?")
    without = asked_behind(answering, TILES, "how long?")
    assert "three years" in after.answer
    assert (after.answer, after.standalone) == (without.answer, without.standalone)
    assert "three years" in asked_behind(answering, TILES, "thanks, and how long?").answer
