"""Turn what a chat model wrote into answers; where it wrote nothing, the verbatim one with a note."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Notice
from assistant.checking.plainness import why_not_plain
from assistant.checking.prose import Judges, without_markers
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
    notices = []
    if found.problem:
        said = f"The chat model {chat.name} {found.problem}; what it had written by then is shown."
        notices.append(Notice("model", said))
    notices += [Notice("model", said) for said in _left_out([sentence for sentence, _ in checked.dropped])]
    if found.verbatim:
        count = "1 sentence here is" if found.verbatim == 1 else f"{found.verbatim} sentences here are"
        said = f"{count} the briefings' own words, for what the model left out or told otherwise."
        notices.append(Notice("model", said))
    return replace(
        answer,
        engine=chat.name,
        prompt=found.prompt,
        dropped=len(checked.dropped),
        usage=found.usage,
        warnings=(*answer.warnings, *notices),
    )


def _left_out(dropped: Sequence[str]) -> list[str]:
    """Say how many sentences were left out, and why; a line that cites nothing is told as what it is.

    >>> _left_out(["Peru pays 9 percent [1].", "| Peru | 9 percent |"])[1]
    '1 line of the model was left out: it is no plain sentence with a citation.'
    """
    said = []
    unheld = sum(map(_is_cited_prose, dropped))
    other = len(dropped) - unheld
    if unheld == 1:
        said.append("1 sentence of the model was left out: the briefings cited do not hold it.")
    elif unheld:
        said.append(f"{unheld} sentences of the model were left out: the briefings cited do not hold them.")
    if other == 1:
        said.append("1 line of the model was left out: it is no plain sentence with a citation.")
    elif other:
        said.append(f"{other} lines of the model were left out: they are no plain sentences with a citation.")
    return said


def _is_cited_prose(sentence: str) -> bool:
    text, numbers = without_markers(sentence)
    return bool(numbers) and why_not_plain(text) is None
