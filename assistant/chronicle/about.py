"""Tell which sentences are about a subject and on trade: between its parties and no others, on its goods."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.asking.subject import Part, holds, is_telling, level_of, parties_acting
from assistant.chronicle.candidate import Candidate
from assistant.chronicle.of_subject import BEHIND, MEASURES, dateline_of, is_of_its_law
from assistant.reading.developments import decides, stands_alone, words_of
from assistant.reading.goods import alike, goods_in
from assistant.reading.legal_bases import laws_in
from assistant.reading.statements import Statement, instruments_in, statement_of
from ingest.text.parties import find_parties, parties_in
from vectorstore.briefing import Briefing
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

CERTAIN = 1.0  # score of a sentence that counts though its briefing's title does not name the parties
HEADED = 0.75  # how far a word of the subject is reached: in the sentence, its heading or its title
DONE = 0.8  # quality of a sentence that tells what was done
OPENING, BEGINNING = 300, 3000  # characters of a briefing that say what it is about, beside its title

_TRADE = frozenset(
    analyse("trade tariff duty levy quota export import goods market customs purchase embargo")
)
_BUSINESS = frozenset(("investigation", "investment"))  # these are of other matters, too
FIGURE = pattern(r"\d(?:[\d.,]*)? ?(?:%|percent|per cent|pct|[bm]illion|bn|mln)|[$€£¥]", re.I)
_RATIFIES = pattern(r"\bratif(?:y|ies|ied|ication)", re.I)
# "The 10 percent rate": what a party pays, in a briefing on duties.
_AT_A_RATE = pattern(r"\d(?: ?%|[ -]per ?cent| pct) (?:\w+ )?(?:rate|ceiling)s?\b", re.I)

_PREAMBLE = pattern(
    rf"\bby (?:virtue of )?the (?:authority|powers?) (?:vested|conferred)\b[^:]{{0,{BEGINNING}}}:", re.I
)


class About:
    """The subject of a question, and what of the briefings is about it."""

    def __init__(self, question: Question, parts: Sequence[Part]) -> None:
        self._parties = frozenset(part.party for part in parts if part.party and part.weight)
        self._words = [part for part in parts if part.concept and is_telling(part)]
        self._asked = frozenset(question.parties)
        alone = len(self._asked) == 1  # with one party named, the United States may be the other
        self._between = self._asked | {"US"} if alone else self._asked
        self._measures = instruments_in(question.standalone) - {"agreement", "investigation"}

    def tells(self, c: Candidate) -> bool:
        """Whether a dated sentence is about the subject, and on trade."""
        if c.briefing.published is None or not self._on_trade(c):
            return False
        text, title = c.telling.text, c.title
        words = [word for word in self._words if not _is_near(word, c)]
        around = f"{title}. {c.beside}"
        if any(level_of(word, text, c.telling.heading, around, "") < HEADED for word in words):
            return False
        return not self._parties or self._between_them(c)

    def leads(self, c: Candidate) -> bool:
        """Whether a sentence that tells could stand first: it names the subject, or is what is decided."""
        text = c.telling.text
        if c.in_section and not stands_alone(text, c.telling.sentence.kind):
            return False
        titled = c.opens or c.in_section or decides(text) or self._is_done_of_title(c)
        around = f"{c.title}. {text}" if titled else text
        if not all(holds(word, around) or _is_near(word, c) for word in self._words):
            return False
        named = self._asked - {"US"}
        acting = parties_acting(around if c.in_section or c.opens or self._is_done_of_title(c) else text)
        acting = acting or parties_in(dateline_of(c.briefing.text))
        return not named or bool(named & acting) or decides(text)

    def _is_done_of_title(self, c: Candidate) -> bool:
        """Whether a sentence tells what was done, and of whom and what its title says alone.

        One that names other goods, or a measure that the title does not, is of what else was done.
        """
        text = c.telling.text
        named = bool(self._words) and all(holds(word, c.title) for word in self._words)
        others = goods_in(text) - goods_in(c.title)
        others = others or MEASURES & instruments_in(text) - instruments_in(c.title)
        return named and c.telling.quality >= DONE and not (others or parties_in(text))

    def is_titled(self, c: Candidate) -> bool:
        """Whether what a sentence is told under names something of the subject."""
        named = any(holds(word, c.title) for word in self._words)
        return named or bool(self._parties & parties_acting(c.title))

    def _between_them(self, c: Candidate) -> bool:
        if c.in_section:
            return True
        title, acting = parties_acting(c.title), parties_acting(c.telling.text)
        if acting - {"US"} and not acting & self._parties:
            return False
        if self._parties <= acting and _ends_duties(c):
            return True
        if title - self._between and not self._asked <= title:  # others', perhaps with a word on these
            if not self._asked <= acting:
                return False
            return self._dwells(c.briefing) or (acting <= self._between and _tells_rate(c))
        if self._parties <= title:
            return acting <= self._between or self._asked <= title | acting
        opens = self._parties <= parties_acting(_opening(c.briefing.text))
        return acting <= self._between and (opens or c.score >= CERTAIN)

    def _dwells(self, briefing: Briefing) -> bool:
        """Whether a briefing is about the parties as much as about any other."""
        named = Counter(mention.code for mention in find_parties(briefing.text[:BEGINNING]))
        most = max((count for party, count in named.items() if party not in self._between), default=0)
        return all(2 * named[party] >= most for party in self._parties)

    def _on_trade(self, c: Candidate) -> bool:
        said, told = said_by(c), c.telling.text
        if not (self._measures <= said.instruments or said.rate is not None):
            return False
        if c.in_section:
            told = f"{c.briefing.title}. {c.title}. {told}"
        elif c.opens:  # the title says of what: "Korea: 15 percent and 350 billion dollars"
            told = f"{c.title}. {told} {c.beside}"
        return "investment" in said.instruments or on_trade(told)


def _is_near(word: Part, c: Candidate) -> bool:
    """Whether a sentence need not have a word of the subject itself.

    It was done under the law that the word is, or it is what a briefing opens with that has the word right
    behind: "Norway may drop a part of its sanctions", of those on fish.
    """
    if is_of_its_law(word, c.telling.text, c.briefing.text, c.opens):
        return True
    if _is_of_other_goods(word, c.telling.text):
        return False
    return c.opens and not c.in_section and bool(holds(word, c.briefing.text[:BEHIND]))


def _is_of_other_goods(word: Part, text: str) -> bool:
    """Whether a word names goods, and a text others alone."""
    goods = goods_in(word.concept.typed) if word.concept else frozenset()
    named = goods_in(text)
    return bool(goods and named) and not any(alike(of) & named for of in goods)


def _opening(text: str) -> str:
    """Return what a text begins with; of an act what it begins with behind its preamble, too.

    >>> _opening("Act. By the authority vested in me, I order: Sec. 1. Peru met us.").count("Peru met us.")
    2
    """
    behind = _PREAMBLE.search(text)
    return text[:OPENING] + (text[behind.end() : behind.end() + OPENING] if behind else "")


def on_trade(text: str) -> bool:
    """Whether a text names a measure or law of trade, or who ratified, a word of trade, a rate, an amount."""
    told = instruments_in(text) - _BUSINESS or words_of(text) & _TRADE or laws_in(text)
    return bool(told or FIGURE.search(text) or _RATIFIES.search(text))


def _ends_duties(c: Candidate) -> bool:
    said = said_by(c)
    return said.ended and "tariff" in said.instruments


def _tells_rate(c: Candidate) -> bool:
    return said_by(c).rate is not None or bool(_AT_A_RATE.search(c.telling.text))


def said_by(c: Candidate) -> Statement:
    """Return what a sentence states of a trade measure."""
    return statement_of(c.telling.text, c.briefing.published)
