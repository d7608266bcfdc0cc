"""Send the sentences of a draft that failed back to the model, once, and put what it mends in their places.

It is asked for a line each, in their order. Models announce what they write, number it, leave a line
out or put one in: so a line goes to the sentence whose number it has, else to the one that it is nearest to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.prose import without_markers
from assistant.drafting.chat import Chat
from assistant.drafting.cutting import Cutter
from assistant.drafting.draft import Draft
from assistant.drafting.offering import Offering
from assistant.drafting.tokens import filled_tokens
from prompts import load
from vectorstore.patterns import pattern

REPAIRED = 6  # sentences that go back at most: more of them is another answer
LONGEST_REPAIR = 800  # characters of each
NEAR = 0.4  # of the words of two sentences, which the one and its correction share at least
_NONE = "NONE"
_NUMBER = pattern(r"\s*(?:[-*•]\s*)?\(?(\d{1,2})[.):](?!\d)\s*")


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """What is written on a line behind its number, which is 0 where it has none."""

    number: int
    sentence: str


def repair(draft: Draft, chat: Chat, question: str, offering: Offering) -> None:
    """Send the sentences that failed back, with the reasons, and take what stands now in their places."""
    failed = draft.failed[:REPAIRED]
    refused = "\n".join(
        f"{number}. {slot.sentence} - {slot.reason}" for number, slot in enumerate(failed, start=1)
    )
    filled = load("repair").fill(
        question=question, evidence=offering.text, refused=refused, count=str(len(failed))
    )
    if filled_tokens(filled) + chat.room_for_reply > chat.window:
        return
    reply, text = chat.stream(filled), ""
    try:
        while text.count("\n") < 4 * (len(failed) + 1) and len(text) < LONGEST_REPAIR * (len(failed) + 1):
            text += next(reply)
    except StopIteration:
        pass
    finally:
        reply.close()
    sentences = [slot.sentence for slot in failed]
    for place, sentence in placed(text, sentences).items():
        draft.replace(failed[place], sentence)


def placed(text: str, refused: Sequence[str]) -> dict[int, str]:
    """Return which sentence of a reply is to stand in which place of those refused.

    >>> placed("Here it is:\\n\\n2. Chile pays 2 percent. [2]", ["Peru pays. [1]", "Chile pays 3. [2]"])
    {1: 'Chile pays 2 percent [2].'}
    """
    lines = [line for line in map(_read, text.split("\n")) if line]
    numbers = [line.number for line in lines if line.number]
    trusted = len(numbers) == len({*numbers}) and all(number <= len(refused) for number in numbers)
    left, found = dict(enumerate(refused)), dict[int, str]()

    def put(place: int, line: _Line) -> None:
        found[place] = line.sentence
        del left[place]
        lines.remove(line)

    for line in [line for line in lines if trusted and line.number]:
        put(line.number - 1, line)
    near = [(_nearness(line.sentence, of), place, line) for place, of in left.items() for line in lines]
    for nearness, place, line in sorted(near, key=lambda found: -found[0]):
        if nearness >= NEAR and place in left and line in lines:
            put(place, line)
    for place, line in zip([*left], [*lines], strict=False):
        put(place, line)
    return {place: sentence for place, sentence in sorted(found.items()) if sentence != _NONE}


def _read(line: str) -> _Line | None:
    """Return a line that cites something in one sentence, or says that there is none; None for any other."""
    number = _NUMBER.match(line)
    bare = line[number.end() :] if number else line
    sentences = [*Cutter().feed(f"{bare}\n")]
    said = sentences[0] if len(sentences) == 1 else ""
    if said.strip(" .") == _NONE:
        said = _NONE
    elif not without_markers(said)[1]:
        return None  # it announces, or says sorry
    return _Line(int(number[1]) if number else 0, said)


def _nearness(sentence: str, other: str) -> float:
    """Return the share of words that two sentences have in common, more where they cite the same."""
    (one, cited), (two, also_cited) = without_markers(sentence), without_markers(other)
    words, others = ({*re.findall(r"\w+", text.casefold())} for text in (one, two))
    if not words or not others:
        return 0.0
    share = len(words & others) / len(words | others)
    return share * (1.5 if {*cited} & {*also_cited} else 1.0)
