"""Plain texts and web pages: a stream is one record."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.intake.decode import decode
from tawatur.intake.fields import Fields
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError


def page(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the record of a web page, as it was sent."""
    yield Record(
        html=stream.whole("page"),
        url=stream.about.url,
        charset=stream.about.charset,
        captured=stream.about.captured,
        origin=stream.origin(),
    )


def text(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the record of a plain text."""
    decoded = decode(stream.whole("report"))
    if decoded is None:
        raise stream.error("not text in any encoding known", remedy="save it as UTF-8")
    if not decoded.text.strip(" \t\r\n\0"):
        raise stream.error("empty", remedy="nothing to read in it")
    yield Record(
        body=decoded.text,
        url=stream.about.url,
        captured=stream.about.captured,
        origin=stream.origin(),
        encoding=decoded.encoding,
    )
