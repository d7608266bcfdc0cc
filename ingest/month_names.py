"""Write a day that is written in German or French in English, as dates are read."""

import re


def in_english(text: str) -> str:
    """Replace the day, month and year in a text; what names no such day stays as it is.

    >>> in_english("Sonntag, 8. Juni 2025 21:12"), in_english("le 1er août 2025")
    ('Sonntag, 8 June 2025 21:12', 'le 1 August 2025')
    """
    return _DAY.sub(lambda found: f"{found['day']} {_ENGLISH[found['month'].lower()]} {found['year']}", text)


_NAMES = {
    "January": "januar jänner jan janvier janv",
    "February": "februar feber feb février fevrier févr fevr fév",
    "March": "märz maerz mrz mär mars",
    "April": "april apr avril avr",
    "May": "mai",
    "June": "juni jun juin",
    "July": "juli jul juillet juil",
    "August": "august aug août aout",
    "September": "september sept sep septembre",
    "October": "oktober okt octobre oct",
    "November": "november nov novembre",
    "December": "dezember dez décembre decembre déc",
}
_ENGLISH = {name: month for month, names in _NAMES.items() for name in names.split()}
_DAY = re.compile(
    rf"(?<!\d)(?P<day>[0-3]?\d)(?:\.|er)?\s+(?P<month>{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\.?"
    r"\s+(?P<year>[12]\d{3})(?!\d)",
    re.IGNORECASE,
)
