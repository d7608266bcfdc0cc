"""The Ask tab: a chat over the briefings on file, beside it what was asked before and what is read.

A question is written down before it is answered, and its answer when that is there (`running`); what
is shown is drawn from what is kept, so that a reload loses nothing.
"""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import unquote

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.ask.asking import Asking, Begun, Unasked
from assistant.web.ask.chat_html import messages
from assistant.web.ask.judging_part import build_judging
from assistant.web.ask.narrow_part import build_chips, build_fields, chips_html, why_unread
from assistant.web.ask.pane_part import build_pane
from assistant.web.ask.parts import anew, chatbot, question_box
from assistant.web.ask.place import At, of_address, of_place
from assistant.web.ask.rail_part import build_rail
from assistant.web.ask.turn import narrowing_of
from assistant.web.briefings.on_file import EXAMPLES, Shelf
from assistant.web.events import AT_ONCE, QUIET, Greeting, Updates
from assistant.web.failures import in_words
from assistant.web.markup import as_text, shown
from assistant.web.narrowing import Narrowing, of_kept
from assistant.web.under_way import beside
from vectorstore.conversations.conversation import Thumb
from vectorstore.errors import BriefingsError

INVITATION = "## What would you like to know?\n\nEvery sentence of an answer is quoted from a dated briefing."
NOTHING_ON_FILE = (
    "## No briefings on file yet\n\nTake some in under Briefings, or from a terminal:\n\n"
    "```\nbriefings ingest FOLDER\n```"
)

MORE = 20  # exchanges that are shown on top at each request

# Hidden fields in which chat.js writes what a link asks for; the first names the follow of an answer.
WIRES = ("following", "to-ask", "to-show", "to-do", "to-list", "to-read")


