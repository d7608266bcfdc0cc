"""Pick the documents that `questions/transcripts-*.jsonl` ask about: White House statements, press briefings
and speeches of 2021 to 2024 that speak much of trade.

    python tests/evals/pick_transcripts.py ARCHIVE FOLDER      copies them from one folder into another

ARCHIVE holds `statements-releases`, `press-briefings` and `speeches-remarks`, a Markdown file a document, its
name beginning with its day. The densest in words of trade are taken of each kind.
"""

import re
import shutil
import sys
from pathlib import Path

MOST = {"statements-releases": 200, "press-briefings": 90, "speeches-remarks": 90}
YEARS = ("2021", "2022", "2023", "2024")
FEWEST, SHORT = 4, 300  # words of trade in a document; words added to its length, so that no note leads

_TRADE = re.compile(
    r"\b(tariffs?|"
    r"trade (?:deal|agreement|talks|war|barriers|negotiat\w+|representative|deficit|policy|partners?)|"
    r"export (?:control|ban|restriction)s?|WTO|World Trade Organi[sz]ation|USMCA|Section (?:301|232|201)|"
    r"quotas?|anti-?dumping|countervailing|market access|dut(?:y|ies)|sanctions on)\b",
    re.I,
)


def main(archive: Path, folder: Path) -> None:
    for kind, most in MOST.items():
        found = []
        for path in sorted((archive / kind).rglob("*.md")):
            text = path.read_text(encoding="utf-8")
            count = len(_TRADE.findall(text))
            if path.name.startswith(YEARS) and count >= FEWEST:
                found.append((count / (len(text.split()) + SHORT), str(path), path))
        for _, _, path in sorted(found, reverse=True)[:most]:
            to = folder / path.relative_to(archive)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, to)
        print(f"{kind}: {min(most, len(found))} of {len(found)} documents with words of trade")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
