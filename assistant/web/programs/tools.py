"""What a program may ask of the page: four plain functions over a desk, behind the endpoints and the tools.

Their signatures and docstrings are what a program is told of them. They know nothing of gradio.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from assistant.asking.request import AskRequest, Turn
from assistant.chronicle.entries import TimelineRequest
from assistant.desks.desk import Desk
from assistant.desks.found import SIZE, SearchRequest
from assistant.web.briefings.taking_in import addresses_in
from assistant.web.days import read_day
from assistant.web.programs.objects import AnswerObject, FoundObject, ReportObject, TimelineObject, TurnObject
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.text.parties import party_code
from ingest.web.linked import Linked
from vectorstore.errors import QuestionError, SourceError

LONGEST_TEXT = 5_000_000  # characters of a text: ten times the longest report; more is a file, to be dropped


@dataclass(frozen=True, slots=True)
class Tool:
    """A function that programs may call; `doing` goes on after "while" where it fails."""

    name: str
    run: Callable[..., Any]
    doing: str
    writes: bool = False


def tools_of(desk: Desk) -> list[Tool]:
    """Make the four over a desk."""

    def ask(
        question: str,
        as_of: str | None = None,
        published_from: str | None = None,
        published_to: str | None = None,
        parties: list[str] | None = None,
        publishers: list[str] | None = None,
        history: list[TurnObject] | None = None,
    ) -> AnswerObject:
        """Answer a question about trade negotiations from the dated briefings on file.

        Every sentence of the answer is cited to the exact words of a briefing. Where the briefings do not
        say, `abstained` is true and the answer says so. With `as_of` (YYYY-MM-DD) nothing published later
        is used. `parties` are names or codes (Japan, JP, EU), all of which a briefing must concern.
        `history` holds the earlier messages of the conversation, oldest first.
        """
        answer = desk.ask(
            AskRequest(
                question,
                _turns(history),
                _as_of(as_of),
                _first(published_from),
                _last(published_to),
                _codes(parties),
                _listed(publishers),
            )
        )
        return cast(AnswerObject, answer.to_json())

    def search(
        query: str,
        as_of: str | None = None,
        published_from: str | None = None,
        published_to: str | None = None,
        parties: list[str] | None = None,
        publishers: list[str] | None = None,
        size: int = SIZE,
    ) -> FoundObject:
        """Find the passages of the briefings on file that are nearest to some words, best first.

        Nothing is answered or declined: the nearest passages are returned however far they are. What
        narrows is as for `ask`; at most `size` passages, up to 100, are returned.
        """
        found = desk.search(
            SearchRequest(
                query,
                _as_of(as_of),
                _first(published_from),
                _last(published_to),
                _codes(parties),
                _listed(publishers),
                size,
            )
        )
        return cast(FoundObject, found.to_json())

    def timeline(
        subject: str,
        as_of: str | None = None,
        published_from: str | None = None,
        published_to: str | None = None,
        parties: list[str] | None = None,
    ) -> TimelineObject:
        """List the dated developments of a negotiation or measure, newest first, one quoted sentence each.

        A development that a newer one replaced says by which, and in what. What narrows is as for `ask`.
        """
        request = TimelineRequest(
            subject, _as_of(as_of), _first(published_from), _last(published_to), _codes(parties)
        )
        return cast(TimelineObject, desk.timeline(request).to_json())

    def ingest(
        text: str | None = None,
        url: str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
    ) -> ReportObject:
        """Take in one text, or the page or feed at a public web address, and report what came of it.

        With `text`, `url` is the address that it is from, and title, publisher and published (YYYY-MM-DD)
        count before what it says itself. Without, `url` is fetched, and `published` dates it where it does
        not say. What failed is named in `failed`. Files of the server and private addresses are not read.
        """
        source = _source(text, url, title, publisher, _published(published))
        *_, report = desk.ingest([source], None if text else _published(published))
        if not isinstance(report, Report):
            raise RuntimeError("the ingest ended without a report")
        return cast(ReportObject, report.to_json())

    return [
        Tool("ask", ask, "answering"),
        Tool("search", search, "searching"),
        Tool("timeline", timeline, "looking for developments"),
        Tool("ingest", ingest, "taking a briefing in", writes=True),
    ]


def _source(
    text: str | None, url: str | None, title: str | None, publisher: str | None, published: date | None
) -> Pasted | Linked:
    if text and text.strip():
        if len(text) > LONGEST_TEXT:
            raise SourceError(
                f"The text has {len(text):,} characters; at most {LONGEST_TEXT:,} are taken in this way. "
                "Save it to a file, and drop that under Briefings."
            )
        return Pasted(text, title or None, publisher or None, url or None, published)
    if not (url and url.strip()):
        raise SourceError("There is neither a text nor an address. Give one of the two.")
    if title or publisher:
        raise SourceError("A page says itself what it is called and who published it. Leave both out.")
    addresses = addresses_in(url)  # refuses what is no http or https address, a path of the server too
    if len(addresses) > 1:
        raise SourceError(f"{len(addresses)} addresses were given; expected one at a time.")
    return Linked(addresses[0])


def _turns(history: Sequence[TurnObject] | None) -> tuple[Turn, ...]:
    turns = []
    for turn in history or ():
        if turn.get("role") not in ("user", "assistant") or not isinstance(turn.get("content"), str):
            raise QuestionError(
                f"The history holds {str(turn)[:80]}; expected objects with `content`, a text, and `role`, "
                "which is user or assistant."
            )
        turns.append(Turn(turn["role"], turn["content"]))
    return tuple(turns)


def _listed(names: Sequence[str] | str | None) -> tuple[str, ...]:
    """Take a name for a list of one, as programs may give it."""
    return (names,) if isinstance(names, str) else tuple(names or ())


def _codes(parties: Sequence[str] | str | None) -> tuple[str, ...]:
    codes = []
    for named in _listed(parties):
        code = party_code(named)
        if code is None:
            raise QuestionError(f"{named[:60]!r} is not one party; expected a name or code: Japan, JP, EU.")
        codes.append(code)
    return tuple(codes)


def _as_of(day: str | None) -> date | None:
    return read_day(day, "as-of date", "use everything on file")


def _first(day: str | None) -> date | None:
    return read_day(day, "first day of publication", "begin with the oldest")


def _last(day: str | None) -> date | None:
    return read_day(day, "last day of publication", "go on to the newest")


def _published(day: str | None) -> date | None:
    return read_day(day, "day of publication", "take the one that is stated")
