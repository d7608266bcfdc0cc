"""Make the answer of a draft: checked to the character, and written by a chat model where one is set."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, InReserve
from assistant.checking.also_in import with_also_in
from assistant.checking.citations import check
from assistant.declining.abstention import Refusal
from assistant.drafting.rewriting import rewritten, stands_by_itself
from assistant.drafting.written import written
from assistant.steps.course import Course
from assistant.steps.forms import answered, cut, refused
from assistant.steps.judging import Judging
from assistant.steps.questions_on_file import QuestionsOnFile
from assistant.steps.work import Work
from assistant.superseding.replaced import with_ended, with_superseded
from vectorstore.store import Store

if TYPE_CHECKING:
    from assistant.drafting.chat import Chat


class Finishing:
    """Finishes drafts over one open home."""

    def __init__(self, store: Store, questions: QuestionsOnFile, course: Course, judging: Judging) -> None:
        self._store = store
        self._questions = questions
        self._course = course
        self._judging = judging

    def events(self, work: Work, chat: "Chat | None") -> Iterator[str | InReserve | Answer]:
        """Yield the answer as it grows; whether there is one is decided before a model is asked."""
        answer = self.checked(work)
        if chat and not (work.request.verbatim or work.about or answer.abstained):
            yield f"Writing with {chat.name}"
            yield InReserve(answer)
            of_answer = chat.for_an_answer()
            work = self._rewritten(work, of_answer)
            marked = partial(self._marked, work)
            yield from written(work, answer, of_answer, self._judging.of_prose, marked)
            return
        for shown in range(1, len(answer.sentences)):
            yield cut(answer, shown)
        yield answer

    def checked(self, work: Work) -> Answer:
        """Return the verbatim answer: what the check has kept of the draft, or a refusal."""
        checked = check(work.draft, work.briefings, work.question.as_of)
        checked = replace(checked, expected=work.told_to)
        refusal = work.refusal or (None if checked.sentences else Refusal("no-detail"))
        if refusal:
            return refused(work, refusal)
        return answered(work, replace(checked, citations=self._marked(work, checked.citations)))

    def _rewritten(self, work: Work, chat: "Chat") -> Work:
        """Draft anew for a follow-up as the model words it, where it may and something is found."""
        if stands_by_itself(work):
            return work
        question, _ = rewritten(work.question, work.earlier, chat, self._questions.assumed(work.request))
        if question is None:
            return work
        again = self._course.drafted(replace(work, question=question, within=False))
        return work if again.refusal or not self.checked(again).citations else again

    def _marked(self, work: Work, citations: Sequence[Citation]) -> tuple[Citation, ...]:
        """Say of citations where else their words are, and what has replaced them."""
        with_copies = with_also_in(self._store, citations, work.filters)
        return with_ended(with_superseded(with_copies, work.seen, work.question), work.ending)
