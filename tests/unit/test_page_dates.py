"""The day of a page is the one that it states of its own article; one of anything else never is."""

from datetime import date

import pytest

from ingest.text.dates import Published, published_on
from tests.reading import read_one

DAY = date(2025, 6, 8)
WORDS = "Both sides met in Washington for the fifth round of talks, and said that they had gone well. " * 3
OTHER = '<time datetime="2026-11-24">November 24, 2026</time>'


def published(
    beside: str, head: str = "", before: str = "", after: str = "", heading: str = "Talks"
) -> Published:
    html = (
        f"<html><head><title>Talks</title>{head}</head><body>{before}<article><h1>{heading}</h1>{beside}"
        f"<p>{WORDS}</p><p>{WORDS.replace('fifth', 'sixth')}</p></article>{after}</body></html>"
    )
    return published_on(read_one("talks.html", html.encode()).dates, None, "talks.html")


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


ARTICLE = '{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2025-06-08"}'
ANOTHER = '{"@type": "NewsArticle", "headline": "Old", "datePublished": "2023-01-05"}'


@pytest.mark.parametrize(
    "data",
    [
        linked(f'{{"@type": "ItemList", "itemListElement": [{ANOTHER}]}}') + linked(ARTICLE),
        linked(f"[{ANOTHER}, {ARTICLE}]"),
        linked(f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}'),
        linked(ARTICLE.replace("}", f', "mentions": [{ANOTHER}]}}')),
        linked(ARTICLE.replace("}", ",}")),
    ],
    ids=["list", "siblings", "graph", "mentions", "broken"],
)
def test_linked_data_gives_the_day_of_the_article_of_the_page(data: str) -> None:
    assert published("", data).day == DAY


def test_linked_data_of_several_articles_none_of_them_the_page_gives_no_day() -> None:
    other = ANOTHER.replace("Old", "Older").replace("2023", "2022")
    assert published("", linked(f"[{ANOTHER}, {other}]")).day is None


def test_linked_data_counts_before_a_date_tag_that_may_be_the_readers_day() -> None:
    assert published("", f'<meta name="date" content="2026-11-24">{linked(ARTICLE)}').day == DAY


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        f'<p>Updated {OTHER}</p><p>Published <time itemprop="datePublished" datetime="2025-06-08"></time>',
        '<time class="entry-date published" datetime="2025-06-08T10:00:00">yesterday</time>',
        '<span itemprop="datePublished" content="2025-06-08"></span>',
        "<p>Published: June 8, 2025</p>",
        "<p>Published June 8, 2025 | Updated June 10, 2025</p>",
        "<p>Updated June 10, 2025. Published June 8, 2025</p>".replace(".", ""),
        '<div class="date">June 8, 2025 at 9:30 p.m. EDT</div>',
        '<p><time datetime="2025-06-08">3 hours ago</time></p>',
        "<p>By A. Writer, June 8, 2025</p>",
        "<p>Veröffentlicht am 8. Juni 2025</p>",
        "<p>Publicado el 8 de junio de 2025 a las 18:30 | Actualizado el 10 de junio de 2025</p>",
        "<p>Pubblicato il 8 giugno 2025 alle ore 18.30</p>",
        "<p>Gepubliceerd op 8 juni 2025 om 18:30</p>",
        "<p>Publicado em 8 de junho de 2025 às 18h30</p>",
        "<p>2025年6月8日</p>",
        "<p>2025년 6월 8일</p>",
        f"<p>BRUSSELS, June 8, 2025 - {WORDS}</p>",
    ],
)
def test_the_day_beside_the_heading_counts(line: str) -> None:
    assert published(line).day == DAY


@pytest.mark.parametrize("tag", ["header", "nav", "aside", "footer"])
def test_a_day_outside_the_article_is_not_its_own(tag: str) -> None:
    beside = f"<{tag}>Trade Post {OTHER}</{tag}>"
    assert published("", before=beside, after=beside).day is None
    assert published("<p>Published: June 8, 2025</p>", before=beside).day == DAY


