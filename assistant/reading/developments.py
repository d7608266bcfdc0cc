"""Score how well a sentence tells, on its own, what happened: shared by the timeline and the news.

A development is told by a status verb (agreed, signed, imposed, suspended ...) in a sentence that can
stand alone. What it is about, and how much of that must be covered, is for the callers to say.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assistant.reading.clock import clock_of
from assistant.reading.event_day import NEAR_DAYS
from assistant.reading.periods import periods_in
from assistant.reading.recounting import recites
from assistant.reading.statuses import Status, hedged, statuses_in
from assistant.reading.telling import is_asked, is_reference, only_frames
from ingest.text.auxiliaries import FINITE
from vectorstore.briefing import Passage, Sentence
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

# Opens with what was said before: the reader of a single sentence would ask who, or which.
_DANGLING = pattern(
    r"[\"'“‘(]*(?:He|She|They|It|This|These|Those|That|Such|His|Her|Their|Its|But|And|Or|So|Nor|Yet|"
    r"In response|In turn|As a result|Instead|Then|There|Here|Likewise|Both|Each|Neither|One|Another|"
    r"Others?|Some|"
    r"Many|Because|Simultaneously|"
    r"Also(?!,)|In that|In this|On that|At that|Under (?:it|that|these|this|those)|For (?:example|instance)|"
    r"To (?:\w+ )?(?:that|this|these|those)|In fact|"
    r"The (?:two|pair|latter|former|other|same|rest|following|above)\b|"
    r"The (?:first|second|third) (?:order|one|letter))\b"
)
_LEANING = pattern(  # a reader can tell from the title which one is meant, but has to
    r"[\"'“‘(]*(?:The (?:order|proclamation|memorandum|rates?|agreement|deal|framework|duties|duty|tariffs?|"
    r"move|agency|ministry|department|"
    r"steps?|measures?|actions?|goal|sides|parties|executive order|investigation|fact sheet|letters?))\b"
    r"(?! (?:between|with|on|of|to|against|that|under) )",
    re.I,
)
_REFERS = pattern(
    r"\b(?:aforementioned|aforesaid|above-?mentioned|foregoing|said (?:act|agreement|order|duties))\b", re.I
)
# What somebody did before, and what he does: an order tells of both in the first person.
_DID = pattern(
    r"\bI (?:also |further |then |therefore |previously |subsequently |later )*(?:found|determined|imposed"
    r"|stated|declared|proclaimed|directed|concurred|decided|ordered|signed|invoked|adjusted|modified|suspended|took"
    r"|provided|reduced|increased|raised|lowered|amended|established|issued|extended|terminated)\b"
)
_DO = pattern(
    r"\bI (?:also |further |now |therefore |hereby |have |am )*(?:determine|impose|find|declare|proclaim"
    r"|direct|decide|order|conclude|suspend|modify|adjust|decided|determined)\b|\bhereby\b"
)
# How things stand or stood, rather than what happened.
_BACKGROUND = pattern(
    r"(?:In recent (?:years|months)|Since (?:19|20)\d\d|In (?:19|20)\d\d|Between (?:19|20)\d\d|"
    r"In (?:his|the) first term|For (?:years|decades|too long)|Historically|Until the)\b"
    r"|.{0,80}\btransmitted to (?:me|the president)\b"
    r"|.{0,80}\b(?:imports?|exports?|deficits?|prices|output|production|economy|inflation|flow)\b[^;]{0,80}"
    r"\b(?:rose|risen|increased?|surged?|fell|fallen|grew|grown|declined|created)\b",
    re.I,
)
# What a law lets somebody do, which holds whatever was done.
_STATUTE = pattern(
    r"(?:\(\w+\)\s*|\d+\.\s+)?"
    r"(?:(?:Sub)?[Ss]ections? \d|Articles? [\dIVXL]+\b|Title \d|The [A-Z][\w’' -]*\bAct\b)"
    r"[^;]{0,160}?\b(?:authori[sz]es?|empowers?|permits?|entitles?|enables?|allows?|requires?|provides?)\b"
)
_ANNEX = pattern(
    r"\b(?:sub)?headings? \d|\bHarmonized Tariff Schedule\b|\bHTSUS\b|\bCFR\b|\bsub(?:division|section) \(",
    re.I,
)
# The quote starts after these: they only tie a sentence to the one before.
_TIE = pattern(
    r"(?:Meanwhile|However|Moreover|Furthermore|In addition|Additionally|Also|Still|Likewise|Similarly|"
    r"Nevertheless|Nonetheless|Accordingly|Indeed|Separately|Finally|Notably|Critically|Therefore|Thus|"
    r"Specifically|Independently|In the meantime|In particular|Importantly|First|Second|Third), +(?=\w)"
    r"|\((?:[a-z]{1,4}|\d{1,2})\) +(?=[A-Z])"  # the number of a paragraph
    r"|\d{1,2}/(?:\d{1,2})? +(?=[A-Z\d])"  # of a post in a thread
)
_BOILERPLATE = pattern(
    r"\s*(?:for immediate release|by the authority vested|in witness whereof|click here|"
    r"you (?:are receiving|received) this\b|read more|watch\b|remarks by|press (?:release|briefing|gaggle)|"
    r"contact:|(?:subjects?|sub|re):|(?:why|how) (?:the|an?) [^?,;:]*\.$|embargoed|-+\s*end|###|"
    r"(?:it|this order) is hereby ordered|general provisions|source:|the white house\b.{0,30}$|published:|"
    r"(?:this|the) order (?:shall be implemented|is not intended)|to the (?:extent|congress)|"
    r"pursuant to|no drawback|(?:proclamation|executive order) \d|"
    r"consistent with (?:applicable )?law|section \d+\.?$|sec\. ?\d+"
    r"|(?:members present|witness(?:es)?):"
    r"|ordered,? (?:by [\w ]{3,50}?,? )?to be (?:printed|published|laid)\b"
    r"|(?:[^:]{3,60}: )?to ask (?:the|his|her) [^?.]{3,90}?,? "
    r"(?:what|if|whether|when|how|which|why|for what)\b)",
    re.I,
)
_SPOKEN = pattern(r"\s*(?:Q\d{0,3}\s|Q:|[A-Z][A-Z .’']{3,}:)|[^.!?]*\?[\"”’]?\s*$")
_QUOTED = pattern(r"\s*(?:[^:“\"]{0,80}:\s*)?[“\"]")
# Who speaks tells what was done all the same: "we announce that Peru and Chile have agreed".
_ANNOUNCES = pattern(
    r"\b(?:announc\w+|confirm\w*|report\w*)\b[^.;:]{0,20}\bthat\b[^.;:]{0,80}\b(?:has|have)\b", re.I
)
_OWN_VOICE = pattern(r"\b(?:I|we|We|you|You|my|My|our|Our|us|me|let’s|folks)\b")
# How an order orders: in the first person, and all the same the news.
_DECIDES = pattern(
    r"\bI (?:have (?:also )?determined?|hereby|further determine|determine) .{0,100}"
    r"(?:necessary|appropriate|impose|suspend|modif|direct|proclaim)|\b(?:is|are) hereby\b"
    r"|\bdo (?:hereby )?(?:declare|proclaim|impose|suspend|direct|order|decree) (?!as follows\b|that:)"
    r"|\b(?:dut(?:y|ies)|tariffs?|surcharges?|quotas?) [^.;]{0,140}"
    r"\bshall (?:not |no longer )?(?:be|apply|take effect)\b"
    r"|\bshall be\b[^.;]{0,60}\bsubject to an?\b[^.;]{0,60}\b(?:dut(?:y|ies)|tariff|levy|surcharge|rate)\b"
)
_OPERATIVE = pattern(
    r"\bI (?:have (?:also )?determined?|hereby|further determine|determine|find)\b|\b(?:is|are|do) hereby\b|"
    r"\b(?:shall|will)\b[^.;]{0,60}\b(?:be subject to|subject to an?|apply to|no longer apply)\b"
)
# "The minister is to announce a duty": what is said then to be done may be done by the next story of the day.
_IS_TO = pattern(
    r"\b(?:is|are) (?:today |later |now |due |set |scheduled |about |expected |likely )*to (?!be\b)[a-z]+",
    re.I,
)
# "He said that the duty would be 9 percent on May 1": what is told of in the past was to come for certain.
_SAID_WOULD = pattern(
    r"\b(?:said|stated|announced|confirmed|informed|reported|decided)\b(?!.*\b(?:if|unless|whether|could|might)\b)"
    r".*?\bwould (?=be \w+ed\b|(?:rise|fall|apply|enter|start|begin|end|lapse|expire)\b).*\b\d",
    re.I | re.S,
)
_WANTED = pattern(r"\b(?:important|essential|imperative|vital|crucial)\b[^.;]{0,60}\bto [a-z]", re.I)
_FINITE = pattern(
    rf"\b(?:{FINITE}|be|"
    r"\w+ed|\w+(?:es|s)|put|set|met|cut|took|held|began|rose|fell|went|made|gave|said|spoke|withdrew|sent|bought|sold|"
    r"won|lost|left|grew|broke|struck|came|became|kept|sought|told|paid|led|saw|quit|froze|hit|shut|ran)\b"
)
_NOTE = pattern(r"(?<=[.!”\"])\s*(?:\[\d{1,3}\])+$")  # the mark of a footnote
SHORTEST, LONGEST = 6, 80  # words; below it says nothing, above it nobody reads it to the end
LONG = 35  # words; each more costs
HEDGED = 0.45  # of what a status verb counts where it may come, or is wished for
ANNOUNCEMENT = 0.75  # of what a status verb counts: "announced" and promises are less than what was done


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that may be shown: characters [start, end) of its briefing, and what it tells."""

    briefing_id: str
    sentence: Sentence
    start: int
    end: int
    text: str
    heading: str
    number: int  # of the sentence in its briefing, or in what was read of it
    statuses: tuple[Status, ...]
    quality: float  # 0 to 1: tells something done, and stands alone


