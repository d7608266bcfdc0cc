"""Tell what is on file in connection with a party, or with the rest of what a question asks for."""

from collections.abc import Mapping, Sequence

from assistant.asking.parts import COMMON, Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, is_of_others
from assistant.choosing.reach import TITLE, Reach
from assistant.declining.names_asked import NO_TEXTS
from ingest.text.parties import parties_in, party_name

IN_CONNECTION = " in this connection"
# Log-odds by the reranker from which on what names no other party is taken to be on those asked about, where
# its briefing names them; answers to near misses have up to 2 (tests/evals/LOG.md).
SUREST = 3.0
LONGEST = 8  # words of a list; a refusal should be short


def on_parties(
    question: Question,
    chosen: Sequence[Evidence],
    parts: Sequence[Weighed],
    texts: Mapping[str, str] = NO_TEXTS,
) -> list[Evidence]:
    """Return the sentences that are on every party asked about: by themselves, or what stands above them.

    By their briefing as a whole, too, where nothing chosen is on others alone; and what is sure to answer and
    names no other, where its briefing names every party anywhere: `texts`, by the briefing's id.
    """
    told = [i for i, part in enumerate(parts) if part.party and part.weight > COMMON]
    if any(is_of_others(e, question) for e in chosen):
        on_them = [e for e in chosen if all(e.reached[i].around >= TITLE for i in told)]
    else:
        on_them = [
            e for e in chosen if all(_concerns(e, question, parts[i].party, e.reached[i]) for i in told)
        ]
    codes = {parts[i].party for i in told}
    return on_them or [
        e
        for e in chosen
        if e.marks.answers >= SUREST
        and not _named(e) - {*question.parties}
        and codes <= parties_in(texts.get(e.hit.facts.id, ""))
    ]


def _concerns(e: Evidence, question: Question, party: str | None, reach: Reach) -> bool:
    """Whether a sentence is on a party, or its briefing is and it names none that is not asked about."""
    if reach.around >= TITLE or party not in e.hit.facts.parties:
        return reach.around >= TITLE
    named = _named(e)
    return not named - {*question.parties} or party in named


def _named(e: Evidence) -> frozenset[str]:
    return parties_in(e.said) | parties_in(e.hit.passage.heading)


def together(parts: Sequence[Weighed]) -> str:
    """Say that the parties asked about are to be told of together, but for those told of everywhere."""
    names = [party_name(part.party) for part in parts if part.party and part.weight > COMMON]
    return " and ".join(names) + " together"


def listed(parts: Sequence[str]) -> list[str]:
    """Return as many parts, from the first, as a short sentence holds; last those of one connection.

    >>> listed(["tin" + IN_CONNECTION, "Peru", "a rate", "zinc" + IN_CONNECTION])
    ['Peru', 'a rate', 'tin and zinc in this connection']
    """
    named = [part for part in parts if not part.endswith(IN_CONNECTION)]
    known = [part.removesuffix(IN_CONNECTION) for part in parts if part.endswith(IN_CONNECTION)]
    several = [*named, *known]
    kept = [part for at, part in enumerate(several) if len(" ".join(several[: at + 1]).split()) <= LONGEST]
    joined = " and ".join(kept[len(named) :])
    return [*kept[: len(named)], *([joined + IN_CONNECTION] if joined else [])]
