"""A message about the last answer shows of that answer what it asks for, and searches for nothing."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import asked
from tests.scripted_chat import asked_of, scripted_chat
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "drones.md": (
        "Chile puts a duty on drones",
        "1987-03-02",
        "Chile charges a duty of 15 percent on drones. Drones of plastic pay the duty of 15 percent "
        "in Chile, too. The source of most drones is Peru, and who said that is not known.",
    ),
    "list.md": (
        "Shops want a list",
        "1987-03-09",
        "Shops in Chile asked the minister for a shorter list of toys.",
    ),
    "quinoa.md": (
        "Peru on quinoa",
        "1987-03-04",
        "Peru will cut its duty on quinoa to 4 percent, the trade minister, Luis Rojas, said.",
    ),
    **{
        f"{what}.md": (
            f"Chile puts a duty on {what}",
            f"1987-03-{day}",
            f"Chile put a duty of {day} percent on {what} on Monday, the customs service announced in Lima.",
        )
        for day, what in ((11, "lamps"), (12, "boats"), (13, "carts"), (16, "pipes"), (17, "bells"))
    },
    "days.md": (
        "Days for exporters",
        "1987-03-10",
        "\n\n".join(f"The quota for tin sheet of type {n} opens on {n} April 1987." for n in range(2, 16)),
    ),
}
DRONES, QUINOA = "what duty does Chile charge on drones?", "what is Peru's duty on quinoa?"
UNKNOWN = "what duty does Chile charge on bicycles?"
AHEAD = "which deadlines come next?"


def told(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


def framed(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences if sentence.role == "frame"]


@pytest.mark.slow
@pytest.mark.parametrize("shorter", ["shorter please", "in one line", "too long"])
def test_a_shorter_answer_is_the_sentence_that_answers_with_its_citation(
    answering: Answering, shorter: str
) -> None:
    whole, short = asked(answering, DRONES), asked(answering, DRONES, shorter)
    assert len(told(whole)) > 1
    assert told(short) == [next(text for text in told(whole) if "15 percent" in text)]
    assert [citation.quote for citation in short.citations] == told(short)


@pytest.mark.slow
@pytest.mark.parametrize("source", ["source?", "give me a link", "where does that come from?"])
def test_asked_for_its_source_an_answer_names_its_briefings_and_tells_nothing_else(
    answering: Answering, source: str
) -> None:
    whole, named = asked(answering, DRONES), asked(answering, DRONES, source)
    assert "“Chile puts a duty on drones”, 2 March 1987:" in framed(named)
    assert told(named) == told(whole)


def test_asked_who_said_it_an_answer_gives_the_sentence_with_its_speaker(answering: Answering) -> None:
    answer = asked(answering, QUINOA, "who said that?")
    assert any("Luis Rojas, said" in text for text in told(answer))
    assert "no-speaker" not in [warning.kind for warning in answer.warnings]


def test_where_no_speaker_is_quoted_it_is_said_that_none_is(answering: Answering) -> None:
    answer = asked(answering, DRONES, "who says so?")
    assert "no-speaker" in [warning.kind for warning in answer.warnings]


def test_what_else_shows_what_was_not_shown_until_all_has_been(answering: Answering) -> None:
    turns, seen = [DRONES], told(asked(answering, DRONES))
    for _ in range(6):
        turns.append("what else?")
        answer = asked(answering, *turns)
        if answer.abstained:
            break
        assert not set(told(answer)) & set(seen)
        seen += told(answer)
    assert answer.answer.startswith(f"Nothing more on file was found that answers “{DRONES.rstrip('?')}”")


def test_what_else_is_new_goes_on_to_older_briefings(answering: Answering) -> None:
    first = asked(answering, "what is new in March 1987?")
    more = asked(answering, "what is new in March 1987?", "what else?")
    cited = {citation.briefing_id for citation in first.citations}
    assert more.citations
    assert cited.isdisjoint(citation.briefing_id for citation in more.citations)


def test_a_source_is_that_of_what_was_told_last(answering: Answering) -> None:
    turns = [DRONES, *["what else?"] * 6, "source?"]
    assert asked(answering, *turns).citations


def test_after_that_goes_on_behind_the_deadlines_that_were_told(answering: Answering) -> None:
    first, then = asked(answering, AHEAD), asked(answering, AHEAD, "and after that?")
    assert framed(then)[1:]
    assert not set(framed(then)[1:]) & set(framed(first)[1:])


def test_the_newest_one_is_that_of_the_briefings_quoted(answering: Answering) -> None:
    whole, newest = asked(answering, DRONES), asked(answering, DRONES, "which one is the newest?")
    assert {citation.published for citation in newest.citations} == {whole.newest_evidence}


def test_asked_if_it_is_sure_an_answer_says_what_was_checked(answering: Answering) -> None:
    answer = asked(answering, QUINOA, "are you sure?")
    (checked,) = (warning.text for warning in answer.warnings if warning.kind == "checked")
    assert "word for word in “Peru on quinoa” (4 March 1987)" in checked
    assert "No newer briefing" in checked


def test_a_guess_that_is_asked_for_was_not_checked(answering: Answering) -> None:
    answer = asked(answering, QUINOA, "your best guess")
    assert "checked" not in [warning.kind for warning in answer.warnings]


def test_a_follow_up_goes_on_from_what_was_asked_before_the_talk_about_the_answer(
    answering: Answering,
) -> None:
    answer = asked(answering, DRONES, "source?", "what else", "help", "since when?")
    assert answer.standalone == f"since when? ({DRONES})"


def test_what_was_declined_stays_declined(answering: Answering) -> None:
    assert asked(answering, UNKNOWN, "source?").answer == asked(answering, UNKNOWN).answer


def test_help_says_what_can_be_asked(answering: Answering) -> None:
    assert asked(answering, "help").answer.startswith("Ask in a sentence")
    assert asked(answering, DRONES, "what can you do?").answer.startswith("Ask in a sentence")


def test_nothing_was_asked_where_there_is_no_answer_to_show(answering: Answering) -> None:
    assert "Nothing was asked" in asked(answering, "source?").answer


@pytest.mark.parametrize(
    "wish", [f"In one sentence: {DRONES}", f"my boss wants to know, {DRONES} Keep it short, thanks!"]
)
def test_a_short_answer_that_is_wished_for_is_the_sentence_that_answers(
    answering: Answering, wish: str
) -> None:
    whole, short = asked(answering, DRONES), asked(answering, wish)
    assert len(told(whole)) > 1
    assert told(short) == told(whole)[:1]
    assert len(told(asked(answering, f"Hello, {DRONES}"))) == len(told(whole))


def test_of_two_things_asked_for_a_short_answer_tells_both(answering: Answering) -> None:
    wish = "briefly, what duty does Chile charge on lamps and when was that put on?"
    assert len(told(asked(answering, wish))) == len(told(asked(answering, wish.removeprefix("briefly, "))))


def test_a_model_writes_the_short_answer_that_is_wished_for(own_store: Store) -> None:
    chat = scripted_chat("Chile charges a duty of 15 percent on drones [1].", "")
    Answering(own_store, chat).answer(AskRequest(f"In one sentence: {DRONES}"))
    assert asked_of(chat)


def test_no_model_is_asked_to_write_a_part_of_an_answer(own_store: Store) -> None:
    history = (Turn("user", DRONES), Turn("assistant", "Drones pay a lot."))
    chat = scripted_chat()  # without a reply: asked once it fails
    answer = Answering(own_store, chat).answer(AskRequest("shorter", history))
    assert (answer.engine, told(answer)) == ("extractive", ["Chile charges a duty of 15 percent on drones."])
