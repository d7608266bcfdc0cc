"""Judge the sentences that tell something, whether or not they were judged before."""

from collections.abc import Callable, Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, reranked
from assistant.choosing.reranker import Judge


def judged_of(
    question: Question, found: Sequence[Evidence], tells: Callable[[Evidence], bool], judge: Judge
) -> list[Evidence]:
    """Return the best of the sentences found that tell it, each once, with how likely they answer."""
    each = {(e.hit.facts.id, e.sentence.start): e for e in found if tells(e)}
    return reranked(question, list(each.values()), judge)
