"""Put two engines side by side: the same questions answered in the briefings' words and by a chat model.

That a model's sentences pass the rules' check says little: the same rules let them through. It is counted to
see them fail, and of no sentence that is the briefings' own words.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.answer import Answer, AnswerSentence, Counted, together
from assistant.checking.citations import is_word_for_word
from assistant.evaluation.held import objections_against
from assistant.evaluation.metrics import Figure, answer_words, measure, spread
from assistant.evaluation.run import Given, Run


@dataclass(frozen=True, slots=True)
class Side:
    """What one engine made of a question set; `cost` in US dollars, None where it is not known.

    `counted` is how sure tokens and cost are, as far as answers tell them.

    Sentences are those of the answers that the engine itself wrote, `wrote` of `answered`; the others fell
    back on the briefings' words. `figures`, `words` and `latency` are of all answers.
    """

    name: str
    figures: dict[str, Figure]
    answered: int  # questions that were not declined
    wrote: int
    fell_back: int
    word_for_word: int  # sentences that are what they cite
    pass_rules: tuple[int, int]  # of those in other words, how many the rules' check holds; of how many
    dropped: int
    words: dict[str, int | None]
    latency: dict[str, int | None]
    tokens: int | None
    cost: float | None
    counted: Counted

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "figures": {name: asdict(figure) for name, figure in self.figures.items()}}


def side_of(given: Sequence[Given], run: Run) -> Side:
    """Sum up a run of one engine."""
    answers = [answer for _, answer in given]
    answered = [answer for answer in answers if not answer.abstained]
    wrote = [answer for answer in answered if not _fell_back(answer)]
    shown = [(s, answer) for answer in wrote for s in answer.sentences if s.role != "frame"]
    others = [(s, answer) for s, answer in shown if not _is_word_for_word(s, answer)]
    took = together([answer.usage for answer in answers if answer.usage])
    return Side(
        name=next((answer.engine for answer in answers if answer.engine != "extractive"), "extractive"),
        figures=measure(run.outcomes),
        answered=len(answered),
        wrote=len(wrote),
        fell_back=len(answered) - len(wrote),
        word_for_word=len(shown) - len(others),
        pass_rules=(sum(not objections_against(s, answer) for s, answer in others), len(others)),
        dropped=sum(answer.dropped for answer in answers),
        words=spread(answer_words(run.outcomes), 90),
        latency=spread([answer.latency_ms for answer in answers], 90),
        tokens=None if took.read is None else took.read + (took.written or 0),
        cost=took.cost,
        counted=took.counted,
    )


def _fell_back(answer: Answer) -> bool:
    """Whether a model was asked and the answer is made of the briefings' words all the same."""
    return answer.engine == "extractive" and answer.prompt is not None


def _is_word_for_word(sentence: AnswerSentence, answer: Answer) -> bool:
    quotes = [c.quote for c in answer.citations if c.number in sentence.citations]
    return is_word_for_word(sentence.text, quotes) or answer.engine == "extractive"
