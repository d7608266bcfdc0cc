"""As of a day it is answered as it would have been on that day, whatever has been published since."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from ingest.pipeline import ingest
from tests.conftest import SAMPLES
from tests.question_files import read_questions
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

ALIKE = 0.95
DAYS = (date(2025, 8, 31), date(2025, 11, 30), date(2026, 3, 31))


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_is_answered_as_on_that_day(
    day: date, samples: Store, models: Path, encoder: Encoder, empty_home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "published"
    folder.mkdir()
    for path in SAMPLES.glob("20*"):
        if path.name[:10] <= str(day):
            shutil.copy(path, folder)
    home = shutil.copytree(empty_home, tmp_path / "home")
    requests = [line.request for line in read_questions(SAMPLES / "questions.jsonl")]
    asked = [AskRequest(of.question, of.history, as_of=day) for of in requests]
    with Store.open(HomeSettings(home=home, models=models), encoder) as then:
        list(ingest(then, [folder]))
        on_the_day = [Answering(then).answer(request).answer for request in asked]
    since = [Answering(samples).answer(request).answer for request in asked]
    same = [a == b for a, b in zip(since, on_the_day, strict=True)]
    # The keyword index weighs words by all that is on file, so that passages found may change places.
    assert sum(same) >= ALIKE * len(same)
