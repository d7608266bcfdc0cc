"""Leave out of a message what is said beside its question: a greeting, who asks, how to answer, thanks.

Its words would be searched for, and what is asked behind "my boss wants to know" be read as a statement. What
goes stands at an end of the message and is made of such words alone, or is a sentence that says nothing that
may be asked of: no party, good, name, day, nor a word of trade.
"""

import re
from collections.abc import Sequence

from assistant.asking.typed.beside_words import (
    FIGURE,
    NAME,
    OF_TRADE,
    PERSONS,
    SHOWING,
    TAIL,
    TELLING,
    TO_DO,
    TO_DO_BESIDE,
    WORD,
    is_made_of,
    words_in,
)
from assistant.reading.goods import goods_in
from ingest.text.auxiliaries import ASKING
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

MOST_WORDS = 30  # of what is said beside a question in one go

_ASKING = r"(?:(?:what|who|how|where|when)(?:['’]?s)?|which|whom|whose|why)"
_DOING = rf"(?:{ASKING})"
_SENTENCE = pattern(r"(?:[?!…]+|\.+)[)\]]?(?:\s+|$)|\.{2,}|\s*\n\s*")
# "Cap on no. of visas", "boycott etc. of": an abbreviation, where the next word has a small letter.
_MAY_BE_CUT = pattern(r"\b[a-z]{1,3}\.\s*$", re.I)
_BEGINS = pattern(rf"\W*(?:[A-Z]|(?:{_ASKING}|{_DOING})\b)")
# "Dear Sir or Madam,": all of the first line.
_ADDRESSED = pattern(r"^\s*(?:dear|hi|hello|good \w+|to)\b[^\n?!.:]{1,40}[,!]?\s*\n\s*", re.I)
_QUOTED = pattern(r"^[\"“«<\s]+([^\"“”«»<>]+)[\"”»>\s]+$")
_PART = pattern(r":\s+|\s+[-–—]+\s+|[—–]\s+")
_CLAUSE = pattern(r"[,;()\[\]]+\s*|\s+[(\[]")
_ASKS = pattern(rf"\W*(?:(?:and|or|but|so|ok)\W+)*(?:{_ASKING}|{_DOING}|any)\b", re.I)
_ASKS_PARTICULAR = pattern(rf"\W*(?:and\W+)?{_ASKING}\b", re.I)
_SMALL_TALK = pattern(r"\W*(?:how are (?:you|things)|what['’]?s up|how['’]?s it going)\b", re.I)
_STATED = pattern(r"(?:[.?!…]\W*|\n\s*)$")
_PUTS_RIGHT = pattern(r"\bI mean\w*\b", re.I)
_NO_MORE = (["sorry"], ["no"], ["not"])  # which what follows puts right
_SHORT = pattern(
    r"\b(?:(?:keep|make) (?:it|this|that|your answer) (?:very |really |nice and )?(?:short|brief|concise)"
    r"|(?:short|brief|concise|one[- ](?:line|sentence)) (?:answer|version|reply)|be (?:brief|concise)"
    r"|(?:one|a single|1) (?:short |simple )?(?:sentence|line|liner)|one-liner|briefly|concisely"
    r"|succinctly|in (?:brief|short|a nutshell)|tl;?dr)\b",
    re.I,
)
# "Many thanks, the night desk"
_SIGNED = pattern(
    r"([.?!]|\n)\s*\b(?:(?:(?:many|kind|best|warm) )*(?:thanks|thank you|regards|wishes)|best|cheers"
    r"|sincerely|yours)\b[^.?!]{0,60},\s[^?!,\n]{1,40}$",
    re.I,
)
# "Thanks to whom"
_OF_WHOM = frozenset(["to", "by", "for", "with", "of", "from", "in", "on", "at", "about"])
_DOES = pattern(rf"{_DOING}\b(?! (?:i|you|u|we|someone|asking|wondering|asked)\b)", re.I)
_CAN_YOU = pattern(
    r"^\W*(?:(?:so|and|but|ok(?:ay)?)\W+)*(?:can|could|would|will) (?:you|u|someone|anyone|somebody"
    r"|anybody)\s+(?:(?:please|pls|plz|kindly|quickly|just|possibly|maybe|also)\s+)*(?=(?:give|list"
    r"|summari[sz]e|explain|compare|show|outline|describe|tell|find|name)\b)",
    re.I,
)
# "I know you are busy, but what ...", "So, what ...": nothing that the question goes on from.
_BUT = pattern(rf"^\W*(?:but|(?:so|well|right),)\s+(?={_ASKING}\b|{_DOING}\b)", re.I)
# "My boss wants the status of": what follows is asked for.
_WANTS = pattern(
    r"^\W*(?:(?:so|and|but|ok(?:ay)?|hi|hello|please)\W+)*(?:i|we|(?:my|our) [\w-]+|the (?:boss|client"
    r"|team|director))(?: (?:just|really|only|also|urgently|quickly))*(?: (?:need|want)s?|['’]d like"
    r"| would like|(?:['’]m| am| is| are) (?:after|looking for))\s+(?=(?:the|an?)\b)",
    re.I,
)
_TELL_ME = pattern(r"^\W*(?:please )?tell (?:me|us)\s+(?=(?:the|an?|if|whether)\b)", re.I)


