"""Tell in which of the sentences chosen the goods that a question is on are to be told of."""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, is_of_others
from assistant.reading.goods import AMBIGUOUS, goods_in, most_specific, tells_of
from ingest.text.parties import parties_in


def with_goods(
    question: Question, chosen: Sequence[Evidence], concerning: Sequence[Evidence]
) -> Sequence[Evidence]:
    """Return the sentences in which the goods asked about are to be told of.

    Those on the parties, where what tells of the goods is on others alone: the duty of Peru on tin and that
    of Chile on zinc tell nothing of Peru's on zinc.
    """
    goods = most_specific(goods_in(question.asked)) - AMBIGUOUS
    if not concerning or not goods:
        return chosen
    on_goods = [e for e in chosen if any(tells_of(of, e.headed) for of in goods)]
    parties = frozenset(question.parties)
    others = on_goods and all(is_of_others(e, question) or _is_elsewhere(e, parties) for e in on_goods)
    return concerning if others else chosen


def with_goods_around(e: Evidence) -> str:
    """Return what a sentence says and stands under, and what tells its goods where it names none itself.

    The sentence before, "They agreed on access for rice. It will be 4 percent in May", or its publisher, an
    International Tin Council: either only where it names one kind.
    """
    if goods_in(e.said):
        return e.headed
    around = ("" if _opens_paragraph(e) else e.before, e.hit.facts.publisher or "")
    return " ".join([e.headed, *(text for text in around if len(goods_in(text)) == 1)])


def _opens_paragraph(e: Evidence) -> bool:
    return e.hit.passage.text[: e.sentence.start - e.hit.passage.start].endswith("\n\n")


def _is_elsewhere(e: Evidence, parties: frozenset[str]) -> bool:
    """Whether neither a sentence, what it stands under or answers, nor its briefing is on these parties."""
    return parties.isdisjoint(parties_in(e.headed)) and parties.isdisjoint(e.hit.facts.parties)
