"""Checking a pack: everything in its files that can't be right, with the line and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import msgspec

from tawatur.model import UNITS, InputError, Measure, Modality
from tawatur.packs.load import KEYED, TABLES, describe, folder, names, rows
from tawatur.packs.registers import RegisterDefinition, joined, parties, settled
from tawatur.packs.rows import Actor, Attribution, Cue, Noun, Outlet, Person, PlaceEntry, State, Trigger
from tawatur.packs.tables import try_keyed, try_table

MEASURES = frozenset(get_args(Measure))
MODALITIES = frozenset(get_args(Modality))
#: What a trigger may count besides: any currency, a share in words.
OBJECTS = UNITS | {"currency", "fraction"}
#: Whom a noun counts where the text alone says it: see docs/packs.md.
RELATIONS = frozenset(("member", "armed_group", "state_forces", "by_name"))
_TEXTS = ("README.md", "NOTICE", "LICENSE")


class Problem(NamedTuple):
    """What is wrong in a pack: the file, the line (from 1; 0 for the file as a whole), and what to do."""

    file: str
    line: int
    problem: str
    remedy: str


class _Entry(NamedTuple):
    """A row of a pack and where it stands."""

    file: str
    line: int
    row: msgspec.Struct


class _Known(NamedTuple):
    """What a pack's rows may refer to, of it and the bundled: keys of actors, ids of places, classes of cues."""

    actors: frozenset[str]
    places: frozenset[str]
    classes: frozenset[str]


def check(pack: str | Path, *, normalise: Callable[[str], str] = str.strip) -> list[Problem]:
    """Return the problems of a pack, by file and line; none where it is sound.

    `pack` is a bundled pack's name or a folder. `normalise` gives the form in which two names are compared (the
    language layer's `fold`, for who has it at hand). Raises InputError where there is no such pack.
    """
    path = folder(pack)
    problems = list(_description(path))
    entries: list[_Entry] = []
    for file in sorted(item.name for item in path.iterdir() if item.is_file()):
        kind = TABLES.get(file) or KEYED.get(file)
        if kind is None:
            if file not in ("pack.toml", *_TEXTS):
                allowed = ", ".join((*TABLES, *KEYED))
                problems.append(Problem(file, 0, "no file of a pack", f"rename it to one of {allowed}, or remove it"))
            continue
        read = try_keyed if file in KEYED else try_table
        for line, row in read(kind, path / file):
            if isinstance(row, InputError):
                problems.append(Problem(file, line, row.problem, row.remedy or "see docs/packs.md"))
            else:
                entries.append(_Entry(file, line, row))
    problems.extend(_duplicates(entries))
    problems.extend(_shared_names(entries, normalise))
    known = _known(entries)
    for entry in entries:
        problems.extend(_row(entry, known))
    return sorted(set(problems))


def _description(path: Path) -> Iterator[Problem]:
    try:
        describe(path)
    except InputError as error:
        yield Problem("pack.toml", 0, error.problem, error.remedy or "see docs/packs.md")


def _known(entries: Iterable[_Entry]) -> _Known:
    actors = {actor.key for name in names() for actor in rows(Actor, folder(name), "actors.toml")}
    states = {key for state in rows(State, folder("core"), "states.tsv") for key in (state.key, state.forces)}
    places = {
        place.id
        for name in names()
        for file in ("places.tsv", "places_by_hand.tsv")
        for place in rows(PlaceEntry, folder(name), file)
    }
    classes = {cue.group for name in names() for cue in rows(Cue, folder(name), "cues.tsv")}
    own = [entry.row for entry in entries]
    return _Known(
        frozenset(actors | states | {row.key for row in own if isinstance(row, Actor | State)}),
        frozenset(places | {row.id for row in own if isinstance(row, PlaceEntry)}),
        frozenset(classes | {row.group for row in own if isinstance(row, Cue)}),
    )


def _identity(row: msgspec.Struct) -> tuple[str, ...]:
    """Return what must not occur twice in a file: a key, an id, a code, a label."""
    if isinstance(row, Actor | Person | Outlet | RegisterDefinition):
        return (row.key,)
    if isinstance(row, State):
        return (row.code, row.key)
    if isinstance(row, PlaceEntry):
        return (row.id, row.label)
    return ("\t".join(str(getattr(row, name)) for name in row.__struct_fields__ if name != "source"),)


def _duplicates(entries: Iterable[_Entry]) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for entry in entries:
        for identity in dict.fromkeys(_identity(entry.row)):
            seen = first.setdefault((entry.file, identity), entry.line)
            if seen != entry.line:
                shown = identity.replace("\t", " ")
                yield Problem(
                    entry.file, entry.line, f"{shown} again, as on line {seen}", "join the two, or rename one"
                )


