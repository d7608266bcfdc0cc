"""Make HTML that gradio's Markdown passes through as it is: one block without a line break.

What comes from a briefing or a person is escaped before it gets here; gradio's sanitiser stands behind it.
"""

import re
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urlsplit

import gradio as gr

from assistant.web.days import spoken_date


def shown(elem_id: str, **more: Any) -> gr.Markdown:
    """A place for such HTML. gradio's own HTML component needs scripts made of strings, which we forbid."""
    return gr.Markdown(elem_id=elem_id, container=False, latex_delimiters=[], sanitize_html=True, **more)


def block(html: str) -> str:
    """HTML on one line, as Markdown leaves it alone; no HTML at all shows nothing.

    >>> block("<p>a\\nb</p>")
    '<div class="ours"><p>a&#10;b</p></div>'
    """
    line = html.replace("\r", "").replace("\n", "&#10;")
    return f'<div class="ours">{line}</div>' if html else ""


def note(message: str) -> str:
    """Say what went wrong, or what there is to know, in one line."""
    return block(f'<p class="error">{escape(message)}</p>')


def done(message: str) -> str:
    """Say what was done in one line."""
    return block(f'<p class="done">{escape(message)}</p>')


def in_lines(text: str) -> str:
    """Text as HTML that keeps its lines.

    >>> in_lines("1 < 2\\nand so on")
    '1 &lt; 2<br>and so on'
    """
    return escape(text).replace("\n", "<br>")


def dated(day: date | None) -> str:
    """The day of something in a list, or a mark that it has none.

    >>> dated(date(2025, 6, 8)), dated(None)
    ('<time>8 June 2025</time>', '<span class="tag">undated</span>')
    """
    return f"<time>{spoken_date(day)}</time>" if day else '<span class="tag">undated</span>'


def act(verb: str, words: str, *about: object, style: str = "") -> str:
    """A link that asks the page to do something: `#open/0a1b2c3d/1`; `words` are HTML.

    script.js hands it to the hidden field of its tab.
    """
    target = escape("/".join([verb, *map(str, about)]))
    return f'<a class="act {style}" href="#{target}">{words}</a>'


def as_text(words: str) -> str:
    """Markdown that shows these words and nothing else."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)


def link(url: str, by_host: bool = False) -> str:
    """A web address as a link, in full or named by its host; anything else as text.

    >>> link("https://example.org/a/long/way", by_host=True).partition(">")[2]
    'example.org</a>'
    """
    try:
        address = urlsplit(url)
    except ValueError:
        return escape(url)
    if address.scheme not in ("http", "https") or not address.netloc:
        return escape(url)
    whole = escape(url)
    name, title = (escape(address.hostname or url), f' title="{whole}"') if by_host else (whole, "")
    return f'<a href="{whole}"{title} rel="noopener noreferrer" target="_blank">{name}</a>'
