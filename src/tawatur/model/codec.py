"""JSON Lines in and out for the types that the stages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from tawatur.model.errors import InputError

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder()


def to_json(value: object) -> str:
    """Return `value` as one line of JSON, Arabic letters as they are."""
    return _ENCODER.encode(value).decode("utf-8")


def read_lines(kind: type[T], lines: Iterable[str | bytes], source: str) -> Iterator[T]:
    """Decode JSON Lines into `kind`, blank lines passed over; fields that `kind` does not know are ignored.

    Raises InputError, with the line's number, at the first line that is no `kind`.
    """
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(
                f"not a {kind.__name__.lower()}: {error}",
                source=source,
                place=f"line {number}",
                remedy="see `docs/schema` for the form",
            ) from error
