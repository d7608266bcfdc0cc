"""Feeds saved as files: an entry is a briefing, as the feed has it; other XML holds none."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from ingest.pipeline import ingest
from ingest.readers import NoBriefingsError, Reading, Unread, read
from ingest.report import Report
from ingest.text.dates import published_on
from vectorstore.store import Store

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Desk Notes</title>
<item><title>Kenya &amp; Peru</title><link>https://example.org/tea</link>
<pubDate>Mon, 09 Jun 2025 04:00:00 GMT</pubDate>
<description>&lt;p&gt;Kenya cut its duty on tea.&lt;/p&gt;
&lt;p&gt;Peru will follow.&lt;/p&gt;</description></item>
<item><title>Empty</title><link>https://example.org/empty</link></item></channel></rss>"""


@pytest.mark.parametrize("ending", ["xml", "rss"])
def test_an_entry_of_a_saved_feed_is_a_briefing(ending: str) -> None:
    empty, tea = read(f"2024-01-01.{ending}", FEED.encode())
    assert isinstance(tea, Reading)
    assert (tea.part, tea.title, tea.publisher) == ("example.org-tea", "Kenya & Peru", "Desk Notes")
    assert tea.text == "Kenya cut its duty on tea.\nPeru will follow."
    assert published_on(tea.dates, None, "2024-01-01.xml").day == date(2025, 6, 9)
    assert tea.notes[0].startswith("its entries are as the feed has them")
    assert isinstance(empty, Unread)


def test_an_entry_does_not_take_the_place_of_its_page() -> None:
    assert next(r.url for r in read("a.xml", FEED.encode()) if isinstance(r, Reading)) is None


def test_other_xml_is_no_feed() -> None:
    with pytest.raises(NoBriefingsError, match="no feed"):
        list(read("a.xml", b"<?xml version='1.0'?><urlset><url/></urlset>"))


def test_data_in_a_folder_or_an_archive_is_passed_over_and_noted(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "map.xml").write_text("<urlset/>")
    (folder / "feed.xml").write_text(FEED)
    with ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("map.xml", "<urlset/>")
        archive.writestr("rows.json", "[1, 2]")
    *_, report = ingest(store, [folder])
    assert isinstance(report, Report)
    assert (report.added, [failure.source for failure in report.failed]) == (
        1,
        ["feed.xml#example.org-empty"],
    )
    assert {n.source for n in report.notes if n.text.startswith("passed over.")} == {
        "map.xml",
        "a.zip/map.xml",
        "a.zip/rows.json",
    }
