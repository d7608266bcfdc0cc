"""Links that download what a tab shows as a file to keep."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

ENDINGS = {"csv": "CSV", "md": "Markdown"}  # a sheet, and a note


def download_links(name: str, asked: Sequence[tuple[str, str]]) -> str:
    """One link a file, which asks for the same as the tab did.

    >>> download_links("news", [("party", "JP")]).partition(", ")[0]
    'Download: <a href="/news.csv?party=JP" download>CSV</a>'
    """
    query = escape(urlencode(asked))
    links = (f'<a href="/{name}.{ending}?{query}" download>{told}</a>' for ending, told in ENDINGS.items())
    return f"Download: {', '.join(links)}"
