"""Decide which development a newer one replaces: the same measure, with a new value or a new stage.

Rules over the words of both sentences, made to err on the side of leaving a development unmarked:
measure, goods, legal basis, direction and parties must agree, and both must state the same type of
detail: a rate, a last day, a first day, or the stage that something has reached.
"""

from collections.abc import Sequence

from assistant.reading.alterations import rates_changed
from assistant.reading.days_in_words import long_date
from assistant.reading.rate_on import rate_on
from assistant.reading.statements import Statement


def replaced_by(older: Statement, newer: Statement, parties: Sequence[str] = ()) -> str | None:
    """Say in what `newer` replaces `older`, or None where it does not.

    `parties` are those of the subject: a sentence that names others is on another measure. Where the
    subject names none but the United States, both sentences must name the same.
    """
    subject = frozenset(parties) - {"US"}
    both = older.instruments & newer.instruments
    if not both or not _same_measure(older, newer, subject) or newer.hedged:
        return None
    only_talks = older.instruments - {"tariff"} == {"agreement"} and older.rate is None
    if only_talks and "agreement" in both and older.stage is not None and newer.stage is not None:
        # What was signed with yet another, or announced with one more, is another pact.
        same = newer.parties | subject == older.parties | subject
        if older.stage < newer.stage and same and (subject or older.parties):
            return f"it was {_STAGE_NAMES[older.stage]}, now {_STAGE_NAMES[newer.stage]}"
        return None
    if older.hedged or both <= {"agreement"}:
        return None
    if "tariff" in both and older.rate is not None and newer.rate is not None and older.rate != newer.rate:
        return f"the rate was {older.rate:g} percent, now {newer.rate:g} percent"
    if "tariff" in both and (changed := _changed(older, newer, subject)):
        return f"the rate was {changed[0]:g} percent, now {changed[1]:g} percent"
    if older.last and newer.last and older.last != newer.last:
        return f"the last day was {long_date(older.last)}, now {long_date(newer.last)}"
    if older.first and newer.first and older.first < newer.first and not older.ended:
        return f"the first day was {long_date(older.first)}, now {long_date(newer.first)}"
    if newer.ended and not older.ended and (older.running or older.rate is not None):
        return f"the {older.rate:g} percent has ended" if older.rate is not None else "it has ended"
    return None


_STAGE_NAMES = ["under negotiation", "announced", "signed", "in force"]


def _same_measure(older: Statement, newer: Statement, subject: frozenset[str]) -> bool:
    if older.on_us != newer.on_us or not older.is_on_goods_of(newer):
        return False
    if older.acts and newer.acts and not older.acts & newer.acts and not newer.parties & older.parties:
        return False  # another act, and nothing else says that it is on the same
    if newer.bases - older.bases - {"reciprocal"} and not (newer.ended and not older.bases):
        return False  # under another law it comes on top, or at least need not replace
    if not subject:
        return older.parties == newer.parties
    if older.parties and newer.parties and not older.parties & newer.parties:
        return False  # what one party of the subject scrapped stands for the other
    return all(not said.parties or said.parties & subject for said in (older, newer))


def _changed(older: Statement, newer: Statement, subject: frozenset[str]) -> tuple[float, float] | None:
    """Return the rate that `newer` says was changed and what to, where `older` puts it on the same goods.

    The older one may state others of other parties, but none of another party of the subject.
    """
    parties = newer.parties & (subject or older.parties)
    if not parties or older.rate is not None or not older.parties & subject <= parties:
        return None
    told = {rate_on(older.text, party) for party in parties}
    return next(((old, new) for old, new in rates_changed(newer.text) if old != new and told == {old}), None)
