"""Fingerprint what a run depends on, so that two runs are compared only when they can be.

The corpus is what is on file: texts, titles, dates and publishers as they were read. The code is
not among them: what a change of the code does is what two runs are compared for.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from assistant.evaluation.questions import QuestionLine, narrowed_by
from vectorstore.briefing import Briefing

SHOWN = 16  # hex digits: 64 bits tell any number of runs apart

Digests = dict[str, str]  # "corpus", "questions", "encoder" and "prompts" -> 16 hex digits


def digests_of(
    questions: Sequence[QuestionLine], briefings: Iterable[Briefing], encoder_digest: str, prompted: bool
) -> Digests:
    """Fingerprint a run.

    `prompted`: whether a chat model was asked. Without one the prompts have no part in the answers.
    """
    return {
        "corpus": digest(sorted((briefing.source, briefing.content_hash) for briefing in briefings)),
        "questions": digest([_as_read(question) for question in questions]),
        "encoder": encoder_digest[:SHOWN],
        "prompts": digest(
            sorted(
                (prompt.name, prompt.read_text(encoding="utf-8"))
                for prompt in files("prompts").iterdir()
                if prompted and prompt.name.endswith(".md")
            )
        ),
    }


def asked_by(question: QuestionLine) -> str:
    """The digest of what a question asks: another one when its words, history or narrowing differ."""
    request = question.request
    return digest(
        [
            request.question,
            [[turn.role, turn.content] for turn in request.history],
            request.as_of.isoformat() if request.as_of else None,
            *narrowed_by(request),
        ]
    )


def digest(value: Any) -> str:
    """Fingerprint anything that can be written as JSON.

    >>> digest(["a", 1])
    '135f17a475a61afd'
    """
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:SHOWN]


def _as_read(question: QuestionLine) -> list[Any]:
    request = question.request
    return [
        question.id,
        question.type,
        request.question,
        [[turn.role, turn.content] for turn in request.history],
        request.as_of.isoformat() if request.as_of else None,
        question.gold_docs,
        [[nugget.must, [p.pattern for p in nugget.any_of]] for nugget in question.nuggets],
        [pattern.pattern for pattern in question.forbidden],
        question.answerable,
        *narrowed_by(request),
    ]
