"""Write as names what was typed in small letters and is one: "the kansai row", "mazda's new plant".

A name is what the briefings write as one, and a word that they do not have, that English does not have, and
that is neither a slip nor short for one of either. Whatever is checked of a name, that it is told of at all,
then holds for who types in a hurry, too.
"""

import re
from collections.abc import Collection

from rapidfuzz.distance import OSA

from assistant.reading.english import is_english, is_slip_of_english
from assistant.reading.wording import wordings
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.store import Store

SHORTEST = 4  # letters
READ = 20  # passages with the word
FEWEST = 2  # places where it is a name
SHORT = 5  # letters of a word that has one slip at most
LONGER_HALF = 3  # letters that the longer one of two words has more than
_VOWEL = re.compile(r"[aeiouy]")
_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w-])")
# All that a follow-up names: "and nakasone?", "what about the teamsters".
_NAMED_ALONE = re.compile(r"\W*(?:(?:and|but|so|ok) )*(?:and|(?:what|how) about) (?:the )?([a-z]+)\W*", re.I)
_OPENS = re.compile(r"(?:^|[.!?:;\n•*#>|“\"(]\s*)$")


def with_names(text: str, store: Store) -> str:
    """Return a question with its names in capitals; what is on file only where it has no capitals itself."""
    hurried = text == text.lower()
    alone = hurried and _NAMED_ALONE.fullmatch(text)
    parties = [(m.start, m.end) for m in find_parties(text, lower_case=True)]

    def named(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < SHORTEST or any(a <= match.start() < b for a, b in parties):
            return word
        unknown = (hurried and is_name(word, store, common=bool(alone))) or _is_of_nothing_on_file(
            word, store
        )
        return word.capitalize() if unknown else word

    return _WORD.sub(named, text)


def _is_of_nothing_on_file(word: str, store: Store) -> bool:
    """Whether a word is neither on file nor English, in any spelling."""
    if is_english(word) or is_slip_of_english(word) or tuple(analyse(word)) in wordings(analyse):
        return False
    if store.keywords.document_frequency([word])[word]:
        return False
    return not may_be_short_or_a_slip(word, store.vocabulary.words)


def may_be_short_or_a_slip(word: str, words: Collection[str]) -> bool:
    """Whether a word may stand for one of these, all in small letters, or for two of them at once.

    >>> on_file = ("committee", "tariff", "extra", "de", "minimis", "toyota")
    >>> typed = "cttee", "tarrif", "xtra", "deminimis", "mazda"
    >>> [may_be_short_or_a_slip(word, on_file) for word in typed]
    [True, True, True, True, False]
    """
    slips = 1 if len(word) <= SHORT else 2
    forms = (form for of in words for form in {of, of.removesuffix("s")})
    alike = (of for of in forms if abs(len(of) - len(word)) <= slips and _begin_alike(word, of))
    return (
        any(of.startswith(word) or _is_clipped_from(word, of) for of in words)
        or any(OSA.distance(word, of, score_cutoff=slips) <= slips for of in alike)
        or _are_joined(word, frozenset(words))
    )


def _begin_alike(word: str, of: str) -> bool:
    return word[0] == of[0] or of[1:] == word or word[1:] == of


def _is_clipped_from(word: str, of: str) -> bool:
    """Whether letters were left out within a longer word, "cttee", or all vowels and its end, "jpn"."""
    if len(of) <= len(word) or of[0] != word[0]:
        return False
    letters = iter(of)
    if not all(letter in letters for letter in word):
        return False
    return of[-1] == word[-1] or not _VOWEL.search(word)


def _are_joined(word: str, words: frozenset[str]) -> bool:
    """Whether two words stand together without a space: "deminimis"."""
    return any(
        word[:at] in words and word[at:] in words and max(at, len(word) - at) > LONGER_HALF
        for at in range(2, len(word) - 1)
    )


def is_name(word: str, store: Store, fewest: int = FEWEST, common: bool = False) -> bool:
    """Whether passages that have a word write it with a capital, within sentences too, and never without.

    What the encoder has whole is too common, unless it is asked for: the Hill, which is no name of a hill.
    """
    if not common and 1 in store.encoder.word_pieces([word]):
        return False
    ids = [id for id, _ in store.keywords.query(word, READ)]
    names = 0
    for passage in store.versions.passages(ids).values():
        for match in re.finditer(rf"\b{word}\b", passage.text, re.I):
            if match[0] == word:
                return False
            before = passage.text[max(0, match.start() - 3) : match.start()]
            names += match[0].istitle() and not _OPENS.search(before)
    return names >= fewest
