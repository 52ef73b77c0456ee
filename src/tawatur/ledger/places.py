"""The places that claims name, with how many name them."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, Select, func, select

from tawatur.ledger.tables import places


class PlaceCount(msgspec.Struct, frozen=True, kw_only=True):
    """A place as claims name it, how many claims do, and the pack's place where there is one (degrees, WGS 84)."""

    name: str
    country: str
    id: str | None
    latitude: float | None
    longitude: float | None
    claims: int


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The places of the claims that answer a question, those of most claims first.

    `total` claims were looked at; where not `complete`, there are more, and the counts are those of the first read.
    """

    total: int
    complete: bool
    places: tuple[PlaceCount, ...]


def place_counts(connection: Connection, numbers: Select[int], most: int) -> tuple[PlaceCount, ...]:
    """Return the places of the claims of some numbers, `most` at most."""
    columns = (places.c.name, places.c.country, places.c.place, places.c.latitude, places.c.longitude)
    counted = func.count(places.c.claim.distinct())
    selection = (
        select(*columns, counted)
        .where(places.c.claim.in_(numbers.correlate(None)))
        .group_by(*columns)
        .order_by(counted.desc(), places.c.name, places.c.place)
        .limit(most)
    )
    return tuple(
        PlaceCount(name=row[0], country=row[1], id=row[2], latitude=row[3], longitude=row[4], claims=row[5])
        for row in connection.execute(selection)
    )
