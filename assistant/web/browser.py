"""Know a browser again: a random token in a cookie that only the server reads.

Conversations belong to a digest of it, so that neither the catalogue nor an export holds what would open
them. It says which browser asks, not who: there is no login.
"""

import hashlib
import secrets
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vectorstore.patterns import pattern

COOKIE = "briefings_browser"
KEPT_SECONDS = 400 * 24 * 3600  # the longest that browsers keep one
_TOKEN = pattern(r"[A-Za-z0-9_-]{43}")


class Request(Protocol):
    """What is needed of a request, gradio's or Starlette's."""

    @property
    def cookies(self) -> dict[str, str]: ...


class KnownBrowsers:
    """Gives a browser that opens the page its token, the same for as long as it comes back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _opens(scope):
            await self._app(scope, receive, send)
            return
        known = _token(cookie_parser(Headers(scope=scope).get("cookie", "")))
        token = known or secrets.token_urlsafe(32)  # a known one again: its days count from this visit

        async def giving(message: Message) -> None:
            if message["type"] == "http.response.start":
                secure = "; Secure" if scope["scheme"] == "https" else ""
                MutableHeaders(scope=message).append(
                    "Set-Cookie",
                    f"{COOKIE}={token}; Max-Age={KEPT_SECONDS}; Path=/; HttpOnly; SameSite=Lax{secure}",
                )
            await send(message)

        await self._app(scope, receive, giving)


class OneName:
    """Sends a browser that opens the page as `localhost` to the address that `serve` prints.

    To a browser these are two sites, with a token each: what was asked at one is not found at the other.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name, _, port = Headers(scope=scope).get("host", "").partition(":") if _opens(scope) else ("", "", "")
        served = scope.get("server") or ("", 0)
        if name.lower() != "localhost" or served[0] != "127.0.0.1" or port != str(served[1]):
            await self._app(scope, receive, send)
            return
        asked = f"?{scope['query_string'].decode('ascii')}" if scope["query_string"] else ""
        there = RedirectResponse(f"{scope['scheme']}://127.0.0.1:{port}/{asked}", 307)
        await there(scope, receive, send)


def _opens(scope: Scope) -> bool:
    """Whether the page itself is asked for."""
    return bool(scope["type"] == "http" and scope["method"] == "GET" and scope["path"] == "/")


def owner_of(request: Request, session: str | None = None) -> str:
    """The owner of what this browser begins; without a cookie it is known for one `session` only.

    "" when it is not known at all: nobody owns anything under that.
    """
    token = _token(request.cookies)
    known = token or (f"session {session}" if session else "")
    return hashlib.sha256(known.encode()).hexdigest() if known else ""


def _token(cookies: dict[str, str]) -> str:
    token = cookies.get(COOKIE, "")
    return token if _TOKEN.fullmatch(token) else ""
