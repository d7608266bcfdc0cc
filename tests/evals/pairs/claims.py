"""Make pairs of a claim and its evidence, corrupted and faithful, of each kind that there is a rule for.

Everything follows from the sentences and a seed: the same sentences give the same pairs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.evals.pairs import actors, facts, rearranging, respelling, rewording, statements
from tests.evals.pairs.patterns import PERSON, named_parties
from tests.evals.pairs.rearranging import small
from tests.evals.pairs.rules import Pool
from tests.evals.pairs.sentences import Source, is_prose

SEED = 1986
MOST_PARTIES = 25  # of the corpus, by mentions: an island named once is too easily told from them
ALSO_BEFORE = 0.4  # share of corrupted claims that cite the sentence before as well

CORRUPTIONS = facts.RULES | actors.RULES | statements.RULES
PARAPHRASES = rearranging.RULES | respelling.RULES | rewording.RULES


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim, what it cites, and whether it may be shown with that."""

    kind: str
    claim: str
    evidence: str
    faithful: bool
    held_out: bool


def pairs_of(sources: Sequence[Source]) -> Iterator[Pair]:
    """Yield the pairs of every sentence of prose, at most one of each kind; equal sentences count once."""
    prose = list({source.text: source for source in sources if is_prose(source.text)}.values())
    pool = _pool_of(prose)
    for source in prose:
        random = Random(f"{SEED} {source.text}")
        before = source.before if is_prose(source.before) else ""
        yield from _corrupted(source, before, pool, random)
        yield from _faithful(source, before, random)


def _pool_of(prose: Sequence[Source]) -> Pool:
    persons = sorted({match["name"] for source in prose for match in PERSON.finditer(source.text)})
    mentions: dict[str, int] = {}
    for source in prose:
        for party in named_parties(source.text):
            mentions[party.code] = mentions.get(party.code, 0) + 1
    parties = sorted(mentions, key=lambda code: (-mentions[code], code))[:MOST_PARTIES]
    return Pool(persons, parties)


def _corrupted(source: Source, before: str, pool: Pool, random: Random) -> Iterator[Pair]:
    cited = before if random.random() < ALSO_BEFORE else ""
    pool = replace(pool, before=cited)
    evidence = f"{cited} {source.text}".strip()
    for kind, rule in CORRUPTIONS.items():
        claims = [claim for claim in rule(source.text, random, pool) if claim != source.text]
        if claims:
            yield Pair(kind, random.choice(claims), evidence, False, source.held_out)
    paraphrase = _several(source.text, random)
    if paraphrase == source.text:
        return
    for rule in random.sample(list(CORRUPTIONS.values()), len(CORRUPTIONS)):
        claims = [claim for claim in rule(paraphrase, random, pool) if claim != paraphrase]
        if claims:
            claim = random.choice(claims)
            yield Pair("a paraphrase corrupted", claim, evidence, False, source.held_out)
            return


def _faithful(source: Source, before: str, random: Random) -> Iterator[Pair]:
    text = source.text

    def pair(kind: str, claim: str, *evidence: str) -> Pair:
        return Pair(kind, claim, " ".join(evidence), True, source.held_out)

    yield pair("the sentence itself", text, text)
    for kind, rule in PARAPHRASES.items():
        if claims := _claims(rule(text), text):
            yield pair(kind, random.choice(claims), text)
    if (claim := _several(text, random)) != text:
        yield pair("several of these at once", claim, text)
    if before:
        yield pair("a second sentence cited", text, before, text)
        yield pair("two sentences joined", _joined(before, text, random), before, text)
        if (claim := _several(text, random)) != text:
            yield pair("several, and a second sentence cited", claim, before, text)


def _several(text: str, random: Random) -> str:
    """Apply one to three rules, one after the other."""
    claim = text
    for rule in random.sample(list(PARAPHRASES.values()), len(PARAPHRASES)):
        if claims := _claims(rule(claim), claim):
            claim = random.choice(claims)
            if random.random() < 0.4:
                break
    return claim


def _claims(claims: Iterator[str], text: str) -> list[str]:
    return [claim for claim in claims if claim != text and len(claim.split()) > 3]


def _joined(before: str, text: str, random: Random) -> str:
    first, second = random.sample((before, text), 2)
    return first.rstrip(".") + random.choice((", and ", ", while ", "; ")) + small(second)
