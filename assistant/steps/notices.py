"""Say what a reader must know beside an answer: what it cites is old, its model, how it was read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assistant.answer import Answer, Citation, Notice
from assistant.asking.distances import periods_back
from assistant.asking.happened import only_to_come
from assistant.asking.question import Question, holds_now
from assistant.asking.stated_day import without_as_of
from assistant.asking.still_asked import IN_FORCE
from assistant.asking.typed.line import bare
from assistant.choosing.goods_of_origin import Origin, goods_called
from assistant.declining.unmet import not_told_done
from assistant.reading.days_in_words import long_date
from assistant.reading.happened_since import is_planned
from assistant.reading.periods_told import days_in
from assistant.reading.statements import instruments_in
from assistant.reading.terms import term_of
from ingest.text.dates import is_to_come
from ingest.text.letters import letters
from ingest.text.parties import find_parties, party_in_text
from vectorstore.briefing import Briefing
from vectorstore.facts import BriefingFacts
from vectorstore.patterns import pattern

TERMED = IN_FORCE | {"agreement"}  # what is set to a day
_AS_OF = pattern(r" as of \d{1,2} \w+ \d{4}$")  # of the state before the one that was told


def notices_of(citations: Sequence[Citation], briefings: Mapping[str, Briefing]) -> tuple[Notice, ...]:
    """Return one notice a briefing that needs it, then one for each thing that supersedes citations."""
    found = [notice for c in citations if (notice := _notice(briefings[c.briefing_id]))]
    superseded: dict[str, list[str]] = {}
    for c in citations:
        if c.superseded:
            superseded.setdefault(c.superseded, []).append(f"[{c.number}]")
    for reason, numbers in superseded.items():
        *others, last = numbers
        which = f"{', '.join(others)} and {last} are" if others else f"{last} is"
        found.append(Notice("superseded", f"{which} superseded: {reason}."))
    return tuple(dict.fromkeys(found))


def origin_notices(origin: Origin | None, asked: str) -> tuple[Notice, ...]:
    """Say that a rate is quoted that names no origin of the goods, where that on one party's was asked for.

    >>> origin_notices(Origin("cars", "TH", named=False), "duty on Thai autos?")[0].text
    'No rate on autos was found that names Thailand: the one quoted names no origin.'
    """
    if origin is None or origin.named:
        return ()
    goods, party = goods_called(origin, asked), party_in_text(origin.party)
    if not origin.sets:
        told = f"What is quoted is on {goods} of any origin: it does not name {party}."
        return (Notice("any-origin", told),)
    lacks = f"No rate on {goods} was found that names {party}"
    return (Notice("any-origin", f"{lacks}: the one quoted names no origin."),)


def pledge_notices(asked: str, citations: Sequence[Citation]) -> tuple[Notice, ...]:
    """Say that what is quoted was to come, or speaks of nothing like it, where asked if it was done."""
    quotes = [citation.quote for citation in citations]
    verb = only_to_come(asked, quotes)
    if verb is None:
        untold = not_told_done(asked, quotes)
        return (Notice("untold", f"Not told by what is quoted: {untold}."),) if untold else ()
    return (
        Notice(
            "pledged",
            f"What is quoted was still to come, or only possible: it does not say whether it has been done "
            f"(“{verb}”).",
        ),
    )


def undated_notices(citations: Sequence[Citation]) -> tuple[Notice, ...]:
    """Say that an act is told for the day on which it was published, as nothing sets the day asked for."""
    first = next((c for c in citations if c.published), None)
    if first is None or first.published is None:
        return ()
    day = long_date(first.published)
    return (Notice("no-day", f"Not told: from which day it holds. [{first.number}] was published on {day}."),)


def distance_notices(question: Question, newest: date | None, today: date) -> tuple[Notice, ...]:
    """Say from which day "yesterday" or "the last two weeks" were counted, where that is not today.

    It is the day of the newest briefing: who asks for the last week of what is on file means that one.

    >>> from assistant.asking.question import understand
    >>> asked = understand("what changed in the past week", date(1987, 3, 2))
    >>> [notice.text for notice in distance_notices(asked, date(1987, 3, 2), date(1987, 4, 20))]
    ['“past week” is counted from the newest briefing, of 2 March 1987.']
    """
    if newest is None or question.as_of or newest >= today:
        return ()
    counted = next(iter(periods_back(question.text, newest, ())), None)
    if counted is None:
        return ()
    words = question.text[counted.start : counted.end]
    return (Notice("distance", f"“{words}” is counted from the newest briefing, of {long_date(newest)}."),)


def term_notices(question: Question, citations: Sequence[Citation], today: date) -> tuple[Notice, ...]:
    """Say that what is quoted was set to a day, or for a time, that is over; none where newer is quoted.

    `today` is the day of which it is asked what holds; nothing is said where something else is asked.
    """
    if question.kind in ("who", "why") or not holds_now(question):
        return ()
    newest = max((c.published for c in citations if c.published), default=date.min)
    found = []
    for c in citations:
        quote = " ".join(c.quote.split())
        term = term_of(quote, c.published) if instruments_in(quote) & TERMED else None
        if term is None or not newest <= term.last < today:
            continue
        counted = f"counted from {long_date(term.counted)}, that" if term.counted else "that"
        found.append(
            Notice("run-out", f"[{c.number}] says “{term.words}”: {counted} was over by {long_date(today)}.")
        )
    return tuple(found)


def plan_notices(question: Question, citations: Sequence[Citation], today: date) -> tuple[Notice, ...]:
    """Say that what leads was planned for a day that is over, where nothing told since is quoted."""
    if question.periods or question.kind in ("who", "why") or not citations:
        return ()
    first = citations[0]
    quote, published = " ".join(first.quote.split()), first.published
    ahead = [p for p in days_in(quote, published) if published and p.last > published]
    if not ahead or not is_planned(quote):
        return ()
    day = max(ahead, key=lambda period: period.last)
    newest = max(c.published for c in citations if c.published)
    if not newest <= day.last < today:
        return ()
    words, when = quote[day.start : day.end], long_date(today)
    return (
        Notice(
            "plan-over",
            f"[{first.number}] tells a plan (“{words}”): that was over by {when}, and nothing quoted says "
            "what came of it.",
        ),
    )


def correction_notices(citations: Sequence[Citation], read: Iterable[BriefingFacts]) -> tuple[Notice, ...]:
    """Say which cited briefings another one corrects: its title says so, and is theirs.

    An answer quotes what was corrected where the correction says it in words that cannot stand alone.
    """
    corrections = {
        letters(match["title"]): facts for facts in read if (match := _CORRECTION.fullmatch(facts.title))
    }
    found = []
    for citation in citations:
        facts = corrections.get(letters(citation.title))
        if facts and facts.published and (not citation.published or citation.published <= facts.published):
            when = long_date(facts.published)
            found.append(Notice("corrected", f"“{citation.title}” was corrected on {when}: “{facts.title}”."))
    return tuple(dict.fromkeys(found))


_CORRECTION = pattern(
    r"(?:correction|corrected|corrigendum|erratum|clarification)\s*(?::|-|–|—)\s*(?P<title>.+)", re.IGNORECASE
)


def notice_lines(answer: Answer) -> tuple[str, ...]:
    """Say all that a reader must know beside an answer, a line each: what warns, its model, its as-of date.

    >>> from datetime import date
    >>> notice_lines(Answer("q", "q", "a", as_of=date(2025, 6, 8)))
    ('Nothing published after 8 June 2025 was used.',)
    """
    model = model_line(answer)
    used = f"Nothing published after {long_date(answer.as_of)} was used." if answer.as_of else None
    lines = (_counted(answer), model, used)
    return (*(warning.text for warning in answer.warnings), *(line for line in lines if line))


def _counted(answer: Answer) -> str | None:
    """Say from which day on a chat model's answer tells what is ahead; a verbatim one begins with it."""
    if answer.counted_from is None or answer.engine == "extractive":
        return None
    return f"What is ahead is counted from {long_date(answer.counted_from)}."


