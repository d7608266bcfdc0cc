"""Fill an answer that has room left with what is nearly as likely to answer as the likeliest sentence.

An answer is chosen by the sum of all marks, in which a sentence that has every word of the question outweighs
one that answers it in others. What is declined is decided by what was chosen so; only then is an answer
filled, by the reranker's judgement alone.
"""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import is_bare, leans
from assistant.choosing.selecting import SENTENCES, WORDS, answer_length, of_what_is_asked, said_words

# In log-odds by the reranker (tests/evals/LOG.md): what a sentence needs, one of a newer briefing than those
# quoted, which leads where the latest is asked for, and how far it may be behind the likeliest one.
LIKELY, LIKELY_NEWER, BEHIND = 0.0, 1.5, 1.5
SAID_BEFORE = 0.5  # share of its words, from which on it says too little that is new


def filled(question: Question, chosen: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences chosen, in their order, and behind them what of `evidence` there is room for.

    It is of the briefings that they quote or of none older than those. An answer whose first sentence is the
    likeliest, and tells the type of answer asked for, is whole as it is; so is a list, which is chosen whole.
    """
    told = list(chosen)
    most = max((e.marks.answers for e in evidence), default=0.0)
    if not told or question.kind == "list" or (question.details and _tells_most(told[0], most)):
        return told
    quoted, newest = {e.hit.facts.id for e in told}, max(e.dated for e in told)
    for e in sorted(of_what_is_asked(question, evidence), key=lambda e: -e.marks.answers):
        if len(told) >= SENTENCES or e.marks.answers < max(LIKELY, most - BEHIND):
            break
        newer = e.dated >= newest and e.marks.answers >= LIKELY_NEWER
        of_them = e.hit.facts.id in quoted or newer
        if of_them and _may_be_added(e) and _is_new(e, told) and answer_length([*told, e]) <= WORDS:
            told.append(e)
    return told


def _tells_most(first: Evidence, most: float) -> bool:
    return bool(first.marks.detail) and first.marks.answers >= most


def _may_be_added(e: Evidence) -> bool:
    """Whether a sentence can be read by itself, and no mark says that it is of something else."""
    marks = e.marks
    of_else = marks.others or marks.other_goods or marks.wrong_way or marks.over or marks.recounts
    if of_else or marks.proposed or marks.moved < 0:
        return False
    return not (leans(e) or is_bare(e) or e.quote.endswith(":"))


def _is_new(e: Evidence, told: Sequence[Evidence]) -> bool:
    """Whether more of its words are new than were said before."""
    words = said_words(e.quote)
    said = set[str]().union(*(said_words(of.quote) for of in told))
    return len(words & said) < SAID_BEFORE * len(words)
