"""A register as it is shown: views with rows, columns and cells, each cell with the claims that it rests on."""

from __future__ import annotations

import msgspec

from tawatur.model import Bound, Modality, Period, Value
from tawatur.packs import ViewForm, ViewSlot
from tawatur.packs.registers import CheckKind


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """Where a report was printed: a section of a document, its publisher and date (ISO 8601, a day).

    `voices` are, by origin, the statements that the report is known to carry, and `copy_of` the text that it copies:
    reports that share one of these are one voice. `merged` gives to an origin that of the statement into which a
    reviewer has merged what the report has from it.
    """

    doc: str
    section: int = 0
    publisher: str | None = None
    date: str | None = None
    title: str | None = None
    voices: dict[str, str] = msgspec.field(default_factory=dict)
    copy_of: str | None = None
    merged: dict[str, str] = msgspec.field(default_factory=dict)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One fact of a cell, as its origins give it.

    `slots` tells what the row does not (`of`, `by`, `where`, `name`; `measure` in a cell that holds several).
    `origins` are who is said to have said it: the first names of the claims' chains, or `publisher:` and the
    publisher's name. `voices` counts those who say it independently: a report that states it twice, copies of one text
    and renditions of one statement are one. `claims` are the ids of all claims of it, `docs` the documents.
    """

    low: Value
    high: Value
    bound: Bound
    unit: str
    change: bool
    modality: Modality
    slots: dict[str, str]
    origins: tuple[str, ...]
    voices: int
    claims: tuple[str, ...]
    docs: tuple[str, ...]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in one column of a row: readings that don't agree stand side by side, the best supported first."""

    column: str
    readings: tuple[Reading, ...]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a check.

    `sum`: `stated` is the total, `expected` what its `parts` make together. `part`: `stated` is the part, `expected`
    the whole. `change`: `stated` is the level, `expected` the level that it implies for the period before. `date`:
    two dates of one thing. `holds` is None where nothing is stated to hold it against; `claims` are all claims of it.
    """

    kind: CheckKind
    column: str
    stated: Value
    expected: Value
    holds: bool | None
    claims: tuple[str, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row: `key` has a value for each slot of the view, None where the claims state none.

    A slot of several parties or places has them joined, `a + b`, `x; y`. `when` is the period, and `reported` is true
    where no claim states one: it then ends on the day of the report and has no beginning. `reports` are the reports
    of the statement, where the row is one's. `cells` holds the columns that have something. `continued` is true where
    the row goes on on the next page.
    """

    key: tuple[str | None, ...]
    when: Period | None = None
    reported: bool = False
    reports: tuple[Provenance, ...] = ()
    cells: tuple[Cell, ...] = ()
    checks: tuple[Checked, ...] = ()
    continued: bool = False

    def cell(self, column: str) -> tuple[Reading, ...]:
        """Return the readings of one column, none where the cell is empty."""
        return next((cell.readings for cell in self.cells if cell.column == column), ())


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A column's key and what it is called."""

    key: str
    en: str
    ar: str


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One view of a register; `slots` make the rows, `columns` are those of the definition or, in a matrix, found.

    `next` is the cursor of the page after this one, None where there is none.
    """

    key: str
    en: str
    ar: str
    form: ViewForm
    cell: str
    slots: tuple[ViewSlot, ...]
    columns: tuple[Heading, ...]
    rows: tuple[Row, ...]
    next: str | None = None


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """A register's name and purpose in both languages, and its views."""

    name: str
    en: str
    ar: str
    about: str
    about_ar: str
    views: tuple[View, ...]
