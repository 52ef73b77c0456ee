"""A site on loopback for tests: pages that a test sets, changes and takes down, and a list of what was asked for."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import NamedTuple


class Page(NamedTuple):
    """What the site answers at a path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})
    #: Seconds between any two bytes of the answer.
    drip: float = 0.0


class Site:
    """The site: `pages` by path; `asked` lists (path, headers) of every request."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {"/robots.txt": Page(status=404)}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def put(self, path: str, body: str | bytes, media: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Set a page; return its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Page(data, headers={"Content-Type": media, **named})
        return self.address + path

    def times(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site on loopback while the block runs."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path, Page(status=404))
            tag = page.headers.get("ETag")
            if tag is not None and self.headers.get("If-None-Match") == tag:
                page = Page(status=304)
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(page.body)))
            self.end_headers()
            try:
                if page.drip:
                    for at in range(len(page.body)):
                        self.wfile.write(page.body[at : at + 1])
                        self.wfile.flush()
                        time.sleep(page.drip)
                else:
                    self.wfile.write(page.body)
            except OSError:
                pass  # the reader had enough

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