def also_in(cited: Citation, other: Citation) -> str:
    """Say how another briefing holds what is cited: in the very words, or in others.

    >>> from dataclasses import replace
    >>> one = Citation(1, "a", "a.md", "A", None, None, None, "Talks go on.", 0, 12)
    >>> also_in(one, replace(one, quote="Talks\\ngo on.")), also_in(one, replace(one, quote="Talks went on."))
    ('also in', 'also told in')
    """
    return "also in" if cited.quote.split() == other.quote.split() else "also told in"


def model_line(answer: Answer) -> str | None:
    """Say which model was asked for an answer and what it took; None where none was.

    >>> from assistant.answer import Usage
    >>> model_line(Answer("q", "q", "a", engine="openai:x", usage=Usage(2, 1200, 80, 0.0015)))
    'Written by openai:x in 2 calls: 1,200 tokens read, 80 written, 0.0015 US dollars.'
    >>> model_line(Answer("q", "q", "a", usage=Usage(1, 1200, 80, counted="about")))
    'A chat model was asked in 1 call: about 1,200 tokens read, 80 written.'
    """
    usage = answer.usage
    if usage is None or not usage.calls:
        return None
    who = "A chat model was asked" if answer.engine == "extractive" else f"Written by {answer.engine}"
    told = []
    if usage.read is not None and usage.written is not None:
        sure = "" if usage.counted == "exactly" else f"{usage.counted} "
        told += [f"{sure}{usage.read:,} tokens read", f"{usage.written:,} written"]
    if usage.cost is not None:
        told.append(f"{usage.cost:.4f} US dollars")
    calls = "1 call" if usage.calls == 1 else f"{usage.calls} calls"
    return f"{who} in {calls}: {', '.join(told)}." if told else f"{who} in {calls}."


