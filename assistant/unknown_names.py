"""Find what a question calls by name and no briefing has: "RCEP" where no text on file ever says it.

Only what is written with a capital is taken for a name; a name may be spelled out on file ("General Motors"
for GM), or have a word near to it.
"""

from collections.abc import Iterator, Sequence

from assistant.evidence import Evidence
from assistant.parts import Weighed
from assistant.question import Question

REACHED = 0.3  # from which on a part is not quite absent from a sentence and what stands around it


def unknown_names(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> Iterator[str]:
    """Yield the names, as typed, that nothing on file has and nothing in the answer comes near."""
    for at, part in enumerate(parts):
        concept = part.concept
        if concept is None or concept.context or part.passages or not _is_name(concept.typed, question.text):
            continue
        if max((e.reached[at].around for e in chosen), default=0.0) < REACHED:
            yield concept.typed


def _is_name(typed: str, text: str) -> bool:
    """Whether a word is written as a name; one that opens the text may be any word, but for "Bayer's"."""
    if typed.isupper():
        return len(typed) > 1 and not text.isupper()
    opens = text.startswith(typed) and text[len(typed) : len(typed) + 2] not in ("'s", "’s")
    return typed[:1].isupper() and not opens and not text.istitle()
