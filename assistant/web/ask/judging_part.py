"""The part of the Ask tab where an answer's thumb gets its comment."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.ask.place import At
from assistant.web.ask.turn import answer_of, history_of
from assistant.web.browser import owner_of
from assistant.web.events import QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import as_text
from vectorstore.conversations.conversation import Conversation, Feedback, Thumb
from vectorstore.errors import NotFoundError

LONGEST_COMMENT = 2000
LABEL = "Saved. What was {} in this answer? (optional)"


@dataclass(frozen=True, slots=True)
class Judging:
    """The form for a comment, and how a thumb is given."""

    desk: Desk
    form: gr.Column
    comment: gr.Textbox
    given: gr.State

    @property
    def outputs(self) -> list[Any]:
        return [self.form, self.comment, self.given]

    def press(self, owner: str, at: At, exchange_id: str, thumb: Thumb) -> Updates:
        """Give a thumb, or take it back when it was given already; raises what the desk raises."""
        conversation = self.desk.conversations.open(owner, at.conversation or "")
        before = next((g for g in conversation.feedback if g.exchange_id == exchange_id), None)
        if before and before.thumb == thumb:
            self.desk.conversations.unjudge(owner, conversation.id, exchange_id)
            return self.closed()
        made = feedback_of(conversation, exchange_id, thumb)
        self.desk.conversations.judge(owner, replace(made, comment=before.comment if before else ""))
        word = "good" if thumb == "up" else "wrong or missing"
        return {
            self.form: gr.update(visible=True),
            self.comment: gr.update(value=before.comment if before else "", label=LABEL.format(word)),
            self.given: (exchange_id, thumb),
        }

    def closed(self) -> Updates:
        return {self.form: gr.update(visible=False), self.given: None}


def build_judging(desk: Desk, at: gr.State, note: gr.Markdown) -> Judging:
    """Make the form, which chat.js puts under the thumb: beside the box it was taken for that."""
    given = gr.State(None)
    with gr.Column(visible=False, elem_id="judging") as form:
        comment = gr.Textbox(label=LABEL.format("good"), max_lines=3, lines=1, elem_id="comment", scale=1)
        with gr.Row(elem_id="comment-tools"):
            save = gr.Button("Save", size="sm", elem_id="save-comment", scale=0, min_width=72)
            skip = gr.Button("No comment", size="sm", elem_id="skip-comment", scale=0, min_width=120)
    judging = Judging(desk, form, comment, given)

    def write(pressed: tuple[str, Thumb] | None, typed: str, now: At, request: gr.Request) -> Updates:
        if pressed is None:
            return judging.closed()
        try:
            owner = owner_of(request, request.session_hash)
            conversation = desk.conversations.open(owner, now.conversation or "")
            made = feedback_of(conversation, *pressed)
            desk.conversations.judge(owner, replace(made, comment=typed.strip()[:LONGEST_COMMENT]))
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {note: as_text(in_words(error, "keeping a comment"))}
        return judging.closed()

    gr.on([save.click, comment.submit], write, [given, comment, at], [form, given, note], **QUIET)
    skip.click(judging.closed, None, [form, given], **QUIET)
    return judging


def feedback_of(
    conversation: Conversation, exchange_id: str, thumb: Thumb, now: Callable[[], datetime] | None = None
) -> Feedback:
    """A thumb for an answer of a conversation, with all that a line of a question set needs."""
    ids = [exchange.id for exchange in conversation.exchanges]
    if exchange_id not in ids:
        raise NotFoundError("The answer is no longer in this conversation: another question took its place.")
    place = ids.index(exchange_id)
    exchange = conversation.exchanges[place]
    answer = answer_of(exchange)
    history = history_of(conversation.exchanges[:place])
    moment = now() if now else datetime.now(UTC)
    return Feedback(
        exchange_id=exchange_id,
        conversation_id=conversation.id,
        question=exchange.question,
        thumb=thumb,
        given_at=moment.isoformat(timespec="microseconds"),
        history=tuple({"role": turn.role, "content": turn.content} for turn in history),
        narrowed=exchange.narrowed,
        said=exchange.said,
        abstained=answer is not None and answer.abstained,
        cited=tuple({"source": c.source, "quote": c.quote} for c in answer.citations) if answer else (),
    )
