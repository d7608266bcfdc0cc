"""Set a line of capitals as a title is set, with its names and initials as they are."""

import re
import unicodedata
from itertools import pairwise

from ingest.text.line_forms import is_no_words
from ingest.text.party_names import names
from vectorstore.patterns import pattern

SHORTEST = 4  # letters of a word that is no initials unless the text has it in capitals


def in_readable_case(line: str, text: str) -> str:
    """Set a line in capitals as `text` and the names of parties have its words; another stays as it is.

    >>> in_readable_case("TURKIYE-UK: ITAC TO RAISE DUTY ON TYRES", "Ankara said the ITAC ...")
    'Türkiye-UK: ITAC to Raise Duty on Tyres'
    >>> in_readable_case("EC READY TO ANSWER", "NO WORD OF THIS IS IN SMALL LETTERS.")
    'EC Ready to Answer'
    >>> in_readable_case("Talks with Japan", "")
    'Talks with Japan'
    """
    letters = [letter for letter in line if letter.isalpha()]
    if len(letters) < SHORTEST or not all(letter.isupper() for letter in letters):
        return line
    forms = _forms(text.replace(line, " "))
    parties = {_plain(form): form for form in _party_words()}
    words = [_set(word, forms, parties) for word in _WORDS.split(line)]
    small = [_small(word, behind) for word, behind in pairwise([*words[1:], ""])]
    return "".join(words[:1] + small) if words else line


def _set(word: str, forms: dict[str, str], parties: dict[str, str]) -> str:
    if not word.isupper() or len(word) < 2:
        return word
    plain = _plain(word)
    if form := forms.get(plain):
        return form if form.isupper() else form[0].upper() + form[1:]
    if form := parties.get(plain):
        return form
    if _is_short_for_party(word):
        return word
    if not re.search(r"[AEIOUYÀ-Þ]", word) or any(c.isdigit() for c in word):
        return word
    return word.capitalize()


def _small(word: str, behind: str) -> str:
    """A small word in small letters, but for the first of a compound: "By-Products"."""
    return word.lower() if word.lower() in _SMALL and behind[:1] not in ("-", ")") else word


def _forms(text: str) -> dict[str, str]:
    """The words of a text as it writes them, by their letters; lines in capitals tell nothing."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        if line.isupper() or is_no_words(line):
            continue
        for word in re.findall(r"[^\W\d_][\w]*", _HEADLINE.sub(" ", line)):
            plain = _plain(word)
            if plain not in found or (found[plain][0].isupper() and word[0].islower()):
                found[plain] = word
    return found


def _party_words() -> set[str]:
    """The words of the parties' names: "South", "Africa", "UK", "Türkiye"."""
    return {word for name in names().display.values() for word in name.split()} | {"UK", "US", "EU", "UAE"}


def _is_short_for_party(word: str) -> bool:
    """Whether a word is a name of a party in capitals alone: "EC", "UAE", not "PERU"."""
    written = names().as_written
    return bool(written.fullmatch(word)) and not written.fullmatch(word.capitalize())


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


_HEADLINE = pattern(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.,’'-]*\s+){3,}[A-ZÀ-Þ]{2,}")
_WORDS = pattern(r"([^\w’']+)")
_OF_NAMES = frozenset("de del di da do dos das du des".split())  # noqa: SIM905
_SMALL = _OF_NAMES | frozenset(
    "a an and as at but by for from in into nor of on or per the to via vs with".split()  # noqa: SIM905
)
