"""Make lines of a question set from the thumbs that answers were given.

Up says that the answer was right: what it cites are the briefings that are right (`gold_docs`), and a
question that was rightly declined is one that nothing answers. Down says that it was not, and not what
would be: its line is judged by nobody until a person completes it. Facts are never made of an answer's
words: what is required of an answer is for a person to say.
"""

import json
from collections.abc import Sequence
from typing import Any

from vectorstore.conversations.conversation import Feedback

TYPES = {"up": "thumbs-up", "down": "thumbs-down"}


def question_lines(given: Sequence[Feedback]) -> str:
    """The lines as JSONL, one a thumb, in the order given."""
    return "".join(json.dumps(question_line(feedback), ensure_ascii=False) + "\n" for feedback in given)


def question_line(feedback: Feedback) -> dict[str, Any]:
    """One line: as in design, with `comment`, `answer` and what narrowed the question beside it."""
    right = feedback.thumb == "up"
    gold = list(dict.fromkeys(cited["source"] for cited in feedback.cited)) if right else []
    quotes = [cited["quote"] for cited in feedback.cited] if right else []
    line: dict[str, Any] = {
        "id": feedback.exchange_id,
        "type": TYPES[feedback.thumb],
        "question": feedback.question,
        "history": list(feedback.history),
        "as_of": feedback.narrowed.get("as_of"),
        "gold_docs": [] if feedback.abstained else gold,
        "nuggets": [],
        "forbidden": [],
        "answerable": not feedback.abstained if right else None,
        "evidence": "" if feedback.abstained else " ".join(quotes),
    }
    narrowed = {name: value for name, value in feedback.narrowed.items() if value and name != "as_of"}
    beside = {"comment": feedback.comment, "answer": feedback.said, "narrowed": narrowed}
    return line | {name: value for name, value in beside.items() if value}
