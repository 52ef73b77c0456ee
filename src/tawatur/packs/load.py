"""Loading packs: the folders with their files, joined in the order in which they are named."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from tawatur.model import InputError
from tawatur.packs.knowledge import Knowledge
from tawatur.packs.registers import RegisterDefinition, joined
from tawatur.packs.rows import Actor, Attribution, Cue, Noun, Outlet, Person, PlaceEntry, State, Trigger
from tawatur.packs.tables import read_keyed, read_table, read_toml

BUNDLED = Path(__file__).parent / "data"
DEFAULT = ("core", "daesh-coalition")

#: The files that a pack may hold, with the type of their rows.
TABLES: dict[str, type[msgspec.Struct]] = {
    "states.tsv": State,
    "places.tsv": PlaceEntry,
    "places_by_hand.tsv": PlaceEntry,
    "nouns.tsv": Noun,
    "triggers.tsv": Trigger,
    "attributions.tsv": Attribution,
    "cues.tsv": Cue,
}
KEYED: dict[str, type[msgspec.Struct]] = {
    "actors.toml": Actor,
    "persons.toml": Person,
    "outlets.toml": Outlet,
    "registers.toml": RegisterDefinition,
}

#: How the folder of a ledger's own pack begins.
OWN = "own-of-ledger-"

Row = TypeVar("Row", bound=msgspec.Struct)
Named = TypeVar("Named", Actor, Person, Outlet)


class Pack(msgspec.Struct, frozen=True):
    """What a pack says of itself in `pack.toml`, and the folder it was found in."""

    name: str
    title: str
    description: str
    licence: str
    folder: str


def names() -> tuple[str, ...]:
    """Return the names of the bundled packs, `core` first."""
    found = sorted(path.parent.name for path in BUNDLED.glob("*/pack.toml"))
    return tuple(sorted(found, key=lambda name: name != "core"))


def folder(name: str | Path) -> Path:
    """Return the folder of a bundled pack, or of one's own by its path. Raises InputError where there is none."""
    for path in (BUNDLED / name, Path(name)):
        if (path / "pack.toml").is_file():
            return path
    raise InputError(
        "no such pack",
        source=str(name),
        remedy=f"name one of {', '.join(names())}, or a folder with a pack.toml",
    )


def describe(name: str | Path) -> Pack:
    """Return what a pack says of itself. Raises InputError where its `pack.toml` lacks a field."""
    path = folder(name)
    try:
        return msgspec.convert({**read_toml(path / "pack.toml"), "name": path.name, "folder": str(path)}, Pack)
    except msgspec.ValidationError as error:
        raise InputError(str(error), source=str(path / "pack.toml"), remedy="see docs/packs.md") from error


def shared(packs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the packs without the ledger's own, which grows while its claims are reviewed.

    What is read with it comes to the ledger as other claims; what was read before rests on the other packs alone.
    """
    return tuple(name for name in packs if not Path(name).name.startswith(OWN))


def fingerprint(packs: tuple[str, ...]) -> str:
    """Return a hash of all that packs hold, file by file, by which to tell whether they have changed."""
    hashed = hashlib.sha256()
    for name in packs:
        path = folder(name)
        for file in sorted(path.iterdir()):
            if file.is_file():
                hashed.update(f"{path.name}/{file.name}\n".encode("utf-8", "surrogateescape"))
                hashed.update(hashlib.sha256(file.read_bytes()).digest())
    return hashed.hexdigest()


@lru_cache(maxsize=8)
def load(packs: tuple[str, ...] = DEFAULT) -> Knowledge:
    """Return the knowledge of the named packs (bundled names, or paths of folders), joined in that order.

    Where two packs know the same actor, person or outlet (key), place (label) or state (code), the names are
    joined and the later pack's other fields hold; of one register, the views are joined. Raises InputError at the
    first file that can't be read.
    """
    folders = [folder(name) for name in packs]
    actors: dict[str, Actor] = {}
    persons: dict[str, Person] = {}
    outlets: dict[str, Outlet] = {}
    for path in folders:
        _join(actors, rows(Actor, path, "actors.toml"))
        _join(persons, rows(Person, path, "persons.toml"))
        _join(outlets, rows(Outlet, path, "outlets.toml"))
    return Knowledge(
        tuple(str(name) for name in packs),
        actors=actors,
        persons=persons,
        states={state.code: state for path in folders for state in rows(State, path, "states.tsv")},
        places=_places(folders),
        outlets=tuple(outlets.values()),
        nouns=_table(Noun, folders, "nouns.tsv"),
        triggers=_table(Trigger, folders, "triggers.tsv"),
        attributions=_table(Attribution, folders, "attributions.tsv"),
        cues=_table(Cue, folders, "cues.tsv"),
        registers=_registers(folders),
    )


def rows(kind: type[Row], path: Path, file: str) -> list[Row]:
    """Return the rows of a pack's file, none where the pack has no such file."""
    if not (path / file).is_file():
        return []
    read = read_keyed if file in KEYED else read_table
    return [row for _line, row in read(kind, path / file)]


def _table(kind: type[Row], folders: list[Path], file: str) -> tuple[Row, ...]:
    return tuple(row for path in folders for row in rows(kind, path, file))


def _registers(folders: list[Path]) -> dict[str, RegisterDefinition]:
    found: dict[str, RegisterDefinition] = {}
    for path in folders:
        for row in rows(RegisterDefinition, path, "registers.toml"):
            found[row.key] = joined(found[row.key], row) if row.key in found else row
    return found


def _join(known: dict[str, Named], more: list[Named]) -> None:
    for row in more:
        earlier = known.get(row.key)
        if earlier is None:
            known[row.key] = row
        else:
            stated = {name: value for name in row.__struct_fields__ if (value := getattr(row, name))}
            known[row.key] = msgspec.structs.replace(earlier, **{**stated, "ar": _union(earlier.ar, row.ar)})


def _places(folders: list[Path]) -> dict[str, PlaceEntry]:
    by_label: dict[str, PlaceEntry] = {}
    for path in folders:
        for file in ("places.tsv", "places_by_hand.tsv"):
            for row in rows(PlaceEntry, path, file):
                label = row.label
                earlier = by_label.get(label)
                by_label[label] = row if earlier is None else _joined(earlier, row)
    return {place.id: place for place in by_label.values()}


def _joined(earlier: PlaceEntry, later: PlaceEntry) -> PlaceEntry:
    return msgspec.structs.replace(
        later,
        ar=_union(earlier.ar, later.ar),
        also=_union(earlier.also, later.also),
        ambiguous=_union(earlier.ambiguous, later.ambiguous),
    )


def _union(earlier: tuple[str, ...], later: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*earlier, *later)))
