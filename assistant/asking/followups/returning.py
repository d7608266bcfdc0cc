"""Tell to which earlier question a follow-up goes back: "back to the beef quota, who gets it?"."""

import re
from collections.abc import Sequence

from assistant.asking.followups.anaphora import subject_words
from assistant.asking.followups.substitution import only_period, without_as_of, without_parties
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_BACK_TO = pattern(
    r"^\W*(?:(?:ok(?:ay)?|so|and|now|but|hm+|right|fine)\W+)*"
    r"(?:(?:let['’]?s |let us |can we |please |pls )?(?:go|going|get|getting|come|coming|turn|turning)\s+)?"
    r"back to (?:the |that |my |your )?(?P<topic>[^,;:?!–—]+?)(?:\s*[,;:?!–—]+\s*|\s+-\s+|\s*$)(?P<rest>.*)$",
    re.I | re.S,
)


def goes_back(question: str, earlier: Sequence[str]) -> tuple[str, str] | None:
    """Return the newest earlier question on what a follow-up goes back to, and what it asks of that.

    `earlier` are standalone questions, oldest first. None where it goes back to nothing that was asked.

    >>> goes_back("ok back to beef - who gets it?", ["the beef quota?", "the duty on rice?"])
    ('the beef quota?', 'who gets it?')
    >>> goes_back("back to steel, who pays?", ["the beef quota?"]) is None
    True
    """
    back = _BACK_TO.match(question)
    if back is None:
        return None
    topic = back["topic"]
    if earlier and (day := only_period(topic)):  # "back to May 2, had they signed?"
        return without_as_of(earlier[-1]), f"{back['rest'].strip().rstrip(' ?!.')} as of {day}"
    mentions = find_parties(topic, lower_case=True)
    parties = {party.code for party in mentions}
    words = {term for word in subject_words(without_parties(topic, mentions)) for term in analyse(word)}
    for asked in reversed(earlier):
        own = asked.partition(" (")[0]
        named = {party.code for party in find_parties(own, lower_case=True)}
        if (parties or words) and words <= {*analyse(own)} and parties <= named:
            return asked, back["rest"].strip()
    return None
