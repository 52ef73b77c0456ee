"""Parquet, batch by batch: its columns are a record's fields."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.intake.fields import Fields
from tawatur.intake.readers.rows import unknown
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_ROWS = 256


def read(stream: Stream, fields: Fields) -> Iterator[Record | InputError]:
    """Yield the records of a Parquet file. Raises InputError where pyarrow, which reads it, is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise stream.error(
            "is Parquet, which needs the Python package pyarrow", remedy="pip install 'tawatur[parquet]'"
        ) from None
    with stream.seekable() as body:
        try:
            file = parquet.ParquetFile(body)
            names = file.schema_arrow.names
            if not fields.has_text(names):
                raise unknown(stream, names)
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield fields.record(stream, f"row {number}", None, row)
        except (pa.ArrowException, OSError) as error:
            problem = str(error).partition("\n")[0]
            raise stream.error(f"damaged Parquet: {problem}", remedy="fetch or write it again") from None
