"""Split front matter, in YAML or TOML, from the text below it and take what a briefing needs from it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from ingest.text.dates import Stated, parse_date
from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

TITLES = ("title", "headline")
PUBLISHERS = ("publisher", "source", "site", "site_name", "outlet", "organization", "organisation", "agency")
URLS = ("source_url", "canonical_url", "canonical", "url", "link", "original_url", "source")
DATES = (
    "date",
    "published",
    "published_time",
    "published_at",
    "published_date",
    "published_on",
    "publication_date",
    "publish_date",
    "date_published",
    "pub_date",
    "issued",
)
MODIFIED = (
    "modified",
    "updated",
    "last_modified",
    "lastmod",
    "modified_time",
    "modified_at",
    "updated_at",
    "date_modified",
)
LANGUAGES = ("language", "lang")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the lines between the --- say; None where they do not."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Stated, ...] = ()
    modified: date | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter and the text below; a text without one comes back whole."""
    if toml := _TOML.match(text):
        return _found(_parsed_toml(toml["fields"])), text[toml.end() :]
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter(), text
    closing = _CLOSING.search(text, opening.end() - 1)
    if not closing:
        if _KEY.match(text, opening.end()):
            raise SourceError(
                "Its front matter, opened by --- in its first line, has no closing --- line. Add one below "
                "the last key."
            )
        return FrontMatter(), text  # a rule drawn above the text
    fields = _parse(text[opening.end() : closing.start() + 1], text.count("\n", 0, opening.end()))
    if fields is None:
        return FrontMatter(), text
    return _found(fields), text[closing.end() :]


def _found(fields: Mapping[str, object]) -> FrontMatter:
    fields = named(fields)
    url = next(
        (value for value in values_of(fields, URLS) if value.startswith(("http://", "https://"))), None
    )
    publisher = next((value for value in values_of(fields, PUBLISHERS) if "://" not in value), None)
    return FrontMatter(
        title=next(values_of(fields, TITLES), None),
        publisher=publisher,
        url=url,
        language=next(values_of(fields, LANGUAGES), None),
        dates=tuple(Stated("front matter", value) for value in values_of(fields, DATES)),
        modified=modified_in(fields),
    )


def named(fields: Mapping[str, object]) -> dict[str, object]:
    """The filled fields by their names as the constants here spell them, of which capitals and - are ways.

    >>> named({"Title": "Talks", "datePublished": "2025-06-08", "pub-date": ""})
    {'title': 'Talks', 'date_published': '2025-06-08'}
    """
    found: dict[str, object] = {}
    for name, value in fields.items():
        spelled = _letters(str(name))
        if value not in (None, ""):
            found.setdefault(_SPELLED.get(spelled, spelled), value)
    return found


def _letters(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()


_SPELLED = {
    _letters(name): name
    for name in (*TITLES, *PUBLISHERS, *URLS, *DATES, *MODIFIED, *LANGUAGES)
    if "_" in name
}


def modified_in(fields: Mapping[str, object]) -> date | None:
    """The day of the last change that the fields name; the first that is a calendar date."""
    days = (parse_date(value) for value in values_of(fields, MODIFIED))
    return next((day for day in days if day), None)


def _parsed_toml(block: str) -> dict[str, object]:
    """The fields as they are written: a day stays text."""
    try:
        fields = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(
            f"Its front matter is not valid TOML: {error}. Put the value in quotes, or remove the lines "
            "between the +++ lines."
        ) from error
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


# As Hugo and Zola have it; a line of +++ above other words is a rule.
_TOML = pattern(r"\s*\+\+\+[ \t]*\n(?P<fields>\s*[\w\"'.-]+\s*=.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_OPENING = pattern(r"\s*---[ \t]*\n")
_CLOSING = pattern(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = pattern(r"[A-Za-z_][\w -]*:(?:\s|$)")
# Base loaders: every value stays the text that was written, no time zone is converted, no object made.
_LOADERS = (getattr(yaml, "CBaseLoader", yaml.BaseLoader), yaml.BaseLoader)


def _parse(block: str, first_line: int) -> dict[str, object] | None:
    fast, patient = _LOADERS
    try:
        try:
            fields = yaml.load(block, Loader=fast)
        except yaml.YAMLError:  # the fast one refuses escapes that JSON writes; the other says more
            fields = yaml.load(block, Loader=patient)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {first_line + mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise SourceError(
            f"Its front matter is not valid YAML{where}: {problem}. Put the value in quotes, or remove the "
            "lines between the --- lines."
        ) from error
    if fields is None or fields == "":
        return {}
    return fields if isinstance(fields, dict) else None


def values_of(fields: Mapping[str, object], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the filled ones of the named fields as text, in the order of the names."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip() and value.strip() not in ("null", "~"):
            # "\\ud83c\\uddef" is how JSON writes one character, and YAML reads two halves.
            whole = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            yield " ".join(whole.split())
