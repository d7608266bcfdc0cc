"""Find the countries and blocs that a text speaks of.

`parties.tsv` lists them, a row each: code, name, aliases, guarded aliases. Rows with the code `-`
hold names that contain a party's and mean none ("New Mexico", "Uruguay Round"). Guarded aliases are
also ordinary words or names:

    US       in capitals as it is; in small letters ("us") only in company
    ^Jordan  may be a person: not after or before another capitalised word ("Jim Jordan")
    ?Georgia only in company, whatever the letters
    =BGD     (ISO 3166) only in a question, in capitals, and without an article: "the NIC plants"

Of these codes those are listed that are no word, unit, state or abbreviation of trade: not "IN", "MT", "CA",
"AD", "SMR" (a reactor).

Company is a neighbouring party or word of trade: "us-china", "turkey tariffs". It does not know
people, companies or agreements, and takes a capital for its government.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.auxiliaries import ASKING
from ingest.text.dated_lines import is_name
from ingest.text.document_dates import says_only_when
from ingest.text.head_lines import kind_of
from ingest.text.party_names import names
from vectorstore.patterns import pattern

TITLE_WEIGHT = 5  # a title names what a briefing is about; the body also names who is only mentioned
LONGEST_LINK = len(", the ")  # between a town and its country
NAMES_ABOVE = 3  # lines above the first paragraph that only name: the writer, the paper, the place
OF_MANY = 3  # parties of a treaty, whose name does not tell of any of them


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party named by characters [start, end) of a text."""

    code: str
    start: int
    end: int


def find_parties(text: str, lower_case: bool = False) -> list[PartyMention]:
    """Find every mention, in order; `lower_case` also takes names typed in small letters.

    >>> [mention.code for mention in find_parties("us-china talks", lower_case=True)]
    ['US', 'CN']
    >>> find_parties("the Peru-Chile-Kenya Free Trade Agreement")  # its name says nothing of Chile
    []
    >>> [mention.code for mention in find_parties("Peru's talks with Chile in Geneva, Switzerland")]
    ['PE', 'CL']
    """
    table = names()
    sure: list[PartyMention] = []
    unsure: list[_Unsure] = []
    for match in (table.any_case if lower_case else table.as_written).finditer(text):
        start, end = match.span(1)
        code, marker, as_listed = table.lookup(match[1])
        if code == "-" or _MONEY.match(text, end) or _is_town(text, start, end):
            continue
        if _is_venue(text, PartyMention(code, start, end), sure):
            if sure and sure[-1].code == code and start - sure[-1].end <= LONGEST_LINK:
                sure.pop()  # the town, where it is a capital
            continue
        if marker == "=" and (not match[1].isupper() or text.isupper()):
            continue
        if marker in ("^", "?", "=") or (marker == "!" and not as_listed):
            unsure.append(_Unsure(PartyMention(code, start, end), marker, as_listed))
        else:
            sure.append(PartyMention(code, start, end))
    if not unsure:
        return _outside_treaties(text, sure)
    neighbours = {edge for m in sure for edge in (m.start, m.end)}
    doubtful = {edge for u in unsure if u.marker != "^" for edge in (u.mention.start, u.mention.end)}
    kept = [u.mention for u in unsure if _is_meant(text, u, neighbours, doubtful)]
    return _outside_treaties(text, sorted([*sure, *kept], key=lambda mention: mention.start))


@lru_cache(maxsize=16_384)  # neighbouring questions read the same sentences
def parties_in(text: str) -> frozenset[str]:
    """Return the codes of the parties that a text names."""
    return frozenset(mention.code for mention in find_parties(text))


def parties_of(title: str, text: str) -> tuple[str, ...]:
    """Name a briefing's parties, most mentioned first: in the title, its opening, a heading, or twice."""
    in_title = [mention.code for mention in find_parties(title)]
    opening, apart = _opening(text, between_parties=len(set(in_title)) > 1)
    mentions = [m for m in find_parties(text) if not any(start <= m.start < end for start, end in apart)]
    weight = Counter(mention.code for mention in mentions)
    named = {code for code, count in weight.items() if count >= 2}
    named |= {mention.code for mention in mentions if mention.start < opening} | set(in_title)
    named |= {m.code for over in _HEADED.finditer(text) for m in find_parties(over[1] or over[2])}
    for code in in_title:
        weight[code] += TITLE_WEIGHT
    return tuple(code for code, _ in weight.most_common() if code in named)


# What stands over a section, or before it: "# Kenya and Uganda", "- Kenya and Uganda: The two met.",
# "KENYA-UGANDA. The two met."
_HEADED = pattern(
    r"^(?:(?:#{1,6} | *- (?=[^:\n]{2,50}: ))(.+?)(?:: |$)|([A-ZÀ-Þ][^a-zß-ÿ\n.:]{3,50})[.:] (?=[A-Z“\"]))",
    re.M,
)


def party_name(code: str) -> str:
    """Say a party's name: "JP" -> "Japan"; an unknown code is its own name."""
    return names().display.get(code, code)


