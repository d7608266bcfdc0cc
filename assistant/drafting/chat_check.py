"""Try a chat model: whether it answers, streams, keeps to a form, and takes as much as it is sent."""

from collections.abc import Sequence
from typing import Any

from assistant.drafting.chat import Chat, Ended
from assistant.drafting.failures import LONGEST_REASON, Failure
from assistant.drafting.refusing import refuses
from assistant.drafting.tokens import token_count
from prompts import Filled

USUAL = 3000  # tokens of the longest usual question with its evidence; more is not tried, for it may cost
LEAST_WINDOW = 2500  # tokens; with fewer the rules and a reply leave no room for evidence
_SENTENCE = "The parties met again and set no date for the next round. "
_FORM = {
    "title": "Answer",
    "description": "The answer.",
    "type": "object",
    "properties": {"word": {"type": "string", "description": "one word"}},
    "required": ["word"],
}


def not_tried(name: str, problem: str) -> dict[str, Any]:
    """Return what `check_chat` does, of a model that cannot be asked."""
    return {
        "name": name,
        "window": None,
        "streaming": False,
        "structured_output": False,
        "usage": False,
        "tried_tokens": 0,
        "problems": [problem],
    }


def check_chat(chat: Chat) -> dict[str, Any]:
    """Return what works; `problems` says in words what answers need and does not."""
    pieces, short = _asked(chat, Filled("Write the numbers in words.", "Count from one to ten."))
    state: dict[str, Any] = {
        "name": chat.name,
        "window": chat.window,
        "streaming": len(pieces) > 1,
        "structured_output": False,
        "usage": short.usage.read is not None and short.usage.counted == "exactly",
        "tried_tokens": 0,
        "problems": [],
    }
    if failure := _failure(pieces, short):
        return {**state, "problems": [f"the chat model {chat.name} {failure.in_words}"]}
    state["structured_output"] = chat.keeps_to_form("Answer with the word yes.", _FORM)
    if chat.window < LEAST_WINDOW:
        told = f"the chat model {chat.name} takes {chat.window} tokens; answers need {LEAST_WINDOW} at least"
        return {**state, "problems": [told]}
    long = _long(min(USUAL, chat.window - 1000))
    pieces, ended = _asked(chat, long)
    count = token_count(long.given)
    if failure := _failure(pieces, ended):
        advice = failure.advice
        if failure.for_length:
            advice = "set BRIEFINGS_CHAT_WINDOW to the tokens that it takes"
        told = f"the chat model {chat.name}, sent a text of up to {count} tokens, {failure.said}"
        return {**state, "problems": [f"{told}; {advice}" if advice else told]}
    return {**state, "tried_tokens": ended.usage.read or count // 2}


def _asked(chat: Chat, prompt: Filled) -> tuple[list[str], Ended]:
    """Return the pieces that a reply came in, and how it ended."""
    reply, pieces = chat.stream(prompt), list[str]()
    try:
        while True:
            pieces.append(next(reply))
    except StopIteration as end:
        ended: Ended = end.value
        return pieces, ended


def _failure(pieces: Sequence[str], ended: Ended) -> Failure | None:
    """Return why answers may not be expected of a model that replied so; a reply cut off is one."""
    said = " ".join("".join(pieces).split())
    if ended.failure and not (ended.failure.partial and said):
        return ended.failure
    return Failure(f"refuses to answer: “{said[:LONGEST_REASON]}”") if refuses(said) else None


def _long(tokens: int) -> Filled:
    text = _SENTENCE * (tokens // token_count(_SENTENCE))
    return Filled("Answer with one word.", f"{text}Did the parties set a date?")
