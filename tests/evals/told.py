"""Ask of goods that a sentence before the question tells of, and tell whose answers lead as asked directly.

    python -m tests.evals.told GOODS.txt

`make told` runs it over the home that BRIEFINGS_HOME names. A line of GOODS.txt is what goods, a colon, and
of which party: "copper pipes: Chile". "Our client imports copper pipes from Chile. What duty do they pay?"
asks what "what duty do copper pipes from Chile pay?" does.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.settings import settings
from tests.evals.wordings import lead_of
from vectorstore.encoder.embedding import load_encoder
from vectorstore.errors import QuestionError
from vectorstore.store import Store

TOLD = (
    "Our client imports {} from {}.", "We have {} coming from {}.", "I buy {} from {} for a small firm.",
    "Hi, my company ships {} from {}.", "We source {} from {} at the moment.",
)  # fmt: skip
# Behind what is told, and asked directly.
ASKED = (
    ("What duty do they pay?", "What duty do {} from {} pay?"),
    ("What tariff applies?", "What tariff applies to {} from {}?"),
    ("How high is the duty on that?", "How high is the duty on {} from {}?"),
    ("What do we pay at the border?", "What do {} from {} pay at the border?"),
    ("Is there a tariff on it?", "Is there a tariff on {} from {}?"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked behind what is told, and what that and the direct question lead with."""

    text: str
    lead: str
    direct: str


def asked_of(goods: str, party: str, answer: Callable[[str], Answer]) -> Iterator[Asked]:
    """Ask of goods of a party in every way."""
    direct = {behind: lead_of(answer(alone.format(goods, party))) for behind, alone in ASKED}
    for told, (behind, _) in product(TOLD, ASKED):
        text = f"{told.format(goods, party)} {behind}"
        yield Asked(text, lead_of(answer(text)), direct[behind])


def read_goods(line: str) -> tuple[str, str]:
    """Read what goods, and of which party.

    >>> read_goods("copper pipes: Chile")
    ('copper pipes', 'Chile')
    """
    goods, _, party = (part.strip() for part in line.partition(":"))
    if not (goods and party):
        raise QuestionError(f"“{line}”: write goods, a colon, and the party that they are of.")
    return goods, party


def main(arguments: Sequence[str]) -> None:
    (path,) = arguments
    named = [read_goods(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    home = settings().home
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        answering = Answering(store)

        def answer(text: str) -> Answer:
            return answering.answer(AskRequest(text))

        found = [of for goods, party in named for of in asked_of(goods, party, answer)]
    other = [of for of in found if of.lead != of.direct]
    for of in other:
        print(f"{of.text}\n    {of.direct}\n    {of.lead}")
    declined = sum(of.lead == "declined" for of in other)
    print(f"{len(found) - len(other)} of {len(found)} led as asked directly, {declined} declined instead")


if __name__ == "__main__":
    main(sys.argv[1:])
