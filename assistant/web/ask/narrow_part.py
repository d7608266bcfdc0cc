"""The part of the Ask tab that narrows questions: its fields, and chips for what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr

from assistant.web.addresses import place
from assistant.web.ask.links import do
from assistant.web.ask.turn import read_as_of
from assistant.web.days import spoken_date
from assistant.web.drawing import Drawings, in_order
from assistant.web.events import QUIET, Updates
from assistant.web.markup import block, shown
from assistant.web.narrowing import Narrowing, party_choices, publisher_choices, read_narrowing
from ingest.text.parties import party_name
from vectorstore.briefing import Briefing
from vectorstore.errors import QuestionError


@dataclass(frozen=True, slots=True)
class NarrowPart:
    """The fields, in the order in which `read` takes their values."""

    as_of: gr.Textbox
    first: gr.Textbox
    last: gr.Textbox
    parties: gr.Dropdown
    publishers: gr.Dropdown
    chips: gr.Markdown

    @property
    def fields(self) -> list[Any]:
        return [self.as_of, self.first, self.last, self.parties, self.publishers]

    def offer(self, briefings: Sequence[Briefing]) -> Updates:
        """Let those parties and publishers be chosen that are on file."""
        return {
            self.parties: gr.update(choices=party_choices(briefings)),
            self.publishers: gr.update(choices=publisher_choices(briefings)),
        }

    def hold(self, narrowing: Narrowing, briefings: Sequence[Briefing], as_of: str | None = None) -> Updates:
        """Fill the fields; a party or publisher that is no longer on file is left out.

        `as_of` is what an address has for the as-of date, read or not; None where it has none.
        """
        parties, publishers = party_choices(briefings), publisher_choices(briefings)
        known = {code for _, code in parties}
        values = [
            _iso(narrowing.as_of) if as_of is None else as_of,
            _iso(narrowing.published_from),
            _iso(narrowing.published_to),
            [p for p in narrowing.parties if p in known],
            [p for p in narrowing.publishers if p in publishers],
        ]
        return {
            **dict(zip(self.fields[:3], values[:3], strict=True)),
            self.parties: gr.update(choices=parties, value=values[3]),
            self.publishers: gr.update(choices=publishers, value=values[4]),
            self.chips: chips_html(values),  # at once: it tells the place
        }

    def drop(self, what: str, values: Sequence[Any]) -> Updates:
        """Take one thing out: `as-of`, `from`, `to`, `party-JP`, or the second publisher, `publisher-1`."""
        texts = {"as-of": self.as_of, "from": self.first, "to": self.last}
        if what in texts:
            return {texts[what]: ""}
        kind, _, which = what.partition("-")
        if kind == "party":
            return {self.parties: [code for code in values[3] or [] if code != which]}
        if kind == "publisher" and which.isdigit():
            return {self.publishers: [name for n, name in enumerate(values[4] or []) if n != int(which)]}
        return {self.as_of: gr.skip()}


def read(values: Sequence[Any]) -> Narrowing:
    """Read the values of the fields; QuestionError says which one cannot be understood."""
    as_of, first, last, parties, publishers = values
    return read_narrowing(first, last, parties, publishers, as_of)


def build_chips() -> gr.Markdown:
    """Make the place for the chips, above where one types."""
    return shown("chips")


def build_fields(start_over: gr.Button, chips: gr.Markdown) -> NarrowPart:
    """Make the fields; beside the as-of date is the button that is made elsewhere."""
    with gr.Row(elem_id="narrow"):
        as_of = gr.Textbox("", label="As of", placeholder="YYYY-MM-DD", max_lines=1, elem_id="as-of", scale=0)
        with gr.Accordion("Narrow further", open=False, elem_id="narrow-further"):
            with gr.Row():
                parties = gr.Dropdown([], label="About all of these parties", multiselect=True)
                publishers = gr.Dropdown([], label="From any of these publishers", multiselect=True)
            with gr.Row():
                first = gr.Textbox("", label="Published from", placeholder="YYYY-MM-DD", max_lines=1)
                last = gr.Textbox("", label="Published to", placeholder="YYYY-MM-DD", max_lines=1)
        start_over.render()  # type: ignore[no-untyped-call]  # gradio leaves it so
    part = NarrowPart(as_of, first, last, parties, publishers, chips)
    gr.on(
        [field.change for field in part.fields],
        # One field is filled after the other, and each asks for the chips of what is filled by then.
        in_order(
            Drawings(), lambda *values: {chips: chips_html(values)}, {chips}, lambda updates, _: updates
        ),
        part.fields,
        chips,
        trigger_mode="always_last",
        **QUIET,
    )
    return part


def chips_html(values: Sequence[Any]) -> str:
    """A chip for each thing that narrows, and the as-of date as part of the page's address.

    Where something cannot be read there are no chips: it is explained when asked.
    """
    return f"{_chips(values)}\n\n{_place(values[0])}".strip()


def _place(as_of: str) -> str:
    day = None if why_unread(as_of) else read_as_of(as_of)
    return block(place(("as_of", day.isoformat()))) if day else ""


def why_unread(as_of: str) -> str:
    """Why an as-of date cannot be read; "" where it can."""
    try:
        read_as_of(as_of)
    except QuestionError as error:
        return str(error)
    return ""


def _chips(values: Sequence[Any]) -> str:
    try:
        narrowed = read(values)
    except QuestionError:
        return ""
    days = (
        ("as-of", "As of", narrowed.as_of),
        ("from", "Published from", narrowed.published_from),
        ("to", "Published to", narrowed.published_to),
    )
    made = [
        *(_chip(f"{words} {spoken_date(day)}", what) for what, words, day in days if day),
        *(_chip(party_name(code), f"party-{code}") for code in narrowed.parties),
        *(_chip(name, f"publisher-{number}") for number, name in enumerate(narrowed.publishers)),
    ]
    return block(f'<ul class="chips">{"".join(made)}</ul>') if made else ""


def _chip(words: str, what: str) -> str:
    cross = '<span class="cross">×</span><span class="spoken">: no longer narrow by this</span>'
    return f"<li>{do('drop', f'{escape(words)} {cross}', what, style='chip')}</li>"


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
