"""A web server on loopback whose answers a test writes itself, down to the byte."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = Callable[[BaseHTTPRequestHandler], None]


class WebServer:
    """`pages` maps a path to what answers it; `requests` holds what was asked for, with its headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def serve(self, path: str, body: str | bytes, content_type: str = "text/html", **headers: str) -> str:
        """Answer `path` with a page; returns its address. `ETag=...` makes it answer conditional requests."""
        content = body.encode() if isinstance(body, str) else body
        tag = headers.get("ETag")

        def page(request: BaseHTTPRequestHandler) -> None:
            unchanged = tag is not None and request.headers.get("If-None-Match") == tag
            request.send_response(304 if unchanged else 200)
            request.send_header("Content-Type", content_type)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            if "Content_Length" not in headers:
                request.send_header("Content-Length", "0" if unchanged else str(len(content)))
            request.end_headers()
            if not unchanged:
                request.wfile.write(content)

        self.pages[path] = page
        return self.address + path

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        def page(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("Location", to)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.pages[path] = page
        return self.address + path

    def fail(self, path: str, status: int, **headers: str) -> str:
        def page(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.pages[path] = page
        return self.address + path


@contextmanager
def web_server(host: str = "127.0.0.1") -> Iterator[WebServer]:
    """Serve on a free port of loopback meanwhile."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests.append((self.path, dict(self.headers)))
            page = server.pages.get(self.path)
            try:
                if page:
                    page(self)
                else:
                    self.send_error(404)
            except (BrokenPipeError, ConnectionResetError):  # the client has had enough
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer((host, 0), Handler) as listener:
        listener.daemon_threads = True
        server = WebServer(f"http://{host}:{listener.server_port}")
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()
