"""Which sentences an answer is made of, once they are scored."""

from datetime import date

from assistant.evidence import Evidence, Marks
from assistant.extractive import FURTHER, SENTENCES, compose
from assistant.question import understand
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.search import Hit

TODAY = date(1987, 3, 1)
SAID = [
    "Bottlers in Chile took a hundred tonnes for wine.",
    "Peruvian builders laid floors with it.",
    "The fishing fleet of Brazil has floats made of cork.",
    "Schools of Poland got mats.",
    "Shoemakers bought soles for Spain.",
]


def evidence(briefings: list[str]) -> list[Evidence]:
    """A sentence for each briefing named, of like score, the first a little better."""
    found = []
    for number, (name, text) in enumerate(zip(briefings, SAID, strict=False)):
        sentence = Sentence(0, len(text), "prose", None)
        passage = Passage(f"{name}{number}", 1, number, 0, len(text), "", text, (sentence,), ())
        facts = BriefingFacts(name, 1, f"{name}.md", "Cork", None, TODAY, None, (), None, name)
        found.append(
            Evidence(Hit(passage, facts, 1, 1, 1), sentence, text, "", 10 - number / 100, (), Marks())
        )
    return found


def quoted(question: str, briefings: list[str]) -> list[str]:
    chosen = evidence(briefings)
    texts = {e.hit.facts.id: e.quote for e in chosen}
    drafted = compose(understand(question, TODAY), chosen, [], texts)
    return [sentence.evidence.hit.facts.id for sentence in drafted]


def test_a_fourth_sentence_is_of_a_briefing_that_is_quoted_already() -> None:
    assert sorted(quoted("who took cork?", ["a", "b", "c", "d", "e"])) == ["a", "b", "c"]
    assert sorted(quoted("who took cork?", ["a", "b", "c", "d", "b"])) == ["a", "b", "b", "c"]


def test_a_list_is_of_as_many_briefings_as_it_takes() -> None:
    assert len(quoted("list those who took cork", ["a", "b", "c", "d", "e"])) > FURTHER


def test_an_answer_has_no_more_sentences_than_it_may() -> None:
    assert len(quoted("who took cork?", ["a"] * 5)) <= SENTENCES
