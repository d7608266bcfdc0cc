"""How much of a page is read, and for how long it is waited for."""

import gzip
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from ingest.web.fetching import UnreachableError
from tests.fetches import PAGE, QUICK, typed
from tests.web_server import WebServer


def test_an_endless_body_is_cut_off_at_the_limit(server: WebServer) -> None:
    def page(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"Talks go on. " * 1000)

    server.pages["/a"] = page
    with pytest.raises(UnreachableError, match=r"more than 0\.1 MB"):
        typed(server.address + "/a")


def test_a_body_that_says_it_is_too_long_is_not_read(server: WebServer) -> None:
    url = server.serve("/a", PAGE, Content_Length="999999999")
    with pytest.raises(UnreachableError, match=r"more than 0\.1 MB"):
        typed(url)


def test_a_body_shorter_than_it_says_is_no_page(server: WebServer) -> None:
    url = server.serve("/a", PAGE, Content_Length="5000", Connection="close")
    with pytest.raises(UnreachableError, match="cut off before its end"):
        typed(url)


def test_a_compressed_page_is_unpacked(server: WebServer) -> None:
    packed = gzip.compress(PAGE.encode()) + gzip.compress(b"More.")
    url = server.serve("/a", packed, Content_Encoding="gzip")
    assert typed(url).body == PAGE.encode() + b"More."


def test_a_gzip_bomb_is_stopped_at_the_limit(server: WebServer) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    url = server.serve("/a", bomb, Content_Encoding="gzip")
    began = time.thread_time()
    with pytest.raises(UnreachableError, match=r"more than 0\.1 MB"):
        typed(url)
    assert time.thread_time() - began < 2


@pytest.mark.parametrize(
    ("packing", "body", "message"),
    [
        ("gzip", b"no gzip at all", "compression is damaged"),
        ("gzip", gzip.compress(PAGE.encode() * 9)[:-20], "cut off before its end"),
        ("br", b"\x0b", "compressed as 'br'"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x")), "compressed as 'gzip, gzip'"),
    ],
    ids=["damaged", "cut off", "another", "twice"],  # gzip writes the time: two workers would name them apart
)
def test_compression_that_is_no_such_is_said(
    server: WebServer, packing: str, body: bytes, message: str
) -> None:
    url = server.serve("/a", body, Content_Encoding=packing)
    with pytest.raises(UnreachableError, match=message):
        typed(url)


def _drip(what: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    def page(request: BaseHTTPRequestHandler) -> None:
        for _ in range(200):
            request.wfile.write(what)
            request.wfile.flush()
            time.sleep(0.05)

    return page


@pytest.mark.parametrize(
    ("start", "rest"),
    [(b"HTTP/1.1 200 OK\r\n\r\n", b"x"), (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"), (b"HTTP/1.1 200 ", b"O")],
    ids=["body", "headers", "status line"],
)
def test_a_slow_drip_ends_with_the_time_allowed(server: WebServer, start: bytes, rest: bytes) -> None:
    def page(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(start)
        _drip(rest)(request)

    server.pages["/a"] = page
    began = time.monotonic()
    with pytest.raises(UnreachableError, match="not there after"):
        typed(server.address + "/a", QUICK)
    assert time.monotonic() - began < 8  # the drip goes on for ten


def test_a_server_that_says_nothing_is_left(server: WebServer) -> None:
    asked = threading.Event()
    server.pages["/a"] = lambda request: asked.wait(2) and None
    with pytest.raises(UnreachableError, match="sent nothing for"):
        typed(server.address + "/a", QUICK)
    asked.set()
