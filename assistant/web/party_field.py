"""The field by which what a tab shows is narrowed to parties."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import gradio as gr

from assistant.web.events import Updates
from assistant.web.narrowing import party_choices, strange_party
from vectorstore.briefing import Briefing


@dataclass(frozen=True, slots=True)
class PartyField:
    """The field, and the briefings on file, whose parties can be chosen."""

    field: gr.Dropdown
    on_file: Callable[[], Sequence[Briefing]]

    def offer(self) -> Updates:
        """Let those parties be chosen that are on file; what is chosen stays."""
        return {self.field: gr.update(choices=party_choices(self.on_file()))}

    def choose(self, codes: Sequence[str]) -> tuple[Updates, str]:
        """Choose the parties that an address names, and what there is to say of one that nobody knows."""
        choices = party_choices(self.on_file())
        known = {code for _, code in choices}
        chosen = [code for code in codes if code in known]
        return {self.field: gr.update(choices=choices, value=chosen)}, strange_party(codes, choices)


def build_party_field(elem_id: str, scale: int, on_file: Callable[[], Sequence[Briefing]]) -> PartyField:
    """Make the field; its choices come with `offer`, when the tab is opened."""
    return PartyField(
        gr.Dropdown([], label="Parties", multiselect=True, elem_id=elem_id, scale=scale), on_file
    )
