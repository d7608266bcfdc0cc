"""Keep words that only look like structure from being read as it; the format: `vectorstore.briefing`."""

from vectorstore.patterns import pattern


def guarded(text: str) -> str:
    """A paragraph's text without what would make its line a heading or a table row.

    >>> guarded("| Both met."), guarded("# 1 supplier")
    ('Both met.', '#\\xa01 supplier')
    """
    if text.startswith("|"):
        return text.lstrip("| ")
    # A no-break space is shown as a space and ends no marker.
    return _LOOKS_LIKE_HEADING.sub("\\1\u00a0", text)


_LOOKS_LIKE_HEADING = pattern(r"^(#{1,6}) ")
