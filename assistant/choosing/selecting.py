"""Choose which sentences an answer is made of: the best, then whichever adds most for its words.

What has been said before counts for less, what stays with the first briefing for more; a sentence that leans
on the one before brings it along, and a clause of a short list the others.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.asking.requests import requests_in
from assistant.asking.still_asked import asks_still
from assistant.choosing.at_rate import rates_of_parties, those_at
from assistant.choosing.evidence import Evidence, neighbour, tells_of
from assistant.choosing.named_goods import without_other_goods
from assistant.choosing.of_the_parties import of_the_parties
from assistant.choosing.own_rate import sets_rate_on_all
from assistant.choosing.rate_of_goods import goods_meant, speaks_of_duty_on
from assistant.choosing.read_alone import begins_entry, is_bare, leans, names_itself, turns
from assistant.reading.goods import goods_in
from assistant.reading.rates import rates_in
from assistant.reading.telling import says_something
from assistant.reading.turns import has_turns
from vectorstore.briefing import Sentence
from vectorstore.patterns import pattern

WORDS = 118  # words of an answer; analysts read on a phone
MANY_WORDS = 132  # of one that has to hold several things: a list, before and after
ALL_AT_A_RATE = 150  # of one on who is at a rate: all others may be told in a sentence of their own
SENTENCES = 4
SHORT_ANSWER = 45  # words
FURTHER = 3  # sentences, of any briefings; what comes after them is by a briefing that is quoted already
LIST_SENTENCES = 10
ITEMS, SHORT_ITEM = 6, 16  # of a list that is shown whole; words
# In units of a sentence's score, where 1 is a factor of e (tests/evals/LOG.md).
# How far behind the best sentence others may be: any where several things are asked for; the second, and any
# while an answer is short; then those that make it long, of which 1 in 25 brings what is asked for.
OF_SEVERAL, NEAR_ENOUGH, CUT_OFF = 1.0, 0.7, 0.2
NOVELTY = 1.0  # added for covering what the sentences before did not
REPETITION = 2.0  # taken for the share of words that was said before, beyond SAID_ANYWAY
SAID_ANYWAY = 0.3
ANOTHER_FIGURE = 0.5  # of a repetition, where figures are asked for and another one is told
NEXT, SAME_BRIEFING = 1.1, 0.5  # added for the first sentence's briefing: in the second one, in later ones
SAME_DAY = 0.3  # added for its day
UNTOLD = 1.5  # added for telling what is asked for as well: "what is the duty and when does it start"
# Words of a sentence, what is taken for as many more, and at most: the one that answers can be a long one.
LONG, LONG_COSTS, AT_MOST = 35, 0.5, 0.5

_FIGURES = frozenset(("rate", "amount", "count", "date", "span"))
_MANY = ("list", "change")  # a comparison has its sides answered apart

# Asked for a reason, one that draws a conclusion is told with what it draws it from.
_CONCLUDES = pattern(
    r"\b(?:therefore|accordingly|consequently|hence|for (?:this|these|that|those) reasons?"
    r"|(?:that|those|such) (?:threats?|emergenc(?:y|ies)|findings?|problems?|concerns?|failures?|practices?"
    r"|conduct|grounds))\b",
    re.I,
)
_LABEL = pattern(r"^(?:\([a-z\d]{1,4}\) )?[^:;]{3,90}: (?=\S)")
_ENDS = pattern(r"[.!?][\"'”’)]*$")
_GOES_ON = pattern(r"[;,](?: (?:and|or))?$")


class Choice:
    """The sentences chosen so far, and what they have said.

    `evidence` is scored, best first; `taken` are already in the answer, and count in its length.
    """

    def __init__(
        self,
        question: Question,
        evidence: Sequence[Evidence],
        parts: Sequence[Weighed],
        taken: Sequence[Evidence] = (),
    ) -> None:
        self._lists = question.kind == "list"
        self._limit = (LIST_SENTENCES if self._lists else SENTENCES) - len(taken)
        self._words = (MANY_WORDS if question.kind in _MANY else WORDS) - answer_length(taken)
        if rates_of_parties(question):
            self._words = ALL_AT_A_RATE - answer_length(taken)
        self._open = question.kind in _MANY  # of as many briefings as it takes
        self._repetition = 0.0 if self._lists else REPETITION  # items of a list are alike
        self._why = question.kind == "why"
        self._latest = question.latest
        self._counts = not _FIGURES.isdisjoint(question.details)
        self._untold = set(requests_in(question.asked))
        self._parts = parts
        told = {e.quote for e in taken}
        of_it = of_what_is_asked(question, evidence)
        self._of_another_rate = {_place(e) for e in evidence} - {_place(e) for e in of_it}
        self._rest = [e for e in of_it if not is_bare(e)] or [*of_it]
        self._rest = [e for e in self._rest if e.quote not in told]
        self._chosen: list[Evidence] = []
        self._said: set[str] = set()
        self._reached = [0.0] * len(parts)

    def made(self) -> list[Evidence]:
        """Take the best sentence, then whichever adds most, until the answer is long enough."""
        best = max(map(worth, self._rest), default=0.0)
        while self._rest and len(self._chosen) < self._limit:
            if len(self._chosen) >= FURTHER and not self._open:
                quoted = {e.hit.facts.id for e in self._chosen}
                self._rest = [e for e in self._rest if e.hit.facts.id in quoted]
            if self._lists and len(self._chosen) == 1:  # of other briefings what is likely to answer
                first = self._chosen[0].hit.facts.id
                self._rest = [e for e in self._rest if e.marks.answers >= 0 or e.hit.facts.id == first]
            if not self._rest:
                break
            following = max(self._rest, key=lambda e: (self._gain(e), -e.sentence.start))
            if self._chosen and self._gain(following) < best - self._cut_off():
                break
            self._rest.remove(following)
            group = self._with_neighbour(following)
            if any(following.quote == e.quote for e in self._chosen):
                continue  # sister orders have their sentences in common
            if group and not (self._chosen and answer_length([*self._chosen, *group]) > self._words):
                self._take(group)
        return self._chosen

    def _cut_off(self) -> float:
        if self._open or self._untold:
            return OF_SEVERAL
        short = len(self._chosen) == 1 or answer_length(self._chosen) < SHORT_ANSWER
        return NEAR_ENOUGH if short else CUT_OFF

    def _gain(self, e: Evidence) -> float:
        if not self._chosen:
            return worth(e)
        first, total = self._chosen[0].hit.facts, sum(part.weight for part in self._parts) or 1.0
        new = sum(
            p.weight * max(0.0, r.around - before)
            for p, r, before in zip(self._parts, e.reached, self._reached, strict=True)
        )
        tokens = said_words(e.quote)
        repeated = len(tokens & self._said) / max(1, len(tokens))
        if self._counts and any(token[0].isdigit() for token in tokens - self._said):
            repeated *= ANOTHER_FIGURE
        return (
            worth(e)
            + NOVELTY * new / total
            - self._repetition * max(0.0, repeated - SAID_ANYWAY)
            + UNTOLD * any(tells_of(request, e) for request in self._untold)
            + (NEXT if len(self._chosen) == 1 else SAME_BRIEFING) * (e.hit.facts.id == first.id)
            + SAME_DAY * (e.hit.facts.published == first.published)
        )

    def _with_neighbour(self, e: Evidence) -> list[Evidence]:
        """Put before a sentence the one that it leans on; nothing when that may not be quoted."""
        if e.quote.endswith(":"):
            return []  # it says nothing without what it leads in
        concludes = self._why and _CONCLUDES.search(e.quote)
        if not leans(e) and not concludes:
            return self._with_items(e)
        before = neighbour(e, [*self._chosen, *self._rest])
        if concludes and before is None:
            return [*filter(None, [_unjudged_before(e)]), e]
        if before is None and (names_itself(e) or begins_entry(e)):
            return [e]
        before = before or _unjudged_before(e)
        if before is None:
            return []
        if before in self._chosen:
            return [e]
        return [e, before] if self._latest and turns(e) else [before, e]

    def _with_items(self, e: Evidence) -> list[Evidence]:
        """Put a clause of a sentence that is set as a list among the others, where they are few and short.

        Where a list is asked for, it is told as a whole as long as the answer holds it.
        """
        passage = e.hit.passage
        items = _items(e.sentence, passage.sentences)
        if len(items) < 2:
            return [e]
        known = {(i.hit.passage.id, i.sentence): i for i in (e, *self._rest)}
        others = [known.get((passage.id, item)) or _clause(e, item) for item in items]
        if not all(_GOES_ON.search(other.quote) for other in others[:-1]):
            return [e]  # items that are sentences of their own
        fresh = [o for o in others if o not in self._chosen and _place(o) not in self._of_another_rate]
        if self._lists:
            fits = len(items) <= LIST_SENTENCES and answer_length([*self._chosen, *fresh]) <= self._words
        else:
            short = all(len(other.quote.split()) <= SHORT_ITEM for other in others)
            fits = bool(e.sentence.lead) and len(items) <= ITEMS and short
        return fresh if fits else [e]

    def _take(self, group: Sequence[Evidence]) -> None:
        for e in group:
            self._chosen.append(e)
            self._untold = {request for request in self._untold if not tells_of(request, e)}
            self._said |= said_words(e.quote)
            self._reached = [max(r, of.around) for r, of in zip(self._reached, e.reached, strict=True)]
            self._rest = [other for other in self._rest if other is not e and not _leads_in(other, e)]
            self._chosen = [other for other in self._chosen if not _leads_in(other, e)]


def of_what_is_asked(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Leave out what is on other goods, parties or rates than those asked about, where some is on these."""
    return _of_the_rate(question, without_other_goods(question, of_the_parties(question, evidence)))


