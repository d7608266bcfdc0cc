"""The Questions tab: choose a question set, run it, see how it went and what changed, keep it up to date."""

from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import gradio as gr

from assistant.desks.desk import Desk
from assistant.evaluation.known_fields import unknown_fields
from assistant.evaluation.known_types import misspelt_types
from assistant.evaluation.question_sets import FIRST, LONGEST_NAME, Change, QuestionSets, plain_name
from assistant.evaluation.questions import read_text
from assistant.evaluation.standing import last_run
from assistant.web.addresses import asked_of, read_request
from assistant.web.days import read_moment
from assistant.web.drawing import Drawings, in_order
from assistant.web.events import AT_ONCE, QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, done, note, shown
from assistant.web.questions.question_form import build_form, read_form
from assistant.web.questions.set_runs import SetRun, SetRuns
from assistant.web.questions.standing_html import progress_html, standing_html
from assistant.web.sent_files import sent
from assistant.web.under_way import beside

EMPTY = (
    '<div class="empty"><h2>No question set yet</h2><p>Your standing questions, asked again whenever '
    "briefings come in: add a first question, or drop a file with one a line.</p></div>"
)
STOPPED = "Stopped. Nothing of this run was kept."


def build_questions(desk: Desk, home: Path, tab: gr.Tab, asked_for: gr.Textbox) -> None:
    """Make the tab's contents."""
    sets, runs = QuestionSets(home), SetRuns(desk, home)
    undoable, heeded = gr.State(None), gr.State("")
    with gr.Row(elem_id="questions-head"):
        chosen = gr.Dropdown([], label="Question set", elem_id="question-set", scale=1, min_width=180)
        run = gr.Button("Run", variant="primary", elem_id="run-set", scale=0, min_width=88)
        stop = gr.Button("Stop", visible=False, elem_id="stop-set", scale=0, min_width=88)
        new = gr.Button("New question", elem_id="new-question", scale=0, min_width=130)
    with gr.Accordion("Add or remove a set", open=False, elem_id="sets") as fold:
        file = gr.File(
            file_types=[".jsonl"], type="filepath", show_label=False, height=130, elem_id="set-file"
        )
        remove = gr.Button("Remove the chosen set", elem_id="remove-set", scale=0, min_width=180)
    with gr.Row(elem_id="set-said"):
        said = shown("set-message")
        undo = gr.Button("Undo", visible=False, elem_id="undo-set", scale=0, min_width=80)
    form = build_form()
    progress, outcome = shown("set-progress"), shown("standing")
    following = gr.Textbox(elem_id="following-set", elem_classes="wire", container=False)

    def look(name: str | None, since: str = "") -> Updates:
        """Show a set, how far its run is, and what changed since the run of a moment, where one is named."""
        try:
            names, name = sets.names(), first_of(name)
            menu = {chosen: gr.update(choices=names, value=name), run: gr.update(interactive=bool(name))}
            if name is None:
                return {**menu, outcome: block(EMPTY), **looked_on(None)}
            questions = sets.questions(name)
            kept, now = last_run(desk, home, questions, read_moment(since)), runs.newest(name, questions)
            if now and now.standing and (kept is None or kept.made < now.standing.made):
                kept = now.standing  # it could not be kept, and says so
            return {
                **menu,
                outcome: standing_html(name, questions, kept),
                **looked_on(name),
                **({said: note(now.failed)} if now and now.failed else {}),
            }
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {outcome: note(in_words(error, "looking at a question set"))}

    def opened(name: str | None, asked: str, before: str) -> Updates:
        """Show what is chosen, or what an address asks for meanwhile: it opens the tab, too."""
        return look(name) if asked == before else {**look(name), **go(asked)}

    def go(asked: str) -> Updates:
        """Show the set that an address names: ` questions/set=standing 3`."""
        named = asked_of("questions", asked)
        if named is None:
            return {heeded: asked}
        name, since = ("".join(named.all(key)[:1]) for key in ("set", "since"))
        common: Updates = {heeded: asked, said: "", undo: _hidden()}
        if name in sets.names() or not name:
            return {**common, **look(name, since)}
        told = f"There is no question set “{name[:LONGEST_NAME]}”, which the address names."
        return {
            **common,
            **looked_on(None),
            said: note(f"{told} Choose another one."),
            chosen: gr.update(choices=sets.names(), value=None),
            outcome: "",
        }

    def first_of(name: str | None) -> str | None:
        """The set that is chosen, else one that is being run, else the first."""
        names = sets.names()
        return name if name in names else runs.under_way() or next(iter(names), None)

    def looked_on(name: str | None) -> Updates:
        """What is shown of a set's run, and that it is followed while it goes on."""
        now = runs.newest(name) if name else None
        going = now is not None and not now.ended
        shown_now = shown_of(name, now) if name and now and going else at_rest()
        return {**shown_now, following: name if going else None}

    def shown_of(name: str, now: SetRun) -> Updates:
        if now.failed:
            return {said: note(now.failed), **at_rest()}
        if now.stopped:
            return {said: done(STOPPED), **at_rest()}
        if now.standing:
            return {outcome: standing_html(name, now.questions, now.standing), **at_rest()}
        can_stop = now.answered < len(now.questions)
        bar = progress_html(now.answered, [line.request.question for line in now.questions], now.waits)
        return {progress: bar, run: _hidden(), stop: gr.update(visible=can_stop)}

    def at_rest() -> Updates:
        return {progress: "", run: gr.update(visible=True), stop: _hidden()}

    def run_set(name: str | None) -> Updates:
        """Have the set asked; what is shown of that is `follow`'s."""
        try:
            name = first_of(name)  # pressed before the tab was drawn
            if not name:
                return {said: note("Choose a question set, or add a first question.")}
            runs.start(name, sets.questions(name))
            return {said: "", undo: _hidden(), **look(name)}  # it may have ended already
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "running a question set"))}

    async def follow(wanted: str, request: gr.Request) -> AsyncIterator[Updates]:
        """Show how far a run is, until it ends or another set is shown."""
        yield {progress: gr.skip()}  # gradio takes what yields nothing for emptied
        name = wanted.partition(" ")[2]
        async for now in beside(runs.follow(request.session_hash, wanted)):
            yield shown_of(name, now)

    def halt(name: str | None) -> Updates:
        runs.stop(name or "")
        return {progress: gr.skip()}  # `follow` shows what comes of it

    def dropped(path: str | None) -> Updates:
        if not path:
            return {said: gr.skip()}
        try:
            text = _content(Path(sent(path)))
            kept, known = sets.add(Path(path).stem, text)
            told = f"“{kept}” is on file already." if known else f"“{kept}” is kept in the home."
            odd = (*unknown_fields(text, kept), *misspelt_types(text, kept))
            told = " ".join([told, *(f"Note: {found}" for found in odd)])
            folded = {file: None, fold: gr.update(open=False)}  # so that what the set shows is in sight
            return {**look(kept), **folded, said: done(told), undo: _hidden()}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {file: None, said: note(in_words(error, "reading a question set")), undo: _hidden()}

    def take_out(name: str | None) -> Updates:
        try:
            if not name:
                return {said: note("There is no set to remove."), undo: _hidden()}
            with sets.changing(name) as made:
                sets.remove(name)
            runs.forget(name)
            return changed(made, f"Removed “{name}”. Its earlier runs are kept.", None)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "removing a question set")), undo: _hidden()}

    def open_form(name: str | None, request: str) -> Updates:
        """Open what a link asks for: `questions-tab question/q-1 3`."""
        verb, id = read_request(request)
        if verb != "question" or not name:
            return {said: gr.skip()}
        try:
            return form.open(sets.line(name, unquote(id)), desk.list())
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "opening a question")), undo: _hidden()}

    def open_new(name: str | None) -> Updates:
        try:
            return form.open(None, desk.list(), name or FIRST)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "opening a question"))}

    def keep(name: str | None, id: str | None, named: str, *typed: Any) -> Updates:
        try:
            to = (name if id else plain_name(named)) or FIRST
            with sets.changing(to) as made:
                line = read_form(typed, sets.line(to, id) if id else {})
                kept = sets.save(to, line, id)
            unknown = set(line["gold_docs"]) - {briefing.source for briefing in desk.list()}
            missing = f" Not on file: {', '.join(sorted(unknown))}." if unknown else ""
            saved = f"Saved question {kept} in “{to}”.{missing}"
            return {**form.close(), **changed(made, saved, to)}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {form.message: note(in_words(error, "saving a question"))}

    def delete(name: str, id: str) -> Updates:
        try:
            with sets.changing(name) as made:
                sets.delete(name, id)
            if name not in sets.names():
                runs.forget(name)
            return {**form.close(), **changed(made, f"Deleted question {id}.", name)}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {form.message: note(in_words(error, "deleting a question"))}

    def changed(made: list[Change], told: str, name: str | None) -> Updates:
        back = {undoable: made[-1], undo: gr.update(visible=True)}
        return {**look(name), said: done(told), **back}

    def put_back(change: Change | None) -> Updates:
        try:
            if change:
                sets.undo(change)
            told = done(f"“{change.name}” is as it was.") if change else ""
            there = look(change.name if change else None)
            return {**there, undoable: None, said: told, undo: _hidden()}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "undoing a change")), undo: _hidden()}

    def watched(updates: Updates, session: str | None) -> Updates:
        """Have the session follow the run of the set that it is shown, None for none."""
        if following not in updates:
            return updates
        return {**updates, following: runs.watch(session, updates[following])}

    seen = [chosen, outcome, progress, run, stop, said, following]
    told = [undo, undoable]
    drawings, parts = Drawings(), set(seen)
    view = partial(in_order, drawings, parts=parts, watched=watched)
    act = partial(in_order, drawings, parts=parts - {said}, watched=watched)  # what came of it is told
    shared: dict[str, Any] = {"concurrency_limit": AT_ONCE, "concurrency_id": "question-sets", **QUIET}
    tab.select(view(opened), [chosen, asked_for, heeded], [*seen, undo, heeded], **shared)
    asked_for.change(view(go), asked_for, [*seen, undo, heeded], trigger_mode="multiple", **shared)
    chosen.input(view(look), chosen, seen, trigger_mode="multiple", **shared)
    run.click(act(run_set), chosen, [*seen, undo], **shared)
    following.change(
        follow,
        following,
        [progress, outcome, run, stop, said],
        concurrency_limit=AT_ONCE,
        concurrency_id="question-runs",
        trigger_mode="multiple",
        **QUIET,
    )
    stop.click(halt, chosen, progress, **QUIET)
    new.click(open_new, chosen, [*form.outputs, said], **QUIET)
    asked_for.change(
        open_form, [chosen, asked_for], [*form.outputs, said, undo], trigger_mode="multiple", **QUIET
    )
    form.cancel.click(form.close, None, form.outputs, **QUIET)
    form.save.click(
        act(keep), [chosen, form.id, form.set, *form.fields], [*form.outputs, *seen, *told], **shared
    )
    form.delete.click(act(delete), [chosen, form.id], [*form.outputs, *seen, *told], **shared)
    file.upload(act(dropped), file, [file, fold, *seen, *told], **shared)
    remove.click(act(take_out), chosen, [*seen, *told], **shared)
    undo.click(act(put_back), undoable, [*seen, *told], **shared)


def _content(dropped: Path) -> str:
    """What was dropped, which is deleted then; errors name it and not where it lay."""
    try:
        return read_text(dropped, dropped.name)
    finally:
        with suppress(OSError):
            dropped.unlink()


def _hidden() -> Any:
    return gr.update(visible=False)
