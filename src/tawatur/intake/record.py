"""The record: one report as its input gives it, before anything is made of it."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One report as given: its fields told apart, nothing yet made of them.

    `body` is the text, `title` the headline where the input gives it apart. `origin` says where the record stood:
    the file, the archive's member, the line or the number of the record.

    A web page stands in `html` as it was sent, and `body` is empty: `charset` is the one that its HTTP headers name,
    `captured` the instant at which it was fetched (ISO 8601), where that is known. `read` is the day on which the input
    was read: no report is younger.
    """

    body: str = ""
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    doc: str | None = None
    metadata: dict[str, str] = {}
    origin: str | None = None
    encoding: str | None = None
    html: bytes | None = None
    charset: str | None = None
    captured: str | None = None
    read: str | None = None
