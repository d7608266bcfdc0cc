"""Ask the same in many wordings, and tell whose answers do not lead with the same briefing.

    python -m tests.evals.wordings NAMES.txt

`make wordings` runs it over the home that BRIEFINGS_HOME names. A line of NAMES.txt is what is asked (a
key of `WORDINGS`), a colon, and what of: "holds: the duty on tin from Peru". No expectation is needed: of one
thing asked in many wordings, answers that differ cannot all be right. Told at the end is how many are
declined, and how many lead with the end of a measure, with the grounds of one, with what is exempt or with
what a party charges itself: of what is known to hold, or to have ended, all of these are wrong or right.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.choosing.own_charges import only_on_own_charges
from assistant.reading.acts import folded
from assistant.reading.ends_told import tells_end
from assistant.reading.exempting import exempts_from_it
from assistant.reading.imposed_for import tells_grounds
from assistant.settings import settings
from ingest.text.parties import parties_in
from vectorstore.encoder.embedding import load_encoder
from vectorstore.errors import QuestionError
from vectorstore.store import Store

# {} is what is asked of, [] the same without an article.
WORDINGS = {
    "holds": (
        "is {} still in force?", "[]: in force today?", "does {} still apply?", "is {} over?",
        "has {} been lifted?", "has {} ended?", "is {} still being collected?", "[] - still on?",
        "what is the status of {}?", "is {} in effect now", "does {} apply today?",
        "is {} currently in force?", "are importers still paying {}?", "is {} dead?",
    ),
    "latest": (
        "what is the latest on {}?", "[]: latest", "where does {} stand?", "what's new with {}?",
        "any news on {}?", "what is the status of {}?", "give me an update on {}",
        "where do things stand with {}", "current state of {}", "how far along is {}?",
    ),
    "rate": (
        "what is the tariff on {}?", "[] tariff rate", "how much duty do [] pay?", "what rate applies to {}?",
        "what do importers pay on {}?", "tariff on {} now", "how high is the duty on {}?",
        "what's the current duty on {}", "[]: what duty?", "which tariff rate do [] face today?",
    ),
    "charged": (
        "what tariff do [] pay?", "do [] pay a tariff?", "is there a tariff on []?",
        "are [] hit by a tariff?", "are [] subject to duty?", "are there duties on []?", "any tariff on []?",
        "do tariffs apply to []?",
        "does the US tax []?", "are tariffs charged on []", "is a duty levied on []?",
        "are [] covered by a tariff?",
    ),
    "start": (
        "when does {} take effect?", "when did {} start?", "from when does {} apply?", "[]: effective date?",
        "what date did {} kick in", "since when is {} in force?", "when did {} come into force",
        "[] go-live date", "start date of {}",
    ),
    "agreed": (
        "what did {} agree to?", "what has {} committed to?", "what did {} promise?", "what has {} pledged?",
        "what are {}'s commitments?", "what concessions did {} make?",
    ),
    "compare": (
        "compare the tariffs on {}", "[]: whose tariff is higher?", "tariff rates of {}?",
        "what tariffs do {} face?", "what is the difference between {} on tariffs?",
    ),
    "exempt": (
        "what is exempt from {}?", "which goods are excluded from {}?", "exemptions from {}?",
        "what does {} not apply to?", "which products are not covered by {}?", "carve-outs from {}?",
        "who is exempt from {}?", "are there any exceptions to {}?", "list of exclusions from {}",
        "what is spared {}?",
    ),
    "grounds": (
        "why was {} imposed?", "what is the reason for {}?", "why is there {}?", "reason behind {}?",
        "grounds for {}?", "what is the purpose of {}?", "what's {} for?", "on what grounds was {} imposed?",
        "what justifies {}?", "rationale for {}",
    ),
    "duties": (
        "tariffs on {}", "tariffs on goods from {}", "duties on imports from {}", "tariffs on products of {}",
        "what is the tariff on goods from {}?", "what duties does {} pay?", "what tariff does {} face?",
        "duties on goods of {} now",
    ),
    "charges": (
        "what does {} charge on US goods?", "[]'s tariffs on US goods", "[] tariffs on US goods",
        "[]'s duties on American goods", "tariffs on US goods in {}", "duties on US products entering {}",
        "what tariffs does {} impose on US goods?", "tariffs {} charges on American products",
    ),
}  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    (path,) = arguments
    named = [read_name(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    home = settings().home
    told: list[Answer] = []
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        answering = Answering(store)

        def answer(text: str) -> Answer:
            told.append(answering.answer(AskRequest(text)))
            return told[-1]

        for kind, name in named:
            asked = [worded(wording, name) for wording in WORDINGS[kind]]
            _print(name, by_lead(asked, answer))
    ended = sum(map(led_by_an_end, told))
    grounds = sum(tells_grounds(first_told(answer)) for answer in told)
    own = sum(map(led_by_own_charges, told))
    exempt = sum(exempts_from_it(first_told(answer)) for answer in told)
    declined = sum(answer.abstained for answer in told)
    led = f"led by the end of a measure {ended}, by grounds {grounds}, by what is exempt {exempt}"
    led += f", by what a party charges itself {own}"
    print(f"declined {declined} of {len(told)}, {led}")


def read_name(line: str) -> tuple[str, str]:
    """Read what is asked, and of what.

    >>> read_name("holds: the duty on tin")
    ('holds', 'the duty on tin')
    """
    kind, _, name = (part.strip() for part in line.partition(":"))
    if kind not in WORDINGS or not name:
        raise QuestionError(f"“{line}”: write one of {', '.join(WORDINGS)}, a colon, and what is asked of.")
    return kind, name


def worded(wording: str, name: str) -> str:
    """Put a name into a wording.

    >>> worded("is {} over?", "the tin duty"), worded("[]: over?", "the tin duty")
    ('is the tin duty over?', 'tin duty: over?')
    """
    return wording.replace("{}", name).replace("[]", name.removeprefix("the "))


def by_lead(asked: Iterable[str], answer: Callable[[str], Answer]) -> list[tuple[str, list[str]]]:
    """Return the briefings that answers lead with, and after which questions, the most frequent first."""
    leads = {text: lead_of(answer(text)) for text in asked}
    return [
        (lead, [text for text in leads if leads[text] == lead])
        for lead, _ in Counter(leads.values()).most_common()
    ]


def lead_of(answer: Answer) -> str:
    """Name the briefing that an answer leads with."""
    if answer.abstention:
        return "declined"
    numbers = [number for sentence in answer.sentences for number in sentence.citations]
    first = next(citation for citation in answer.citations if citation.number == numbers[0])
    return f"{first.published} {first.title}"


def led_by_an_end(answer: Answer) -> bool:
    """Whether the first sentence of an answer tells that a measure ended."""
    return tells_end(folded(first_told(answer)).text)


def led_by_own_charges(answer: Answer) -> bool:
    """Whether the first sentence of an answer tells what a party charges itself, not what it is charged."""
    first = first_told(answer)
    return only_on_own_charges(first, parties_in(first) - {"US"})


def first_told(answer: Answer) -> str:
    """Return the first sentence of an answer that is none of its frame; none of a declined one."""
    return next((sentence.text for sentence in answer.sentences if sentence.role != "frame"), "")


def _print(name: str, leads: Sequence[tuple[str, Sequence[str]]]) -> None:
    every = sum(len(asked) for _, asked in leads)
    print(f"{name}: {len(leads[0][1])} of {every} alike, {leads[0][0]}", flush=True)
    for lead, asked in leads[1:]:
        print(f"    {lead}")
        for text in asked:
            print(f"        {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
