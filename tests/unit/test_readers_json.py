"""Articles in JSON: each object is a briefing, and a broken one fails alone."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from ingest.readers import NoBriefingsError, Reading, Unread, read
from ingest.text.dates import Stated, published_on
from vectorstore.errors import SourceError

ARTICLE = {
    "title": "Japan talks", "text": "Both met.\n\nThey will meet again.", "published": "2025-06-08",
    "url": "https://example.org/japan", "publisher": "Desk", "language": "en",
}  # fmt: skip


def lines(*records: Any) -> list[Reading | Unread]:
    written = "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records)
    return list(read("news.jsonl", written.encode()))


def parts(readings: Sequence[Reading | Unread]) -> list[str]:
    return [reading.part for reading in readings]


def only(record: Any) -> Reading:
    [reading] = lines(record)
    assert isinstance(reading, Reading), reading
    return reading


def test_a_line_is_a_briefing_with_what_its_fields_say() -> None:
    assert only(ARTICLE) == Reading(
        "Both met.\nThey will meet again.", "Japan talks", "Desk", "https://example.org/japan", "en",
        (Stated("date field", "2025-06-08"),), part="1",
    )  # fmt: skip


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Japan talks", "body": "Both met.", "date": "2025-06-08", "source": "Desk"},
        {"title": "Japan talks", "content": "Both met.", "published_at": "2025-06-08", "site": "Desk"},
        {"title": "Japan talks", "articleBody": "Both met.", "datePublished": "2025-06-08",
         "publisher": {"name": "Desk"}},
        {"title": "Japan talks", "content_html": "<p>Both <b>met</b>.</p>", "date": 1749340800,
         "source": "Desk"},
        {"title": "Japan talks", "content": "<p>Both met.</p>", "date": 1749340800000, "source": "Desk"},
        {"title": "Japan talks", "markdown": "**Both** met.", "pubdate": "2025-06-08", "agency": "Desk"},
    ],
)  # fmt: skip
def test_the_usual_names_of_fields_are_known(fields: dict[str, Any]) -> None:
    reading = only(fields)
    assert (reading.title, reading.text, reading.publisher) == ("Japan talks", "Both met.", "Desk")
    assert reading.dates == (Stated("date field", "2025-06-08"),)


def test_a_day_written_as_a_number_is_no_moment() -> None:
    reading = only(ARTICLE | {"published": 20250608})
    assert published_on(reading.dates, None, "a").day == date(2025, 6, 8)


@pytest.mark.parametrize("number", [0, 2025, 202506, 20251332, 10**13, 10**17, 1.5])
def test_a_number_that_is_no_plausible_moment_dates_nothing_and_is_said(number: float) -> None:
    published = published_on(only(ARTICLE | {"published": number}).dates, None, "a")
    assert published.day is None
    assert str(number) in published.remarks[0]


def test_entities_of_markup_are_read_as_their_characters() -> None:
    reading = only(
        {"title": "Peru&#8217;s tea", "text": "15&nbsp;percent &amp; more, AT&T", "site": "A &amp; B"}
    )
    assert (reading.title, reading.text, reading.publisher) == (
        "Peru’s tea",
        "15 percent & more, AT&T",
        "A & B",
    )


def test_a_text_without_a_title_begins_with_its_headline() -> None:
    reading = only({"text": "Japan talks\nPublished: 2025-06-08\n\nBoth met."})
    assert (reading.title, reading.text) == ("Japan talks", "Both met.")
    assert reading.dates == (Stated("published line", "2025-06-08"),)


def test_a_text_that_only_speaks_of_markup_is_kept_as_it_is() -> None:
    assert only({"title": "Tags", "text": "Write <p> before a < b."}).text == "Write <p> before a < b."


def test_line_separators_and_halves_of_characters_inside_a_text_break_no_line() -> None:
    line = '{"title": "Talks", "text": "Both\u2028met \\ud83c\\uddef\\ud83c."}'
    assert only(line).text == "Both\nmet 🇯\ufffd."


def test_a_bad_line_fails_alone_with_its_number() -> None:
    readings = lines(ARTICLE, "", '{"title": "cut off', {"title": "No text"}, "17", ARTICLE)
    assert [r.part for r in readings if isinstance(r, Reading)] == ["1", "6"]
    failed = {r.part: r.error for r in readings if isinstance(r, Unread)}
    assert failed["3"].startswith("It is no JSON: Unterminated string starting at column 11.")
    assert failed["4"] == "It has no text: it has title."
    assert lines(ARTICLE, {"title": "Tea", "body": " "})[1] == Unread("2", "Its body is empty, or no text.")
    assert failed["5"].startswith("It is a number")


def test_an_id_names_the_part_and_a_repeated_one_is_told_apart() -> None:
    assert parts(lines({"id": "a/1", "text": "x"}, {"id": 2, "text": "y"}, {"id": 2, "text": "z"})) == [
        "a-1", "2", "2@3",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["articles", "items", "data"])
def test_an_array_may_stand_alone_or_inside_an_object(name: str) -> None:
    for whole in ([ARTICLE, ARTICLE], {"version": 1, name: [ARTICLE, ARTICLE]}):
        assert parts(list(read("news.json", json.dumps(whole).encode()))) == ["1", "2"]


def test_one_object_is_one_article() -> None:
    assert parts(list(read("news.json", json.dumps(ARTICLE).encode()))) == ["1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_is_read_with_a_byte_order_mark(encoding: str) -> None:
    written = json.dumps({"title": "Zölle", "text": "São Paulo"}, ensure_ascii=False)
    [reading] = read("news.ndjson", written.encode(encoding))
    assert isinstance(reading, Reading)
    assert reading.text == "São Paulo"


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("a.jsonl", b"", SourceError, "empty"),
        (
            "a.jsonl",
            b'{"question": "What?"}\n{"question": "Who?"}',
            NoBriefingsError,
            "It holds 2 questions, not briefings: briefings eval asks them.",
        ),
        ("a.jsonl", b'{"id": 1}\n{"question": "Who?"}', NoBriefingsError, "None of its 2 records"),
        ("a.json", b'{"name": "package"}', NoBriefingsError, "It has no text: it has name"),
        ("a.json", b"[", SourceError, "no JSON: Expecting value at column 2"),
        ("a.json", b'"text"', SourceError, "no articles, but a text"),
        ("a.json", b"[" * 100_000, SourceError, "nested too deep"),
        ("a.json", b'{"text": "caf\xe9"}', SourceError, "not UTF-8 at byte 13"),
    ],
)
def test_what_holds_no_articles_is_refused_with_the_reason(
    name: str, content: bytes, error: type[SourceError], message: str
) -> None:
    with pytest.raises(error, match=message):
        list(read(name, content))
