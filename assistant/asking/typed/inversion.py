"""Turn a statement into the question whether it is so: "Peru signed in May" -> "Did Peru sign in May?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.english import is_in_dictionary
from assistant.support.words import forms, is_past, word_list
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_WORD = pattern(r"[^\W_][\w.'’&/-]*[^\W_]|[^\W_]")
_AUXILIARY = frozenset(word_list("auxiliary"))
_RELATIVE = frozenset(word_list("relative"))
_JOINS = frozenset(word_list("conjunction"))
_AND = frozenset(["and", "as", "before", "since"])
_OF_NOUNS = frozenset(word_list("before a noun or for one"))
_TO = frozenset(word_list("before no past form"))
_NOT_BEFORE = frozenset(word_list("before a participle"))
_LINKS = frozenset(word_list("preposition"))
_MONTH = pattern(
    r"\b(?:in|since|until|till|by|of|from|to|this|last|next|early|mid|late|before|after)[ -]$|\d $", re.I
)
_DENIED = {"won't": "will", "can't": "can", "cannot": "can"}
# Verbs that are told in the present, of what holds: what they are asked with, and their form behind that.
_HOLDS = word_list("holds")
_PRESENT = {
    **{verb: ("does", verb.removesuffix("s")) for verb in word_list("ends")},  # "end" is a noun as often
    **{verb: ("do", verb) for verb in _HOLDS},
    **{re.sub(r"(?<=[^aeiou])y$", "ie", verb) + "s": ("does", verb) for verb in _HOLDS},
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement in the parts that a question puts in another order."""

    subject: str
    auxiliary: str
    rest: str


def inverted(statement: str) -> str | None:
    """Return the question whether a statement is so; None where its finite verb is not found.

    >>> inverted("The duty on tin was raised in May"), inverted("Peru bought rice, then tin")
    ('Was the duty on tin raised in May?', 'Did Peru buy rice, then tin?')
    >>> inverted("goods that are exempt will pay 5%"), inverted("Duties imposed in May ended in June")
    ('Will goods that are exempt pay 5%?', 'Did duties imposed in May end in June?')
    >>> inverted("the duty on tin"), inverted("tin pays 5%")
    (None, 'Does tin pay 5%?')
    >>> inverted("It won't end before May")
    'Will it not end before May?'
    """
    clause = clause_of(statement)
    if clause is None:
        return None
    return f"{clause.auxiliary.capitalize()} {clause.subject} {clause.rest}".rstrip() + "?"


def clause_of(statement: str) -> Clause | None:
    """Return the parts of a statement; None where its finite verb is not found.

    >>> clause_of("The duty on tin was raised in May.")
    Clause(subject='the duty on tin', auxiliary='was', rest='raised in May')
    """
    words = list(_WORD.finditer(statement))
    parties = find_parties(statement, lower_case=True)
    small = [
        ""
        if _is_month(statement, word) or any(p.start <= word.start() < p.end for p in parties)
        else _plain(word[0])
        for word in words
    ]
    places = (find(small) for find in (_auxiliary, _present, _past))
    at = next((place for place in places if place is not None), 0)
    if not at or small[0] in _LINKS:  # none, or a question, or what begins with no subject
        return None
    subject = statement[words[0].start() : words[at].start()].rstrip()
    owns = small[at] == "had" and (small[at + 1 : at + 2] or ["been"])[0] in _OF_NOUNS
    asked, verb = ("did", "have") if owns else _parted(small[at])
    return Clause(_begun_small(subject), asked, f"{verb}{statement[words[at].end() :]}".strip(" .?!"))


def _is_month(statement: str, word: re.Match[str]) -> bool:
    return word[0] == "May" or bool(word[0] == "may" and _MONTH.search(statement[: word.start()]))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _parted(verb: str) -> tuple[str, str]:
    """Return what stands before the subject in a question, and what behind it."""
    if verb in _AUXILIARY:
        plain = _DENIED.get(verb, verb.removesuffix("n't"))
        return plain, "not" * (plain != verb)
    return _PRESENT.get(verb) or ("did", _base(verb))


