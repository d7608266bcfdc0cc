"""Put right what was typed in a hurry: "tarrifs", where the briefings write of tariffs.

Only a word that no briefing has, or next to none, and that is no common word is looked at, and only slips
of the fingers are put right: two letters the wrong way round, a letter doubled in the wrong place, one left
out, one too many, a vowel for a vowel. Another consonant makes another name of it as often (Iran, Iraq). A
clipped word ("choc") is written out, where one word on file is meant that is no name.

What is meant is a word on file; where none is so near, a party or a word of English: "jouney" is no name of
which no briefing speaks.
"""

import string
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.asking.typed.beside import without_beside
from assistant.asking.typed.names import name_of, with_names
from assistant.asking.typed.receipts import as_revenue
from assistant.asking.typed.set_aside import without_set_aside
from assistant.asking.typed.shorthand import written_out
from assistant.reading.english import is_english, is_in_dictionary
from assistant.reading.figures import apart
from assistant.reading.wording import wordings
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern
from vectorstore.store import Store

SHORTEST, SHORTEST_LACKING = 5, 6  # letters of a word; with one left out, or one too many
SHORTEST_CLIPPED, LEFT_OUT = 4, 2  # letters of a clipped word, and that are left out of it at least
CLEARLY = 0.7  # of the passages with any word that begins so, for one of them to be meant
VOWELS = "aeiouy"
FEWEST, OF_MANY = 3, 1000  # passages with a name for which one letter off it is taken, of so many or more
SHORTEST_BESIDE = 7  # letters of a word beside a stroke or a hyphen: "solar/ploysilicon"
SHORTEST_PARTY = 4  # letters of a party without a vowel of it, or beside a hyphen: "japn", "us-caada"
OFTEN = 30  # times as many passages have the right word, where some have the slip itself
_WORD = pattern(
    r"(?<![\w.@/'’-])[A-Za-z]+(?:(?=['’]s\b)|(?![\w@/'’-]))"
    rf"|(?<![\w.@'’])(?P<beside>[a-z]{{{SHORTEST_PARTY},}})(?![\w@'’])"
)

_Kind = Callable[[str], Iterator[str]]


def as_meant(text: str, store: Store, until: date | None = None) -> str:
    """Return a question alone and written out, its slips put right, its units apart.

    What is said beside it and what it sets aside are left out. With `until` the words on file are those of
    what was published by then.
    """
    alone = without_set_aside(without_beside(text))
    return with_names(as_revenue(respelled(apart(written_out(alone)), store, until)), store, until)


def respelled(text: str, store: Store, until: date | None = None) -> str:
    """Return a question with its slips put right as words on file, as parties, or as English."""
    spelling = _Spelling(store, until)
    return _WORD.sub(lambda word: spelling.right(word[0], word["beside"] is not None), text)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """Puts words right by what is on file, by a day."""

    store: Store
    until: date | None

    def right(self, typed: str, beside: bool) -> str:
        """Return a word put right; one beside a stroke or a hyphen where it is surely a slip."""
        word = typed.lower()
        if len(word) < SHORTEST_CLIPPED or typed.isupper() or _is_word(word, self.store):
            return typed
        if party := self._party(word):
            return party.capitalize() if typed[0].isupper() else party
        if beside and len(word) < SHORTEST_BESIDE:
            return typed
        meant = self._meant(word, typed.islower() and not beside)
        return meant.capitalize() if meant and typed[0].isupper() else meant or typed

    def _meant(self, word: str, alone: bool) -> str | None:
        """Return the word that is meant, by what a slip may be for sure, then by what it may be as well.

        `alone`: in small letters, and beside nothing.
        """
        own = self._uses([word])[word]
        clipped = _whole(word, self.store, self.until) if alone and not own else None
        if len(word) < SHORTEST:
            return clipped
        kinds = [_turned, _doubled, *([_without_a_vowel] if alone and not own else [])]
        if found := self._on_file(word, own, kinds):
            return found
        if is_in_dictionary(word):
            return clipped
        if not own and (found := self._elsewhere(frozenset(_turned(word)), english=True)):
            return found
        if not alone:
            return None
        long = len(word) >= SHORTEST_LACKING
        if found := (self._on_file(word, own, [_one_off, _other_vowel], guessed=True) if long else clipped):
            return found
        if clipped or own:
            return clipped
        forms = [form for kind in (*kinds[1:], _one_off, _other_vowel) for form in kind(word)]
        return self._elsewhere(frozenset(forms), english=long)

    def _party(self, word: str) -> str | None:
        """Return the one party that a word, on no file and not English, is with one letter more."""
        if is_english(word) or self._uses([word])[word]:
            return None
        found = {form for form in (*_without_a_vowel(word), *_one_more(word)) if _is_party(form)}
        return found.pop() if len(found) == 1 else None

    def _on_file(self, word: str, own: int, kinds: Sequence[_Kind], guessed: bool = False) -> str | None:
        """Return the form on file of the first kind that has any, the one most told of."""
        for kind in kinds:
            if found := sorted(self.store.vocabulary.which(kind(word)) - {word}):
                uses = self._uses(found)
                right = max(found, key=uses.__getitem__)
                rare = guessed and _is_rare_name(right, uses[right], own, self.store)
                if uses[right] >= OFTEN * own and not rare and (uses[right] or self.until is None):
                    return right
        return None

    def _elsewhere(self, forms: Collection[str], english: bool) -> str | None:
        """Return the form that is a party, or a common word of English; of several the one most told of."""
        found = [form for form in forms if _is_party(form) or (english and _is_common(form, self.store))]
        if len(found) < 2:
            return found[0] if found else None
        uses = self._uses(found)
        best = max(found, key=lambda form: (uses[form], form))
        return best if uses[best] else None

    def _uses(self, words: Sequence[str]) -> dict[str, int]:
        return self.store.keywords.document_frequency(words, self.until)


