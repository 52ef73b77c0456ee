"""A map of claims by place as SVG: countries' outlines, places as precisely as a text names them, and no more.

A whole country is shaded; a province or a region is a ring as wide as the radius within which its coordinates hold; a
town is a dot. Presentation attributes and classes alone; the page's sheet styles them.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from tawatur.page.outlines import Outline, Ring, outlines
from tawatur.page.text import clean

WIDTH, HEIGHT = 960, 620
_MARGIN = 36
#: The least that a map shows, in degrees, and the kilometres of a degree.
_LEAST, _DEGREE = 6.0, 111.2
_SHARE, _LARGEST = 0.9, 25.0
_LABELS, _LETTER, _LINE = 16, 7.2, 18


class Placed(NamedTuple):
    """A place with its claims: `country` is its code, `radius` in km, None for a whole country."""

    name: str
    country: str
    latitude: float
    longitude: float
    radius: float | None
    claims: int
    told: str
    address: str


class _View(NamedTuple):
    west: float
    north: float
    scale: float
    squeeze: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place lies on the drawing."""
        return (longitude - self.west) * self.scale * self.squeeze, (self.north - latitude) * self.scale


def draw(places: Sequence[Placed], title: str) -> str:
    """Return a map of places as an SVG element; of none, the map of the region that most reports tell of."""
    view = _view(places)
    whole = {place.country: place for place in places if place.radius is None}
    most = max((place.claims for place in places), default=1)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="map" role="group" aria-label="{escape(clean(title))}"'
    size = f' viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
    parts = [head + size, f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>']
    for code, outline in outlines().items():
        if (path := _path(outline, view)) is not None:
            held = whole.get(code)
            shade = "" if held is None else f" held held-{_step(held.claims, most)}"
            drawn = f'<path class="land{shade}" d="{path}">'
            told = "" if held is None else f"<title>{_text(held.name)}: {_text(held.told)}</title>"
            parts.append(_linked(f"{drawn}{told}</path>", held) if held is not None else f"{drawn}</path>")
    points = sorted((place for place in places if place.radius is not None), key=lambda place: -place.claims)
    parts += [_linked(_mark(place, view, most), place) for place in points]
    parts += _labels([*points, *sorted(whole.values(), key=lambda place: -place.claims)], view, most)
    parts.append("</svg>")
    return "".join(parts)


def _view(places: Sequence[Placed]) -> _View:
    """Return the part of the world that holds most claims with a margin, in the proportions of the drawing.

    What lies far off and has few claims doesn't make the rest small; a large country may lie there in part.
    """
    known = outlines()
    boxes = [_box(place) for place in _nearest(places)] or [known[code].box for code in ("SY", "IQ")]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    middle = (south + north) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    wide, tall = max((east - west) * squeeze, _LEAST * squeeze), max(north - south, _LEAST * 0.7)
    scale = min((WIDTH - 2 * _MARGIN) / wide, (HEIGHT - 2 * _MARGIN) / tall)
    center = (west + east) / 2
    return _View(center - WIDTH / 2 / scale / squeeze, middle + HEIGHT / 2 / scale, scale, squeeze)


def _nearest(places: Sequence[Placed]) -> list[Placed]:
    """Return the places nearest to where half of the claims are, as many as hold nine tenths of all claims."""
    if not places:
        return []
    middle = _median([(place.longitude, place.claims) for place in places])
    height = _median([(place.latitude, place.claims) for place in places])
    near = sorted(places, key=lambda place: (place.longitude - middle) ** 2 + (place.latitude - height) ** 2)
    wanted = _SHARE * sum(place.claims for place in places)
    found: list[Placed] = []
    for place in near:
        if sum(one.claims for one in found) >= wanted:
            break
        found.append(place)
    return found


def _median(weighted: list[tuple[float, int]]) -> float:
    half, held = sum(weight for _, weight in weighted) / 2, 0
    for value, weight in sorted(weighted):
        held += weight
        if held >= half:
            return value
    return 0.0


def _box(place: Placed) -> tuple[float, float, float, float]:
    """Return what of a place must be seen: a whole country if it is none of the largest, else around its middle."""
    outline = outlines().get(place.country)
    around = (place.longitude - 2, place.latitude - 1.5, place.longitude + 2, place.latitude + 1.5)
    if place.radius is not None or outline is None:
        return around
    west, south, east, north = outline.box
    return outline.box if east - west <= _LARGEST and north - south <= _LARGEST else around


def _path(outline: Outline, view: _View) -> str | None:
    """Return a country's outline; None where it lies outside the drawing."""
    west, south, east, north = outline.box
    (left, top), (right, bottom) = view.at(west, north), view.at(east, south)
    if right < 0 or left > WIDTH or bottom < 0 or top > HEIGHT:
        return None
    rings = []
    for ring in outline.rings:
        for line in _unbroken(ring):
            steps = list(dict.fromkeys(f"{x:.0f} {y:.0f}" for x, y in (view.at(*place) for place in line)))
            if len(steps) > 2:
                rings.append("M" + "L".join(steps) + "Z")
    return "".join(rings) or None


def _unbroken(ring: Ring) -> list[list[tuple[float, float]]]:
    """Return a ring in pieces that don't leap from one edge of the world to the other."""
    found: list[list[tuple[float, float]]] = [[]]
    for place in ring:
        if found[-1] and abs(found[-1][-1][0] - place[0]) > 180:
            found.append([])
        found[-1].append(place)
    return found


def _mark(place: Placed, view: _View, most: int) -> str:
    x, y = view.at(place.longitude, place.latitude)
    size = _size(place, most)
    title = f"<title>{_text(place.name)}: {_text(place.told)}</title>"
    ring = ""
    reach = (place.radius or 0) / _DEGREE * view.scale
    if reach > size:
        ring = f'<circle class="reach" cx="{x:.0f}" cy="{y:.0f}" r="{reach:.0f}"/>'
    return f'<g>{title}{ring}<circle class="place" cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}"/></g>'


def _labels(places: Sequence[Placed], view: _View, most: int) -> list[str]:
    """Name the places with the most claims, as many as find room beside one another."""
    found: list[str] = []
    taken: list[tuple[float, float, float, float]] = []
    for place in places:
        if place.radius is not None:
            x, y = view.at(place.longitude, place.latitude)
            size = _size(place, most)
            taken.append((x - size, y - size, x + size, y + size))
    for place in places:
        if len(found) == _LABELS:
            break
        name = clean(place.name)[:28]
        x, y = view.at(*_middle(place))
        wide = len(name) * _LETTER
        middle = place.radius is None
        left = x - wide / 2 if middle else x + _size(place, most) + 4
        box = (left, y - _LINE / 2, left + wide, y + _LINE / 2)
        if box[0] < 2 or box[2] > WIDTH - 2 or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        anchor = "middle" if middle else "start"
        at = x if middle else left
        # written from left to right whatever its letters are: the isolate keeps an Arabic name in its own order
        found.append(
            f'<text class="{"state" if middle else "town"}" direction="ltr" x="{at:.0f}" y="{y + 4:.0f}"'
            f' text-anchor="{anchor}">\u2068{_text(name)}\u2069</text>'
        )
    return found


def _middle(place: Placed) -> tuple[float, float]:
    """Return where a place's name stands: at its coordinates; a country's in the middle of its largest part."""
    outline = outlines().get(place.country)
    if place.radius is not None or outline is None:
        return place.longitude, place.latitude
    ring = outline.rings[0]
    area = east = north = 0.0
    for (left, low), (right, high) in itertools.pairwise((*ring, ring[0])):
        cross = left * high - right * low
        area, east, north = area + cross, east + (left + right) * cross, north + (low + high) * cross
    return (east / (3 * area), north / (3 * area)) if area else ring[0]


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _size(place: Placed, most: int) -> float:
    return 3.5 + 9 * math.sqrt(place.claims / most)


def _step(count: int, most: int) -> int:
    """Return how darkly a country is shaded, 1 to 4."""
    return 1 + min(3, math.floor(4 * math.sqrt(count / most) - 1e-9)) if most else 1


def _linked(drawn: str, place: Placed) -> str:
    return f'<a href="{escape(place.address, quote=True)}" tabindex="-1">{drawn}</a>' if place.address else drawn


def _text(text: str) -> str:
    return escape(clean(text), quote=False)
