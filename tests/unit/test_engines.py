"""What of a run is an engine's own, where two are put side by side."""

from datetime import date

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from assistant.evaluation.engines import side_of
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.run import Run

QUOTE = "The rate is 15 percent from August 1."
LINE = QuestionLine("q1", AskRequest("How high is the rate?"))
RUN = Run((), (), {}, 1, ("openai:any",))


def answered(text: str, engine: str = "openai:any") -> Answer:
    citation = Citation(1, "a", "a.md", "Rates", None, date(2025, 7, 24), None, QUOTE, 0, len(QUOTE))
    sentences = (AnswerSentence("24 July 2025:", role="frame"), AnswerSentence(text, (1,)))
    return Answer("?", "?", text, sentences, (citation,), engine=engine, prompt="answer 0")


def test_only_sentences_in_other_words_are_held_against_the_rules() -> None:
    given = [
        (LINE, answered(QUOTE)),
        (LINE, answered("From August 1 the rate is 15 percent.")),
        (LINE, answered("From August 1 the rate is 25 percent.")),
    ]
    side = side_of(given, RUN)
    assert (side.word_for_word, side.pass_rules) == (1, (1, 2))
    assert (side.answered, side.wrote, side.fell_back) == (3, 3, 0)


def test_an_answer_that_fell_back_is_not_the_models() -> None:
    declined = Answer("?", "?", "The briefings do not say.", abstention="no-subject")
    given = [(LINE, answered(QUOTE)), (LINE, answered(QUOTE, engine="extractive")), (LINE, declined)]
    side = side_of(given, RUN)
    assert (side.answered, side.wrote, side.fell_back, side.word_for_word) == (2, 1, 1, 1)
