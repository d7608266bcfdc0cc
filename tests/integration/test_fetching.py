"""Whatever a web server does, a fetch ends in time, within its size, and only where it may go."""

import gzip
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from importlib.metadata import version
from typing import Any

import pytest

from ingest.web.fetching import Fetched, Limits, UnreachableError, Validators, fetch
from tests.web_server import WebServer, web_server

PAGE = "<html><body><p>Canada raised its duty on steel.</p></body></html>"
QUICK = Limits(size=100_000, total=1.0, idle=0.3)  # where time is what ends it
PATIENT = Limits(size=100_000, total=60.0, idle=30.0)


def typed(url: str, limits: Limits = PATIENT, **options: Any) -> Fetched:
    """Fetch as when a person named that address."""
    return fetch(url, typed=url, limits=limits, **options)


def test_a_page_is_fetched_with_what_its_server_says_of_it(server: WebServer) -> None:
    url = server.serve("/a", PAGE, "Text/HTML; charset=utf-8", ETag='"1"', Last_Modified="Mon")
    fetched = typed(f"{url}#part")
    assert fetched == Fetched(url, PAGE.encode(), "text/html", "utf-8", Validators('"1"', "Mon"))
    _, headers = server.requests[0]
    assert headers["User-Agent"] == f"trade-briefings-assistant/{version('trade-briefings-assistant')}"
    assert headers["Host"] == server.address.removeprefix("http://")
    assert "Cookie" not in headers


def test_the_same_page_again_has_no_body(server: WebServer) -> None:
    url = server.serve("/a", PAGE, ETag='"1"')
    seen = typed(url).validators
    assert typed(url, validators=seen) == Fetched(url, None, validators=seen)
    server.serve("/a", PAGE + "!", ETag='"2"')
    assert typed(url, validators=seen).body == (PAGE + "!").encode()


def test_a_redirect_is_followed_and_the_last_address_is_told(server: WebServer) -> None:
    server.serve("/new", PAGE)
    server.redirect("/old", "moved", 301)
    server.redirect("/moved", server.address + "/new", 308)
    assert typed(server.address + "/old").url == server.address + "/new"


def test_redirects_in_a_circle_end(server: WebServer) -> None:
    url = server.redirect("/round", "/round")
    with pytest.raises(UnreachableError, match="redirected more than 5 times"):
        typed(url)
    assert len(server.requests) == 6


@pytest.mark.parametrize("to", ["file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)"])
def test_a_redirect_to_what_is_no_page_is_refused(server: WebServer, to: str) -> None:
    url = server.redirect("/a", to)
    with pytest.raises(UnreachableError, match=r"no http or https address|no web address"):
        typed(url)


def test_a_redirect_to_a_private_address_is_refused_and_nothing_asked_there(server: WebServer) -> None:
    with web_server() as inside:
        secret = inside.serve("/secret", PAGE)
        url = server.redirect("/a", secret)
        with pytest.raises(UnreachableError, match=r"leads to 127\.0\.0\.1 .*private address"):
            typed(url)
        assert inside.requests == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f000001", "2130706433", "127.1"]
)
def test_a_private_host_that_nobody_typed_is_refused_however_it_is_written(
    server: WebServer, host: str
) -> None:
    port = server.address.rpartition(":")[2]
    server.serve("/a", PAGE)
    with pytest.raises(UnreachableError, match="private address"):
        fetch(f"http://{host}:{port}/a", typed="https://example.org/", limits=QUICK)
    assert server.requests == []


def test_metadata_of_a_cloud_is_refused() -> None:
    with pytest.raises(UnreachableError, match="private address"):
        fetch("http://169.254.169.254/latest/meta-data/", typed="https://example.org/", limits=QUICK)


def test_a_name_is_resolved_once_so_that_it_cannot_turn_private_after_the_check(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.address.rpartition(":")[2])
    server.serve("/a", PAGE)
    asked: list[bytes] = []

    def getaddrinfo(host: bytes, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    url = f"http://news.example:{port}/a"
    assert typed(url).url == url
    assert asked == [b"news.example"]
    assert server.requests[0][1]["Host"] == f"news.example:{port}"
    server.redirect("/a", f"http://inside.example:{port}/b")
    server.serve("/b", PAGE)
    with pytest.raises(UnreachableError, match=r"leads to inside\.example \(127\.0\.0\.1\)"):
        typed(url)


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def getaddrinfo(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in ("93.184.215.14", "10.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(UnreachableError, match=r"news\.example \(10\.0\.0\.1\)"):
        fetch("http://news.example/", typed="https://example.org/", limits=QUICK)


def test_cookies_of_one_hop_are_not_carried_to_the_next(server: WebServer) -> None:
    server.serve("/b", PAGE)

    def page(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", "/b")
        request.send_header("Set-Cookie", "id=1; Path=/")
        request.end_headers()

    server.pages["/a"] = page
    typed(server.address + "/a")
    assert "Cookie" not in server.requests[1][1]


def test_a_proxy_named_in_the_environment_is_not_used(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert typed(server.serve("/a", PAGE)).body == PAGE.encode()


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


@pytest.mark.parametrize(
    ("status", "headers", "message"),
    [
        (404, {}, "404 Not Found: there is no such page"),
        (500, {}, r"500 Internal Server Error\. Try again later"),
        (503, {"Retry_After": "120"}, "Try again in 120 s"),
        (403, {}, "paste that into `briefings ingest -`"),
        (204, {}, "204 No Content, and no page"),
        (304, {}, "304 Not Modified, and no page"),
    ],
)
def test_a_refusal_says_what_it_was(
    server: WebServer, status: int, headers: dict[str, str], message: str
) -> None:
    url = server.fail("/a", status, **headers)
    with pytest.raises(UnreachableError, match=message):
        typed(url)


def test_what_is_no_http_is_said(server: WebServer) -> None:
    server.pages["/a"] = lambda request: request.wfile.write(b"SSH-2.0-OpenSSH\r\n") and None
    with pytest.raises(UnreachableError, match="does not speak HTTP"):
        typed(server.address + "/a")


def test_a_closed_port_and_an_unknown_name_are_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(UnreachableError, match="cannot be reached"):
        typed(f"http://127.0.0.1:{port}/")
    with pytest.raises(UnreachableError, match=r"The name nowhere\.invalid is not known"):
        typed("http://nowhere.invalid/")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/a", "no http or https address"),
        ("http:///a", "no http or https address"),
        ("http://[::1/", "no web address"),
        ("http://user:word@127.0.0.1/", "a user name or password in it"),
    ],
)
def test_an_address_that_is_none_is_said(url: str, message: str) -> None:
    with pytest.raises(UnreachableError, match=message):
        typed(url)


def test_ipv6_and_its_host_header_work() -> None:
    if not socket.has_ipv6:
        pytest.fail("this machine has no IPv6 on loopback, which every system has by default")
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listener:
        port = listener.getsockname()[1]
        heard: list[bytes] = []

        def answer() -> None:
            connection, _ = listener.accept()
            heard.append(connection.recv(4096))
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            connection.close()

        thread = threading.Thread(target=answer)
        thread.start()
        assert typed(f"http://[::1]:{port}/").body == b"ok"
        thread.join()
    assert f"Host: [::1]:{port}".encode() in heard[0]
