"""Put headings back that the search for an article has left out, above paragraphs that it kept.

It does so in live blogs and round-ups, whose entries then run into one another.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ingest.text.letters import letters

BEGINNING = 80  # letters by which a paragraph is known again; its end may have been taken off


def with_lost_headings(lines: Sequence[str], tree: Any) -> list[str]:
    """The lines of an article, and above each what heads it in the tree of its page."""
    there = Counter(letters(line) for line in lines if line.startswith("#"))
    headings = [h for h in tree.iter(*_HEADINGS) if not h.xpath(_ASIDE) and letters(h.text_content())]
    in_page = Counter(letters(h.text_content()) for h in headings)
    above: dict[str, list[str]] = {}
    for heading in headings:
        words = " ".join(" ".join(heading.itertext()).split())
        below = _below(heading)
        if below is not None and there[letters(words)] < in_page[letters(words)]:
            above.setdefault(_beginning(below.text_content()), []).append(
                f"{'#' * int(heading.tag[1])} {words}"
            )
    complete: list[str] = []
    for line in lines:
        for heading_line in above.pop(_beginning(line), []):
            if heading_line not in complete[-3:]:  # of two alike one may be there
                complete.append(heading_line)
        complete.append(line)
    return complete


_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_ASIDE = "ancestor::nav | ancestor::aside | ancestor::footer | ancestor::form"


def _below(heading: Any) -> Any | None:
    """The paragraph or item right below a heading, past headings, and out of what holds nothing else."""
    at = heading
    while at is not None and at.tag not in ("body", "article", "main", "section"):
        for element in at.itersiblings():
            if (
                not isinstance(element.tag, str)
                or element.tag == "time"
                or not letters(element.text_content())
            ):
                continue
            return element if element.tag == "p" else next(element.iter("p", "li"), None)
        at = at.getparent()
    return None


def _beginning(text: str) -> str:
    return letters(text)[:BEGINNING]