# Names that stand behind an article in a sentence: "the Netherlands".
_WITH_ARTICLE = pattern(
    r"\b(?:Union|States|Kingdom|Emirates|Republic|Islands|Netherlands|Philippines|Bahamas|Gambia|Maldives"
    r"|Seychelles|Comoros|Congo)\b"
)


def party_in_text(code: str) -> str:
    """Say a party's name as it stands in a sentence.

    >>> party_in_text("JP"), party_in_text("EU"), party_in_text("CZ")
    ('Japan', 'the European Union', 'Czechia')
    """
    name = party_name(code)
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def party_code(text: str) -> str | None:
    """The code of one party that a person named by name or code; None when it is none, or several.

    >>> party_code("jp"), party_code("Japan"), party_code("Japan and China")
    ('JP', 'JP', None)
    """
    named = text.strip()
    if party_name(named.upper()) != named.upper():
        return named.upper()
    codes = {mention.code for mention in find_parties(named, lower_case=True)}
    return codes.pop() if len(codes) == 1 else None


def _opening(text: str, between_parties: bool) -> tuple[int, list[tuple[int, int]]]:
    """Where the first paragraph ends, and what up to there only names persons, or where it was written.

    What else stands above it belongs to it: headings, a letterhead, a day. The place beside a day is that
    of the government that speaks, but the venue of what is `between_parties`.
    """
    at = names = 0
    apart: list[tuple[int, int]] = []
    for line in text.split("\n"):
        kind = kind_of(line)
        if kind == "byline" or (kind == "date" and between_parties) or (kind == "form" and ":" not in line):
            apart.append((at, at + len(line)))
        if place := _FILED_FROM.match(line):
            apart.append((at, at + place.end()))
        at += len(line) + 1
        if line.strip() and not kind and not line.startswith(("#", "| ")) and not says_only_when(line):
            names += 1
            if names > NAMES_ABOVE or not is_name(line):
                break
    return at, apart


_FILED_FROM = pattern(r"[A-Z][\w .’'-]{2,30} \| (?=[A-Z“\"])")  # "Copenhagen | Peru's levy ..."


# ---- guarded names

