"""Understand a question that stands alone by what is on file: its spelling, its years, what is newest."""

from dataclasses import replace
from datetime import date

from assistant.asking.asked import asks_present_figure
from assistant.asking.exemptions import what_is_exempt
from assistant.asking.followups.pressing import without_pressing
from assistant.asking.followups.told_first import without_told_first
from assistant.asking.grounds_asked import why_imposed
from assistant.asking.question import Question, looks_ahead, understand
from assistant.asking.request import AskRequest
from assistant.asking.stated_day import stated_as_of, with_as_of
from assistant.asking.still_asked import of_measure
from assistant.asking.typed.spelling import as_meant
from assistant.asking.whether_charged import what_is_charged
from assistant.reading.periods import in_a_year_of
from assistant.steps.work import Work
from ingest.text.dates import is_to_come
from vectorstore.settings import DEFAULT_ENCODER
from vectorstore.store import Store


class QuestionsOnFile:
    """Understands questions over one open home."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def work(self, request: AskRequest, standalone: str, text: str | None = None) -> Work:
        """Begin the work on a standalone question; `text` is what was typed of it."""
        question = self.question(request, standalone, text)
        return Work(request, question, self._newest(question.as_of))

    def question(self, request: AskRequest, standalone: str, text: str | None = None) -> Question:
        """Understand a standalone question; `text` is what was typed of it."""
        question = of_measure(understand(standalone, self.assumed(request), text, request.as_of))
        if asks_present_figure(question):
            question = replace(question, latest=True)
        if any(period.year_assumed for period in question.periods):
            days = {facts.published for facts in self._store.versions.facts(question.as_of).values()}
            ahead = looks_ahead(question)
            question = replace(
                question, periods=tuple(in_a_year_of(p, days, ahead) for p in question.periods)
            )
        return question

    def meant(self, message: str, assumed: date, as_of: date | None = None) -> str:
        """Return what a message asks, spelled as it was meant, without what only presses for an answer.

        The grounds of a measure, what is exempt from one, and what is charged have one wording each, and so
        has the day as of which it is asked; one without a year is read near `assumed`.
        """
        stated, bare = stated_as_of(message, assumed)
        day = min(filter(None, (as_of, stated)), default=None)
        asked = without_told_first(without_pressing(as_meant(bare, self._store, day)))
        asked = what_is_charged(what_is_exempt(why_imposed(asked)))
        return with_as_of(asked, stated) if stated else asked

    def assumed(self, request: AskRequest) -> date:
        """Return the day that a date without a year is read near."""
        return request.as_of or self._newest(None) or date.today()

    @property
    def are_english(self) -> bool:
        """Whether the encoder is the default one; who chose another did so for other languages."""
        return self._store.encoder.identity.name == DEFAULT_ENCODER

    def _newest(self, as_of: date | None) -> date | None:
        """Return the day of the newest briefing that may be read, but for days still to come: mistakes."""
        days = {f.published for f in self._store.catalogue.facts().values() if f.published}
        if as_of:
            return max((day for day in days if day <= as_of), default=None)
        today = date.today()
        return max((day for day in days if not is_to_come(day, today)), default=max(days, default=None))
