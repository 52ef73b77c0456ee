"""Registers as flat rows, for files: a record for each reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tawatur.model import Value
from tawatur.registers.register import Checked, Row, View

#: What the row of the register has and what the reading adds are joined.
FIELDS = (
    "register", "view", "statement", "by", "of", "where", "name", "when", "date", "column", "low", "high", "bound",
    "unit", "change", "modality", "origins", "voices", "claims", "docs", "checks",
)  # fmt: skip
#: What stands between the values of a list in a cell.
_BETWEEN = {"origins": "; ", "claims": " ", "docs": " ", "checks": "; "}


def readings(name: str, view: View, row: Row) -> Iterator[dict[str, Any]]:
    """Yield the readings of a row of the register `name`, each by the `FIELDS` that it has; lists are tuples."""
    slots = {str(slot): value for slot, value in zip(view.slots, row.key, strict=True)}
    checks = tuple(_told(checked) for checked in row.checks)
    for cell in row.cells:
        for reading in cell.readings:
            yield {
                "register": name,
                "view": view.key,
                **slots,
                **reading.slots,
                "column": cell.column,
                "low": reading.low,
                "high": reading.high,
                "bound": reading.bound,
                "unit": reading.unit,
                "change": reading.change,
                "modality": reading.modality,
                "origins": reading.origins,
                "voices": reading.voices,
                "claims": reading.claims,
                "docs": reading.docs,
                "checks": checks,
            }


def records(name: str, view: View, row: Row) -> Iterator[list[Value]]:
    """Yield a record in the order of `FIELDS` for each reading of a row; lists are joined by a space or `; `."""
    for reading in readings(name, view, row):
        for field, mark in _BETWEEN.items():
            reading[field] = mark.join(reading[field])
        reading["change"] = "true" if reading["change"] else "false"
        yield [reading.get(field) for field in FIELDS]


def _told(checked: Checked) -> str:
    held = {True: "holds", False: "fails", None: "open"}[checked.holds]
    return f"{checked.kind} {checked.column} {checked.stated} {checked.expected} {held}"
