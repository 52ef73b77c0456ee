"""Answers in JSON, with a tag by which a client that has the same already is spared it."""

from __future__ import annotations

import hashlib
from typing import Generic, TypeVar

import msgspec
from fastapi import Request, Response

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder()


class Page(msgspec.Struct, Generic[T], frozen=True):
    """A page of a list; `next` is the `after` of the next page, null on the last."""

    items: tuple[T, ...]
    next: str | None = None


def json_answer(request: Request, value: object, *, status: int = 200) -> Response:
    """Return `value` as JSON with its tag; 304 without it, where the client names the same tag."""
    body = _ENCODER.encode(value)
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    # What is answered depends on who asks, and is asked for anew each time.
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    if status == 200 and _has(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type="application/json")


def _has(named: str | None, tag: str) -> bool:
    """Return whether `If-None-Match` names the tag; a proxy may have made it weak (RFC 9110, 13.1.2)."""
    if named is None:
        return False
    return named.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in named.split(","))