STATES = (  # of the United States, as they are written
    "Ala|Alabama|Alaska|Ariz|Arizona|Ark|Arkansas|Calif|California|Colo|Colorado|Conn|Connecticut|Del|Delaware|"
    "Fla|Florida|Ga|Georgia|Hawaii|Idaho|Ill|Illinois|Ind|Indiana|Iowa|Kan|Kansas|Kentucky|Ky|La|Louisiana|Maine|"
    "Maryland|Mass|Massachusetts|Md|Mich|Michigan|Minn|Minnesota|Miss|Mississippi|Mo|Missouri|Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Okla|"
    "Oklahoma|Oregon|Pa|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tenn|Tennessee|Texas|Utah|"
    "Vermont|Virginia|West Virginia|Wis|Wisconsin|Wyoming"
)
_MONEY = pattern(r"\$")  # "US$"
_STATE_BEHIND = pattern(rf",\s(?:{STATES})\b(?!['’]s)(?P<ends>\s*(?:[^\w\s]|$))?")
_OF_MANY = pattern(  # "United States-Mexico-Canada Agreement"
    r"\b(?:[A-Z][\w.]*[ ]){0,2}[A-Z][\w.]*(?:[-–](?:[A-Z][\w.]*[ ]){0,2}[A-Z][\w.]*){2,8}"
    r"(?: Free| Trade)* (?:Agreement|Treaty|Pact|Accord)\b"
)
_VENUE = pattern(
    r"\b(?:talks|negotiations|negotiated|meetings?|met|summit|conference|session|round|consultations?"
    r"|(?:was|were|be) held)\b"
    r"[^.;:]{0,80}?\bin (?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+, (?:the )?$"
)
_CLOSES = pattern(r"\W*(?:$|[.,;:)])")
_BEHIND_TOWN = pattern(r", (?:the )?$")
_PLACED = pattern(r"\b(?:in|at|near|outside) $", re.IGNORECASE)
_TRADE = (
    "tariffs?|trade|trading|talks?|deals?|agreements?|pacts?|accords?|negotiat(?:ions?|ors?)|exports?|imports?|"
    "exporters?|importers?|dut(?:y|ies)|quotas?|sanctions?|embargo|ban|markets?|surplus|deficit|dollars?|"
    "econom(?:y|ic)|goods|products|steel|cars?|autos?|firms|companies|investments?|relations|officials?|"
    "current|c/a|gap|balance|reserves|account|government|administration|president|prime|minister|ministry|foreign|free|congress|senate|treasury|threats?"
)
_LINK = r"\s*[-–—/&]\s*|\s+(?:and|or|vs\.?|versus|with)\s+(?:the\s+)?"
_PREPOSITION = r"(?:on|with|to|from|against|for|by|between|in|about|of|and)\s+(?:the\s+)?"
_AFTER = pattern(rf"(?P<link>{_LINK})|(?:['’]s)?\s+(?P<trade>(?:{_TRADE})\b)?", re.IGNORECASE)
_BEFORE = pattern(
    rf"\b(?P<trade>{_TRADE})\s+(?:{_PREPOSITION})?(?:the\s+)?$|(?P<link>{_LINK})$|\s$", re.IGNORECASE
)
_HYPHEN_AFTER = pattern(r"[-–/]\w")
_ARTICLE = pattern(r"\b(?:the|an?|new|small|each|every|which)\s$", re.IGNORECASE)
_THE = pattern(r"\bthe\s$", re.IGNORECASE)
_ASKED = pattern(
    rf"\b(?:{_PREPOSITION}|(?:do|does|did|has|have|is|was|will|can|what|how|why|when)\s)$", re.IGNORECASE
)
# "us plan on grain", "does us want more", never "told us".
_US_ASKED = pattern(
    rf"(?:^\W*|\b(?:{ASKING}|what|how|why|when|where|which|latest)\s)$",
    re.IGNORECASE,
)
_WORD_BEHIND = pattern(r"\s+[a-z]", re.IGNORECASE)
_TOPIC = pattern(r"\s?[:,]\s|\s[-–—]\s")  # "turkey: what tariff does it face"
_ORDER = pattern(r"\b(?:tell|gives?|gave|show|lets?|remind|inform|help|send)\s$", re.IGNORECASE)
_FUNCTION_WORDS = (
    "In|The|To|From|With|And|Of|By|At|On|As|But|For|While|When|Both|Between|Like|After|Before|That"
)
_NAME_BEFORE = pattern(rf"\b(?!(?:{_FUNCTION_WORDS})\b)[A-Z][\w.]*\s$")
_NAME_AFTER = pattern(r"\s[A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class _Unsure:
    mention: PartyMention
    marker: str
    as_listed: bool  # False where the letters are not those of the table: "us"


def _is_meant(text: str, unsure: _Unsure, neighbours: set[int], doubtful: set[int]) -> bool:
    """Decide whether a guarded name means the party here."""
    mention = unsure.mention
    word, before = text[mention.start : mention.end], text[max(0, mention.start - 40) : mention.start]
    if _in_company(text, before, mention, neighbours, doubtful):
        return unsure.as_listed or not _ORDER.search(before)
    if unsure.marker == "?":
        return False
    if unsure.marker == "=":
        return not _ARTICLE.search(before)
    if unsure.as_listed:
        return word.isupper() or not (_NAME_BEFORE.search(before) or _NAME_AFTER.match(text, mention.end))
    if word.lower() == "us":  # "about us" is a pronoun, "about turkey" is not
        asked = _US_ASKED.search(before) and _WORD_BEHIND.match(text, mention.end)
        return bool(asked or _THE.search(before))
    if mention.start == 0 and _TOPIC.match(text, mention.end):
        return True
    return unsure.marker == "^" or bool(_ASKED.search(before))


def _outside_treaties(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Leave out the parties in the name of a treaty of three and more."""
    if len(mentions) < OF_MANY:
        return mentions
    treaties = [match.span() for match in _OF_MANY.finditer(text)]
    return [m for m in mentions if not any(start <= m.start < end for start, end in treaties)]


def _is_town(text: str, start: int, end: int) -> bool:
    """Whether a state of the United States is named as where it lies: "a plant in Lebanon, Indiana".

    In "Hit by China, California almond growers lose" the state begins something else.
    """
    state = _STATE_BEHIND.match(text, end)
    return bool(state and (state["ends"] or _PLACED.search(text[max(0, start - 9) : start])))


def _is_venue(text: str, named: PartyMention, before: Sequence[PartyMention]) -> bool:
    """Whether a name tells where the town lies in which others met: "talks in Geneva, Switzerland".

    Not the second of two parties: "talks in Chile, Peru and Kenya"; nor who then acts: "the U.S. said".
    """
    behind = _BEHIND_TOWN.search(text[max(0, named.start - LONGEST_LINK) : named.start])
    if not behind:
        return False
    if before and before[-1].end == named.start - len(behind[0]) and before[-1].code != named.code:
        return False
    if behind[0].endswith("the ") and not _CLOSES.match(text, named.end):
        return False
    return bool(_VENUE.search(text[max(0, named.start - 120) : named.start]))


def _in_company(
    text: str, before: str, mention: PartyMention, neighbours: set[int], doubtful: set[int]
) -> bool:
    """Whether a party or a word of trade stands beside it; a doubtful party only when it is linked."""
    after = _AFTER.match(text, mention.end)
    if after and (after["trade"] or after.end() in neighbours or (after["link"] and after.end() in doubtful)):
        return True
    left = _BEFORE.search(before)
    if left:
        edge = mention.start - len(left[0])
        if left["trade"] or edge in neighbours or (left["link"] and edge in doubtful):
            return True
    return bool(_HYPHEN_AFTER.match(text, mention.end))
