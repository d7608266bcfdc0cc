"""Ask short questions after one on another subject, and count which verdicts are others than without it.

    python -m tests.evals.topic_switch QUESTIONS.jsonl ...

over the home that BRIEFINGS_HOME names. Those are asked that read as a follow-up as well as alone, or are
joined to the one before for being short (`assistant.asking.followups.standalone`); that is drawn at random
from the same file.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from assistant.asking.followups.anaphora import points_back
from assistant.asking.followups.otherwise import leaning
from assistant.asking.followups.standalone import standalone
from assistant.asking.request import Turn
from assistant.build import open_desk
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.run import answers, judged
from assistant.settings import settings
from tests.question_files import read_questions

SEED = 5


def main(paths: Sequence[str]) -> None:
    draw = random.Random(SEED)
    asked = [pair for path in paths for pair in pairs(read_questions(Path(path)), draw)]
    with closing(open_desk(settings().home, "eval")) as desk:
        alone, after = (
            [outcome.verdict for outcome in judged(desk, list(answers(desk, lines))).outcomes]
            for lines in zip(*asked, strict=True)
        )
    print(f"{len(asked)} questions that read as either\n\n| alone | after another subject | questions |")
    print("|---|---|---|")
    for (first, then), count in Counter(zip(alone, after, strict=True)).most_common():
        print(f"| {first} | {then} | {count} |")


def pairs(lines: Sequence[QuestionLine], draw: random.Random) -> Iterator[tuple[QuestionLine, QuestionLine]]:
    """Yield each question that reads as either: as it is, and after one that other documents answer."""
    first = [line for line in lines if not line.request.history]
    for line in first:
        others = [other for other in first if not {*other.gold_docs} & {*line.gold_docs}]
        before = draw.choice(others).request.question
        asked = line.request.question
        joined = standalone(asked, [before]) != asked and not points_back(asked)
        if joined or leaning(asked, [before]):
            yield line, replace(line, request=replace(line.request, history=(Turn("user", before),)))


if __name__ == "__main__":
    main(sys.argv[1:])
