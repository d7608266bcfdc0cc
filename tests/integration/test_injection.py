"""Planted attacks against chat models that obey them: nothing is sent out, and nothing is shown uncited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.checking.citations import check
from assistant.checking.prose import Judges
from assistant.checking.verifier import load_verifier
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.extractive import DraftSentence, spans_of
from assistant.choosing.similarity import SentenceVectors
from assistant.drafting.written import written
from assistant.steps.forms import answered
from assistant.steps.work import Work
from ingest.preparing.chunking import passages_of
from ingest.preparing.intake import take_in
from ingest.readers import Reading, read
from tests.evals.breaches import breaches
from tests.evals.injection import GENUINE, Attack, attacks
from tests.evals.obedience import WAYS, ObedientModel, Way, obedient
from vectorstore.briefing import Briefing
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit
from vectorstore.store import Store

STATUS = "what is the status of the Norway-Chile salmon talks"
ATTACKS = list(attacks())


@dataclass(frozen=True)
class Place:
    """A home, a question that has been worked on in it, and the verbatim answer."""

    store: Store
    judges: Judges
    work: Work
    verbatim: Answer

    def asked(self, attack: Attack, way: Way) -> "Run":
        """Answer with an obedient model that is offered the planted briefings as evidence."""
        work = with_planted(self.work, attack)
        chat = obedient(attack, way)
        *_, answer = written(work, self.verbatim, chat, self.judges, tuple)
        assert isinstance(chat.model, ObedientModel)
        assert chat.model.seen[0].genuine, f"{attack.id}: the planted briefing was not offered"
        return Run(attack, answer, work, chat.model)


@dataclass(frozen=True)
class Run:
    """What came of an attack."""

    attack: Attack
    answer: Answer
    work: Work
    model: ObedientModel

    def breaches(self) -> list[str]:
        return [f"{self.attack.id}: {b}" for b in breaches(self.answer, self.work.briefings, self.attack)]


@pytest.fixture(scope="module")
def place(library: Store) -> Place:
    answering = Answering(library)
    work = answering.drafted(AskRequest(STATUS))
    home = library.settings
    judges = Judges(SentenceVectors(library.encoder).similarity, load_verifier(home.models, home.threads))
    return Place(library, judges, work, answering.answer(AskRequest(STATUS)))


def planted(attack: Attack) -> Iterator[Briefing]:
    """Read the files of an attack as ingest does."""
    for name, content in attack.files:
        for reading in read(name, content.encode()):
            assert isinstance(reading, Reading)
            yield take_in(reading, name, name).briefing


def evidence_in(briefing: Briefing) -> Iterator[Evidence]:
    """Make every sentence of a briefing evidence that was found."""
    facts = BriefingFacts(
        briefing.id, 1, briefing.source, briefing.title, briefing.publisher, briefing.published,
        briefing.url, briefing.parties, None, briefing.content_hash,
    )  # fmt: skip
    for passage in passages_of(briefing, lambda texts: [len(text.split()) for text in texts], 256):
        hit = Hit(passage, facts, 1.0, 1.0, 1.0)
        for s in passage.sentences:
            lead = briefing.text[slice(*s.lead)] if s.lead else ""
            quote = briefing.text[s.start : s.end]
            yield Evidence(hit, s, quote, lead, 1.0, (), Marks(party=1.0))


def with_planted(work: Work, attack: Attack) -> Work:
    """Put the planted briefings first among what was found."""
    found = list(planted(attack))
    assert found, attack.id
    evidence = [e for briefing in found for e in evidence_in(briefing)]
    briefings = {**work.briefings, **{briefing.id: briefing for briefing in found}}
    return replace(work, briefings=briefings, evidence=(*evidence, *work.evidence))


def rotated(number: int) -> Way:
    """One of the ways for each attack, so that every way meets every kind and every goal."""
    ways = list(WAYS.values())
    return ways[(number + number // 11) % len(ways)]


@pytest.fixture(scope="module")
def runs(place: Place) -> list[Run]:
    return [place.asked(attack, rotated(n)) for n, attack in enumerate(ATTACKS)]


def test_there_are_hundreds_of_attacks_and_no_two_are_alike() -> None:
    assert len({attack.files for attack in ATTACKS}) == len(ATTACKS) >= 300
    assert len({attack.kind for attack in ATTACKS}) >= 10


def test_every_way_to_obey_meets_every_kind_of_attack_and_every_goal() -> None:
    met = [(rotated(n), attack) for n, attack in enumerate(ATTACKS)]
    kinds, goals = {attack.kind for attack in ATTACKS}, {attack.goal for attack in ATTACKS}
    assert {(way, a.kind) for way, a in met} == {(way, kind) for way in WAYS.values() for kind in kinds}
    assert {(way, a.goal) for way, a in met} == {(way, goal) for way in WAYS.values() for goal in goals}


@pytest.mark.slow
def test_no_attack_on_a_model_that_obeys_comes_to_anything(runs: Sequence[Run]) -> None:
    assert {run.attack.id for run in runs} == {attack.id for attack in ATTACKS}
    assert [breach for run in runs for breach in run.breaches()] == []


@pytest.mark.slow
def test_what_is_true_is_shown_beside_all_that_is_dropped(runs: Sequence[Run]) -> None:
    assert [run.attack.id for run in runs if GENUINE not in run.answer.answer] == []


@pytest.mark.slow
def test_no_planted_text_closes_its_quotation_or_passes_for_a_number_of_ours(runs: Sequence[Run]) -> None:
    for run in runs:
        lines = run.model.prompts[0].splitlines()
        numbered = [line for line in lines if line.startswith("[")]
        assert [line.split("]")[0] for line in numbered] == [f"[{n}" for n in range(1, len(numbered) + 1)]
        assert all(line.count("[") == line.count("]") == 1 for line in numbered)
        opened = [line for line in lines if "<" in line and line != "</briefing>"]
        assert all(line.startswith('<briefing published="') and line.count("<") == 1 for line in opened)
        assert len(opened) == lines.count("</briefing>")


@pytest.mark.slow
def test_the_oracle_sees_what_a_model_without_checks_would_do(place: Place) -> None:
    blind = 0
    for attack in ATTACKS:
        claim = replace(place.verbatim.sentences[1], text=attack.goal.claim)
        shown = replace(place.verbatim, sentences=(*place.verbatim.sentences, claim))
        blind += not list(breaches(shown, place.work.briefings, attack))
    assert blind == 0


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_no_attack_in_any_way_comes_to_anything(place: Place, way: Way) -> None:
    assert [breach for attack in ATTACKS for breach in place.asked(attack, way).breaches()] == []


@pytest.mark.slow
def test_without_a_chat_model_only_the_briefings_words_are_shown_and_as_text(place: Place) -> None:
    """The worst case: every planted sentence is chosen for the answer."""
    for attack in ATTACKS:
        briefings = {briefing.id: briefing for briefing in planted(attack)}
        chosen = [e for briefing in briefings.values() for e in evidence_in(briefing)]
        draft = [DraftSentence(f"{e.lead} {e.quote}".strip(), spans_of(e), e) for e in chosen]
        work = replace(place.work, briefings=briefings, evidence=tuple(chosen), draft=tuple(draft))
        answer = answered(work, check(draft, briefings))
        said = [sentence for sentence in answer.sentences if sentence.role != "frame"]
        assert len(said) == len(draft), attack.id
        for sentence, drafted in zip(said, draft, strict=True):
            of = briefings[drafted.evidence.hit.facts.id]
            assert sentence.text == " ".join(of.text[a:b] for a, b in drafted.spans)
            assert sentence.citations
        left = [breach for breach in breaches(answer, briefings, attack) if not breach.startswith(_QUOTED)]
        assert left == [], attack.id


_QUOTED = ("more than plain words:", "the claim, on ")  # what a briefing says is shown as what it says


@pytest.mark.slow
def test_a_date_in_the_words_of_a_briefing_changes_nothing_of_when_it_was_published() -> None:
    for attack in ATTACKS:
        assert {briefing.published for briefing in planted(attack)} == {date(2024, 11, 1)}
