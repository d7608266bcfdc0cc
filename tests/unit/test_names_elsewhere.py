"""Where nothing chosen is on a name that briefings have, what is on it is looked at."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.concepts import Concept
from assistant.asking.parts import Weighed
from assistant.asking.question import understand
from assistant.choosing.reach import Reach
from assistant.declining.names_asked import those_with_names
from tests.told import told

DAY = date(1987, 4, 1)
NOWHERE, THERE = Reach(0.0, 0.0, 0.0), Reach(1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("asked", "passages", "chosen_at", "found"),
    [
        ("is Alcotex in force?", 4, NOWHERE, True),
        ("is Alcotex in force?", 0, NOWHERE, False),  # no briefing has it
        ("is Alcotex in force?", 4, THERE, False),
        ("is alcotex in force?", 4, NOWHERE, False),  # no name, by how it is typed
    ],
)
def test_what_is_on_the_name_is_found(asked: str, passages: int, chosen_at: Reach, found: bool) -> None:
    name = "Alcotex" if "Alcotex" in asked else "alcotex"
    part = Weighed("alcotex", 3.0, concept=Concept(name, ("alcotex",)), passages=passages)
    chosen, other = told(("The pact is in force.", DAY, 9.0), ("Alcotex holds until May.", DAY, 8.0))
    chosen, other = replace(chosen, reached=(chosen_at,)), replace(other, reached=(THERE,))
    named = those_with_names(understand(asked, DAY), [chosen, other], [chosen], [part])
    assert named == ([other] if found else [])
