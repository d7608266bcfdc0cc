"""Tell what was done from what may come: where Britain threatens to withdraw, nothing was withdrawn.

A question can take for granted that something was done ("why did Britain withdraw the licences?"). A
sentence with the same verb is no answer to it when it only says that it would, could or should be done.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.english import is_english, is_in_dictionary
from assistant.reading.wording import wordings
from assistant.support.words import forms, is_past, stem, word_list
from ingest.text.auxiliaries import ASKING, BE, DO, HAVE, MODALS
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

BEFORE = 9  # words before a verb, in its clause, among which what makes it only possible stands

_POSSIBLE = (
    r"would|could|might|maybe|perhaps|(?-i:may)|should|if|unless|whether|threaten\w*|threats? (?:of|to)|"
    r"consider\w*|propos(?:es?|ed|als?|ing)|"
    r"seek\w*|sought|ask(?:s|ed|ing)?(?! not)|wants?|wanted|hop(?:es?|ed|ing)|urg(?:es?|ed|ing)|"
    r"likely|unlikely|possib\w*|expect(?:s|ed)?|call(?:s|ed)? (?:for|on)|press\w* for|demand\w*|insist\w*|"
    r"recommend\w*|warn(?:s|ed)|request\w*|appl(?:y|ies|ied|ying) (?:for|to)$"
)
_ONLY_POSSIBLE = pattern(rf"\b(?:{_POSSIBLE})(?!\w)", re.I)
_NOT_DONE = pattern(rf"\b(?:{_POSSIBLE}|not|never|nor|without|fail\w*|refus\w*|yet to)(?!\w)|n[’']t\b", re.I)
_UNDONE = pattern(r"\b(?:not|never|nor)\b|n[’']t\b", re.I)  # "why was it never signed" takes nothing for done
_PERFECT = pattern(r"\b(?:has|have|had|did)\b", re.I)
_SO_FAR = pattern(r"\b(?:yet|already|so far|until now|by now|to date)\b", re.I)
_TO_COME = pattern(
    rf"\b(?:{MODALS}|might|to)\s+"
    r"(?:\w+ly |also |again |further |not |be |have been ){0,2}$",
    re.I,
)
_CONDITION = pattern(r"\b(?:if|unless|until|whether|in case)\b", re.I)
_ASKS_DONE = pattern(r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:was|were)\b", re.I)
# Behind a verb: its object, or where, when, how; what follows that is no verb of the question.
OBJECT = pattern(
    r"\s*(?:[?!.;,(]|$|\d|(?:the|an?|its?|their|his|her|our|any|all|some|them|that|this|these|those|on|to|for"
    r"|with|in|from|at|by|against|over|under|about|of|into|up|off|out|back|yet|already|beyond|after|before|since)\b)",
    re.I,
)
_DENIED = pattern(
    rf"(?:\b(?:{DO}|{HAVE}|{BE})(?: not|n['’]t)(?: yet| been| agree(?:d)? to)*"
    r"|\b(?:refus|declin|fail)(?:ed|es|e|s)? to)\s+$",
    re.I,
)
_ASKS_WHAT = pattern(r"\b(?:what|who|whom|whose|which|when|where|why|how|reasons?|grounds?|causes?)\b", re.I)
_ENTERED = pattern(r"\b(?:enter|come|go|take)\w*(?: in(?:to)?)? (?:force|effect)\b", re.I)
_IN_FORCE = pattern(
    r"\bin (?:force|effect) since\b|\b(?:is|are|been) (?:now |already )?in (?:force|effect)\b", re.I
)
_JOINT = pattern(r"[;.:—–|]|\b(?:but|while|which|after|because|although)\b", re.I)
_IS_SO = pattern(r"\b(?:is|are|be|gets?|can|will)\b", re.I)  # "when is trade allowed": nothing was done
# "How did it change" takes nothing for done.
_HOW_IT_WENT = pattern(
    r"\bhow (?:did|has|have|had)\b[^?]*\b(?:changed?|moved?|shift(?:ed)?|develop(?:ed)?|evolved?|fared?)\b",
    re.I,
)
_NO_BASE = pattern(r"ing$|[^s]s$|[^e]ed$")  # "surplus", but not "proceed", nor "discuss"
_WORD = pattern(r"[A-Za-z][A-Za-z.'’-]*")
_WHETHER = pattern(
    r"(?:^\W*|[:;,–-]\s*|\b(?:and|so|but|ok|then)\s+)"
    rf"(?:{ASKING}|may|might|must)\b"
    r"|^any\b|\byet\b|\bor (?:not|still|is|only)\b"
    r"|\bstill\b|, (?:right|correct|isn['’]t it|no)\?",
    re.I,
)

_PLEDGES = frozenset(map(stem, word_list("pledge")))
_PLAIN = frozenset(map(stem, word_list("plain")))
_NO_VERBS = frozenset(
    {*word_list("link"), *word_list("glue"), *map(stem, word_list("plain")), *map(stem, word_list("do"))}
)
_SAYS = frozenset(map(stem, word_list("say")))
_BEFORE_A_NOUN = frozenset(word_list("before a noun"))


def asks_whether(text: str) -> bool:
    """Whether a question leaves open that something is so.

    >>> asks_whether("rice: did Chile buy any?"), asks_whether("why did Chile buy rice")
    (True, False)
    """
    return bool(_WHETHER.search(text))


def asks_if_done(text: str) -> bool:
    """Whether a question leaves open that something was done.

    >>> [asks_if_done(text) for text in ("and was it lifted?", "did Chile lift it", "is it in force")]
    [True, True, False]
    """
    done = _ASKS_DONE.match(text) or _PERFECT.search(text)
    return bool(done) and asks_whether(text) and not _ASKS_WHAT.search(text)


def may_only_come(text: str, at: int) -> bool:
    """Whether what stands at a character of a text is told as possible or wished for.

    >>> text = "Chile would cut the duty if Peru cut its own."
    >>> may_only_come(text, text.index("cut")), may_only_come("Chile cut the duty.", 6)
    (True, False)
    """
    return bool(_ONLY_POSSIBLE.search(_clause_before(text, at)))


def never_done(asked: str, sentences: Sequence[str]) -> str | None:
    """Return a verb that a question takes for done, and that the sentences only have as not done or possible.

    >>> never_done("why did Chile drop its duty?", ["Chile threatened to drop its duty."])
    'drop'
    >>> never_done("why wasn't the duty dropped?", ["The duty was not dropped."])
    >>> told = "It will not enter into force in May.", "In force since July."
    >>> never_done("when did it enter into force?", told)
    """
    verbs = list(_done_in(asked))
    if asks_whether(asked) or _is_open(asked) or any(stem(verb) in _PLEDGES for verb in verbs):
        return None
    if told_in_force(asked, sentences):
        return None
    if _HOW_IT_WENT.search(asked):
        return None
    for verb in verbs:  # the first that the sentences have; what follows it may be any word
        if done := [_is_done(sentence, at) for sentence in sentences for at in _places(verb, sentence)]:
            return None if any(done) or told_done(verb, sentences) else verb
    return None


def told_in_force(asked: str, sentences: Sequence[str]) -> bool:
    """Whether some sentence has in force what is asked, or taken, to have come into force."""
    return bool(_ENTERED.search(asked)) and any(map(_IN_FORCE.search, sentences))


def told_done(verb: str, sentences: Sequence[str]) -> bool:
    """Whether some sentence has a verb, or another wording of it, in a past form, of something done.

    >>> told_done("veto", ["Peru vetoed the bill."]), told_done("veto", ["Peru might have vetoed it."])
    (True, False)
    """
    return any(
        _is_form(match[0], verb) and was_done(sentence, match) and _is_done(sentence, match.start())
        for sentence in sentences
        for match in _WORD.finditer(sentence)
    )


def _is_open(asked: str) -> bool:
    """Whether a question is asked as it would be told: "rice got dearer?"."""
    return asked.rstrip().endswith("?") and not _ASKS_WHAT.search(asked)


def only_to_come(asked: str, sentences: Sequence[str]) -> str | None:
    """Return the verb of a question whether something was done, where the sentences tell it as to come only.

    >>> asked = "has Chile bought the rice yet?"
    >>> only_to_come(asked, ["Chile will purchase rice."]), only_to_come(asked, ["Chile bought rice."])
    ('bought', None)
    >>> only_to_come("was the levy extended?", ["It ends in May unless it is extended by law."])
    'extended'
    >>> only_to_come("was the pact renewed?", ["Chile did not agree to renew it."])
    >>> only_to_come("did Chile lift its curb on cars", ["Peru will build cars."])
    >>> only_to_come("did Chile agree to renew the pact", ["Chile did not agree to renew the pact."])
    >>> only_to_come("did qz7 extend the levy", ["QZ7 will extend the levy."])  # "qz" is no verb
    'extend'
    """
    if not (asks_whether(asked) or _SO_FAR.search(asked)):
        return None
    for verb in _behind_has(asked):
        told = [(s, m) for s in sentences for m in _WORD.finditer(s) if _is_form(m[0], verb)]
        if any(was_done(s, m) or _DENIED.search(s[: m.start()]) for s, m in told):
            return None
        if any(_TO_COME.search(s[: m.start()]) or _is_condition(s, m) for s, m in told):
            return verb
    return None


def _behind_has(asked: str) -> Iterator[str]:
    """Yield what may be the verb behind "has", "was" or "did": a past form, behind "did" any word.

    None behind the first that has an object.
    """
    auxiliary = _ASKS_DONE.match(asked) or _PERFECT.search(asked)
    if auxiliary is None:
        return
    did = auxiliary[0].casefold() == "did"
    parties = find_parties(asked, lower_case=True)
    for match in _WORD.finditer(asked, auxiliary.end()):
        word = match[0]
        if {word, stem(word)} & _PLAIN and OBJECT.match(asked, match.end()):
            return  # "did they take the": the verb tells too little to look for
        if not word.islower() or {word, stem(word)} & _NO_VERBS or not is_english(word):
            continue
        if any(party.start <= match.start() < party.end for party in parties):
            continue
        if did or is_past(word):
            yield word
            if OBJECT.match(asked, match.end()):
                return


def _is_form(word: str, verb: str) -> bool:
    """Whether a word is a form of a verb, or of another wording of it."""
    own, other = stem(word.strip(".'’-")), stem(verb)
    return own == other or (own,) in wordings(analyse).get((other,), ())


def was_done(sentence: str, verb: re.Match[str]) -> bool:
    """Whether a verb of a sentence is in the past, and not "shall be lifted"."""
    before = sentence[: verb.start()]
    return is_past(verb[0].casefold()) and not (_TO_COME.search(before) or _is_condition(sentence, verb))


def _is_condition(sentence: str, verb: re.Match[str]) -> bool:
    """Whether a verb of a sentence tells on what something hangs: "unless it is extended"."""
    return bool(_CONDITION.search(_clause_before(sentence, verb.start())))


def _places(verb: str, sentence: str) -> Iterator[int]:
    """Yield where a sentence has a form of a verb."""
    for match in _WORD.finditer(sentence):
        if stem(match[0].strip(".'’-")) == stem(verb):
            yield match.start()


def _is_done(sentence: str, at: int) -> bool:
    return not _NOT_DONE.search(_clause_before(sentence, at))


def _done_in(asked: str) -> Iterator[str]:
    """Yield what may be the verbs of a question that tell of something done: behind "did", or in the past."""
    parties = find_parties(asked, lower_case=True)
    words = list(_WORD.finditer(asked))
    small = [match[0].casefold() for match in words]
    did = small.index("did") if "did" in small else None
    upto = next(
        (i for i, word in enumerate(small) if did is not None and i > did and word == "to"), len(small)
    )
    if did is not None and not _SAYS.isdisjoint(map(stem, small[did:])):
        return  # whatever was said, that it was is all that is taken for done
    for at, (match, word) in enumerate(zip(words, small, strict=True)):
        before = small[at - 1] if at else ""
        if not at or "-" in word or {word, stem(word)} & _NO_VERBS or before in _BEFORE_A_NOUN:
            continue
        if any(party.start <= match.start() < party.end for party in parties):
            continue
        if _UNDONE.search(_clause_before(asked, match.start())):
            continue
        if did is not None:
            if did < at < upto and match[0][0].islower() and may_be_verb(word):
                yield match[0]
        elif (
            is_past(word)
            and not _IS_SO.search(_clause_before(asked, match.start()))
            and not asked[words[at - 1].end() : match.start()].strip()
        ):
            yield match[0]


def may_be_verb(word: str) -> bool:
    """Whether a word in small letters may be a verb as it stands behind "did": its past form is a word.

    >>> [may_be_verb(word) for word in ("stop", "cut", "carry", "pasta", "gone", "surplus")]
    [True, True, True, False, False, False]
    """
    if word in word_list("unchanged"):
        return True
    if _NO_BASE.search(word) or word in forms("irregular"):
        return False
    past = (f"{word}ed", f"{word}d", f"{word}{word[-1]}ed", f"{word[:-1]}ied")
    return word in forms("irregular").values() or any(map(is_in_dictionary, past))


def _clause_before(text: str, at: int) -> str:
    """Return the words of a clause that stand before a character, at most BEFORE."""
    before = text[:at]
    joints = list(_JOINT.finditer(before))
    clause = before[joints[-1].end() :] if joints else before
    return " ".join(clause.split()[-BEFORE:])
