"""How the draft of an answer is filled: who speaks is told wherever another comes before."""

from datetime import date

from assistant.asking.question import understand
from assistant.asking.request import AskRequest
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.extractive import drafted, evidence_of
from assistant.reading.turns import turn_at
from assistant.steps.filling_up import filled_up
from assistant.steps.work import Work
from vectorstore.briefing import Briefing, Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

ASKED = "where do the cork talks stand?"
TEXT = (
    "MS. OH: Lisbon signed on Friday.\n\n"
    "MR. LI: Delegates met over floor tiles. Both sides want bottle corks."
)
FACTS = BriefingFacts("a", 1, "a.md", "Cork", None, date(1987, 3, 1), None, (), None, "a")
SIGNED, MET, WANT = (
    "Lisbon signed on Friday.",
    "Delegates met over floor tiles.",
    "Both sides want bottle corks.",
)


def said(quote: str, answers: float) -> Evidence:
    start = TEXT.index(quote)
    sentence = Sentence(start, start + len(quote), "prose", None)
    passage = Passage("p", 1, 0, 0, len(TEXT), "", TEXT, (sentence,), ())
    turn = turn_at(TEXT, start)
    return Evidence(
        Hit(passage, FACTS, 1, 1, 1), sentence, quote, "", 1.0, (), Marks(answers=answers), turn=turn
    )


def work_of(*judged: Evidence) -> Work:
    question = understand(ASKED, date(1987, 3, 1))
    draft = drafted(question, judged[:2], {"a": TEXT})
    briefing = Briefing("a", "k", "a.md", "Cork", TEXT, "h")
    return Work(AskRequest(ASKED), question, briefings={"a": briefing}, evidence=judged, draft=tuple(draft))


def test_a_sentence_of_another_speaker_between_takes_nobodys_words() -> None:
    work = work_of(said(MET, 1.0), said(WANT, 1.0), said(SIGNED, 1.0))
    assert [of.text for of in work.draft] == [f"MR. LI: {MET}", WANT]
    assert [of.text for of in filled_up(work).draft] == [
        f"MR. LI: {MET}",
        f"MS. OH: {SIGNED}",
        f"MR. LI: {WANT}",
    ]


def test_what_was_not_judged_is_left_as_it_is() -> None:
    work = work_of(said(MET, 1.0), said(WANT, 1.0), said(SIGNED, 1.0))
    of_sides = Work(
        work.request, work.question, briefings=work.briefings, evidence=work.evidence[1:], draft=work.draft
    )
    assert filled_up(of_sides) is of_sides
    assert len(evidence_of(filled_up(work).draft)) == 3
