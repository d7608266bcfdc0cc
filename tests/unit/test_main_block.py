"""What a page lists is read, where it marks neither an article nor a main part."""

import pytest

from tests.reading import read_one

LISTED = ["- Quota for plate: 14,000 tonnes.", "- Quota for wire: 8,500 tonnes."]
ARTICLE = """<h1>Peru changes its steel quotas</h1><p>Lima, 14 May 2026</p>
<p>The ministry set out these changes today, after a review of six months that drew ninety replies.</p>
<h2>What changes</h2>
<ul><li>Quota for plate: 14,000 tonnes.</li><li>Quota for wire: 8,500 tonnes.</li></ul>
<p>The changes apply from July and will be looked at again after three years by the same committee.</p>"""
MENU = '<ul><li><a href="/a">Home</a></li><li><a href="/b">Prices</a></li></ul>'


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE,
        f'<div class="frame"><div class="column">{ARTICLE}</div></div>',
        f"{MENU}{ARTICLE}<p>Tel. 12 34</p>",
        f"<nav>{MENU}</nav><section>{ARTICLE}</section><footer><p>All rights reserved.</p></footer>",
    ],
)
def test_a_list_and_its_heading_are_kept_without_the_menu(page: str) -> None:
    reading = read_one("a.html", f"<html><body>{page}</body></html>".encode())
    lines = reading.text.split("\n")
    at = lines.index("## What changes")
    assert lines[at + 1 : at + 3] == LISTED
    assert not any("Prices" in line for line in lines)
    assert reading.title == "Peru changes its steel quotas"
    assert not any(line.lstrip("# ") == reading.title for line in lines)


def test_a_page_of_two_columns_of_one_length_is_left_as_it_is() -> None:
    columns = "".join(f"<div><p>{'Peru and Chile met in Lima. ' * 9}</p></div>" for _ in range(3))
    assert read_one("a.html", f"<html><body><h1>Talks</h1>{columns}</body></html>".encode()).text


def test_the_only_heading_of_a_page_is_its_title_though_it_is_of_the_second_rank() -> None:
    page = "<html><head><title>Press Office of Peru</title></head><body><p>Government of Peru</p>"
    text = "<p>The two sides closed the talks on tea after nine months, both governments said.</p>" * 2
    reading = read_one("a.html", f"{page}<h2>Peru and Kenya close their talks</h2>{text}</body>".encode())
    assert reading.title == "Peru and Kenya close their talks"
