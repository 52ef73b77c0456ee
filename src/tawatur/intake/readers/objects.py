"""JSON: Lines, an array, one object, or an object around an array of records, by whatever names their fields have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.intake.fields import Fields
from tawatur.intake.readers.encodings import encoding_of
from tawatur.intake.readers.json_members import array_members, json_lines
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_OPENING = re.compile(r'\{\s*(?:"|\}|\Z)|\[\s*(?:\{|\]|\Z|"(?:[^"\\]|\\.){,65536}"\s*[,\]])')


def is_json(opening: str) -> bool:
    """Tell whether a text that begins with a bracket is JSON, and no text that begins with a bracket."""
    return _OPENING.match(opening) is not None


def read(stream: Stream, fields: Fields) -> Iterator[Record | InputError]:
    """Yield the records of JSON."""
    encoding = encoding_of(stream) or "utf-8"
    array = stream.head.decode(encoding, errors="replace").lstrip("\ufeff \t\r\n\0").startswith("[")
    for member in array_members(stream, encoding) if array else json_lines(stream, encoding):
        if isinstance(member, InputError):
            yield member
            continue
        where, found, value = member
        if array and isinstance(value, str):
            value = {"text": value}
        inner = _wrapped(value, fields)
        if inner is None:
            yield fields.record(stream, where, found, value)
            continue
        for number, one in enumerate(inner, 1):
            yield fields.record(stream, f"{where}, record {number}", found, one)


def _wrapped(value: object, fields: Fields) -> list[object] | None:
    """Return the records that an object is put around, as many services answer: `{"articles": [{…}, {…}]}`.

    It has one list of objects, and no text of its own.
    """
    if not isinstance(value, dict):
        return None
    lists = [inner for inner in value.values() if isinstance(inner, list) and inner and isinstance(inner[0], dict)]
    if len(lists) != 1 or fields.has_text(value):
        return None
    return lists[0]
