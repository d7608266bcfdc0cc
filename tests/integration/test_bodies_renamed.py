"""A department is found by whichever name it goes by: the one before, the new one, its seat."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "tin.md": (
        "Tin mines to be opened",
        "2026-03-01",
        "The Department of War is investing 40 million dollars into tin mines in Utah.",
    ),
    "zinc.md": (
        "Zinc works to be opened",
        "2026-03-02",
        "The Department of Energy is investing 90 million dollars into zinc works in Utah.",
    ),
}


@pytest.mark.parametrize("name", ["the Pentagon", "the Department of Defense", "the Department of War"])
def test_a_department_is_found_by_any_of_its_names(answering: Answering, name: str) -> None:
    answer = answering.answer(AskRequest(f"what is {name} investing in?"))
    assert not answer.abstained
    assert answer.sentences[1].text.startswith("The Department of War is investing")