def _of_the_rate(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Leave out rows with another rate than the one whose list is asked for: "who is on the 10 percent".

    And where the rate on goods is asked for and told, newer ones on some of them alone, and on what is not
    named: "10 percent on those". Where it is asked whether it still holds, what is newer and speaks of no
    duty on the goods, too: newest first, it would lead.
    """
    goods = goods_meant(question)
    if goods and evidence and sets_rate_on_all(goods, evidence[0]):
        beside = [e for e in evidence[1:] if _is_beside(goods, e, evidence[0])]
        if asks_still(question):
            beside = [e for e in beside if e.dated <= evidence[0].dated or speaks_of_duty_on(goods, e.said)]
        return [evidence[0], *beside]
    asked = frozenset(rates_in(question.asked)) if question.kind == "list" else frozenset()
    evidence = those_at(question, evidence)
    rows = [e for e in evidence if _is_row(e)]
    if not asked or not any(asked.intersection(_rates_of(e)) for e in rows):
        return evidence
    others = {id(e) for e in rows if asked.isdisjoint(_rates_of(e))}
    return [e for e in evidence if id(e) not in others]


def _rates_of(e: Evidence) -> tuple[float, ...]:
    """Return the rates of a row, not those that only its label has: "8 or 9 pct: tin of Peru, 8 pct"."""
    label = _LABEL.match(e.quote)
    behind = tuple(rates_in(e.quote[label.end() :])) if label else ()
    return behind or tuple(rates_in(e.quote))


def _is_row(e: Evidence) -> bool:
    label = _LABEL.match(e.quote)
    return bool(rates_in(e.quote)) and bool(e.sentence.lead or (label and rates_in(label[0])))


def _is_beside(goods: str, e: Evidence, rate: Evidence) -> bool:
    """Whether a sentence may be told beside the rate on goods."""
    if not rates_in(e.said) or sets_rate_on_all(goods, e):
        return True
    return bool(goods_in(e.said)) and (e.day or date.min) <= (rate.day or date.min)


def _items(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the clauses of the list that a sentence is one of; the first has the lead-in in it."""
    lead = sentence.lead or next((s.lead for s in sentences if s.lead and s.lead[0] == sentence.start), None)
    if lead is None:
        return []
    holds_lead = [s for s in sentences if s.start == lead[0] and s.end > lead[1]]
    return [*holds_lead, *(s for s in sentences if s.lead == lead)]


def _leads_in(other: Evidence, e: Evidence) -> bool:
    """Whether a sentence is the lead-in of another, or in it, which is shown with it."""
    lead = e.sentence.lead
    within = lead and lead[0] <= other.sentence.start and other.sentence.end <= lead[1]
    return bool(within) and other.hit.facts.id == e.hit.facts.id


def _place(e: Evidence) -> tuple[str, int]:
    return e.hit.facts.id, e.sentence.start


def _clause(e: Evidence, item: Sentence) -> Evidence:
    """Return another clause of the list that a sentence is of."""
    start = e.hit.passage.start
    return replace(e, sentence=item, quote=e.hit.passage.text[item.start - start : item.end - start])


def _unjudged_before(e: Evidence) -> Evidence | None:
    """Return the sentence before one in its passage, not judged, where an answer can open with it.

    In a transcript it may be somebody else's.
    """
    passage = e.hit.passage
    at = passage.sentences.index(e.sentence)
    if not at or passage.sentences[at - 1].kind != e.sentence.kind or e.turn or has_turns(passage.text):
        return None
    before = _clause(e, passage.sentences[at - 1])
    opens = says_something(before.quote) and _ENDS.search(before.quote) and not before.sentence.lead
    return before if opens and before.words <= LONG and not leans(before) else None


def worth(e: Evidence) -> float:
    """Return a sentence's score, less what its length costs the reader."""
    return e.score - min(AT_MOST, LONG_COSTS * max(0, e.words - LONG) / LONG)


def answer_length(evidence: Sequence[Evidence]) -> int:
    """Count the words of an answer; a lead-in that several items share is shown once."""
    leads = {(e.hit.facts.id, e.sentence.lead): len(e.lead.split()) for e in evidence}
    return sum(len(e.shown.split()) for e in evidence) + sum(leads.values())


def said_words(text: str) -> set[str]:
    """Return the words of a text that say something: figures, and what is longer than three letters."""
    return {word for word in re.findall(r"[\w.%]+", text.lower()) if len(word) > 3 or word[0].isdigit()}
