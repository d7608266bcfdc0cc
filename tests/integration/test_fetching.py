"""Whatever a web server does, a fetch ends in time, within its size, and only where it may go."""

import socket
import threading
from http.server import BaseHTTPRequestHandler
from importlib.metadata import version
from typing import Any

import pytest

from ingest.web.fetching import Fetched, UnreachableError, Validators, fetch
from tests.fetches import PAGE, QUICK, typed
from tests.web_server import WebServer, web_server


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
