"""Registers as flat rows, for files: a record for each reading."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.model import Value
from tawatur.registers.register import Checked, Row, View

#: What the row of the register has and what the reading adds are joined; lists are joined by a space or `; `.
FIELDS = (
    "register", "view", "statement", "by", "of", "where", "name", "when", "date", "column", "low", "high", "bound",
    "unit", "change", "modality", "origins", "voices", "claims", "docs", "checks",
)  # fmt: skip


def records(name: str, view: View, row: Row) -> Iterator[list[Value]]:
    """Yield a record in the order of `FIELDS` for each reading of a row of the register `name`."""
    slots: dict[str, Value] = {str(slot): value for slot, value in zip(view.slots, row.key, strict=True)}
    checks = "; ".join(_told(checked) for checked in row.checks)
    for cell in row.cells:
        for reading in cell.readings:
            values: dict[str, Value] = {
                "register": name,
                "view": view.key,
                **slots,
                **reading.slots,
                "column": cell.column,
                "low": reading.low,
                "high": reading.high,
                "bound": reading.bound,
                "unit": reading.unit,
                "change": "true" if reading.change else "false",
                "modality": reading.modality,
                "origins": "; ".join(reading.origins),
                "voices": reading.voices,
                "claims": " ".join(reading.claims),
                "docs": " ".join(reading.docs),
                "checks": checks,
            }
            yield [values.get(field) for field in FIELDS]


def _told(checked: Checked) -> str:
    held = {True: "holds", False: "fails", None: "open"}[checked.holds]
    return f"{checked.kind} {checked.column} {checked.stated} {checked.expected} {held}"
