"""Say what a question asks for, or takes for granted, that no sentence of an answer tells.

The right party and the right goods do not make up for that; how far these are met:
`assistant.declining.abstention`.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from assistant.asking.bounds import tells_until, until_asked
from assistant.asking.happened import asks_if_done, asks_whether, may_only_come, never_done
from assistant.asking.needs.all_needs import NEEDS
from assistant.asking.needs.need import Need
from assistant.asking.needs.took_effect import TOOK_EFFECT
from assistant.asking.offices import (
    asks_holder,
    has_title,
    is_described,
    names_holder,
    office_in,
    speaks_of_office,
)
from assistant.asking.question import Question
from assistant.asking.told_from import told_from
from assistant.reading.patterns import any_of
from ingest.text.units import units
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

NOT_DONE = "that this was done"  # what a refusal lacks that asks for what somebody did

# Asks how something turned out, and not what was planned for a day that was then to come.
_ENDS = pattern(r"(?:end|expir|laps|run)", re.I)  # which a day told by "until" tells
_TURNED_OUT = any_of(
    """
    actual actually really in_the_end so_far end_up ended_up turn*_out did was were had outcome* result*
    came_of upshot replaced
    """
)
_PLANNED = any_of(
    """
    agree* commit* pledg* promis* plan* propos* announc* set schedul* target* goal* aim* forecast* expect*
    project* estimat* thought supposed meant slated due deadline to_be would will sign*_up quota* cap caps
    budgeted order* extended
    """
)

# "By the end of 1987", "for the whole of 1987": what had come of it is known when the year is over.
_TO_ITS_END = pattern(
    r"\b(?:(?:by|at|to) (?:the )?end[- ](?:of )?|year[- ]?end|full[- ]year"
    r"|(?:whole|all|entire|full year)(?: of)?)"
    r"\s*(?:the )?(?:year )?$",
    re.I,
)
# "Per violation", but not ", per the ministry"; what is by weight, time or head has words of its own.
_BY_NO_THING = "cent the a an capita annum year yr month week day head person household family"
_EACH = pattern(rf"(?<![,;:] )\bper (?!(?:{'|'.join(_BY_NO_THING.split())})\b)([a-z]{{3,}})\b")

_BY_EACH = pattern(rf"\b(?:per|each|every) (?!(?:{'|'.join(_BY_NO_THING.split())})\b)[a-z]", re.I)

_ENDS_IN = pattern(r"\bend(?:s|ed)? (?:in|up|with)\b", re.I)  # how it turned out, not that it is over
# "The target for scrapping it", "to get it dropped": nothing is taken for done.
_AIMED_AT = pattern(
    r"\b(?:(?:target|goal|aim|deadline|plan)\w*\b[^?,;]* for|to (?:get|have|see) [^?,;]*) [a-z]+$", re.I
)
_IF = pattern(r"\b(?:if|unless|were to)\b", re.I)  # "how would Chile answer if the bill became law"


def unmet(
    question: Question, sentences: Sequence[str], concerning: Sequence[str], newest: date | None
) -> tuple[str, ...]:
    """Return in plain words what the sentences of an answer lack, () when nothing is known to be lacking.

    `concerning` are those of them that concern every party asked about: that one party ended something
    does not tell that another did. `newest` is the day of the newest briefing that may be read.
    """
    return tuple(_unmet(question, sentences, concerning, newest))


def _unmet(
    question: Question, sentences: Sequence[str], concerning: Sequence[str], newest: date | None
) -> Iterator[str]:
    whether = asks_whether(question.asked.rsplit(" (", 1)[-1]) or _IF.search(question.asked)
    for need in NEEDS:
        taken = need.presumed and not whether and _takes_for_done(need, question.asked)
        needed = taken or (not need.presumed and need.asked.search(question.asked))
        if needed and not any(_tells(need, text) for text in (concerning if need.presumed else sentences)):
            yield need.words
    if (each := _EACH.search(question.asked)) and not any(_is_by(each[1], text) for text in sentences):
        yield f"a figure per {each[1]}"
    if (
        asks_holder(question)
        and has_title(question)
        and not any(names_holder(text, office_in(question), question.parties, "") for text in sentences)
    ):
        yield "the name of who holds the office"
    if asks_holder(question) and is_described(question) and not any(map(speaks_of_office, sentences)):
        yield "the name of who holds the office"
    told_until = until_asked(question.asked) and any(map(tells_until, sentences))
    undone = never_done(question.asked, sentences)
    if undone and not (told_until and _ENDS.match(undone)):
        yield NOT_DONE
    if newest and (asks_outcome_after(question, newest) or (told_from(question) or newest) > newest):
        yield "a briefing as late as that"


def not_told_done(asked: str, sentences: Sequence[str]) -> str | None:
    """Return in plain words what a question asks to have been done, where no sentence speaks of the like.

    >>> not_told_done("did Chile extend the truce?", ["Chile signed the truce."])
    'that anything was extended'
    >>> not_told_done("did Chile extend the truce?", ["Chile may extend the truce."]) is None
    True
    """
    own = asked.partition(" (")[0]
    if not asks_if_done(own) or _ENDS_IN.search(own):
        return None
    done = [TOOK_EFFECT, *(need for need in NEEDS if need.presumed)]
    needed = (need for need in done if need.asked.search(own))
    return next((need.words for need in needed if not any(map(need.told.search, sentences))), None)


def _takes_for_done(need: Need, asked: str) -> bool:
    """Whether a question takes something for done, and does not only ask what is wished or would be.

    >>> from assistant.asking.needs.events import EVENTS
    >>> undone = next(need for need in EVENTS if "withdrawn" in need.words)
    >>> asked = "why did Peru scrap the duty", "how soon does Peru want Chile to scrap it"
    >>> [_takes_for_done(undone, text) for text in asked]
    [True, False]
    """
    done = (m.end() for m in need.asked.finditer(asked))
    return any(not (may_only_come(asked, at) or _AIMED_AT.search(asked[:at])) for at in done)


def _tells(need: Need, text: str) -> bool:
    """Whether a sentence tells what is needed; of what is taken for granted, that it was done."""
    return any(not (need.presumed and may_only_come(text, m.start())) for m in need.told.finditer(text))


def _is_by(thing: str, text: str) -> bool:
    """Whether a text tells something by each of a kind of thing, whatever it is called.

    >>> _is_by("bbl", "at 18 dollars a barrel"), _is_by("bbl", "at 18 dollars a ton")
    (True, False)
    """
    written = next((written for written in units().values() if thing in written), ())
    forms = {stem for form in (thing, *written) for stem in analyse(form)}
    words = re.findall(r"[\w’'-]+", text.lower())
    return bool(_BY_EACH.search(text)) or any(
        a in ("a", "an") and not forms.isdisjoint(analyse(b)) for a, b in pairwise(words)
    )


def asks_outcome_after(question: Question, newest: date) -> bool:
    """Whether a question asks how something turned out in a period that begins after the newest briefing.

    Or at its end, where that is later.

    >>> from assistant.asking.question import understand
    >>> day = date(1987, 4, 1)
    >>> asked = "how much wheat did Egypt buy in 1988", "how much wheat did Egypt agree to buy in 1988"
    >>> [asks_outcome_after(understand(text, day), day) for text in asked]
    [True, False]
    >>> asked = "did Egypt reach it by the end of 1987", "did Egypt reach it in 1987"
    >>> [asks_outcome_after(understand(text, day), day) for text in asked]
    [True, False]
    """
    if not any(
        (period.last if _TO_ITS_END.search(question.standalone[: period.start]) else period.first) > newest
        for period in question.periods
    ):
        return False
    return bool(_TURNED_OUT.search(question.asked)) and not _PLANNED.search(question.asked)
