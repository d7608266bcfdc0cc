"""Write where in the page one is as an address, and read what an address asks a tab for."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qs, urlencode


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks a tab for, by name; false where it names the tab alone."""

    named: Mapping[str, list[str]]

    def all(self, name: str) -> list[str]:
        return self.named.get(name, [])

    def words(self, name: str) -> str:
        return " ".join(self.all(name))

    def __bool__(self) -> bool:
        return bool(self.named)


def asked_of(tab: str, request: str) -> Asked | None:
    """Read what acts.js and places.js write for a tab; None where it is for another one.

    >>> asked_of("timeline", " timeline/subject=rice+cakes&party=JP&party=PE 3").all("party")
    ['JP', 'PE']
    >>> asked_of("timeline", " timeline/subject=rice+cakes 3").words("subject")
    'rice cakes'
    >>> bool(asked_of("timeline", " timeline/ 3")), asked_of("news", " timeline/ 3")
    (False, None)
    """
    verb, address = read_request(request)
    return Asked(parse_qs(address)) if verb == tab else None


def read_request(request: str) -> tuple[str, str]:
    """Read what is to be done and of what, without where in the page it was asked and how often.

    >>> read_request("questions-tab question/q-1 3")
    ('question', 'q-1')
    """
    verb, _, about = request.partition(" ")[2].partition(" ")[0].partition("/")
    return verb, about


def place(*named: tuple[str, str]) -> str:
    """Where in the page this is, as an address; not to be seen: places.js puts it into the browser's line.

    >>> place(("tab", "timeline"), ("subject", "rice & wheat"))
    '<a class="place" href="?tab=timeline&amp;subject=rice+%26+wheat">Address</a>'
    """
    return f'<a class="place" href="?{escape(urlencode(named))}">Address</a>'
