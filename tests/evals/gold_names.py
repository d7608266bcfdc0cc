"""Complete the names of gold documents that a question set gives by their beginnings alone.

    python tests/evals/gold_names.py FOLDER QUESTIONS.jsonl > COMPLETE.jsonl

The newswire stories may not be copied into this project, and their file names hold their headlines: the
sets name them by day and number. Exits with 1 when a beginning fits no file of the folder, or several.
"""

import json
import sys
from pathlib import Path


def main(folder: Path, questions: Path) -> None:
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    for line in questions.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        question["gold_docs"] = [_named(beginning, names) for beginning in question["gold_docs"]]
        print(json.dumps(question, ensure_ascii=False))


def _named(beginning: str, names: list[str]) -> str:
    found = [name for name in names if name.startswith(f"{beginning}_")]
    if len(found) != 1:
        sys.exit(f"{len(found)} files begin with {beginning}_; expected one. Name the folder of the stories.")
    return found[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
