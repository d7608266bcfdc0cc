"""The State tab: what is on file, how it is searched, whether the home is sound."""

from collections.abc import Iterator
from datetime import date

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.briefings.on_file import Shelf
from assistant.web.events import AT_ONCE, QUIET
from assistant.web.failures import in_words
from assistant.web.markup import note, shown
from assistant.web.state.state_html import state_html


def build_state(desk: Desk, shelf: Shelf, tab: gr.Tab) -> None:
    """Make the tab's contents; they are looked up each time that the tab is opened."""
    outcome = shown("state")
    again = gr.Button("Look again", elem_id="look-again", scale=0, min_width=120)

    def look() -> Iterator[str]:
        try:
            shelf.forget()
            briefings, today = shelf.listing().briefings, date.today()
            yield state_html(briefings, None, today)
            yield state_html(briefings, desk.doctor(), today)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            yield note(in_words(error, "looking the home over"))

    gr.on([tab.select, again.click], look, None, outcome, concurrency_limit=AT_ONCE, **QUIET)
