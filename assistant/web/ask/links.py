"""Links of the chat that do something; chat.js makes buttons of them and hands on what they ask for.

Not buttons from the start: gradio's sanitiser leaves an element little but its class, id and address.
"""

from html import escape


def do(verb: str, words: str, *about: object, style: str = "") -> str:
    """A link that does something: `#do/edit/ID`; `words` are HTML."""
    target = escape("/".join(["do", verb, *map(str, about)]))
    return f'<a class="do {style.strip()}" href="#{target}">{words}</a>'


def source_link(words: str, id: str, version: int | None, start: int, end: int, style: str, tip: str) -> str:
    """A link that opens a briefing beside the chat; `tip` is the id of what is told on hovering."""
    target = escape(f"source/{id}/{version or 0}/{start}/{end}/{tip}")
    return f'<a class="{style}" href="#{target}">{words}</a>'
