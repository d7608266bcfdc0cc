"""Make the list of English words anew, of word lists with a word a line: names have a capital there.

`python -m tests.english_words american-english-large british-english-large`, which Debian's `wamerican-large`
and `wbritish-large` install in /usr/share/dict (SCOWL; its terms: assistant/reading/english.LICENSE).
"""

import gzip
import re
import sys
from pathlib import Path

MADE = Path(__file__).parents[1] / "assistant" / "reading" / "english.txt.gz"
_SMALL = re.compile(r"[a-z]{3,}")


def english(lists: list[str]) -> list[str]:
    """Return the words of three and more small letters in any of the lists, sorted."""
    return sorted({word for text in lists for word in text.split() if _SMALL.fullmatch(word)})


if __name__ == "__main__":
    words = english([Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]])
    MADE.write_bytes(gzip.compress("\n".join(words).encode("ascii"), mtime=0))
    print(f"{len(words):,} words, {MADE.stat().st_size:,} bytes")
