"""Quote of a long list of parties those alone that are asked about."""

from collections.abc import Iterator, Sequence

from assistant.asking.question import Question
from ingest.text.parties import PartyMention, find_parties
from vectorstore.patterns import pattern

LONG = 8  # parties; a shorter list is read at a glance


def without_others(quote: str, question: Question) -> tuple[tuple[int, int], ...]:
    """Return what is left of a sentence, as character spans; none where nothing is left out.

    Who asks for a list is told it whole.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> listed = "Peru, Chile, Kenya, India, Japan, Ghana, Oman and Fiji"
    >>> quote = f"Goods of {listed} pay 4 percent."
    >>> asked = understand("what do goods from Kenya pay", date(1987, 4, 1))
    >>> " … ".join(quote[a:b] for a, b in without_others(quote, asked))
    'Goods of … Kenya … pay 4 percent.'
    >>> without_others(quote, understand("what do goods pay", date(1987, 4, 1)))
    ()
    """
    asked = frozenset(question.parties) - {"US"}
    if question.kind in ("list", "compare") or "list" in question.details or not asked:
        return ()
    run = max(_runs(quote), key=len, default=[])
    meant = [mention for mention in run if mention.code in asked]
    if len(run) < LONG or not meant or len(meant) * 2 > len(run):
        return ()
    pieces = [(0, run[0].start), *((of.start, of.end) for of in meant), (run[-1].end, len(quote))]
    if _END.fullmatch(quote, run[-1].end):
        pieces.pop()
    return tuple(
        (a + _leading(quote[a:b]), b - _trailing(quote[a:b])) for a, b in pieces if quote[a:b].strip()
    )


def _runs(quote: str) -> Iterator[Sequence[PartyMention]]:
    """The lists of parties that a sentence holds, with nothing between them but commas and "and"."""
    run: list[PartyMention] = []
    for mention in find_parties(quote):
        if run and not _BETWEEN.fullmatch(quote, run[-1].end, mention.start):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _leading(piece: str) -> int:
    return len(piece) - len(piece.lstrip())


def _trailing(piece: str) -> int:
    return len(piece) - len(piece.rstrip())


_BETWEEN = pattern(r",?\s+(?:(?:and|or)\s+)?(?:the\s+)?")
_END = pattern(r"[.;,)\s]*(?:\s(?:and|or))?")
