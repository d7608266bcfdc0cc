"""Join the rows of a title that its text has wrapped."""

from collections.abc import Sequence

from ingest.text.head_lines import kind_of
from ingest.text.head_words import JOINING

MOST_ROWS = 5
LONGEST = 250  # characters of a title
SHORTEST_ROW = (
    0.8  # of the longest line of the text; a wrapped row that is shorter had room for the next word
)
NARROWEST = 40  # characters of a row


def title_rows(lines: Sequence[str], at: int) -> int:
    """How many lines, from `at` on, the title there has: it goes on where a row ends or begins in the midst.

    >>> title_rows(["Tin from the Republic of", "Peru: Levy Cut; 2025", "", "Peru cut it."], 0)
    2
    >>> title_rows(["Tin from Peru", "Peru cut the levy.", "", "It said so."], 0)
    1
    """
    widest = max(map(len, lines))
    end = at + 1
    while end < len(lines) and (row := lines[end].strip()) and kind_of(row) is None:
        above = lines[end - 1].strip()
        if row[0] in "#-*•|" or above.isupper() != row.isupper() or not _goes_on(above, row, widest):
            break
        end += 1
    whole = " ".join(line.strip() for line in lines[at:end])
    is_text = end < len(lines) and bool(lines[end].strip()) and kind_of(lines[end]) is None
    return 1 if end - at > MOST_ROWS or len(whole) > LONGEST or is_text or whole[-1] in ".!?" else end - at


def _goes_on(above: str, row: str, widest: int) -> bool:
    ends, begins = above.split()[-1].lower(), row.split()[0].lower()
    if above[-1] in ",;:-–—" or ends in _SMALL or begins in _SMALL:
        return True
    return widest <= 2 * NARROWEST + 20 and len(above) >= max(NARROWEST, SHORTEST_ROW * widest)


_SMALL = JOINING | {"on", "in", "to", "at", "with", "from", "as", "by", "or", "under"}
