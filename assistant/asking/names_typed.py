"""Write as names what was typed in small letters and the briefings write as names: "the kansai row".

Whatever is checked of a name, that it is told of at all, then holds for who types in a hurry, too.
"""

import re

from ingest.text.parties import find_parties
from vectorstore.store import Store

SHORTEST = 4  # letters
READ = 20  # passages with the word
FEWEST = 2  # places where it is a name
_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w-])")
_OPENS = re.compile(r"(?:^|[.!?:;\n•*#>|“\"(]\s*)$")


def with_names(text: str, store: Store) -> str:
    """Return a question typed without capitals with those that the briefings write."""
    if text != text.lower():
        return text
    parties = [(m.start, m.end) for m in find_parties(text, lower_case=True)]

    def named(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < SHORTEST or any(a <= match.start() < b for a, b in parties):
            return word
        return word.capitalize() if is_name(word, store) else word

    return _WORD.sub(named, text)


def is_name(word: str, store: Store, fewest: int = FEWEST) -> bool:
    """Whether passages that have a word write it with a capital, within sentences too, and never without.

    What the encoder has whole is too common: the Hill, which is no name of a hill.
    """
    if 1 in store.encoder.word_pieces([word]):
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
