"""The part of the Questions tab in which one question is added, changed or deleted."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

import gradio as gr

from assistant.evaluation.question_sets import LONGEST_NAME
from assistant.web.events import Updates
from assistant.web.markup import as_text, shown
from assistant.web.narrowing import party_choices, publisher_choices
from assistant.web.questions.question_line import ANSWERED, JUDGED, Fields, fields_of, line_of
from ingest.text.parties import party_name
from vectorstore.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Form:
    """The part, its fields in the order of `Fields`, and its buttons."""

    column: gr.Column
    heading: gr.Markdown
    message: gr.Markdown
    fields: list[Any]
    narrow: gr.Accordion
    set: gr.Textbox
    id: gr.State
    save: gr.Button
    delete: gr.Button
    cancel: gr.Button

    @property
    def outputs(self) -> list[Any]:
        return [
            self.column, self.heading, self.message, *self.fields,
            self.narrow, self.set, self.id, self.delete,
        ]  # fmt: skip

    def open(self, line: dict[str, Any] | None, on_file: Sequence[Briefing], name: str = "") -> Updates:
        """Show a line of the set, or empty fields for a new one, which goes into the set of a name.

        Parties and publishers are chosen from those of the briefings `on_file`, and of the line.
        """
        known = fields_of(line) if line else Fields(judged=ANSWERED)
        parties, publishers = _choices(known, on_file)
        places = {field.elem_id: field for field in self.fields}
        further = (known.parties, known.publishers, known.published_from, known.published_to)
        return {
            self.column: gr.update(visible=True),
            self.heading: f"## Change question {as_text(line['id'])}" if line else "## New question",
            self.message: "",
            **dict(zip(self.fields, astuple(known), strict=True)),
            places["set-parties"]: gr.update(choices=parties, value=list(known.parties)),
            places["set-publishers"]: gr.update(choices=publishers, value=list(known.publishers)),
            self.narrow: gr.update(open=any(further)),
            self.set: gr.update(visible=line is None, value=name),
            self.id: line["id"] if line else None,
            self.delete: gr.update(visible=line is not None),
        }

    def close(self) -> Updates:
        return {self.column: gr.update(visible=False), self.message: "", self.id: None}


def build_form() -> Form:
    """Make the part, hidden."""
    with gr.Column(visible=False, elem_id="question-form") as column:
        heading = gr.Markdown(elem_id="question-heading", container=False, latex_delimiters=[])
        words = gr.Textbox(label="Question", lines=2, max_lines=6, elem_id="set-question")
        with gr.Row():
            kind = gr.Textbox(
                label="Kind", placeholder="status, change, list", max_lines=1, elem_id="set-kind"
            )
            day = gr.Textbox(label="As of", placeholder="YYYY-MM-DD", max_lines=1, elem_id="set-day")
        with gr.Accordion("Narrow further", open=False, elem_id="set-narrow") as narrow:
            with gr.Row():
                parties = gr.Dropdown(
                    [], label="About all of these parties", multiselect=True, elem_id="set-parties"
                )
                publishers = gr.Dropdown(
                    [], label="From any of these publishers", multiselect=True, elem_id="set-publishers"
                )
            with gr.Row():
                first, last = (
                    gr.Textbox(label=label, placeholder="YYYY-MM-DD", max_lines=1, elem_id=name)
                    for label, name in (("Published from", "set-from"), ("Published to", "set-to"))
                )
        judged = gr.Radio(list(JUDGED), label="What is right", elem_id="set-judged")
        facts = gr.Textbox(
            label="Facts that the answer must state, one a line; other wordings after OR",
            placeholder="November 10, 2026 OR 10 November 2026",
            lines=2,
            max_lines=8,
            elem_id="set-facts",
        )
        forbidden = gr.Textbox(
            label="What it must not state, for it is superseded or false, one a line",
            lines=1,
            max_lines=6,
            elem_id="set-forbidden",
        )
        sources = gr.Textbox(
            label="Sources of the briefings that are right, one a line",
            lines=1,
            max_lines=6,
            elem_id="set-sources",
        )
        name = gr.Textbox(
            label="Question set; another name begins a new one",
            max_lines=1,
            max_length=LONGEST_NAME,
            elem_id="set-name",
        )
        message = shown("question-message")
        with gr.Row(elem_id="question-tools"):
            save = gr.Button("Save", variant="primary", elem_id="save-question", scale=0, min_width=96)
            cancel = gr.Button("Cancel", elem_id="cancel-question", scale=0, min_width=96)
            delete = gr.Button("Delete question", elem_id="delete-question", scale=0, min_width=120)
    fields = [words, kind, day, judged, facts, forbidden, sources, parties, publishers, first, last]
    return Form(column, heading, message, fields, narrow, name, gr.State(None), save, delete, cancel)


def read_form(typed: Sequence[Any], before: dict[str, Any]) -> dict[str, Any]:
    """The line that the fields make; QuestionError says what is to be mended."""
    return line_of(Fields(*(value or "" for value in typed)), before)


def _choices(known: Fields, on_file: Sequence[Briefing]) -> tuple[list[tuple[str, str]], list[str]]:
    """The parties and publishers on file, and those of a question that no briefing names yet."""
    parties, publishers = party_choices(on_file), publisher_choices(on_file)
    codes = {code for _, code in parties}
    parties += [(party_name(code), code) for code in known.parties if code not in codes]
    return parties, [*publishers, *(name for name in known.publishers if name not in publishers)]
