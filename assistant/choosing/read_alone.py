"""Tell which sentences can be read without the one before: an answer can open with these alone."""

import re
from functools import lru_cache

from assistant.choosing.evidence import Evidence
from assistant.reading.clock import clock_of
from assistant.reading.leaning import TIE as TIE
from assistant.reading.leaning import leans_back
from ingest.text.auxiliaries import FINITE
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

# The number of a paragraph of an act, or of a post in a thread, which says nothing where it stands alone.
MARKER = pattern(r"\((?:[a-z]{1,4}|\d{1,2})\)\s+(?=[A-Z])|\d{1,2}/(?:\d{1,2})? +(?=[A-Z\d])")
# A figure alone behind such a number: of what, its list's lead-in says.
_BARE = pattern(
    r"\((?:[a-z]{1,4}|\d{1,2})\)\s+[\d$€£¥.,]+ ?(?:%|per ?cent|pct)?(?: ad valorem)?\s*[,;:.]", re.I
)
# What a list adds to the names of states.
_OF_A_NAME = pattern(
    r"(?:and|the|of|people['’]s|(?:federal |democratic |islamic )?republic|democratic|islamic|federal|kingdom"
    r"|federation|territory|territories|region|sar|special|administrative)",
    re.I,
)
LONGEST_NAMES = 80  # characters
_AUXILIARY = rf"{FINITE}|might"
# Neither a verb nor an adjective that says nothing of which one is meant.
_TELLING = (
    rf"(?!(?:{_AUXILIARY}|new|latest|same|recent|major|historic|important|additional|further|first|second|"
    r"last|next|kind|sort|type)\b)"
)
_NOUN = rf"{_TELLING}[a-z-]+(?<!ed)(?<!s)"
_VERB = r"(?:[a-z]+(?:s|ed)|will|would|may|shall|can)\b"
# One that says by name of what it speaks: "These Rule 4 quotas" and "These quota cuts" can be read alone,
# "These quotas" cannot.
_NAMES_ITSELF = pattern(
    r"(?:This|These|Those|That|Such)(?: [a-z]+){0,2} (?:[A-Z]\w*|\d+%?) \w+"
    rf"|(?:These|Those|Such) (?:{_TELLING}[a-z-]*[a-rt-z] ){{1,2}}[a-z-]+s\b"
    rf"|(?:This|That|Such an?) {_NOUN} {_NOUN} (?={_VERB})"
)
# "But now others may sell it": after who alone could until then.
_TURNS = pattern(r"But\b[^.;]{0,40}\b(?:now|no longer|from now on|as of today)\b")


def leans(e: Evidence) -> bool:
    """Whether a sentence speaks of what was said before it."""
    return leans_back(e.quote)


def turns(e: Evidence) -> bool:
    """Whether one that leans tells how things are now, against what the sentence before tells of."""
    return bool(_TURNS.match(e.quote))


def names_itself(e: Evidence) -> bool:
    """Whether one that leans says by name of what it speaks, so that it can be read alone all the same."""
    return bool(_NAMES_ITSELF.match(e.quote))


def is_bare(e: Evidence) -> bool:
    """Whether a sentence is an item of a list with a figure, "(a) 25 percent", whose lead-in is not told."""
    return not e.lead and bool(_BARE.match(e.quote))


@lru_cache(maxsize=16_384)
def only_names_parties(text: str) -> bool:
    """Whether a text is nothing but the names of parties.

    >>> [only_names_parties(text) for text in ("Peru", "Peru and Chile", "China, People's Republic of")]
    [True, True, True]
    >>> only_names_parties("Peru signs"), only_names_parties("Rice")
    (False, False)
    """
    if len(text) > LONGEST_NAMES:
        return False
    rest, mentions = text, find_parties(text)
    for mention in reversed(mentions):
        rest = rest[: mention.start] + rest[mention.end :]
    return bool(mentions) and all(_OF_A_NAME.fullmatch(word) for word in re.findall(r"[\w’']+", rest))


def begins_entry(e: Evidence) -> bool:
    """Whether one begins an entry of a live report: "The two governments" are those of its title."""
    passage = e.hit.passage
    begins = e.sentence == passage.sentences[0] and clock_of(passage.heading) is not None
    return begins and e.quote.startswith("The ")
