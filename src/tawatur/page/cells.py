"""What a cell of a statement's matrix shows: whether it has a figure, departs, or was printed in words."""

from __future__ import annotations

from tawatur.model.statement import Cell, Figure, StatementTable


def cell_of(figure: Figure, witness: str) -> Cell | None:
    """Return a witness's cell of a row; None where it has no such figure."""
    return next((cell for cell in figure.cells if cell.witness == witness), None)


def mark_of(cell: Cell) -> str:
    """Return `odd` where a cell stands against most others, `split` where there is no majority, else nothing."""
    if not cell.marks:
        return ""
    return "odd" if any(mark.odd for mark in cell.marks) else "split"


def printed(cell: Cell) -> bool:
    """Tell whether a number was printed in words, or with words beside it."""
    return any(letter.isalpha() for letter in cell.number)


def days(table: StatementTable) -> str:
    """Return the days from a statement's first report to its last; nothing where none has a date."""
    dates = sorted({carrier.date for witness in table.witnesses for carrier in witness.reports if carrier.date})
    return "" if not dates else dates[0] if len(dates) == 1 else f"{dates[0]} – {dates[-1]}"
