"""Lay out the page: its head, its tabs, and the field by which links ask it to do something.

What is shown has an address: see places.js. Conversations are kept in the home.
"""

from collections.abc import Sequence
from pathlib import Path

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.ask.tab import build_ask
from assistant.web.briefings.on_file import Shelf
from assistant.web.briefings.tab import build_briefings
from assistant.web.events import QUIET
from assistant.web.markup import note, shown
from assistant.web.news.tab import build_news
from assistant.web.programs.endpoints import add_endpoints
from assistant.web.programs.tools import Tool
from assistant.web.questions.tab import build_questions
from assistant.web.state.tab import build_state
from assistant.web.timeline.tab import build_timeline

TITLE = "Trade briefings"
TABS = ("ask", "news", "briefings", "timeline", "questions", "state")
LONGEST_NAME = 40  # characters that are repeated of an address


def build_page(desk: Desk, home: Path, tools: Sequence[Tool] = (), public: bool = False) -> gr.Blocks:
    """Make the page over a desk and the folder of its home; `tools` are its endpoints.

    On a `public` one, an address that is typed is no leave to look at this machine's own network.
    """
    shelf = Shelf(desk)
    page = gr.Blocks(title=TITLE, analytics_enabled=False)
    with page:
        add_endpoints(tools)  # first: an event whose function has one of their names gets another then
        with gr.Row(elem_id="head"):
            gr.Markdown(f"# {TITLE}", elem_id="name", container=False)
            on_file = gr.Markdown(elem_id="on-file", container=False)
        astray = shown("astray")  # what there is to say of an address that names no tab
        # Where acts.js writes what a link asks for: see assistant.web.markup.act.
        asked_for = gr.Textbox(elem_id="asked-for", container=False)
        with gr.Tabs(elem_id="tabs", selected="ask", overflow_behavior="wrap") as tabs:
            with gr.Tab("Ask", id="ask", elem_id="ask-tab"):
                greeting = build_ask(desk, shelf, on_file, page)
            with gr.Tab("News", id="news", elem_id="news-tab") as news:
                build_news(desk, shelf, news, asked_for)
            with gr.Tab("Briefings", id="briefings", elem_id="briefings-tab") as briefings:
                build_briefings(desk, home, shelf, greeting, tabs, briefings, asked_for, public)
            with gr.Tab("Timeline", id="timeline", elem_id="timeline-tab") as timeline:
                build_timeline(desk, shelf, timeline, asked_for)
            with gr.Tab("Questions", id="questions", elem_id="questions-tab") as questions:
                build_questions(desk, home, questions, asked_for)
            with gr.Tab("State", id="state", elem_id="state-tab") as state:
                build_state(desk, shelf, state)
        page.load(_astray, None, astray, **QUIET)
    return page


def _astray(request: gr.Request) -> str:
    tab = request.query_params.get("tab") or TABS[0]
    if tab in TABS:
        return ""
    return note(f"This page has no tab “{tab[:LONGEST_NAME]}”, which its address names. Choose one below.")
