"""Decide whether the sentences chosen for a question answer it."""

from collections.abc import Sequence

from assistant.asking.charge_asked import asks_charged
from assistant.asking.grounds_asked import asks_grounds
from assistant.choosing.at_rate import rate_of_parties_untold
from assistant.choosing.balance_with import balance_missing
from assistant.choosing.evidence import Evidence, is_of_others
from assistant.choosing.goods_of_origin import origin_of_measure, tells_rate
from assistant.choosing.own_charges import is_on_own_charges
from assistant.choosing.similarity import SentenceVectors
from assistant.declining.abstention import ELSEWHERE, Refusal, refusal_of
from assistant.declining.bodies_asked import body_missing
from assistant.declining.charges_asked import charge_missing
from assistant.declining.connection import IN_CONNECTION
from assistant.declining.dealings_asked import dealings_missing
from assistant.declining.departures_asked import departure_missing
from assistant.declining.doers_asked import doer_missing, undertaking_missing
from assistant.declining.extent_asked import duty_to_do_missing, goods_of_amount_missing, only_promised
from assistant.declining.goods_asked import goods_nowhere
from assistant.declining.measures_asked import duty_missing, laws_missing
from assistant.declining.numbers_asked import number_missing
from assistant.declining.owned_asked import owned_missing
from assistant.declining.premise import deed_untold, taken_for_done
from assistant.declining.unmet import NOT_DONE
from assistant.kinds.ahead import asks_ahead, days_meant
from assistant.kinds.definitions import term_asked
from assistant.reading.days_in_words import long_date
from assistant.reading.imposed_for import tells_grounds
from assistant.reading.legal_bases import laws_in
from assistant.steps.at_hand import leaves
from assistant.steps.judging import Judging
from assistant.steps.work import Work
from ingest.text.parties import party_in_text
from vectorstore.store import Store


class Refusing:
    """Declines over one open home."""

    def __init__(self, store: Store, vectors: SentenceVectors, judging: Judging) -> None:
        self._store = store
        self._vectors = vectors
        self._judging = judging

    def refusal(self, work: Work, chosen: Sequence[Evidence]) -> Refusal | None:
        """Return why to decline, or None when the sentences chosen will do."""
        if laws := _laws_missing(work, chosen):
            return Refusal("no-detail", tuple(sorted(laws)))
        if chosen and (number := number_missing(work.question, chosen, work.texts)):
            return Refusal("no-detail", (number,))
        if nobody := rate_of_parties_untold(work.question, chosen):
            return Refusal("no-detail", (nobody,))
        if chosen and (by := work.question.charges) and not is_on_own_charges(by, chosen[0]):
            whose = "US goods" if by.on == "US" else f"goods of {party_in_text(by.on)}"
            duties = "retaliatory duties" if by.in_answer else f"duties on {whose}"
            return Refusal("no-detail", (f"{party_in_text(by.by)}’s {duties}",))
        if no_duty := duty_missing(work.question, chosen):
            return Refusal("no-detail", (no_duty,))
        if kind := charge_missing(work.question.asked, chosen, work.parts):
            return Refusal("no-detail", (kind,))
        if work.origin and work.origin.sets and chosen:  # these set the rate, and nothing else was asked for
            return Refusal("no-detail") if work.origin.named and work.ending else None
        if chosen and (of := origin_of_measure(work.question)) and is_of_others(chosen[0], work.question):
            return Refusal("no-detail", (f"{party_in_text(of.party)}{IN_CONNECTION}",))
        if asks_ahead(work.question):
            if meant := days_meant(work.question):
                return Refusal("no-detail", (f"a day {meant}",))
            after = f", after {long_date(work.counted_from)}" if work.counted_from else ""
            return Refusal("no-detail", (f"a day to come{after}",))
        if (term := term_asked(work.question)) and not work.shown:
            return Refusal("no-detail", (f"what “{term.name}” is",))
        if missing := balance_missing(work.question, chosen) or departure_missing(work.question, chosen):
            return Refusal("no-detail", (missing,))
        if none := dealings_missing(work.question, chosen):
            return Refusal("no-detail", (none,))
        if nothing := undertaking_missing(work.question, chosen):
            return Refusal("no-detail", (nothing,))
        similarity = self._vectors.highest(work.question.standalone, [e.said for e in chosen])
        least = ELSEWHERE if leaves(work, chosen, self._store) and not work.ending else 0.0
        refusal = refusal_of(work.question, chosen, work.parts, work.newest, similarity, least, work.texts)
        if not refusal and (untold := _goods_nowhere(work, chosen) or _of_another(work, chosen)):
            return Refusal("no-detail", (untold,))
        if not refusal and (doer := doer_missing(work.question, chosen)):
            return Refusal("no-detail", (doer,))
        if not refusal and self._is_of_nothing_done(work, chosen):
            grounds = asks_grounds(work.question)
            return Refusal("no-detail", ("the grounds of it" if grounds else NOT_DONE,))
        return refusal or (None if tells_rate(work.question, chosen) else Refusal("no-detail"))

    def _is_of_nothing_done(self, work: Work, chosen: Sequence[Evidence]) -> bool:
        """Whether nothing chosen holds what is taken to have been done; it alone loads the verifier.

        Whoever tells the grounds of a measure tells that it was imposed.
        """
        told = asks_grounds(work.question) and any(tells_grounds(e.said) for e in chosen)
        deed = None if told else taken_for_done(work.question)
        held = self._judging.of_prose.held if deed else None
        return deed is not None and held is not None and deed_untold(deed, chosen, held)


def _of_another(work: Work, chosen: Sequence[Evidence]) -> str | None:
    """Return of what an amount is asked, or of what body who leads it, where what is chosen tells another."""
    question = work.question
    return (
        only_promised(question, chosen)
        or duty_to_do_missing(question, chosen)
        or goods_of_amount_missing(question, chosen, work.parts)
        or owned_missing(question, chosen, work.parts)
        or body_missing(question, chosen)
    )


def _laws_missing(work: Work, chosen: Sequence[Evidence]) -> frozenset[str]:
    """Return the sections of laws under which a party's rate was asked for and none was found."""
    if asks_charged(work.question) and not work.shown:
        return laws_in(work.question.asked)
    return laws_missing(work.question, chosen) if work.origin else frozenset()


def _goods_nowhere(work: Work, chosen: Sequence[Evidence]) -> str | None:
    cited = {e.hit.facts.id for e in chosen}
    briefings = [text for id, text in work.texts.items() if id in cited]
    return goods_nowhere(work.question, [e.headed for e in chosen], briefings)
