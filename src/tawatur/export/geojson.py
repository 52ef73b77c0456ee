"""GeoJSON (RFC 7946): a feature for each claim, at the points of its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from tawatur.export.account import Account
from tawatur.export.items import Item
from tawatur.export.naming import Naming
from tawatur.export.streams import json_array


def write(items: Iterable[Item], _naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a feature collection; a claim whose places no pack knows, or that has none, has no geometry."""
    return json_array({"type": "FeatureCollection"}, "features", (_feature(item) for item in items), account)


def _feature(item: Item) -> dict[str, Any]:
    claim = item.claim
    points = [
        [place.longitude, place.latitude]
        for place in claim.places
        if place.latitude is not None and place.longitude is not None
    ]
    geometry: dict[str, Any] | None = None
    if points:
        geometry = {"type": "Point", "coordinates": points[0]}
        if len(points) > 1:
            geometry = {"type": "MultiPoint", "coordinates": points}
    fields = msgspec.to_builtins(claim)
    properties = {name: value for name, value in fields.items() if name not in ("spans", "places")}
    report = {"publisher": item.publisher, "date": item.date, "title": item.title, "url": item.url}
    return {"type": "Feature", "id": claim.id, "geometry": geometry, "properties": {**properties, "report": report}}
