"""Tell whether a question asks who holds an office, and whether a sentence names who does.

"Who is the trade minister of Canada" has all its words in sentences on what the minister did; only one that
has a name right before the office ("Pat Carney, Canada's trade minister") or after it tells who it is.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.asking.question import Question
from assistant.reading.english import is_in_dictionary
from assistant.reading.initials import spells_out
from assistant.reading.stop_words import STOP_WORDS
from assistant.reading.wording import wordings
from assistant.support.words import word_list
from ingest.text.parties import STATES, find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

Group = tuple[tuple[str, ...], ...]  # ways to say one thing, each as analysed words

BEFORE, AFTER = 70, 100  # characters beside a name in which its office stands
LONGEST = 8  # words of an office before a name
TITLE = 2  # words or phrases of a title
WORDS = 8  # of an office, beyond which a question is about something else

OFFICE = (
    "representative|minister|secretary|president|premier|chancellor|chair|chairman|chairwoman|governor|director|"
    "ambassador|negotiator|commissioner|envoy|spokesman|spokeswoman|chief|head|leader|adviser|advisor|"
    "undersecretary|treasurer|ustr|ceo|pm"
)
_IS_OFFICE = pattern(rf"(?:{OFFICE})s?", re.I)
_ANY_OFFICE = pattern(rf"\b(?:{OFFICE}|delegate|leads?|led|headed|heads|chaired|chairs)s?\b", re.I)
_ASKED = pattern(
    rf"^\W*(?:(?:and|so|ok|but) )*who(?:'s|’s| is| are)?\s+(?:(?:currently|now|the|currently the|now the) )*"
    rf"(?P<office>[^?]*\b(?:{OFFICE})s?\b[^?]*)",
    re.I,
)
_LEADING = pattern(
    r"^\W*(?:(?:and|so|ok|but) )*who(?:['’]?s| is)? (?:now )?(?P<verb>chairs|heads|leads|runs"
    r"|(?:in charge|at the head|at the helm) of|(?:heading|leading|running|chairing))\s+(?P<body>[^?]+)",
    re.I,
)
_HEADS = ("chairman", "chairwoman", "chair", "head", "leader", "director", "chief", "president")
_AROUND = frozenset(analyse("now currently today days these new acting office name person"))

_CAPITAL = r"(?:[^\W\d_a-zß-ÿ][^\W\d_]+(?:[’'-][^\W\d_]+)*)"
# Words with a capital, one after the other: a person's name is what of them is no office, party or matter.
_RUN = pattern(
    rf"(?<![\w.-]){_CAPITAL}(?: (?:{_CAPITAL}|[A-Z]\.|de|da|dos|van|von|der|bin|al|el|ter|y)(?![\w-]))*"
)
_NO_NAME = frozenset(word_list("no name"))
# "Pat Carney, the trade minister of Canada": the office is the first thing said of the name.
_AFTER = pattern(rf"\s*(?:,|\(|\bis\b|\bas\b)\s*(?:the )?(?:[\w.'’&-]+ ){{0,5}}?(?:{OFFICE})\b", re.I)
# "Canada's trade minister, Pat Carney", "Minister for Trade Pat Carney": the last thing before it.
_BEFORE = pattern(
    rf"\b(?:{OFFICE})(?: (?:general|(?:of|for) (?:the )?(?:[A-Z][\w&-]* ?(?:and )?){{1,5}}))?,?\s*$", re.I
)
# "The board has named Pat Carney, a banker, to the post of director": who names stands before the name.
_NAMED = pattern(r"\b(?:named|appointed|elected|promoted|chosen|chose)\s+$", re.I)
_TO_THE_POST = pattern(
    rf"[^;:]*?\b(?:to the (?:post|office|job|position) of|as) (?:(?:its|the|a|new|next) )*"
    rf"(?P<office>(?:[\w'’&-]+ ){{0,4}}?(?:{OFFICE})\b)",
    re.I,
)
_STATE = pattern(rf"\b(?:{STATES})\b")
_LESSER = frozenset(word_list("lesser"))


def asks_holder(question: Question) -> bool:
    """Whether a question asks who holds an office, and of no time gone by."""
    if question.kind != "who" or question.periods or question.past:
        return False
    return bool(office_in(question))


def is_office(word: str) -> bool:
    """Whether a word is the name of an office: "minister", but not "Li"."""
    return bool(_IS_OFFICE.fullmatch(word))


def speaks_of_office(text: str) -> bool:
    """Whether a sentence names an office of any kind: "Chile's envoy", but not "negotiations".

    >>> [speaks_of_office(text) for text in ("Li, the chief negotiator, left.", "Negotiations ended.")]
    [True, False]
    """
    return bool(_ANY_OFFICE.search(text))


def is_described(question: Question) -> bool:
    """Whether a question says of whom it asks what he does, "the envoy at the talks", and not who leads."""
    return not _LEADING.search(question.asked) and not has_title(question)


def names_holder(text: str, groups: Sequence[Group], parties: Sequence[str], title: str) -> bool:
    """Whether a sentence has a person's name right beside an office that says all the groups.

    >>> told = "The Tin Export Board has named Ana Li, a banker, to the post of director."
    >>> [names_holder(told, [(("director",),), ((of,),)], (), "") for of in ("teb", "tin", "zinc")]
    [True, True, False]
    >>> names_holder("Peru's Cepex director Ana Li left.", [(("director",),), (("cepex",),)], (), "")
    True
    """
    asked = {*parties} - {"US"}
    lesser = {word for group in groups for form in group for word in form}
    for beside in _beside_names(text):
        words = frozenset(analyse(beside))
        if _LESSER & {*re.findall(r"[a-z]+", beside.lower())} - lesser or _STATE.search(beside):
            continue
        if not all(any(_has(form, words, beside) for form in group) for group in groups):
            continue
        named = set() if _has_proper(beside, groups) else {mention.code for mention in find_parties(beside)}
        named -= {"US"}
        around = named or {mention.code for mention in find_parties(f"{title}. {text}")} - {"US"}
        if asked <= around and (asked or not named) and (named or not asked or asked == around):
            return True
    return False


def _has_proper(beside: str, groups: Sequence[Group]) -> bool:
    """Whether words beside a name have the asked body's own name, which is no English word: "the Cepex"."""
    asked = {word for group in groups for form in group for word in form}
    own = (word for word in re.findall(rf"{_CAPITAL}", beside) if not is_in_dictionary(word.lower()))
    return any(not asked.isdisjoint(analyse(word)) for word in own)


