"""Tell a round-up from a briefing on one matter, and part it: it has a section on each party or goods.

A section is what stands under a heading ("# Norway and Portugal"), or a line that begins with a label
("- Wheat: The Council met ...", "NORWAY AND PORTUGAL. The two met ...").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.asking.subject import Part, holds
from assistant.reading.goods import goods_in
from ingest.text.parties import find_parties, parties_in
from vectorstore.briefing import Briefing, Passage
from vectorstore.patterns import pattern

LONGEST = 12  # words of a heading that says which parties its section is on
GOODS = 2  # the same of one on goods: "Wheat", "Rare earths"

_HEADING = pattern(r"#{1,6} (?P<heading>.+)$", re.M)
_LABEL = pattern(r" *(?:- )?(?P<label>[^\s:–—-][^:—\n]{1,48}?)(?::| [–—])(?= )", re.M)
# A newsletter's: in capitals to a full stop, before a sentence that is not.
_IN_CAPITALS = pattern(r" *(?P<label>[A-Z][A-Z &/,'’–-]{1,47})\.(?= +[\"“]?[A-Z]['’]?[a-z ])", re.M)
_LINE = pattern(r".+")
_BESIDE_PARTIES = pattern(r"\W+|\b(?:and|the|on|with|trade|talks)\b", re.I)


def parted(passage: Passage) -> list[Passage]:
    """Return a passage as one without its labelled lines and one for each of these, under its label."""
    labels = {line.span(): label for line in _LINE.finditer(passage.text) if (label := _label(line[0]))}
    if not labels:
        return [passage]
    parts = []
    left = [*passage.sentences]
    for (start, end), label in labels.items():
        within = [s for s in left if start <= s.start - passage.start < end]
        left = [s for s in left if s not in within]
        own = passage.text[start:end]
        parts.append(replace(passage, heading=label, text=own, sentences=tuple(within)))
    return [replace(passage, sentences=tuple(left)), *parts]


def sections_of(briefing: Briefing, passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return the passages of each section of a round-up, [] for any other briefing."""
    headings = _on_one_matter(briefing.title, briefing.text)
    if not headings:
        return []
    parts = [part for passage in passages for part in parted(passage)]
    found = [[part for part in parts if part.heading == heading] for heading in headings]
    return [section for section in found if section]


def is_section_on(part: Passage, briefing: Briefing, subject: Sequence[Part]) -> bool:
    """Whether a passage, or part of one, is of the one section on a subject, in a briefing on others too."""
    if not subject or not _heads(part.heading, subject):
        return False
    others = parties_in(briefing.title) - parties_in(part.heading) - {"US"}
    if not others and _heads(briefing.title, subject):
        return False
    headings = _headings(briefing.text)
    return sum(_heads(heading, subject) for heading in headings) == 1 < len(headings)


def is_item_on(part: Passage, passage: Passage, briefing: Briefing, subject: Sequence[Part]) -> bool:
    """Whether a labelled line stands in a briefing on a subject of several parties, and tells of one of many.

    Each member of a bloc ratifies a pact by itself: "- Norway: Parliament approved it".
    """
    asked = {of.party for of in subject if of.party}
    return (
        part.heading != passage.heading
        and len(asked) > 1
        and parties_in(briefing.title) <= {*asked, "US"}
        and _heads(briefing.title, subject)
        and len(_headings(briefing.text)) > 1
    )


def _heads(heading: str, subject: Sequence[Part]) -> bool:
    return all(holds(part, heading) for part in subject)


@lru_cache(maxsize=256)
def _headings(text: str) -> tuple[str, ...]:
    """Return the headings and labels of a text, each once."""
    return tuple(dict.fromkeys(_found_in(text)))


def _found_in(text: str) -> Iterator[str]:
    for line in _LINE.finditer(text):
        if heading := _HEADING.match(line[0]):
            yield heading["heading"].strip()
        elif label := _label(line[0]):
            yield label


def _label(line: str) -> str:
    """Return the parties, or the goods, that a line names before it tells of them; "" where it does not.

    >>> _label("- Chile and Peru: The two met."), _label("- Rice: Prices fell."), _label("The rice: it fell.")
    ('Chile and Peru', 'Rice', '')
    >>> _label("CHILE–PERU. The two met."), _label("RICE. Prices fell."), _label("CHILE. PERU. They met.")
    ('CHILE–PERU', 'RICE', '')
    """
    match = _IN_CAPITALS.match(line) or _LABEL.match(line)
    if not match:
        return ""
    label = match["label"]
    marked = line.lstrip().startswith("- ") or match.re.pattern == _IN_CAPITALS.pattern
    if len(label.split()) <= GOODS and goods_in(label) and marked:
        return label
    rest = label
    for mention in reversed(find_parties(label)):
        rest = rest[: mention.start] + rest[mention.end :]
    return label if rest != label and not _BESIDE_PARTIES.sub("", rest) else ""


def _on_one_matter(title: str, text: str) -> tuple[str, ...]:
    """Return the headings of sections on one matter each, where there are several, and some on parties."""
    on: dict[frozenset[str], list[str]] = {}
    for heading in _headings(text):
        if subject := _subject(heading):
            on.setdefault(subject, []).append(heading)
    on.pop(parties_in(title) - {"US"}, None)
    alone = [headings[0] for headings in on.values() if len(headings) == 1]
    return tuple(alone) if len(alone) > 1 and any(map(parties_in, alone)) else ()


def _subject(heading: str) -> frozenset[str]:
    words = len(heading.split())
    if words <= LONGEST and (parties := parties_in(heading) - {"US"}):
        return parties
    return goods_in(heading) if words <= GOODS else frozenset()
