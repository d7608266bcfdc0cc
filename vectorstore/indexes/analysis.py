"""Break text into the words that keyword search counts: lower-cased, stemmed, in order."""

from functools import lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer


@lru_cache(maxsize=1)
def _analyser() -> TextAnalyzer:
    # The same chain as tantivy's own "en_stem", which the index is built with.
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(40))
        .filter(Filter.lowercase())
        .filter(Filter.stemmer("english"))
        .build()
    )


def plain(text: str) -> str:
    """Return a text as it is compared where capitals and white space do not count.

    >>> plain("Rice  IS sold\\nagain")
    'rice is sold again'
    """
    return " ".join(text.casefold().split())


def analyse(text: str) -> list[str]:
    """Return the index words of a text.

    >>> analyse("The tariffs were suspended until Nov. 10")
    ['the', 'tariff', 'were', 'suspend', 'until', 'nov', '10']
    """
    words: list[str] = _analyser().analyze(text)
    return words
