"""The gate tested: with a bug planted, one at a time, it must turn red over the gated question sets."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.desks.local import LocalDesk
from assistant.evaluation.baseline import baseline_of
from assistant.evaluation.gate import Gate, check
from assistant.evaluation.run import Run, answers, judged
from ingest.pipeline import ingest
from tests.evals.gated_sets import SETS, GatedSet
from tests.evals.planted_bugs import BUGS, Bug
from tests.question_files import read_questions
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

SEEN = 0.95  # share of the bugs that must turn the gate red

pytestmark = [pytest.mark.long, pytest.mark.timeout(3600)]


class Asker:
    """Asks a gated set with or without a bug; the home without one at ingest is made once."""

    def __init__(self, gated: GatedSet, place: Path, models: Path, encoder: Encoder) -> None:
        self._place, self._models, self._encoder = place, models, encoder
        self._questions = read_questions(gated.questions)
        self._folder = place / "briefings"
        self._folder.mkdir()
        gated.write(self._folder)
        self._home = self._taken_in("home")
        self.baseline = baseline_of(self.run(Bug("none", lambda _: None)))

    def run(self, bug: Bug) -> Run:
        with planted(bug):
            settings = self._taken_in(f"home{len([*self._place.iterdir()])}") if bug.at_ingest else self._home
            with Store.open(settings, self._encoder) as store:
                desk = LocalDesk(store, Answering(store))
                return judged(desk, [*answers(desk, self._questions)])

    def _taken_in(self, name: str) -> HomeSettings:
        settings = HomeSettings(home=self._place / name, models=self._models)
        with Store.open(settings, self._encoder) as store:
            list(ingest(store, [self._folder]))
        return settings


@contextmanager
def planted(bug: Bug) -> Iterator[None]:
    """Put a bug in; nothing remembered from before hides it, and nothing is remembered of it."""
    with pytest.MonkeyPatch.context() as patch:
        bug.plant(patch)
        _forget()
        yield
    _forget()


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("assistant", "ingest", "vectorstore"):
            owners = [module, *(value for value in vars(module).values() if isinstance(value, type))]
            for value in [value for owner in owners for value in vars(owner).values()]:
                cached = getattr(value, "__func__", value)  # a static method wraps it
                if callable(getattr(cached, "cache_clear", None)):
                    cached.cache_clear()


@pytest.fixture(scope="module")
def askers(encoder: Encoder, models: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Asker]:
    return {gated.name: Asker(gated, tmp_path_factory.mktemp(gated.name), models, encoder) for gated in SETS}


def test_nearly_every_planted_bug_turns_the_gate_red(
    askers: dict[str, Asker], capsys: pytest.CaptureFixture[str]
) -> None:
    seen: dict[str, str] = {}
    for bug in BUGS:
        gates = {name: check(asker.run(bug), asker.baseline) for name, asker in askers.items()}
        red = [f"{name}: {gate.regressions[0]}" for name, gate in gates.items() if gate.red]
        seen[bug.name] = "; ".join(why[:90] for why in red)
    found = sum(map(bool, seen.values()))
    with capsys.disabled():
        print(f"\n{found} of {len(BUGS)} planted bugs turn the gate red ({found / len(BUGS):.1%})")
        for name, why in seen.items():
            print(f"  {name}: {why or 'not seen'}")
    assert found >= SEEN * len(BUGS)


def test_without_a_bug_the_gate_is_green(askers: dict[str, Asker]) -> None:
    for asker in askers.values():
        assert check(asker.run(Bug("none", lambda _: None)), asker.baseline) == Gate(())


def test_there_are_at_least_twenty_bugs_each_with_its_name() -> None:
    assert len({bug.name for bug in BUGS}) == len(BUGS) >= 20
