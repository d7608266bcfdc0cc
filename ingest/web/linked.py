"""A web address that a program named rather than a person: it may lead to the public internet alone.

Every command imports it, so it imports nothing itself that takes time.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linked:
    """An http or https address; a host that is not public is refused, whoever named it."""

    url: str
