"""Hold the names of countries and blocs: `parties.tsv`, and the two expressions that find them.

What its rows and markers mean: `ingest.text.parties`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ingest.text.word_lists import rows_of

SHORTEST_GENITIVE = 5  # letters; "chads", "malis" are no more likely meant than anything else


class Names:
    """The table of names and the two expressions compiled from it."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self.display: dict[str, str] = {}
        self._meaning: dict[str, tuple[str, str]] = {}  # name in small letters -> code, marker
        written: set[str] = set()
        typed: set[str] = set()  # in questions alone
        for code, name, aliases, guarded in rows:
            self.display.setdefault(code, name)
            marked = [(alias, "") for alias in _split(aliases)]
            marked += [(a[1:], a[0]) if a[0] in "^?=" else (a, "!") for a in _split(guarded)]
            if code != "-" and name not in {alias for alias, _ in marked}:
                marked.append((name, ""))
            for alias, marker in marked:
                for form in {alias, alias.replace("'", "’"), _plural(alias)}:
                    self._meaning.setdefault(form.casefold(), (code, marker))
                    if marker == "=":
                        typed.add(form)
                    else:
                        written |= {form, form.upper()}
                if not marker:
                    typed |= {form for form in [_genitive(alias)] if form.casefold() not in self._meaning}
                    self._meaning.setdefault(_genitive(alias).casefold(), (code, marker))
        self._written = written
        self._typed = typed
        self.as_written = re.compile(rf"\b({_trie(written)})(?!\w)")
        asked = {form.casefold() for form in (*written, *typed)}
        self.any_case = re.compile(rf"\b({_trie(asked)})(?!\w)", re.IGNORECASE)

    def lookup(self, found: str) -> tuple[str, str, bool]:
        """Code and marker of a name, and whether its letters are as the table writes them."""
        code, marker = self._meaning[found.casefold()]
        return code, marker, found in self._written

    def is_typed(self, code: str) -> bool:
        """Whether a code is a name in questions alone."""
        return code in self._typed and self._meaning[code.casefold()][1] == "="


@lru_cache(maxsize=1)
def names() -> Names:
    _, *rows = rows_of("ingest.text", "parties.tsv")  # below the names of its columns
    return Names(rows)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(";") if name.strip()]


def _plural(name: str) -> str:
    """Koreans, Iraqis, Greeks; other endings have no such plural and keep their form."""
    return name + "s" if name[-1] in "nikb" and name.isalpha() else name


def _genitive(name: str) -> str:
    """The genitive as it is typed in haste: "ottawas plan"; names in "s" and short ones keep their form."""
    return name + "s" if len(name) >= SHORTEST_GENITIVE and name.isalpha() and name[-1] != "s" else name


def _trie(names: Iterable[str]) -> str:
    """Write the names as one expression that reads each letter once, the longest name first."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]  # letter -> node; "" marks an end
    for name in names:
        node = root
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = {}

    def expression(node: dict[str, dict]) -> str:  # type: ignore[type-arg]  # a tree
        branches = [re.escape(letter) + expression(child) for letter, child in sorted(node.items()) if letter]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
        return joined + "?" if "" in node else joined

    return expression(root)
