"""The seed briefing beside the checkout, where there is one, answers as a reader of it would."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from ingest.pipeline import ingest
from tests.conftest import SHARED
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

SEED = [path for path in [SHARED / "seed-briefing.txt"] if path.is_file()]


@pytest.fixture(scope="module")
def seeded(models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    settings = HomeSettings(home=tmp_path_factory.mktemp("seed") / "home", models=models)
    with Store.open(settings, encoder) as store:
        list(ingest(store, SEED, published=date(2025, 6, 8)))
        yield store


def ask(store: Store, question: str) -> Answer:
    return Answering(store).answer(AskRequest(question))


def section(text: str, heading: str, next_heading: str) -> tuple[int, int]:
    return text.index(heading), text.index(next_heading)


if SEED:

    @pytest.mark.parametrize(
        "question",
        [
            "what is the status of Japan-US talks",
            "What's the latest on the Japan-U.S. trade talks?",
            "where do things stand with japan",
        ],
    )
    def test_the_status_of_the_japan_talks_is_told_from_the_japan_section_alone(
        seeded: Store, question: str
    ) -> None:
        answer = ask(seeded, question)
        assert answer.answer.startswith("As of 8 June 2025:")
        for words in ("fifth round", "June 6", "further progress", "final agreement has not been reached"):
            assert words in answer.answer
        for citation in answer.citations:
            text = seeded.catalogue.briefing(citation.briefing_id).text
            start, end = section(text, "Japan-U.S. Talks Continue", "India-U.S. Negotiations Show")
            assert start <= citation.start < citation.end <= end
            assert citation.quote == text[citation.start : citation.end]

    @pytest.mark.slow
    @pytest.mark.parametrize(
        "question", ["status of EU-US talks", "what is the status of talks with Switzerland"]
    )
    def test_talks_that_the_briefing_does_not_speak_of_are_declined(seeded: Store, question: str) -> None:
        answer = ask(seeded, question)
        assert answer.abstained
        assert answer.citations == ()

    @pytest.mark.parametrize(
        ("question", "words"),
        [
            ("who is Japan's Minister for Economic Revitalization", "Akazawa"),
            ("when is the deadline for the provisional agreement with India", "July 9"),
            ("how long was the phone call between Lee and Trump", "20-minute"),
        ],
    )
    def test_a_detail_is_found(seeded: Store, question: str, words: str) -> None:
        assert words in ask(seeded, question).answer
