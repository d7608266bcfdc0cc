"""Patterns are compiled late, and none runs away: a briefing or a question may hold anything.

Every pattern that a module keeps is run over texts that bring out what takes exponential or cubic time.
"""

import copy
import importlib
import pickle
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from assistant.reading.statements import charges
from vectorstore.patterns import LazyPattern, pattern

PACKAGES = ("assistant", "ingest", "vectorstore")
SECONDS = 1.0  # of the processor, for one pattern over one text; the slowest takes a third of it
TEXTS = {
    "words with capitals": "India " + "Abcde " * 30,
    "a list of names": ", ".join(["India", *["Saudi Arabia"] * 25]) + " ",
    "words": "the rate of " + "word " * 120,
    "verbs": "India has will would to also " + "has " * 120,
    "goods": "tariffs on goods of " * 30,
    "pairs": "duty and " * 70,
    "acts": "Order 193; " * 60,
    "names of acts": "Proclamation 9980, as amended; and " * 30,
    "days": "June 6, " * 80,
    "numbers": "in " + "12 " * 200,
    "a long number": "1,234," * 100,
    "digits": "1" * 600,
    "letters": "a" * 600,
    "blanks": " " * 600,
    "lines": "\n" * 300,
    "full stops": "U.S. " * 120,
    "commas": "a, " * 200,
    "quotation marks": '"' * 300,
    "brackets": "(" * 300,
    "letters in brackets": "(a) " * 150,
    "a table": "a | " * 150,
    "hyphens": "a-" * 300,
    "initials": "A-" * 200,
    "double names": "Aa Bb-" * 60,
}


def _patterns() -> dict[re.Pattern[str], str]:
    """Every pattern of text that a module keeps, by itself or in a list, a tuple or a dictionary."""
    found: dict[re.Pattern[str], str] = {}
    for package in map(importlib.import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                for each in _within(value):
                    found.setdefault(each, f"{module.name}.{name}")
    return found


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern | LazyPattern) and isinstance(value.pattern, str):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _within(item)
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from _within(item)


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system cannot interrupt a search")
@pytest.mark.slow
def test_no_pattern_takes_long_over_a_hostile_text() -> None:
    patterns = _patterns()
    assert len(patterns) > 900
    slow = set()
    before = signal.signal(signal.SIGVTALRM, _too_slow)
    try:
        for each, name in patterns.items():
            for about, text in TEXTS.items():
                for hostile in (text, f"{text}!"):
                    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
                    try:
                        each.search(hostile)
                        each.match(hostile)
                    except TimeoutError:
                        slow.add(f"{name} over {about}")
                    finally:
                        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    assert not slow


@pytest.mark.parametrize(
    ("behind", "charge"), [("impose a tariff of 10 percent on rice", True), ("receive its envoy", False)]
)
def test_a_long_list_of_countries_is_read_to_its_verb(behind: str, charge: bool) -> None:
    others = ", ".join(["Saudi Arabia", "Trinidad and Tobago", "Republic of Korea"] * 20)
    assert charges(f"India (5 percent), {others}, and Costa Rica {behind}.", "IN") is charge


def test_a_pattern_is_compiled_with_its_first_use_and_is_then_as_any_other() -> None:
    lazy = pattern(r"(?P<rate>\d+) (?:pct|percent)", re.I)
    assert lazy.pattern == r"(?P<rate>\d+) (?:pct|percent)"
    assert "search" not in vars(lazy)
    [found] = lazy.findall("rice at 12 PCT")
    assert found == "12"
    assert lazy.search is vars(lazy)["search"], "no step is added to later uses"
    assert lazy.sub("-", "at 10 percent, then 5 pct") == "at -, then -"
    assert lazy.flags & re.I
    assert dict(lazy.groupindex) == {"rate": 1}


def test_what_is_no_pattern_is_found_with_its_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error, match="unterminated subpattern"):
        broken.search("a")


def test_copies_of_a_pattern_are_patterns() -> None:
    [copied] = copy.deepcopy([pattern(r"\d+")])
    again = pickle.loads(pickle.dumps(copied))
    assert copied.findall("1 and 2") == again.findall("1 and 2") == ["1", "2"]
