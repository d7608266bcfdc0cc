"""Saved pages: the article and its structure, and what the head of the page says; nothing is fetched."""

import socket

import pytest

from ingest.readers import Reading
from ingest.sources.pasted import Pasted
from ingest.text.dates import Stated
from tests.reading import read_one
from vectorstore.errors import SourceError

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks go on - Trade Desk</title>
<link rel="canonical" href="https://example.org/2025/06/talks/">
<meta property="og:site_name" content="Trade Desk">
{meta}</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Talks go on</h1>
<p>Both <b>sides</b> met in <a href="x">Washington</a> on June 6 for the fifth round.</p>
<h2>Tariffs</h2><ul><li>Cars: 25%<ul><li>Parts later</li></ul></li><li>Steel stays</li></ul>
<table><tr><th>Good</th><th>Rate</th></tr><tr><td>Cars</td><td>15%</td></tr></table>
<p>The next round is expected in the middle of June, before the leaders meet in Canada.</p>
<script>document.write("never")</script><img src="https://example.org/pixel.gif" alt="pixel"></article>
<footer>Copyright Trade Desk. All rights reserved.</footer></body></html>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def page(meta: str = "") -> Reading:
    return read_one("talks.html", PAGE.replace("{meta}", meta).encode())


@pytest.mark.parametrize("name", ["talks.txt", "talks.text", "talks.aspx"])
@pytest.mark.parametrize(
    "before",
    ["", "\ufeff\n  ", "no doctype"],
)
def test_a_page_that_was_saved_as_text_is_read_as_a_page(name: str, before: str) -> None:
    saved = PAGE.replace("{meta}", "")
    saved = saved.replace("<!DOCTYPE html>", "\n") if before == "no doctype" else before + saved
    assert read_one(name, saved.encode()) == page()


def test_a_page_that_was_saved_as_text_is_decoded_as_it_declares() -> None:
    saved = PAGE.replace("{meta}", "").replace("utf-8", "iso-8859-2").replace("Washington", "Łódź")
    assert "Łódź on June 6" in read_one("talks.txt", saved.encode("iso-8859-2")).text


@pytest.mark.parametrize(
    "text",
    [
        "<html> is the tag that a page begins with, said the notice on tin.",
        "The customs form begins with <!DOCTYPE html> and <html><body>, said the notice on tin.",
    ],
)
def test_a_text_that_only_speaks_of_tags_keeps_them(text: str) -> None:
    assert read_one("talks.txt", text.encode()).text == text


def test_a_page_is_its_article_with_its_structure() -> None:
    assert page().text.split("\n") == [
        "Both sides met in Washington on June 6 for the fifth round.",
        "## Tariffs",
        "- Cars: 25%",
        "  - Parts later",
        "- Steel stays",
        "| Good | Rate |",
        "| Cars | 15% |",
        "The next round is expected in the middle of June, before the leaders meet in Canada.",
    ]


def test_the_head_gives_title_publisher_and_address() -> None:
    reading = page()
    assert (reading.title, reading.publisher, reading.language) == ("Talks go on", "Trade Desk", "en")
    assert reading.url == "https://example.org/2025/06/talks/"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2025-06-07T23:10:00-04:00">',
        '<meta name="DC.date.issued" content="2025-06-07">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-07"}</script>',
    ],
)
def test_the_date_comes_from_meta_tags_and_json_ld(meta: str) -> None:
    (stated,) = page(meta).dates
    assert stated.origin == "meta tag"
    assert stated.text.startswith("2025-06-07")


def test_a_page_without_a_date_states_none() -> None:
    html = PAGE.replace("2025/06/", "").replace("on June 6 ", "").replace("{meta}", "")
    assert read_one("talks.html", html.encode()).dates == ()


def test_a_page_in_another_declared_encoding_is_read() -> None:
    html = PAGE.replace('charset="utf-8"', 'charset="iso-8859-2"').replace(
        "fifth round", "piąta runda: więcej ceł"
    )
    assert (
        "piąta runda: więcej ceł" in read_one("a.htm", html.replace("{meta}", "").encode("iso-8859-2")).text
    )


def test_a_page_without_an_article_is_read_whole() -> None:
    assert read_one("a.html", b"<p>Japan &amp; Korea met.").text == "Japan & Korea met."


