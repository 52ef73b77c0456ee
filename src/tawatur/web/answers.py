"""Answers: JSON with a tag by which a client that has the same already is spared it, and streams of long lists."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec
from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from tawatur.ledger import Page

T = TypeVar("T")

__all__ = ["JSON_LINES", "Page", "every", "json_answer", "lines", "stream"]

JSON_LINES = "application/x-ndjson"

_ENCODER = msgspec.json.Encoder()

#: A piece of a stream has so many bytes at least: each piece is made by another thread.
_PIECE = 65_536

#: Items that a stream asks the ledger for at a time; between two pages it holds no connection.
_PAGE = 500

# What is answered depends on who asks, and is asked for anew each time.
_CACHING = {"Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}


def json_answer(request: Request, value: object, *, status: int = 200) -> Response:
    """Return `value` as JSON with its tag; 304 without it, where the client names the same tag."""
    body = _ENCODER.encode(value)
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, **_CACHING}
    if status == 200 and _has(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type="application/json")


def every(page: Callable[[str | None, int], Page[T]]) -> Iterator[T]:
    """Yield all items of a list, page by page; `page` takes the place to go on from and how many items at most."""
    after: str | None = None
    while True:
        found = page(after, _PAGE)
        yield from found.items
        if found.next is None:
            return
        after = found.next


def lines(items: Iterator[object]) -> Iterator[bytes]:
    """Yield items as JSON Lines."""
    return (_ENCODER.encode(item) + b"\n" for item in items)


def stream(parts: Iterator[bytes], media_type: str, file_name: str | None = None) -> Response:
    """Return an answer that is sent as it is made; what fails at once is a problem yet."""
    pieces = _pieces(parts)
    first = next(pieces, b"")
    headers = dict(_CACHING)
    if file_name is not None:
        headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return StreamingResponse(itertools.chain((first,), pieces), media_type=media_type, headers=headers)


def _pieces(parts: Iterator[bytes]) -> Iterator[bytes]:
    waiting: list[bytes] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size >= _PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def _has(named: str | None, tag: str) -> bool:
    """Return whether `If-None-Match` names the tag; a proxy may have made it weak (RFC 9110, 13.1.2)."""
    if named is None:
        return False
    return named.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in named.split(","))
