"""Find two words that the claim joins by the opposite preposition: "against spinners" of what is by them."""

from collections.abc import Iterator, Sequence

from assistant.support.tokens import Token

_OPPOSITES = tuple(
    frozenset(pair)
    for pair in (
        ("by", "against"),
        ("by", "to"),
        ("from", "to"),
        ("from", "into"),
        ("for", "against"),
        ("before", "after"),
        ("over", "under"),
    )
)
_NO_THINGS = ("break", "link")


def what_is_reversed(claim: Sequence[Token], cited: Sequence[Token]) -> str | None:
    """Say which two words the evidence has beside the same ones, and always the other way round."""
    there: dict[tuple[str, str], set[str]] = {}
    for before, link, behind in _linked(cited):
        there.setdefault((before.key, behind.key), set()).add(link.key)
    for before, link, behind in _linked(claim):
        links = there.get((before.key, behind.key), set())
        if link.key not in links and any({link.key, other} in _OPPOSITES for other in links):
            written = f"{before.written} {link.written} {behind.written}"
            return f"it says “{written}”, what it cites “{' or '.join(sorted(links))}”"
    return None


def _linked(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    for before, link, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if link.kind == "link" and before.kind not in _NO_THINGS and behind.kind not in _NO_THINGS:
            yield before, link, behind
