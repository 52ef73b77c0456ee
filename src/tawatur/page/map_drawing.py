"""A map of claims by place as SVG: countries' outlines, places as precisely as a text names them, and no more.

A whole country is shaded, and so is a province whose outline is known; a region is a ring as wide as the radius within
which its coordinates hold, as far as its country reaches; a town is a dot. Presentation attributes and classes alone;
the page's sheet styles them.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from tawatur.page.outlines import Outline, Ring, outlines, provinces
from tawatur.page.text import clean

WIDTH, HEIGHT = 960, 620
_MARGIN = 36
#: The least that a map shows, in degrees, and the kilometres of a degree.
_LEAST, _DEGREE = 6.0, 111.2
_SHARE, _LARGEST = 0.9, 25.0
_LABELS, _LETTER, _LINE = 16, 7.2, 18
_SHIFTS = (0, -_LINE, _LINE, -2 * _LINE, 2 * _LINE)
#: A ring that is wider is a region: no dot stands in its middle.
_WIDE = 40


class Placed(NamedTuple):
    """A place with its claims: `country` is its code, `radius` in km, None for a whole country.

    `province` is the id by which `outlines.provinces` know it, empty where they don't.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    radius: float | None
    claims: int
    told: str
    address: str
    province: str = ""

    @property
    def outline(self) -> Outline | None:
        """The outline that it fills; None where it is no area, or its outline isn't known."""
        if self.radius is None:
            return outlines().get(self.country)
        held = provinces().get(self.country) if self.province else None
        return held.outlines.get(self.province) if held is not None else None


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
    ordered = sorted(places, key=lambda place: -place.claims)
    filled = [place for place in ordered if place.radius is not None and place.outline is not None]
    points = [place for place in ordered if place.radius is not None and place.outline is None]
    parts += [_linked(drawn, place) for place in filled if (drawn := _filled(place, view, most))]
    parts += _borders(view)
    parts += _clips({place.country for place in points if _is_region(place, view)}, view)
    parts += [_linked(_mark(place, view, most), place) for place in points]
    parts += _labels([*points, *filled, *sorted(whole.values(), key=lambda place: -place.claims)], view, most)
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
    outline = place.outline
    around = (place.longitude - 2, place.latitude - 1.5, place.longitude + 2, place.latitude + 1.5)
    if outline is None:
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


def _filled(place: Placed, view: _View, most: int) -> str:
    """Return a province, shaded by its claims; nothing where it lies outside the drawing."""
    path = _path(place.outline, view) if place.outline is not None else None
    if path is None:
        return ""
    shade = f"province held held-{_step(place.claims, most)}"
    return f'<path class="{shade}" d="{path}"><title>{_text(place.name)}: {_text(place.told)}</title></path>'


def _borders(view: _View) -> list[str]:
    """Return the lines between the provinces of each country in the drawing."""
    found = []
    for code, held in provinces().items():
        if (path := _path(outlines()[code], view)) is not None:
            lines = [[view.at(*place) for place in line] for line in held.between]
            drawn = "".join(
                "M" + "L".join(dict.fromkeys(f"{x:.0f} {y:.0f}" for x, y in line))
                for line in lines
                if any(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in line)
            )
            found += [f'<path class="between" d="{drawn}"/>', f'<path class="border" d="{path}"/>'] if drawn else []
    return found


def _clips(countries: set[str], view: _View) -> list[str]:
    """Return the outlines beyond which no region of a country is drawn."""
    return [
        f'<clipPath id="in-{code}"><path d="{path}"/></clipPath>'
        for code in sorted(countries & outlines().keys())
        if (path := _path(outlines()[code], view)) is not None
    ]


def _reach(place: Placed, view: _View) -> float:
    return (place.radius or 0) / _DEGREE * view.scale


def _is_region(place: Placed, view: _View) -> bool:
    """Tell whether a place is so wide that a dot in its middle would say more than is known."""
    return place.outline is None and _reach(place, view) > _WIDE


def _mark(place: Placed, view: _View, most: int) -> str:
    x, y = view.at(place.longitude, place.latitude)
    size, reach = _size(place, most), _reach(place, view)
    title = f"<title>{_text(place.name)}: {_text(place.told)}</title>"
    if _is_region(place, view):
        within = f' clip-path="url(#in-{place.country})"' if place.country in outlines() else ""
        return f'<g{within}>{title}<circle class="reach" cx="{x:.0f}" cy="{y:.0f}" r="{reach:.0f}"/></g>'
    ring = f'<circle class="reach" cx="{x:.0f}" cy="{y:.0f}" r="{reach:.0f}"/>' if reach > size else ""
    return f'<g>{title}{ring}<circle class="place" cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}"/></g>'


def _labels(places: Sequence[Placed], view: _View, most: int) -> list[str]:
    """Name the places with the most claims, as many as find room beside one another."""
    found: list[str] = []
    taken: list[tuple[float, float, float, float]] = []
    for place in places:
        if place.outline is None and not _is_region(place, view):
            x, y = view.at(place.longitude, place.latitude)
            size = _size(place, most)
            taken.append((x - size, y - size, x + size, y + size))
    for place in places:
        if len(found) == _LABELS:
            break
        name = clean(place.name)[:28]
        x, y = view.at(*_middle(place))
        wide = len(name) * _LETTER
        middle = place.outline is not None or _is_region(place, view)
        left = x - wide / 2 if middle else x + _size(place, most) + 4
        # an area's name may stand a line higher or lower, a town's not: it would seem another's
        boxes = [(left, y - _LINE / 2 + off, left + wide, y + _LINE / 2 + off) for off in (_SHIFTS if middle else (0,))]
        free = [box for box in boxes if _inside(box) and not any(_meet(box, other) for other in taken)]
        if not free:
            continue
        box = free[0]
        y = (box[1] + box[3]) / 2
        taken.append(box)
        anchor = "middle" if middle else "start"
        kind = "state" if place.radius is None else "area" if middle else "town"
        at = x if middle else left
        # written from left to right whatever its letters are: the isolate keeps an Arabic name in its own order
        found.append(
            f'<text class="{kind}" direction="ltr" x="{at:.0f}" y="{y + 4:.0f}"'
            f' text-anchor="{anchor}">\u2068{_text(name)}\u2069</text>'
        )
    return found


def _middle(place: Placed) -> tuple[float, float]:
    """Return where a place's name stands: at its coordinates; an area's in the middle of its largest part."""
    outline = place.outline
    if outline is None:
        return place.longitude, place.latitude
    ring = outline.rings[0]
    area = east = north = 0.0
    for (left, low), (right, high) in itertools.pairwise((*ring, ring[0])):
        cross = left * high - right * low
        area, east, north = area + cross, east + (left + right) * cross, north + (low + high) * cross
    return (east / (3 * area), north / (3 * area)) if area else ring[0]


def _inside(box: tuple[float, float, float, float]) -> bool:
    return box[0] >= 2 and box[2] <= WIDTH - 2 and box[1] >= 2 and box[3] <= HEIGHT - 2


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
