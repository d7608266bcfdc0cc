"""The reranker reads question and sentence together, and is the model that was trained."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.choosing.cross_encoder import CrossEncoder
from assistant.choosing.reranker import QUESTION_PIECES, SENTENCE_PIECES, WEIGHTS, load_reranker, presented
from tests.converting import ASKED, PAYS, SENTENCES, SIGNED, WHERE, WHO, WOULD


@pytest.fixture(scope="module")
def reranker(models: Path) -> CrossEncoder:
    return load_reranker(models)


@pytest.mark.parametrize(
    ("question", "answers", "others"),
    [
        ("when was the wheat accord signed", SIGNED, [WOULD, WHERE, PAYS]),
        ("how much do jute importers pay", PAYS, [WHO, SIGNED, WHERE]),
        ("who proposed the duty on jute", WHO, [PAYS, SIGNED, WOULD]),
    ],
)
def test_what_answers_stands_before_what_only_speaks_of_it(
    reranker: CrossEncoder, question: str, answers: str, others: list[str]
) -> None:
    first, *rest = reranker.log_odds(question, [answers, *others])
    assert first > max(rest)
    assert max(rest[1:]) + 3 < first


def test_a_judgement_does_not_depend_on_what_is_judged_with_it(reranker: CrossEncoder) -> None:
    sentences = [SIGNED, "", "Tea.", PAYS * 12, WOULD]
    together = reranker.log_odds("when was the wheat accord signed", sentences)
    alone = [reranker.log_odds("when was the wheat accord signed", [s])[0] for s in sentences]
    assert np.allclose(together, alone, atol=0.15)  # of numbers from -9 to 9; bfloat16 where there is
    assert reranker.log_odds("when was it signed", []) == []


def test_it_judges_as_the_merged_weights_do_in_torch(reranker: CrossEncoder, conversion: Path) -> None:
    expected = np.load(conversion / "log-odds.npy")
    assert np.allclose(reranker.log_odds(ASKED, SENTENCES), expected, atol=0.2)


def test_training_changed_the_weights_of_every_layer() -> None:
    from safetensors.numpy import load_file

    changed = load_file(WEIGHTS)
    for layer in range(6):
        down = changed[f"encoder.layer.{layer}.attention.self.query.weight.down"]
        assert np.abs(down).max() > 0


def test_long_questions_and_sentences_are_cut_and_still_judged(reranker: CrossEncoder) -> None:
    long = " ".join(["tariff"] * 500)
    [found] = reranker.log_odds(long, [long])
    assert np.isfinite(found)
    [(ids, of)] = reranker.pairs(long, [long])
    assert len(ids) == len(of) == 1 + QUESTION_PIECES + 1 + SENTENCE_PIECES + 1


def _facts(title: str, published: date | None) -> Any:
    return SimpleNamespace(title=title, published=published)


@pytest.mark.parametrize(
    ("heading", "before", "read"),
    [
        ("# Duties", "Tea **pays** nothing.", "Tea: It pays. [# Duties; Tea pays nothing.]"),
        ("Duties", "", "Tea: It pays. [Duties]"),
        ("", "Tea pays nothing.", "Tea: It pays. [Tea pays nothing.]"),
        ("h" * 90, "a" + "b" * 120, f"Tea: It pays. [{'h' * 60}; {'b' * 120}]"),
    ],
)
def test_a_sentence_is_read_before_its_heading_and_the_sentence_before_it(
    heading: str, before: str, read: str
) -> None:
    assert presented(_facts("Tea", None), "It pays.", heading, before) == read


@pytest.mark.parametrize(
    ("facts", "said", "read"),
    [
        (
            _facts("Duty on tea", date(1987, 6, 4)),
            "It is **10** | percent.",
            "Duty on tea 1987-06: It is 10 percent.",
        ),
        (
            _facts("Duty on tea", None),
            "See [the order](https://example.org/a).",
            "Duty on tea: See the order.",
        ),
        (_facts("T" * 300, None), "x" * 900, f"{'T' * 90}: {'x' * 400}"),
    ],
)
def test_a_sentence_is_read_behind_its_title_and_month_without_markup(
    facts: Any, said: str, read: str
) -> None:
    assert presented(facts, said) == read


@pytest.mark.slow
def test_a_mean_of_trainings_judges_between_them_on_another_scale(tmp_path: Path) -> None:
    import torch

    from tests.evals.cross_encoder import Learner, reader
    from tests.evals.reranker.mean import main

    main([str(tmp_path / "mean"), str(WEIGHTS), str(WEIGHTS), "--scale", "0.5", "--shift", "2"])
    pairs = reader(QUESTION_PIECES, SENTENCE_PIECES).pairs("when was the wheat accord signed", [SIGNED, PAYS])
    with torch.no_grad():
        one, mean = Learner(WEIGHTS).eval().scores(pairs), Learner(tmp_path / "mean").eval().scores(pairs)
    assert torch.allclose(mean, 0.5 * one + 2, atol=0.05)
