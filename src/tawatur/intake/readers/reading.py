"""Reading a stream: its form is told, and the form's reader yields its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from tawatur.intake.fields import Fields
from tawatur.intake.kinds import OLE, markup, signature
from tawatur.intake.limits import Bomb
from tawatur.intake.readers import delimited, feeds, objects, parquet, pdf, telegram, texts, word, workbooks
from tawatur.intake.readers.encodings import encoding_of
from tawatur.intake.record import Record
from tawatur.intake.streams import DAMAGE, Stream
from tawatur.model import InputError

Reader = Callable[[Stream, Fields], Iterator[Record | InputError]]

#: The readers of what is no text, by its kind.
_BINARY: dict[str, Reader] = {
    "parquet": parquet.read,
    "pdf": pdf.read,
    "word": word.read,
    "workbook": workbooks.read,
}
_MARKUP: dict[str, Reader] = {"page": texts.page, "feed": feeds.read, "sitemap": feeds.sitemap}
_BEFORE = "\ufeff \t\r\n\0"


def read_stream(stream: Stream, fields: Fields) -> Iterator[Record | InputError]:
    """Yield the records of a stream; what is wrong with it, as errors."""
    try:
        for record in _reader(stream)(stream, fields):
            if stream.about.hash is None or isinstance(record, InputError):
                yield record
            else:
                yield msgspec.structs.replace(record, metadata={"capture": stream.about.hash, **record.metadata})
    except Bomb:
        return  # its source says so, once
    except InputError as error:
        yield error
    except DAMAGE as error:
        yield stream.error(f"broke off: {error}", remedy="fetch or pack it again")


def _reader(stream: Stream) -> Reader:
    kind = stream.kind or signature(stream.head)
    if stream.head.startswith(OLE):
        return word.old
    if kind in _BINARY:
        return _BINARY[kind]
    if kind == "page":
        return texts.page
    encoding = encoding_of(stream)
    if encoding is None:
        raise stream.error("not text in any encoding known", remedy="save it as UTF-8")
    opening = stream.head.decode(encoding, errors="replace").lstrip(_BEFORE)
    form = markup(opening)
    if form == "xml":
        raise stream.error("is XML of a kind that is not read", remedy="give its text")
    if form is not None:
        return _MARKUP[form]
    if telegram.is_export(opening):
        return telegram.read
    if opening[:1] in {"{", "["} and objects.is_json(opening):
        return objects.read
    return delimited.read_or_plain