def build_ask(desk: Desk, shelf: Shelf, on_file: gr.Markdown, page: gr.Blocks) -> Greeting:
    """Make the tab's contents; `on_file` is the line in the page's head."""
    at, undoable = gr.State(At()), gr.State(None)
    following, to_ask, to_show, to_do, to_list, to_read = (
        gr.Textbox(elem_id=name, elem_classes="wire", container=False) for name in WIRES
    )
    current, moved_to = shown("current"), shown("moved")  # for chat.js: where the chat is, told by which wish
    start_over = gr.Button("New conversation", size="sm", elem_id="start-over", scale=0, render=False)
    with gr.Row(elem_id="ask-layout"):
        rail = build_rail(desk, at, to_list, to_show)
        with gr.Column(elem_id="chat-column"):
            gr.Button("Conversations", size="sm", elem_id="show-rail", scale=0)
            with gr.Column(elem_id="welcome") as welcome:
                invitation = gr.Markdown(elem_id="invitation", container=False)
                examples = [
                    gr.Button(visible=False, elem_classes="example", elem_id=f"example-{number}")
                    for number in range(1, EXAMPLES + 1)
                ]
            chat = chatbot()
            with gr.Column(elem_id="composer"):
                with gr.Row(elem_id="noted"):
                    note = gr.Markdown(elem_id="note", container=False)
                    undo = gr.Button("Undo", visible=False, size="sm", elem_id="undo-edit", scale=0)
                    leave = gr.Button("Do not edit", visible=False, size="sm", elem_id="leave-edit", scale=0)
                chips = build_chips()
                with gr.Row(elem_id="ask-row"):
                    question = question_box()
                    ask = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=88)
                    stop = gr.Button("Stop", visible=False, elem_id="stop", scale=0, min_width=88)
                narrow = build_fields(start_over, chips)
            judging = build_judging(desk, at, note)
        pane = build_pane(desk, at, to_read)
    asking = Asking(desk)

    def greet() -> Updates:
        buttons: Updates = {button: gr.update(visible=False) for button in examples}
        try:
            seen, briefings = shelf.look(), shelf.listing().briefings
        except BriefingsError as error:
            return {on_file: "", invitation: as_text(str(error)), **buttons}
        for button, example in zip(examples, seen.examples, strict=False):
            buttons[button] = gr.update(value=example, visible=True)
        said = INVITATION if seen.count else NOTHING_ON_FILE
        return {on_file: seen.line, invitation: said, **buttons, **narrow.offer(briefings)}

    def begin(typed: str, now: At, request: gr.Request, *values: Any) -> Updates:
        """Write a question down and have it answered; what is shown of that is `follow`'s."""
        try:
            begun = asking.begin(request, now, typed, values, shelf.look().count)
        except Unasked as refused:
            return {note: as_text(str(refused))}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {note: as_text(in_words(error, "asking a question"))}
        asking.running.watch(request.session_hash, begun.exchange.id)
        return {
            at: begun.at,
            current: begun.at.conversation,
            following: anew(begun.exchange.id),
            question: "",
            note: as_text(begun.dropped_words),
            undoable: begun if begun.dropped_words else None,
            undo: gr.update(visible=bool(begun.dropped_words)),
            leave: gr.update(visible=False),
            welcome: gr.update(visible=False),
            chat: gr.update(value=asking.messages(request, begun.at), visible=True),
            chips: chips_html(values),  # with `current`, which is the other part of the address
            rail.listing: rail.drawn("", begun.at, request),
            **_busy(True),
        }

    def again(wanted: str, now: At, request: gr.Request, *values: Any) -> Updates:
        """Ask what a link under an answer says: `again/ID 3`, `follow/ID/0 4`."""
        if not wanted:  # the field is there: the page is being opened
            return {note: gr.skip()}
        try:
            typed, now = asking.wanted(request, now, wanted)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {note: as_text(in_words(error, "asking a question"))}
        return suggested(typed, now, request, *values)

    def suggested(typed: str, now: At, request: gr.Request, *values: Any) -> Updates:
        """Ask what was not typed: what is half typed meanwhile stays in the box."""
        return {**begin(typed, now, request, *values), question: gr.skip()}

    async def follow(wanted: str, now: At, request: gr.Request) -> AsyncIterator[Updates]:
        """Show an answer as it grows, until something else is shown: `ID 1a2b`.

        Only the chat, and something at each run: gradio takes what is left out for emptied.
        """
        yield {chat: asking.messages(request, now) if now.conversation else gr.skip()}
        if not wanted or not now.conversation:
            return
        conversation = asking.shown(request, now)
        async for step in beside(asking.running.follow(request.session_hash, wanted.split()[0])):
            if not step.final:
                yield {chat: messages(desk, conversation, now.shown, step, running=True)}

    def come_to_rest(now: At, words: str, request: gr.Request) -> Updates:
        """What is shown once an answer is there, or another conversation is."""
        if not now.conversation:
            return _busy(False)
        try:
            id = asking.under_way(request, now)
            shown_now = {chat: asking.messages(request, now), rail.listing: rail.drawn(words, now, request)}
            return {**shown_now, **_busy(id is not None)}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {note: as_text(in_words(error, "showing an answer")), **_busy(False)}

    def suggest(now: At, request: gr.Request) -> Updates:
        """What can be asked next; the answer is there by then, and the next question may be asked."""
        found = asking.suggest(request, now)
        return {chat: found if found else gr.skip()}

    def go(wanted: str, now: At, words: str, request: gr.Request) -> Updates:
        """Show `chat/ID 1`, `new 2`, `begin/DAY/TURNS/NARROWING 3`, `place/c=ID 4`; more: `earlier 5`."""
        what, _, number = wanted.partition(" ")
        verb, _, id = what.partition("/")
        if verb not in ("chat", "new", "earlier", "begin", "place"):
            return {note: gr.skip()}
        if verb == "place":
            there, day = of_place(id)
            return {**showing(there, words, request, day), moved_to: number}
        if verb == "earlier":
            more = At(now.conversation, now.shown + MORE, now.editing)
            return {at: more, chat: asking.messages(request, more), moved_to: number}
        narrowed = ""
        if verb == "begin":
            try:
                day, turns, narrowed = map(unquote, id.split("/"))
                id = asking.put_down(request, day, turns) if turns else ""
            except Exception as error:  # noqa: BLE001  # the top of an event: logged there, polite here
                return {note: as_text(in_words(error, "opening a question of a set")), moved_to: number}
        shown_now = showing(At(id or None) if verb != "new" else At(), words, request)
        if narrowed:  # as a question of a set is
            shown_now |= narrow.hold(of_kept(narrowed), shelf.listing().briefings)
        return {**shown_now, moved_to: number}

    def showing(there: At, words: str, request: gr.Request, day: str | None = None) -> Updates:
        """A conversation, or a new one; `day` is the as-of date of an address, read or not."""
        asking.running.watch(request.session_hash, None)
        hidden = gr.update(visible=False)
        common: Updates = {note: as_text(why_unread(day or "")), undo: hidden, leave: hidden}
        common |= {**judging.closed(), **pane.closed(), **_busy(False)}
        try:
            briefings = shelf.listing().briefings
            conversation = asking.opened(request, there) if there.conversation else None
        except BriefingsError as error:
            there, conversation, briefings = At(), None, []
            common[note] = as_text(str(error))
        last = conversation.exchanges[-1] if conversation and conversation.exchanges else None
        common |= narrow.hold(narrowing_of(last) if last else Narrowing(), briefings, day)
        if conversation is None:
            common |= {chat: gr.update(value=[], visible=False), welcome: gr.update(visible=True)}
            return {**common, at: there, current: "", rail.listing: rail.drawn(words, there, request)}
        goes_on = last is not None and asking.running.goes_on(last.id)
        asking.running.watch(request.session_hash, last.id if last and goes_on else None)
        return {
            **common,
            at: there,
            current: conversation.id,
            following: anew(last.id) if last and goes_on else gr.skip(),
            welcome: gr.update(visible=False),
            chat: gr.update(value=asking.messages(request, there), visible=True),
            rail.listing: rail.drawn(words, there, request),
            **_busy(goes_on),
        }

    def reopen(words: str, request: gr.Request) -> Updates:
        """When the page opens: what is on file, and the conversation or the token that its address names."""
        (there, day), token = of_address(request.query_params), request.query_params.get("adopt")
        told = {note: as_text(asking.adopt(request, token))} if token else {}
        return {**greet(), **showing(there, words, request, day), **told, moved_to: "0"}

    def do(wanted: str, now: At, words: str, request: gr.Request, *values: Any) -> Updates:
        """Do what a link asks for: `edit/ID 1`, `up/ID 2`, `drop/as-of 3`."""
        verb, _, about = wanted.partition(" ")[0].partition("/")
        try:
            if verb == "drop":
                return narrow.drop(about, values)
            if verb in ("up", "down"):
                thumb: Thumb = "up" if verb == "up" else "down"
                pressed = judging.press(asking.owner(request), now, about, thumb)
                listed = {rail.listing: rail.drawn(words, now, request)}  # it offers a file of the thumbs
                return {**pressed, **listed, chat: asking.messages(request, now)}
            if verb == "edit":
                typed, told = asking.edit(request, now, about)
                editing = At(now.conversation, now.shown, about)
                return {at: editing, question: typed, note: as_text(told), leave: gr.update(visible=True)}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {note: as_text(in_words(error, "doing that"))}
        return {note: gr.skip()}

    def put_back(begun: Begun, now: At, words: str, request: gr.Request) -> Updates:
        """Undo an edit: the conversation as it was before."""
        hidden: Updates = {undo: gr.update(visible=False), undoable: None}
        try:
            asking.put_back(request, begun)
            asking.running.watch(request.session_hash, None)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {**hidden, note: as_text(in_words(error, "putting questions back"))}
        listed = {rail.listing: rail.drawn(words, now, request)}  # it counts the questions
        return {**hidden, note: "", chat: asking.messages(request, now), **listed, **_busy(False)}

    def leave_edit(now: At) -> Updates:
        return {at: At(now.conversation, now.shown), question: "", note: "", leave: gr.update(visible=False)}

    def halt(now: At, request: gr.Request) -> None:
        asking.stop(request, now)

    def _busy(busy: bool) -> Updates:
        return {ask: gr.update(visible=not busy), stop: gr.update(visible=busy)}

    greeted = [on_file, invitation, *examples, narrow.parties, narrow.publishers]
    moved = [at, current, chips, following, note, undo, leave, chat, welcome, ask, stop, rail.listing]
    asked = [*moved, question, undoable]
    everywhere = [*moved, moved_to, *narrow.fields, *judging.outputs, *pane.outputs]
    followed = following.change(
        follow,
        [following, at],
        chat,
        concurrency_limit=AT_ONCE,
        concurrency_id="answers",
        trigger_mode="multiple",
        **QUIET,
    )
    rested = followed.then(come_to_rest, [at, rail.search], [chat, rail.listing, note, ask, stop], **QUIET)
    rested.then(suggest, at, chat, **QUIET).then(greet, outputs=greeted, **QUIET)
    given = [at, *narrow.fields]
    gr.on([question.submit, narrow.as_of.submit, ask.click], begin, [question, *given], asked, **QUIET).then(
        greet, outputs=greeted, **QUIET
    )
    for example in examples:
        example.click(suggested, [example, *given], asked, **QUIET)
    to_ask.change(again, [to_ask, *given], asked, trigger_mode="multiple", **QUIET)
    to_show.change(go, [to_show, at, rail.search], everywhere, trigger_mode="multiple", **QUIET).then(
        greet, outputs=greeted, **QUIET
    )
    to_do.change(
        do,
        [to_do, at, rail.search, *narrow.fields],
        [at, note, leave, question, chat, rail.listing, *narrow.fields, *judging.outputs],
        trigger_mode="multiple",
        **QUIET,
    )
    undo.click(
        put_back,
        [undoable, at, rail.search],
        [undo, undoable, note, chat, rail.listing, ask, stop],
        **QUIET,
    )
    leave.click(leave_edit, at, [at, question, note, leave], **QUIET)
    stop.click(halt, at, None, **QUIET)
    opened = dict.fromkeys([*everywhere, *greeted])
    page.load(reopen, rail.search, [*opened], **QUIET)
    return Greeting(greet, greeted)
