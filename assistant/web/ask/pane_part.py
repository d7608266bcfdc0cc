"""The pane beside the chat: the briefing that a marker leads to, whole, at the quoted words."""

from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr

from assistant.answer import Citation
from assistant.desks.desk import Desk
from assistant.web.ask.place import At
from assistant.web.ask.turn import answer_of
from assistant.web.briefings.reader import Place, briefing_html
from assistant.web.browser import owner_of
from assistant.web.days import spoken_date
from assistant.web.events import QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import act, block, note, shown
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError, NotFoundError

NAME = "pane-"  # begins the ids of what is read here: the Briefings tab may show a briefing at the same time

GONE = "This briefing is no longer on file: it was removed after the answer was given."


@dataclass(frozen=True, slots=True)
class Pane:
    """The pane, what stays in its head when it is scrolled, and what is read in it."""

    column: gr.Column
    head: gr.Markdown
    content: gr.Markdown

    @property
    def outputs(self) -> list[Any]:
        return [self.column, self.head, self.content]

    def closed(self) -> Updates:
        return {self.column: gr.update(visible=False), self.head: "", self.content: ""}


def build_pane(desk: Desk, at: gr.State, to_read: gr.Textbox) -> Pane:
    """Make the pane, and open in it what `to_read` asks for: `source/ID/VERSION/START/END/TIP 3`."""
    with gr.Column(visible=False, elem_id="pane") as column:
        with gr.Row(elem_id="pane-head"):
            head = shown("pane-name")
            close = gr.Button("Close", elem_id="close-pane", size="sm", scale=0, min_width=72)
        content = shown("pane-reader")
    pane = Pane(column, head, content)

    def read(wanted: str, now: At, request: gr.Request) -> Updates:
        if not wanted:  # the field is there: the page is being opened
            return {column: gr.skip()}
        open_: Updates = {column: gr.update(visible=True)}
        citation = None
        try:
            _, id, version, start, end, *tip = wanted.partition(" ")[0].split("/")
            citation = _cited(desk, owner_of(request, request.session_hash), now, tip[0] if tip else "")
            place = Place(id, int(version) or None, int(start), int(end))
            briefing = desk.show(id, place.version)
            if (
                citation
                and citation.end == place.end
                and citation.quote != briefing.text[place.start : place.end]
            ):
                raise NotFoundError("Another text has taken the number of this version.")
            elsewhere = act("open", "Open under Briefings", id, version, start, end, style="elsewhere")
            tools = block(f'<p class="pane-tools">{elsewhere}</p>{_replaced(citation)}')
            old = "superseded" if citation and citation.superseded else ""
            return {
                **open_,
                head: _head(briefing, old),
                content: tools + "\n\n" + briefing_html(briefing, place, NAME),
            }
        except NotFoundError:
            return {**open_, head: _head(citation, "no longer on file"), content: _gone(citation)}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {**open_, head: "", content: note(in_words(error, "opening a briefing"))}

    to_read.change(read, [to_read, at], pane.outputs, trigger_mode="multiple", **QUIET)
    close.click(pane.closed, None, pane.outputs, **QUIET)
    return pane


def _cited(desk: Desk, owner: str, at: At, tip: str) -> Citation | None:
    """The citation whose marker was followed; `tip` is `tip-EXCHANGE-NUMBER`."""
    exchange_id, _, number = tip.removeprefix("tip-").rpartition("-")
    if not at.conversation or not exchange_id:
        return None
    try:
        conversation = desk.conversations.open(owner, at.conversation)
    except BriefingsError:
        return None
    for exchange in conversation.exchanges:
        if exchange.id == exchange_id and (answer := answer_of(exchange)):
            return next((c for c in answer.citations if str(c.number) == number), None)
    return None


def _head(read: Briefing | Citation | None, tag: str) -> str:
    """What a reader must know of a quote wherever the briefing is scrolled to: its day before all."""
    if read is None:
        return ""
    tagged = f' <span class="tag">{tag}</span>' if tag else ""
    publisher = f' <span class="publisher">{escape(read.publisher)}</span>' if read.publisher else ""
    return block(
        f'<p class="pane-about"><strong>{spoken_date(read.published)}</strong>{publisher}{tagged}'
        f'<span class="title">{escape(read.title)}</span></p>'
    )


def _replaced(citation: Citation | None) -> str:
    if citation is None or not citation.superseded:
        return ""
    return f'<p class="replaced">Superseded: {escape(citation.superseded)}.</p>'


def _gone(citation: Citation | None) -> str:
    quoted = f"<blockquote><mark>{escape(citation.quote)}</mark></blockquote>" if citation else ""
    title = f"<h2>{escape(citation.title)}</h2>" if citation else ""
    return block(
        f'<article class="briefing gone">{title}<p id="{NAME}briefing-title" tabindex="-1">{GONE}</p>'
        f"{quoted}</article>"
    )