def _auxiliary(words: Sequence[str]) -> int | None:
    """Return where the first auxiliary is that belongs to no clause on what the subject is; None for none.

    None as well where a verb in the past stands before it: "Peru said it will sign".
    """
    skip = 0
    for at, word in enumerate(words):
        if word in _RELATIVE and at:
            skip += 1
        elif word in _AUXILIARY:
            if not skip:
                past = _past(words[:at])
                own = past is None or _is_participle(words, past, at)
                return at if own and _present(words[:at]) is None else None
            skip -= 1
        elif word in _JOINS and at:
            return None
    return None


def _present(words: Sequence[str]) -> int | None:
    """Return where the first verb in the present is that holds of all before it, which has no other verb."""
    at = next((at for at, word in enumerate(words) if at and word in _PRESENT), None)
    if at is None or words[at - 1] in _TO | _LINKS | _OF_NOUNS:
        return None
    past = _past(words[:at])
    return at if past is None or _is_participle(words, past, at) else None


def _past(words: Sequence[str]) -> int | None:
    """Return where the first past form is that the subject does."""
    for at in range(1, len(words)):
        if words[at] in _RELATIVE:
            return None
        if _is_finite(words, at):
            later = next((i for i in range(at + 1, len(words)) if _is_finite(words, i)), None)
            return later if later is not None and _is_participle(words, at, later) else at
    return None


def _is_participle(words: Sequence[str], at: int, finite: int) -> bool:
    """Whether a past form tells of what stands before it: "duties imposed in May" ended."""
    between = words[at + 1 : finite]
    return bool(between) and between[0] in _LINKS and (_JOINS | _AND).isdisjoint(between)


def _is_finite(words: Sequence[str], at: int) -> bool:
    """Whether a word may be a past form that a subject before it does."""
    word, before = words[at], words[at - 1]
    if not word or not is_past(word) or word.endswith(("en", "wn")) or word in ("done", "gone", "begun"):
        return False
    if words[at + 1 : at + 2] == ["by"]:
        return False
    return before not in _OF_NOUNS | _TO | _NOT_BEFORE and "-" not in word and bool(_base(word))


def _base(past: str) -> str:
    """Return the form of a verb that stands behind "did"; "" for no verb.

    >>> [_base(past) for past in ("agreed", "signed", "imposed", "dropped", "levied", "bought", "cut")]
    ['agree', 'sign', 'impose', 'drop', 'levy', 'buy', 'cut']
    """
    if past in word_list("unchanged"):
        return past
    if irregular := forms("irregular").get(past):
        return irregular if irregular.isalpha() else ""
    if not past.endswith("ed"):
        return ""
    trunk = past[:-2]
    tried = [f"{trunk[:-1]}y"] if trunk.endswith("i") else []
    if trunk[-2:-1] == trunk[-1:]:
        tried += [trunk, trunk[:-1]] if trunk.endswith(("ll", "ss", "ff", "zz")) else [trunk[:-1]]
    tried += [f"{trunk}e", trunk] if _ends_in_e(trunk) else [trunk, f"{trunk}e", trunk[:-1]]
    return next((word for word in tried if len(word) > 1 and is_in_dictionary(word)), "")


def _ends_in_e(trunk: str) -> bool:
    return bool(
        re.search(r"(?:[^aeiou][aiou][bcdgkmptvz]|[csuvz]|[lr]g|[^aeiou]l|at|it|ir|or|ar|in)$", trunk)
    )


def _begun_small(subject: str) -> str:
    """Begin with a small letter where the first word is no name: "The duty", "Talks"."""
    first = subject.split(maxsplit=1)[0].casefold()
    is_plural = first.endswith("s") and is_in_dictionary(re.sub(r"ies$", "y", first))
    return subject[:1].lower() + subject[1:] if first in _OF_NOUNS or is_plural else subject
