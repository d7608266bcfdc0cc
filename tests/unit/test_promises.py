"""Every promise that is broken is told, and none that is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answer import Answer, AnswerSentence, Citation, Declined
from assistant.evaluation.promises import broken
from vectorstore.briefing import Briefing

TEXT = "The rate is 15 percent. It was 25 percent before."
NEW, OLD = date(2025, 7, 24), date(2025, 4, 3)
BRIEFING = Briefing("id1", "k", "new.md", "Rates", TEXT, "hash", publisher="Wire", published=NEW)
PUBLISHED = {"new.md": NEW, "old.md": OLD, "undated.md": None}
CITATION = Citation(1, "id1", "new.md", "Rates", "Wire", NEW, None, TEXT[:23], 0, 23)
ANSWER = Answer(
    "How high?",
    "How high?",
    "The rate is 15 percent. [1]",
    sentences=(AnswerSentence("The rate is 15 percent.", (1,)),),
    citations=(CITATION,),
    newest_evidence=NEW,
    retrieved=("new.md", "old.md"),
)


def told(answer: Answer, as_of: date | None = None) -> list[str]:
    return [found.what for found in broken("q1", answer, as_of, {"id1": BRIEFING}, PUBLISHED)]


def citing(**changes: Any) -> Answer:
    return replace(ANSWER, citations=(replace(CITATION, **changes),))


def test_a_good_answer_breaks_nothing() -> None:
    assert told(ANSWER) == told(ANSWER, as_of=NEW) == []


def test_a_good_abstention_breaks_nothing() -> None:
    declined = Answer(
        "?", "?", "No.", abstention="no-detail", declined=Declined(nearest=(CITATION,)), retrieved=("old.md",)
    )
    assert told(declined) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (citing(start=1, end=24), "characters 1 to 24 of new.md are “he rate is 15 percent. ”"),
        (citing(quote="The rate is 25 percent."), "quotes “The rate is 25 percent.”, but characters 0 to 23"),
        (citing(quote="", end=0), "quotes “”"),
        (citing(briefing_id="id2"), "cites id2, which is not on file"),
        (citing(source="old.md"), "gives source as old.md; on file it is new.md"),
        (citing(title="Duties"), "gives title as Duties; on file it is Rates"),
        (citing(published=OLD), "gives published as 2025-04-03; on file it is 2025-07-24"),
        (replace(ANSWER, declined=Declined(nearest=(replace(CITATION, start=2),))), "characters 2 to 23"),
        (replace(ANSWER, citations=(), newest_evidence=None), "an answer cites nothing"),
        (replace(ANSWER, abstention="no-detail"), "an abstention cites briefings"),
        (
            replace(ANSWER, sentences=(AnswerSentence("It is 15 percent."),)),
            "“It is 15 percent.” has no citation",
        ),
        (replace(ANSWER, sentences=(AnswerSentence("It is so.", (2,)),)), "“It is so.” has no citation that"),
        (
            replace(ANSWER, sentences=(AnswerSentence("It is 25 percent.", (1,)),)),
            "says 25, which is not in what",
        ),
        (
            replace(ANSWER, sentences=(AnswerSentence("The duty is 15 percent.", (1,)),)),
            "“The duty is 15 percent.” is not in the words of what it cites",
        ),
        (citing(start=1, end=24, quote=TEXT[1:24]), "“The rate is 15 percent.” is not in the words"),
        (replace(ANSWER, retrieved=("new.md", "new.md")), "a briefing is retrieved twice"),
        (replace(ANSWER, retrieved=tuple(f"{n}.md" for n in range(11))), "11 briefings are retrieved"),
        (replace(ANSWER, retrieved=("gone.md",)), "gone.md is retrieved, which is not on file"),
        (replace(ANSWER, newest_evidence=OLD), "its newest evidence is said to be of 2025-04-03"),
    ],
)
def test_a_broken_promise_is_told(answer: Answer, words: str) -> None:
    assert any(words in what for what in told(answer))


@pytest.mark.parametrize(("said", "kept"), [("The rate … percent.", True), ("percent … The rate", False)])
def test_a_sentence_may_be_pieces_of_what_it_cites_in_their_order(said: str, kept: bool) -> None:
    answer = citing()
    (first, *others) = (s for s in answer.sentences if s.role != "frame")
    cut = replace(answer, sentences=(replace(first, text=said), *others))
    assert any("not in the words" in what for what in told(cut)) is not kept


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (ANSWER, "new.md, 2025-07-24, is used in an answer as of 2025-07-01"),
        (replace(ANSWER, retrieved=("undated.md",)), "undated.md, undated, is used"),
        (citing(published=OLD), "new.md, 2025-07-24, is used"),
    ],
)
def test_nothing_from_after_the_as_of_date_may_be_used(answer: Answer, words: str) -> None:
    assert any(words in what for what in told(answer, as_of=date(2025, 7, 1)))


def test_the_as_of_date_may_stand_in_the_question() -> None:
    assert any("is used in an answer as of" in what for what in told(replace(ANSWER, as_of=OLD)))


def test_a_chat_model_may_use_its_own_words() -> None:
    prose = replace(ANSWER, sentences=(AnswerSentence("The duty is 15 percent.", (1,)),), engine="openai:x")
    assert told(prose) == []


HEAD, ROWS = "Party | Rate", ("Peru | 9%", "Chile | 12%")


def of_a_table(said: str, head: str = HEAD, rows: Sequence[str] = ROWS) -> list[str]:
    """Say what is broken of a sentence that cites a table's head and rows."""
    text = "\n".join((head, *rows))
    places = [(text.index(quote), quote) for quote in (head, *rows)]
    cited = tuple(
        replace(CITATION, number=n, start=start, end=start + len(quote), quote=quote)
        for n, (start, quote) in enumerate(places, 1)
    )
    sentence = AnswerSentence(said, tuple(citation.number for citation in cited))
    answer = replace(ANSWER, sentences=(sentence,), citations=cited)
    table = replace(BRIEFING, text=text)
    return [found.what for found in broken("q", answer, None, {table.id: table}, PUBLISHED)]