def _is_party(form: str) -> bool:
    return any((m.start, m.end) == (0, len(form)) for m in find_parties(form, lower_case=True))


def _is_common(form: str, store: Store) -> bool:
    """Whether a form is a word of English, and so common that the encoder has it whole."""
    return is_in_dictionary(form) and 1 in store.encoder.word_pieces([form])


def _is_rare_name(word: str, uses: int, own: int, store: Store) -> bool:
    """Whether a word of hardly a passage is no English one and no party: a letter off, it is another name.

    So is any word, where what was typed is on file itself.
    """
    is_rare = uses < FEWEST and uses * OF_MANY < store.keywords.size
    return (is_rare or own > 0) and not is_english(word) and not find_parties(word, lower_case=True)


def _whole(word: str, store: Store, until: date | None) -> str | None:
    """Return the word on file that begins with a clipped one, "choc", "chocs".

    None for a name, and where several words do.
    """
    begins = {word, word.removesuffix("s")} if len(word) > SHORTEST_CLIPPED else {word}
    longer = [
        of
        for of in store.vocabulary.words
        if any(of.startswith(begin) and len(of) >= len(begin) + LEFT_OUT for begin in begins)
    ]
    if not longer:
        return None
    uses = store.keywords.document_frequency(longer, until)
    stems = {tuple(analyse(of)): uses[of] for of in longer}
    best = max(stems, key=lambda stem: (stems[stem], stem))
    if stems[best] < CLEARLY * sum(stems.values()) or not (stems[best] or until is None):
        return None
    whole = min((of for of in longer if tuple(analyse(of)) == best), key=lambda of: (len(of), of))
    return None if name_of(whole, store, fewest=1, until=until) else whole


def _is_word(word: str, store: Store) -> bool:
    """Whether a word is known to us, or so common that the encoder has it whole."""
    return bool(
        tuple(analyse(word)) in wordings(analyse)
        or find_parties(word, lower_case=True)
        or 1 in store.encoder.word_pieces([word, *_stems(word)])
    )


def _stems(word: str) -> list[str]:
    """Return what a word may be a form of: "mend" of "mending", "tory" of "tories".

    >>> _stems("tories")
    ['torie', 'tori', 'tory']
    """
    ends = ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", "")
    return [word.removesuffix(end) + instead for end, instead in ends if word.endswith(end)]


def _turned(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _doubled(word: str) -> Iterator[str]:
    """Yield the word with a letter doubled, a double letter once, or both: "tarrif", "tarif", "tariff"."""
    once = [word[:at] + word[at + 1 :] for at in range(len(word) - 1) if word[at] == word[at + 1]]
    yield from once
    for form in (word, *once):
        for at, letter in enumerate(form):
            yield form[:at] + letter + form[at:]


def _without_a_vowel(word: str) -> Iterator[str]:
    """Yield the word with a vowel between two consonants where it has none: "exprt" is "export"."""
    for at in range(1, len(word)):
        if word[at - 1] not in VOWELS and word[at] not in VOWELS:
            for vowel in VOWELS:
                yield word[:at] + vowel + word[at:]


def _other_vowel(word: str) -> Iterator[str]:
    """Yield the word with another vowel in place of one, but for the first letter: "furnature"."""
    for at, letter in enumerate(word):
        if at and letter in VOWELS:
            for other in VOWELS.replace(letter, ""):
                yield word[:at] + other + word[at + 1 :]


def _one_more(word: str) -> Iterator[str]:
    """Yield the word with one letter more, but before the first: "caada", "canda"."""
    for at in range(1, len(word) + 1):
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at:]


def _one_off(word: str) -> Iterator[str]:
    """Yield the word with one letter less or more, but for the first: "mending" is not "ending"."""
    for at in range(1, len(word) + 1):
        yield word[:at] + word[at + 1 :]
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at:]
