"""A piece of HTML gives its text in time, however broken it is."""

from time import thread_time

import pytest

from ingest.readers.lines.fragment import fragment_lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Canada <!-- not said --> raised it.</p>", ["Canada raised it."]),
        ("<p>Duty < 5 percent, and > 2.</p>", ["Duty < 5 percent, and > 2."]),
        ("<p>One.</p><!-- never closed <p>Two.</p>", ["One.", "<!-- never closed", "Two."]),
        ("<![if !IE]><p>One.</p><![endif]>", ["One."]),
        ("<p>A duty of <del>40</del> <ins>10</ins> percent.</p>", ["A duty of 10 percent."]),
        ("<p>A duty of <s>40 percent.</p><p>It holds.</p>", ["A duty of 40 percent.", "It holds."]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["- a", "  - b"]),
    ],
)
def test_what_is_no_tag_is_text(html: str, lines: list[str]) -> None:
    assert fragment_lines(html) == lines


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["<!--", "<a href=", "<![CDATA[", "<![CDATA[>", "<", "</", "<?", "<a b='", "<a b='>", "<ul><li>a"],
)
def test_a_broken_piece_a_hundred_thousand_times_takes_seconds_at_most(piece: str) -> None:
    began = thread_time()  # however busy the machine is
    fragment_lines(piece * 100_000)
    assert thread_time() - began < 10
