"""The whole path with a real model behind a real server: what is shown of it has passed the checks."""

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.checking.prose import Judges, Offered, why_not_shown
from assistant.checking.verifier import load_verifier
from assistant.choosing.similarity import SentenceVectors
from assistant.drafting.chat import Chat
from assistant.drafting.chat_model import make_chat_model
from assistant.drafting.tokens import token_count
from assistant.evaluation.held import objections_against
from assistant.settings import ChatSettings
from prompts import load
from tests.briefings_process import environment
from tests.chat_server import chat_server
from tests.command import run
from tests.library import BRIEFINGS, write
from vectorstore.encoder.embedding import Encoder
from vectorstore.store import Store

pytestmark = pytest.mark.slow

# Little evidence, and two sentences to say: a dozen seconds of reading and writing for all tests together.
QUESTION = "what is the status of Mexican tomatoes"
ENGINE = "openai:smollm2"
PATIENCE = 240  # seconds; a loaded machine reads thirty tokens a second


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with chat_server() as address:
        yield address


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory, models: Path, url: str) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("chat")
    (folder / "briefings").mkdir()
    write(folder / "briefings")
    made = environment(
        folder / "home",
        models,
        BRIEFINGS_CHAT_MODEL=ENGINE,
        BRIEFINGS_CHAT_BASE_URL=url,
        BRIEFINGS_CHAT_PRICE="1/2",
        BRIEFINGS_CHAT_TIMEOUT=str(PATIENCE),
    )
    assert run(made, "ingest", str(folder / "briefings")).returncode == 0
    return made


@pytest.fixture(scope="module")
def grown(library: Store, url: str) -> list[Answer]:
    """An answer as it grows while the model writes."""
    settings = ChatSettings("openai", "smollm2", base_url=url, timeout=PATIENCE)
    chat = Chat(make_chat_model(settings), settings.name, 4096, timeout=PATIENCE)
    events = [*Answering(library, chat).events(AskRequest(QUESTION))]
    return [event for event in events if isinstance(event, Answer)]


def test_an_answer_grows_while_the_model_writes(grown: list[Answer]) -> None:
    shown = [len(answer.sentences) for answer in grown]
    assert shown == sorted(shown)
    assert len(shown) > 1


def test_whatever_the_model_writes_what_is_shown_is_held_by_what_it_cites(
    grown: list[Answer], library: Store, encoder: Encoder, models: Path
) -> None:
    judges = Judges(SentenceVectors(encoder).similarity, load_verifier(models))
    for answer in grown:
        quotes = {citation.number: citation for citation in answer.citations}
        for citation in answer.citations:
            text = library.catalogue.briefing(citation.briefing_id).text
            assert citation.quote == text[citation.start : citation.end]
        for sentence in answer.sentences:
            if sentence.role == "frame":
                continue
            cited = [quotes[number] for number in sentence.citations]
            offered = {of.number: Offered(of.quote, of.published, of.title) for of in cited}
            assert offered
            marked = f"{sentence.text} {''.join(f'[{number}]' for number in offered)}"
            assert why_not_shown(marked, offered, judges) is None
            assert not any(found.firm for found in objections_against(sentence, answer))
            assert not re.search(r"[\[\]<>*`|]|https?:", sentence.text)


def test_asked_on_the_command_line_it_says_which_model_and_prompt_and_what_was_left_out(
    env: dict[str, str],
) -> None:
    ran = run(env, "ask", QUESTION, "--json")
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)
    assert answer["engine"] in (ENGINE, "extractive")
    assert re.fullmatch(r"answer [0-9a-f]{12}", answer["prompt"])
    assert answer["usage"]["calls"] in (1, 2)
    assert answer["citations"]
    assert {citation["source"] for citation in answer["citations"]} <= set(BRIEFINGS)
    if answer["engine"] == "extractive" or answer["dropped"]:
        assert "model" in [warning["kind"] for warning in answer["warnings"]]


@pytest.mark.parametrize("what", ["rules", "briefings", "signs", "other scripts"])
def test_tokens_are_never_counted_too_few(url: str, what: str) -> None:
    text = {
        "rules": load("answer").rules,
        "briefings": "\n".join(text for *_, text in BRIEFINGS.values()),
        "signs": "1,234,567.89% §§ 301(b)(2)(A) -- $35bn/€2.5m; 2026-07-27T00:00Z",
        "other scripts": "日本とアメリカの交渉 переговоры müßte naïve Øresund",
    }[what]
    request = urllib.request.Request(
        f"{url.removesuffix('/v1')}/tokenize",
        json.dumps({"content": text}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as reply:
        real = len(json.load(reply)["tokens"])
    assert real <= token_count(text) <= 4 * real