def tellings(
    passages: Sequence[Passage], text: str, most: int | None = None, strict: bool = True
) -> list[Telling]:
    """Return the sentences of these passages of one briefing that could be shown alone, in order.

    `text` is the briefing's; only its first `most` sentences are read. Where a briefing has no such
    sentence, a transcript say, `strict` unset returns whatever is a whole sentence.
    """
    found: list[Telling] = []
    number = 0
    for passage in passages:
        for sentence in passage.sentences:
            if most is not None and number >= most:
                return found
            number += 1
            if sentence.lead and sentence.kind == "prose":
                continue  # a clause of a long sentence: not one by itself
            start = sentence.start
            if is_asked(text, start):
                continue
            tie = _TIE.match(text, start, sentence.end)
            if tie and not text[tie.end()].islower():
                start = tie.end()
            end = start + len(_NOTE.sub("", text[start : sentence.end]))
            shown = text[start:end]
            of_title = shown.startswith("The ") and _begins_entry(passage, sentence)
            if not (stands_alone if strict and not of_title else is_whole)(shown, sentence.kind):
                continue
            found.append(
                Telling(
                    passage.briefing_id,
                    sentence,
                    start,
                    end,
                    shown,
                    passage.heading,
                    number - 1,
                    statuses_in(shown),
                    quality_of(shown),
                )
            )
    return found


