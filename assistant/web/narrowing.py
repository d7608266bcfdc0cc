"""What narrows a question; it holds for the follow-ups until it is changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter, ValidationError

from assistant.asking.request import AskRequest
from assistant.web.days import read_day, spoken_date
from ingest.text.parties import party_name
from vectorstore.briefing import Briefing
from vectorstore.errors import QuestionError


@dataclass(frozen=True, slots=True)
class Narrowing:
    """As-of date, published range (both days included), parties (all of them), publishers (any)."""

    as_of: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    parties: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Each part but the as-of date in plain words, to be shown with the question."""
        days = [
            f"{word} {spoken_date(day)}"
            for word, day in (("published from", self.published_from), ("published to", self.published_to))
            if day
        ]
        return (*days, *map(party_name, self.parties), *self.publishers)


def narrowing_of_request(request: AskRequest) -> Narrowing:
    """What narrows a question of a set."""
    return Narrowing(
        request.as_of, request.published_from, request.published_to, request.parties, request.publishers
    )


_KEPT = TypeAdapter(Narrowing)


def kept_narrowing(narrowing: Narrowing) -> str:
    """Write it down, for `of_kept` to read."""
    return _KEPT.dump_json(narrowing).decode()


def of_kept(text: str) -> Narrowing:
    """What was written down; nothing narrows where that cannot be read.

    >>> of_kept(kept_narrowing(Narrowing(parties=("PE",)))).parties, of_kept("?")
    (('PE',), Narrowing(as_of=None, published_from=None, published_to=None, parties=(), publishers=()))
    """
    try:
        return _KEPT.validate_json(text)
    except ValidationError:
        return Narrowing()


def read_narrowing(
    published_from: str,
    published_to: str,
    parties: Sequence[str] | None,
    publishers: Sequence[str] | None,
    as_of: str = "",
) -> Narrowing:
    """Read the fields; QuestionError says which one cannot be understood."""
    day = read_day(as_of, "as-of date", "use everything on file")
    first = read_day(published_from, "first day of publication", "begin with the oldest")
    last = read_day(published_to, "last day of publication", "go on to the newest")
    if first and last and first > last:
        raise QuestionError(
            f"The range of publication begins on {spoken_date(first)} and ends before that, on "
            f"{spoken_date(last)}. Exchange the two days."
        )
    return Narrowing(day, first, last, tuple(parties or ()), tuple(publishers or ()))


def party_choices(briefings: Sequence[Briefing]) -> list[tuple[str, str]]:
    """The parties of the briefings on file with their codes, those of most briefings first."""
    counts = Counter(code for briefing in briefings for code in briefing.parties)
    ordered = sorted(counts, key=lambda code: (-counts[code], party_name(code)))
    return [(party_name(code), code) for code in ordered]


def strange_party(codes: Sequence[str], choices: Sequence[tuple[str, str]]) -> str:
    """What to say of parties that an address names and no briefing on file does; empty where all are known.

    >>> strange_party(["XX"], [("Japan", "JP")])
    'No briefing on file names the party “XX”, which the address asks for. Choose parties above.'
    """
    known = {code for _, code in choices}
    strange = next((code for code in codes if code not in known), None)
    if strange is None:
        return ""
    return (
        f"No briefing on file names the party “{strange}”, which the address asks for. Choose parties above."
    )


def publisher_choices(briefings: Sequence[Briefing]) -> list[str]:
    """The publishers of the briefings on file, those of most briefings first."""
    counts = Counter(briefing.publisher for briefing in briefings if briefing.publisher)
    return sorted(counts, key=lambda name: (-counts[name], name))
