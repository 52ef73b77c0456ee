"""Parquet: typed columns, lists as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from tawatur.export.account import Account
from tawatur.export.items import Item
from tawatur.export.naming import Naming
from tawatur.model import InputError, Value

#: A row by its columns.
Record = dict[str, Any]

#: Rows of a row group: what is held in memory.
_GROUP = 5_000


def write(items: Iterable[Item], _naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a Parquet file as it grows. Raises InputError where pyarrow is not installed."""

    def records() -> Iterator[Record]:
        for item in items:
            account.written += 1
            yield _record(item)

    return parquet_rows(records(), _schema)


def parquet_rows(records: Iterable[Record], schema_of: Callable[[Any], Any]) -> Iterator[bytes]:
    """Yield records as a Parquet file as it grows; `schema_of` makes its schema, of the module `pyarrow`.

    Raises InputError where pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise InputError("Parquet needs pyarrow", remedy="pip install 'tawatur[parquet]'") from error
    schema = schema_of(pa)
    sink = _Sink()
    source = ({name: _mended(value) for name, value in record.items()} for record in records)
    with parquet.ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while page := list(islice(source, _GROUP)):
            writer.write_table(pa.Table.from_pylist(page, schema=schema))
            yield sink.taken()
    yield sink.taken()


class _Sink:
    """A file to be written to, whose bytes are taken away as they come."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._written = 0

    def write(self, piece: Any) -> int:
        data = bytes(piece)
        self._pieces.append(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is to be closed."""

    def taken(self) -> bytes:
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found


def _schema(pa: Any) -> Any:
    strings = pa.list_(pa.string())
    place = pa.struct(
        [("name", pa.string()), ("id", pa.string()), ("latitude", pa.float64()), ("longitude", pa.float64())]
    )
    kinds: Mapping[str, Any] = {
        **dict.fromkeys(("section", "start", "end", "quote_start", "quote_end"), pa.int32()),
        **dict.fromkeys(("low", "high", "confidence"), pa.float64()),
        **dict.fromkeys(("change", "optional"), pa.bool_()),
        **dict.fromkeys(("where", "source"), strings),
        "places": pa.list_(place),
    }
    return pa.schema([(name, kinds.get(name, pa.string())) for name in _FIELDS])


_FIELDS = (
    "id", "doc", "section", "start", "end", "quote_start", "quote_end", "quote", "number", "measure", "low", "high",
    "low_date", "high_date", "bound", "unit", "change", "of", "by", "name", "where", "when_start", "when_end", "source",
    "modality", "optional", "same_as", "note", "when_precision", "confidence", "extractor", "places",
    "report_publisher", "report_date", "report_title", "report_url",
)  # fmt: skip


def _record(item: Item) -> Record:
    claim = item.claim
    low, low_date = apart(claim.low)
    high, high_date = apart(claim.high)
    computed = {
        "low": low,
        "high": high,
        "low_date": low_date,
        "high_date": high_date,
        "where": list(claim.where),
        "source": list(claim.source),
        "when_start": claim.when and claim.when.start,
        "when_end": claim.when and claim.when.end,
        "places": [
            {"name": place.name, "id": place.id, "latitude": place.latitude, "longitude": place.longitude}
            for place in claim.places
        ],
        "report_publisher": item.publisher,
        "report_date": item.date,
        "report_title": item.title,
        "report_url": item.url,
    }
    return {name: computed[name] if name in computed else getattr(claim, name) for name in _FIELDS}


def _mended(value: Any) -> Any:
    """Return a value whose texts Parquet can keep: letters that are no Unicode become `?`."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_mended(one) for one in value] if isinstance(value, list) else value


def apart(value: Value) -> tuple[float | None, str | None]:
    """Return a value as a number and as a date: one of the two is None."""
    return (None, value) if isinstance(value, str) else (None if value is None else float(value), None)
