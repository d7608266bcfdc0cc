"""Say which passages a search prefers: newer ones, those on the parties and the goods asked about."""

from collections.abc import Mapping

from assistant.asking.charge_asked import laws_alone
from assistant.asking.question import Question
from assistant.asking.speakers import names, whose_words
from assistant.asking.subject import telling_parties
from assistant.choosing.rate_of_goods import goods_asked, goods_charged
from assistant.reading.goods import speaks_of
from assistant.reading.legal_bases import laws_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from ingest.text.parties import parties_in
from vectorstore.briefing import Passage
from vectorstore.facts import BriefingFacts
from vectorstore.search import Prefer

# How much newer briefings are preferred, against a fused score of 0 to 1: recall@5 of the dev questions
# was .78 without, .86 with (tests/evals/LOG.md).
RECENCY_LATEST, RECENCY_UNSTATED = 0.7, 0.6
PARTY_WEIGHT = 0.2  # for a passage that names every party asked about
SPEAKER_WEIGHT = 0.4  # for one that names whose words are asked for, or whose title does
LAW_WEIGHT = 0.4  # for one that names the sections of laws by which alone the measure is told, or its title
GOODS_WEIGHT = 0.2  # for one that speaks, by itself or above it, of all goods whose duty is asked about
PERIOD_WEIGHT = 0.2  # for one published in a period that is asked about
RATE_WEIGHT = 0.2  # for one that tells a rate of duty, where that on goods is asked for


def recency(question: Question) -> float:
    """Return how much newer briefings are preferred: not at all when the question names its period."""
    if question.latest:
        return RECENCY_LATEST
    return 0.0 if question.periods else RECENCY_UNSTATED


def prefers(question: Question, shares: Mapping[str, float]) -> Prefer | None:
    """Prefer passages that name the parties asked about, for one, and whose words are asked for.

    A party of most briefings tells nothing.
    """
    telling = telling_parties(question.parties, shares)
    of_one = goods_asked(question)
    goods = goods_charged(question.asked) | ({of_one} if of_one else frozenset())
    rated = "rate" in question.details and question.kind != "date"
    speaker = whose_words(question.asked)
    laws = laws_alone(question)
    periods = question.periods if "parties" in question.details else ()
    if not telling and not goods and not speaker and not laws and not periods:
        return None

    def prefer(passage: Passage, facts: BriefingFacts) -> float:
        weight = PARTY_WEIGHT * len(telling & parties_in(passage.text)) / len(telling) if telling else 0.0
        above = f"{facts.title}\n{passage.heading}\n{passage.text}"
        if goods:
            weight += GOODS_WEIGHT * sum(speaks_of(of, above) for of in goods) / len(goods)
            weight += RATE_WEIGHT * (
                rated and "tariff" in instruments_in(above) and bool(rates_in(passage.text))
            )
        if speaker:
            weight += SPEAKER_WEIGHT * names(above, speaker)
        if periods and facts.published and any(p.first <= facts.published <= p.last for p in periods):
            weight += PERIOD_WEIGHT
        if laws:
            weight += LAW_WEIGHT * len(laws & laws_in(above)) / len(laws)
        return weight

    return prefer