def test_a_labelled_date_in_the_words_of_a_page_counts() -> None:
    html = (
        b"<html><body><article><h1>Talks</h1><p>Published: June 8, 2025</p><p>"
        + b"Both sides met again. " * 20
    )
    assert read_one("a.html", html).dates[0] == Stated("published line", "June 8, 2025")


@pytest.mark.parametrize("quote", ['"', "'"])
def test_pictures_inside_a_page_take_no_words_with_them(quote: str) -> None:
    picture = f"<img src={quote}data:image/png;base64,AAAA{quote}>"
    html = (
        PAGE.replace("{meta}", "").replace("<h2>", f"{picture}<h2>").replace("<script>", f"{picture}<script>")
    )
    assert read_one("talks.html", html.encode()).text == page().text


def test_words_in_quotation_marks_that_begin_with_data_stay() -> None:
    html = PAGE.replace("{meta}", "").replace("the fifth round", 'the fifth round, "data: not yet" he said')
    assert '"data: not yet" he said' in read_one("talks.html", html.encode()).text


UNTITLED = (
    b"<p>Kenya cut its duty on coffee to 4 percent on June 6, 2025.</p><p>Uganda will follow in July.</p>"
)


def test_a_page_that_states_no_title_is_called_by_its_first_paragraph_and_keeps_it() -> None:
    reading = read_one("coffee.html", UNTITLED)
    assert reading.title == "Kenya cut its duty on coffee to 4 percent on June 6, 2025."
    assert reading.text.split("\n") == [
        "Kenya cut its duty on coffee to 4 percent on June 6, 2025.",
        "Uganda will follow in July.",
    ]


def test_a_pasted_page_with_a_title_of_its_own_keeps_its_first_paragraph() -> None:
    [reading] = Pasted(UNTITLED.decode(), title="Coffee").read()
    assert isinstance(reading, Reading)
    assert reading.text.startswith("Kenya cut its duty on coffee to 4 percent")


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_words_are_left_out(tag: str) -> None:
    html = PAGE.replace("{meta}", "").replace(
        "for the fifth", f"for the <{tag}>fourth</{tag}> <ins>fifth</ins>"
    )
    assert read_one("talks.html", html.encode()).text == page().text


def test_words_in_blocks_of_a_cell_a_heading_and_an_item_stay_apart() -> None:
    html = PAGE.replace("{meta}", "")
    html = html.replace(
        "<td>Cars</td><td>15%</td>", "<td><p>Cars</p><p>8703</p></td><td>15%<br>from August</td>"
    )
    html = html.replace("Tariffs</h2>", "Tariffs<br>and quotas</h2>").replace(
        "Steel stays", "Steel<p>stays</p>"
    )
    lines = read_one("talks.html", html.encode()).text.split("\n")
    assert "| Cars 8703 | 15% from August |" in lines
    assert "## Tariffs and quotas" in lines
    assert "- Steel stays" in lines


NEWS = (
    "<html><body><table><tr><td>Trade Daily</td></tr>"
    "<tr><td><h2>Europe</h2><p>Both sides met.</p><p>They will meet again.</p></td></tr>"
    "<tr><td><ul><li>India met the EU</li><li>Brazil sued</li></ul></td></tr></table></body></html>"
)


def test_a_newsletter_laid_out_in_tables_is_read_as_blocks() -> None:
    assert read_one("daily.html", NEWS.encode()).text.split("\n") == [
        "Trade Daily",
        "## Europe",
        "Both sides met.",
        "They will meet again.",
        "- India met the EU",
        "- Brazil sued",
    ]


def test_a_list_in_a_cell_keeps_its_words() -> None:
    html = PAGE.replace("{meta}", "").replace(
        "<td>Cars</td>", "<td>Cars<ul><li>new</li><li>used</li></ul></td>"
    )
    assert "| Cars new used | 15% |" in read_one("talks.html", html.encode()).text


def test_a_page_without_an_article_shows_nothing_that_is_hidden() -> None:
    html = NEWS.replace("<table>", '<div style="display: none">In this mail: Europe</div><table>')
    assert "In this mail" not in read_one("daily.html", html.encode()).text


def test_a_day_that_is_marked_up_stays_in_its_sentence() -> None:
    html = PAGE.replace("{meta}", "").replace("June 6", '<time datetime="2025-06-06">June 6</time>')
    assert read_one("talks.html", html.encode()).text == page().text


