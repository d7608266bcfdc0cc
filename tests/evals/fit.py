"""Fit the two sets of weights that answering holds, over an ingested home and question sets.

    python tests/evals/fit.py sentences HOME=QUESTIONS.jsonl ...     those of assistant.choosing.evidence
    python tests/evals/fit.py abstention HOME=QUESTIONS.jsonl ...    those of assistant.declining.abstention

Both are judged by ten-fold cross-validation, declining also by leaving a whole set out, and printed;
what is printed is copied by hand into the module, so that a change of weights is a commit. Sentences
first: abstention builds on their scores. HOME is the home that a set is asked over.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answering import Answering
from assistant.choosing import evidence as scoring
from assistant.choosing.evidence import Marks
from assistant.choosing.extractive import evidence_of
from assistant.choosing.similarity import SentenceVectors
from assistant.declining.abstention import WEIGHTS, Signals, signals_of
from assistant.evaluation.questions import QuestionLine
from assistant.steps.work import Work
from tests.question_files import read_questions
from vectorstore.encoder.embedding import load_encoder
from vectorstore.settings import home_settings
from vectorstore.store import Store

FOLDS = 10
NEEDLESSLY = 0.08  # share of the answerable questions that may be declined
RIDGE = 2.0  # penalty on the weights, in units of a mark's standard deviation
Table = NDArray[np.float64]


Drafted = tuple[str, QuestionLine, Work, Signals]  # the set that a question is of, the question, its draft


def main(what: str, pairs: Sequence[str]) -> None:
    if what == "sentences":
        scoring.RERANKED = 24  # all that may come first, not only those that come first now
    drafts = [draft for pair in pairs for draft in _drafted(*pair.rsplit("=", 1))]
    if what == "sentences":
        _fit_sentences([(line, work) for _, line, work, _ in drafts if line.answerable])
    else:
        _fit_abstention(drafts)


def _drafted(home: str, questions: str) -> list[Drafted]:
    settings = home_settings({**os.environ, "BRIEFINGS_HOME": home})
    encoder = load_encoder(settings.encoder, settings.models, settings.threads)
    with Store.open(settings, encoder) as store:
        answering = Answering(store)
        vectors = SentenceVectors(encoder)
        drafts = [(line, answering.drafted(line.request)) for line in read_questions(Path(questions))]
        return [
            (Path(questions).stem, line, work, _signals(work, vectors))
            for line, work in drafts
            if not work.shown  # which has no parts to weigh
        ]


def _fit_sentences(drafts: Sequence[tuple[QuestionLine, Work]]) -> None:
    tables: list[tuple[Table, Table, list[str]]] = []
    for line, work in drafts:
        found = work.evidence
        stated = np.array([_stated(line, f"{e.lead} {e.quote}", e.hit.facts.source) for e in found])
        if stated.any():
            sources = [e.hit.facts.source for e in found]
            tables.append((np.array([astuple(e.marks) for e in found], float), stated, sources))
    print(f"{len(drafts)} answerable questions; a sentence that answers was read for {len(tables)}")
    ranked = [
        (stated, np.argsort(-(marks @ np.array(astuple(scoring.WEIGHTS))))) for marks, stated, _ in tables
    ]
    print(
        f"as they are: an answering sentence is first {np.mean([of[at[0]] > 0 for of, at in ranked]):.3f}, "
        f"in three {np.mean([of[at[:3]].any() for of, at in ranked]):.3f}"
    )
    deviation = np.concatenate([marks for marks, _, _ in tables]).std(0) + 1e-9
    scaled = [(marks / deviation, stated) for marks, stated, _ in tables]
    first, third = [], []
    for train, test in _folds(len(scaled)):
        weights = _softmax([scaled[i] for i in train])
        for i in test:
            order = np.argsort(-(scaled[i][0] @ weights), kind="stable")
            first.append(scaled[i][1][order[0]] > 0)
            third.append(scaled[i][1][order[:3]].any())
    print(
        f"cross-validated: an answering sentence is first {np.mean(first):.3f}, in three {np.mean(third):.3f}"
    )
    weights = _softmax(scaled) / deviation
    print(", ".join(f"{of.name}={w:.1f}" for of, w in zip(fields(Marks), weights, strict=True)))


def _stated(line: QuestionLine, sentence: str, source: str) -> float:
    """Return the share of the required facts that a sentence of a gold document states."""
    if source not in line.gold_docs:
        return 0.0
    plain = re.sub(r"[\s*_|]+", " ", sentence).replace("’", "'")
    must = [nugget for nugget in line.nuggets if nugget.must]
    if any(pattern.search(plain) for pattern in line.forbidden):
        return 0.0
    return sum(any(p.search(plain) for p in nugget.any_of) for nugget in must) / max(1, len(must))


def _softmax(tables: Sequence[tuple[Table, Table]]) -> Table:
    """Fit weights under which the sentences that answer get most of the probability."""

    def loss(weights: Table) -> tuple[float, Table]:
        total, slope = RIDGE * float(weights @ weights) / 2, RIDGE * weights
        for marks, stated in tables:
            score = marks @ weights
            p = np.exp(score - score.max())
            p /= p.sum()
            wanted = stated / stated.sum()
            total -= float((wanted * np.log(p + 1e-12)).sum())
            slope = slope - marks.T @ (wanted - p)
        return total / len(tables), slope / len(tables)

    start = np.zeros(tables[0][0].shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def _fit_abstention(drafts: Sequence[Drafted]) -> None:
    signals = [of for *_, of in drafts]
    table = np.array([[getattr(of, name) for name in WEIGHTS] for of in signals], float)
    open_ = np.array([not of.by_rule for of in signals])  # the rest is declined by rule
    answerable = np.array([bool(line.answerable) for _, line, *_ in drafts])
    of_set = np.array([name for name, *_ in drafts])
    deviation, mean = table.std(0) + 1e-9, table.mean(0)
    scaled = (table - mean) / deviation
    print(f"{answerable.sum()} answerable, {(~answerable).sum()} not; ", end="")
    print(f"by rule: {(~open_ & answerable).sum()} answerable, {(~open_ & ~answerable).sum()} not")
    sets = [
        (list(np.flatnonzero(of_set != name)), list(np.flatnonzero(of_set == name))) for name in set(of_set)
    ]
    for name, folds in ("ten-fold", list(_folds(len(drafts)))), ("a set left out", sets):
        log_odds, declined = np.full(len(drafts), -np.inf), ~open_
        for train, test in folds:
            used = [i for i in train if open_[i]]
            *weights, shift = _logistic(scaled[used], answerable[used])
            fitted = np.where(open_, scaled @ np.array(weights) + shift, -np.inf)
            edge = _quantile(fitted[[i for i in train if answerable[i]]], NEEDLESSLY)
            log_odds[test], declined[test] = fitted[test], fitted[test] < edge
        print(
            f"{name}: area under the curve {_area(log_odds, answerable):.3f}; by the others' threshold ",
            end="",
        )
        print(f"declined {declined[~answerable].mean():.3f}, needlessly {declined[answerable].mean():.3f}")
    *weights, shift = _logistic(scaled[open_], answerable[open_])
    raw = np.array(weights) / deviation
    fitted = np.where(open_, scaled @ np.array(weights) + shift, -np.inf)
    for share in (0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.3):
        at = _quantile(fitted[answerable], share)
        edge = at - shift + float(raw @ mean)
        print(f"  {share:.2f} needlessly -> {(fitted[~answerable] < at).mean():.2f} declined, at {edge:.2f}")
    print(", ".join(f'"{name}": {w:.2f}' for name, w in zip(WEIGHTS, raw, strict=True)))
    edge = _quantile(fitted[answerable], NEEDLESSLY)
    print(f"THRESHOLD = {edge - shift + float(raw @ mean):.2f}")


def _signals(work: Work, vectors: SentenceVectors) -> Signals:
    chosen = evidence_of(work.draft)
    similarity = vectors.highest(work.question.standalone, [e.said for e in chosen])
    return signals_of(work.question, chosen, work.parts, work.newest, similarity)


def _logistic(table: Table, answerable: NDArray[np.bool_]) -> Table:
    """Fit log-odds of being answerable; the last number is the shift."""
    sign = np.where(answerable, 1.0, -1.0)
    padded = np.hstack([table, np.ones((len(table), 1))])

    def loss(weights: Table) -> float:
        ridge = RIDGE * float(weights[:-1] @ weights[:-1]) / 2
        return float(np.logaddexp(0, -sign * (padded @ weights)).sum()) + ridge

    return np.asarray(minimize(loss, np.zeros(padded.shape[1]), method="L-BFGS-B").x)


def _quantile(values: Table, share: float) -> float:
    return float(np.sort(values)[int(share * len(values))])


def _area(log_odds: Table, answerable: NDArray[np.bool_]) -> float:
    above, below = log_odds[answerable][:, None], log_odds[~answerable][None, :]
    return float(((above > below) + (above == below) / 2).mean())


def _folds(count: int) -> Iterator[tuple[list[int], list[int]]]:
    order = np.random.default_rng(0).permutation(count)
    for fold in range(FOLDS):
        test = [int(i) for i in order[fold::FOLDS]]
        yield [int(i) for i in order if int(i) not in set(test)], test


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
