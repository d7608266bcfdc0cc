"""The name of a paper above a headline is the publisher, and the headline the title."""

import pytest

from tests.reading import read_one

TEXT = (
    "Peru will cut its levy on tin to 5 per cent, said the minister in Lima. Smelters had asked for it since "
    "the spring, and buyers abroad had gone elsewhere. A record of what they pay is kept at the port.\n\n"
) * 3
HEADLINE = "Peru cuts the levy on tin, and buyers come back"


def read(head: str) -> tuple[str | None, str | None]:
    reading = read_one("a.txt", f"{head}\n\n{TEXT}".encode())
    return reading.title, reading.publisher


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f"The Harbour Ledger\nFriday 5 December 2003\n\n{HEADLINE}", "The Harbour Ledger"),
        (f"Harbour Herald (North)\n\n{HEADLINE}\nBy Ann Lee", "Harbour Herald (North)"),
        (f"The Harbour Record | OPINION\n5 December 2003\n\n{HEADLINE}\n\nBy Ann Lee", "The Harbour Record"),
        (f"The Hill Smelter\nFriday 5 December 2003\nOpinion\n\n{HEADLINE}", "The Hill Smelter"),
        (f"Mintage, New Delhi, 5 December 2003\n\n{HEADLINE}", "Mintage"),
        (f"HARBOUR PARLIAMENT\nWritten questions and answers\n\n{HEADLINE}", "Harbour Parliament"),
    ],
)
def test_a_headline_below_the_name_of_a_paper_is_the_title(head: str, publisher: str) -> None:
    assert read(head) == (HEADLINE, publisher)


@pytest.mark.parametrize(
    "title",
    [
        "Smelters and Buyers",  # what the text speaks of
        "TIN BUYERS KEEP RECORD",
        "Peru-Kenya Tin",
    ],
)
def test_a_title_above_a_day_and_a_line_below_it_stays_the_title(title: str) -> None:
    assert read(f"{title}\nFriday 5 December 2003\n\nWhat the year brought to the port of Callao") == (
        title,
        None,
    )


def test_towns_before_a_day_are_no_papers() -> None:
    for place in ("Toronto, Ontario", "Lima, Peru", "Geneva, Switzerland"):
        assert read(f"{place}, 5 December 2003\n\n{HEADLINE}")[1] is None


def test_who_is_asked_has_not_published_the_question() -> None:
    head = "Tin: Peru\nQuestion for Department for Trade and Mines\nQ 5, tabled on 8 January 2025"
    assert read(head)[1] is None


def test_what_a_record_of_debates_cites_is_not_the_title() -> None:
    assert read("HC Deb 06 April 1950 vol 473 cc1335-6\n\nTin")[0] == "Tin"


def test_a_paper_is_read_beside_a_writer_and_initials_beside_a_town() -> None:
    text = f"# {HEADLINE}\n\n*Ann Lee-Roth, Hill Business Mirror, 9 March 2023*\n\n{TEXT}"
    assert read_one("a.md", text.encode()).publisher == "Hill Business Mirror"
    text = f"# {HEADLINE}\n\nHWN | Harbour | Last updated at June 01, 2019 09:05 IST\n\n{TEXT}"
    assert read_one("a.md", text.encode()).publisher == "HWN"


def test_who_has_the_copyright_has_published_it_where_nothing_else_says_who() -> None:
    foot = "© 2003 Harbour Media Ltd. All rights reserved."
    assert read_one("a.txt", f"{HEADLINE}\n\n{TEXT}{foot}".encode()).publisher == "Harbour Media Ltd"
    named = f"The Harbour Ledger\n5 December 2003\n\n{HEADLINE}\n\n{TEXT}{foot}"
    assert read_one("a.txt", named.encode()).publisher == "The Harbour Ledger"


def page(title: str, body: str) -> tuple[str | None, str | None]:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    html = f"<html><head><title>{title}</title></head><body>{body}{paragraphs}</body></html>"
    reading = read_one("a.html", html.encode())
    return reading.title, reading.publisher


@pytest.mark.parametrize(
    ("title", "body", "publisher"),
    [
        (f"{HEADLINE} — Hill Sur Press", f"<h2>{HEADLINE}</h2>", "Hill Sur Press"),
        (HEADLINE, f"<h1>DISPUTE SETTLEMENT</h1><h2>{HEADLINE}</h2>", None),
        (f"{HEADLINE} (Hill Debates, 21 May 1968)", f"<h1>{HEADLINE}</h1>", "Hill Debates"),
        (HEADLINE, f"<p>HILL &amp; SEA NEWS | 5 May 2023</p><h1>{HEADLINE}</h1>", "Hill & Sea News"),
        (HEADLINE, f"<header>The Hill Post | 1 May 1966 | 6d.</header><h1>{HEADLINE}</h1>", "The Hill Post"),
    ],
)  # fmt: skip
def test_a_page_is_named_by_the_heading_that_its_title_begins_with(
    title: str, body: str, publisher: str | None
) -> None:
    assert page(title, body) == (HEADLINE, publisher)