def _shared_names(entries: Iterable[_Entry], normalise: Callable[[str], str]) -> Iterator[Problem]:
    """Find names that two rows of a kind claim, so that a text could not tell them apart."""
    owners: dict[tuple[str, str, str], tuple[str, int]] = {}
    for entry in entries:
        row = entry.row
        if isinstance(row, Actor):
            scope, key = f"actor {row.kind}", row.key
        elif isinstance(row, Person | Outlet):
            scope, key = "key", row.key
        elif isinstance(row, PlaceEntry):
            scope, key = row.country, row.id
        else:
            continue
        for name in row.ar:
            if isinstance(row, PlaceEntry) and name in row.ambiguous:
                continue
            owner, line = owners.setdefault((entry.file, scope, normalise(name)), (key, entry.line))
            if owner != key:
                problem = f"{name} is a name of {key} and, on line {line}, of {owner}"
                yield Problem(entry.file, entry.line, problem, "leave it to the one that reports mean by it")


def _row(entry: _Entry, known: _Known) -> Iterator[Problem]:
    row = entry.row

    def problem(text: str, remedy: str) -> Problem:
        return Problem(entry.file, entry.line, text, remedy)

    fields = {field.encode_name: getattr(row, field.name) for field in msgspec.structs.fields(row)}
    try:
        msgspec.convert(fields, type(row))
    except msgspec.ValidationError as error:
        yield problem(str(error), "see docs/packs.md for the values allowed")
    if not str(fields.get("source", "")).strip():
        yield problem("no source", "say where the fact comes from")
    if isinstance(row, Actor | Person | Outlet | State | PlaceEntry) and not row.ar:
        yield problem("no Arabic name", "give one at least")
    if isinstance(row, Actor) and row.parent is not None and row.parent not in known.actors:
        yield problem(f"no actor {row.parent}", "name a parent that a pack defines")
    if isinstance(row, Person) and row.actor not in known.actors:
        yield problem(f"no actor {row.actor}", "name an actor that a pack defines")
    if isinstance(row, PlaceEntry | Outlet | Actor):
        for name in row.ambiguous:
            if name not in row.ar:
                yield problem(f"{name} is ambiguous but no name", "list it among the names, or strike it")
    if isinstance(row, PlaceEntry):
        yield from _place(row, known, problem)
    if isinstance(row, Noun):
        yield from _measured(row.measure, (row.unit,), UNITS, problem)
        if row.of is not None and row.of not in known.actors | RELATIONS:
            yield problem(f"no actor {row.of}", "name an actor or population that a pack defines")
    if isinstance(row, Trigger):
        yield from _measured(row.measure, row.objects, OBJECTS, problem)
    if isinstance(row, RegisterDefinition):
        yield from _register(row, known, problem)
    if isinstance(row, Attribution) and row.modality is not None and row.modality not in MODALITIES:
        yield problem(f"no modality {row.modality}", f"one of {', '.join(sorted(MODALITIES))}")


def _register(row: RegisterDefinition, known: _Known, problem: Callable[[str, str], Problem]) -> Iterator[Problem]:
    """Views may be like those of a bundled register that they are added to; parties are actors, or classes of cues."""
    for key in sorted({key for view in row.views for column in view.columns for key in parties(column)}):
        if key not in known.actors | known.classes:
            yield problem(f"no actor {key}", "name an actor that a pack defines, or actors:CLASS of the cues")
    bundled = [one for name in names() for one in rows(RegisterDefinition, folder(name), "registers.toml")]
    extended = next((one for one in bundled if one.key == row.key), None)
    try:
        settled(row if extended is None else joined(extended, row))
    except ValueError as error:
        yield problem(str(error), "see docs/registers.md for the form")


def _place(row: PlaceEntry, known: _Known, problem: Callable[[str, str], Problem]) -> Iterator[Problem]:
    if row.parent is not None and row.parent not in known.places:
        yield problem(f"no place {row.parent}", "name a parent that a pack defines, by its id")
    if (row.latitude is None) != (row.longitude is None) or (row.latitude is None) != (row.precision is None):
        yield problem("latitude, longitude and precision go together", "give all three or none")
    if row.latitude is not None and not -90 <= row.latitude <= 90:
        yield problem(f"latitude {row.latitude}", "degrees from -90 to 90")
    if row.longitude is not None and not -180 <= row.longitude <= 180:
        yield problem(f"longitude {row.longitude}", "degrees from -180 to 180")


def _measured(
    measure: str | None, units: Iterable[str], allowed: frozenset[str], problem: Callable[[str, str], Problem]
) -> Iterator[Problem]:
    if measure is not None and measure not in MEASURES:
        yield problem(f"no measure {measure}", "see the codebook's list of measures")
    for unit in units:
        if unit not in allowed and not (len(unit) == 3 and unit.isupper()):
            yield problem(f"no unit {unit}", "see the codebook's list of units")
