"""Draft an answer of what was arranged, or say why there is none."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.details import type_of_answer
from assistant.choosing.detail_told import telling_detail
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import compose, drafted, evidence_of
from assistant.choosing.leading import lead_with
from assistant.choosing.otherwise import ANSWERS, others_as_likely, telling_needs
from assistant.choosing.similarity import SentenceVectors
from assistant.declining.names_asked import those_with_names
from assistant.steps.judging import Judging
from assistant.steps.refusing import Refusing
from assistant.steps.work import Work
from vectorstore.store import Store


class Composing:
    """Composes over one open home."""

    def __init__(self, store: Store, vectors: SentenceVectors, judging: Judging) -> None:
        self._refusing = Refusing(store, vectors, judging)

    def composed(self, work: Work) -> Work:
        """Return the work with a draft, and with a refusal where that is no answer."""
        if work.shown:
            shown = [*([work.ended] if work.ended else []), *work.evidence[: work.shown]]
            return replace(work, draft=tuple(drafted(work.question, shown, work.texts)))
        draft = compose(work.question, work.evidence, work.parts, work.texts, work.ended)
        chosen = evidence_of(draft)
        refusal = self._refusing.refusal(work, chosen)
        if refusal and refusal.lacks and (other := self._otherwise(work, chosen, refusal.lacks)):
            return other
        if not refusal:
            telling = telling_detail(work.question, work.evidence, chosen)
            return self._led_by_any(work, telling) or replace(work, draft=tuple(draft))
        return replace(work, draft=tuple(draft), refusal=refusal)

    def _otherwise(self, work: Work, chosen: Sequence[Evidence], lacks: Sequence[str]) -> Work | None:
        return self._led_by_another(work, chosen, lacks) or self._on_names(work, chosen)

    def _led_by_another(self, work: Work, chosen: Sequence[Evidence], lacks: Sequence[str]) -> Work | None:
        """Answer with a sentence in the lead that was not chosen, where it is as likely and lacks nothing."""
        of_rate = [*lacks] == [type_of_answer(("rate",))]
        others = others_as_likely(work.question, work.evidence, chosen, of_rate)
        return self._led_by_any(work, (*others, *telling_needs(work.question, work.evidence, chosen)))

    def _on_names(self, work: Work, chosen: Sequence[Evidence]) -> Work | None:
        """Answer with what is on the names of a question, where nothing chosen is and its lead is likely."""
        named = tuple(those_with_names(work.question, work.evidence, chosen, work.parts))
        draft = compose(work.question, named, work.parts, work.texts, work.ended) if named else []
        if not draft or draft[0].evidence.marks.answers < ANSWERS:
            return None
        refused = self._refusing.refusal(work, evidence_of(draft))
        return None if refused else replace(work, evidence=named, draft=tuple(draft))

    def _led_by_any(self, work: Work, others: Sequence[Evidence]) -> Work | None:
        """Answer with the first of these sentences in the lead that makes an answer."""
        for e in others:
            led = lead_with(e, work.evidence)
            draft = compose(work.question, led, work.parts, work.texts, work.ended)
            if not self._refusing.refusal(work, evidence_of(draft)):
                return replace(work, evidence=led, draft=tuple(draft))
        return None
