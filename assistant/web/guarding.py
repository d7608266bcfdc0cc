"""Keep other web pages out: a request that one of them makes by way of somebody's browser is refused."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


class OwnPagesOnly:
    """Refuses what a page of another origin asks for; programs that are no browser name no origin.

    Reading an answer is forbidden to such a page by the browser anyway, but not asking: without this
    any page that somebody visits could have texts taken in.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _is_foreign(Headers(scope=scope)):
            refused = PlainTextResponse("No page of another site may use this one.", 403)
            await refused(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    """Whether another origin is named than the host asked for; a proxy in front may name that one."""
    origin = headers.get("origin")
    if origin is None:
        return False
    try:
        asking = urlsplit(origin).netloc
    except ValueError:
        return True
    return not asking or asking not in (headers.get("host"), headers.get("x-forwarded-host"))
