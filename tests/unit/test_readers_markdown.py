"""Markdown becomes plain lines: structure kept, markup gone, every word still there."""

import time
from datetime import date

import pytest

from ingest.readers.markdown import markdown_lines, read_markdown
from ingest.text.dates import Stated, parse_date
from tests.reading import read_one
from vectorstore.errors import SourceError


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Both sides\nmet **today**.", ["Both sides met today."]),
        ("One line,  \nthen another.", ["One line,", "then another."]),
        ("One line,<br>then another.", ["One line,", "then another."]),
        ("See [the *text*](https://example.org) ![map](m.png)here.", ["See the text here."]),
        ("Tariffs&nbsp;of 15&#37; &amp; more", ["Tariffs of 15% & more"]),
        ("<span style='x'>Sec. 2.</span> <u>Duties</u> are 15%.", ["Sec. 2. Duties are 15%."]),
        ("A duty of ~~40~~ 10 percent.", ["A duty of 10 percent."]),
        ("Duties on steel ~~and tin~~, and tea.", ["Duties on steel, and tea."]),
        ("It is <del>25</del> <s>20</s> <strike>18</strike> <ins>15</ins>%.", ["It is 15%."]),
        ("SEARS <S> rose and ~ 5 fell", ["SEARS rose and ~ 5 fell"]),
        ("## Duties\n\n### **On steel**", ["## Duties", "### On steel"]),
        ("> A quote\n> goes on.\n>\n> It ends.", ["A quote goes on.", "It ends."]),
        (
            "- Japan\n  - cars: 15%\n\n    from August\n- Korea",
            ["- Japan", "  - cars: 15% from August", "- Korea"],
        ),
        ("3. Third\n4. Fourth\n   - part", ["3. Third", "4. Fourth", "  - part"]),
        ("| Good | Rate |\n|---|---|\n| Cars | 15\\|16 |", ["| Good | Rate |", "| Cars | 15/16 |"]),
        ("```\nline one\nline two\n```", ["line one", "line two"]),
        ("    Sec. 3. Indented text is text.", ["Sec. 3. Indented text is text."]),
        ("ZENITH <ZE> rose & fell", ["ZENITH <ZE> rose & fell"]),
        ("Hidden <script>alert(1)</script> words <!-- note -->stay", ["Hidden words stay"]),
        (
            "<figure>\n<img src='x.png' alt='a chart'>\n<figcaption>Exports</figcaption>\n</figure>",
            ["Exports"],
        ),
    ],
)
def test_markdown_is_read_as_it_is_shown(source: str, lines: list[str]) -> None:
    assert markdown_lines(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("**Article 2.6: Services**", ["# Article 2.6: Services"]),
        ("**Article 2.6: Services **", ["# Article 2.6: Services"]),
        ("**BUILDING TRUST:** Both met.", ["# BUILDING TRUST", "Both met."]),
        (
            "**BUILDING TRUST: **Both met with **new** terms.",
            ["# BUILDING TRUST", "Both met with new terms."],
        ),
        ("**BUILDING TRUST**: Both met.", ["# BUILDING TRUST", "Both met."]),
        ("**Secretary Smith:** “Both met.”", ["Secretary Smith: “Both met.”"]),
        ("**Cooperation**  \nBoth will meet.", ["# Cooperation", "Both will meet."]),
        ("**" + "These are strong results. " * 8 + "**", [("These are strong results. " * 8).strip()]),
        ("- **STEEL:** 25%", ["- STEEL: 25%"]),
    ],
)
def test_bold_words_that_stand_for_a_heading_become_one(source: str, lines: list[str]) -> None:
    assert markdown_lines(source) == lines


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("an additional* ad valorem* rate", "an additional ad valorem rate"),
        ("Sec. 2. Purpose*.* The text", "Sec. 2. Purpose. The text"),
        ("**Seeking **to trade", "Seeking to trade"),
        ("2*3 and 4 * 5 * 6 and 2**3", "2*3 and 4 * 5 * 6 and 2**3"),
        ("marked with “\\*” or a note\\*", "marked with “*” or a note*"),
        ("[Mike](https://example.org/(USW,x.): said", "Mike: said"),
    ],
)
def test_markup_that_was_left_over_goes_and_sums_stay(source: str, text: str) -> None:
    assert markdown_lines(source) == [text]


