"""Read articles out of JSON: an object a line, an array of them, or an array inside an object.

Each object is a briefing. The names of its fields are those of front matter, and more for the text.
One that is broken is yielded as Unread, with its number; the others are read.
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from typing import Any

from ingest.readers.decoding import clean, refuse_too_large
from ingest.readers.metadata.front_matter import (
    DATES,
    LANGUAGES,
    PUBLISHERS,
    TITLES,
    URLS,
    modified_in,
    named,
    values_of,
)
from ingest.readers.reading import NoBriefingsError, Reading, Unread
from ingest.text.dates import Stated
from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

TEXTS = ("text", "body", "content", "content_text", "article", "articleBody", "full_text", "fulltext")
PAGES = ("html", "content_html", "body_html")
MARKDOWN = ("markdown", "content_markdown")
IDS = ("id", "guid", "uuid")
LISTS = ("articles", "items", "briefings", "data", "results", "documents")
EARLIEST = 100_000_000  # seconds, in 1973; numbers with fewer digits are years, months or days: 20250608
LATEST = 4_102_444_800  # seconds, the year 2100; beyond are milliseconds or other counts
LONGEST_PART = 80  # characters of an id shown behind a file's name


def read_json_lines(content: bytes) -> Iterator[Reading | Unread]:
    """Read an object a line; empty lines count but hold nothing."""
    lines = enumerate(BytesIO(_utf8(content)), start=1)
    yield from _read_each((at, _object(line)) for at, line in lines if line.strip())


def read_json(content: bytes) -> Iterator[Reading | Unread]:
    """Read an array of objects, an object that holds one, or one object that is an article itself."""
    try:
        found = json.loads(_utf8(content))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"It is no JSON: {_reason(error)}. Mend it, or save its text as .txt.") from error
    if isinstance(found, dict):
        inside = next((found[name] for name in LISTS if isinstance(found.get(name), list)), None)
        found = [found] if inside is None else inside
    if not isinstance(found, list):
        raise SourceError(f"It holds no articles, but {_kind(found)}. {EXPECTED}")
    yield from _read_each(enumerate(found, start=1))


EXPECTED = "An article is an object that holds a text, body, content, content_html or markdown."


def _read_each(records: Iterator[tuple[int, Any]]) -> Iterator[Reading | Unread]:
    """Read each record; when none of them has a text, the file is no file of articles at all."""
    parts: set[str] = set()
    failed: list[Unread] = []
    articles = 0
    questions = 0
    for number, record in records:
        part = _part(record, number, parts)
        questions += isinstance(record, dict) and isinstance(record.get("question"), str)
        parts.add(part)
        try:
            reading = _article(record)
        except SourceError as error:
            failed.append(Unread(part, str(error)))
            continue
        articles += 1
        yield replace(reading, part=part)
    if failed and not articles and questions == len(failed):
        count = "1 question" if questions == 1 else f"{questions} questions"
        raise NoBriefingsError(f"It holds {count}, not briefings: briefings eval asks them.")
    if not articles:
        first = f" The first of them: {failed[0].error}" if failed else ""
        none = "Its one record is no" if len(failed) == 1 else f"None of its {len(failed)} records is an"
        raise NoBriefingsError(f"{none} article.{first} {EXPECTED}")
    yield from failed


def _part(record: Any, number: int, taken: set[str]) -> str:
    """The record's id where it has one, else its number; one that is taken gets its number behind it."""
    part = str(number)
    if isinstance(record, Mapping):
        ids = (str(record[name]) for name in IDS if isinstance(record.get(name), str | int))
        part = re.sub(r"[\s/\\]+", "-", next(ids, part).strip())[:LONGEST_PART] or part
    return part if part not in taken else f"{part}@{number}"


def _utf8(content: bytes) -> bytes:
    """The bytes as JSON has them; a byte order mark is what Windows puts in front."""
    if not content.strip(b" \t\r\n\x00"):
        raise SourceError("It is empty. Add articles, or remove it.")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", "replace").encode()
    return content.removeprefix(codecs.BOM_UTF8)


def _object(line: bytes) -> Any:
    try:
        return json.loads(line.strip())
    except (ValueError, RecursionError) as error:
        return SourceError(f"It is no JSON: {_reason(error)}. Mend the line.")


def _article(record: Any) -> Reading:
    if isinstance(record, SourceError):
        raise record
    if not isinstance(record, Mapping):
        raise SourceError(f"It is {_kind(record)}, not an object with the fields of an article.")
    fields = named(record)
    title = _spelled_out(next(values_of(fields, TITLES), ""))
    reading = _text(record, title)
    urls = (url for url in values_of(fields, URLS) if url.startswith(("http://", "https://")))
    publishers = (_spelled_out(name) for name in values_of(fields, PUBLISHERS) if "://" not in name)
    dates = [date for name in DATES if (date := _date(fields.get(name)))]
    return replace(
        reading,
        title=title or reading.title,
        publisher=next(publishers, None) or reading.publisher,
        url=next(urls, None) or reading.url,
        language=next(values_of(fields, LANGUAGES), None) or reading.language,
        dates=(*(Stated("date field", date) for date in dates), *reading.dates),
        modified=modified_in(fields) or reading.modified,
    )


def _text(record: Mapping[str, Any], title: str) -> Reading:
    from ingest.readers.plain_text import read_plain_text, read_text_below

    for name in (*TEXTS, *PAGES, *MARKDOWN):
        text = record.get(name)
        if not isinstance(text, str) or not text.strip():
            continue
        text = clean(text)
        refuse_too_large(len(text))
        if name in MARKDOWN:
            from ingest.readers.markdown import read_markdown

            return read_markdown(text)
        if name in PAGES or _MARKUP.search(text):
            from ingest.readers.lines.fragment import fragment_lines
            from ingest.readers.metadata.opening import read_opening

            opening = read_opening(fragment_lines(text))
            return Reading(
                "\n".join(opening.lines), None, opening.publisher, opening.url, dates=opening.dates
            )
        text = clean(_spelled_out(text))
        return read_text_below(title, text) if title else read_plain_text(text)
    if empty := next((name for name in (*TEXTS, *PAGES, *MARKDOWN) if name in record), None):
        raise SourceError(f"Its {empty} is empty, or no text.")
    have = ", ".join(list(map(str, record))[:8]) or "no field"
    raise SourceError(f"It has no text: it has {have}.")


# A closing tag of a block: a text that only speaks of <p> has none.
_MARKUP = pattern(r"</(?:p|div|li|h[1-6]|td|blockquote|article)>|<br\s*/?>", re.IGNORECASE)


_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def _spelled_out(text: str) -> str:
    """A text with the characters that `&#8217;` and `&amp;` stand for: exports of web sites have those."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text)


def _date(value: Any) -> str | None:
    """A date as text; a number is seconds or milliseconds since 1970, as the day in UTC.

    One that is no plausible moment stays as it is written: 20250608 is a day, 2025 is none.
    """
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    seconds = value / 1000 if abs(value) > 1e11 else value
    if not EARLIEST <= seconds < LATEST:
        return str(value)
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return f"{error.msg.removesuffix(' at')} at {where}"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 at byte {error.start}"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _kind(value: Any) -> str:
    kinds = ((bool, "true or false"), (str, "a text"), (int | float, "a number"), (list, "a list"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")
