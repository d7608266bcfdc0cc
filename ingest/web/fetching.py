"""Fetch one web address: redirects followed by hand, everything that a server can do to us bounded.

Each hop's name is resolved once, the addresses are checked, and it is one of these that is connected
to: a name that resolves otherwise a moment later changes nothing. Proxies named in the environment
are not used, for a proxy resolves names itself and the check would be void.
"""

import socket
import ssl
import time
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version

import anyio
import certifi
import httpx
from anyio.from_thread import start_blocking_portal

from ingest.readers.decoding import LARGEST
from ingest.web.addresses import is_public
from ingest.web.refusals import refusal, why_not
from vectorstore.errors import SourceError

TOTAL_SECONDS = 30.0  # for everything, redirects too; `serve` waits 60 s for an ingest when it stops
IDLE_SECONDS = 10.0  # without a byte
MOST_REDIRECTS = 5  # http to https, to www, to the page's new place, and two more
USER_AGENT = f"trade-briefings-assistant/{version('trade-briefings-assistant')}"


class UnreachableError(SourceError):
    """A web address gave no page; what it names may be had otherwise."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page, for asking whether it is still the same."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `url` is where the redirects ended; `body` is None when it is unchanged."""

    url: str
    body: bytes | None
    content_type: str = ""  # as the server says, in small letters, without parameters
    charset: str | None = None
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of the unpacked body, and seconds."""

    size: int = LARGEST
    total: float = TOTAL_SECONDS
    idle: float = IDLE_SECONDS


def fetch(
    url: str,
    *,
    typed: str | None = None,
    validators: Validators | None = None,
    limits: Limits = Limits(),
) -> Fetched:
    """Fetch `url`; UnreachableError says why it cannot be.

    `typed` is the address that the person named: its host and port alone may be private.
    With `validators` a page that is the same has no body.
    """
    began = time.monotonic()
    trusted = _origin(_checked(typed)) if typed else None
    try:
        # In a thread of its own: the caller's may run an event loop already.
        with start_blocking_portal() as portal:
            return portal.call(_fetch, _checked(url), trusted, validators or Validators(), limits)
    except TimeoutError as error:
        raise UnreachableError(
            f"It was not there after {time.monotonic() - began:.0f} s; {limits.total:.0f} s are allowed. "
            "Try again later, or save the page and name that file."
        ) from error
    except httpx.TimeoutException as error:
        raise UnreachableError(
            f"Its server sent nothing for {limits.idle:.0f} s. Try again later, or save the page and name "
            "that file."
        ) from error
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise UnreachableError(why_not(error)) from error


async def _fetch(
    url: httpx.URL, trusted: tuple[str, int] | None, validators: Validators, limits: Limits
) -> Fetched:
    with anyio.fail_after(limits.total):
        async with httpx.AsyncClient(
            verify=_certificates(),
            trust_env=False,
            timeout=httpx.Timeout(limits.idle),
            # To the client two hosts at one address look like one: nothing of the first is for the second,
            # neither its cookies nor a connection whose certificate was checked for the first.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            limits=httpx.Limits(max_keepalive_connections=0),
            headers={"User-Agent": USER_AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip, identity"},
        ) as client:
            for _ in range(MOST_REDIRECTS + 1):
                response = await _request(client, url, trusted, validators)
                try:
                    if response.status_code == httpx.codes.NOT_MODIFIED and validators.headers():
                        return Fetched(str(url), None, validators=validators)
                    if not response.has_redirect_location:
                        return await _read(url, response, limits)
                    url = _checked(response.headers["Location"], base=url)
                finally:
                    await response.aclose()
    raise UnreachableError(
        f"It was redirected more than {MOST_REDIRECTS} times, the last time to {str(url)[:200]}. Open it in "
        "a browser and name the address that you end at."
    )


async def _request(
    client: httpx.AsyncClient, url: httpx.URL, trusted: tuple[str, int] | None, validators: Validators
) -> httpx.Response:
    """Send a request to one of the host's addresses; the next one is tried where one does not answer."""
    addresses = await _addresses(url, trusted)
    for number, address in enumerate(addresses, start=1):
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode("ascii"), **validators.headers()},
            extensions={"sni_hostname": url.raw_host.decode("ascii")},  # the certificate is checked for it
        )
        try:
            return await client.send(request, stream=True, follow_redirects=False)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            if number == len(addresses):
                raise
    raise AssertionError("a name that resolves has an address")


