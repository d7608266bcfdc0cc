"""Turn what a chat model wrote into answers; where it wrote nothing, the verbatim one with a note."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Notice
from assistant.checking.prose import Judges
from assistant.drafting.chat import Chat
from assistant.drafting.generative import Written, write
from assistant.steps.forms import answered
from assistant.steps.work import Work

Marked = Callable[[Sequence[Citation]], tuple[Citation, ...]]


def written(work: Work, verbatim: Answer, chat: Chat, judges: Judges, marked: Marked) -> Iterator[Answer]:
    """Yield the answer as the model writes it; the last one is final, and may be the verbatim one."""
    final = None
    for final in write(work, chat, judges):
        if final.checked.sentences:
            yield _answer(work, final, chat, marked)
    if final is None:
        raise RuntimeError("the model's turn ended without an answer")
    if not final.checked.sentences:
        said = f"The chat model {chat.name} {final.problem}. This answer is made of the briefings' own words."
        yield replace(
            verbatim,
            prompt=final.prompt,
            dropped=len(final.checked.dropped),
            usage=final.usage,
            warnings=(*verbatim.warnings, Notice("model", said)),
        )


def _answer(work: Work, found: Written, chat: Chat, marked: Marked) -> Answer:
    checked = replace(found.checked, citations=marked(found.checked.citations))
    answer = answered(work, checked)
    dropped = len(checked.dropped)
    notices = []
    if found.problem:
        said = f"The chat model {chat.name} {found.problem}; what it had written by then is shown."
        notices.append(Notice("model", said))
    if dropped:
        count = "1 sentence of the model was" if dropped == 1 else f"{dropped} sentences of the model were"
        notices.append(Notice("model", f"{count} left out: the briefings cited do not hold them."))
    if found.verbatim:
        count = "1 sentence here is" if found.verbatim == 1 else f"{found.verbatim} sentences here are"
        said = f"{count} the briefings' own words, for what the model left out or told otherwise."
        notices.append(Notice("model", said))
    return replace(
        answer,
        engine=chat.name,
        prompt=found.prompt,
        dropped=dropped,
        usage=found.usage,
        warnings=(*answer.warnings, *notices),
    )
