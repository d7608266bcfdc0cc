"""Say what a generated sentence holds besides plain words: links, images, markup, requests, unseen letters.

The page escapes every character anyway; what is found here is not shown at all, wherever an answer goes.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from vectorstore.patterns import pattern

LONGEST_WORD = 40  # characters; the longest of trade English has 28, what is longer is encoded
LONGEST_SENTENCE = 90  # words; longer ones are no sentence of an answer

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a link", pattern(r"\w+://|\bwww\.|\b(?:data|(?:java|vb)script|mailto|file|blob|tel):\S|@\w", re.I)),
    ("HTML", pattern(r"[<>]|&(?:#\w+|\w+);")),
    ("Markdown", pattern(r"[`*|~\\{}^]|!\[|\]\(|\]:|^\s*(?:#|>)|__|\b_\w|\w_\b")),
    ("a style sheet", pattern(r"\burl\s*\(|@import|\bexpression\s*\(", re.I)),
    ("square brackets that are no citation", pattern(r"[\[\]【】]")),
)  # fmt: skip
# A host's name, "evil.example/x"; company names like Amazon.com may stand where the evidence has them.
_HOST = pattern(
    r"\b[\w-]{2,}(?:\.[\w-]+)*\.(?:[a-z]{2,}|COM|NET|ORG|INFO|XYZ)\b(?:/\S*)?(?!\.\w)|\b\d{1,3}(?:\.\d{1,3}){3}\b"
)
# Who answers speaks of briefings, and to nobody.
_ADDRESS = pattern(r"^\W*Dear\b|\b(?:[Pp]lease|[Yy]ours?|[Yy]ou)\b")
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")  # control, format (zero width, reordering, tags), private use


def why_not_plain(text: str, quotes: Sequence[str] = ()) -> str | None:
    """Say what stands in a sentence that is not plain prose; None when nothing does.

    >>> why_not_plain("See ![x](https://example.org/?q=secret).")
    'it holds a link'
    >>> why_not_plain("The U.S. cut its duty on steel to 2.5 percent.")
    """
    if any(unicodedata.category(character) in _UNSEEN for character in text):
        return "it holds characters that are not seen"
    for kind, form in _KINDS:
        if form.search(text):
            return f"it holds {kind}"
    cited = " ".join(quotes)
    if any(not _is_latin(letter) and letter not in cited for letter in text):
        return "it holds letters of another script"
    if any(match.group() not in cited for match in _HOST.finditer(text)):
        return "it holds a link"
    if any(match.group() not in cited for match in _ADDRESS.finditer(text)):
        return "it speaks to whoever reads it"
    words = text.split()
    if any(len(word) > LONGEST_WORD for word in words):
        return "it holds a word that is no word"
    if len(words) > LONGEST_SENTENCE:
        return f"it is longer than {LONGEST_SENTENCE} words"
    return None


@lru_cache(maxsize=2_000)
def _is_latin(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith(("LATIN", "MODIFIER LETTER"))
