"""Ask questions with something said around them, and tell whose answers lead with another briefing.

    python -m tests.evals.wrapped QUESTIONS.jsonl [--times 6] [--seed 7]
    python -m tests.evals.wrapped tests/evals/said/whitehouse.jsonl --claims

`make wrapped` runs it over the home that BRIEFINGS_HOME names. A greeting, who wants to know, how the answer
is to look, thanks: none of it changes what is asked, so none may change what the answer leads with. What is
said around is drawn from `wrappers.jsonl`, by two hands who did not know what reads it; only the first hand's
was looked at while that was written. Follow-ups are left out.

With `--claims` a line is a claim and the question whether it is so, and what is said around claims that are
to be checked ("I heard that ... Is that true?") is drawn from `said/wrappers.jsonl`: of a first hand and half
of a second's, which were looked at (1 and 2), and of the other half, which was not (3).
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.evaluation.questions import questions_of, read_text
from assistant.settings import settings
from tests.evals.wordings import lead_of
from vectorstore.encoder.embedding import load_encoder
from vectorstore.store import Store

WRAPPERS = Path(__file__).with_name("wrappers.jsonl")
OF_CLAIMS = Path(__file__).parent / "said" / "wrappers.jsonl"


@dataclass(frozen=True, slots=True)
class Wrapper:
    """What is said before and behind a question, and by which hand; `open` goes on without its mark."""

    hand: int
    before: str
    after: str
    small: bool = False  # the question begins with a small letter
    open: bool = False

    def around(self, question: str) -> str:
        """Put a question into what is said around it.

        >>> Wrapper(1, "so ", " - quick!", small=True).around("What does tin pay?")
        'so what does tin pay? - quick!'
        >>> Wrapper(1, "", " Thanks.").around("tin duty")
        'tin duty. Thanks.'
        """
        if self.open:
            question = question.rstrip("?")
        elif self.after.strip()[:1].isupper() and not question.endswith(("?", ".")):
            question += "."
        if self.small and question[1:2].islower():
            question = question[0].lower() + question[1:]
        return f"{self.before}{question}{self.after}"


@dataclass(frozen=True, slots=True)
class Told:
    """One asking: what was asked, what the answer led with, and what that to the bare question did."""

    hand: int
    asked: str
    lead: str
    bare: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A request as it is asked directly, and what stands in its place where something is said around it."""

    request: AskRequest
    said: str


def wrappers(path: Path) -> list[Wrapper]:
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        Wrapper(of["hand"], of["before"], of["after"], of.get("case") == "lower", bool(of.get("stem")))
        for of in lines
    ]


def told(
    asked: Sequence[Bare],
    every: Sequence[Wrapper],
    times: int,
    seed: int,
    answer: Callable[[AskRequest], Answer],
) -> Iterator[Told]:
    """Ask each question bare, and in so many wrappers of each hand."""
    drawn = random.Random(seed)
    for of in asked:
        bare = lead_of(answer(of.request))
        for hand in sorted({wrapper.hand for wrapper in every}):
            for wrapper in drawn.sample([each for each in every if each.hand == hand], times):
                text = wrapper.around(of.said)
                yield Told(hand, text, lead_of(answer(replace(of.request, question=text))), bare)


def read_questions(path: Path) -> list[Bare]:
    """Read a question set, without its follow-ups."""
    lines = questions_of(read_text(path, str(path)), str(path))
    return [Bare(of.request, of.request.question) for of in lines if not of.request.history]


def read_claims(path: Path) -> list[Bare]:
    """Read claims: `{"claim": "Peru signed in May", "question": "Did Peru sign in May?"}` a line."""
    lines = map(json.loads, read_text(path, str(path)).splitlines())
    return [Bare(AskRequest(of["question"]), of["claim"]) for of in lines]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, help="questions, one JSON object a line")
    parser.add_argument("--times", type=int, default=6, help="wrappers of each hand around a question")
    parser.add_argument("--some", type=int, help="of the questions, drawn; default: all")
    parser.add_argument("--claims", action="store_true", help="the lines are claims, each with its question")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args(arguments)
    lines = (read_claims if asked.claims else read_questions)(asked.questions)
    every = wrappers(OF_CLAIMS if asked.claims else WRAPPERS)
    if asked.some:
        lines = random.Random(asked.seed).sample(lines, min(asked.some, len(lines)))
    home = settings().home
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        answering = Answering(store)
        found = []
        for of in told(lines, every, asked.times, asked.seed, answering.answer):
            found.append(of)
            if of.lead != of.bare:
                print(f"{of.asked!r}\n    {of.bare}\n    {of.lead}", flush=True)
    for hand in sorted({of.hand for of in found}):
        by_hand = [of for of in found if of.hand == hand]
        other = [of for of in by_hand if of.lead != of.bare]
        declined = sum(of.lead == "declined" for of in other)
        print(f"hand {hand}: {len(other)} of {len(by_hand)} led by another, {declined} of these declined")


if __name__ == "__main__":
    main()
