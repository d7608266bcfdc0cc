"""Let a chat model make a follow-up standalone, within what the person has typed.

The rules of `assistant.asking.followup` come first and decide whether the briefings answer at all. A model's
wording takes their place for finding and writing only when it names the same parties, days and as-of
date, keeps every subject word of the last question and adds none that nobody typed.
"""

import logging
import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import Usage
from assistant.asking.anaphora import subject_words
from assistant.asking.question import Question, understand
from assistant.drafting.chat import Chat, Ended
from assistant.drafting.memory import condensed
from assistant.drafting.tokens import WRAPPING, token_count
from prompts import load
from vectorstore.indexes.analysis import analyse

logger = logging.getLogger(__name__)

LONGEST = 400  # characters of a rewritten question
ROOM_FOR_REPLY = 900  # tokens; a model may take as many before it is stopped


def rewritten(
    question: Question, earlier: Sequence[str], chat: Chat, assumed: date
) -> tuple[Question | None, Usage]:
    """Return the follow-up as the model words it, None where that may not be used, and what it took."""
    prompt = load("standalone")
    empty = prompt.fill(earlier="", question=question.text)
    room = chat.window - ROOM_FOR_REPLY - WRAPPING - token_count(empty.rules) - token_count(empty.given)
    filled = prompt.fill(earlier=condensed(earlier, room, assumed), question=question.text)
    if token_count(filled.rules) + token_count(filled.given) + ROOM_FOR_REPLY + WRAPPING > chat.window:
        return None, Usage()
    reply, text = chat.stream(filled), ""
    ended = Ended(None, Usage(1))
    try:
        while len(text) <= LONGEST and "\n" not in text.lstrip():
            text += next(reply)
    except StopIteration as end:
        ended = end.value
    finally:
        reply.close()
    lines = text.strip().splitlines()
    if ended.problem or not lines:
        return None, ended.usage
    if reason := why_not_asked(lines[0].strip(), question, earlier, assumed):
        logger.info("Not asked: %r, because %s", lines[0], reason)
        return None, ended.usage
    return understand(lines[0].strip(), assumed, question.text, question.as_of), ended.usage


def why_not_asked(text: str, question: Question, earlier: Sequence[str], assumed: date) -> str | None:
    """Say why a rewritten question may not take the place of `question`; None when it may."""
    if len(text) > LONGEST or not any(map(str.isalpha, text)):
        return "it is no question"
    read = understand(text, assumed, question.text, question.as_of)
    for name, of in (("parties", _parties), ("days", _days), ("as-of date", lambda q: q.as_of)):
        if of(read) != of(question):
            return f"it has other {name}"
    typed = set(analyse(" ".join([*earlier, question.text, question.standalone])))
    added = [word for word in subject_words(text) if not typed.issuperset(analyse(word))]
    if added and not _are_parties(added, read):
        return f"nobody typed {', '.join(added)}"
    said = set(analyse(text))
    if lost := [word for word in subject_words(question.text) if said.isdisjoint(analyse(word))]:
        return f"it leaves out {', '.join(lost)}"
    return None


def _parties(question: Question) -> set[str]:
    return set(question.parties)


def _days(question: Question) -> set[tuple[date, date] | date]:
    return {(p.first, p.last) for p in question.periods} | ({question.since} if question.since else set())


def _are_parties(words: Sequence[str], question: Question) -> bool:
    """Whether added words only name a party that is asked about: Korea, typed as Korean."""
    subject = {term for concept in question.concepts for term in concept.terms}
    return all(subject.isdisjoint(analyse(re.sub(r"['’]s$", "", word))) for word in words)
