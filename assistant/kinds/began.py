"""Answer what holds since a day from before it: "Fiji only on 15 percent since 25 September?"

Such a day narrows what is read to what was published since. Where that leaves nothing that answers, and
what came before sets the very day, it is what was asked about.
"""

from assistant.asking.asked import asks_news
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from ingest.text.events import events_in


def tells_what_began(question: Question, evidence: Evidence) -> bool:
    """Say whether a sentence published before the day since which something is asked names that day."""
    if question.since is None or asks_news(question):
        return False
    published = evidence.hit.facts.published
    return any(event.first == question.since for event in events_in(evidence.said, published))
