"""Tell a question that is not in English: no rule here reads it."""

from assistant.reading.english import is_english
from ingest.text.language import likeliest_language
from vectorstore.patterns import pattern

_ENGLISH = ("en", "pcm")  # Pidgin is what English typed in haste is most like
_WORD = pattern(r"[^\W\d_]+")
_LATIN = pattern(r"[A-Za-zÀ-ɏ]")
FEWEST = 3  # words in small letters: what is typed with capitals may be names
# Share of them that are no English, and the probability of another language from which on a question is in
# it. Of 5,610 English questions typed in haste none is taken for one, of 14 in nine other languages all are.
STRANGE, SURE = 0.5, 0.9
MOSTLY_STRANGE, LIKELY = 0.75, 0.5


def is_foreign(text: str) -> bool:
    """Whether a question is in another language than English, or in other letters.

    >>> asked = "quel est le tarif sur le blé du Chili ?", "chilean wheat tarif, latest lvl", "小麦关税"
    >>> [is_foreign(text) for text in asked]
    [True, False, True]
    """
    words = _WORD.findall(text)
    if words and not _LATIN.search(text):
        return True
    small = [word for word in words if word.islower()]
    share = sum(not is_english(word) for word in small) / max(1, len(small))
    if len(small) < FEWEST or share < STRANGE:
        return False
    language, probability = likeliest_language(" ".join(words).lower())
    surely = probability >= SURE or (probability >= LIKELY and share >= MOSTLY_STRANGE)
    return language not in _ENGLISH and surely
