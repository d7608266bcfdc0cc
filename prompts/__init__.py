"""What is said to a chat model, one Markdown file each: the rules, a line of `===`, then what is given.

    load("answer").fill(question="...", evidence="...") -> Filled(rules, given)

Placeholders look like {{question}}. All of them are filled, none is left over, and what is filled in
is never searched for placeholders: it comes from briefings and from people.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

__all__ = ["Filled", "Prompt", "load"]

FINGERPRINT = 12  # hex digits of the file's SHA-256: enough to tell the versions of a prompt apart
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_DIVIDER = "\n===\n"


@dataclass(frozen=True, slots=True)
class Filled:
    """A prompt ready to be sent: the rules, and what is given under them."""

    rules: str
    given: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as it stands in its file."""

    name: str
    rules: str
    given: str

    @property
    def fingerprint(self) -> str:
        """Tells this wording from every other: `answer 1f3a...`."""
        digest = sha256(f"{self.rules}{_DIVIDER}{self.given}".encode()).hexdigest()
        return f"{self.name} {digest[:FINGERPRINT]}"

    @property
    def placeholders(self) -> frozenset[str]:
        """What has to be filled in."""
        return frozenset(_PLACEHOLDER.findall(self.given))

    def fill(self, **values: str) -> Filled:
        """Fill every placeholder; ValueError when one is missing or there is none of that name."""
        if values.keys() != self.placeholders:
            raise ValueError(
                f"prompts/{self.name}.md has the placeholders {sorted(self.placeholders)}; "
                f"found values for {sorted(values)}."
            )
        return Filled(self.rules, _PLACEHOLDER.sub(lambda match: values[match[1]], self.given))


@lru_cache
def load(name: str) -> Prompt:
    """Read prompts/NAME.md; ValueError when it is no prompt."""
    text = files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8")
    rules, divider, given = text.partition(_DIVIDER)
    if not divider or _PLACEHOLDER.search(rules) or not _PLACEHOLDER.search(given):
        raise ValueError(
            f"prompts/{name}.md: expected rules without placeholders, a line of ===, "
            "then what is given, with placeholders."
        )
    return Prompt(name, rules.strip(), given.strip())
