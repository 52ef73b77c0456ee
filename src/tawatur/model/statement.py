"""A statement's collation: its figures down, its witnesses across, and the stemma of those witnesses."""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.model.claim import Bound, Measure, Period, Value
from tawatur.model.finding import Reference, Slot

#: `statement` is the utterance itself, known only through its witnesses; `witness` a text that is there; `exemplar`
#: one that nobody has, from which witnesses took what they share.
NodeKind = Literal["statement", "witness", "exemplar"]


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """A report that carries a statement.

    `nearness` (0 to 1) is the share of the shorter text's three-word runs that it has in common with its witness's
    first report; None for that one.
    """

    doc: str
    section: int
    publisher: str | None
    date: str | None
    nearness: float | None = None


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a statement, copies folded into it: `reports` are its carriers, the earliest first.

    `siglum` (`A`, `B` …, in the order of the dates) is the name by which cells and stemma cite it. `origin` is the
    origin that this text names, where it names another than the statement's other witnesses do.
    """

    siglum: str
    reports: tuple[Carrier, ...]
    origin: str | None = None


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Where a witness's figure departs from the others': the slot, what it has there, and what is usual.

    `odd` is true where most witnesses have the usual reading; false where witnesses part with no majority.
    """

    slot: Slot
    odd: bool
    reading: str
    usual: str


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """How one witness has a figure: its value, the number as printed, the claims, and where it departs."""

    witness: str
    low: Value
    high: Value
    bound: Bound
    number: str
    claims: tuple[Reference, ...]
    marks: tuple[Mark, ...] = ()


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A row: one figure, described by the reading of most witnesses, with a cell for each witness that has it."""

    measure: Measure
    low: Value
    high: Value
    bound: Bound
    unit: str
    change: bool
    of: str | None
    by: str | None
    where: tuple[str, ...]
    when: Period | None
    cells: tuple[Cell, ...]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A node of a stemma: `name` is a witness's siglum, a Greek letter for a lost exemplar, `Ω` for the statement."""

    name: str
    kind: NodeKind


class Descent(msgspec.Struct, frozen=True, kw_only=True):
    """An edge of a stemma, with what it rests on.

    `shared` are the odd readings that show it, as the child has them; `nearness` (0 to 1) is the share of the shorter
    text's three-word runs that the other has, `days` how many days the child is later: None where one of the two is no
    text that is there, or has no date. `decided` is false where either may descend from the other.
    """

    parent: str
    child: str
    shared: tuple[Reference, ...] = ()
    nearness: float | None = None
    days: int | None = None
    decided: bool = True


class Crossing(msgspec.Struct, frozen=True, kw_only=True):
    """Witnesses that share odd readings across the stemma's branches: one of them drew on more than one exemplar."""

    witnesses: tuple[str, ...]
    shared: tuple[Reference, ...]


class Stemma(msgspec.Struct, frozen=True, kw_only=True):
    """The descent of a statement's witnesses, a tree from `Ω` on; every node but that one is the child of one edge."""

    nodes: tuple[Node, ...]
    edges: tuple[Descent, ...]
    crossings: tuple[Crossing, ...] = ()


class StatementTable(msgspec.Struct, frozen=True, kw_only=True):
    """One statement's collation; `id` is that of its finding of kind `statement`, `origin` likewise."""

    id: str
    origin: str
    witnesses: tuple[Witness, ...]
    figures: tuple[Figure, ...]
    stemma: Stemma
