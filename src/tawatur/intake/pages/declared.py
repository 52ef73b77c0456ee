"""What a page declares of itself: titles, days, author, site, in meta elements and in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from lxml import etree

from tawatur.intake.pages.markup import mend
from tawatur.intake.tables import rows

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)?|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?\s*$"
)
_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review)$")
_PAGES = re.compile(r"(?:WebPage|ItemPage|VideoObject|AboutPage)$")
#: How many values of JSON-LD are looked at, and how long a script may be.
_MOST_VALUES = 5_000
_LONGEST_SCRIPT = 1 << 21
_LONGEST = 500


class Value(msgspec.Struct, frozen=True):
    """A value that a page declares: its words, the name under which it stands, and where: `json-ld` or `meta`."""

    words: str
    name: str
    source: str


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """What a page declares, the most trusted value of each field first. `language` is that of its root element.

    `window` is the title of its window, `generator` the program that made it, `thread` whether it is a forum's.
    """

    titles: tuple[Value, ...] = ()
    published: tuple[Value, ...] = ()
    updated: tuple[Value, ...] = ()
    authors: tuple[Value, ...] = ()
    sites: tuple[Value, ...] = ()
    descriptions: tuple[Value, ...] = ()
    window: str | None = None
    url: str | None = None
    language: str | None = None
    generator: str | None = None
    thread: bool = False


def declared(root: etree._Element) -> Declared:
    """Return what a page declares of itself."""
    found: dict[str, list[tuple[int, Value]]] = {}
    window = url = generator = None
    for element in root.iter("meta", "link", "title", "script"):
        if element.tag == "meta":
            _meta(element, found)
            generator = element.get("content") if (element.get("name") or "").lower() == "generator" else generator
        elif element.tag == "link" and element.get("rel") == "canonical":
            url = url or (element.get("href") or "").strip() or None
        elif element.tag == "title" and window is None and element.text:
            window = _clean(element.text) or None
        elif element.tag == "script" and "ld+json" in (element.get("type") or ""):
            for rank, item in _items(element.text or ""):
                _json(item, rank, found)
    language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return Declared(
        titles=_sorted(found, "title"),
        published=_sorted(found, "published"),
        updated=_sorted(found, "updated"),
        authors=_sorted(found, "author"),
        sites=_sorted(found, "site"),
        descriptions=_sorted(found, "description"),
        window=window,
        url=url if url is not None and url.startswith(("http://", "https://")) else None,
        generator=generator,
        thread=bool(found.get("thread")),
        language=language.replace("_", "-").partition("-")[0].lower() or None,
    )


def _meta(element: etree._Element, found: dict[str, list[tuple[int, Value]]]) -> None:
    content = element.get("content")
    if not content:
        return
    for attribute in ("property", "name", "itemprop"):
        name = element.get(attribute)
        if name and (known := _fields().get(name.lower())) is not None:
            field, rank = known
            _add(found, field, rank, Value(_clean(content), name, "meta"))
            return


def _json(item: dict[str, Any], rank: int, found: dict[str, list[tuple[int, Value]]]) -> None:
    """Read an item of JSON-LD; `rank` is how much it is believed."""
    for name in ("datePublished", "dateCreated", "uploadDate", "dateModified", "headline", "description"):
        if isinstance(given := item.get(name), str):
            field, order = _fields()[name.lower()]
            _add(found, field, rank * 1000 + order - 1000, Value(_clean(given), name, "json-ld"))
    if "DiscussionForumPosting" in _kinds(item):
        _add(found, "thread", rank, Value("DiscussionForumPosting", "@type", "json-ld"))
    for name, field in (("author", "author"), ("publisher", "site")):
        given = item.get(name)
        for one in given if isinstance(given, list) else [given]:
            words = one.get("name") if isinstance(one, dict) else one
            if isinstance(words, str):
                _add(found, field, rank * 1000 - 1000, Value(_clean(words), name, "json-ld"))


def _items(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the articles (0) and pages (1) that a script of JSON-LD describes, not those that it lists."""
    if len(text) > _LONGEST_SCRIPT:
        return
    try:
        value = json.loads(_unwrapped(text), strict=False)
    except (ValueError, RecursionError):
        return
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST_VALUES:
        one = waiting.pop(0)
        seen += 1
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            names = _kinds(one)
            if any(_ARTICLES.search(name) for name in names):
                yield 0, one
            elif any(_PAGES.search(name) for name in names):
                yield 1, one
            waiting += [one[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in one]


def _kinds(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _unwrapped(text: str) -> str:
    """Return a script without the comment or the CDATA section that it is wrapped in."""
    bare = text.strip()
    return bare if bare[:1] in {"{", "["} else _WRAPPING.sub("", bare)


def _add(found: dict[str, list[tuple[int, Value]]], field: str, rank: int, value: Value) -> None:
    if value.words:
        found.setdefault(field, []).append((rank, value))


def _sorted(found: dict[str, list[tuple[int, Value]]], field: str) -> tuple[Value, ...]:
    return tuple(value for _, value in sorted(found.get(field, ()), key=lambda ranked: ranked[0]))


def _clean(words: str) -> str:
    return mend(" ".join(words[:_LONGEST].split()))[0]


@cache
def _fields() -> dict[str, tuple[str, int]]:
    """Return the field and the rank of each name, in lower case."""
    return {
        row["name"].lower(): (row["field"], rank) for rank, row in reversed(list(enumerate(rows("page_fields.tsv"))))
    }