def test_a_title_on_two_lines_keeps_its_words_apart() -> None:
    html = PAGE.replace("{meta}", "").replace("<h1>Talks go on", "<h1>Talks<br>go on")
    reading = read_one("talks.html", html.encode())
    assert (reading.title, reading.text) == ("Talks go on", page().text)


SENTENCE = "{} set the ceiling for cars at 15 percent after a day of talks, officials of both sides said. "
ENTRIES = ("Europe", "Asia", "America", "Africa")


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="entry-1"><h2>{0}</h2><p>{1}</p></div>',
        '<div class="post"><h2>{0}</h2><p>{1}</p></div>',
        "<section><div><h2>{0}</h2></div><p>{1}</p></section>",
        "<ul><li><h2>{0}</h2><p>{1}</p></li></ul>",
    ],
)
def test_every_entry_of_a_live_page_keeps_its_heading(entry: str) -> None:
    entries = "".join(entry.format(name, SENTENCE.format(name) + f"{name} will vote.") for name in ENTRIES)
    html = f"<html><head><title>Live</title></head><body><div><h1>Live</h1>{entries}</div></body></html>"
    lines = read_one("live.html", html.encode()).text.split("\n")
    assert [line for line in lines if line.startswith("#")] == [f"## {name}" for name in ENTRIES]
    assert all(lines[lines.index(f"## {name}") + 1].startswith(f"{name} set") for name in ENTRIES)


def test_a_heading_of_what_stands_beside_an_article_heads_none_of_its_paragraphs() -> None:
    aside = "<aside><h3>Most read</h3><ul><li>Old talks</li></ul></aside>"
    html = PAGE.replace("{meta}", "").replace("<p>The next round", f"{aside}<p>The next round")
    assert read_one("talks.html", html.encode()).text == page().text


@pytest.mark.parametrize(
    "body",
    [
        "<nav><a href='/'>Home</a></nav><h1>Peru signs</h1><p>Peru and Kenya signed.</p><h2>Rates</h2>"
        "<ul><li>Tea: 4 percent</li></ul><footer>Copyright</footer>",
        "<div class='main-menu'><a href='/'>Home</a></div><div><h1>Peru signs</h1>Peru and Kenya signed."
        "<h2>Rates</h2><ul><li>Tea: 4 percent</li></ul></div>",
    ],
)
def test_a_page_of_few_words_keeps_its_lines_and_loses_its_menu(body: str) -> None:
    reading = read_one("a.html", f"<title>Peru signs</title><body>{body}</body>".encode())
    assert reading.text.split("\n") == ["Peru and Kenya signed.", "## Rates", "- Tea: 4 percent"]


def test_a_page_that_is_said_to_have_a_menu_is_none() -> None:
    body = "<div class='page has-menu'><p>Peru and Kenya signed.</p><p>5 March 2025</p></div>"
    assert read_one("a.html", f"<body>{body}</body>".encode()).text.split("\n") == [
        "Peru and Kenya signed.",
        "5 March 2025",
    ]


def test_a_short_page_that_is_a_table_keeps_its_rows() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    table = f"<h1>Tariff</h1><table>{row.format('Tea', '4%')}{row.format('Coffee', '25%')}</table>"
    assert read_one("a.html", table.encode()).text == "| Tea | 4% |\n| Coffee | 25% |"


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Kenya cuts duty | Trade Desk", "Trade Desk"),
        ("Kenya cuts duty - Africa - Trade Desk", "Trade Desk"),
        ("Kenya cuts duty", None),
        ("Kenya cuts duty - 5 May 2025", None),
        ("Trade Desk - Kenya cuts duty", None),
        ("Kenya cuts duty on tea - and Uganda", None),
    ],
)
def test_the_site_that_stands_behind_the_heading_in_the_title_is_the_publisher(
    title: str, publisher: str | None
) -> None:
    html = (
        f"<head><title>{title}</title></head><body><h1>Kenya cuts duty</h1><p>Kenya cut it to 4 percent.</p>"
    )
    assert read_one("a.html", html.encode()).publisher == publisher


def test_a_page_without_an_article_is_no_warning_of_a_library(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(SourceError, match="no text"):
        read_one("a.html", b"<html><head><title>Tea</title></head><body><div id='app'></div></body></html>")
    assert caplog.records == []
