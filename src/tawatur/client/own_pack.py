"""The ledger's own pack, written out as a folder that is loaded beside the other packs.

The folder's name is a hash of what is in it: it is written once for what it holds, reading processes find it by its
path, and the findings' signature tells one from another.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec

from tawatur.ledger import Ledger
from tawatur.ledger.review.own_pack import OwnPack, OwnPlace
from tawatur.model import InputError, digest, to_json
from tawatur.packs import OWN, PlaceEntry

_TITLE = "Added by reviewers of this ledger"


def with_own_pack(packs: tuple[str, ...], ledger: Ledger) -> tuple[str, ...]:
    """Return the packs to load for a ledger: those given, and after them what its reviewers have added."""
    own = ledger.reviews.own_pack()
    return (*packs, str(_folder(own))) if own else packs


def packs_of(path: str, packs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the packs to load for the ledger at a path or URL; those given, where no ledger can be read there."""
    try:
        with Ledger.open(path, read_only=True) as ledger:
            return with_own_pack(packs, ledger)
    except InputError:  # whoever goes on to open it is told
        return packs


def _folder(pack: OwnPack) -> Path:
    """Return the folder of a pack, written where it is not there yet."""
    name = f"{OWN}{digest(to_json(pack), length=24)}"
    folder = _cache() / name
    if (folder / "pack.toml").is_file():
        return folder
    made = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=folder.parent))
    (made / "actors.toml").write_text(_actors(pack), encoding="utf-8")
    (made / "places_by_hand.tsv").write_text(_places(pack), encoding="utf-8")
    (made / "pack.toml").write_text(
        f'title = "{_TITLE}"\ndescription = "{_TITLE}"\nlicence = "the ledger\'s own"\n', encoding="utf-8"
    )
    try:
        made.rename(folder)
    except OSError:  # another process was quicker
        for file in made.iterdir():
            file.unlink()
        made.rmdir()
    return folder


def _cache() -> Path:
    """Return the user's own folder for what can be made again; one that ends with the machine's run, where none can be.

    No other user may write there: what stands in a pack is believed.
    """
    wanted = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawatur" / "packs"
    try:
        wanted.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="tawatur-packs-"))
    return wanted if os.access(wanted, os.W_OK) else Path(tempfile.mkdtemp(prefix="tawatur-packs-"))


def _actors(pack: OwnPack) -> str:
    tables: list[str] = []
    for actor in pack.actors:
        fields = {name: value for name, value in msgspec.to_builtins(actor).items() if name != "key" and value}
        # a JSON string or list of strings is one of TOML as well
        tables.append("\n".join((f"[{actor.key}]", *(f"{name} = {to_json(value)}" for name, value in fields.items()))))
    return "\n\n".join(tables) + "\n"


def _places(pack: OwnPack) -> str:
    lines = [PlaceEntry.__struct_fields__, *(_cells(place) for place in pack.places)]
    return "".join("\t".join(cells) + "\n" for cells in lines)


def _cells(place: OwnPlace) -> list[str]:
    fields = {**msgspec.to_builtins(place), "ar": "|".join(place.ar)}
    if place.latitude is not None:
        fields["precision"] = "5km"
    return [str(fields[name]) if fields.get(name) is not None else "" for name in PlaceEntry.__struct_fields__]
