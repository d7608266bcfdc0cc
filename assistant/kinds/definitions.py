"""Answer what a term means: the sentence that defines it, or else one that spells it out.

"What is section 7", "what is the ABC": every sentence that only uses the term is as near to the question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.asking.details import NUMBER_WORD
from assistant.asking.question import Question
from assistant.asking.subject import GENERIC
from assistant.choosing.evidence import Evidence
from assistant.kinds.latest import Latest
from assistant.reading.counted import asks_statistic
from assistant.reading.initials import spells_out
from assistant.reading.telling import says_something
from assistant.reading.wording import spelled_out
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern
from vectorstore.store import Store

PASSAGES = 200  # with words of the term, the best by BM25
NAME = 80  # characters before an abbreviation in brackets, in which it is spelled out
LONGEST = 60  # words of a sentence that defines; in a longer one the term is defined in passing

_ASKED = pattern(
    r"^\W*(?:(?:and|so|ok|okay|but|please) )*"
    r"(?P<asks>what(?:['’]?s| is| are| exactly (?:is|are)| does| do)|define|explain"
    r"|(?:the )?(?:meaning|definition) of)"
    r" (?:(?P<article>an?|the) )?(?P<term>[\w.&'’/ -]{1,60}?)(?P<means> means?| stands? for)?\W*$",
    re.I,
)
_DEFINE = pattern(r"^(?:define|(?:the )?(?:meaning|definition))", re.I)
_SHORT = pattern(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z&.-]{1,8}")
_PROVISION = pattern(r"(?:section|sec\.?|s|article|title|chapter|annex) ?\d+\w*", re.I)
_NAMED = pattern(
    r".+ (?:act|law|agreement|arrangement|accord|convention|treaty|group|schedule|nomenclature"
    r"|organi[sz]ation|exemption|programme|program|initiative|principle|procedure|mechanism|clause)",
    re.I,
)
# Of something particular, or of what was spoken of before.
_NARROWED = pattern(
    r"\b(?:for|on|in|to|from|between|with|against|at|by|under|of|it|this|that|they|these|those|he|she)\b",
    re.I,
)
_ONE_WORD = pattern(r"[a-z]{5,}(?:-[a-z]+)*")

_BY_ITS_LAW = (
    r"(?:,? (?:of|under) (?:the )?[^,;.()]{3,60})?(?:,? as amended| \((?:[^()]|\([^()]*\))*\)){0,3},?"
)
_IS = r"(?:is|are|was|were) (?:an?|the|one of|any|defined|designed|intended|meant|when|where)\b"
_DOES = (
    r"(?:(?:also|generally|currently) )?(?:empowers?|authori[sz]\w+|allows?|permits?|provides?|requires?"
    r"|gives?|grants?|establish\w+|means?|refers? to|covers?|governs?|directs?|exempts?|entitles?|lets?)\b"
)
_NOUNS = r"[\w’'-]+(?: [\w’'-]+){0,9}"
_A_KIND = (
    r"\b(?:an?|the|its) (?:[\w’'-]+ ){0,5}(?:body|group|agency|law|act|programme|program|agreement|pact"
    r"|scheme|system|treaty|index|fund|council|commission|forum|alliance|cartel|association),?"
    r" (?:called |known as )?(?:the )?"
)
_LEANS = pattern(r"\b(?:this|these|those|above|therefore|accordingly|also)\b", re.I)
DEFINES, EXPLAINS, SPELLS_OUT = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Term:
    """A term whose meaning is asked for, in all its wordings."""

    name: str
    wordings: tuple[str, ...]


def term_asked(question: Question) -> Term | None:
    """Return the term whose meaning a question asks for; None where it asks for anything else.

    >>> from assistant.asking.question import understand
    >>> asked = "what is section 7?", "what's a quota", "what is the quota", "what is the duty on rice?"
    >>> [term and term.name for text in asked for term in [term_asked(understand(text, date(1987, 4, 1)))]]
    ['section 7', 'quota', None, None]
    >>> print(term_asked(understand("what is Angola's total foreign debt?", date(1987, 4, 1))))
    None
    """
    match = _ASKED.match(question.text)
    if match is None or question.text != question.standalone or question.periods:
        return None
    name = match["term"].strip()
    if (question.latest or match["asks"].lower() in ("what does", "what do")) and not match["means"]:
        return None
    other = spelled_out(name)
    a_name = bool(_SHORT.fullmatch(name) or _PROVISION.fullmatch(name) or other)
    a_name = a_name or (not question.parties and (_is_named(name) or _is_one_noun(match, name)))
    indefinite = (match["article"] or "").lower() in ("a", "an")
    for_sure = match["means"] or _DEFINE.match(match["asks"]) or indefinite
    if not (a_name or for_sure) or _NARROWED.search(name):
        return None
    return Term(name, (name, other) if other else (name,))


def _is_named(name: str) -> bool:
    """Whether a name says what kind of law, body or arrangement it is of, and more than that."""
    return bool(_NAMED.fullmatch(name)) and not GENERIC.issuperset(analyse(name))


def _is_one_noun(match: re.Match[str], name: str) -> bool:
    """Whether a noun alone is asked about, "what is dumping", and is nothing that has a figure or a state."""
    asks = match["asks"].lower()
    return bool(
        not match["article"]
        and asks.startswith("what")
        and not asks.endswith(("are", "do", "does"))
        and _ONE_WORD.fullmatch(name)
        and not asks_statistic(name)
        and analyse(name)[0] not in GENERIC
    )


def find_meaning(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the sentence that says best what a term means; None where none does."""
    term = term_asked(question)
    if term is None:
        return None
    found = list(_saying(store, question, filters, term))
    if not found:
        return None
    e = max(found, key=lambda found: found[:2])[2]
    briefings = store.versions.briefings([e.hit.facts.id], question.as_of)
    return Latest((e,), 1, (e.hit,), briefings)


