"""Ask of a claim that is to be checked what the direct question asks: "I heard that Peru signed. True?"

Who says so, and the words that ask whether it is true, would be searched for. What is claimed is asked as
questions are, and meets the same checks. A claim is the one sentence of a message that names what trade is
about; who says it stands before it, what asks for its truth before, behind or beside it, and names nothing.
"""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from assistant.asking.typed.beside import asks, sentences_in
from assistant.asking.typed.beside_words import FIGURE, NAME, OF_TRADE, words_in
from assistant.asking.typed.inversion import inverted
from assistant.asking.typed.naming import named
from assistant.reading.english import is_in_dictionary
from assistant.reading.goods import goods_in
from assistant.support.words import word_list
from ingest.text.auxiliaries import ASKING, BE, DO, HAVE
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

FEWEST_WORDS = 3  # of a claim
MOST_BEFORE = 25  # words before one
MOST_BEHIND = 9  # words that ask without a mark before them whether it is true
SLIP = 4  # letters of a word that may be mistyped

# One of these asks whether something is true, by itself or of "it".
_TRUE = frozenset(word_list("asks truth"))
# Only with "is that": "is that so", "right now".
_WEAK = frozenset(word_list("of truth in is that"))
_SAYS = frozenset(word_list("claims"))
_JOINTS = frozenset(["that", "if", "whether", "but", "or"])
_TAG = pattern(
    rf"^\W*(?:(?:and|so|but)\W+)*(?:(?:{ASKING}|must|won|don|ain)"
    r"(?:n?['’]?t)? (?:it|that|this|they|he|she|we|i|you|there)"
    r"(?: (?:not|so|really|be|still|actually))*(?: or not)?"
    r"|(?:is there )?any(?:thing)? (?:to|in|behind) (?:it|that|this)"
    r"|eh|huh|innit|yes|no|yeah|yep|right|really|seriously|then|for real|yes or no)\W*$",
    re.I,
)
_ASKS_ELSE = pattern(r"\b(?:when|where|why|how|whom|whose|which)\b", re.I)
_WHO_OR_WHAT = pattern(r"\b(?:what (?:do|does|did|is|are|about)|who(?:['’]s| is| are)?)\b", re.I)
_MARK = pattern(r"[\"“”]|[:,;](?=\s)|\s[-–—]+\s|[–—]|\.{2,}|\(")
_ASKS_MORE = pattern(
    rf"\b(?:what|who|whom|whose|how|when|where|which|why)\b|[,;:(–—-]\s*(?:{BE}|{DO}|{HAVE}|will|can)\b",
    re.I,
)
_BEGUN = pattern(r"^(?:(?:so|and|but|well|wait|ok(?:ay)?|that|if|whether|then)\b\W+)+", re.I)
_ASKER = pattern(r"\b(?:i|we)(?:['’]\w+)? (?:mean|meant|asked)\b", re.I)  # "no, I meant China"
_YOU_SAID = pattern(
    r"\b(?:you|u)(?:['’]ve)? (?:just |also |already |earlier |before )*"
    r"(?:said|told|claim|wrote|stat|mention|insist|report)",
    re.I,
)
# "Did the ministry confirm" asks a question of its own.
_OF_OTHERS = pattern(
    r"^(?!.*?\b(?:you|u|i|we|it|there|this|that|anyone|someone|anybody|somebody)\b)", re.I | re.S
)
# "Can we say", "is there a rumour that": no question of its own.
_OF_ITS_TRUTH = pattern(r"\b(?:that|if|whether)\W*$|\b(?:can|could|may|should|do|did) (?:i|we)\b", re.I)
_QUOTES = ("“", '"')
# "The duty on tin was raised?"
_OPEN = pattern(r"^\W*(?:(?:so|and|but|wait|ok)\W+)*(?:the|an?|its|their)\b[^,;:]*\?\W*$", re.I)
_US = pattern(r"\bus\b")  # who asks, in small letters


def claim_asked(text: str) -> str:
    """Return a message with the direct question in the place of a claim that is to be checked.

    >>> claim_asked("My editor thinks the Peru deal was signed in March. Is she right?")
    'Was the Peru deal signed in March?'
    >>> claim_asked("fact check: Chile agreed to buy tin"), claim_asked("Chile cut the duty, right?")
    ('Did Chile agree to buy tin?', 'Did Chile cut the duty?')
    >>> claim_asked("can you check whether tin is exempt? I need it by noon.")
    'Is tin exempt?'
    >>> kept = "You said tin is exempt. Are you sure?", "Is tin exempt, right?", "Chile cut the duty."
    >>> all(claim_asked(text) == text for text in (*kept, "no, I meant Peru", "Chile says tin is exempt"))
    True
    """
    if named(text):  # "wrong country, it should have been Peru": puts a question right
        return text
    sentences = [each for each in sentences_in(text) if each.strip()]
    told = [at for at, each in enumerate(sentences) if _names_something(each)]
    if not told or _YOU_SAID.search(text) or _ASKER.search(sentences[told[-1]]):
        return text
    *before, last = told
    others = [each for at, each in enumerate(sentences) if at not in told]
    if any(map(_asks_particular, others)) or any(asks(sentences[at]) for at in before):
        return text
    within, tagged = _without_tag(sentences[last].strip())
    claim, lead = _without_lead(within)
    surely = tagged or _of(_TRUE, words_in(lead)) or any(map(asks_true, sentences[last + 1 :]))
    supposed = _of(_SAYS, words_in(lead)) and not (OF_TRADE.search(lead) or lead.startswith("the "))
    supposed = supposed and (not asks(lead) or bool(_OF_ITS_TRUTH.search(lead)))
    is_open = bool(_OPEN.search(sentences[last])) and not lead
    asked = _asked(claim) if surely or supposed or is_open else None
    is_of_others = asks(lead) and bool(_OF_OTHERS.match(lead))
    if not asked or is_of_others or _ASKS_MORE.search(lead) or (before and not (tagged or lead)):
        return text
    return "".join([*(sentences[at] for at in before), asked])


