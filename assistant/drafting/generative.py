"""Let a chat model write the answer: draft, check, repair. Only what the checks keep is ever yielded.

The model gets the question and numbered evidence, nothing else, and has no tools. Each sentence is
checked as soon as it is finished (`assistant.checking.prose`); those that fail go back once, with the reason,
and what fails again is dropped and counted, and what it cites told in the briefings' own words
(`assistant.drafting.own_words`). Citations are ours: the evidence sentences, verbatim.
"""

import logging
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from assistant.answer import Usage
from assistant.checking.citations import Checked
from assistant.checking.prose import Judges
from assistant.drafting.chat import Chat, Ended
from assistant.drafting.cutting import Cutter
from assistant.drafting.draft import Draft
from assistant.drafting.offering import offer
from assistant.drafting.refusing import refuses, says_nothing
from assistant.drafting.repairing import repair
from assistant.drafting.tokens import filled_tokens
from assistant.reading.days_in_words import long_date
from assistant.steps.work import Work
from prompts import Filled, load

logger = logging.getLogger(__name__)

LONGEST_LINE = 800  # characters; a sentence that has not ended by then never will


@dataclass(frozen=True, slots=True)
class Written:
    """What a model has written, as far as it may be shown; `problem` is why there is not more of it.

    `verbatim` of its sentences are the briefings' own, in place of what the model left out.
    """

    checked: Checked
    prompt: str
    usage: Usage | None = None
    problem: str | None = None
    verbatim: int = 0


def write(work: Work, chat: Chat, judges: Judges) -> Iterator[Written]:
    """Yield what may be shown after each sentence that is added; the last one is final."""
    prompt = load("answer")
    question, narrowed = work.question.standalone, _narrowed(work)
    empty = prompt.fill(question=question, narrowed=narrowed, evidence="")
    offering = offer(work, chat.window - chat.room_for_reply - filled_tokens(empty))
    draft = Draft(work, offering, judges)
    if not offering.evidence:
        small = "has too small a window for the evidence"
        yield Written(draft.checked(), prompt.fingerprint, chat.took, small)
        return
    filled = prompt.fill(question=question, narrowed=narrowed, evidence=offering.text)
    taking = _Taking(draft)
    problem = yield from _drafted(taking, chat, filled, prompt.fingerprint)
    if taking.refused and not draft.kept:
        problem = problem or "refused to answer"
    if draft.failed and not problem:
        repair(draft, chat, question, offering)
    checked = draft.completed()
    if not checked.sentences and not problem:
        problem = "found no answer in the evidence" if draft.declined else "wrote nothing that may be shown"
    for sentence, reason in checked.dropped:
        logger.info("Not shown: %r, because %s", sentence, reason)
    verbatim = len(checked.kept) - len(draft.kept)
    yield Written(checked, prompt.fingerprint, chat.took, problem, verbatim)


@dataclass(slots=True)
class _Taking:
    """Takes the sentences of a draft in, but for those in which the model does not answer."""

    draft: Draft
    refused: bool = False

    def takes(self, sentence: str) -> bool:
        """Whether a sentence may be shown."""
        if refuses(sentence):
            self.refused = True
        elif says_nothing(sentence):
            self.draft.declined = True
        else:
            return self.draft.add(sentence)
        return False


def _drafted(
    taking: _Taking, chat: Chat, filled: Filled, fingerprint: str
) -> Generator[Written, None, str | None]:
    """Check each sentence of the draft when it is finished; stop reading when there are enough.

    Returns what was wrong with it.
    """
    reply, cutter, draft = chat.stream(filled), Cutter(), taking.draft
    try:
        while not draft.full and cutter.waiting < LONGEST_LINE:
            for sentence in cutter.feed(next(reply)):
                if taking.takes(sentence):
                    yield Written(draft.checked(), fingerprint)
    except StopIteration as end:
        ended: Ended = end.value
        for sentence in cutter.end(cut_off=ended.problem is not None):
            if taking.takes(sentence):
                yield Written(draft.checked(), fingerprint)
        return ended.problem
    finally:
        reply.close()  # which ends the request, too
    return None


def _narrowed(work: Work) -> str:
    as_of = work.question.as_of
    return f"Asked as of {long_date(as_of)}: nothing later is known.\n" if as_of else ""
