"""Know the words that end a measure: `ending.tsv`."""

from collections.abc import Iterable
from functools import lru_cache

from ingest.text.word_lists import rows_of


def ends(*kinds: str, ing: bool = True) -> str:
    """Return the inflections of the verbs of some kinds, as `any_of` takes words, those in -ing or not.

    >>> ends("over").split()[:6]
    ['ends', 'ended', 'ending', 'expires', 'expired', 'expiring']
    """
    return _spelled(
        word
        for kind, _, words in _rows()
        if kind in kinds
        for word in words
        if ing or not word.split()[0].endswith("ing")
    )


def to_end(*kinds: str) -> str:
    """Return the verbs of some kinds as they stand behind "to", but for those that are as often other words.

    >>> to_end("over").split()
    ['expire', 'lapse']
    """
    return _spelled(verb for kind, verb, _ in _rows() if kind in kinds and not verb.endswith("!"))


def to_end_it(*kinds: str) -> str:
    """Return the verbs that are as often other words, each with what makes it a verb: "scrap the".

    >>> to_end_it("over").split()[:3]
    ['end_it', 'end_its', 'end_the']
    """
    verbs = [verb[:-1] for kind, verb, _ in _rows() if kind in kinds and verb.endswith("!")]
    return _spelled(f"{verb} {what}" for verb in verbs for what in ("it", "its", "the", "their"))


def an_end() -> str:
    """Return the nouns that name an end: "termination", "repeal"."""
    return _spelled(word for kind, _, words in _rows() if kind == "noun" for word in words)


def _spelled(words: Iterable[str]) -> str:
    """Join words, of a verb with a particle as it stands together and apart: "strike the duty down"."""
    spelled: list[str] = []
    for word in words:
        spelled.append(word.replace(" ", "_"))
        if word.endswith((" down", " off", " out")):
            spelled.append(word.replace(" ", "~"))
    return " ".join(spelled)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = rows_of("assistant.reading", "ending.tsv")
    return tuple((kind, verb, tuple(words.split("; "))) for kind, verb, words in rows)
