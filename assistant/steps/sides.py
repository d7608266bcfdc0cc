"""Answer a comparison side by side: "EU vs Japan on cars" asks of either.

Sides are parties, periods, or what stands on both sides of "vs". Each has a question of its own, worded with
what the sides share, and the answers are put together in the order asked.
"""

import re
from datetime import date

from assistant.asking.asked import asks_latest
from assistant.asking.question import Question
from assistant.choosing.given import got
from assistant.steps.of_one_side import unweighed, worded
from assistant.steps.said_in_full import halves, said_in_full
from assistant.steps.set_against import (
    Span,
    alternatives,
    goods_against,
    parties_against,
    periods_against,
    phrases_against,
    sets_one_against_another,
    weighs,
)
from vectorstore.patterns import pattern

_COMPARE = pattern(r"^\W*(?:please )?(?:compare|contrast)\s+", re.I)
# "1986 against 1985, better or worse?"
_EITHER_WAY = pattern(
    r"[\s,;.–-]*\b(?:better|higher|more|up|larger|bigger)\s+or\s+(?:worse|lower|less|down|smaller)\b", re.I
)
_ALIKE = pattern(r"\b(?:the same (?:for|on|in|to|of)|differs? from)\b", re.I)


def sides_of(question: Question, assumed: date) -> list[str]:
    """Return the question for each side by itself; none where it compares nothing.

    >>> from assistant.asking.question import understand
    >>> day = date(1987, 4, 1)
    >>> sides_of(understand("the levy on wheat: Peru vs Chile", day), day)
    ['the levy on wheat: Peru', 'the levy on wheat: Chile']
    >>> sides_of(understand("quota rate: barley vs durum wheat", day), day)
    ['quota rate: barley', 'quota rate: durum wheat']
    >>> sides_of(understand("compare the rice bought by Chile and by Peru", day), day)
    ['the rice bought by Chile', 'the rice bought by Peru']
    >>> sides_of(understand("compare steel and copper duties", day), day)
    ['steel duties', 'copper duties']
    >>> sides_of(understand("what did Peru and Chile get", day), day)
    ['what did Peru get', 'what did Chile get']
    >>> sides_of(understand("pasta: is Peru to get the same quota as Chile?", day), day)
    ['pasta: is Peru to get quota', 'pasta: is Chile to get quota']
    >>> sides_of(understand("steel: Aceros' final rate vs Siderperu's", day), day)
    ["steel: Aceros' final rate", "steel: final rate Siderperu's"]
    >>> sides_of(understand("what did Peru agree with Chile", day), day)
    []
    """
    text = question.standalone
    asked = _EITHER_WAY.sub(
        "", _COMPARE.sub("", text)
    )  # whose word a sentence has by chance: "compared with March"
    if text == question.text and (each := said_in_full(text)):
        return each
    compares = question.kind == "compare" or weighs(text) or bool(_ALIKE.search(text))
    dealt = got(text)
    compares = compares or bool(dealt and len(dealt.by) > 1)  # "what did Peru and Chile get"
    weighed = sets_one_against_another(asked, assumed)
    compares = compares or weighed
    named = alternatives(asked)
    if text != question.text or not (compares or named or question.kind == "change"):
        return []
    if asks_latest(question) and not (dealt or weighed):  # "the row between Chile and Peru" has one answer
        return []
    sides = _sides_in(question, asked, compares, named, assumed)
    return sides if question.kind == "why" else [unweighed(side) for side in sides]


def _sides_in(
    question: Question, asked: str, compares: bool, named: list[list[Span]], assumed: date
) -> list[str]:
    if question.kind == "compare" and (each := halves(asked)):
        return each
    if compares and (spans := parties_against(asked)):
        return worded(asked, spans)
    if named:
        return worded(asked, named)
    if spans := periods_against(asked, assumed):
        return worded(asked, spans)
    if question.kind == "compare" and (spans := goods_against(asked) or phrases_against(asked)):
        return worded(asked, spans)
    return []
