"""What is said around questions, and what is told of the answers that it changes."""

from datetime import date
from pathlib import Path

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from assistant.asking.typed.beside import without_beside
from assistant.asking.typed.claims import claim_asked
from tests.evals.wrapped import OF_CLAIMS, WRAPPERS, Bare, read_claims, told, wrappers

QUESTION = "What is the duty on tin?"
CLAIM, ASKED = "The duty on tin was raised in May", "Was the duty on tin raised in May?"
LEAST = 0.6  # of what either hand says around a question that is left out of it, to the letter


def test_most_of_what_either_hand_says_around_a_question_is_left_out() -> None:
    for hand in (1, 2):
        asked = [of.around(QUESTION) for of in wrappers(WRAPPERS) if of.hand == hand]
        bare = [
            text for text in asked if without_beside(text).strip(" ?").casefold() == QUESTION[:-1].casefold()
        ]
        assert len(bare) >= LEAST * len(asked)


def test_most_of_what_is_said_around_a_claim_leaves_the_direct_question() -> None:
    for hand in (1, 2):
        asked = [of.around(CLAIM) for of in wrappers(OF_CLAIMS) if of.hand == hand]
        direct = [text for text in asked if without_beside(claim_asked(text)) == ASKED]
        assert len(direct) >= LEAST * len(asked)


def test_a_claim_is_asked_beside_its_question(tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text(f'{{"claim": "{CLAIM}", "question": "{ASKED}", "true": true}}\n', encoding="utf-8")
    assert read_claims(path) == [Bare(AskRequest(ASKED), CLAIM)]


def test_an_answer_is_told_beside_that_to_the_bare_question() -> None:
    def answer(request: AskRequest) -> Answer:
        title = "Tin" if without_beside(request.question).startswith("What") else "Paper"
        cited = Citation(1, "a", "a.md", title, None, date(1987, 3, 2), None, "It is 4 percent.", 0, 16)
        return Answer("", "", "", (AnswerSentence("It is 4 percent.", (1,)),), (cited,))

    found = list(told([Bare(AskRequest(QUESTION), QUESTION)], wrappers(WRAPPERS), 3, 1, answer))
    assert [of.hand for of in found] == [1, 1, 1, 2, 2, 2]
    assert {of.bare for of in found} == {"1987-03-02 Tin"}
    assert all("duty on tin" in of.asked for of in found)
