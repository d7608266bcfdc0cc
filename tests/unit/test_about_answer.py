"""What is said about the last answer itself is told from what asks something of the briefings."""

import pytest

from assistant.asking.followups.about_answer import About, about_answer, asks_help, asks_then
from assistant.asking.request import AskRequest, Turn
from assistant.steps.of_the_answer import of_the_answer


@pytest.mark.parametrize(
    ("about", "texts"),
    [
        ("shorter", ["shorter please", "in one line", "can you make that shorter?", "tl;dr", "summarize that",
                     "too long", "sum it up", "ok, the short version", "in a nutshell", "be brief"]),
        ("sources", ["source?", "link?", "give me the source", "Give me a link", "what briefing is it",
                     "where does that come from", "what is your source for this?", "cite it",
                     "link to the document?", "which document is that from", "do you have a link"]),
        ("speaker", ["who said that?", "who says so?", "says who", "who told you that", "who exactly said it",
                     "whose words are these?", "according to whom"]),
        ("newest", ["which one is the newest", "which is the latest?", "which of these is most recent"]),
        ("more", ["what else", "anything else?", "tell me more", "more details please", "any more?", "go on",
                  "is there anything else on that", "next"]),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_answer_is_known(about: About, texts: list[str]) -> None:
    assert {text: about_answer(text) for text in texts} == dict.fromkeys(texts, about)


@pytest.mark.parametrize(
    "text",
    ["what is the latest", "who wrote it", "who said tin is dear", "sources of tin", "what else is exempt",
     "more on tin", "what is the shorter list", "which one is cheaper", "what is the source of the tin",
     "is there any other duty", "who is that", "what is that", "in one year", "and Peru?", "the newest duty"],
)  # fmt: skip
def test_what_asks_something_of_the_briefings_is_not_about_the_answer(text: str) -> None:
    assert about_answer(text) is None
    assert not asks_help(text)


def test_and_then_goes_on_behind_days_to_come_alone() -> None:
    def asked(first: str) -> str | None:
        return of_the_answer(AskRequest("and after that?", (Turn("user", first),))).about

    assert asks_then("and after that?")
    assert asked("which deadlines come next") == "more"
    assert asked("what did Peru do in May") is None
