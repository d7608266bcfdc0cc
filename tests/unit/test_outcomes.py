"""One answer against its question line: what is correct, what is not, and what counts."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answer import Answer, AnswerSentence, Citation, Declined, Role
from assistant.asking.request import AskRequest, Turn
from assistant.evaluation.outcomes import OnFile, Outcome, judge
from assistant.evaluation.questions import Nugget, QuestionLine, questions_of

TEXT = "The rate is 15 percent. It was 25 percent before."
ON_FILE = OnFile({"id1": TEXT}, {"new.md": date(2025, 7, 24), "old.md": date(2025, 4, 3), "undated.md": None})


def cited(source: str = "new.md", start: int = 0, end: int = 23, **changes: Any) -> Citation:
    fields: dict[str, Any] = {
        "number": 1,
        "briefing_id": "id1",
        "title": "Rates",
        "publisher": None,
        "url": None,
    }
    fields |= {"published": date(2025, 7, 24), "quote": TEXT[start:end]}
    return Citation(**fields | {"source": source, "start": start, "end": end} | changes)


def asked(**changes: Any) -> QuestionLine:
    request = AskRequest("How high is the rate?", as_of=changes.pop("as_of", None))
    fields: dict[str, Any] = {
        "nuggets": (Nugget("15 percent", (re.compile(r"\b15 percent", re.I),)),),
        "forbidden": (re.compile(r"rate is 25 percent", re.I),),
        "gold_docs": ("new.md",),
        "answerable": True,
    }
    return QuestionLine("q1", request, **fields | changes)


def answered(text: str = "The rate is 15 percent. [1]", **changes: Any) -> Answer:
    fields: dict[str, Any] = {"citations": (cited(),), "retrieved": ("new.md", "old.md")}
    return Answer("How high is the rate?", "How high is the rate?", text, **fields | changes)


def declined(text: str = "The briefings do not say.") -> Answer:
    return Answer("?", "?", text, abstention="no-detail", retrieved=("old.md",))


def verdict(question: QuestionLine, answer: Answer) -> tuple[str, int | None]:
    outcome = judge(question, answer, ON_FILE)
    return outcome.verdict, outcome.score


def test_an_answer_with_every_required_fact_and_no_superseded_one_is_correct() -> None:
    assert verdict(asked(), answered()) == ("correct", 1)


def test_a_missing_fact_makes_an_answer_incomplete_and_is_named() -> None:
    outcome = judge(asked(), answered("The rate is high."), ON_FILE)
    assert (outcome.verdict, outcome.score, outcome.missing) == ("incomplete", -1, ("15 percent",))
    assert (outcome.must, outcome.stated) == (1, 0)


def test_a_fact_that_is_not_required_is_not_missed() -> None:
    extra = Nugget("since July", (re.compile("since July"),), must=False)
    assert verdict(asked(nuggets=(*asked().nuggets, extra)), answered()) == ("correct", 1)


def test_a_superseded_fact_spoils_a_complete_answer_and_its_words_are_kept() -> None:
    outcome = judge(asked(), answered("The rate is 15 percent. The Rate is 25 percent."), ON_FILE)
    assert (outcome.verdict, outcome.score) == ("superseded", -1)
    assert outcome.superseded == ("Rate is 25 percent",)


@pytest.mark.parametrize(("role", "as_current"), [("older", ()), ("current", ("Rate is 25 percent",))])
def test_a_superseded_fact_told_as_older_is_not_told_as_current(
    role: Role, as_current: tuple[str, ...]
) -> None:
    told = AnswerSentence("The rate is 15 percent."), AnswerSentence("The Rate is 25 percent.", role=role)
    text = "The rate is 15 percent. Earlier, 2 May 1987: The Rate is 25 percent."
    outcome = judge(asked(), answered(text, sentences=told), ON_FILE)
    assert (outcome.superseded, outcome.as_current) == (("Rate is 25 percent",), as_current)
    assert outcome.verdict == "superseded"


def test_an_outcome_kept_before_more_was_counted_is_read() -> None:
    kept = judge(asked(), answered(), ON_FILE).to_json()
    for name in ("as_current", "forbidden", "asked", "declined"):
        del kept[name]
    found = Outcome.from_json(kept)
    assert (found.as_current, found.forbidden, found.asked, found.declined) == (None, None, None, None)


def test_declining_is_right_for_the_unanswerable_and_needless_otherwise() -> None:
    assert verdict(asked(), declined()) == ("needlessly declined", 0)
    assert verdict(asked(answerable=False, nuggets=()), declined()) == ("declined", 1)
    assert verdict(asked(answerable=False, nuggets=()), answered()) == ("answered", -1)


def test_why_it_was_declined_is_kept_with_the_nearest_briefings() -> None:
    why = Declined(("Japan", "steel"), ("steel",), (cited(), cited("old.md", number=2, start=1)))
    outcome = judge(asked(), replace(declined(), declined=why), ON_FILE)
    assert outcome.declined is not None
    assert (outcome.declined.searched_for, outcome.declined.not_found) == (("Japan", "steel"), ("steel",))
    near = outcome.declined.nearest
    assert [(c.source, c.gold, c.verbatim) for c in near] == [("new.md", True, True), ("old.md", False, True)]
    assert Outcome.from_json(json.loads(json.dumps(outcome.to_json()))) == outcome


def test_how_an_abstention_is_worded_is_not_judged() -> None:
    outcome = judge(asked(answerable=False), declined("The briefings do not say."), ON_FILE)
    assert (outcome.verdict, outcome.must, outcome.missing) == ("declined", 0, ())
    assert judge(asked(answerable=False), answered("No idea."), ON_FILE).missing == ()


def test_an_abstention_of_more_than_80_words_is_judged_as_an_answer() -> None:
    assert verdict(asked(answerable=False, nuggets=()), declined("word " * 80)) == ("declined", 1)
    assert verdict(asked(answerable=False, nuggets=()), declined("word " * 81)) == ("answered", -1)
    assert verdict(asked(), declined("word " * 80 + "15 percent")) == ("correct", 1)


def test_only_the_first_150_words_count_and_citation_marks_are_no_words() -> None:
    early, late = "word [1] " * 148 + "15 percent", "word [1] " * 149 + "15 percent"
    assert verdict(asked(), answered(early)) == ("correct", 1)
    assert verdict(asked(), answered(late)) == ("incomplete", -1)
    assert judge(asked(), answered("word " * 400), ON_FILE).words == 150


def test_a_line_that_does_not_say_what_is_right_is_not_judged() -> None:
    unknown = asked(answerable=None, nuggets=(), forbidden=())
    assert verdict(unknown, answered()) == ("not judged", None)
    outcome = judge(unknown, declined(), ON_FILE)
    assert (outcome.verdict, outcome.answered, outcome.right) == ("not judged", False, None)
    assert verdict(asked(nuggets=()), answered()) == ("not judged", None)


@pytest.mark.parametrize(
    ("citation", "gold", "verbatim"),
    [
        (cited(), True, True),
        (cited("old.md"), False, True),
        (cited(start=1, end=24, quote=TEXT[:23]), True, False),
        (cited(briefing_id="id2"), True, False),
        (cited(start=0, end=0), True, False),
    ],
)
def test_a_citation_is_held_against_the_gold_documents_and_the_text_on_file(
    citation: Citation, gold: bool, verbatim: bool
) -> None:
    [found] = judge(asked(), answered(citations=(citation,)), ON_FILE).cited
    assert (found.gold, found.verbatim) == (gold, verbatim)


def test_what_was_not_published_by_the_as_of_date_leaks_cited_or_retrieved() -> None:
    answer = answered(retrieved=("old.md", "undated.md", "new.md"))
    assert judge(asked(), answer, ON_FILE).leaks == ()
    assert judge(asked(as_of=date(2025, 7, 24)), answer, ON_FILE).leaks == ("undated.md",)
    assert judge(asked(as_of=date(2025, 7, 23)), answer, ON_FILE).leaks == ("new.md", "undated.md")
    in_words = answered(as_of=date(2025, 7, 1))  # "as of July 1, 2025" stood in the question
    assert judge(asked(), in_words, ON_FILE).leaks == ("new.md",)


def test_the_date_on_file_decides_and_not_the_one_that_a_citation_gives() -> None:
    answer = answered(citations=(cited(published=date(2025, 1, 1)),), retrieved=())
    assert judge(asked(as_of=date(2025, 7, 1)), answer, ON_FILE).leaks == ("new.md",)


def test_an_outcome_is_read_back_as_it_was_written() -> None:
    question = asked(as_of=date(2025, 8, 1))
    question = QuestionLine("q1", AskRequest("And now?", (Turn("user", "Japan?"),)), nuggets=question.nuggets)
    outcome = judge(question, answered(), ON_FILE)
    assert Outcome.from_json(outcome.to_json()) == outcome


@pytest.mark.parametrize("written", ["10%", "10 %", "10 percent", "10-percent", "10 per cent", "10 pct"])
@pytest.mark.parametrize("fact", ["10%", "10 percent", "10 pct"])
def test_a_percentage_is_one_fact_however_it_is_written(written: str, fact: str) -> None:
    line = json.dumps({"id": "a", "question": "How high?", "nuggets": [{"any_of": [fact]}]})
    [asked] = questions_of(line, "set")
    assert asked.nuggets[0].stated_in(f"The duty is {written}, it says.")
    assert not asked.nuggets[0].stated_in("The duty is 5 percent of 10 tons.")