async def _addresses(url: httpx.URL, trusted: tuple[str, int] | None) -> list[str]:
    """Resolve the host of `url`, once; refuse it when any of its addresses is not public."""
    host, port = _origin(url)
    try:
        found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise UnreachableError(
            f"The name {host} is not known ({error.strerror or error}). Check the address, and whether this "
            "machine is online."
        ) from error
    addresses = list(dict.fromkeys(sockaddr[0] for *_, sockaddr in found))
    private = [address for address in addresses if not is_public(address)]
    if private and trusted is None:
        raise UnreachableError(
            f"It leads to {url.host} ({private[0]}), which is a private address that no person typed. If you "
            f"want what is there, type {str(url)[:200]} yourself: under Briefings, or as a command."
        )
    if private and (host, port) != trusted:
        raise UnreachableError(
            f"It leads to {url.host} ({private[0]}), which is a private address and not the host that was "
            f"named. If you want what is there, name {str(url)[:200]} itself."
        )
    return addresses


async def _read(url: httpx.URL, response: httpx.Response, limits: Limits) -> Fetched:
    if response.status_code != httpx.codes.OK:
        raise UnreachableError(refusal(response))
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) > limits.size:
        raise _too_large(limits)
    body = bytearray()
    async for part in _unpacked(response, limits):
        body += part
        if len(body) > limits.size:
            raise _too_large(limits)
    content_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Fetched(
        str(url),
        bytes(body),
        content_type,
        response.charset_encoding,
        Validators(response.headers.get("ETag"), response.headers.get("Last-Modified")),
    )


async def _unpacked(response: httpx.Response, limits: Limits) -> AsyncIterator[bytes]:
    """The body without its compression, never more at once than may still come."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("identity", ""):
        async for raw in response.aiter_raw():
            yield raw
        return
    if packing not in ("gzip", "x-gzip"):
        raise UnreachableError(
            f"Its server sent it compressed as {packing[:40]!r}, though gzip or nothing was asked for. Save "
            "the page and name that file."
        )
    unpacker = zlib.decompressobj(_GZIP)
    try:
        async for raw in response.aiter_raw():
            while raw:
                if unpacker.eof:  # gzip allows one stream after the other
                    unpacker = zlib.decompressobj(_GZIP)
                yield unpacker.decompress(raw, limits.size + 1)
                if unpacker.unconsumed_tail:  # more than the limit at once
                    raise _too_large(limits)
                raw = unpacker.unused_data
    except zlib.error as error:
        raise UnreachableError(f"Its compression is damaged ({error}). Try again later.") from error
    if not unpacker.eof:
        raise UnreachableError("It was cut off before its end. Try again later.")


def _checked(url: str, base: httpx.URL | None = None) -> httpx.URL:
    """Parse an address, by the one parser that everything here goes by."""
    try:
        parsed = base.join(url) if base else httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreachableError(
            f"{url[:200]!r} is no web address ({error}). Check how it is written."
        ) from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise UnreachableError(f"{url[:200]!r} is no http or https address, and no other is fetched.")
    if parsed.userinfo:
        raise UnreachableError(
            "It has a user name or password in it, which would be kept with the briefing. Save the page "
            "and name that file."
        )
    return parsed.copy_with(fragment=None)


def _origin(url: httpx.URL) -> tuple[str, int]:
    """Host and port; http and https without a port are one, for the one redirects to the other."""
    return url.raw_host.decode("ascii"), url.port or 443


@cache
def _certificates() -> ssl.SSLContext:
    """What the system trusts, SSL_CERT_FILE where that is set, and Mozilla's list."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


_GZIP = zlib.MAX_WBITS | 16  # of zlib's two headers, gzip's

_ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/markdown, "
    "text/plain;q=0.9, */*;q=0.5"
)


def _too_large(limits: Limits) -> UnreachableError:
    return UnreachableError(
        f"It has more than {limits.size / 1e6:g} MB, and a briefing may not. Save the part that matters and "
        "name that file."
    )


__all__ = ["Fetched", "Limits", "UnreachableError", "Validators", "fetch"]