@pytest.mark.parametrize(
    ("said", "head", "rows"),
    [
        ("Rate – Peru: 9%; Chile: 12%", HEAD, ROWS),
        ("Peru – Rate: 9%", HEAD, ROWS[:1]),
        ("Peru – Rate: 9%, Since: May", "Party | Rate | Since", ("Peru | 9% | May",)),
        ("Party | Rate: Peru | 9%; Chile | 12%", HEAD, ROWS),
        ("Peru – Then: 9%, Now: 8%", "| Then | Now", ("Peru | 9% | 8%",)),
    ],
)
def test_rows_may_be_said_with_each_cell_behind_its_head(said: str, head: str, rows: tuple[str, ...]) -> None:
    assert of_a_table(said, head, rows) == []


@pytest.mark.parametrize(
    "said", ["Rate – Peru: 12%; Chile: 9%", "Peru – Rate: 12%", "Chile – Peru: 9%, Rate: 12%"]
)
def test_cells_of_other_rows_or_columns_break_the_promise(said: str) -> None:
    assert any("not in the words of what it cites" in what for what in of_a_table(said))


def test_as_of_a_date_leads_with_a_briefing_of_that_date() -> None:
    older = replace(CITATION, number=2, source="old.md", published=OLD)
    frame = AnswerSentence("As of 24 July 2025:", role="frame")
    leading = replace(ANSWER, answer=f"{frame.text} {ANSWER.answer}", sentences=(frame, *ANSWER.sentences))
    assert told(leading) == []
    lagging = replace(leading, citations=(older, CITATION))
    assert "it says “as of” 2025-07-24 and leads with a briefing of 2025-04-03" in told(lagging)
