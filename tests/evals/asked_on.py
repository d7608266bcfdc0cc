"""Ask on behind a question on a duty, and tell whose answers do not lead as the question asked in full.

    python -m tests.evals.asked_on GOODS.txt [--times 4] [--seed 7]

`make asked-on` runs it over the home that BRIEFINGS_HOME names. A line of GOODS.txt is what goods, of which
party, another party and other goods, with a bar between: "copper pipes | Chile | Peru | tin cans". Behind
"what is the tariff on copper pipes from Chile?" a message such as "same for Peru please" asks what "what is
the tariff on copper pipes from Peru?" does. The messages are drawn from `asked_on.jsonl`, by three hands who
did not know what reads them; those of the third were not looked at.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.settings import settings
from tests.evals.wordings import lead_of
from vectorstore.encoder.embedding import load_encoder
from vectorstore.errors import QuestionError
from vectorstore.store import Store

MESSAGES = Path(__file__).with_name("asked_on.jsonl")
FIRST = "what is the tariff on {goods} from {party}?"
# What is asked on, in full.
IN_FULL = {
    "party": "what is the tariff on {goods} from {party2}?",
    "goods": "what is the tariff on {goods2} from {party}?",
    "holds": "is the tariff on {goods} from {party} still in force?",
    "grounds": "why was the tariff on {goods} from {party} imposed?",
    "exempt": "what is exempt from the tariff on {goods} from {party}?",
    "meant": "what is the tariff on {goods} from {party2}?",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message behind the first question: what it asks of that, and whose words it has."""

    hand: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A message as it was asked, and what its answer and that to the question in full lead with."""

    message: Message
    first: str
    text: str
    lead: str
    full: str


def messages(path: Path = MESSAGES) -> list[Message]:
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [Message(of["hand"], of["kind"], of["text"]) for of in lines]


def read_names(line: str) -> dict[str, str]:
    """Read what goods, of which party, another party and other goods.

    >>> read_names("tin | Peru | Chile | rice")["party2"]
    'Chile'
    """
    named = [part.strip() for part in line.split("|")]
    if len(named) != 4 or not all(named):
        raise QuestionError(f"“{line}”: write goods, a party, another party and other goods, a bar between.")
    return dict(zip(("goods", "party", "party2", "goods2"), named, strict=True))


def asked_on(
    names: Sequence[dict[str, str]],
    every: Sequence[Message],
    times: int,
    seed: int,
    answer: Callable[[AskRequest], Answer],
) -> Iterator[Asked]:
    """Ask so many messages of each hand and kind behind the first question on each of the goods."""
    drawn = random.Random(seed)
    for of in names:
        first = FIRST.format(**of)
        before = (Turn("user", first), Turn("assistant", answer(AskRequest(first)).answer))
        full = {kind: lead_of(answer(AskRequest(text.format(**of)))) for kind, text in IN_FULL.items()}
        for hand, kind in sorted({(message.hand, message.kind) for message in every}):
            those = [message for message in every if (message.hand, message.kind) == (hand, kind)]
            for message in drawn.sample(those, min(times, len(those))):
                text = message.text.format(**of)
                lead = lead_of(answer(AskRequest(text, before)))
                yield Asked(message, first, text, lead, full[kind])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("goods", type=Path, help="goods, a party, another party and other goods a line")
    parser.add_argument("--times", type=int, default=4, help="messages of each hand and kind")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args(arguments)
    names = [read_names(line) for line in given.goods.read_text("utf-8").splitlines() if line.strip()]
    home = settings().home
    found: list[Asked] = []
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        for of in asked_on(names, messages(), given.times, given.seed, Answering(store).answer):
            found.append(of)
            if of.lead != of.full:
                print(f"{of.first} {of.text!r}\n    {of.full}\n    {of.lead}", flush=True)
    for hand in sorted({of.message.hand for of in found}):
        print(f"hand {hand}: " + ", ".join(_counted(found, hand, kind) for kind in IN_FULL))


def _counted(found: Sequence[Asked], hand: int, kind: str) -> str:
    those = [of for of in found if (of.message.hand, of.message.kind) == (hand, kind)]
    other = [of for of in those if of.lead != of.full]
    declined = sum(of.lead == "declined" for of in other)
    return f"{kind} {len(other)} of {len(those)} led by another ({declined} declined)"


if __name__ == "__main__":
    main()
