"""Tell how far a sentence is of a timeline's subject, with what it is told under and from where."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from assistant.asking.subject import Part, holds, is_telling, level_of, parties_acting
from assistant.reading.developments import decides, words_of
from assistant.reading.goods import goods_in
from assistant.reading.legal_bases import laws_in, main_law
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from ingest.readers.metadata.opening import DATELINE
from ingest.text.parties import parties_in
from vectorstore.briefing import Briefing, Passage, Sentence
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

NAMED = 0.7  # how far each party of the subject must be reached: in the sentence, heading or title
ROLL_CALL = 5  # parties in a sentence from which on it only lists them, unless the title names the one asked
BEHIND = 600  # characters of a briefing that say, behind what it opens with, what that is about
AT_ONCE, SHORT = 200, 40  # characters before a line that says what a briefing is on, and words of that line
OPENING = 4  # lines of a briefing that a dateline may stand in

MEASURES = frozenset(("tariff", "quota", "ban", "export controls"))
_TRADED = frozenset(analyse("trade import export customs"))
_SUCH_AS = pattern(r"\b(?:such as|including|among them|like)\b", re.I)


def levels_of(
    parts: Sequence[Part],
    said: str,
    title: str,
    within: Passage,
    briefing: str,
    opens: bool,
    beside: str = "",
) -> list[float]:
    """Say how far a sentence, with what stands around it, reaches each part of the subject.

    One that names no party is of the party in whose capital its briefing is datelined. What stands `beside`
    it in its paragraph is as near as the title.
    """
    heading = within.heading if parties_in(said) else f"{within.heading}. {dateline_of(briefing)}"
    return [
        max(
            level_of(part, said, heading, f"{title}. {beside}", within.text),
            float(is_of_its_law(part, said, briefing, opens)),
        )
        for part in parts
    ]


def beside_in(text: str, passage: Passage, sentence: Sentence) -> str:
    """Return the sentences right before and behind one in its paragraph, "" where it stands alone.

    >>> text = "Peru and Chile met. They agreed on rice.\\nOslo did not."
    >>> met, agreed, oslo = Sentence(0, 19), Sentence(20, 40), Sentence(41, 54)
    >>> passage = Passage("a", 1, 0, 0, 54, "", text, (met, agreed, oslo))
    >>> beside_in(text, passage, agreed), beside_in(text, passage, oslo)
    ('Peru and Chile met.', '')
    """
    sentences = passage.sentences
    at = sentences.index(sentence)
    near = [*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2]]
    first, last = text.rfind("\n", 0, sentence.start), text.find("\n", sentence.end)
    of_it = [s for s in near if s.start > first and (last < 0 or s.end <= last)]
    return " ".join(text[s.start : s.end] for s in of_it)


@lru_cache(maxsize=4096)
def dateline_of(briefing: str) -> str:
    """Return where and when a briefing says that it was written, "" where it does not.

    >>> dateline_of("OSLO, May 4 - Talks go on.")
    'OSLO, May 4 - '
    """
    lines = briefing.lstrip().split("\n", OPENING)[:OPENING]
    return next((found.group() for line in lines if (found := DATELINE.match(line))), "")


@lru_cache(maxsize=4096)
def matter_of(briefing: Briefing) -> str:
    """Return a briefing's title; where that names no matter of trade, what its first lines say with it.

    A thread of posts is titled by who writes it, a transcript by who speaks.

    >>> matter_of(Briefing("a", "/a", "a.txt", "@oslo", "Peru and Chile met.", ""))
    '@oslo. Peru and Chile met.'
    """
    title = briefing.title
    if parties_in(title) - {"US"} or goods_in(title) or instruments_in(title) or laws_in(title):
        return title
    first = next((line for line in briefing.text.split("\n") if parties_in(line) - {"US"}), "")
    at_once = 0 <= briefing.text.find(first) < AT_ONCE and len(first.split()) <= SHORT
    return f"{title}. {first}" if first and at_once else title


def is_of_its_law(part: Part, text: str, briefing: str, opens: bool) -> bool:
    """Whether a part of the subject is a law, and a sentence what a briefing on it begins with or decides.

    What is done under a law, a sentence says without naming it; so it tells a rate.
    """
    laws = laws_in(part.name) if part.concept else frozenset()
    return bool(laws) and main_law(briefing) in laws and bool(opens or decides(text) or rates_in(text))


def names_all(parts: Sequence[Part], levels: Sequence[float], text: str, behind: str = "") -> bool:
    """Whether a sentence has every word of the subject, beside the parties, and is of these.

    A word of it may stand in what is `behind`, but not all of them.
    """
    telling = [(part, level) for part, level in zip(parts, levels, strict=True) if is_telling(part)]
    words = [part for part, _ in telling if part.concept]
    of_them = all(level >= NAMED for part, level in telling if part.party)
    if not (of_them and any(holds(part, text) for part in words)):
        return False
    return all(holds(part, f"{text} {behind}") for part in words)


def concerns(parts: Sequence[Part], levels: Sequence[float], text: str, title: str) -> bool:
    """Say whether each party of the subject is named, and not in a roll call of parties."""
    asked = [(part, level) for part, level in zip(parts, levels, strict=True) if part.party and part.weight]
    if any(level < NAMED for _, level in asked):
        return False
    if all(holds(part, title) for part, _ in asked):
        return True
    said = [part for part, level in asked if level == 1.0 and not holds(part, title)]
    if any(part.party and part.party not in parties_acting(text) for part in said):
        return False
    return len(parties_in(text)) <= ROLL_CALL


def is_on_measures(wanted: Set[str], text: str) -> bool:
    """Whether a text is on a measure of trade, a law of such or trade, where the subject names a measure.

    What firms invest in the goods that a duty is on is no development of the duty.

    >>> is_on_measures({"tariff"}, "Fjord AS will invest 3 billion dollars in copper.")
    False
    >>> is_on_measures({"tariff"}, "Peru lifted its ban on copper."), is_on_measures(set(), "It met.")
    (True, True)
    """
    if not wanted & MEASURES:
        return True
    told = words_of(text)
    at_a_rate = "rate" in told and rates_in(text)
    return bool(instruments_in(text) & (MEASURES | {"truce"}) or told & _TRADED or laws_in(text) or at_a_rate)


def lists_goods(wanted: Set[str], text: str, title: str) -> bool:
    """Whether a sentence names the goods of the subject only as examples of many, under no title on them.

    >>> lists_goods({"tin"}, "It put duties on goods such as rice, steel, copper, tin and wheat.", "Duties")
    True
    """
    examples = _SUCH_AS.search(text)
    if not (wanted and examples) or wanted & goods_in(title) or rates_in(text):
        return False
    return len(goods_in(text[examples.end() :])) >= ROLL_CALL
