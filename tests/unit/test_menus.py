"""Old pages laid out in tables: their menus are none of their words, their lists and figures are."""

import pytest

from tests.reading import read_one

MENU = "<br>".join(f"<a href='/{name}'>{name}</a>" for name in ("Home", "News", "Archive", "About us"))
TALKS = (
    "<h1>EU and Mercosur conclude talks</h1><p>The European Union and the four members of Mercosur "
    "concluded negotiations on a trade agreement in Montevideo, after 25 years of talks.</p>"
    "<p>It removes duties on 91 percent of exports; see <a href='/beef'>our story on beef</a> for more.</p>"
)
LINES = [
    "The European Union and the four members of Mercosur concluded negotiations on a trade agreement "
    "in Montevideo, after 25 years of talks.",
    "It removes duties on 91 percent of exports; see our story on beef for more.",
]
STORIES = (
    "<b>More</b><br><a href='/a'>India and the United Kingdom resume talks on services</a><br>"
    "<a href='/b'>Canada lifts its surtax on steel from allies</a>"
)
AGREEMENTS = [
    "Free trade agreement with the United States, in force since 1 January 2004",
    "Association agreement with the European Union, in force since 1 February 2003",
    "Free trade agreement with the Republic of Korea, in force since 1 April 2004",
]
LINKED = "".join(f"<tr><td><a href='/{n}'>{words}</a></td></tr>" for n, words in enumerate(AGREEMENTS))


def lines(body: str, title: str = "A page") -> list[str]:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_one("page.html", html.encode()).text.split("\n")


def test_a_menu_beside_an_article_goes_and_so_do_the_links_to_other_stories() -> None:
    assert lines(f"<table><tr><td>{MENU}</td><td>{TALKS}</td><td>{STORIES}</td></tr></table>") == LINES


def test_a_cell_with_the_paragraphs_of_an_article_lays_the_page_out_without_any_heading() -> None:
    words = TALKS[TALKS.index("<p>") :]
    page = f"<table><tr><td>{MENU}</td><td><font size=4><b>Talks end</b></font>{words}</td></tr></table>"
    assert lines(page, "Talks end") == LINES


def test_menus_that_are_tables_of_their_own_go() -> None:
    top = "<table><tr><td><a href='1'>Tea</a></td><td><a href='2'>Coffee</a></td></tr></table>"
    years = "<table><tr><td><a href='3'>1999</a></td></tr><tr><td><a href='4'>2000</a></td></tr></table>"
    words = TALKS[TALKS.index("<p>") :]
    page = f"{top}<table><tr><td>{years}</td><td><b>Talks end</b><br>{words}</td></tr></table>"
    assert lines(page, "Talks end") == LINES


@pytest.mark.parametrize("heading", ["<h1>Tariff of Kenya</h1>", "<b>Tariff of Kenya</b>"])
@pytest.mark.parametrize("around", ["<td>{}{}</td>", "<td>{}</td><td>{}</td>"], ids=["one cell", "apart"])
def test_a_table_of_figures_whose_goods_are_links_stays(heading: str, around: str) -> None:
    goods = [("0901", "Coffee", "25%"), ("0902", "Tea", "4%"), ("1001", "Wheat", "10%")]
    row = "<tr><td><a href='c'>{}</a></td><td><a href='g'>{}</a></td><td>{}</td></tr>"
    table = f"<table>{''.join(row.format(*good) for good in goods)}</table>"
    intro = "The rates hold from March 5, 2001 for goods of all members of the World Trade Organization."
    page = f"<table><tr><td>{MENU}</td>{around.format(f'{heading}<p>{intro}</p>', table)}</tr></table>"
    found = lines(page, "Tariff of Kenya")
    assert [line for line in found if line.startswith("|")] == [f"| {c} | {g} | {r} |" for c, g, r in goods]
    assert not {"Home", "News"} & {*found}


@pytest.mark.parametrize("heading", ["<h1>Agreements of Chile</h1>", ""])
def test_a_list_of_links_that_is_what_the_page_tells_stays(heading: str) -> None:
    page = f"<table><tr><td>{MENU}</td><td>{heading}<table>{LINKED}</table></td></tr></table>"
    found = lines(page, "Agreements of Chile")
    assert [line.strip("| ") for line in found] == AGREEMENTS


def test_a_list_of_links_below_the_words_that_introduce_it_stays() -> None:
    intro = (
        "Chile has concluded more agreements than any other country of its region, of which these are some."
    )
    cell = f"<td><h1>Chile</h1><p>{intro * 3}</p><table>{LINKED}</table></td>"
    page = f"<table><tr><td>{MENU}</td>{cell}</tr></table>"
    assert [line.strip("| ") for line in lines(page)][1:] == AGREEMENTS


def test_a_page_of_nothing_but_short_links_is_these() -> None:
    countries = "<br>".join(
        f"<a href='/{name}'>{name}</a>" for name in ("Argentina", "Brazil", "Chile", "Peru")
    )
    page = f"<table><tr><td><p>{countries}</p></td></tr></table>"
    assert lines(page) == ["Argentina", "Brazil", "Chile", "Peru"]