def _begins_entry(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence begins an entry of a live report: "the two governments" are those of its title."""
    return sentence == passage.sentences[0] and clock_of(passage.heading) is not None


def stands_alone(text: str, kind: str = "prose") -> bool:
    """Say whether a sentence can be understood by itself.

    >>> stands_alone("Japan signed the accord on May 2."), stands_alone("It was signed by Japan on May 2.")
    (True, False)
    """
    return (
        is_whole(text, kind)
        and text[0] not in "“\"'‘"
        and not (_DANGLING.match(text) or _SPOKEN.match(text) or _REFERS.search(text))
        and bool(_FINITE.search(text))
    )


def is_whole(text: str, kind: str = "prose") -> bool:
    """Say whether a text is a sentence from its first letter to its full stop, and no boilerplate."""
    return (
        kind != "row"
        and SHORTEST <= len(text.split()) <= LONGEST
        and (text[0].isupper() or text[0].isdigit() or text[0] in '$€£¥“"')
        and text.rstrip('"”’)').endswith((".", "!"))
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and not (_BOILERPLATE.match(text) or is_reference(text) or only_frames(text))
    )


def decides(text: str) -> bool:
    """Say whether a sentence of an order is the one that orders: "I determine that it is necessary ..."."""
    return bool(_DECIDES.search(text))


def quality_of(text: str) -> float:
    """Rate from 0 to 1 how much a sentence, whatever its subject, tells of something done."""
    statuses = statuses_in(text)
    operative = bool(_OPERATIVE.search(text)) and not hedged(text[:20])
    done = 1.0 if operative else 0.0
    if statuses and not operative:
        done = ANNOUNCEMENT if set(statuses) <= {"announced", "committed", "opened"} else 1.0
        sure = _SAID_WOULD.search(text)
        done *= HEDGED if (hedged(text) and not sure) or _IS_TO.search(text) or _WANTED.search(text) else 1.0
    done *= not _STATUTE.match(text)
    loss = 0.15 * bool(_LEANING.match(text)) + 0.3 * bool(_QUOTED.match(text))
    loss += 0.3 * is_background(text) + 0.3 * bool(_ANNEX.search(text))
    own = _OWN_VOICE.search(text) and not _ANNOUNCES.search(text)
    loss += 0.35 * bool(own) * (not operative)
    loss += 0.008 * max(0, len(text.split()) - LONG) + 0.1 * text.endswith("!")
    return max(0.0, min(1.0, 0.75 * done + 0.15 * bool(re.search(r"\d", text)) + 0.1 - loss))


@lru_cache(maxsize=16_384)
def words_of(text: str) -> frozenset[str]:
    """Return the analysed words of a text."""
    return frozenset(analyse(text))


def covered(words: frozenset[str], text: str, rarity: Mapping[str, float]) -> float:
    """Return the share, by rarity, of `words` that `text` holds; 0 when no word counts."""
    total = sum(rarity.get(word, 0.0) for word in words)
    if not total:
        return 0.0
    there = words_of(text)
    return sum(rarity.get(word, 0.0) for word in words if word in there) / total


A_MONTH = timedelta(30)


def looks_back(text: str) -> bool:
    """Whether somebody tells what he did before: "In Order 12 I found that ...", the grounds of an order.

    >>> looks_back("I further stated that the duty would rise."), looks_back("I impose a duty, as I stated.")
    (True, False)
    """
    return bool(_DID.search(text) and not _DO.search(text))


def is_background(text: str) -> bool:
    """Whether a sentence tells how things stood, what was done before or what a law lets somebody do.

    >>> is_background("In May a panel transmitted to me its findings."), is_background("Peru cut a duty.")
    (True, False)
    """
    return bool(_BACKGROUND.match(text) or _STATUTE.match(text) or looks_back(text) or recites(text))


def stale(text: str, published: date | None) -> bool:
    """Say whether the only days and months that a sentence names lie long before its briefing: background.

    >>> stale("The duty was imposed last April.", date(1987, 10, 20))
    True
    """
    named = [p for p in periods_in(text, published) if p.last - p.first <= A_MONTH]
    return bool(named) and published is not None and all((published - p.last).days > NEAR_DAYS for p in named)
