"""Sentences as evidence, each of a briefing of its own: what choosing is tried on."""

from datetime import date

from assistant.choosing.evidence import Evidence, Marks
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit


def told(*sentences: tuple[str, date, float]) -> list[Evidence]:
    """Return evidence for each sentence, its day and its score, in this order."""
    found = []
    for number, (text, day, score) in enumerate(sentences):
        sentence = Sentence(0, len(text), "prose", None)
        passage = Passage(f"p{number}", 1, number, 0, len(text), "", text, (sentence,), ())
        facts = BriefingFacts(f"b{number}", 1, f"{number}.md", "Trade", None, day, None, (), None, "")
        found.append(Evidence(Hit(passage, facts, 1, 1, 1), sentence, text, "", score, (), Marks()))
    return found
