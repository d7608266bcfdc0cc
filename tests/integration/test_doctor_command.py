"""`briefings doctor`: what it says of a home, and its exit codes."""

import json
from pathlib import Path

import pytest

from tests.two_briefings import Briefings


@pytest.mark.slow
def test_doctor_says_what_a_sound_home_holds(briefings: Briefings, filled: Path) -> None:
    ran = briefings("doctor", home=filled)
    assert ran.code == 0
    assert f"Home       {filled}\nBriefings  2 (0 undated, 0 duplicates)\n" in ran.out
    state = json.loads(briefings("doctor", "--repair", "--json", home=filled).out)
    assert state["problems"] == []
    assert state["repaired"]
    assert state["encoder"]["name"] == "all-MiniLM-L6-v2"


@pytest.mark.slow
def test_doctor_counts_copies_and_takes_no_day_to_come_for_the_newest(
    briefings: Briefings, tmp_path: Path
) -> None:
    for name, year in (("a", 2025), ("b", 2025), ("c", 2125)):
        text = f"---\ntitle: Tin\npublished: {year}-06-08\n---\nPeru set its duty on tin in {year}.\n"
        (tmp_path / f"{name}.md").write_text(text)
    briefings("ingest", *tmp_path.glob("*.md"))
    told = briefings("doctor").out
    assert "Briefings  3 (0 undated, 1 duplicate)\nNewest     8 June 2025\n" in told


@pytest.mark.slow
def test_doctor_is_exit_code_1_while_problems_remain(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.store.Store.verify", lambda _: ["the keyword index lacks 2 passages"])
    ran = briefings("doctor", home=filled)
    assert ran.code == 1
    assert "Problem    the keyword index lacks 2 passages\n" in ran.out
    assert "briefings doctor --repair" in ran.err
