"""Part what is told before a question in the same message from it: "We ship tin from Peru. What do we pay?"

Where the question has a subject of its own, what is told before it on the same one is no part of what is
asked. Where it has none, the goods or the party told of are put into it; what tells of more stays.
"""

import re

from assistant.asking.asked import DUTY
from assistant.asking.followups.pressing import only_presses
from assistant.asking.typed.beside import asks, begins_one, sentences_in
from assistant.asking.typed.claims import without_source
from assistant.asking.typed.inversion import clause_of
from assistant.reading.goods import goods_in
from ingest.text.auxiliaries import BE, DO, HAVE
from ingest.text.parties import PartyMention, find_parties
from vectorstore.patterns import pattern

FEWEST_WORDS = 3  # of what is told
MOST_WORDS = 7  # of a question that a party is put behind
MOST_OF_A_VERB = 2  # words of what was done, that asks by "what did it do" how it was
GOODS_WORDS = 3  # that goods are called by, where nothing says where they end
_DATED = pattern(
    r"\b(?:as (?:of|at)|since|until|(?:last|this|next) (?:week|month|quarter|year)|yesterday|today"
    r"|tomorrow)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:1[89]|20)\d\d\b",
    re.I,
)
_STATED = pattern(r"(?<!\.)[.!]\s*$")
_OF_ASKER = pattern(r"\W*(?:i|i['’]m|we|we['’]re|my|our|clients?)\b", re.I)
_PUTS_RIGHT = pattern(r"^\W*(?:no|nope|not|sorry|wrong|i mean\w*)\b", re.I)
# "Our client imports cabinets from Peru": goods by their whole name, and which way they go.
_TRADES = pattern(
    r"\b(?:import|export|ship|buy|sell|sourc|bring|order|purchas|get|have|need|suppl|mak|receiv|deal|trad)"
    r"(?:s|e|es|ies|y|ing|ed)?(?: in)? (?P<what>(?:[\w’'-]+ ){0,5}?[\w’'-]+)"
    r"(?: (?:that )?(?:coming|sourced|made|is|are|comes?))?(?: (?P<to>to|into)| (?:from|in|out of)) ",
    re.I,
)
_CHARGED = pattern(rf"{DUTY.pattern}|\b(?:appl(?:y|ies)|exempt\w*|subject|hit|covered|at the border)\b", re.I)
_CALLED = pattern(r"\b(?:they|it|that|this|these|those|them)\b", re.I)
_WE_PAY = pattern(r"\b(?:we|i)\b(?= (?:have to |need to |must )?(?:pay|owe|face|get|be)\b)", re.I)
_DOER = pattern(rf"\b({DO}|{BE}|{HAVE}|will|would|can) (?:it|they)\b", re.I)
# "What did it say", of a ban: asked of all that is told.
_OF_WHAT_IS_TOLD = pattern(r"^(?:do|done|doing|say|said|saying|mean|react\w*|respond\w*|answer\w*)$", re.I)
_WHAT = pattern(r"^\W*(?:(?:and|so|but)\W+)*what\b", re.I)
_OF_NEWS = pattern(
    r"\b(?:latest|new|news|status|update|stand|stands|happening|happened|going on|agreed|outlook)\b", re.I
)
_APPLIES = pattern(r"\bappl(?:y|ies)\W*$", re.I)
_END = pattern(r"\W*$")


def without_told_first(text: str) -> str:
    """Return the question of a message, with the subject told before it; all of it, where that tells more.

    >>> without_told_first("Our client has tin coming from Peru. What duty does it pay?")
    'What duty does tin from Peru pay?'
    >>> without_told_first("The minister flies to Peru. Where do we stand with Peru?")
    'Where do we stand with Peru?'
    >>> without_told_first("I cover Peru for a bank. What's the latest?")
    "What's the latest on Peru?"
    >>> whole = "Chile signed. What does Peru pay?", "It is May 1987. What does Peru pay?", "Peru? Why?"
    >>> all(without_told_first(text) == text for text in (*whole, "Chile banned our beef. What did it say?"))
    True
    """
    sentences = sentences_in(text) or [""]
    *before, last = sentences
    told, question = "".join(before).strip(), last.strip()
    parted = bool(before) and asks(last) and not only_presses(last) and all(map(_is_told, before))
    begins = (begins_one(told) or _OF_ASKER.match(told)) and all(map(begins_one, sentences[1:]))
    if not parted or not begins:
        return text
    of_it, of_question = _subject(told), _subject(question)
    if not of_question and (of_subject := _of_subject(question, before[-1])):
        return of_subject
    if _DATED.search(told):
        return text
    if not of_it:
        return text
    if of_question:
        return question if of_it <= of_question else text
    if goods_in(told):
        return (_CHARGED.search(question) and _of_goods(question, told)) or text
    return (_OF_ASKER.match(told) and _of_party(question, told)) or text


