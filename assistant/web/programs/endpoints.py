"""The named endpoints of the page: /ask, /search, /timeline and /ingest; everything else of it is private."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import gradio as gr

from assistant.web.failures import in_words
from assistant.web.programs.tools import Tool


def add_endpoints(tools: Sequence[Tool]) -> None:
    """Add an endpoint a tool to the page that is being built.

    Not queued: a program waits for its own answer, and none holds up what people do. Ingests wait for
    each other in the desk.
    """
    for tool in tools:
        gr.events.api(_explained(tool), api_name=tool.name, queue=False)


def _explained(tool: Tool) -> Callable[..., Any]:
    """The tool, with an error of plain words: gradio shows only its own kind to a program."""

    @wraps(tool.run)
    def run(*given: Any, **named: Any) -> Any:
        try:
            return tool.run(*given, **named)
        except Exception as error:  # the top of a request: logged there, plain words here
            raise gr.Error(in_words(error, tool.doing), print_exception=False) from error

    return run
