"""Registers as files: a record for each reading, in CSV or Parquet, as their rows come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tawatur.export.cells import Cell, csv_rows
from tawatur.export.parquet import Record, apart, parquet_rows
from tawatur.registers import Row, View
from tawatur.registers.flat import FIELDS, readings, records

_LISTS = frozenset(("origins", "claims", "docs", "checks"))
#: Columns of a Parquet file: a value is a number or a date, each with a column of its own.
_COLUMNS = tuple(
    name for field in FIELDS for name in ((field, f"{field}_date") if field in {"low", "high"} else (field,))
)


def register_csv(name: str, rows: Iterable[tuple[View, Row]]) -> Iterator[bytes]:
    """Yield the rows of the register `name` as CSV, a heading first."""

    def table() -> Iterator[Sequence[Cell]]:
        yield FIELDS
        for view, row in rows:
            yield from records(name, view, row)

    return csv_rows(table())


def register_parquet(name: str, rows: Iterable[tuple[View, Row]]) -> Iterator[bytes]:
    """Yield the rows of the register `name` as a Parquet file. Raises InputError where pyarrow is not installed."""
    return parquet_rows((_record(reading) for view, row in rows for reading in readings(name, view, row)), _schema)


def _record(reading: Record) -> Record:
    found: Record = {field: reading.get(field) for field in FIELDS}
    for end in ("low", "high"):
        found[end], found[f"{end}_date"] = apart(reading[end])
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def _schema(pa: Any) -> Any:
    kinds = {
        **dict.fromkeys(_LISTS, pa.list_(pa.string())),
        **dict.fromkeys(("low", "high"), pa.float64()),
        "change": pa.bool_(),
        "voices": pa.int32(),
    }
    return pa.schema([(name, kinds.get(name, pa.string())) for name in _COLUMNS])
