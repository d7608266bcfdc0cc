"""Decide what a briefing is called, who published it, when, and what makes it the same one again."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from ingest.readers import Reading
from ingest.readers.metadata.act_title import in_full
from ingest.text.dates import Published, is_to_come, published_on
from ingest.text.in_figures import month_in, settled
from ingest.text.likely_day import likely_days
from ingest.text.parties import parties_of
from ingest.text.possible_days import possible_days
from ingest.text.year_of_dateline import with_years
from vectorstore.briefing import Briefing
from vectorstore.facts import Known

LONGEST_TITLE = 300  # characters; what is longer is a paragraph in the wrong field


@dataclass(frozen=True, slots=True)
class Intake:
    """A briefing without passages, and what a person should know about its date."""

    briefing: Briefing
    remarks: tuple[str, ...] = ()


def key_of(reading: Reading, path: str) -> str:
    """The canonical URL where the source states one, else the real path of its file.

    An address without a path is a publisher's, of no briefing.
    """
    url = canonical_url(reading.url)
    parts = urlsplit(url) if url else None
    return url if url and parts and (parts.path.strip("/") or parts.query) else path


def id_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def canonical_url(url: str | None) -> str | None:
    """Spell an address one way: host in small letters, no fragment."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def take_in(
    reading: Reading,
    key: str,
    label: str,
    *,
    known: Known | None = None,
    published: date | None = None,
    today: date | None = None,
) -> Intake:
    """Make the briefing that `reading` is; `published` dates it only where nothing else does.

    What a person corrected stays, and so does a date that came with the command, where a later
    ingest does not give another.
    """
    url = canonical_url(reading.url)
    name = PurePosixPath(label).name
    stated = settled(
        (
            *with_years(reading.dates, reading.title or "", reading.text),
            *likely_days(reading.title or "", reading.text),
        ),
        reading.text,
        month_in(url or "") or month_in(name) or month_in(label),
        reading.publisher,
    )
    dated = _dated(published_on(stated, url, name, published), known)
    stated_title = in_full(reading.title, reading.text) if reading.title else _spoken(name)
    title = " ".join(stated_title.split())[:LONGEST_TITLE]
    publisher = reading.publisher or (urlsplit(url).netloc.removeprefix("www.") if url else None)
    corrected = known.corrected if known else ()
    if known and "title" in corrected:
        title = known.title
    if known and "publisher" in corrected:
        publisher = known.publisher
    briefing = Briefing(
        id=id_of(key),
        key=key,
        source=known.source if known else label,
        title=title,
        text=reading.text,
        content_hash=content_hash(title, reading.text, dated.day, publisher),
        publisher=publisher,
        published=dated.day,
        published_from=dated.origin,
        url=url,
        language=reading.language,
        parties=parties_of(title, reading.text),
        known_from=reading.modified,
        corrected=corrected,
        page_starts=reading.page_starts,
    )
    return Intake(briefing, (*dated.remarks, *suspicion(dated.day, today or date.today())))


def notes_of(reading: Reading, briefing: Briefing) -> tuple[str, ...]:
    """What to know of a reading, and what dates it where that is not sure, or may date it."""
    if briefing.published and briefing.published_from == "likely line":
        [likely] = likely_days(reading.title or "", reading.text)
        day = f"dated {briefing.published.isoformat()} by “{likely.text}” near its top"
        return (*reading.notes, f"{day}; if it is of another day: `briefings edit ID --published DATE`")
    if briefing.published:
        return reading.notes
    notes = [*reading.notes]
    for words, days in possible_days(f"{reading.title or ''}\n{reading.text}"):
        which = " or ".join(day.isoformat() for day in days)
        notes.append(f"undated; “{words}” may say when it was published" + (f": {which}" if which else ""))
    if reading.modified:
        notes.append(f"undated; it says that it was last changed on {reading.modified.isoformat()}")
    if reading.made_on:
        day = reading.made_on.isoformat()
        notes.append(
            f"undated; its file was made on {day}, which may be another day than that of publication"
        )
    return tuple(notes)


def content_hash(title: str, text: str, published: date | None, publisher: str | None) -> str:
    """Digest of all that is stored and searched; the URL is in the key."""
    stored = json.dumps([title, text, published.isoformat() if published else None, publisher])
    return hashlib.sha256(stored.encode()).hexdigest()


def _dated(found: Published, known: Known | None) -> Published:
    if known and (
        known.published_from == "person" or (known.published_from == "command" and found.day is None)
    ):
        remarks = () if known.published_from == "person" else found.remarks
        return Published(known.published, known.published_from, remarks)
    return found


def suspicion(day: date | None, today: date) -> tuple[str, ...]:
    """Say that a day is after tomorrow."""
    if day and is_to_come(day, today):
        return (f"it is dated {day.isoformat()}, which is after tomorrow; check its date",)
    return ()


def _spoken(name: str) -> str:
    """A file's name as a title: `eu-talks_june.md` -> `eu talks june`."""
    return re.sub(r"[-_\s]+", " ", PurePosixPath(name).stem).strip() or name
