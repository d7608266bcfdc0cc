"""Give an act its full title: its number says nothing to who reads a list, its subject stands below.

"Announcement No. 82 of 2025" is what the page's own title says; above the text stands "Announcement No. 82
of 2025 on anti-dumping duties on tin". In an official journal the subject is a row by itself: "imposing a
duty on tin".
"""

import re
from itertools import islice

from ingest.text.letters import letters
from ingest.text.months import A_DAY
from vectorstore.patterns import pattern

LINES, LONGEST = 8, 250  # lines of text among which the title stands in full, and its characters
_KIND = (
    r"announcement|notification|notice|circular|decision|decree|regulation|directive|order|resolution|act|law"
    r"|proclamation|rule|communication|opinion|recommendation|determination|instruction|bulletin|advisory"
)
_SHORT = pattern(r"\(?[A-Z]{1,5}\)?")  # "(EU)"
_IS_KIND = pattern(_KIND, re.I)
_OF_NUMBER = pattern(
    rf"{_KIND}|implementing|delegated|executive|public|general|joint|council|commission|government|ministerial"
    r"|presidential|no\.?|nr\.?|n[°º]|number|of|the|series|[\w./-]*\d[\w./-]*",
    re.I,
)
_OF_DAY = pattern(rf"(?:of|dated) (?:the )?{A_DAY}(?:,? (?:19|20)\d\d)?", re.I)
_SUBJECT = pattern(
    r"(?:(?:provisionally |definitively |temporarily )?(?:imposing|amending|suspending|extending|terminating"
    r"|repealing|establishing|fixing|opening|initiating|lifting|concluding|adopting|implementing|authori[sz]ing"
    r"|prohibiting|restricting|setting|adjusting|modifying|correcting|laying down|providing for|making"
    r"|allocating|accepting|approving|withdrawing|reopening|granting)|on|concerning|regarding|relating to"
    r"|as regards)\b"
)


def in_full(title: str, text: str) -> str:
    """Return the title of a text as the text itself has it, where that begins alike and says more.

    >>> in_full("Notice No. 8 of 1987", "Notice No. 8 of 1987 on the Levy on Tin\\nMay 4\\nThe levy is cut.")
    'Notice No. 8 of 1987 on the Levy on Tin'
    >>> in_full("REGULATION (EC) 8/1987", "of 4 May 1987\\nimposing a duty on tin from Peru\\nWhereas:")
    'REGULATION (EC) 8/1987 imposing a duty on tin from Peru'
    >>> in_full("Peru cuts the levy", "Peru cuts the levy on tin\\nimposing costs")
    'Peru cuts the levy'
    """
    if not _is_number(title):
        return title
    lines = [*islice((line for line in map(_plain, text.splitlines()) if line), LINES)]
    own = letters(title)
    for at, line in enumerate(lines):
        if letters(line).startswith(own) and _is_title(line) and len(line) > len(title):
            return line
        if _SUBJECT.match(line) and _is_title(line) and (at == 0 or _OF_DAY.fullmatch(lines[at - 1])):
            return f"{title} {line}"
    return title


def _is_number(title: str) -> bool:
    """Whether a title is the kind and the number of an act, and nothing else."""
    words = [word.strip(",") for word in title.split()]
    numbered = any(map(str.isdigit, title)) and any(_IS_KIND.fullmatch(word) for word in words)
    return numbered and all(_OF_NUMBER.fullmatch(word) or _SHORT.fullmatch(word) for word in words if word)


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST and line[-1] not in ".!?:;,"


def _plain(line: str) -> str:
    return " ".join(line.strip(" #*_|>").split())
