"""Name the types of question lines that are near to one that counts, and hardly meant as they are written.

A type is a word of whoever writes the set, for a row of its own. Of a few of them more is measured.
"""

import json
from difflib import get_close_matches

from assistant.evaluation.known_fields import lines_named
from assistant.evaluation.outcomes import LED

NEAR = 0.8  # "stauts" 0.83, "as of" 0.8, "changes" 0.92; "state", which is none, 0.73


def misspelt_types(text: str, name: str) -> list[str]:
    """Say of each type of a question set that is near to one of which more is measured, where it stands.

    The set has been read: its lines are objects.

    >>> [odd] = misspelt_types('{"id": "a", "question": "Rice?", "type": "Statuss"}', "set")
    >>> odd.partition(";")[0]
    "set, line 1: the type 'Statuss' gets a row of its own"
    """
    places: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        written = json.loads(line).get("type") if line.strip() else None
        if written and written not in LED:
            places.setdefault(written, []).append(number)
    return [
        f"{name}, {lines_named(numbers)}: the type {written!r} gets a row of its own; is {near[0]!r} meant? "
        f"What an answer leads with is judged of the types {', '.join(LED)} alone."
        for written, numbers in places.items()
        if (near := get_close_matches(written.lower(), LED, n=1, cutoff=NEAR))
    ]
