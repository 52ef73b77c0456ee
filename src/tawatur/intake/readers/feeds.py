"""Feeds (RSS and Atom) and sitemaps: the entries that a site announces, and where they stand."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

from tawatur.intake.fields import Fields
from tawatur.intake.fragments import text_of
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError, digest

_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
#: Where a feed's first element stands at the latest, in bytes.
_PROLOGUE = 1 << 16
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Announced(NamedTuple):
    """A page that a feed or a sitemap names, its day where that is said, and a mark of all that is said of it.

    Where the mark is another than before, the page has changed, or what is said of it.
    """

    url: str
    date: str | None
    mark: str


def read(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the entries of a feed, each with the text that the feed gives it: the whole, or the beginning."""
    feed = _parsed(stream)
    entries = feed.get("entries") or []
    if not entries:
        problem = "a feed without entries"
        yield stream.error(problem, remedy="nothing to read in it")
    name = str(feed.get("feed", {}).get("title") or "").strip()
    for number, entry in enumerate(entries, 1):
        where = f"entry {number}"
        title = text_of(str(entry.get("title") or "")).replace("\n", " ")
        body = _body(entry)
        if not title and not body:
            yield stream.error("an entry without text", where, "read the page that it names")
            continue
        source = entry.get("source")
        publisher = source.get("title") if isinstance(source, dict) else None
        metadata = {"feed": name, "entry": str(entry.get("id") or ""), "author": str(entry.get("author") or "")}
        yield Record(
            body=body,
            title=title or None,
            date=_day(entry),
            publisher=str(publisher).strip() or None if publisher else None,
            url=str(entry.get("link") or "").strip() or None,
            metadata={key: value for key, value in metadata.items() if value},
            origin=stream.origin(where),
            captured=stream.about.captured,
        )


def sitemap(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the error that a sitemap is as long as its pages are not fetched."""
    count = len(announced(stream))
    yield stream.error(f"a sitemap: {count:,} addresses, and no text", remedy="add --fetch to read what stands there")


def announced(stream: Stream) -> list[Announced]:
    """Return the pages that a feed's entries or a sitemap name, in its order, each once."""
    data = _data(stream)
    if _SITEMAP.search(data, 0, _PROLOGUE):
        return list({found.url: found for found in _located(data)}.values())
    feed = _parsed(stream._replace(body=io.BytesIO(data)))
    found: dict[str, Announced] = {}
    for entry in feed.get("entries") or []:
        link = urljoin(stream.about.url or "", str(entry.get("link") or "").strip())
        said = [_said(entry, name) for name in ("title", "published", "updated")]
        if entry.get("link"):
            found.setdefault(link, Announced(link, _day(entry), digest(*said, _body(entry), length=32)))
    return list(found.values())


def _located(data: bytes) -> Iterator[Announced]:
    """Yield what a sitemap locates: its own addresses, not those of pictures and films."""
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    for entry in root if root is not None else ():
        texts = {
            etree.QName(child).localname: (child.text or "").strip() for child in entry if isinstance(child.tag, str)
        }
        if texts.get("loc"):
            yield Announced(texts["loc"], None, digest(texts.get("lastmod"), length=32))


def _parsed(stream: Stream) -> Any:
    """Return what feedparser makes of a feed's bytes. It is never given an address, which it would fetch."""
    import feedparser  # noqa: PLC0415  slow to import, and for feeds only

    headers = {"content-type": f"application/xml; charset={stream.about.charset}"} if stream.about.charset else {}
    return feedparser.parse(io.BytesIO(_data(stream)), response_headers=headers, sanitize_html=False)


def _data(stream: Stream) -> bytes:
    """Return a feed's bytes. Raises InputError where it declares entities, which can be made to grow without end."""
    data = stream.whole("feed")
    if _ENTITIES.search(data, 0, _PROLOGUE):
        raise stream.error("declares entities of its own, as no feed does", remedy="fetch it again")
    return data


def _body(entry: Any) -> str:
    """Return an entry's longest text."""
    given = [str(content.get("value") or "") for content in entry.get("content") or []]
    texts = [text_of(text) for text in (*given, str(entry.get("summary") or ""))]
    return max(texts, key=len, default="")


def _said(entry: Any, name: str) -> str:
    """Return what an entry says under a name itself: feedparser gives one day in another's place."""
    return str(entry.get(name) or "").strip() if name in entry else ""


def _day(entry: Any) -> str | None:
    """Return the day on which an entry was published, where its publisher is: `00:30 +0300` is that day already."""
    for name in ("published", "updated", "created"):
        given = _said(entry, name)
        if _ISO.match(given):
            return given
        try:
            return parsedate_to_datetime(given).date().isoformat()
        except ValueError:
            parsed = entry.get(f"{name}_parsed") if f"{name}_parsed" in entry else None
            if parsed:
                return dt.date(*parsed[:3]).isoformat()
            if given:
                return given
    return None