def _has(form: tuple[str, ...], words: frozenset[str], text: str) -> bool:
    """Whether a text has the words of an office, or spells its initials out."""
    return words.issuperset(form) or (len(form) == 1 and spells_out(text, form[0]))


def _beside_names(text: str) -> Iterator[str]:
    for start, end in _names(text):
        if match := _AFTER.match(text, end):
            rest = text[match.end() : end + AFTER]
            yield match[0] + re.split(r"[;:,.)]\s|\b(?:and|who|said|told|which)\b", rest)[0]
        before = text[max(0, start - BEFORE) : start]
        if _NAMED.search(before) and (post := _TO_THE_POST.match(text, end)):
            yield f"{before} {post['office']}"
        before = re.split(r"[;:.]\s|\b(?:by|with|to|including)\b|, ", before.rstrip(" ,"))[-1]
        if _BEFORE.search(before):
            yield " ".join(before.split()[-LONGEST:])


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has what may be the full name of a person: behind the offices it stands with."""
    for run in _RUN.finditer(text):
        words = [(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", run[0])]
        last = max((n for n, (_, _, word) in enumerate(words) if _is_no_name(word)), default=-1)
        name = words[last + 1 :]
        while name and name[0][2][0].islower():
            name.pop(0)
        capital = [word for _, _, word in name if word[0].isupper()]
        if 2 <= len(capital) <= 4 and not all(map(str.isupper, capital)):
            yield run.start() + name[0][0], run.start() + name[-1][1]


def _is_no_name(word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word.strip(".")).lower()
    return bare in _NO_NAME or is_office(bare) or bool(find_parties(word))


def has_title(question: Question) -> bool:
    """Whether the office asked for is one by its title, not described: "the envoy at the talks in Geneva"."""
    return not _LEADING.search(question.asked) and 1 <= len(office_in(question)) <= TITLE


def telling_words(question: Question) -> list[str]:
    """Return the words that say which office is asked for, not "head" and the like."""
    office = office_in(question)
    telling = office[1:] if _LEADING.search(question.asked) else office
    return [word for group in telling for form in group for word in form]


def office_in(question: Question) -> list[Group]:
    """Return what a question says of the office whose holder it asks for, [] where it asks for none."""
    if match := _LEADING.search(question.asked):
        own = _said(match["body"])
        return [tuple((analyse(head)[0],) for head in _HEADS), *own] if own else []
    match = _ASKED.search(question.asked)
    return _said(match["office"]) if match and len(match["office"].split()) <= WORDS else []


def _said(words: str) -> list[Group]:
    """Return each word or known phrase of an office, parties apart, with the other wordings of it."""
    for mention in reversed(find_parties(words, lower_case=True)):
        if not re.search(rf"\b(?:{OFFICE})\b", words[mention.start : mention.end], re.I):
            words = f"{words[: mention.start]} {words[mention.end :]}"
    table = wordings(analyse)
    left = [word for word in analyse(words) if word not in STOP_WORDS and word not in _AROUND]
    groups: list[Group] = []
    while left:
        length = next((n for n in (4, 3, 2, 1) if tuple(left[:n]) in table or n == 1), 1)
        form, left = tuple(left[:length]), left[length:]
        groups.append((form, *table.get(form, ())))
    return groups
