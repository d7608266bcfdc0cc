"""Part what is told before a question in the same message from it: "We ship tin from Peru. What do we pay?"

Where the question has a subject of its own, what is told before it on the same one is no part of what is
asked; where it has none, that is what it goes on from, as from a question before.
"""

import re
from typing import NamedTuple

from assistant.asking.followups.pressing import only_presses
from assistant.asking.typed.beside import asks, begins_one, sentences_in
from assistant.reading.goods import goods_in
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

FEWEST_WORDS = 3  # of what is told
_DATED = pattern(
    r"\b(?:as (?:of|at)|since|until|(?:last|this|next) (?:week|month|quarter|year)|yesterday|today"
    r"|tomorrow)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:1[89]|20)\d\d\b",
    re.I,
)
_STATED = pattern(r"(?<!\.)[.!]\s*$")
_OF_ASKER = pattern(r"\W*(?:i|we|my|our|clients?|they)\b", re.I)
_PUTS_RIGHT = pattern(r"^\W*(?:no|nope|not|sorry|wrong|i mean\w*)\b", re.I)


# "Our client imports cabinets from Peru": the goods that a question behind it calls "they".
_TRADES = pattern(
    r"\b(?:import|export|ship|buy|sell|sourc|bring|order|purchas|get|have|need|suppl|mak|receiv|deal|trad)"
    r"(?:s|e|es|ies|y|ing|ed)?(?: in)? (?P<what>(?:[\w’'-]+ ){0,5}?[\w’'-]+)"
    r"(?: (?:that )?(?:coming|sourced|made|is|are|comes?))?(?: (?P<to>to|into)| (?:from|in|out of))"
    r" (?P<where>[\w’' -]+?)\W*$",
    re.I,
)
_CALLED = pattern(r"\b(?:they|it|that|this|these|those|them|we|i)\b(?! (?:mean|think|know)\b)", re.I)
_APPLIES = pattern(r"\bappl(?:y|ies)\W*$", re.I)
_END = pattern(r"\W*$")


class ToldFirst(NamedTuple):
    """A question, and what is told before it, if it goes on from that."""

    question: str
    told: str | None


def told_first(text: str) -> ToldFirst:
    """Part a message; one that tells nothing before its question, or tells another subject, stays whole.

    >>> told_first("Talks with Peru broke off. What comes next?")
    ToldFirst(question='What comes next?', told='Talks with Peru broke off.')
    >>> told_first("We have tin coming from Peru. What duty does it pay?").question
    'What duty does tin from Peru pay?'
    >>> told_first("The minister flies to Peru. Where do we stand with Peru?")
    ToldFirst(question='Where do we stand with Peru?', told=None)
    >>> whole = "Chile signed. What does Peru pay?", "It is May 1987. What does Peru pay?", "Peru? Why?"
    >>> all(told_first(text) == ToldFirst(text, None) for text in whole)
    True
    """
    sentences = sentences_in(text) or [""]
    *before, last = sentences
    told = "".join(before).strip()
    parted = bool(before) and asks(last) and not only_presses(last) and all(map(_is_told, before))
    begins = (begins_one(told) or _OF_ASKER.match(told)) and all(map(begins_one, sentences[1:]))
    if not parted or not begins or _DATED.search(told):
        return ToldFirst(text, None)
    of_it, of_question = _subject(told), _subject(last)
    if not of_it:
        return ToldFirst(text, None)
    if not of_question:
        whole = _of_goods(last.strip(), told)
        return ToldFirst(whole or last.strip(), None if whole else told)
    return ToldFirst(last.strip(), None) if of_it <= of_question else ToldFirst(text, None)


def _of_goods(question: str, told: str) -> str | None:
    """Return a question with the goods that are told of in the place of "they"; None where none are.

    >>> _of_goods("Is there a tariff on that?", "My client buys tin from Peru for a small firm.")
    'Is there a tariff on tin from Peru?'
    >>> _of_goods("What tariff applies?", "We ship tin to Peru.")
    'What tariff applies to tin to Peru?'
    >>> _of_goods("What comes next?", "Talks with Peru broke off.")
    """
    trades = _TRADES.search(told)
    parties = find_parties(trades["where"], lower_case=True) if trades else []
    if not trades or not parties or not goods_in(trades["what"]):
        return None
    where = trades["where"][: parties[0].end].strip()
    goods = f"{trades['what']} {'to' if trades['to'] else 'from'} {where}"
    if _CALLED.search(question):
        return _CALLED.sub(lambda _: goods, question, count=1)
    to = "to" if _APPLIES.search(question) else "on"
    return _END.sub(lambda _: f" {to} {goods}?", question, count=1)


def _is_told(sentence: str) -> bool:
    """Whether a sentence states something, and puts nothing right: "no, the cars one"."""
    stated = bool(_STATED.search(sentence)) and len(sentence.split()) >= FEWEST_WORDS
    return stated and not (asks(sentence) or _PUTS_RIGHT.search(sentence))


def _subject(text: str) -> frozenset[str]:
    """Return the parties but the United States, and the goods, that a text names."""
    parties = {mention.code for mention in find_parties(text, lower_case=True)} - {"US"}
    return goods_in(text) | parties
