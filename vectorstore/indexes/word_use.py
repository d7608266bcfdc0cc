"""Keep the vocabulary to the words of the passages on file: learn what comes, forget what goes.

Words are learned before a change becomes visible and forgotten after it, so that a search never
misses one. What a crash leaves too many of, the next opener forgets (`settle`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.indexes.vocabulary import Vocabulary, find_words, has_meaning
from vectorstore.tables.slices import parts


class WordUse:
    """Which words the current passages hold. The store's write lock guards it."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
        self._catalogue = catalogue
        self._vocabulary = vocabulary
        self._counts: Counter[str] | None = None  # passages by word; counted when something first goes

    def follow(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Forget what no passage holds any more; `before` and `after` are indexed texts by passage.

        The catalogue says which of them are on file: the change between them may have failed.
        """
        counts, self._counts = self._counts, None  # counted anew should anything below fail
        current = self._catalogue.indexed([*before, *after])
        gone = {id: text for id, text in {**before, **after}.items() if id not in current}
        came = {id: text for id, text in after.items() if id in current}
        if counts is not None:
            counts.update(word for text in came.values() for word in find_words(text))
            counts.subtract(word for id, text in gone.items() if id in before for word in find_words(text))
        if gone:
            unused = (_words(gone.values()) - _words(current.values())) & self._vocabulary.words
            if unused:
                counts = self._count() if counts is None else counts
                self._vocabulary.forget([word for word in unused if counts[word] <= 0])
        self._counts = counts

    def settle(self) -> int:
        """Bring the vocabulary in line with the passages, reading them all; return its number of words."""
        self._counts = self._count()
        self._vocabulary.forget(self._vocabulary.words - self._counts.keys())
        self._vocabulary.learn_words(self._counts)
        return len(self._vocabulary.words)

    def problems(self) -> Iterator[str]:
        """Say what the vocabulary lacks or has too many of."""
        held, known = {word for word in self._count() if has_meaning(word)}, self._vocabulary.words
        if lacking := held - known:
            some = min(lacking)
            yield f"{len(lacking)} of {len(held)} words are missing from the vocabulary, such as {some}"
        if extra := known - held:
            yield f"{len(extra)} words in the vocabulary are in no passage, for example {min(extra)}"

    def _count(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for part in parts(self._catalogue.passage_ids()):
            for text in self._catalogue.indexed(part).values():
                counts.update(find_words(text))
        return counts


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(find_words, texts))


__all__ = ["WordUse"]
