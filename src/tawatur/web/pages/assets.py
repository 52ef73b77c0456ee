"""The files that pages load: one style sheet, fonts, a script, and the rules by which a claim's words light up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from fastapi import APIRouter, Request, Response

from tawatur.web.problems import Problem

router = APIRouter(prefix="/static", include_in_schema=False)

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "woff2": "font/woff2",
          "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8"}  # fmt: skip
#: How many claims a report's page lights at most; a page loads the smallest sheet that has rules for all of its own.
LIGHTS = (12, 40, 120)
_SLOTS = ("quote", "measure", "modality", "name", "when", "where", "source", "by", "of")
_LINES = {"of": "solid", "by": "double", "where": "dotted", "when": "dashed", "source": "wavy", "name": "solid"}
_YEAR = 365 * 24 * 3600


class Asset(NamedTuple):
    """A file as it is sent; `tag` is a hash of what it holds."""

    body: bytes
    media_type: str
    tag: str


@router.get("/{name:path}")
def asset(request: Request, name: str) -> Response:
    """Send a file; one that is asked for by its tag never changes."""
    found = assets().get(name)
    if found is None:
        raise Problem(404, "no such file")
    fixed = request.query_params.get("v") == found.tag or name.startswith("fonts/")
    headers = {
        "Cache-Control": f"public, max-age={_YEAR}, immutable" if fixed else "public, no-cache",
        "ETag": f'"{found.tag}"',
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(found.body, headers=headers, media_type=found.media_type)


def address(name: str) -> str:
    """Return the address of a file, its tag with it."""
    return f"/static/{name}?v={assets()[name].tag}"


def lights_for(count: int) -> str:
    """Return the name of the sheet that lights `count` claims, or as many as any does."""
    return f"claims-{next((most for most in LIGHTS if most >= count), LIGHTS[-1])}.css"


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """Return all files by their names."""
    found = {name: _asset(name, item.read_bytes()) for name, item in _walk(files("tawatur.web.pages") / "static", "")}
    for most in LIGHTS:
        found[f"claims-{most}.css"] = _asset(f"claims-{most}.css", _lights(most).encode())
    found["always-lit.css"] = _asset("always-lit.css", _always_lit().encode())
    return found


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item, f"{prefix}{item.name}/")
        elif item.name.rpartition(".")[2] in _TYPES:
            yield prefix + item.name, item


def _asset(name: str, body: bytes) -> Asset:
    return Asset(body, _TYPES[name.rpartition(".")[2]], hashlib.blake2b(body, digest_size=8).hexdigest())


def _lights(most: int) -> str:
    """Return rules by which pointing at a claim, or reaching it by the keyboard, lights the words of its slots.

    `c3` is all that stands for the page's fourth claim, `s3of` the words that fill its slot `of`.
    """
    at = [f".edition:has(.c{claim}:is(:hover,:focus,:focus-within,:target))" for claim in range(most)]
    rules = [",".join(f"{page} .s{claim}{slot}" for claim, page in enumerate(at)) + _look(slot) for slot in _SLOTS]
    own = ",".join(f"{page} :is(a,li).c{claim}" for claim, page in enumerate(at))
    return "\n".join([*rules, f"{own}{{outline:2px solid var(--accent);outline-offset:1px}}"])


def _always_lit() -> str:
    """Return rules by which the words of one claim's slots are lit as long as its page is open."""
    return "\n".join(f".evidence .s0{slot}{_look(slot)}" for slot in _SLOTS)


def _look(slot: str) -> str:
    if slot == "quote":
        return "{background:var(--sunk)}"
    line = f"text-decoration:underline {_LINES.get(slot, 'solid')} 2px var(--{slot});text-underline-offset:.3em"
    return f"{{background:var(--{slot}-ground);color:var(--{slot});{line}}}"
