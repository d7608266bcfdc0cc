"""Let a chat model make a follow-up standalone, within what the person has typed.

The rules of `assistant.asking.followups.standalone` come first and decide whether the briefings answer at
all. A model's wording takes their place for finding and writing only when it has the days and the as-of date
that they carry over, keeps the parties and every subject word of the last question, adds none, and leans no
more on what was asked before. Of parties carried over it may leave those out that the last question has its
own in the place of, and the United States beside another. What stands by itself, by the rules, is asked as it
is.
"""

import logging
import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import Usage
from assistant.asking.followups.anaphora import subject_words
from assistant.asking.followups.going_on import goes_on_for_sure
from assistant.asking.followups.otherwise import leaning
from assistant.asking.followups.substitution import without_parties
from assistant.asking.question import Question, understand
from assistant.drafting.chat import Chat, Ended
from assistant.drafting.memory import condensed
from assistant.drafting.tokens import WRAPPING, token_count
from assistant.steps.work import Work
from ingest.text.parties import find_parties
from prompts import load
from vectorstore.indexes.analysis import analyse

logger = logging.getLogger(__name__)

LONGEST = 400  # characters of a rewritten question
ROOM_FOR_REPLY = 900  # tokens; a model may take as many before it is stopped


def stands_by_itself(work: Work) -> bool:
    """Whether the last question is asked as it was typed, or as the rules alone make it whole.

    So is one that might lean on the question before, and says by itself whom it is about.
    """
    text, whole = work.question.text, work.read_as or work.question.standalone
    if not work.earlier or whole in (text, work.request.question.strip()):
        return True
    return bool(find_parties(text, lower_case=True) and leaning(text, work.earlier))


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
    # Asked of the briefings at hand alone, it names no more what it goes on from.
    whole = understand(question.standalone, assumed, question.text, question.as_of)
    if _has_other_parties(read, whole, earlier, assumed):
        return "it has other parties"
    if _days(read) not in (_days(question), _days(whole)):
        return "it has other days"
    if read.as_of != question.as_of:
        return "it has another as-of date"
    if goes_on_for_sure(text):
        return "it goes on from what was asked before"
    typed = set(analyse(" ".join([*earlier, question.text, question.standalone])))
    added = [word for word in subject_words(text) if not typed.issuperset(analyse(word))]
    if added and not _are_parties(added, read):
        return f"nobody typed {', '.join(added)}"
    said = set(analyse(text))
    own = without_parties(question.text, find_parties(question.text, lower_case=True))
    if lost := [word for word in subject_words(own) if said.isdisjoint(analyse(word))]:
        return f"it leaves out {', '.join(lost)}"
    return None


def _has_other_parties(read: Question, question: Question, earlier: Sequence[str], assumed: date) -> bool:
    """Whether a wording lacks a party that it needs, or has one that the rules do not carry over."""
    named = set(read.parties)
    carried = set(
        understand(question.standalone, assumed, question.text).parties
    )  # whatever it is asked within
    own = carried.intersection(understand(question.text, assumed).parties)
    needed = own if own - {"US"} else own | (carried - {"US"}) or carried
    typed = {party for text in earlier for party in understand(text, assumed).parties}
    return not needed <= named <= carried | (typed & {"US"})


def _days(question: Question) -> set[tuple[date, date] | date]:
    return {(p.first, p.last) for p in question.periods} | ({question.since} if question.since else set())


def _are_parties(words: Sequence[str], question: Question) -> bool:
    """Whether added words only name a party that is asked about: Korea, typed as Korean."""
    subject = {term for concept in question.concepts for term in concept.terms}
    return all(subject.isdisjoint(analyse(re.sub(r"['’]s$", "", word))) for word in words)
