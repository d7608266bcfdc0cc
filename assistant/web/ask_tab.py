"""The Ask tab: a chat over the briefings on file. Ask, stop, start over."""

from collections.abc import AsyncIterator, Iterator, Sequence

import gradio as gr
from anyio import to_thread

from assistant.desk import Desk
from assistant.web.events import AT_ONCE, QUIET, Greeting, Updates
from assistant.web.markup import as_text
from assistant.web.narrowing import party_choices, publisher_choices, read_narrowing
from assistant.web.on_file import EXAMPLES, Shelf
from assistant.web.turn import Exchange, read_as_of, run_turn, stopped
from vectorstore.errors import BriefingsError

INVITATION = "## What would you like to know?\n\nEvery sentence of an answer is quoted from a dated briefing."
NOTHING_ON_FILE = (
    "## No briefings on file yet\n\nTake some in under Briefings, or from a terminal:\n\n"
    "```\nbriefings ingest FOLDER\n```"
)

Conversation = tuple[Exchange, ...]


def build_ask(desk: Desk, shelf: Shelf, on_file: gr.Markdown) -> Greeting:
    """Make the tab's contents; `on_file` is the line in the page's head."""
    conversation = gr.State(())
    with gr.Column(elem_id="welcome") as welcome:
        invitation = gr.Markdown(elem_id="invitation", container=False)
        examples = [
            gr.Button(visible=False, elem_classes="example", elem_id=f"example-{number}")
            for number in range(1, EXAMPLES + 1)
        ]
    chat = gr.Chatbot(
        elem_id="conversation",
        show_label=False,
        container=False,
        layout="panel",
        height="auto",
        render_markdown=False,  # briefings and questions are text; render.py escapes them
        sanitize_html=True,  # and gradio's sanitiser stands behind it
        allow_tags=False,
        latex_delimiters=[],
        buttons=[],
        feedback_options=None,
        autoscroll=False,
        visible=False,
    )
    with gr.Column(elem_id="composer"):
        note = gr.Markdown(elem_id="note", container=False)
        with gr.Row(elem_id="ask-row"):
            question = gr.Textbox(
                "",
                label="Question",
                placeholder="Ask a question",
                lines=1,
                max_lines=8,
                autofocus=True,
                container=False,
                elem_id="question",
                scale=1,
            )
            ask = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=88)
            stop = gr.Button("Stop", visible=False, elem_id="stop", scale=0, min_width=88)
        with gr.Row(elem_id="narrow"):
            as_of = gr.Textbox(
                "", label="As of", placeholder="YYYY-MM-DD", max_lines=1, elem_id="as-of", scale=0
            )
            start_over = gr.Button("New conversation", size="sm", elem_id="start-over", scale=0)
        with gr.Accordion("Narrow further", open=False, elem_id="narrow-further"):
            with gr.Row():
                parties = gr.Dropdown([], label="About all of these parties", multiselect=True)
                publishers = gr.Dropdown([], label="From any of these publishers", multiselect=True)
            with gr.Row():
                first = gr.Textbox("", label="Published from", placeholder="YYYY-MM-DD", max_lines=1)
                last = gr.Textbox("", label="Published to", placeholder="YYYY-MM-DD", max_lines=1)

    def greet() -> Updates:
        buttons: Updates = {button: gr.update(visible=False) for button in examples}
        try:
            seen, briefings = shelf.look(), shelf.listing().briefings
        except BriefingsError as error:
            return {on_file: "", invitation: as_text(str(error)), **buttons}
        offered: Updates = {
            parties: gr.update(choices=party_choices(briefings)),
            publishers: gr.update(choices=publisher_choices(briefings)),
        }
        for button, example in zip(examples, seen.examples, strict=False):
            buttons[button] = gr.update(value=example, visible=True)
        said = INVITATION if seen.count else NOTHING_ON_FILE
        return {on_file: seen.line, invitation: said, **buttons, **offered}

    async def answer(
        typed: str,
        day: str,
        so_far: Conversation,
        from_day: str,
        to_day: str,
        about: list[str] | None,
        publishing: list[str] | None,
    ) -> AsyncIterator[Updates]:
        if not typed.strip():
            yield {note: "Type a question first."}
            return
        try:
            as_of_day, count = read_as_of(day), shelf.look().count
            narrowed = read_narrowing(from_day, to_day, about, publishing)
        except BriefingsError as error:
            yield {note: as_text(str(error))}
            return
        if not count:
            yield {note: as_text("No briefings are on file yet. Run: briefings ingest FOLDER")}
            return
        running: Updates = {
            note: "",
            question: "",
            welcome: gr.update(visible=False),
            ask: gr.update(visible=False),
            stop: gr.update(visible=True),
        }
        async for exchange in _beside(run_turn(desk, typed, as_of_day, so_far, narrowed)):
            now = (*so_far, exchange)
            yield {conversation: now, chat: gr.update(value=_messages(now), visible=True), **running}
            running = {}

    def finish() -> Updates:
        return {**_at_rest(), **greet()}

    def halt(so_far: Conversation) -> Updates:
        now = (*so_far[:-1], stopped(so_far[-1])) if so_far else ()
        return {conversation: now, chat: _messages(now), **_at_rest()}

    def clear() -> Updates:
        shown: Updates = {chat: gr.update(value=[], visible=False), welcome: gr.update(visible=True)}
        wide: Updates = {as_of: "", first: "", last: "", **greet()}
        for chosen in (parties, publishers):
            wide[chosen] = gr.update(**{**wide.get(chosen, {}), "value": []})
        return {conversation: (), note: "", question: "", **shown, **_at_rest(), **wide}

    def _at_rest() -> Updates:
        return {ask: gr.update(visible=True), stop: gr.update(visible=False)}

    greeted = [on_file, invitation, *examples, parties, publishers]
    narrowing = [first, last, parties, publishers]
    at_rest = [conversation, chat, ask, stop]
    asked = [*at_rest, note, question, welcome]
    asking = []
    typed = ([question.submit, as_of.submit, ask.click], question)
    for triggers, words in [typed, *([[example.click], example] for example in examples)]:
        event = gr.on(
            triggers,
            answer,
            inputs=[words, as_of, conversation, *narrowing],
            outputs=asked,
            concurrency_limit=AT_ONCE,
            concurrency_id="answers",
            **QUIET,
        )
        # A step of its own, so that Ask comes back only when the next question will be heard.
        event.then(finish, outputs=[ask, stop, *greeted], **QUIET)
        asking.append(event)
    stop.click(halt, inputs=conversation, outputs=at_rest, cancels=asking, **QUIET)
    start_over.click(clear, outputs=[*asked, as_of, first, last, *greeted], cancels=asking, **QUIET)
    return Greeting(greet, greeted)


async def _beside(turn: Iterator[Exchange]) -> AsyncIterator[Exchange]:
    """Step through a turn in a thread, which is left behind when the person stops it."""
    while (exchange := await to_thread.run_sync(next, turn, None, abandon_on_cancel=True)) is not None:
        yield exchange


def _messages(conversation: Sequence[Exchange]) -> list[dict[str, str]]:
    messages = []
    for exchange in conversation:
        messages.append({"role": "user", "content": exchange.asked_html})
        messages.append({"role": "assistant", "content": exchange.shown_html})
    return messages
