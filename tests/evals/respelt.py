"""Ask questions as other people would type them, and tell whose answers lead with another briefing.

    python -m tests.evals.respelt QUESTIONS.jsonl [--some 100] [--seed 5] [--form FORM ...]

`make respelt` runs it over the home that BRIEFINGS_HOME names. Small letters, a slip of the fingers, a
party's other name, a day written otherwise: none of it changes what is asked, so none may change what the
answer leads with. A form (`typed_otherwise.py`) that makes no difference to a question is not asked.
Follow-ups are left out.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.evaluation.questions import questions_of, read_text
from assistant.settings import settings
from tests.evals.typed_otherwise import FORMS
from tests.evals.wordings import lead_of
from vectorstore.encoder.embedding import load_encoder
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class Respelt:
    """One asking: in which form, as typed, what the answer led with, and what that to the question did."""

    form: str
    question: str
    typed: str
    lead: str
    bare: str


def respelt(
    asked: Sequence[AskRequest],
    forms: Sequence[str],
    some: int,
    seed: int,
    answer: Callable[[AskRequest], Answer],
) -> Iterator[Respelt]:
    """Ask so many questions of those that a form changes, drawn, as they are and in the form."""
    for form in forms:
        drawn = random.Random(f"{seed} {form}")
        typed = [(request, FORMS[form](request, drawn)) for request in drawn.sample(asked, len(asked))]
        for request, other in [(request, other) for request, other in typed if other][:some]:
            yield Respelt(
                form, request.question, other.question, lead_of(answer(other)), lead_of(answer(request))
            )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, help="questions, one JSON object a line")
    parser.add_argument("--some", type=int, default=60, help="questions in each form")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--form", action="append", choices=list(FORMS), help="default: every form")
    given = parser.parse_args(arguments)
    lines = questions_of(read_text(given.questions, str(given.questions)), str(given.questions))
    asked = [of.request for of in lines if not of.request.history]
    home = settings().home
    every, otherwise, declined = Counter[str](), Counter[str](), Counter[str]()
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        for of in respelt(asked, given.form or list(FORMS), given.some, given.seed, Answering(store).answer):
            every[of.form] += 1
            if of.lead != of.bare:
                otherwise[of.form] += 1
                declined[of.form] += of.lead == "declined"
                print(
                    f"{of.form}: {of.typed!r}\n    {of.question!r}\n    {of.lead[:90]}\n    {of.bare[:90]}",
                    flush=True,
                )
    for form, count in every.items():
        print(f"{form:>14}: of {count} {otherwise[form]} led by another, {declined[form]} of them declined")


if __name__ == "__main__":
    main()
