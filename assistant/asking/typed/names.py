"""Write as names what was typed in small letters and is one: "the kansai row", "mazda's new plant".

A name is what the briefings write as one, and a word that they do not have, that English does not have, and
that is neither a slip nor short for one of either. What could be put right has been put right before
(`spelling`): hardly a name is left that is only near to a word, as "dawa" is to "data". Whatever is checked
of a name, that it is told of at all, then holds for who types in a hurry, too.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from rapidfuzz.distance import OSA

from assistant.reading.english import is_english, is_slip_of_english
from assistant.reading.stop_words import STOP_WORDS
from assistant.reading.wording import wordings
from ingest.text.parties import find_parties
from vectorstore.filters import Filters
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern
from vectorstore.store import Store

SHORTEST, SHORTEST_NOWHERE = 4, 3  # letters of a name on file, and of a word that is nowhere
READ = 20  # passages with the word
FEWEST = 2  # places where it is a name
SHORT = 5  # letters of a word that has no letter more than it should, nor another one
# Letters of a word that stands for a longer one that begins so, as any of three may; four begin many a name.
CLIPPED = 5
TWO_SLIPS = 9  # letters of a word that may have two in other letters
LONGER_HALF = 3  # letters that the longer one of two words has more than
_CONTRACTED = pattern(r"(?:d|ll|re|ve|s|m)$")  # "theyd", "whatll"
_VOWEL = pattern(r"[aeiouy]")
_WORD = pattern(r"(?<![\w'’-])[a-z]+(?![\w-])")
# All that a follow-up names: "and nakasone?", "what about the teamsters".
_NAMED_ALONE = pattern(r"\W*(?:(?:and|but|so|ok) )*(?:and|(?:what|how) about) (?:the )?([a-z]+)\W*", re.I)
_OPENS = pattern(r"(?:^|[.!?:;\n•*#>|“\"(]\s*)$")


def with_names(text: str, store: Store, until: date | None = None) -> str:
    """Return a question with its names in capitals; what is on file only where it has no capitals itself.

    With `until` what is on file is what was published by then.
    """
    hurried = text == text.lower()
    alone = hurried and _NAMED_ALONE.fullmatch(text)
    parties = [(m.start, m.end) for m in find_parties(text, lower_case=True)]

    def named(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < SHORTEST_NOWHERE or any(a <= match.start() < b for a, b in parties):
            return word
        on_file = hurried and len(word) >= SHORTEST
        name = name_of(word, store, common=bool(alone), until=until) if on_file else None
        if name is None and _is_of_nothing_on_file(word, store, until):
            return word.capitalize()
        return name or word

    return _WORD.sub(named, text)


def _is_of_nothing_on_file(word: str, store: Store, until: date | None) -> bool:
    """Whether a word is neither on file nor English, in any spelling."""
    if is_english(word) or is_slip_of_english(word) or tuple(analyse(word)) in wordings(analyse):
        return False
    if store.keywords.document_frequency([word], until)[word]:
        return False
    words = store.vocabulary.words - {word}  # which no briefing has by then
    if may_be_short_or_a_slip(word, words):
        return False
    return not any(_stand_together(halves, store) for halves in _halves(word, words))


def may_be_short_or_a_slip(word: str, words: Collection[str]) -> bool:
    """Whether a word may stand for one of these, all in small letters.

    It is a form of one, or a slip, or short, for a word of English or a party.


    >>> on_file = ("committee", "tariff", "extra", "many", "peru", "data", "toyota", "wednesday")
    >>> typed = "cttee", "tarrif", "xtra", "mnay", "perus", "wednes", "theyd"
    >>> [may_be_short_or_a_slip(word, on_file) for word in typed]
    [True, True, True, True, True, True, True]
    >>> [may_be_short_or_a_slip(word, on_file) for word in ("dawa", "mazda", "perulux", "per", "xyz")]
    [False, False, False, True, False]
    """
    if _CONTRACTED.sub("", word) in STOP_WORDS or word.removesuffix("s") in words:
        return True
    return any(
        (not SHORTEST <= len(word) < CLIPPED and of.startswith(word))
        or ((_is_clipped_from(word, of) or _is_slip_of(word, of)) and _is_known(of))
        for of in {form for listed in words for form in (listed, listed.removesuffix("s"))}
    )


def _is_known(word: str) -> bool:
    """Whether a word is English or a party; of other names many are near to a name that is not on file."""
    return is_english(word) or bool(find_parties(word, lower_case=True))


def _is_slip_of(word: str, of: str) -> bool:
    """Whether a word is another one with a slip in it; a short one with a letter left out, or two turned."""
    if not (word[0] == of[0] or of[1:] == word or word[1:] == of):
        return False
    if len(word) <= SHORT and len(of) <= len(word) and sorted(word) != sorted(of):
        return False
    same_letters = set(word) == set(of)  # of which others are doubled, or stand elsewhere: "tarrif"
    slips = 2 if same_letters or len(word) >= TWO_SLIPS else 1
    return OSA.distance(word, of, score_cutoff=slips) <= slips


def _is_clipped_from(word: str, of: str) -> bool:
    """Whether letters were left out within a longer word, "cttee", or all vowels and its end, "jpn"."""
    if len(of) <= len(word) or of[0] != word[0]:
        return False
    letters = iter(of)
    if not all(letter in letters for letter in word):
        return False
    return of[-1] == word[-1] or not _VOWEL.search(word)


def _halves(word: str, words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the two words that may stand in one without a space: "deminimis"."""
    for at in range(2, len(word) - 1):
        one, other = word[:at], word[at:]
        if one in words and other in words and max(len(one), len(other)) > LONGER_HALF:
            yield one, other


def _stand_together(halves: tuple[str, str], store: Store) -> bool:
    """Whether some passage has one word right behind the other."""
    ids = [id for id, _ in store.keywords.query(" ".join(halves), READ)]
    both = re.compile(rf"\b{halves[0]}\W{{1,3}}{halves[1]}\b", re.I)
    return any(both.search(passage.text) for passage in store.versions.passages(ids).values())


def name_of(
    word: str, store: Store, fewest: int = FEWEST, common: bool = False, until: date | None = None
) -> str | None:
    """Return the name that a word is: passages write it with a capital, in sentences too, and never without.

    An English word that the encoder has whole is too common, unless it is asked for: the Hill, which is no
    name of a hill. What is no English word need be a name in one place only, and may be all in capitals.
    """
    english = is_english(word)
    if english and not common and 1 in store.encoder.word_pieces([word]):
        return None
    ids = [id for id, _ in store.keywords.query(word, READ, Filters(as_of=until))]
    names: Counter[str] = Counter()
    for passage in store.versions.passages(ids).values():
        for match in re.finditer(rf"\b{word}\b", passage.text, re.I):
            if match[0] == word:
                return None
            before = passage.text[max(0, match.start() - 3) : match.start()]
            if match[0].istitle() or (match[0].isupper() and not english):
                names[match[0]] += not _OPENS.search(before)
    enough = names.total() >= (fewest if english else 1)
    return max(names, key=lambda name: names[name]) if enough else None
