"""Serve the page, with the headers that let the browser talk to this host alone."""

from collections.abc import Sequence
from pathlib import Path

import gradio as gr
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.desk import Desk
from assistant.web.downloads import add_downloads
from assistant.web.page import build_page
from assistant.web.theme import briefings_theme

HERE = Path(__file__).parent
STYLES = ("style.css", "desk.css")  # in this order: the second builds on the first
SCRIPTS = ("script.js", "acts.js")

# Inline scripts and styles are how gradio starts its page; nothing here needs eval.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


# Names a loopback server answers to: a page elsewhere that points its own name here gets nothing.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def build_app(desk: Desk, hosts: Sequence[str] = LOOPBACK) -> FastAPI:
    """Make the web app over a desk: the page at `/`, and `/health` for whoever watches it.

    `hosts` are the names it answers to; "*" for any, when it is served beyond this machine.
    """
    app = FastAPI(title="Trade briefings", docs_url=None, redoc_url=None, openapi_url=None)

    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Guard)

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    add_downloads(app, desk)
    gr.mount_gradio_app(
        app,
        build_page(desk),
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
    return app


def _head() -> str:
    """Our styles and scripts; gradio's own `css` argument would rewrite the selectors."""
    styles, scripts = (
        "".join((HERE / name).read_text(encoding="utf-8") for name in names) for names in (STYLES, SCRIPTS)
    )
    return f"<style>{styles}</style><script>{scripts}</script>"


class Guard:
    """Puts the headers on every response; plain ASGI, so that streamed answers pass through unbuffered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, guarded)
