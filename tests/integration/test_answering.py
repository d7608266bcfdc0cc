"""Every answer over the briefings of tests/library.py keeps the promises made for answers."""

import re

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.asking import MONGOLIA, STATUS, TOMATOES, ask
from tests.library import BRIEFINGS
from vectorstore.store import Store

ANSWERED = [
    STATUS,
    f"{STATUS} as of June 2024",
    TOMATOES,
    "what duty does Brazil charge on steel",
    "how many tonnes of beef may Australia ship to the UK",
    "why did India refuse longer patents",
    "who is the Chilean chief negotiator",
    "what was the EC pasta subsidy in 1987",
    "list what Kenya gives under the EU agreement",
    "how is Peruvian asparagus treated on arrival",
]
DECLINED = [
    MONGOLIA,
    "which Vietnamese shrimp producers are under investigation",
    "how much did Kenya earn from cut flowers in 2019",
    "who signed the Norway-Chile accord for Iceland",
]


@pytest.mark.parametrize("question", ANSWERED)
def test_every_sentence_is_cited_and_every_citation_is_verbatim(
    over_library: Answering, library: Store, question: str
) -> None:
    answer = ask(over_library, question)
    assert not answer.abstained
    assert answer.citations
    for citation in answer.citations:
        text = library.catalogue.briefing(citation.briefing_id).text
        assert citation.quote == text[citation.start : citation.end]
    quotes = {citation.number: citation.quote for citation in answer.citations}
    for sentence in answer.sentences:
        if sentence.role == "frame":
            assert sentence.citations == ()
        else:
            cited = " ".join(quotes[number] for number in sentence.citations)
            assert set(re.findall(r"\w+", sentence.text)) <= set(re.findall(r"\w+", cited))


@pytest.mark.parametrize("question", ANSWERED)
def test_citations_are_numbered_in_order_of_appearance_and_all_are_used(
    over_library: Answering, question: str
) -> None:
    answer = ask(over_library, question)
    used = dict.fromkeys(number for sentence in answer.sentences for number in sentence.citations)
    assert list(used) == [citation.number for citation in answer.citations]
    assert list(used) == list(range(1, len(used) + 1))
    marked = dict.fromkeys(int(number) for number in re.findall(r"\[(\d+)\]", answer.answer))
    assert list(marked) == list(used)


@pytest.mark.parametrize("question", [*ANSWERED, *DECLINED])
def test_an_answer_has_at_most_125_words_and_names_what_was_found(
    over_library: Answering, question: str
) -> None:
    answer = ask(over_library, question)
    assert 0 < len(re.sub(r"\[\d+\]", "", answer.answer).split()) <= 125
    assert 0 < len(answer.retrieved) <= 10
    cited = list(dict.fromkeys(citation.source for citation in answer.citations))
    assert list(answer.retrieved[: len(cited)]) == cited  # what is quoted ranks first
    assert answer.latency_ms >= 0


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (TOMATOES, "September 19, 2029"),
        ("what duty does Brazil charge on steel", "from 25 to 16 percent"),
        ("how many tonnes of beef may Australia ship to the UK", "35,000 tonnes"),
        ("why did India refuse longer patents", "delay generics"),
        ("who is the Chilean chief negotiator", "Marta Ulloa"),
        ("what was the EC pasta subsidy in 1987", "27.5 cents"),
        ("what duty on brazilian wire rod", "Wire rod"),
    ],
)
def test_the_answer_holds_what_was_asked_for(over_library: Answering, question: str, words: str) -> None:
    assert words in ask(over_library, question).answer


def test_an_answer_grows_sentence_by_sentence_and_ends_whole(over_library: Answering) -> None:
    first, *growing, last = over_library.events(AskRequest(STATUS))
    assert first == f"Searching {len(BRIEFINGS)} briefings"
    assert isinstance(last, Answer)
    assert last.answer == ask(over_library, STATUS).answer
    for part in growing:
        assert isinstance(part, Answer)
        assert last.answer.startswith(part.answer)
        used = {number for sentence in part.sentences for number in sentence.citations}
        assert {citation.number for citation in part.citations} == used


def test_the_same_question_gets_the_same_answer(over_library: Answering) -> None:
    one, two = (ask(over_library, STATUS).to_json() for _ in range(2))
    assert {**one, "latency_ms": 0} == {**two, "latency_ms": 0}


def test_an_answer_declines_nothing(over_library: Answering) -> None:
    assert ask(over_library, TOMATOES).declined is None


def test_a_follow_up_is_answered_from_what_was_asked_before(over_library: Answering) -> None:
    answer = ask(over_library, "what is the price floor?", TOMATOES)
    assert "tomato" in answer.standalone
    assert answer.question == "what is the price floor?"
    assert "31 cents" in answer.answer


def test_a_correction_is_answered_for_what_was_meant(over_library: Answering) -> None:
    answer = ask(over_library, "sorry, I meant Brazil", "what duty does Mexico charge on steel")
    assert "16 percent" in answer.answer
    assert "Mexico" not in answer.standalone