def understood_line(answer: Answer) -> str | None:
    """Say how a question was read, where that is not as it was typed.

    >>> read = {"how long": "how long? (is it so? (duty on rice))", "and rice?": "duty on rice?", "Ta": "ta"}
    >>> [understood_line(Answer(typed, as_read, "")) for typed, as_read in read.items()]
    ['Going on from: duty on rice', 'Understood as: duty on rice?', None]
    """
    asked, goes_on_from = _parted(answer.standalone)
    day = answer.as_of or date.today()  # said behind the question, wherever it was typed
    same = bare(without_as_of(asked, day)) == bare(without_as_of(answer.question, day))
    if not asked or (same and not goes_on_from):
        return None
    if same:
        return f"Going on from: {goes_on_from}"
    if not goes_on_from:
        return f"Understood as: {asked}"
    return f"Understood as: {asked.rstrip('?. ')}, going on from: {goes_on_from}"


def _parted(standalone: str) -> tuple[str, str]:
    """Part a question from the first of those in brackets behind it: it is what all of them go on from.

    >>> _parted("how long? (and the MFN (normal) rate? (duty on rice))")
    ('how long?', 'duty on rice')
    >>> _parted("how long? (duty on rice) as of 1 May 2025")
    ('how long? as of 1 May 2025', 'duty on rice')
    """
    until = _AS_OF.search(standalone)
    asked, carried = _bracketed(standalone[: until.start()] if until else standalone)
    first, within = carried, carried
    while within:
        first, (_, within) = within, _bracketed(within)
    return (f"{asked}{until[0]}" if until else asked), first


def _bracketed(question: str) -> tuple[str, str]:
    """Part a question from another one in brackets at its end; a party's name alone is none.

    >>> _bracketed("what is new? (Japan)")
    ('what is new? (Japan)', '')
    """
    if not question.endswith(")"):
        return question, ""
    depth = 0
    for at in range(len(question) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(question[at], 0)
        if not depth:
            before, within = question[:at].rstrip(), question[at + 1 : -1]
            return (before, within) if before and _asks(within) else (question, "")
    return question, ""


def _asks(words: str) -> bool:
    """Whether there is more in some words than the names of parties."""
    for party in reversed(find_parties(words, lower_case=True)):
        words = words[: party.start] + words[party.end :]
    return bool(re.search(r"\w", words))


def _notice(briefing: Briefing) -> Notice | None:
    if briefing.published is None:
        return Notice("undated", f"“{briefing.title}” has no date: it may be older than it reads.")
    if is_to_come(briefing.published, date.today()):
        when = long_date(briefing.published)
        return Notice(
            "to-come", f"“{briefing.title}” is dated {when}, which is still to come: check its date."
        )
    if briefing.edited and briefing.known_from:
        return Notice(
            "edited",
            f"“{briefing.title}” was published on {long_date(briefing.published)} and edited later: "
            f"this version is known from {long_date(briefing.known_from)}.",
        )
    return None