def _asked(claim: str) -> str | None:
    """Return the question whether a claim is true; None for no claim."""
    claim = _BEGUN.sub("", claim.strip(" .?!,;:\"“”'‘’()-–—")).strip()
    is_claim = len(words_in(claim)) >= FEWEST_WORDS and not asks(claim) and not _ASKS_MORE.search(claim)
    return inverted(claim) if is_claim else None


def asks_true(clause: str) -> bool:
    """Whether a clause asks only whether what stands before or behind it is true.

    >>> asked = "Is she right?", "true or false", "can you confirm that?", "didn't they", "any truth to it?"
    >>> all(map(asks_true, asked)), asks_true("is tin right?"), asks_true("what is it?"), asks_true("Thanks.")
    (True, False, False, False)
    """
    on_truth = _of(_TRUE, words_in(clause)) and not _ASKS_ELSE.search(clause)
    return bool(_TAG.match(clause)) or (on_truth and not _names_something(clause))


def _asks_particular(sentence: str) -> bool:
    """Whether a sentence that names nothing asks more than whether something is true: "since when?"."""
    if _ASKS_ELSE.search(sentence):
        return sentence.rstrip().endswith("?") or asks(sentence)
    return bool(_WHO_OR_WHAT.search(sentence)) and asks(sentence) and not asks_true(sentence)


def _of(words: frozenset[str], said: Sequence[str]) -> bool:
    """Whether any word that is said is one of these, or that mistyped."""
    return any(
        word in words
        or (
            len(word) >= SLIP
            and not is_in_dictionary(word)
            and any(of[0] == word[0] and OSA.distance(of, word, score_cutoff=1) <= 1 for of in words)
        )
        for word in said
    )


def _names_something(text: str) -> bool:
    """Whether a text names what trade is about, and not only who says something and how."""
    return _is_of_somebody(text) or bool(goods_in(text) or OF_TRADE.search(text))


def _is_of_somebody(text: str) -> bool:
    """Whether a text names a party, a figure, or a name within."""
    return bool(FIGURE.search(text) or NAME.search(text) or find_parties(_US.sub(" ", text), lower_case=True))


def _without_tag(sentence: str) -> tuple[str, bool]:
    """Return a sentence without what asks behind it whether it is true, and whether anything does."""
    cut, asked = sentence, False
    for mark in reversed([*_MARK.finditer(sentence)]):
        clause = sentence[mark.end() : len(cut)]
        if not clause.strip(' ?.!)"”'):
            continue
        if _names_something(clause) or not words_in(clause) or _asks_particular(f"{clause}?"):
            break
        cut, asked = sentence[: mark.start()], asked or asks_true(clause)
    if asked:
        return cut, True
    words = [*re.finditer(r"\S+", sentence)]
    for length in range(min(MOST_BEHIND, len(words) - FEWEST_WORDS), 0, -1):
        clause = sentence[words[-length].start() :]
        strong = _of(_TRUE - _WEAK, words_in(clause)) or length > 1
        if asks(clause.rstrip(" ?")) and strong and asks_true(clause):
            return sentence[: words[-length].start()], True
    return sentence, False


def _without_lead(sentence: str) -> tuple[str, str]:
    """Return a sentence without who says it, or the words before it that ask for its truth, and these words.

    >>> _without_lead("I read that Peru retaliated.")
    ('Peru retaliated.', 'I read that ')
    """
    best = 0
    words = [*re.finditer(r"\S+", sentence)]
    for at, word in enumerate(words[:-1][:MOST_BEFORE]):
        lead = sentence[: word.end()]
        plain = word[0].lower().strip(",:;\"“”'")
        if _is_of_somebody(lead) or goods_in(lead):
            break
        ends = (
            plain in _JOINTS
            or _of(_SAYS | (_TRUE - _WEAK), [plain])
            or word[0].endswith((":", "?"))
            or word[0] in "-–—"
        )
        ends = ends or (word[0].endswith(",") and not OF_TRADE.search(lead))
        ends = ends or sentence[word.end() : word.end() + 2].strip() in _QUOTES
        if (ends or plain in ("me", "us")) and (_of(_SAYS, words_in(lead)) or _of(_TRUE, words_in(lead))):
            best = at + 1
    if not best:
        return sentence, ""
    return sentence[words[best].start() :], sentence[: words[best].start()]


def without_source(sentence: str) -> str:
    """Return a statement without who says so before it.

    >>> without_source("I read that Peru retaliated."), without_source("Peru retaliated.")
    ('Peru retaliated.', 'Peru retaliated.')
    """
    claim, lead = _without_lead(sentence)
    return claim if _of(_SAYS, words_in(lead)) else sentence
