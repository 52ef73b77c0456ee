"""The outlines of countries and provinces, from Natural Earth.

`tools/build_outlines.py` and `tools/build_provinces.py` make the files.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

Ring = tuple[tuple[float, float], ...]


class _File(msgspec.Struct, frozen=True):
    source: str
    step: float
    arcs: tuple[tuple[int, ...], ...]
    countries: dict[str, tuple[tuple[int, ...], ...]]


class _Country(msgspec.Struct, frozen=True):
    provinces: dict[str, tuple[tuple[int, ...], ...]]
    between: tuple[tuple[int, ...], ...]


class _Provinces(msgspec.Struct, frozen=True):
    source: str
    step: float
    countries: dict[str, _Country]


class Outline(NamedTuple):
    """The rings of a country or province (longitude, latitude in degrees), and their box: west, south, east, north."""

    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]


@lru_cache(maxsize=1)
def outlines() -> dict[str, Outline]:
    """Return all countries by their ISO 3166 codes."""
    read = msgspec.json.decode(files("tawatur.page").joinpath("data/outlines.json").read_bytes(), type=_File)
    lines = [_places(arc, read.step) for arc in read.arcs]
    return {code: _outline(rings, lines) for code, rings in read.countries.items()}


class Provinces(NamedTuple):
    """A country's provinces by the packs' ids, those that no pack knows by codes of the atlas; the lines between."""

    outlines: dict[str, Outline]
    between: tuple[Ring, ...]


@lru_cache(maxsize=1)
def provinces() -> dict[str, Provinces]:
    """Return the provinces of the countries that the packs tell of, by ISO 3166 codes."""
    read = msgspec.json.decode(files("tawatur.page").joinpath("data/provinces.json").read_bytes(), type=_Provinces)
    return {
        code: Provinces(
            {key: _boxed(tuple(_places(ring, read.step) for ring in rings)) for key, rings in held.provinces.items()},
            tuple(_places(line, read.step) for line in held.between),
        )
        for code, held in read.countries.items()
    }


def _outline(rings: tuple[tuple[int, ...], ...], lines: list[Ring]) -> Outline:
    found = tuple(
        tuple(place for at in ring for place in (lines[at] if at >= 0 else lines[~at][::-1])) for ring in rings
    )
    return _boxed(found)


def _boxed(rings: tuple[Ring, ...]) -> Outline:
    every = [place for ring in rings for place in ring]
    east, north = [place[0] for place in every], [place[1] for place in every]
    return Outline(rings, (min(east), min(north), max(east), max(north)))


def _places(arc: tuple[int, ...], step: float) -> Ring:
    east = north = 0
    found: list[tuple[float, float]] = []
    for right, up in zip(arc[::2], arc[1::2], strict=True):
        east, north = east + right, north + up
        found.append((east * step, north * step))
    return tuple(found)
