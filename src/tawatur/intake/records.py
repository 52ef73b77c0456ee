"""Records: one report as its input gives it, streamed out of whatever form it comes in.

Cheap by design, so that one process can feed many: a record is decoded and its fields are told apart, no more. What
is bad is yielded as an error that names the file, the member and the line; the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from tawatur.intake.decode import decode, sniff, wide
from tawatur.intake.members import array_members, json_lines
from tawatur.intake.sources import DAMAGE, Stream, streams
from tawatur.intake.tables import rows
from tawatur.model import InputError

#: The largest plain text, in bytes: more in one piece is no report.
LARGEST = 1 << 28

_BLANK = b" \t\r\n"
_NO_TEXT = 'give it in a field named "text", "content" or "body"'


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One report as given: its fields told apart, nothing yet made of them.

    `body` is the text, `title` the headline where the input gives it apart. `origin` says where the record stood:
    the file, the archive's member, the line or the number of the record.

    A web page stands in `html` as it was sent, and `body` is empty: `charset` is the one that its HTTP headers name,
    `captured` the instant at which it was fetched (ISO 8601), where that is known.
    """

    body: str
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


def records(paths: Sequence[str]) -> Iterator[Record | InputError]:
    """Yield every record of `paths` (files, folders, zips; `-` is standard input), in a fixed order, streaming.

    Memory is bounded by the largest single record, whatever the files' size.
    """
    for stream in streams(paths):
        if isinstance(stream, InputError):
            yield stream
        else:
            yield from _read(stream)


def _read(stream: Stream) -> Iterator[Record | InputError]:
    """Tell a stream's kind by its first character, and yield its records."""
    # Each line of JSON Lines is decoded by itself, so what the first of them hold tells nothing of the others.
    encoding = "utf-8" if stream.head.lstrip(_BLANK)[:1] == b"{" and not wide(stream.head) else sniff(stream.head)
    if encoding is None:
        yield stream.error("not text in any encoding known", remedy="save it as UTF-8")
        return
    opening = stream.head.decode(encoding, errors="replace").lstrip("\ufeff \t\r\n\0")
    try:
        second = opening[1:].lstrip()[:1]
        if opening.startswith("{") and second in {'"', "}"}:
            yield from _fielded(stream, json_lines(stream, encoding))
        elif opening.startswith("[") and second in {"{", "]"}:
            yield from _fielded(stream, array_members(stream, encoding))
        elif opening[:15].lower().startswith(("<!doctype html", "<html")):
            yield _page(stream)
        elif opening.startswith("<?xml"):
            yield stream.error("is XML, which is not read", remedy="give its text")
        else:
            yield _plain(stream)
    except DAMAGE as error:
        yield stream.error(f"broke off: {error}", remedy="fetch or pack it again")


def _plain(stream: Stream) -> Record | InputError:
    data = stream.body.read(LARGEST + 1)
    if len(data) > LARGEST:
        return stream.error("too large for one report", remedy="give many reports as JSON Lines")
    decoded = decode(data)
    if decoded is None:
        return stream.error("not text in any encoding known", remedy="save it as UTF-8")
    if not decoded.text.strip(" \t\r\n\0"):
        return stream.error("empty", remedy="nothing to read in it")
    return Record(body=decoded.text, origin=_origin(stream), encoding=decoded.encoding)


def _page(stream: Stream) -> Record | InputError:
    data = stream.body.read(LARGEST + 1)
    if len(data) > LARGEST:
        return stream.error("too large for one page", remedy="give its text")
    return Record(body="", html=data, origin=_origin(stream))


def _fielded(stream: Stream, members: Iterator[tuple[str, str, Any] | InputError]) -> Iterator[Record | InputError]:
    for member in members:
        if isinstance(member, InputError):
            yield member
            continue
        where, encoding, value = member
        yield _record(stream, where, encoding, value)


def _record(stream: Stream, where: str, encoding: str, value: object) -> Record | InputError:
    """Return the record that a JSON object holds, by the names and aliases of `data/fields.tsv`."""
    if not isinstance(value, dict):
        return stream.error("not a JSON object", where, "each record is an object with its text in a field")
    found: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows("fields.tsv"):
        given = value.get(row["name"])
        if row["field"] in found or given is None or isinstance(given, dict | list):
            continue
        found[row["field"]] = given if isinstance(given, str) else _plain_value(given)
        taken.add(row["name"])
    html = found.pop("html", None)
    title = found.get("title", "").strip()
    if not found.get("body", "").strip() and not title and html is None:
        return stream.error("no text", where, _NO_TEXT)
    return Record(
        body=found.get("body", ""),
        title=title or None,
        date=_filled(found, "date"),
        publisher=_filled(found, "publisher"),
        url=_filled(found, "url"),
        doc=_filled(found, "doc"),
        metadata={
            str(name): _plain_value(given)
            for name, given in value.items()
            if name not in taken and given is not None and given != ""
        },
        origin=_origin(stream, where),
        encoding=encoding,
        html=None if html is None or found.get("body", "").strip() else html.encode("utf-8", "surrogatepass"),
        charset=None if html is None else "utf-8",
    )


def _filled(found: dict[str, str], field: str) -> str | None:
    return found.get(field, "").strip() or None


def _plain_value(given: object) -> str:
    return given if isinstance(given, str) else msgspec.json.encode(given).decode("utf-8")


def _origin(stream: Stream, where: str | None = None) -> str:
    return ": ".join(part for part in (stream.source, stream.place(where)) if part)
