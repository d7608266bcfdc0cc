"""A question of a set as the fields of a form, and back: plain words, or a /regular expression/.

A fact is a line; its other wordings follow behind OR. What the form does not show stays as it is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answer import iso_day
from assistant.evaluation.questions import UNTYPED
from assistant.web.narrowing import Narrowing, read_narrowing
from vectorstore.errors import QuestionError

OR = " OR "
JUDGED: dict[str, bool | None] = {
    "The briefings answer it": True,
    "Nothing on file answers it": False,
    "Do not judge it": None,
}
ANSWERED, UNANSWERED, UNJUDGED = JUDGED


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the form, as typed."""

    question: str = ""
    type: str = ""
    as_of: str = ""
    judged: str = UNJUDGED
    facts: str = ""
    forbidden: str = ""
    sources: str = ""
    parties: Sequence[str] = ()
    publishers: Sequence[str] = ()
    published_from: str = ""
    published_to: str = ""


def fields_of(line: Mapping[str, Any]) -> Fields:
    """Show a line of a question set."""
    nuggets = [nugget for nugget in line.get("nuggets") or () if nugget.get("must", True)]
    narrowed = line.get("narrowed") or {}
    answerable = line.get("answerable", True if line.get("nuggets") else None)
    return Fields(
        question=str(line["question"]),
        type=kind_in_words(str(line.get("type") or "")),
        as_of=str(line.get("as_of") or ""),
        judged=next(words for words, meant in JUDGED.items() if meant is answerable),
        facts="\n".join(OR.join(map(_shown, nugget["any_of"])) for nugget in nuggets),
        forbidden="\n".join(map(_shown, line.get("forbidden") or ())),
        sources="\n".join(line.get("gold_docs") or ()),
        parties=tuple(narrowed.get("parties") or ()),
        publishers=tuple(narrowed.get("publishers") or ()),
        published_from=str(narrowed.get("published_from") or ""),
        published_to=str(narrowed.get("published_to") or ""),
    )


def line_of(fields: Fields, before: Mapping[str, Any]) -> dict[str, Any]:
    """The line that the fields make, over the one before; QuestionError says what is to be mended."""
    question = " ".join(fields.question.split())
    if sum(map(str.isalnum, question)) < 2:
        raise QuestionError("Type the question first.")
    narrowing = read_narrowing(
        fields.published_from, fields.published_to, fields.parties, fields.publishers, fields.as_of
    )
    facts = _lines(fields.facts)
    answerable = JUDGED.get(fields.judged)
    if facts and answerable is not True:
        raise QuestionError(
            f"There are facts that the answer must state, but “{fields.judged}” is chosen. Choose "
            f"“{ANSWERED}”, or empty the facts."
        )
    known = {tuple(nugget["any_of"]): nugget for nugget in before.get("nuggets") or ()}
    musts = [_nugget(fact, known) for fact in facts]
    others = [nugget for nugget in before.get("nuggets") or () if not nugget.get("must", True)]
    return {
        "type": _kind(fields.type, str(before.get("type") or "")),
        "question": question,
        "as_of": iso_day(narrowing.as_of),
        **_narrowed(narrowing, before),
        "answerable": answerable,
        "nuggets": [*musts, *others],
        "forbidden": [_pattern(line) for line in _lines(fields.forbidden)],
        "gold_docs": list(dict.fromkeys(_lines(fields.sources))),
    }


def _narrowed(narrowing: Narrowing, before: Mapping[str, Any]) -> dict[str, Any]:
    """What narrows the question beside its as-of date; no field of a line where nothing does, or did."""
    was = before.get("narrowed") or {}
    shown = {
        "parties": list(narrowing.parties),
        "publishers": list(narrowing.publishers),
        "published_from": iso_day(narrowing.published_from),
        "published_to": iso_day(narrowing.published_to),
    }
    rest = {name: value for name, value in was.items() if name not in shown or not value}
    narrowed = rest | {name: value for name, value in shown.items() if value}
    return {"narrowed": narrowed} if narrowed or "narrowed" in before else {}


def kind_in_words(kind: str) -> str:
    """A kind of question as people read it, which is no word of gradio's own that it would translate.

    >>> kind_in_words("as_of")
    'As of'
    """
    words = kind.replace("_", " ")
    return words[:1].upper() + words[1:]


def _kind(typed: str, before: str) -> str:
    words = " ".join(typed.split())
    return before if before and words == kind_in_words(before) else words.lower().replace(" ", "_") or UNTYPED


def _nugget(fact: str, known: Mapping[tuple[str, ...], Mapping[str, Any]]) -> dict[str, Any]:
    wordings = [wording.strip() for wording in fact.split(OR) if wording.strip()]
    any_of = [_pattern(wording) for wording in wordings]
    return dict(known.get(tuple(any_of)) or {"must": True, "any_of": any_of, "note": wordings[0]})


def _pattern(typed: str) -> str:
    if len(typed) < 3 or not (typed.startswith("/") and typed.endswith("/")):
        return _escaped(typed)
    try:
        re.compile(typed[1:-1])
    except re.error as error:
        raise QuestionError(
            f"“{typed}” is no regular expression: {error}. Mend it, or leave the two slashes out to mean "
            "the words as they stand."
        ) from error
    return typed[1:-1]


def _shown(pattern: str) -> str:
    """Plain words where the pattern means just these; else the pattern between slashes.

    >>> _shown("12\\\\.5 percent"), _shown("12.5 percent")
    ('12.5 percent', '/12.5 percent/')
    """
    plain = re.sub(r"\\(.)", r"\1", pattern)
    return plain if _escaped(plain) == pattern and OR not in plain else f"/{pattern}/"


def _escaped(words: str) -> str:
    return re.escape(words).replace("\\ ", " ").replace("\\-", "-")


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]
