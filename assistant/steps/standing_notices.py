"""Say beside an answer that nothing quoted tells whether a deal holds, where that is asked."""

from collections.abc import Sequence

from assistant.answer import Citation, Notice
from assistant.asking.still_asked import says_how_it_stands, whether_it_stands


def standing_notices(asked: str, citations: Sequence[Citation]) -> tuple[Notice, ...]:
    """Say that what is quoted is the last that was told of a deal, talks, an inquiry or an emergency.

    >>> quoted = Citation(1, "a", "a.md", "A", None, None, None, "The pact with Peru was signed.", 0, 30)
    >>> standing_notices("is the pact with Peru still in force?", [quoted])[0].text
    'Not told by what is quoted: whether this still holds.'
    >>> standing_notices("was the pact with Peru signed?", [quoted])
    ()
    """
    if whether_it_stands(asked) is None or any(says_how_it_stands(c.quote) for c in citations):
        return ()
    return (Notice("untold", "Not told by what is quoted: whether this still holds."),)
