"""Say what a reader must know beside an answer: what it cites is old, its model, how it was read."""

from collections.abc import Mapping, Sequence

from assistant.answer import Answer, Citation, Notice
from assistant.choosing.goods_of_origin import Origin
from assistant.reading.days_in_words import long_date
from assistant.reading.goods import goods_in, word_for
from ingest.parties import party_in_text
from vectorstore.briefing import Briefing


def notices_of(citations: Sequence[Citation], briefings: Mapping[str, Briefing]) -> tuple[Notice, ...]:
    """Return one notice a briefing that needs it, then one a citation that is superseded."""
    found = [notice for c in citations if (notice := _notice(briefings[c.briefing_id]))]
    found += [
        Notice("superseded", f"[{c.number}] is superseded: {c.superseded}.")
        for c in citations
        if c.superseded
    ]
    return tuple(dict.fromkeys(found))


def origin_notices(origin: Origin | None, asked: str) -> tuple[Notice, ...]:
    """Say that a rate is quoted that names no origin of the goods, where that on one party's was asked for.

    >>> origin_notices(Origin("cars", "TH", named=False), "duty on Thai autos?")[0].text
    'No rate on autos was found that names Thailand: the one quoted names no origin.'
    """
    if origin is None or origin.named:
        return ()
    goods = word_for(origin.goods, asked) if origin.goods in goods_in(asked) else origin.goods
    lacks = f"No rate on {goods} was found that names {party_in_text(origin.party)}"
    return (Notice("any-origin", f"{lacks}: the one quoted names no origin."),)


def notice_lines(answer: Answer) -> tuple[str, ...]:
    """Say all that a reader must know beside an answer, a line each: what warns, its model, its as-of date.

    >>> from datetime import date
    >>> notice_lines(Answer("q", "q", "a", as_of=date(2025, 6, 8)))
    ('Nothing published after 8 June 2025 was used.',)
    """
    model = model_line(answer)
    used = f"Nothing published after {long_date(answer.as_of)} was used." if answer.as_of else None
    return (*(warning.text for warning in answer.warnings), *(line for line in (model, used) if line))


def model_line(answer: Answer) -> str | None:
    """Say which model was asked for an answer and what it took; None where none was.

    >>> from assistant.answer import Usage
    >>> model_line(Answer("q", "q", "a", engine="openai:x", usage=Usage(2, 1200, 80, 0.0015)))
    'Written by openai:x in 2 calls: 1,200 tokens read, 80 written, 0.0015 US dollars.'
    """
    usage = answer.usage
    if usage is None or not usage.calls:
        return None
    who = "A chat model was asked" if answer.engine == "extractive" else f"Written by {answer.engine}"
    told = []
    if usage.read is not None and usage.written is not None:
        told += [f"{usage.read:,} tokens read", f"{usage.written:,} written"]
    if usage.cost is not None:
        told.append(f"{usage.cost:.4f} US dollars")
    calls = "1 call" if usage.calls == 1 else f"{usage.calls} calls"
    return f"{who} in {calls}: {', '.join(told)}." if told else f"{who} in {calls}."


def understood_line(answer: Answer) -> str | None:
    """Say how a question was read, where that is not as it was typed.

    >>> [understood_line(Answer(typed, "duty on rice?", "")) for typed in ("and rice?", "Duty on rice")]
    ['Understood as: duty on rice?', None]
    """
    if not answer.standalone or _bare(answer.standalone) == _bare(answer.question):
        return None
    return f"Understood as: {answer.standalone}"


def _bare(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip("?. ")


def _notice(briefing: Briefing) -> Notice | None:
    if briefing.published is None:
        return Notice("undated", f"“{briefing.title}” has no date: it may be older than it reads.")
    if briefing.edited and briefing.known_from:
        return Notice(
            "edited",
            f"“{briefing.title}” was published on {long_date(briefing.published)} and edited later: "
            f"this version is known from {long_date(briefing.known_from)}.",
        )
    return None