def _of_subject(question: str, told: str) -> str | None:
    """Return a question with the subject of what is told, its party or goods too, in the place of "it".

    >>> _of_subject("When does it take effect?", "The deal with Peru was signed in March.")
    'When does the deal with Peru take effect?'
    >>> _of_subject("Why did they?", "I read that talks with Peru collapsed in May.")
    'Why did talks with Peru collapse in May?'
    >>> _of_subject("What did it do?", "I read that Peru retaliated.")
    'How did Peru retaliate?'
    """
    clause = clause_of(without_source(told.strip()))
    does = _DOER.search(question)
    if clause is None or does is None or "," in clause.subject or not _subject(clause.subject):
        return None
    behind = question[does.end() :].strip(" ?.!")
    if not behind:
        asked = question[: does.start()].strip()
        return f"{asked} {clause.auxiliary} {clause.subject} {clause.rest}?" if asked else None
    if _WHAT.match(question) and behind == "do" and len(clause.rest.split()) <= MOST_OF_A_VERB:
        return f"How {clause.auxiliary} {clause.subject} {clause.rest}?"
    if _OF_WHAT_IS_TOLD.search(behind):
        return None
    return f"{question[: does.start()]}{does[1]} {clause.subject}{question[does.end() :]}"


def _of_goods(question: str, told: str) -> str | None:
    """Return a question on charges with the goods that are told of in the place of "they".

    >>> _of_goods("Is there a tariff on that?", "My client buys tin from Peru for a small firm.")
    'Is there a tariff on tin from Peru?'
    >>> _of_goods("What tariff applies?", "We ship tin to Peru.")
    'What tariff applies to tin to Peru?'
    """
    parties = _parties(told)
    if len({mention.code for mention in parties}) > 1:
        return None
    trades = _TRADES.search(told)
    goods = trades["what"] if trades and goods_in(trades["what"]) else _goods_named(told)
    if parties:
        to = "to" if trades and trades["to"] else "from"
        goods = f"{goods} {to} {told[parties[0].start : parties[0].end]}"
    for called in (_CALLED, _WE_PAY):
        if called.search(question):
            return called.sub(lambda _: goods, question, count=1)
    return _with(question, "to" if _APPLIES.search(question) else "on", goods)


def _of_party(question: str, told: str) -> str | None:
    """Return a question with the party that is told of in the place of "it", or behind a question for news.

    >>> _of_party("What did it do?", "I read that Peru retaliated.")
    'What did Peru do?'
    """
    parties = _parties(told)
    if len({mention.code for mention in parties}) != 1:
        return None
    party = told[parties[0].start : parties[0].end]
    if _DOER.search(question):
        return _DOER.sub(lambda does: f"{does[1]} {party}", question, count=1)
    is_news = _OF_NEWS.search(question) and len(question.split()) <= MOST_WORDS
    return _with(question, "on", party) if is_news else None


def _with(question: str, word: str, subject: str) -> str:
    return _END.sub(lambda _: f" {word} {subject}?", question, count=1)


def _goods_named(told: str) -> str:
    """Return the fewest words in a row that name goods: the first of those as short."""
    words = re.findall(r"[\w’'-]+", told)
    runs = (
        " ".join(words[at : at + length])
        for length in range(1, GOODS_WORDS + 1)
        for at in range(len(words) - length + 1)
    )
    return next(run for run in runs if goods_in(run))


def _is_told(sentence: str) -> bool:
    """Whether a sentence states something, and puts nothing right: "no, the cars one"."""
    stated = bool(_STATED.search(sentence)) and len(sentence.split()) >= FEWEST_WORDS
    return stated and not (asks(sentence) or _PUTS_RIGHT.search(sentence))


def _subject(text: str) -> frozenset[str]:
    """Return the parties but the United States, and the goods, that a text names."""
    return goods_in(text) | {mention.code for mention in _parties(text)}


def _parties(text: str) -> list[PartyMention]:
    return [mention for mention in find_parties(text, lower_case=True) if mention.code != "US"]
