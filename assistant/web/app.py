"""Serve the page, with the headers that let the browser talk to this host alone."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from assistant.desks.desk import Desk
from assistant.web.ask.chat_downloads import add_chat_downloads
from assistant.web.browser import KnownBrowsers, OneName
from assistant.web.downloads import add_downloads
from assistant.web.guarding import Guard, OwnPagesOnly
from assistant.web.page import build_page
from assistant.web.programs.tools import Tool, tools_of
from assistant.web.sent_files import SentFilesOnly
from assistant.web.streams import LingeringStreams
from assistant.web.theme import briefings_theme

HERE = Path(__file__).parent
STYLES = ("style.css", "desk.css", "ask.css")  # in this order: each builds on those before
SCRIPTS = (
    "leaving.js",
    "script.js",
    "acts.js",
    "moving.js",
    "typing.js",
    "chat.js",
    "pressing.js",
    "escape.js",
    "pane.js",
    "places.js",
)
# Between gradio's looks for what was asked: at its 1 ms an idle server takes 3 % of a core.
LOOK_SECONDS = 0.01

# Names a loopback server answers to: a page elsewhere that points its own name here gets nothing.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def build_app(desk: Desk, home: Path, hosts: Sequence[str] = LOOPBACK, mcp: bool = False) -> FastAPI:
    """Make the web app over a desk: the page at `/`, and `/health` for whoever watches it.

    `home` is the folder in which question sets are kept. `hosts` are the names it answers to; "*" for
    any, when it is served beyond this machine. With `mcp` the page's endpoints are tools at `/mcp`, too.
    """
    tools = tools_of(desk)
    app = _with_tools(tools) if mcp else _app()
    app.add_middleware(SentFilesOnly)
    app.add_middleware(LingeringStreams)
    app.add_middleware(KnownBrowsers)
    app.add_middleware(OneName)
    app.add_middleware(OwnPagesOnly)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Guard)

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    add_downloads(app, desk, home)
    add_chat_downloads(app, desk)
    page = build_page(desk, home, tools, public="*" in hosts)
    page.has_launched = True  # gradio checks the files of an event only then, and mounting leaves it unset
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        server_name="127.0.0.1",
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        favicon_path=str(HERE / "favicon.svg"),
        theme=briefings_theme(),
        head=_head(),
    )
    page._queue.sleep_when_free = LOOK_SECONDS
    return app


def _app(**more: Any) -> FastAPI:
    return FastAPI(title="Trade briefings", docs_url=None, redoc_url=None, openapi_url=None, **more)


def _with_tools(tools: list[Tool]) -> FastAPI:
    from assistant.web.programs.tool_server import (  # half a second that a page need not wait
        routes_of,
        tool_server,
    )

    server = tool_server(tools)
    routes = routes_of(server)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        async with server.session_manager.run():
            yield

    app = _app(lifespan=running)
    app.router.routes.extend(routes)
    return app


def _head() -> str:
    """Our styles and scripts; gradio's own `css` argument would rewrite the selectors."""
    styles, scripts = (
        "".join((HERE / name).read_text(encoding="utf-8") for name in names) for names in (STYLES, SCRIPTS)
    )
    return f"<style>{styles}</style><script>{scripts}</script>"
