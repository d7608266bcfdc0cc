"""When a source says that it was last changed: in front matter, in the head of a page, in a field."""

import json
from datetime import date

import pytest

from ingest.readers import Reading, read

DAY = date(2025, 7, 1)
PAGE = (
    "<html><head><title>Talks</title>{head}</head><body><article><h1>Talks</h1>"
    "<p>Norway charges a duty of 14 percent on frozen shrimp from Chile, its trade ministry said.</p>"
    "</article></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\ntitle: Talks\ndate: 2025-06-08\nmodified: 2025-07-01\n---\nTalks went on."),
        ("a.md", "---\ntitle: Talks\nlast_modified: 2025-07-01T10:00:00Z\n---\nTalks went on."),
        (
            "a.html",
            PAGE.format(head='<meta property="article:modified_time" content="2025-07-01T08:00:00Z">'),
        ),
        (
            "a.html",
            PAGE.format(
                head='<script type="application/ld+json">{"datePublished": "2025-06-08", '
                '"dateModified": "2025-07-01"}</script>'
            ),
        ),
        ("a.txt", "Tea\nPublished 8 June 2025\nLast updated 1 July 2025\n\nThe duty started on 1 July 2025."),
        (
            "a.html",
            PAGE.format(head="").replace(
                "<p>", "<p>Published 8 June 2025</p><p>Last updated 1 July 2025</p><p>", 1
            ),
        ),
        ("a.json", json.dumps([{"title": "Talks", "text": "Talks went on.", "updated_at": "2025-07-01"}])),
    ],
)
def test_the_day_of_the_last_change_is_read(name: str, content: str) -> None:
    [reading] = read(name, content.encode())
    assert isinstance(reading, Reading)
    assert reading.modified == DAY


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\ntitle: Talks\ndate: 2025-06-08\nmodified: yesterday\n---\nTalks went on."),
        ("a.txt", "Talks\nPublished: 2025-06-08\n\nTalks went on."),
        ("a.html", PAGE.format(head='<meta property="article:published_time" content="2025-06-08">')),
    ],
)
def test_what_states_none_has_none(name: str, content: str) -> None:
    [reading] = read(name, content.encode())
    assert isinstance(reading, Reading)
    assert reading.modified is None
