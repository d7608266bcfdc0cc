"""The Questions tab: choose a question set, run it, see how it went and what changed, keep it up to date."""

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import gradio as gr
from anyio import to_thread

from assistant.desk import Desk
from assistant.evaluation.question_sets import FIRST, QuestionSets
from assistant.evaluation.questions import read_text
from assistant.evaluation.run import Given, answers
from assistant.evaluation.standing import finish, last_run
from assistant.web.events import QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, done, note, shown
from assistant.web.question_form import build_form, read_form
from assistant.web.standing_html import progress_html, standing_html

EMPTY = (
    '<div class="empty"><h2>No question set yet</h2><p>Your standing questions, asked again whenever '
    "briefings come in: add a first question, or drop a file with one a line.</p></div>"
)
STOPPED = "Stopped. Nothing of this run was kept."
RUNS = 2  # at the same time: each keeps the encoder busy, and people ask meanwhile


@dataclass(frozen=True, slots=True)
class Undo:
    """A set as it was before a change; `text` is None where there was none."""

    name: str
    text: str | None


def build_questions(desk: Desk, home: Path, tab: gr.Tab, asked_for: gr.Textbox) -> None:
    """Make the tab's contents."""
    sets = QuestionSets(home)
    undoable = gr.State(None)
    with gr.Row(elem_id="questions-head"):
        chosen = gr.Dropdown([], label="Question set", elem_id="question-set", scale=1, min_width=180)
        run = gr.Button("Run", variant="primary", elem_id="run-set", scale=0, min_width=88)
        stop = gr.Button("Stop", visible=False, elem_id="stop-set", scale=0, min_width=88)
        new = gr.Button("New question", elem_id="new-question", scale=0, min_width=130)
    with gr.Accordion("Add or remove a set", open=False, elem_id="sets"):
        file = gr.File(
            file_types=[".jsonl"], type="filepath", show_label=False, height=130, elem_id="set-file"
        )
        remove = gr.Button("Remove the chosen set", elem_id="remove-set", scale=0, min_width=180)
    with gr.Row(elem_id="set-said"):
        said = shown("set-message")
        undo = gr.Button("Undo", visible=False, elem_id="undo-set", scale=0, min_width=80)
    form = build_form()
    progress, outcome = shown("set-progress"), shown("standing")

    def look(name: str | None) -> Updates:
        """Show a set, the first one where none is chosen or the chosen one is gone."""
        try:
            names = sets.names()
            name = name if name in names else next(iter(names), None)
            menu = {chosen: gr.update(choices=names, value=name), run: gr.update(interactive=bool(name))}
            if name is None:
                return {**menu, outcome: block(EMPTY)}
            questions = sets.questions(name)
            return {**menu, outcome: standing_html(name, questions, last_run(desk, home, questions))}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {outcome: note(in_words(error, "looking at a question set"))}

    async def run_set(name: str | None) -> AsyncIterator[Updates]:
        going = {run: gr.update(visible=False), stop: gr.update(visible=True), said: "", undo: _hidden()}
        try:
            if not name:
                yield {said: note("Choose a question set, or add a first question.")}
                return
            questions = sets.questions(name)
            given: list[Given] = []
            yield {progress: progress_html(0, len(questions), questions[0].request.question), **going}
            asking = answers(desk, questions)
            while (one := await to_thread.run_sync(next, asking, None, abandon_on_cancel=True)) is not None:
                given.append(one)
                following = questions[len(given)].request.question if len(given) < len(questions) else ""
                yield {progress: progress_html(len(given), len(questions), following)}
            standing = await to_thread.run_sync(finish, desk, home, given)
            yield {outcome: standing_html(name, questions, standing), progress: "", **at_rest()}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            yield {said: note(in_words(error, "running a question set")), progress: "", **at_rest()}

    def at_rest() -> Updates:
        return {run: gr.update(visible=True), stop: _hidden()}

    def dropped(path: str | None) -> Updates:
        if not path:
            return {said: gr.skip()}
        try:
            kept, known = sets.add(Path(path).stem, _content(Path(path)))
            told = f"“{kept}” is on file already." if known else f"“{kept}” is kept in the home."
            return {file: None, said: done(told), undo: _hidden(), **look(kept)}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {file: None, said: note(in_words(error, "reading a question set")), undo: _hidden()}

    def take_out(name: str | None) -> Updates:
        try:
            if not name:
                return {said: note("There is no set to remove."), undo: _hidden()}
            before = Undo(name, sets.remove(name))
            return changed(before, f"Removed “{name}”. Its earlier runs are kept.", None)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "removing a question set")), undo: _hidden()}

    def open_form(name: str | None, request: str) -> Updates:
        """Open what a link asks for: `questions-tab question/q-1 3`."""
        verb, _, id = request.partition(" ")[2].partition(" ")[0].partition("/")
        if verb != "question" or not name:
            return {said: gr.skip()}
        try:
            return form.open(sets.line(name, unquote(id)))
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "opening a question")), undo: _hidden()}

    def keep(name: str | None, id: str | None, *typed: str) -> Updates:
        try:
            to = name or FIRST
            before = _as_is(sets, to)
            line = read_form(typed, sets.line(to, id) if id else {})
            kept = sets.save(to, line, id)
            unknown = set(line["gold_docs"]) - {briefing.source for briefing in desk.list()}
            missing = f" Not on file: {', '.join(sorted(unknown))}." if unknown else ""
            return {**form.close(), **changed(before, f"Saved question {kept} in “{to}”.{missing}", to)}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {form.message: note(in_words(error, "saving a question"))}

    def delete(name: str, id: str) -> Updates:
        try:
            before = _as_is(sets, name)
            sets.delete(name, id)
            return {**form.close(), **changed(before, f"Deleted question {id}.", name)}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {form.message: note(in_words(error, "deleting a question"))}

    def changed(before: Undo, told: str, name: str | None) -> Updates:
        return {undoable: before, said: done(told), undo: gr.update(visible=True), **look(name)}

    def put_back(before: Undo | None) -> Updates:
        try:
            if before and before.text is None:
                sets.remove(before.name)
            elif before and before.text is not None:
                sets.put(before.name, before.text)
            told = done(f"“{before.name}” is as it was.") if before else ""
            return {undoable: None, said: told, undo: _hidden(), **look(before.name if before else None)}
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {said: note(in_words(error, "undoing a change")), undo: _hidden()}

    seen = [chosen, run, outcome]
    told = [said, undo, undoable]
    tab.select(look, chosen, seen, **QUIET)
    chosen.input(look, chosen, seen, **QUIET)
    running = run.click(
        run_set,
        chosen,
        [progress, outcome, run, stop, said, undo],
        concurrency_limit=RUNS,
        concurrency_id="question-runs",
        **QUIET,
    )
    stop.click(
        lambda: {progress: "", said: done(STOPPED), **at_rest()},
        None,
        [progress, said, run, stop],
        cancels=[running],
        **QUIET,
    )
    new.click(lambda: form.open(None), None, form.outputs, **QUIET)
    asked_for.change(
        open_form, [chosen, asked_for], [*form.outputs, said, undo], trigger_mode="multiple", **QUIET
    )
    form.cancel.click(form.close, None, form.outputs, **QUIET)
    form.save.click(keep, [chosen, form.id, *form.fields], [*form.outputs, *seen, *told], **QUIET)
    form.delete.click(delete, [chosen, form.id], [*form.outputs, *seen, *told], **QUIET)
    file.upload(dropped, file, [file, *seen, *told], **QUIET)
    remove.click(take_out, chosen, [*seen, *told], **QUIET)
    undo.click(put_back, undoable, [*seen, *told], **QUIET)


def _as_is(sets: QuestionSets, name: str) -> Undo:
    return Undo(name, sets.text(name) if name in sets.names() else None)


def _content(dropped: Path) -> str:
    """What was dropped, which is deleted then; errors name it and not where it lay."""
    try:
        return read_text(dropped, dropped.name)
    finally:
        with suppress(OSError):
            dropped.unlink()


def _hidden() -> Any:
    return gr.update(visible=False)
