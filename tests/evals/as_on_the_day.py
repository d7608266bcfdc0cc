"""Ask as of a day over all briefings of a folder and over those of that day alone, and count what differs.

    python -m tests.evals.as_on_the_day FOLDER DAY QUESTIONS.jsonl [--some 150] [--seed 3]

`make as-on-the-day` runs it. Nothing published later may have a part in what is answered as of a day, so both
homes, which are made anew, have to answer alike. Questions that are asked as of an earlier day are left out.
"""

import argparse
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.evaluation.questions import questions_of, read_text
from assistant.settings import settings
from ingest.pipeline import ingest
from ingest.report import Report
from tests.evals.wordings import lead_of
from vectorstore.encoder.embedding import load_encoder
from vectorstore.errors import StorageError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class Pair:
    """What was answered over all that has been published since, and over what was on the day."""

    question: str
    since: Answer
    then: Answer

    @property
    def differs(self) -> bool:
        """Whether another text was answered."""
        return self.since.answer != self.then.answer

    @property
    def leads_otherwise(self) -> bool:
        """Whether another briefing was quoted first, or one of the two was declined."""
        return lead_of(self.since) != lead_of(self.then)


def pairs(
    asked: Sequence[AskRequest],
    day: date,
    since: Callable[[AskRequest], Answer],
    then: Callable[[AskRequest], Answer],
) -> Iterator[Pair]:
    """Ask each question as of the day over both."""
    for request in asked:
        of_day = replace(request, as_of=day)
        yield Pair(request.question, since(of_day), then(of_day))


@contextmanager
def both_homes(folder: Path, day: date) -> Iterator[tuple[Store, Store]]:
    """Make a home of all briefings of a folder, and one of those published by a day."""
    home = settings().home
    encoder = load_encoder(home.encoder, home.models, home.threads)
    with TemporaryDirectory() as place:
        published = Path(place, "published")
        with Store.open(HomeSettings(home=Path(place, "since"), models=home.models), encoder) as since:
            _take_in(since, folder)
            for facts in since.catalogue.facts().values():
                if facts.published and facts.published <= day:
                    to = published / facts.source
                    to.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(folder / facts.source, to)
            with Store.open(HomeSettings(home=Path(place, "then"), models=home.models), encoder) as then:
                _take_in(then, published)
                yield since, then


def _take_in(store: Store, folder: Path) -> None:
    *_, report = ingest(store, [folder])
    if not isinstance(report, Report) or report.failed:
        raise StorageError(f"Not all of {folder} could be taken in.")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("day", type=date.fromisoformat)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--some", type=int, help="of the questions, drawn; default: all")
    parser.add_argument("--seed", type=int, default=3)
    given = parser.parse_args(arguments)
    lines = questions_of(read_text(given.questions, str(given.questions)), str(given.questions))
    asked = [of.request for of in lines if not of.request.as_of or of.request.as_of >= given.day]
    if given.some:
        asked = random.Random(given.seed).sample(asked, min(given.some, len(asked)))
    with both_homes(given.folder, given.day) as (since, then):
        found = []
        for pair in pairs(asked, given.day, Answering(since).answer, Answering(then).answer):
            found.append(pair)
            if pair.differs:
                print(
                    f"{pair.question}\n    {pair.since.answer[:200]!r}\n    {pair.then.answer[:200]!r}",
                    flush=True,
                )
    differ, lead = (sum(getattr(pair, of) for pair in found) for of in ("differs", "leads_otherwise"))
    print(f"of {len(found)} answers {differ} have another text, {lead} another lead, or are declined alone")


if __name__ == "__main__":
    main()
