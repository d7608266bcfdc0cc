"""Ask on behind a question, and tell whose answers do not lead as the question asked in full.

    python -m tests.evals.asked_on OF.txt [--times 4] [--seed 7]

`make asked-on` runs it over the home that BRIEFINGS_HOME names. A line of OF.txt is what goods, of which
party, another party and other goods, with a bar between: "copper pipes | Chile | Peru | tin cans". Behind
"what is the tariff on copper pipes from Chile?" a message such as "same for Peru please" asks what "what is
the tariff on copper pipes from Peru?" does. Or it is a question, a party and another: "what did {} sign? |
Chile | Peru". The messages are drawn from `asked_on.jsonl`, by three hands who did not know what reads them;
those of the third were not looked at.
"""

import argparse
import json
import random
import re
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
from vectorstore.patterns import pattern
from vectorstore.store import Store

MESSAGES = Path(__file__).with_name("asked_on.jsonl")
_ON_GOODS = pattern(
    r"\{|\b(?:goods|import\w*|shipments?|origin\w*|suppl\w+|tariffs?|dut(?:y|ies)|rates?|pay|on it)\b", re.I
)
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
class Subject:
    """What is asked first, what is asked on in full, by kind, and what the messages are filled in with."""

    first: str
    full: dict[str, str]
    names: dict[str, str]

    def fits(self, message: Message) -> bool:
        """Whether a message may stand behind the first question: none on goods or duties behind others."""
        plain = message.text.replace("{party}", "").replace("{party2}", "")
        return message.kind in self.full and ("goods" in self.names or not _ON_GOODS.search(plain))


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


def read_subject(line: str) -> Subject:
    """Read goods, a party, another party and other goods, or a question of a party, that and another.

    >>> read_subject("tin | Peru | Chile | rice").full["goods"]
    'what is the tariff on rice from Peru?'
    >>> read_subject("what did {} sign? | Peru | Chile").full["party"]
    'what did Chile sign?'
    """
    named = [part.strip() for part in line.split("|")]
    if len(named) == 4 and all(named):
        names = dict(zip(("goods", "party", "party2", "goods2"), named, strict=True))
        full = {kind: text.format(**names) for kind, text in IN_FULL.items()}
        return Subject(FIRST.format(**names), full, names)
    if len(named) == 3 and all(named) and "{}" in named[0]:
        question, party, other = named
        full = dict.fromkeys(("party", "meant"), question.format(other))
        return Subject(question.format(party), full, {"party": party, "party2": other})
    raise QuestionError(
        f"“{line}”: write goods, a party, another party and other goods, or a question with {{}} for a "
        "party, that and another, a bar between."
    )


def asked_on(
    subjects: Sequence[Subject],
    every: Sequence[Message],
    times: int,
    seed: int,
    answer: Callable[[AskRequest], Answer],
) -> Iterator[Asked]:
    """Ask so many messages of each hand and kind behind the first question of each subject."""
    drawn = random.Random(seed)
    for of in subjects:
        before = (Turn("user", of.first), Turn("assistant", answer(AskRequest(of.first)).answer))
        leads = {text: lead_of(answer(AskRequest(text))) for text in dict.fromkeys(of.full.values())}
        fitting = [message for message in every if of.fits(message)]
        for hand, kind in sorted({(message.hand, message.kind) for message in fitting}):
            those = [message for message in fitting if (message.hand, message.kind) == (hand, kind)]
            for message in drawn.sample(those, min(times, len(those))):
                text = message.text.format(**of.names)
                lead = lead_of(answer(AskRequest(text, before)))
                yield Asked(message, of.first, text, lead, leads[of.full[kind]])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("of", type=Path, help="goods and parties, or a question and parties, a line")
    parser.add_argument("--times", type=int, default=4, help="messages of each hand and kind")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args(arguments)
    subjects = [read_subject(line) for line in given.of.read_text("utf-8").splitlines() if line.strip()]
    home = settings().home
    found: list[Asked] = []
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        for of in asked_on(subjects, messages(), given.times, given.seed, Answering(store).answer):
            found.append(of)
            if of.lead != of.full:
                print(f"{of.first} {of.text!r}\n    {of.full}\n    {of.lead}", flush=True)
    for hand in sorted({of.message.hand for of in found}):
        print(f"hand {hand}: " + ", ".join(filter(None, (_counted(found, hand, kind) for kind in IN_FULL))))


def _counted(found: Sequence[Asked], hand: int, kind: str) -> str:
    those = [of for of in found if (of.message.hand, of.message.kind) == (hand, kind)]
    other = [of for of in those if of.lead != of.full]
    declined = sum(of.lead == "declined" for of in other)
    return f"{kind} {len(other)} of {len(those)} led by another ({declined} declined)" if those else ""


if __name__ == "__main__":
    main()
