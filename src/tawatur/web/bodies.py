"""Bodies of requests: JSON of one of our types, or a problem that says where it is none."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from fastapi import Request

from tawatur.web.problems import Flaw, Problem

T = TypeVar("T")

_JSON = "application/json"

#: U+0000 as JSON writes it: PostgreSQL has no text with it, and no report has it either.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def body_of(kind: type[T]) -> Callable[[Request], Awaitable[T]]:
    """Return a dependency that gives a request's body as a `kind`. It raises Problem: 415, 422."""
    decoder = msgspec.json.Decoder(kind)

    async def read(request: Request) -> T:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
            raise Problem(415, f"a body is of the kind {_JSON}")
        body = await request.body()
        if _NUL.search(body):
            raise _wrong("the text holds the letter U+0000")
        try:
            return decoder.decode(body)
        except msgspec.ValidationError as error:
            raise _wrong(str(error)) from None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise _wrong("no JSON") from None

    return read


def _wrong(problem: str) -> Problem:
    return Problem(422, "the body has the wrong form", errors=(Flaw(("body",), problem),))
