"""Registers as they are printed: grids, JSON Lines (a row each) and CSV (a reading each)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click
import msgspec

from tawatur.cli.bidi import cut, isolate, line, terminal_width, wrap_mixed
from tawatur.cli.grid import Grid, GridRow
from tawatur.cli.style import Style, styled
from tawatur.cli.wording import interval, number, period
from tawatur.client.register_files import register_csv
from tawatur.model import Modality, to_json
from tawatur.registers import Checked, Reading, Register, Row, View

FORMS = ("table", "jsonl", "csv")

_MARKS: dict[Modality, str] = {
    "asserted": "",
    "estimated": " (est.)",
    "possible": " (possible)",
    "planned": " (planned)",
}
#: Units that the column or the row tells.
_NO_UNIT = frozenset({"person", "event", "date", "country", "facility", "other"})
_STYLES: dict[bool | None, Style] = {True: "calm", False: "alarm", None: "notice"}
_PUBLISHER = "publisher:"
#: An origin that no pack has may be half a sentence of titles.
_LONGEST_ORIGIN = 24
_UNKNOWN, _SOME = "–", "some"


def print_rows(name: str, rows: Iterable[tuple[View, Row]], form: str) -> None:
    """Print rows of the register `name` as JSON Lines, or as CSV with a record for each reading, as they come."""
    if form == "jsonl":
        for view, row in rows:
            head = {"register": name, "view": view.key, "slots": view.slots}
            click.echo(to_json({**head, **msgspec.structs.asdict(row)}))
        return
    for piece in register_csv(name, rows):
        click.echo(piece.decode().replace("\r\n", "\n"), nl=False)


def print_register(register: Register, *, cited: bool) -> None:
    """Print a register on standard output as grids; `cited` adds the claims' ids."""
    for text in _grid(register, cited=cited):
        click.echo(text)


def _grid(register: Register, *, cited: bool) -> Iterator[str]:
    room = terminal_width()
    yield styled(register.en, "strong")
    yield from wrap_mixed(register.about, room)
    for view in register.views:
        if not view.rows:
            continue
        yield ""
        yield styled(view.en, "strong")
        yield from _rows(view, room, cited=cited)
        if view.next is not None:
            yield styled(f"more: --view {view.key} --after {view.next}", "faint")
    if not any(view.rows for view in register.views):
        yield ""
        yield "no claim stands in it"


def _rows(view: View, room: int, *, cited: bool) -> Iterator[str]:
    grouped = view.slots[0] == "statement" and len(view.slots) > 1
    columns = [column for column in view.columns if any(row.cell(column.key) for row in view.rows)]
    usual = [_usual_victim(row) for row in view.rows]
    headings = [*_slot_headings(view, grouped=grouped), *(column.en or "place unstated" for column in columns)]
    body: list[GridRow] = [
        [*_slots(view, row, grouped=grouped), *([*_cell(view, row, column.key, of)] for column in columns)]
        for row, of in zip(view.rows, usual, strict=True)
    ]
    if any(usual) and view.cell == "value":
        at = len(_slot_headings(view, grouped=grouped))
        headings.insert(at, "of")
        body = [[*cells[:at], [_party(of)], *cells[at:]] for cells, of in zip(body, usual, strict=True)]
    grid = Grid(headings, body, room)
    yield from grid.heading()
    group: str | None = None
    for row, texts in zip(view.rows, body, strict=True):
        if grouped and row.key[0] != group:
            group = row.key[0]
            yield line(styled(f"── {_statement(row)}", "faint"))
        yield from grid.row(texts)
        for told, holds in dict.fromkeys((said(checked), checked.holds) for checked in row.checks):
            yield from (f"   {styled(text, _STYLES[holds])}" for text in wrap_mixed(told, room - 4))
        if cited:
            yield from _citations(row, room)


def _usual_victim(row: Row) -> str | None:
    """Return whom most readings of a row are of, where its slots don't tell: said once, not in every cell."""
    told = Counter(reading.slots["of"] for cell in row.cells for reading in cell.readings if "of" in reading.slots)
    return max(told, key=lambda of: (told[of], of)) if told else None


