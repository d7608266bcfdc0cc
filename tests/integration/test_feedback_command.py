"""`briefings feedback` prints the thumbs of a home, also as lines that `eval` reads."""

import json
from dataclasses import replace
from pathlib import Path

from tests.briefings_process import environment
from tests.command import run
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.conversation import Exchange, Feedback
from vectorstore.conversations.keeping import Conversations


def test_thumbs_are_told_and_written_as_question_lines(tmp_path: Path, models: Path) -> None:
    env = environment(tmp_path / "home", models)
    empty = run(env, "feedback")
    assert (empty.returncode, empty.stderr) == (0, "")
    assert "No answer was given a thumb yet" in empty.stdout
    assert run(env, "feedback", "--jsonl").stdout == ""

    catalogue = Catalogue(f"sqlite:///{tmp_path / 'home' / 'catalogue.db'}")
    kept = Conversations(catalogue)
    up = Feedback(
        "e1", "c1", "And cars?", "up", "2026-01-01", "A word.", cited=({"source": "a.md", "quote": "Q."},)
    )
    down = replace(up, exchange_id="e2", conversation_id="c2", question="And \x1b[2Jx?", thumb="down")
    for owner, given in (("me", up), ("other", replace(down, given_at="2026-01-02"))):
        kept.begin(owner, given.conversation_id, given.question)
        kept.ask(owner, given.conversation_id, Exchange(given.exchange_id, given.question, "2026-01-01"))
        kept.judge(owner, given)
    catalogue.close()

    told = run(env, "feedback").stdout
    assert "UP   2026-01-01  And cars?\n     A word.\n     cited a.md" in told
    assert "DOWN 2026-01-02  And [2Jx?" in told
    lines = [json.loads(line) for line in run(env, "feedback", "--jsonl").stdout.splitlines()]
    assert [(line["id"], line["type"], line["gold_docs"]) for line in lines] == [
        ("e1", "thumbs-up", ["a.md"]),
        ("e2", "thumbs-down", []),
    ]
