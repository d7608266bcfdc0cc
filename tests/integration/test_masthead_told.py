"""What stands above a text, and above its sections, tells of whom its sentences are."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from ingest.pipeline import ingest
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

BULLETIN = """# WEEKLY BULLETIN No. {number}

**Ministry of Trade, Republic of Ghana – Department of Levies**

Published: {day}

*For information only. Figures are provisional.*

{text}
"""
ALERT = """HALE & ROWE LLP
Customs | Client Alert

Published: {day}

{title}

1. What happened

{text}

This alert is not legal advice. © Hale & Rowe LLP.
"""
FILES = {
    "b1.md": BULLETIN.format(
        number="1/1987",
        day="1987-02-02",
        text="## 1. Onions\n\n- The duty on onions from Mali goes up to 30 percent on March 1, 1987.\n"
        "- Mali has dropped its threat to tax Ghanaian yams.\n\n"
        "## 2. Togo\n\n- Togo cut its duty on barley to 4 percent.\n",
    ),
    "b2.md": BULLETIN.format(
        number="9/1987",
        day="1987-04-06",
        text="## 1. Ghana–Oman CEPA\n\n- The agreement will not enter into force on May 1, 1987, as "
        "announced, but on June 1, 1987.\n",
    ),
    "b3.md": BULLETIN.format(
        number="20/1987",
        day="1987-06-08",
        text="## 1. Ghana–Oman CEPA\n\n- In force since Monday last week. Duty on shea falls to zero.\n",
    ),
    **{
        f"o{at}.txt": f"{name} sets its duty on {goods}\nPublished: 1987-03-0{at}\n\n{name} charges "
        f"{at} percent on {goods}, its ministry said on Monday.\n"
        for at, (name, goods) in enumerate(
            [("Peru", "wheat"), ("Kenya", "copper"), ("Chile", "cars"), ("Fiji", "shoes")], start=2
        )
    },
    "a1.txt": ALERT.format(
        day="1987-05-04",
        title="NORWAY-CHILE: SALMON TALKS PAUSED",
        text="1.1 The fourth round has been called off. Talks are paused until Oslo has amended its law on "
        "quotas.[1] They began in 1985.\n\n1.2 The target of 1988 is no longer realistic, in our view.",
    ),
}


@pytest.fixture(scope="module")
def told(
    models: Path, encoder: Encoder, empty_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Answering]:
    """Answers over FILES, as they are."""
    folder = tmp_path_factory.mktemp("files")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    home = shutil.copytree(empty_home, tmp_path_factory.mktemp("told") / "home")
    with Store.open(HomeSettings(home=home, models=models), encoder) as store:
        list(ingest(store, [folder]))
        yield Answering(store)


def ask(told: Answering, question: str, as_of: date | None = None) -> Answer:
    return told.answer(AskRequest(question, as_of=as_of))


@pytest.mark.parametrize("question", ["what is the duty on onions in ghana", "ghana onion duty mali"])
def test_a_bulletin_of_a_ministry_is_of_its_country(told: Answering, question: str) -> None:
    assert "30 percent" in ask(told, question).answer


def test_but_not_what_it_tells_that_another_country_does(told: Answering) -> None:
    assert ask(told, "ghana barley duty").abstained


@pytest.mark.parametrize(
    "question", ["when did the ghana oman cepa enter into force", "is the ghana oman cepa in force"]
)
def test_what_leans_on_its_heading_is_told_of_it_newest_first(told: Answering, question: str) -> None:
    assert ask(told, question).citations[0].quote == "In force since Monday last week."


def test_what_was_said_before_is_told_as_of_that_day(told: Answering) -> None:
    asked = ask(told, "when will the ghana oman cepa enter into force", date(1987, 5, 1))
    assert "June 1, 1987" in asked.answer


def test_the_title_in_capitals_is_what_an_alert_is_about(told: Answering) -> None:
    answer = ask(told, "why are the chile norway salmon talks paused")
    assert not answer.abstained
    assert answer.citations[0].title == "Norway-Chile: Salmon Talks Paused"
    assert answer.citations[0].publisher == "Hale & Rowe LLP"


def test_labels_footnote_marks_and_notices_are_not_quoted(told: Answering) -> None:
    answer = ask(told, "why are the chile norway salmon talks paused")
    assert "Talks are paused until Oslo has amended its law on quotas." in [c.quote for c in answer.citations]
    assert "1.1" not in answer.answer
    assert "advice" not in answer.answer