def _citations(row: Row, room: int) -> Iterator[str]:
    for cell in row.cells:
        ids = " ".join(name for reading in cell.readings for name in reading.claims)
        yield from (f"   {styled(text, 'faint')}" for text in wrap_mixed(f"{cell.column}: {ids}", room - 4))


def _slot_headings(view: View, *, grouped: bool) -> list[str]:
    if grouped:
        return list(view.slots[1:])
    if view.slots == ("statement",):
        return ["date", "origin", "printed by"]
    return list(view.slots)


def _slots(view: View, row: Row, *, grouped: bool) -> list[list[str]]:
    if view.slots == ("statement",):
        first = row.reports[0]
        printed = dict.fromkeys(report.publisher or report.doc for report in row.reports)
        return [[first.date or "–"], [_origin((row.key[0] or "").partition(" @ ")[0])], list(printed)]
    values = zip(view.slots[grouped:], row.key[grouped:], strict=True)
    return [[_slot(row, slot, value)] for slot, value in values]


def _slot(row: Row, slot: str, value: str | None) -> str:
    if slot in ("of", "by"):
        return _party(value)
    if slot == "when" and row.when is not None and not row.reported:
        return period(row.when)
    return value or _UNKNOWN


def _party(value: str | None) -> str:
    """Return parties for reading; the words of a key apart, so that they can stand on two lines."""
    return (value or _UNKNOWN).replace("_", " ")


def _statement(row: Row) -> str:
    """Return a statement for reading: its origin, and where it was printed first."""
    first = row.reports[0]
    origin = _origin((row.key[0] or "").partition(" @ ")[0])
    printed = first.publisher if first.publisher not in (None, origin) else None
    others = f"and {len(row.reports) - 1} more" if len(row.reports) > 1 else None
    parts = (isolate(origin), printed and isolate(printed), first.date, isolate(first.doc), others)
    return " · ".join(part for part in parts if part)


def _cell(view: View, row: Row, column: str, usual: str | None) -> Iterator[str]:
    found = row.cell(column)
    if view.cell == "count" and found:
        yield number(len(found))
        return
    for reading in found:
        yield _reading(view, reading, usual, told=view.slots[0] != "statement")


def _reading(view: View, reading: Reading, usual: str | None, *, told: bool) -> str:
    if view.cell == "name":
        return reading.slots.get("name", _UNKNOWN)
    value = amount(reading) + _MARKS.get(reading.modality, f" ({reading.modality})")
    slots = [_party(reading.slots[slot]) for slot in ("of", "by", "where") if reading.slots.get(slot, usual) != usual]
    voices = f" ×{reading.voices}" if reading.voices > 1 else ""
    origins = ", ".join(_origin(origin) for origin in reading.origins) if told else ""
    return " ".join((value, *slots)) + (f" · {origins}" if origins else "") + voices


def amount(reading: Reading) -> str:
    """Return a reading's value with its bound and unit."""
    text = interval(reading.low, reading.high, bound=reading.bound)
    if reading.change and isinstance(reading.low, int | float) and reading.low > 0:
        text = f"+{text}"
    if reading.unit == "percent":
        return f"{text}%"
    if text == _UNKNOWN:
        return _SOME if reading.bound == "indefinite" else text
    return text if reading.unit in _NO_UNIT else f"{text} {reading.unit}"


def _origin(origin: str) -> str:
    return cut(_party(origin.removeprefix(_PUBLISHER)), _LONGEST_ORIGIN)


def said(checked: Checked) -> str:
    """Return what came of a check, in a few words."""
    stated, expected, column = number(checked.stated), number(checked.expected), checked.column.replace("_", " ")
    if checked.kind == "part":
        return f"{'✓' if checked.holds else '✗'} {stated} among {expected} {column}"
    if checked.kind == "sum":
        sign = "=" if checked.holds else "≠"
        return f"{'✓' if checked.holds else '✗'} {column}: {stated} {sign} {expected}, the sum of its parts"
    if checked.kind == "change":
        held = {None: "not stated", True: "as stated", False: "another level is stated"}[checked.holds]
        return f"→ {column}: {stated} after the stated change implies {expected} before it ({held})"
    return f"✗ {column} {stated}, and elsewhere {expected}"
