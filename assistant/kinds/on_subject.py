"""Keep what is on the subject of which the latest is asked, where no briefing tells of a development."""

from collections.abc import Sequence

from assistant.asking.asked import others_than_us, subject_words
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.asking.subject import Part, holds
from assistant.choosing.evidence import Evidence
from assistant.chronicle.about import on_trade
from assistant.declining.measures_asked import TOUCHED
from ingest.text.parties import parties_in


def on_subject(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> list[Evidence]:
    """Keep the sentences that name the parties asked about, or the goods, and say something of trade.

    What is left where no briefing tells of a development: a row of a table with a rate, say. Of parties and
    something beside, the rarest word has to be reached, or the sentence is likely to answer.
    """
    parties = frozenset(others_than_us(question))
    asked = subject_words(question)
    words = [Part(concept.typed, 1.0, concept=concept) for concept in asked]
    own = [at for at, part in enumerate(parts) if part.concept in asked]
    rarest = max(own, key=lambda at: parts[at].weight, default=None)

    def says(e: Evidence) -> bool:
        told = e.headed if e.sentence.kind == "row" else e.in_full
        if not on_trade(told) or not parties <= parties_in(told):
            return False
        if not parties:
            return all(holds(word, e.headed) for word in words)
        return rarest is None or e.marks.answers > 0 or e.reached[rarest].around >= TOUCHED

    return [e for e in evidence if says(e)]


def told_in_passing(
    question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]
) -> list[Evidence]:
    """Keep the sentences that are likely to answer and near which every word of the subject stands.

    Of what is no matter of trade, or named in a briefing on another matter alone.
    """
    asked = subject_words(question)
    own = [at for at, part in enumerate(parts) if part.concept in asked]
    return [e for e in evidence if e.marks.answers > 0 and all(e.reached[at].around >= TOUCHED for at in own)]
