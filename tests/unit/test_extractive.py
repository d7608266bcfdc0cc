"""Which sentences an answer is made of, once they are scored."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.extractive import compose, drafted
from assistant.choosing.selecting import FURTHER, SENTENCES
from tests.told import told
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

TODAY = date(1987, 3, 1)
SAID = [
    "Bottlers in Chile took a hundred tonnes for wine.",
    "Peruvian builders laid floors with it.",
    "The fishing fleet of Brazil has floats made of cork.",
    "Schools of Poland got mats.",
    "Shoemakers bought soles for Spain.",
]

WORDY = 15  # words that make a sentence long


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


def said(question: str, chosen: list[Evidence]) -> list[str]:
    texts = {e.hit.facts.id: e.hit.passage.text for e in chosen}
    return [of.text for of in compose(understand(question, TODAY), chosen, [], texts)]


def test_in_a_long_answer_a_third_sentence_has_to_be_nearly_as_good_as_the_best() -> None:
    wordy = [
        f"{text[:-1]}, as {' '.join(f'word{n}x{w}' for w in range(WORDY))} told."
        for n, text in enumerate(SAID)
    ]
    days = [TODAY] * 3
    near, far = (10.0, 9.9, 9.8), (10.0, 9.4, 9.0)
    assert len(said("who took cork?", told(*zip(wordy, days, near, strict=False)))) == 3
    assert len(said("who took cork?", told(*zip(wordy, days, far, strict=False)))) == 2
    assert len(said("who took cork?", told(*zip(SAID, days, far, strict=False)))) == 3


def test_what_ended_it_is_told_once() -> None:
    found = told((SAID[0], TODAY, 9.0), (SAID[1], TODAY, 8.9))
    texts = {e.hit.facts.id: e.hit.passage.text for e in found}
    draft = compose(understand("who took cork?", TODAY), found, [], texts, found[0])
    assert sorted(of.text for of in draft) == sorted(SAID[:2])


def test_a_lead_in_is_not_shown_without_what_it_leads_in() -> None:
    found = told(("The ministry shall take the following steps on cork:", TODAY, 9.0), (SAID[0], TODAY, 8.5))
    assert said("what steps on cork?", found) == [SAID[0]]


@pytest.mark.parametrize(
    ("alone", "leaning"),
    [
        ("These Rule 4 cork quotas will not apply.", "These quotas will not apply."),
        ("These cork quota changes will not apply.", "These new changes will not apply."),
        ("This cork clause shapes what will apply.", "This has cork makers worried."),
        ("It is necessary to apply the cork quotas.", "It is expected to apply to cork quotas."),
        ("This week the cork quotas apply.", "This is why the cork quotas apply."),
        ("This order applies the cork quotas.", "This applies the cork quotas."),
        ("In response to Peru the cork quotas apply.", "In response to this the cork quotas apply."),
        ("As a result of talks the cork quotas apply.", "As a result of these the cork quotas apply."),
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_can_be_read_without_the_one_before(
    alone: str, leaning: str
) -> None:
    assert said("do the cork quotas apply?", told((alone, TODAY, 9.0))) == [alone]
    assert said("do the cork quotas apply?", told((leaning, TODAY, 9.0))) == []


@pytest.mark.parametrize("tie", ["However, ", "As a result, ", "In response, "])
def test_a_word_that_only_ties_a_sentence_to_the_one_before_is_left_out(tie: str) -> None:
    assert said("do the cork quotas apply?", told((f"{tie}the cork quotas apply.", TODAY, 9.0))) == [
        "The cork quotas apply."
    ]
    assert said("do the cork quotas apply?", told((f"{tie}he applies the cork quotas.", TODAY, 9.0))) == []


def test_a_very_long_sentence_costs_no_more_than_a_long_one() -> None:
    long, very_long = (
        f"{SAID[0][:-1]}, as {' '.join(f'word{w}' for w in range(words))} told." for words in (60, 100)
    )
    for text in (long, very_long):
        assert said("who took cork?", told((text, TODAY, 10.0), (SAID[1], TODAY, 9.4)))[0] == text
        assert said("who took cork?", told((text, TODAY, 10.0), (SAID[1], TODAY, 9.6)))[0] == SAID[1]


def test_items_go_on_from_a_sentence_that_begins_with_their_lead_in() -> None:
    text = "The duty spares: (a) cork; (b) wine; (c) mats. It spares: (d) soles."
    lead = (0, text.index(" (a)"))
    clauses = [(0, None), (text.index("(b)"), lead), (text.index("(c)"), lead), (text.index("It"), None)]
    sentences = [
        Sentence(start, text.index(end, start) + 1, "prose", of)
        for (start, of), end in zip(clauses, ";;..", strict=True)
    ]
    passage = Passage("a0", 1, 0, 0, len(text), "", text, tuple(sentences), ())
    facts = BriefingFacts("a", 1, "a.md", "Cork", None, TODAY, None, (), None, "a")
    hit = Hit(passage, facts, 1, 1, 1)
    chosen = [
        Evidence(hit, s, text[s.start : s.end], text[slice(*s.lead)] if s.lead else "", 1, (), Marks())
        for s in sentences
    ]
    asked = understand("what is spared?", TODAY)
    drafts = drafted(asked, chosen, {"a": text})
    assert [of.text for of in drafts] == [
        "The duty spares: (a) cork; (b) wine; (c) mats.",
        "It spares: (d) soles.",
    ]
    assert [len(of.also) for of in drafts] == [2, 0]
