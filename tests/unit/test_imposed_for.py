"""The grounds of a measure are told from what sets it, eases it, or only may."""

import pytest

from assistant.reading.imposed_for import imposes_on_grounds, tells_grounds


@pytest.mark.parametrize(
    "text",
    [
        "Peru imposed a duty on tin to protect its mines.",
        "The duty the Union imposed on lumber on grounds that it was subsidized ends in May.",
        "The new duties are in retaliation for the ban on herring.",
        "The panel found that imports of tin threaten to impair the national security.",
        "Peru placed a quota on rice, alleging that Chile had broken the pact.",
        "Sanctions were imposed because Chile failed to honor the pact.",
    ],
)
def test_what_tells_why_a_measure_is_imposed(text: str) -> None:
    assert tells_grounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru imposed a duty of 20 percent on tin.",
        "Peru suspended the duty on tin because of the talks.",
        "Peru lowered the duty on tin to support its canneries.",
        "The panel found that the injury does not result from imports of tin.",
        "The president may impose a duty on tin to protect the mines.",
        "Peru signed a pact to protect its forests.",
    ],
)
def test_what_tells_none(text: str) -> None:
    assert not tells_grounds(text)


def test_a_finding_is_one_without_what_was_imposed_for_it() -> None:
    assert imposes_on_grounds("Peru imposed a duty on tin to protect its mines.")
    assert not imposes_on_grounds("The panel found that imports of tin threaten the mines.")
