"""The Briefings tab: what is on file as a table, taking in, opening, correcting, removing with undo."""

from pathlib import Path

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.briefings.intake_part import build_intake
from assistant.web.briefings.listing import Looking, View
from assistant.web.briefings.on_file import Shelf
from assistant.web.briefings.reader import Place
from assistant.web.briefings.reading_part import build_reading
from assistant.web.events import QUIET, Greeting, Updates
from assistant.web.failures import in_words
from assistant.web.markup import done, note, shown
from vectorstore.briefing import Briefing
from vectorstore.errors import QuestionError

LONGEST_NUMBER = 12  # digits; an address may be mistyped


def build_briefings(
    desk: Desk,
    home: Path,
    shelf: Shelf,
    greeting: Greeting,
    tabs: gr.Tabs,
    tab: gr.Tab,
    asked_for: gr.Textbox,
    public: bool,
) -> None:
    """Make the tab's contents, and open here what links anywhere on the page ask for."""
    looking, removed, came_from = gr.State(Looking()), gr.State(()), gr.State("briefings")
    with gr.Column(elem_id="on-file-list") as on_file_list:
        intake, taken_in = build_intake(desk, home, tab, public)
        with gr.Row(elem_id="removed"):
            said = shown("list-message")
            undo = gr.Button("Undo", visible=False, elem_id="undo", scale=0, min_width=80)
        search = gr.Textbox(
            label="Search titles, publishers, dates, parties and sources", max_lines=1, elem_id="search"
        )
        table = shown("table")
    reading = build_reading(desk)

    def listed(at: Looking) -> Updates:
        try:
            listing = shelf.listing()
            unfold = {} if listing.briefings else {intake: gr.update(open=True)}
            return {table: listing.html(at.view), **unfold}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {table: note(in_words(error, "listing the briefings"))}

    def anew(words: str, at: Looking) -> Updates:
        """Draw the table of what is on file by now, of what is in the box."""
        at.search(words)
        shelf.forget()
        return listed(at)

    def searched(words: str, at: Looking) -> Updates:
        at.search(words)
        return listed(at)

    def seen(at: Looking, view: View) -> Updates:
        at.view = view
        return listed(at)

    def act(request: str, at: Looking) -> Updates:
        """Do what a link asks for: `briefings-tab sort/title 1`, `ask-tab open/ID/VERSION/START/END 2`."""
        where, _, rest = request.partition(" ")
        verb, *about = rest.partition(" ")[0].split("/")
        try:
            if verb == "sort":
                return seen(at, at.view.sorting(about[0]))
            if verb == "newly":
                return {search: "", **seen(at, View(sort="taken"))}
            if verb == "page":
                return seen(at, at.view.turning(int(about[0])))
            if verb == "list":
                return go_back("briefings")
            if verb in ("open", "date"):
                return {
                    **reading.open(_place(about)),
                    **(reading.correct(about[0]) if verb == "date" else {}),
                    on_file_list: gr.update(visible=False),
                    tabs: gr.update(selected="briefings"),
                    came_from: where.removesuffix("-tab") if where != "reading" else gr.skip(),
                }
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            told = {said: note(in_words(error, "opening a briefing")), undo: gr.update(visible=False)}
            return {**go_back("briefings"), **told}  # there it is read
        return {table: gr.skip()}

    def go_back(origin: str) -> Updates:
        return {
            reading.column: gr.update(visible=False),
            reading.content: "",
            on_file_list: gr.update(visible=True),
            tabs: gr.update(selected=origin or "briefings"),
        }

    def take_out(place: Place, words: str, at: Looking, before: tuple[Briefing, ...]) -> Updates:
        try:
            briefing = desk.show(place.briefing_id)
            desk.remove(briefing.id)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {reading.message: note(in_words(error, "removing a briefing"))}
        return {
            **go_back("briefings"),
            **anew(words, at),
            removed: (*before, briefing),
            said: done(_farewell(briefing, len(before))),
            undo: gr.update(visible=True),
        }

    def put_back(gone: tuple[Briefing, ...], words: str, at: Looking) -> Updates:
        if not gone:
            return {undo: gr.update(visible=False)}
        try:
            restored = desk.restore(gone[-1])
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "putting a briefing back"))}
        return {
            **anew(words, at),
            removed: gone[:-1],
            said: done(_welcome(restored, gone[:-1])),
            undo: gr.update(visible=len(gone) > 1),
        }

    listing = [table, intake]
    tab.select(anew, [search, looking], listing, **QUIET)
    # Not `input`: gradio fires that on key presses alone, not when something is pasted or deleted.
    search.change(searched, [search, looking], listing, trigger_mode="always_last", **QUIET)
    asked_for.change(
        act,
        [asked_for, looking],
        [*listing, search, *reading.outputs, on_file_list, tabs, came_from, said, undo],
        trigger_mode="multiple",
        **QUIET,
    )
    reading.back.click(go_back, came_from, [reading.column, reading.content, on_file_list, tabs], **QUIET)
    changed = [
        *taken_in,
        reading.corrected,
        reading.remove.click(
            take_out,
            [reading.place, search, looking, removed],
            [*listing, *reading.outputs, on_file_list, tabs, removed, said, undo],
            **QUIET,
        ),
        undo.click(put_back, [removed, search, looking], [*listing, removed, said, undo], **QUIET),
    ]
    for event in changed:
        # Once more: what was searched for meanwhile may have been drawn before this came to the page.
        drawn = event.then(anew, [search, looking], listing, **QUIET).then(
            searched, [search, looking], listing, **QUIET
        )
        drawn.then(greeting.run, outputs=greeting.outputs, **QUIET)


def _place(about: list[str]) -> Place:
    """What follows `open/`: an id, a version or 0, and the characters to mark."""
    briefing_id, *numbers = about
    if not all(number.isdecimal() and len(number) < LONGEST_NUMBER for number in numbers):
        words = ".".join(about)
        raise QuestionError(f"“{words}” names no place in a briefing. Choose the briefing below.")
    version, start, end = [*map(int, numbers), 0, 0, 0][:3]
    return Place(briefing_id, version or None, start, end)


def _farewell(briefing: Briefing, before: int) -> str:
    """What was removed, and how far Undo goes; `before` tells how many were removed before it."""
    earlier = len(briefing.versions) - 1
    lost = ""
    if earlier > 0:
        versions = "the earlier version" if earlier == 1 else f"the {earlier} earlier versions"
        lost = f"; {versions} cannot come back"
    others = ", then what was removed before it" if before else ""
    undo = f"Until this page is reloaded, Undo takes its text in again{others}{lost}."
    return f"Removed “{briefing.title}”. {undo}"


def _welcome(briefing: Briefing, left: tuple[Briefing, ...]) -> str:
    """What was put back, and what Undo puts back next."""
    more = f" Undo takes in “{left[-1].title}” next." if left else ""
    return f"“{briefing.title}” is on file again.{more}"
