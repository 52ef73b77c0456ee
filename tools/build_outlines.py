"""Make `src/tawatur/page/data/outlines.json` anew: the countries' outlines for maps, from Natural Earth 1:50m.

usage: npm pack world-atlas@2 && tar xzf world-atlas-2*.tgz && python tools/build_outlines.py package/countries-50m.json

Natural Earth is in the public domain; world-atlas packs it as TopoJSON. Lines are simplified one by one, so that
neighbours keep their common border, and islands too small to be seen are left out. ISO 3166's numbers become letters by
Unicode CLDR (babel).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel.core import get_global

OUTPUT = Path(__file__).resolve().parent.parent / "src" / "tawatur" / "page" / "data" / "outlines.json"
#: Degrees by which a simplified line may be off, the step to which places are rounded, and the least island's extent.
TOLERANCE, STEP, LEAST = 0.06, 0.02, 0.25

Point = tuple[float, float]


def main() -> None:
    """Read the atlas and write the outlines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("atlas", type=Path)
    atlas = json.loads(parser.parse_args().atlas.read_text(encoding="utf-8"))
    lines = [_line(arc, atlas["transform"]) for arc in atlas["arcs"]]
    countries = {
        code: rings
        for geometry in atlas["objects"]["countries"]["geometries"]
        if (code := _code(geometry)) and (rings := _rings(geometry, lines))
    }
    used = sorted({_arc(at) for rings in countries.values() for ring in rings for at in ring})
    place = {arc: at for at, arc in enumerate(used)}
    outlines = {
        "source": "Natural Earth 1:50m, public domain, by way of world-atlas 2 (ISC)",
        "step": STEP,
        "arcs": [steps(_simplified(lines[arc])) for arc in used],
        "countries": {
            code: [[place[at] if at >= 0 else ~place[~at] for at in ring] for ring in rings]
            for code, rings in sorted(countries.items())
        },
    }
    OUTPUT.write_text(json.dumps(outlines, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUTPUT}: {len(countries)} countries, {len(used)} lines, {OUTPUT.stat().st_size:,} bytes")


def _line(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    (wide, high), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for east, north in arc:
        x, y = x + east, y + north
        found.append((x * wide + left, y * high + bottom))
    return found


def _code(geometry: dict[str, Any]) -> str | None:
    """Return a country's two letters; None where ISO 3166 has none for it."""
    letters = get_global("territory_aliases").get(str(geometry.get("id", "")).zfill(3))
    return letters[0] if letters else {"Kosovo": "XK"}.get(geometry["properties"]["name"])


def _rings(geometry: dict[str, Any], lines: list[list[Point]]) -> list[list[int]]:
    """Return the rings of a country that are large enough to be seen, its largest one always; holes are left out."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    outer = sorted((polygon[0] for polygon in polygons), key=lambda ring: -_extent(ring, lines))
    return [ring for at, ring in enumerate(outer) if at == 0 or _extent(ring, lines) >= LEAST]


def _extent(ring: list[int], lines: list[list[Point]]) -> float:
    points = [point for at in ring for point in lines[_arc(at)]]
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    return max(wide, max(y for _, y in points) - min(y for _, y in points))


def _arc(at: int) -> int:
    return at if at >= 0 else ~at


def _simplified(line: list[Point]) -> list[Point]:
    """Leave out what lies within the tolerance (Douglas and Peucker, 1973)."""
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(((_off(line[i], line[first], line[last]), i) for i in range(first + 1, last)), default=(0.0, 0))
        if far > TOLERANCE:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    (x, y), (left, low), (right, high) = point, start, end
    wide, tall = right - left, high - low
    length = wide * wide + tall * tall
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - left) * wide + (y - low) * tall) / length))
    return float(((x - left - along * wide) ** 2 + (y - low - along * tall) ** 2) ** 0.5)


def steps(line: Iterable[Point]) -> list[int]:
    """Return a line as whole steps: its first place, then each from the one before."""
    found: list[int] = []
    east = north = 0
    for at, (x, y) in enumerate(line):
        here = round(x / STEP), round(y / STEP)
        if at == 0 or here != (east, north):
            found += [here[0] - east, here[1] - north]
        east, north = here
    return found


if __name__ == "__main__":
    main()
