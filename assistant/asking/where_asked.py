"""Tell whether a question asks where things stand with a party, which is what its goods are charged, too."""

import re
from datetime import date

from assistant.asking.asked import (
    MEASURES,
    asks_happened,
    asks_latest,
    asks_pledge,
    asks_sides,
    is_one_of,
    others_than_us,
    subject_words,
)
from assistant.asking.question import Question, understand
from ingest.text.parties import party_name
from vectorstore.patterns import pattern

_OF_DEALINGS = pattern(
    r"\b(?:talks|negotiat\w+|discussions|consultations|dialogue|rounds?|meetings?|deals?|agreements?|pacts?|accords?"
    r"|treat(?:y|ies)|frameworks?|fta)\b",
    re.I,
)
_NEWS = ("change", "changed", "happen", "happened", "new", "news", "develop", "developments", "update")
_OF_ONE_MEASURE = pattern(r"\b(?:truces?|cease-?fires?|quotas?|embargo(?:es)?|bans?|safeguards?)\b", re.I)


def party_asked(question: Question) -> str | None:
    """Return the party of which it is asked where things stand, and nothing else; None otherwise.

    Of talks or a pact it is asked how far they have come, of a truce or a quota whether it stands: duties are
    no news of them.

    >>> asked = "where are we with Chile", "latest on trade with Chile", "Chile talks", "the truce with Chile"
    >>> [party_asked(understand(text, date(1987, 4, 1))) for text in asked]
    ['CL', 'CL', None, None]
    """
    others = others_than_us(question)
    if _OF_DEALINGS.search(question.asked) or _OF_ONE_MEASURE.search(question.asked):
        return None
    if len(others) != 1 or not asks_latest(question) or asks_sides(question) or asks_pledge(question):
        return None
    return None if question.details or subject_words(question) else others[0]


def party_of_news(question: Question) -> str | None:
    """Return the party with which it is asked what happened in a period, and nothing else; None otherwise.

    >>> asked = "what happened with Chile in May 1986?", "what happened in the talks with Chile in May 1986?"
    >>> [party_of_news(understand(text, date(1987, 4, 1))) for text in asked]
    ['CL', None]
    """
    others = others_than_us(question)
    if len(others) != 1 or not asks_happened(question) or _OF_DEALINGS.search(question.asked):
        return None
    words = [c for c in subject_words(question) if not is_one_of(c, MEASURES + _NEWS)]
    return None if words or _OF_ONE_MEASURE.search(question.asked) else others[0]


def on_its_duty(question: Question, party: str, today: date) -> Question:
    """Return the question what the party's goods are charged, as of the same day."""
    return understand(f"what tariff do goods of {party_name(party)} pay?", today, as_of=question.as_of)
