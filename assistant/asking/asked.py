"""Tell which questions the newest briefings answer: they name a subject and ask nothing particular of it."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

from assistant.asking.answer_type import Detail
from assistant.asking.concepts import Concept
from assistant.asking.pledges import PLEDGES
from assistant.asking.question import Question, is_past
from assistant.reading.counted import asks_statistic
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

MOST_PARTIES = 2  # beside the United States; a question that names more asks for a list or a table
MOST_SIDES = 3  # that are compared
MOST_WORDS = 2  # of a subject; with more of them a question asks for something particular
SLIP = 0.85  # likeness, by difflib, of a word and a slip of it: "relatoins"

# What says that parties deal with each other, or what is wanted, and nothing of what about.
_DEALING = (
    "talks", "negotiations", "negotiating", "negotiators", "discussions", "consultations", "dialogue",
    "relations", "relationship", "ties", "dispute", "row", "quarrel", "conflict", "war", "friction",
    "tension", "spat", "standoff", "clash", "problem", "situation", "state", "trade", "economic",
    "commercial", "bilateral", "round", "free", "deal", "agreement", "pact", "accord", "framework", "treaty",
    "protocol",
    "arrangement", "signed", "inked", "concluded", "completed", "finished", "draft", "finalised", "finalized",
    "sealed", "progress", "force", "along",
    "change", "case", "issue", "matter", "front", "rule", "policy", "regime", "timeline", "developments",
    "summary", "summarise",
    "summarize", "stage", "phase", "overview", "recap", "rundown", "outline", "brief", "explain", "compare",
)  # fmt: skip
MEASURES = ("tariffs", "duty", "levy", "surcharge", "surtax", "quota", "embargo", "ban", "truce")
# Behind a duty on them these say no more than that a party's goods are charged.
_ITS_GOODS = ("goods", "products", "imports", "exports", "merchandise", "shipments")
# Whether a measure still holds may be told by a sentence that leans on the one before: "It also covers ...".
HOLDS = (
    "place", "effect", "valid", "alive", "apply", "remain", "exist", "hold", "suspended", "lifted", "ended",
    "take effect", "taken", "took", "come into force", "came", "go", "gone", "went", "enter",
)  # fmt: skip
_OF_A_PACT = frozenset(
    analyse(
        "agreement accord pact treaty deal framework partnership free trade investment reciprocal economic "
        "comprehensive strategic preferential bilateral"
    )
) | {"on", "and", "of"}
DUTY = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|import tax(?:es)?|rates?"
    r"|pay(?:s|ing)?|charged|taxed)\b",
    re.I,
)
KINDS = ("status", "yes-no", "fact", "change")
# What is compared: not "the row between Chile and Peru".
_SIDES = pattern(r"\b(?:compar\w+|deals|agreements|accords|pacts|terms)\b|\bdeal$", re.I)
_NEW = pattern(r"\b(?:new|news|happen\w*|updates?|latest|developments?|headlines?|since)\b", re.I)
_NEWEST = pattern(r"\b(?:new|latest)\b", re.I)
_HAPPENED = pattern(
    r"\bwhat(?:'s|s| is| was| has| have| had)?(?: been)? (?:happen\w*|chang\w*|new|going on|went on)\b"
    r"|\b(?:news|updates?|developments?|changes)\b",
    re.I,
)
_IS = pattern(r"\b(?:what(?:'s|s| is| are)|how (?:big|large|high|low|much|many) (?:is|are))\b", re.I)
_NO_CLAUSE = pattern(
    r"\W*(?:(?!wh|how\b|is\b|are\b|do\b|does\b|did\b|has\b|any\b)[\w.'’-]+ ?){2,6}\W*$", re.I
)
# Nor does what says of when: "what is new this month".
_WHAT = (
    "headlines", "developments", "briefings", "updates", "articles", "trade", "tariffs", "morning", "month",
    "quarter", "season",
)  # fmt: skip


def asks_latest(question: Question) -> bool:
    """Whether a question names a subject and asks nothing particular of it.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "latest on Canada", "what does Canada say of beef"
    >>> [asks_latest(understand(question, date(1987, 4, 1))) for question in asked]
    [True, False]
    """
    if question.periods or question.since or question.charges or asks_statistic(question.asked):
        return False
    carried = f"{question.text} (" in question.standalone  # whose tense says nothing of this question's
    past = is_past(question.text) if carried else question.past
    if (particular(question) or (past and not asks_pledge(question))) and not leans(question):
        return False
    named = len(others_than_us(question))
    words = words_beside_dealing(question)
    if leans(question):  # "when was that", after the status of talks
        return 1 <= named <= MOST_PARTIES and not words
    if question.kind in ("compare", "number"):  # "Tokyo vs Washington on trade", "how far along is the deal"
        return 1 <= named <= MOST_PARTIES and bool(question.concepts) and not words
    of_pledges = asks_pledge(question) and not words  # "what concessions did Chile make" asks for no list
    if not (question.kind in KINDS or of_pledges) or named > MOST_PARTIES:
        return False
    goods = [concept for concept in words if not is_one_of(concept, _measures(question))]
    if not goods and named:
        return True
    if any(is_one_of(concept, HOLDS) for concept in goods):
        return False
    return question.latest and bool(goods) and len(words) <= MOST_WORDS


def words_beside_dealing(question: Question) -> list[Concept]:
    """Return the subject words that say more than that parties deal with each other, or promise something."""
    return [concept for concept in question.concepts if not is_one_of(concept, _DEALING + PLEDGES)]


def particular(question: Question) -> tuple[Detail, ...]:
    """Return the types of answer that are asked for; "the Union's commitments" alone asks for no list."""
    only_pledges = asks_pledge(question) and not words_beside_dealing(question)
    return () if only_pledges and question.details == ("list",) else question.details


def asks_happened(question: Question) -> bool:
    """Whether a question asks what happened in a period or since a day, and nothing particular beside.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what changed for wheat in May 1986", "did wheat exports change in May 1986"
    >>> [asks_happened(understand(question, date(1987, 4, 1))) for question in asked]
    [True, False]
    """
    if len(question.periods) + bool(question.since) != 1:
        return False
    if question.details or asks_statistic(question.asked):
        return False
    if not _HAPPENED.search(question.asked) or question.kind not in KINDS:
        return False
    named = others_than_us(question)
    words = [c for c in subject_words(question) if not is_one_of(c, MEASURES)]
    return len(named) <= MOST_PARTIES and len(named) + len(words) >= 1 and len(words) <= MOST_WORDS


def asks_news(question: Question) -> bool:
    """Whether a question asks what is new, rather than what is so."""
    return bool(_HAPPENED.search(question.asked) or _NEWEST.search(question.asked))


def asks_pledge(question: Question) -> bool:
    """Whether a question asks what was agreed or promised: what was so last still is."""
    return any(is_one_of(concept, PLEDGES) for concept in question.concepts)


def asks_sides(question: Question) -> bool:
    """Whether a question compares the dealings with several parties: "the EU and Japan deals compared"."""
    parties = others_than_us(question)
    words = [concept for concept in question.concepts if not is_one_of(concept, _DEALING)]
    compared = question.kind == "compare" and _SIDES.search(question.text) and not question.periods
    return bool(compared) and 2 <= len(parties) <= MOST_SIDES and not words


def asks_present_figure(question: Question) -> bool:
    """Whether a question asks how large something that is counted by the month is: the newest count.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what is Chile's trade surplus", "what was Chile's trade surplus in May 1986"
    >>> [asks_present_figure(understand(question, date(1987, 4, 1))) for question in asked]
    [True, False]
    >>> asked = "chile trade surplus", "chile trade surplus, who forecast it"
    >>> [asks_present_figure(understand(question, date(1987, 4, 1))) for question in asked]
    [True, False]
    """
    if question.periods or question.since or question.past:
        return False
    if DUTY.search(question.asked):
        return False
    if _NO_CLAUSE.match(question.asked) and {"amount"}.issuperset(question.details):
        return asks_statistic(question.asked)
    found = _IS.search(question.asked)
    return bool(found and asks_statistic(question.asked[found.end() :]))


def leans(question: Question) -> bool:
    """Whether a follow-up has no subject word of its own, but asks something of what was just answered."""
    return question.text != question.standalone and all(concept.context for concept in question.concepts)


def is_one_of(concept: Concept, words: Sequence[str]) -> bool:
    """Whether a concept is made of such words, or is a slip of one."""
    words = tuple(words)
    return _stems(words).issuperset(concept.terms) or _is_slip(concept.typed.lower(), words)


@lru_cache(maxsize=32)  # lists of this program
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(analyse(" ".join(words)))


@lru_cache(maxsize=4096)
def _is_slip(typed: str, words: tuple[str, ...]) -> bool:
    return bool(get_close_matches(typed, words, 1, SLIP))


def asks_newest(question: Question) -> bool:
    """Whether a question asks what is new, or what happened in a period, of nothing in particular.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what's new this month?", "what happened in May 1986", "any news on wheat?", "what is it?"
    >>> [asks_newest(understand(question, date(1987, 4, 1))) for question in asked]
    [True, True, False, False]
    """
    dated = len(question.periods) + bool(question.since)
    if question.parties or dated > 1 or question.details or question.text != question.standalone:
        return False
    asked = _HAPPENED if dated else _NEW
    return bool(asked.search(question.text)) and all(is_one_of(c, _WHAT) for c in question.concepts)


def subject_words(question: Question) -> list[Concept]:
    """Return the concepts that narrow the subject: with a party named, measures and kinds of pact do not.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> [c.typed for c in subject_words(understand("status of the Chile FTA on rice", date(1987, 4, 1)))]
    ['rice']
    """
    plain = _DEALING + PLEDGES + _measures(question) * bool(question.parties)
    return [
        concept
        for concept in question.concepts
        if not is_one_of(concept, plain) and not (question.parties and _is_kind_of_pact(concept))
    ]


def _measures(question: Question) -> tuple[str, ...]:
    """Return the words for measures, and for the goods that a duty is on, whatever they are."""
    return MEASURES + _ITS_GOODS * bool(question.faces and DUTY.search(question.asked))


def _is_kind_of_pact(concept: Concept) -> bool:
    """Whether a short name stands for any pact of its kind: FTA, a free trade agreement."""
    return bool(concept.others) and all(_OF_A_PACT.issuperset(form) for form in concept.others)


def others_than_us(question: Question) -> list[str]:
    """Return the parties asked about but the United States."""
    return [party for party in question.parties if party != "US"]
