"""A question on the salmon talks of `tests.library`, and how a chat model might answer it."""

import re

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.scripted_chat import Reply, asked_of, scripted_chat
from vectorstore.store import Store

STATUS = "what is the status of the Norway-Chile salmon talks"
SIGNED = "Norway and Chile ended their talks by signing a salmon accord on October 2, 2024."
CUTS = "Chile will cut its tariff on Norwegian salmon from 6 to 2 percent on January 1, 2025."
CUTS_VERBATIM = "Chile cuts its tariff on Norwegian salmon from 6 to 2 percent on January 1, 2025."


def offered_numbers(library: Store) -> dict[str, int]:
    """Which number each sentence of the evidence is offered under."""
    chat = scripted_chat("NO ANSWER")
    Answering(library, chat).answer(AskRequest(STATUS))
    [asked] = asked_of(chat)
    given = asked[asked.index(f"Question: {STATUS}") :]
    return {words: int(number) for number, words in re.findall(r"^\[(\d+)\] (.+)$", given, re.MULTILINE)}


def number_of(words: str, numbers: dict[str, int]) -> int:
    """The number of the sentence that holds these words."""
    [number] = [number for sentence, number in numbers.items() if words in sentence]
    return number


def ask(library: Store, *replies: Reply | list[Reply | float], window: int = 8192) -> Answer:
    """What is answered when a model gives these replies."""
    return Answering(library, scripted_chat(*replies, window=window)).answer(AskRequest(STATUS))


def said(answer: Answer) -> list[str]:
    """The sentences of an answer, without its frames."""
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
