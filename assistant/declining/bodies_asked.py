"""Tell whether a body whose head is asked for is named at all: another's chairman has the same words."""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from vectorstore.patterns import pattern

# "Who will chair the Board of Trade": a name of several words, each with a capital.
_ASKED = pattern(
    r"\b[Ww]ho (?:will |would |is to |shall )?(?:chairs?|heads?|leads?|runs?) (?:[Tt]he )?"
    r"(?P<body>[A-Z][\w&-]+(?: (?:(?:of|for|on|and|the) )*[A-Z][\w&-]+)+)"
)


def body_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Return the body of which it is asked who leads it, where nothing quoted stands by its name.

    Its initials will do.
    """
    asked = _ASKED.search(question.text)
    if asked is None:
        return None
    body = asked["body"]
    initials = "".join(word[0] for word in body.split() if word[0].isupper())
    around = [f"{e.headed} {e.hit.passage.text}" for e in chosen]
    told = any(body.casefold() in text.casefold() or initials in text.split() for text in around)
    return None if told else body
