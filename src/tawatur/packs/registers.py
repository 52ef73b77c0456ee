"""What a register shows, as an analyst writes it down in a pack's `registers.toml`; docs/registers.md describes it."""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.model import Bound, Measure, Modality

#: How a view is laid out: rows of figures; rows against places or parties; rows in the order of time; dates.
ViewForm = Literal["table", "matrix", "series", "timeline"]

#: What may make a row. `statement` is a report and its origin, `date` a claim's value where that is a date; `when` is
#: the claim's period, or the day up to which its report can speak where it has none.
ViewSlot = Literal["statement", "by", "of", "where", "when", "name", "measure", "date"]

_OUTCOMES: tuple[Modality, ...] = ("asserted", "estimated")

CheckKind = Literal["sum", "part", "change", "date"]


class Selection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which claims: those that meet every field that is filled.

    Parties are keys, each with its parts; `actors:armed_group` stands for the actors of that class in the packs' cues.
    `of_other_than` and `by_other_than` are met where no party is one of these, also where none is stated; `stated`
    lists slots that the claim must fill.
    """

    measures: tuple[Measure, ...] = ()
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    of_other_than: tuple[str, ...] = ()
    by_other_than: tuple[str, ...] = ()
    stated: tuple[Literal["of", "by", "name", "where", "when"], ...] = ()
    units: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()
    change: bool | None = None


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column, with the claims that stand in it: those that meet one of `select`."""

    key: str
    en: str
    ar: str
    select: tuple[Selection, ...]


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sum to be checked, by its columns.

    `sum` with `parts`: the column `total` is theirs together. `sum` with `over`: within one report, the figures of
    `total` that differ in that slot alone. `part`: `parts` are no more than `total`, each. `change`: what the column
    `parts` says of the levels in `total`. `date`: the same thing must not begin on two dates.
    """

    kind: CheckKind
    total: str = ""
    parts: tuple[str, ...] = ()
    over: tuple[Literal["of", "by", "where"], ...] = ()


class ViewDefinition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One view of a register: its form, what makes its rows, and its columns.

    `across` makes a column of every value of a slot (a matrix), and `cell` says what the cells show: values, the
    claims' names (roles), or how many facts there are. A field that is left out is that of the view `like`.
    """

    key: str
    en: str
    ar: str
    like: str | None = None
    form: ViewForm | None = None
    rows: tuple[ViewSlot, ...] = ()
    columns: tuple[Column, ...] = ()
    across: Literal["where", "by", "of"] | None = None
    cell: Literal["value", "name", "count"] | None = None
    modality: tuple[Modality, ...] = ()
    checks: tuple[Check, ...] = ()


class RegisterDefinition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A register: its name in both languages, what it is for, and its views, the first of them the main one.

    `names` tells whether persons are named in it, leaders, officials and spokespersons alone.
    """

    key: str
    en: str
    ar: str
    about: str
    about_ar: str
    views: tuple[ViewDefinition, ...]
    source: str
    names: bool = False


def parties(column: Column) -> frozenset[str]:
    """Return the keys and classes of parties that a column's selections name."""
    slots = ("of", "by", "of_other_than", "by_other_than")
    return frozenset(key for selection in column.select for slot in slots for key in getattr(selection, slot))


def joined(earlier: RegisterDefinition, later: RegisterDefinition) -> RegisterDefinition:
    """Return a register that two packs define: the later one's words hold, and its views replace those of their key."""
    views = {view.key: view for view in (*earlier.views, *later.views)}
    return msgspec.structs.replace(later, views=tuple(views.values()))


def settled(definition: RegisterDefinition) -> tuple[ViewDefinition, ...]:
    """Return the views with the fields that they take from one another. Raises ValueError at a name that is none."""
    known: dict[str, ViewDefinition] = {}
    for view in definition.views:
        if view.like is not None and view.like not in known:
            raise ValueError(f"view {view.key} is like {view.like}, and no view before it is called that")
        filled = _filled(view, known[view.like]) if view.like is not None else view
        if filled.form is None or not filled.rows or not filled.columns:
            raise ValueError(f"view {view.key} needs form, rows and columns")
        if (filled.form == "matrix") is (filled.across is None):
            raise ValueError(f"view {view.key}: a matrix has `across`, and nothing else has")
        columns = {column.key for column in filled.columns}
        for check in filled.checks:
            missing = {name for name in (check.total, *check.parts) if name and name not in columns}
            if missing:
                raise ValueError(f"view {view.key} checks {', '.join(sorted(missing))}, and has no such column")
        known[view.key] = filled if filled.modality else msgspec.structs.replace(filled, modality=_OUTCOMES)
    return tuple(known.values())


def _filled(view: ViewDefinition, model: ViewDefinition) -> ViewDefinition:
    own = {name: value for name in view.__struct_fields__ if (value := getattr(view, name))}
    return msgspec.structs.replace(model, **own)
