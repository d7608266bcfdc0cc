"""Try a chat model: whether it answers, streams, keeps to a form, and takes as much as it is sent."""

from typing import Any

from assistant.drafting.chat import Chat, Ended
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
        "streaming": pieces > 1,
        "structured_output": False,
        "usage": short.usage.read is not None,
        "tried_tokens": 0,
        "problems": [],
    }
    if short.problem and not pieces:
        return {**state, "problems": [f"the chat model {chat.name} {short.problem}"]}
    state["structured_output"] = chat.keeps_to_form("Answer with the word yes.", _FORM)
    if chat.window < LEAST_WINDOW:
        told = f"the chat model {chat.name} takes {chat.window} tokens; answers need {LEAST_WINDOW} at least"
        return {**state, "problems": [told]}
    long = _long(min(USUAL, chat.window - 1000))
    pieces, ended = _asked(chat, long)
    if ended.problem and not pieces:
        count = token_count(long.given)
        told = (
            f"the chat model {chat.name} {ended.problem} when it is sent a text of up to {count} tokens; "
            "set BRIEFINGS_CHAT_WINDOW to the tokens that it takes"
        )
        return {**state, "problems": [told]}
    return {**state, "tried_tokens": ended.usage.read or token_count(long.given) // 2}


def _asked(chat: Chat, prompt: Filled) -> tuple[int, Ended]:
    """Return how many pieces a reply came in, and how it ended; reading stops when that is known."""
    reply, pieces = chat.stream(prompt), 0
    try:
        while True:
            next(reply)
            pieces += 1
    except StopIteration as end:
        ended: Ended = end.value
        return pieces, ended


def _long(tokens: int) -> Filled:
    text = _SENTENCE * (tokens // token_count(_SENTENCE))
    return Filled("Answer with one word.", f"{text}Did the parties set a date?")
