"""Records: one report as its input gives it, streamed out of whatever form it comes in.

Cheap by design, so that one process can feed many: a record is decoded and its fields are told apart, no more. What
is bad is yielded as an error that names the file, the member and the line; the rest goes on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tawatur.intake.fields import Fields
from tawatur.intake.readers import read_stream
from tawatur.intake.record import Record
from tawatur.intake.sources import Position, streams
from tawatur.intake.web.following import Web
from tawatur.model import InputError

__all__ = ["Record", "records"]


def records(
    paths: Sequence[str],
    mapping: Mapping[str, str] | None = None,
    *,
    web: Web | None = None,
    position: Position | None = None,
) -> Iterator[Record | InputError]:
    """Yield every record of `paths` (files, folders, archives; `-` is standard input), in a fixed order, streaming.

    `mapping` gives the input's own names of fields: `{"text": "story", "date": "printed"}`. Memory is bounded by the
    largest single record, whatever the files' size. Addresses are fetched by `web`, and refused without it; `position`
    is told how far reading has come.
    """
    fields = Fields(mapping)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    for stream in streams(paths, web, position):
        if isinstance(stream, InputError):
            yield stream
        else:
            for record in read_stream(stream, fields):
                yield record if isinstance(record, InputError) else msgspec.structs.replace(record, read=today)
