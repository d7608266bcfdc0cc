"""Tell whether an answer is on the dealings that are asked about: a party's surplus is no deal with it."""

from collections.abc import Sequence

from assistant.asking.asked import HOLDS, is_one_of, others_than_us, words_beside_dealing
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.dealings import DEALINGS, DEALT
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import statuses_in
from ingest.text.parties import party_in_text

_TOLD = DEALT - {"committed"}  # which firms are, too
# What is asked of any deal: whether it stands, what it holds, when it was made.
_OF_IT = (
    "status", "force", "valid", "signed", "sign", "terms", "contents", "details", "begin", "start", "enter",
    "effect", "enter into force", "take effect", "over", "off", "gone", "stand", "still", "latest", "date",
)  # fmt: skip


def dealings_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Return that a deal or talks are told of nowhere, where nothing else of a party is asked about.

    By the sentences, or what stands above them.
    """
    others = others_than_us(question)
    if not (chosen and others and DEALINGS.search(question.asked)):
        return None
    words = [of for of in words_beside_dealing(question) if not is_one_of(of, (*HOLDS, *_OF_IT))]
    if words or any(map(_is_on_dealings, chosen)):
        return None
    return f"a deal or talks with {' and '.join(map(party_in_text, others))}"


def _is_on_dealings(e: Evidence) -> bool:
    around = f"{e.hit.facts.title}. {e.headed}"
    return "agreement" in instruments_in(around) or not _TOLD.isdisjoint(statuses_in(around))