@pytest.mark.slow
@pytest.mark.parametrize(
    "above",
    [
        "<div>Sunday, 8 June 2025</div>",
        "<p>HARBOUR &amp; HILL NEWS | Sunday 8 June 2025</p>",
        "<p>The Harbour Post &mdash; Sunday June 8 2025</p>",
        "<p>8.jun.2025 às 4h00</p>",
    ],
)
def test_a_day_above_the_heading_counts_where_nothing_else_stands_there(above: str) -> None:
    def day(menu: str = "") -> date | None:
        body = f"{menu}{above}<h1>Talks go on</h1><p>{WORDS}</p>"
        page = f"<html><head><title>Talks go on</title></head><body>{body}</body></html>"
        return published_on(read_one("talks.html", page.encode()).dates, None, "talks.html").day

    assert day() == DAY
    assert day('<a href="/">Home</a>') is None
    assert day("<p>Trade</p>" * 3) is None


def test_a_header_that_an_issue_has_in_print_says_its_day() -> None:
    header = "<header>The Harbour Gazette &middot; Sunday, June 8, 2025 &middot; Price 6d.</header>"
    assert published("", before=header).day == DAY
    assert published("", before=header.replace(" &middot; Price 6d.", "")).day is None


def test_a_day_in_an_element_of_its_own_stands_beside_a_name() -> None:
    assert published("<span>Ann Lee</span> <span>June 8, 2025</span>").day == DAY
    assert published("<p><b>The list</b> of <b>June 8, 2025</b> is long</p>").day is None


@pytest.mark.parametrize(
    "line",
    [
        "<p>A. On June 5, 2025.</p>",
        "<table><tr><th>Report circulated:</th><td>June 5, 2025</td></tr>"
        "<tr><th>Panel:</th><td>Ms Lee</td></tr></table>",
        f"<aside>Most read {OTHER}</aside>",
        f'<div class="related"><h3>More</h3>{OTHER}</div>',
        f"<article><h3>Old talks</h3>{OTHER}</article>",
        "<h2>June 8, 2025</h2><p>They met.</p><h2>June 7, 2025</h2><p>They came.</p>",
        "<p>The list published on June 5, 2025 sets 15 percent.</p>",
    ],
)
def test_a_day_that_is_of_something_else_is_not_taken(line: str) -> None:
    assert published(line).day is None


def test_the_day_of_an_update_counts_where_no_other_is_shown() -> None:
    assert published("<p>Last updated: June 8, 2025, 6:45 p.m. PT</p>").day == DAY
    assert published("<p>The summary below was up-to-date at 8 June 2025</p>").day == DAY
    assert published("<p>Updated July 1, 2025</p><p>Published June 8, 2025</p>").day == DAY
    assert published("<p>Updated: June 8, 2025</p><p>A. On 1 January 2027.</p>").day == DAY


def test_a_footer_that_says_when_a_site_was_updated_dates_no_article() -> None:
    assert published("", after="<footer>Copyright 2026. Updated November 24, 2026</footer>").day is None


def test_a_day_that_may_be_read_in_two_ways_is_reported_not_guessed() -> None:
    found = published('<p class="date">06/08/2025</p>')
    assert found.day is None
    assert "may be read in two ways" in found.remarks[0]


def test_the_heading_is_the_articles_where_the_name_of_the_site_is_one_too() -> None:
    html = f"<html><head><title>Talks</title></head><body><h1>Trade Post</h1><h1>Talks</h1><p>{WORDS}</p>"
    assert read_one("talks.html", html.encode()).title == "Talks"


@pytest.mark.parametrize(
    "publisher",
    [
        r'{"name": "Trade \u0026 Tariff Post"}',
        '{"logo": {"@type": "ImageObject", "url": "x"}, "name": "Trade &amp; Tariff Post"}',
        '[{"name": "Trade & Tariff Post"}]',
        '"Trade & Tariff Post"',
    ],
)
def test_linked_data_gives_the_publisher_as_it_is_read(publisher: str) -> None:
    data = linked(ARTICLE.replace("}", f', "publisher": {publisher}}}'))
    html = (
        f"<html><head><title>Talks</title>{data}</head><body><article><h1>Talks</h1><p>{WORDS}</p></article>"
    )
    assert read_one("talks.html", html.encode()).publisher == "Trade & Tariff Post"


def test_a_publisher_that_linked_data_only_refers_to_is_looked_up() -> None:
    site = '{"@type": "Organization", "@id": "#site", "name": "Trade Post"}'
    article = ARTICLE.replace("}", ', "publisher": {"@id": "#site"}}')
    data = linked(f'{{"@graph": [{article}, {site}]}}')
    html = (
        f"<html><head><title>Talks</title>{data}</head><body><article><h1>Talks</h1><p>{WORDS}</p></article>"
    )
    assert read_one("talks.html", html.encode()).publisher == "Trade Post"
