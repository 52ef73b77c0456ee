"""The ledger's own pack: actors and places that no pack knew, added by reviewers as they met them.

Each is a decision as any other, so it is told who added it and why, and it can be undone. What stands here is a pack's
row; `tawatur.client` makes a pack of them, which is used beside the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from tawatur.ledger.review.correction import MOST_VALUES, check_line
from tawatur.model import Decision, InputError, Judgement, digest, to_json

_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
_COUNTRY = re.compile("[A-Z]{2}")


class OwnActor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An actor, population, outlet or source: a row of a pack's `actors.toml`. A key that a pack has gets the names."""

    key: str
    kind: Literal["actor", "outlet", "source", "population"] = "actor"
    en: str
    ar: tuple[str, ...]
    source: str
    parent: str | None = None
    country: str | None = None


class OwnPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place: a row of a pack's `places_by_hand.tsv`; degrees, WGS 84, no finer than a hundredth."""

    id: str
    name: str
    ar: tuple[str, ...]
    kind: Literal["region", "admin1", "admin2", "city", "town", "village", "camp", "site", "feature"]
    country: str
    source: str
    parent: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class OwnPack(msgspec.Struct, frozen=True):
    """What reviewers have added, in the order in which they did."""

    actors: tuple[OwnActor, ...] = ()
    places: tuple[OwnPlace, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.actors or self.places)


def checked(judgement: Judgement) -> Judgement:
    """Return the judgement that adds an actor or place, its row whole. Raises InputError where it can't be one.

    `target` is an actor's key, and of a place its label as the codebook writes it (`Midyat, TR`), which with the
    changes gives name and country. Without a `source`, the row's is the reviewer.
    """
    row = {"source": f"reviewer {judgement.reviewer}", **judgement.changes}
    check_line(f"the {judgement.subject}", judgement.target)
    if judgement.subject == "actor":
        row["key"] = judgement.target
        if not _KEY.fullmatch(judgement.target):
            raise InputError("no key of an actor", source=judgement.target[:60], remedy="small letters, digits and _")
    else:
        name, _, country = (part.strip() for part in judgement.target.rpartition(","))
        row |= {"id": f"own-{digest(judgement.target, length=10)}", "name": name, "country": country}
    _check_lines(row)
    made: OwnActor | OwnPlace
    try:
        made = msgspec.convert(row, OwnActor) if judgement.subject == "actor" else msgspec.convert(row, OwnPlace)
    except msgspec.ValidationError as error:
        raise InputError(f"no {judgement.subject}: {error}", remedy="see docs/review.md for its fields") from error
    if not made.ar:
        raise InputError(f"a {judgement.subject} without an Arabic name", remedy="give one at least")
    if made.country is not None and not _COUNTRY.fullmatch(made.country):
        raise InputError("no country's code", source=made.country, remedy="ISO 3166, two capital letters")
    if isinstance(made, OwnPlace):
        made = _placed(made)
    return msgspec.structs.replace(judgement, changes=msgspec.json.decode(to_json(made)))


def own_pack(decisions: Iterable[Decision]) -> OwnPack:
    """Return the pack that decisions in force on actors and places make; of two on one thing the later holds."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for decision in decisions:
        rows.pop((decision.subject, decision.target), None)
        rows[decision.subject, decision.target] = decision.changes
    return OwnPack(
        tuple(msgspec.convert(row, OwnActor) for (subject, _), row in rows.items() if subject == "actor"),
        tuple(msgspec.convert(row, OwnPlace) for (subject, _), row in rows.items() if subject == "place"),
    )


def _check_lines(row: dict[str, Any]) -> None:
    for field, value in row.items():
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str):
                check_line(f"the field {field[:40]!r}", one)
                if "|" in one:
                    raise InputError(f"a bar in the field {field[:40]!r}", remedy="give names as a list")
        if isinstance(value, list) and len(value) > MOST_VALUES:
            raise InputError(f"{len(value):,} values in the field {field[:40]!r}", remedy=f"{MOST_VALUES} at most")


def _placed(place: OwnPlace) -> OwnPlace:
    """Return a place with coordinates no finer than packs have them."""
    if (place.latitude is None) != (place.longitude is None):
        raise InputError("latitude and longitude go together", remedy="give both or none")
    if place.latitude is None or place.longitude is None:
        return place
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        raise InputError("no place on the earth", remedy="degrees, latitude first")
    return msgspec.structs.replace(place, latitude=round(place.latitude, 2), longitude=round(place.longitude, 2))
