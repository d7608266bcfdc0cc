"""The list of conversations beside the chat: search, open, rename, download, delete with undo."""

from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.ask.links import do
from assistant.web.ask.place import At
from assistant.web.browser import owner_of
from assistant.web.days import spoken_date
from assistant.web.events import QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, done, note, shown
from vectorstore.conversations.conversation import ConversationLine

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Rail:
    """The list, and how it is drawn anew."""

    desk: Desk
    listing: gr.Markdown
    search: gr.Textbox
    at: gr.State

    def drawn(self, words: str, at: At, request: gr.Request) -> str:
        """The list as it is now."""
        try:
            owner = owner_of(request, request.session_hash)
            chats = self.desk.conversations
            return rail_html(chats.listed(owner, words or ""), at.conversation, words, chats.waiting())
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return note(in_words(error, "listing the conversations"))


def build_rail(desk: Desk, at: gr.State, to_list: gr.Textbox, to_show: gr.Textbox) -> Rail:
    """Make the list; `to_list` asks to rename or delete, `to_show` is where the chat is told to go."""
    gone, renaming = gr.State(None), gr.State(None)
    with gr.Column(elem_id="rail"):
        with gr.Row(elem_id="rail-head"):
            gr.Markdown("Conversations", elem_id="rail-name", container=False)
            gr.Button("Close", elem_id="close-rail", size="sm", scale=0, min_width=72)
        search = gr.Textbox(label="Search conversations", max_lines=1, elem_id="search-chats")
        with gr.Row(elem_id="rail-said"):
            said = shown("rail-message")
            undo = gr.Button("Undo", visible=False, elem_id="undo-delete", size="sm", scale=0, min_width=72)
        with gr.Column(visible=False, elem_id="renaming") as form:
            title = gr.Textbox(label="Title", max_lines=1, elem_id="new-title")
            with gr.Row():
                save = gr.Button("Save", variant="primary", size="sm", elem_id="save-title", min_width=64)
                cancel = gr.Button("Cancel", size="sm", elem_id="cancel-title", min_width=64)
        listing = shown("conversations")
    rail = Rail(desk, listing, search, at)

    def act(wanted: str, words: str, now: At, request: gr.Request) -> Updates:
        """Do what a link asks for: `rename/ID 1`, `remove/ID 2`."""
        verb, _, id = wanted.partition(" ")[0].partition("/")
        owner = owner_of(request, request.session_hash)
        try:
            if verb == "rename":
                found = desk.conversations.open(owner, id)
                return {renaming: id, form: gr.update(visible=True), title: found.title, said: ""}
            if verb == "remove":
                removed = desk.conversations.delete(owner, id)
                shown_now = id == now.conversation
                leave = {to_show: f"new {id}"} if shown_now else {}
                return {
                    gone: (removed, shown_now),
                    said: done(f"Deleted “{removed.title}”."),
                    undo: gr.update(visible=True),
                    form: gr.update(visible=False),
                    listing: rail.drawn(words, now, request),
                    **leave,
                }
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "changing a conversation"))}
        return {said: gr.skip()}

    def rename(id: str | None, new: str, words: str, now: At, request: gr.Request) -> Updates:
        new = " ".join(new.split())[:LONGEST_TITLE]
        if id is None or not new:
            return {said: note("Type a title first.")}
        try:
            desk.conversations.rename(owner_of(request, request.session_hash), id, new)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "renaming a conversation"))}
        return {said: "", form: gr.update(visible=False), listing: rail.drawn(words, now, request)}

    def put_back(before: Any, words: str, now: At, request: gr.Request) -> Updates:
        """Undo a deletion; what was shown then is shown again, where nothing else is."""
        if before is None:
            return {undo: gr.update(visible=False)}
        removed, was_shown = before
        try:
            desk.conversations.put(owner_of(request, request.session_hash), removed)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "putting a conversation back"))}
        back: Updates = {
            gone: None,
            undo: gr.update(visible=False),
            said: done(f"“{removed.title}” is back."),
        }
        again = {to_show: f"chat/{removed.id} {removed.id}"} if was_shown and not now.conversation else {}
        return {**back, **again, listing: rail.drawn(words, now, request)}

    outputs = [gone, renaming, form, title, said, undo, listing, to_show]
    to_list.change(act, [to_list, search, at], outputs, trigger_mode="multiple", **QUIET)
    gr.on([save.click, title.submit], rename, [renaming, title, search, at], [said, form, listing], **QUIET)
    cancel.click(lambda: gr.update(visible=False), None, form, **QUIET)
    undo.click(put_back, [gone, search, at], [gone, undo, said, listing, to_show], **QUIET)
    search.change(rail.drawn, [search, at], listing, trigger_mode="always_last", **QUIET)
    return rail


def rail_html(lines: list[ConversationLine], current: str | None, words: str = "", waiting: int = 0) -> str:
    """The conversations, the last changed first, each with what can be done with it.

    `waiting` came with an import, and no browser has them.
    """
    if waiting and not words.strip():
        return rail_html(lines, current) + block(f'<p class="none">{_waiting(waiting)}</p>')
    if not lines:
        told = "No conversation holds these words." if words.strip() else "What you ask is kept here."
        return block(f'<p class="none">{told}</p>')
    items = "".join(_item(line, line.id == current) for line in lines)
    thumbs = _DOWNLOAD if any(line.thumbs for line in lines) else ""
    return block(f'<ul class="conversations">{items}</ul>{thumbs}')


def _waiting(count: int) -> str:
    wait = "1 imported conversation waits" if count == 1 else f"{count:,} imported conversations wait"
    return f"{wait} for a browser: <code>briefings adopt</code>, in a terminal, gives them to this one."


_DOWNLOAD = (
    '<p class="thumbs-file"><a href="/feedback.jsonl" download>Download thumbs as question lines</a></p>'
)


def _item(line: ConversationLine, current: bool) -> str:
    when = _spoken(_day(line.changed_at))
    count = "1 question" if line.questions == 1 else f"{line.questions} questions"
    here = '<span class="spoken">, shown now</span>' if current else ""
    name = f'<span class="title">{escape(line.title)}</span><span class="when">{when} · {count}</span>{here}'
    about = f'<span class="spoken"> “{escape(line.title)}”</span>'
    return (
        f'<li class="{"current" if current else ""}">{do("chat", name, line.id, style="to-chat")}'
        f'<details class="more"><summary><span class="dots">⋯</span>'
        f'<span class="spoken">More on{about}</span></summary>'
        f"<ul><li>{do('rename', f'Rename{about}', line.id)}</li>"
        f'<li><a href="/conversations/{line.id}.md" download>Download Markdown{about}</a></li>'
        f'<li><a href="/conversations/{line.id}.json" download>Download JSON{about}</a></li>'
        f"<li>{do('remove', f'Delete{about}', line.id)}</li></ul></details></li>"
    )


def _spoken(day: date) -> str:
    """A day of this year without the year: the list is narrow."""
    return f"{day.day} {day:%B}" if day.year == date.today().year else spoken_date(day)


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()