def test_html_tables_keep_every_cell_in_its_column() -> None:
    source = (
        "<table>\n<tr><td rowspan='2'><strong>Heading</strong></td><td colspan='2'>Rates</td></tr>\n\n"
        "<tr><td>General</td><td>Special</td></tr>\n"
        "<tr><td>9903.01</td><td>15%<br>or more</td><td></td></tr></table>"
    )
    assert markdown_lines(source) == [
        "| Heading | Rates | |",
        "| | General | Special |",
        "| 9903.01 | 15% or more | |",
    ]


def test_words_that_look_like_structure_are_not_read_as_it() -> None:
    lines = markdown_lines("\\# of jobs rose\n\n\\| not a row")
    assert lines == ["#\u00a0of jobs rose", "not a row"]


def test_front_matter_gives_title_date_publisher_and_address() -> None:
    reading = read_markdown(
        '---\ntitle: "Talks \\u2019go on\\ud83d\\ude80"\ndate: 2025-06-07 23:30:00-04:00\n'
        "source_url: https://www.example.org/a/\nsource: The Ministry\n---\n\n# Talks\n\nBoth met."
    )
    assert (reading.title, reading.publisher, reading.url) == (
        "Talks ’go on🚀",
        "The Ministry",
        "https://www.example.org/a/",
    )
    assert parse_date(reading.dates[0].text) == date(2025, 6, 7)
    assert reading.text == "# Talks\nBoth met."


@pytest.mark.parametrize(
    "name", ["date", "Date", "PUBLISHED", "publish_date", "pub_date", "pubDate", "Publish-Date"]
)
def test_the_names_in_front_matter_are_known_however_they_are_written(name: str) -> None:
    reading = read_markdown(f"---\nTitle: Talks\nSource: The Ministry\n{name}: 2025-06-08\n---\nBoth met.")
    assert (reading.title, reading.publisher) == ("Talks", "The Ministry")
    assert reading.dates == (Stated("front matter", "2025-06-08"),)


def test_a_heading_that_repeats_the_title_is_not_text() -> None:
    reading = read_markdown("# Talks go on\n\nPublished: 2025-06-08\nSource: Reuters\n\nBoth met.")
    assert (reading.title, reading.text) == ("Talks go on", "Both met.")
    assert reading.publisher == "Reuters"
    assert reading.dates == (Stated("published line", "2025-06-08"),)


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    assert read_markdown("---\n\nBoth met.\n\n---\n\nThey agreed.").text == "Both met.\nThey agreed."


@pytest.mark.parametrize("broken", ["title: Trade: talks", "title: [a", "title: 'a"])
def test_broken_front_matter_is_refused_with_its_line(broken: str) -> None:
    with pytest.raises(SourceError, match=r"not valid YAML in line \d.*[Pp]ut the value in quotes"):
        read_one("a.md", f"---\ndate: 2025-06-08\n{broken}\n---\nText.".encode())


def test_front_matter_without_an_end_is_refused() -> None:
    with pytest.raises(SourceError, match="no closing ---"):
        read_one("a.md", b"---\ntitle: Talks\n\nBoth met.")


@pytest.mark.slow
@pytest.mark.parametrize("pattern", ["word ", "*a ", "**a", "[", "<a ", "`", "> ", "|a", "<td>", "&amp;"])
def test_a_long_line_takes_time_in_proportion(pattern: str) -> None:
    line = pattern * (200_000 // len(pattern))
    began = time.process_time()
    markdown_lines(line)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("day", ["2026-06-02T10:00:00Z", "2026-06-02", '"2 June 2026"'])
def test_front_matter_may_be_toml(day: str) -> None:
    fields = f'title = "Copper levy"\ndate = {day}\n[params]\ndraft = false\n'
    text = f"+++\n{fields}+++\n\nZambia put a levy on copper.\n"
    reading = read_one("a.md", text.encode())
    assert (reading.title, reading.text) == ("Copper levy", "Zambia put a levy on copper.")
    assert parse_date(reading.dates[0].text) == date(2026, 6, 2)


def test_front_matter_that_is_no_toml_is_refused_with_the_reason() -> None:
    with pytest.raises(SourceError, match=r"not valid TOML: .*\+\+\+ lines"):
        read_one("a.md", b"+++\ntitle = Copper levy\n+++\n\nZambia put a levy on copper.\n")


def test_a_rule_of_plus_signs_is_no_front_matter() -> None:
    assert "Breaking" in read_one("a.md", b"+++\nBreaking\n+++\n\nZambia put a levy on copper.\n").text
