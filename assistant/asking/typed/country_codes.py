"""Write out the codes of countries (ISO 3166) that are typed in capitals: "PH tariffs", "IN-US talks"."""

import re

from ingest.text.parties import find_parties, party_name
from ingest.text.party_names import names
from vectorstore.patterns import pattern

OF_THREE = 3  # letters of the longer codes
_APART = (
    r"(?<![\w.&/'’-])",
    r"(?![\w.&/'’-]| (?:\d|codes?\b))",
)  # not "R-TH", "MX 5", "CN codes" of a nomenclature
_ALONE = pattern(rf"{_APART[0]}(?<!\d )[A-Z]{{2}}{_APART[1]}")
_TOGETHER = pattern(rf"{_APART[0]}[A-Z]{{2,3}}(?:[-–/][A-Z]{{2,3}})+{_APART[1]}")


def with_countries(text: str) -> str:
    """Return a text with the names of countries for their codes.

    Alone only a code that has no other meaning, by `parties.tsv`, of three letters where it is read as a
    party; beside another party's, any.

    >>> with_countries("the PH tin quota, IN or CN"), with_countries("the IN/US and CHE-EU talks on AI")
    ('the Philippines tin quota, IN or China', 'the India/US and Switzerland-EU talks on AI')
    >>> with_countries("is AD/CVD in force from 9 AM-PM, and 2 GB of data")
    'is AD/CVD in force from 9 AM-PM, and 2 GB of data'
    >>> with_countries("the tin duty on JPN, or the NIC plants")
    'the tin duty on Japan, or the NIC plants'
    """
    text = _TOGETHER.sub(_named, text)
    text = _ALONE.sub(lambda code: party_name(code[0]) if _is_name(code[0]) else code[0], text)
    for mention in reversed(find_parties(text, lower_case=True)):
        code = text[mention.start : mention.end]
        if len(code) == OF_THREE and code.isupper() and _is_name(code):
            text = text[: mention.start] + party_name(mention.code) + text[mention.end :]
    return text


def _named(together: re.Match[str]) -> str:
    parts = re.split(r"([-–/])", together[0])
    codes = parts[::2]
    known = [_country(code) or _is_party(code) for code in codes]
    sure = [_is_name(code) or _is_party(code) for code in codes]
    if not (all(known) and any(sure)):
        return together[0]
    parts[::2] = [code if _is_party(code) else _country(code) or code for code in codes]
    return "".join(parts)


def _country(code: str) -> str | None:
    """Return the name of the country that has a code of two or three letters."""
    name = party_name(code)
    if name != code:
        return name
    return party_name(names().lookup(code)[0]) if _is_name(code) else None


def _is_name(code: str) -> bool:
    """Whether a code is listed as a name that is typed: it has no other meaning."""
    return names().is_typed(code)


def _is_party(code: str) -> bool:
    """Whether letters name a party in any text: "US", "EC"."""
    return any(mention.end == len(code) for mention in find_parties(code))