def _saying(
    store: Store, question: Question, filters: Filters, term: Term
) -> Iterator[tuple[int, tuple[bool, int, date, str], Evidence]]:
    """Yield the sentences that say what a term means: how well, what decides between such, the evidence."""
    facts = store.versions.facts(question.as_of)
    ids = [id for id, _ in store.keywords.query(" ".join(term.wordings), PASSAGES, filters)]
    for passage in store.versions.passages(ids).values():
        of = facts.get(passage.briefing_id)
        if of is None or not filters.allows(of):
            continue
        for sentence in passage.sentences:
            quote = passage.text[sentence.start - passage.start : sentence.end - passage.start]
            words = len(quote.split())
            if sentence.kind == "row" or words > LONGEST or not says_something(quote):
                continue
            if level := level_of(term, quote):
                evidence = Evidence(Hit(passage, of, 0.0, 0.0, 0.0), sentence, quote, "", 1.0, ())
                alone = quote[:1].isupper() and quote[-1:] in ".!”" and not _LEANS.search(quote)
                yield level, (alone, -words, of.published or date.min, passage.id), evidence


def level_of(term: Term, text: str) -> int:
    """Say how well a sentence tells what a term means: 0 where it only uses it.

    >>> term = Term("ABC", ("ABC",))
    >>> texts = "The ABC is a council of ten.", "the Andean Barley Council (ABC)", "The ABC met."
    >>> [level_of(term, text) for text in texts]
    [3, 1, 0]
    """
    for level, form in _forms(term):
        if form.search(text):
            return level
    brackets = re.search(rf"\((?:the )?[\"“']?{re.escape(term.name)}[\"”']?\)", text)
    return SPELLS_OUT if brackets and spells_out(text[: brackets.start()][-NAME:], term.name) else 0


@lru_cache(maxsize=64)
def _forms(term: Term) -> tuple[tuple[int, re.Pattern[str]], ...]:
    words = "|".join(re.escape(wording).replace(r"\ ", r"[\s-]+") for wording in term.wordings)
    name = rf"(?<![\w-])(?:{words})(?![\w-])"
    subject = rf"(?:^|[.;:—–] )(?:The |An? )?{name}{_BY_ITS_LAW} "
    forms = [
        (DEFINES, rf"{subject}(?:{_IS}|{_DOES})"),
        (EXPLAINS, rf"{name}(?: \([^)]*\))?, (?:an? {_NOUNS}(?:[,.;]|$)|which (?:is|are|was|were|{_DOES}) )"),
        (EXPLAINS, rf"{name}{_BY_ITS_LAW} which {_DOES}"),
        (EXPLAINS, rf"\b(?:known as|called|so-called|dubbed|termed) (?:an? |the )?[\"“”']?{name}"),
        (EXPLAINS, rf"{_A_KIND}{name}"),
    ]
    if _NAMED.fullmatch(term.name):
        forms.append((EXPLAINS, rf"{name} of (?:about |some |the )?(?:\d+|{NUMBER_WORD}|ten)\b"))
    if _PROVISION.fullmatch(term.name):
        forms.append((SPELLS_OUT, rf"{name} of the (?-i:[A-Z])"))
    if len(term.wordings) > 1 and len(term.name) < len(term.wordings[1]):
        short, long = sorted(map(re.escape, term.wordings), key=len)
        forms.append((SPELLS_OUT, rf"\b{long}s?,? \((?:the )?[\"“']?{short}[\"”']?\)"))
    return tuple((level, re.compile(form, re.I)) for level, form in forms)