def without_beside(text: str) -> str:
    """Return a message without what is said beside its question; all of it, where nothing else is said.

    >>> without_beside("Hi team, my boss wants to know: what does tin pay? Keep it short, thanks!")
    'what does tin pay?'
    >>> without_beside("so my client is asking what does tin pay please keep it brief")
    'what does tin pay'
    >>> without_beside("could you tell me the duty on tin?"), without_beside("Hi - tin duty in one line")
    ('the duty on tin?', 'tin duty')
    >>> without_beside("Last question, my boss wants the tin duty asap")
    'the tin duty'
    >>> without_beside("What does tin pay? The last tool just made something up.")
    'What does tin pay?'
    >>> kept = "Peru asked for a short line of credit", "Peru: thanks to whom?", "thanks, keep it short"
    >>> all(without_beside(text) == text for text in kept)
    True
    """
    sentences = _parted(_SIGNED.sub(r"\1", _ADDRESSED.sub("", text)), _SENTENCE)
    asked = _inner(
        sentences, [is_beside(each) or _is_told_beside(at, sentences) for at, each in enumerate(sentences)]
    )
    for mark in (_PART, _CLAUSE):
        parts = _parted(asked, mark)
        asked = _inner(parts, list(map(is_beside, parts)))
    asked = _without_tail(_without_lead(asked))
    for lead in (_BUT, _CAN_YOU, _WANTS, _TELL_ME):
        asked = lead.sub("", asked)
    asked = text if asked == text else _QUOTED.sub(r"\1", asked.strip(" \n,;:([–—-"))
    says_nothing = is_beside(asked) or (is_made_of(words_in(asked)) and not _ASKS.match(asked))
    return text if says_nothing else asked


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a message, with the marks that end them.

    >>> sentences_in("We ship tin. What does it pay?")
    ['We ship tin. ', 'What does it pay?']
    """
    return _parted(text, _SENTENCE)


def begins_one(text: str) -> bool:
    """Whether a text begins a sentence: with a capital letter, or as questions do.

    >>> begins_one("What now?"), begins_one("what now?"), begins_one("rate of the duty")
    (True, True, False)
    """
    return bool(_BEGINS.match(text))


def asks(sentence: str) -> bool:
    """Whether a sentence is a question, by its mark or its first word.

    >>> asks("what does tin pay"), asks("tin duty?"), asks("Tin pays duty.")
    (True, True, False)
    """
    return sentence.rstrip().endswith("?") or bool(_ASKS.match(sentence))


def wishes_short(text: str) -> bool:
    """Whether what is said beside a question wishes for a short answer.

    >>> wishes = "In one sentence: what does tin pay?", "tin duty? Keep it brief, thanks", "tl;dr: tin duty"
    >>> all(map(wishes_short, wishes))
    True
    >>> wishes_short("How brief is the pause?"), wishes_short("keep it short")
    (False, False)
    """
    before, _, behind = text.partition(without_beside(text))
    return bool(_SHORT.search(before) or _SHORT.search(behind))


def is_beside(clause: str) -> bool:
    """Whether a clause is on how something is asked, and on nothing that may be asked of.

    >>> [is_beside(clause) for clause in ("for my call at 10", "the call please", "the answer", "tin please")]
    [True, False, False, False]
    >>> told = "my intern asked and I drew a blank", "we ship tin", "did I see it end?"
    >>> [is_beside(clause) for clause in told]
    [True, False, False]
    """
    words = words_in(clause)
    if not words or len(words) > MOST_WORDS or words in _NO_MORE:
        return False
    if _PUTS_RIGHT.search(clause):
        return False
    if _ASKS_PARTICULAR.match(clause) and not _SMALL_TALK.match(clause):
        return False
    if is_made_of(words) and _shows_it(clause, words):
        return True
    is_whole = _STATED.search(clause) and (TELLING.intersection(words) or TO_DO.match(clause))
    on_it = is_whole or PERSONS.intersection(words) or TO_DO_BESIDE.match(clause)
    return bool(on_it) and _tells_nothing(clause)


def _is_told_beside(at: int, sentences: Sequence[str]) -> bool:
    """Whether a whole sentence tells nothing, beside another that asks something of what may be asked of."""
    sentence = sentences[at]
    is_line = sentence is sentences[-1] and at > 0 and "\n" in sentences[at - 1][-3:]
    whole = is_line or sentence.rstrip(" ").endswith((".", "!", "\n"))
    others = any(map(_may_be_asked_of, [*sentences[:at], *sentences[at + 1 :]]))
    if at + 1 < len(sentences) and _MAY_BE_CUT.search(sentence) and not _BEGINS.match(sentences[at + 1]):
        return False
    return whole and others and len(words_in(sentence)) > 1 and _tells_nothing(sentence)


def _tells_nothing(clause: str) -> bool:
    """Whether a clause asks nothing, nor says anything that may be asked of."""
    return not asks(clause) and len(words_in(clause)) <= MOST_WORDS and not _may_be_asked_of(clause)


def _may_be_asked_of(clause: str) -> bool:
    named = (
        FIGURE.search(clause)
        or not is_made_of(list(map(str.lower, NAME.findall(clause))))
        or find_parties(clause, lower_case=True)
        or goods_in(clause)
    )
    return bool(named or OF_TRADE.search(clause))


def _parted(text: str, mark: re.Pattern[str]) -> list[str]:
    """Return the parts of a text with the marks that end them."""
    ends = [found.end() for found in mark.finditer(text)]
    starts = [0, *ends]
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end]


def _inner(parts: Sequence[str], beside: Sequence[bool]) -> str:
    """Return what stands from the first part that is asked to the last one; all, where none is."""
    if all(beside):
        return "".join(parts)
    last = len(beside) - beside[::-1].index(False)
    inner = "".join(parts[beside.index(False) : last])
    return inner if last == len(parts) else inner.rstrip(" ,;:([–—-")


def _shows_it(clause: str, words: Sequence[str]) -> bool:
    return bool(TELLING.intersection(words) or SHOWING.search(clause))


def _without_lead(text: str) -> str:
    """Leave out what stands before a question with no mark between: "my boss is asking what tin pays"."""
    words: list[str] = []
    asked = text
    for found in WORD.finditer(text):
        word, before, rest = found.group().lower(), text[: found.start()], text[found.start() :]
        particular = bool(_ASKS_PARTICULAR.match(rest))
        begins = particular or _DOES.match(rest)
        if words and begins and words[-1] not in _OF_WHOM and is_made_of(words) and _shows_it(before, words):
            asked = rest
        words += words_in(word)
        if particular or len(words) > MOST_WORDS or not is_made_of(words, anyway=True):
            break
    return asked


def _without_tail(text: str) -> str:
    """Leave out what stands behind a question with no mark between: "what does tin pay in one line"."""
    for found in TAIL.finditer(text):
        words = words_in(text[found.start() :])
        if len(words) <= MOST_WORDS and is_made_of(words):
            return text[: found.start()].rstrip()
    return text
