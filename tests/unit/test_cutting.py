"""What a chat model writes, cut into finished sentences while it is still writing."""

import time

import pytest

from assistant.checking.prose import Judges, Offered, why_not_shown
from assistant.drafting.cutting import Cutter
from assistant.drafting.draft import is_heading
from assistant.drafting.refusing import refuses, says_nothing


def cut(text: str, size: int, cut_off: bool = False) -> list[str]:
    """Feed a text in pieces of `size` characters."""
    cutter = Cutter()
    found = [s for at in range(0, len(text), size) for s in cutter.feed(text[at : at + size])]
    return [*found, *cutter.end(cut_off)]


TEXTS = {
    "lines": ("Talks go on. [1]\nA deal is near. [2]\n", ["Talks go on [1].", "A deal is near [2]."]),
    "running": (
        "Mr. Li met U.S. officials on June 6. [1][2] Talks go on [3]. No deal. [4]",
        ["Mr. Li met U.S. officials on June 6 [1][2].", "Talks go on [3].", "No deal [4]."],
    ),
    "a list": (
        "Here it is:\n\n- **Talks** go on. [1]\n2. A deal is near. [2]\n## End",
        ["Here it is:", "Talks go on [1].", "A deal is near [2].", "End"],
    ),
    "thoughts": ("<think>Japan. Or Korea?</think>Japan pays. [1]", ["Japan pays [1]."]),
    "a thought without end": ("<think>Japan. Or Korea? Hm.", []),
    "figures": ("2025 was busy. [1]\n15 percent is due.", ["2025 was busy [1].", "15 percent is due."]),
    "quotation": ("“No deal.” [1] Talks go on.", ["“No deal [1].”", "Talks go on."]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
@pytest.mark.parametrize("name", TEXTS)
def test_the_sentences_are_the_same_however_the_text_comes_in(name: str, size: int) -> None:
    text, sentences = TEXTS[name]
    assert cut(text, size) == sentences


def test_a_sentence_is_given_as_soon_as_the_next_one_begins() -> None:
    cutter = Cutter()
    assert list(cutter.feed("Talks go on. ")) == []
    assert list(cutter.feed("[1] ")) == []
    assert list(cutter.feed("A")) == ["Talks go on [1]."]


def test_the_torn_end_of_a_text_that_was_cut_off_is_left_out() -> None:
    assert cut("Talks go on. [1]\nA deal is", 4, cut_off=True) == ["Talks go on [1]."]
    assert cut("Talks go on. [1]\nThe U.S.", 4, cut_off=True) == ["Talks go on [1]."]
    assert cut("Talks go on. [1] A deal is near. [2]", 4, cut_off=True) == [
        "Talks go on [1].",
        "A deal is near [2].",
    ]
    assert cut("Talks go on. [1]\nA deal is", 4) == ["Talks go on [1].", "A deal is"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["a", "a ", "a.", "*a", "**", "_", "[1]", "[", "<think>", "“", "- ", "&a", "1.", "0-"]
)
def test_no_text_takes_long_to_be_cut_and_judged(unit: str) -> None:
    """What a model writes is read by patterns; one that tries every way to divide it never comes back."""
    text = unit * (20_000 // len(unit))
    started = time.process_time()
    for sentence in [*cut(text, len(text)), text[:2000], f"{text[:2000]}!"]:
        is_heading(sentence)
        refuses(sentence)
        says_nothing(sentence)
        why_not_shown(sentence, {1: Offered("Talks go on.")}, Judges(lambda a, b: 0.0))
    assert time.process_time() - started < 5  # a tenth of it on a quiet machine


def test_what_never_ends_is_seen_to_wait() -> None:
    cutter = Cutter()
    assert list(cutter.feed("duty " * 300)) == []
    assert cutter.waiting == 1500


def test_a_citation_in_front_of_a_sentence_stays_with_it() -> None:
    cutter = Cutter()
    told = [*cutter.feed("[1] Talks go on.\n[2] A date is set."), *cutter.end()]
    assert told == ["[1] Talks go on.", "[2] A date is set."]
