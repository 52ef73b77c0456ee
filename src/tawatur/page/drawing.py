"""A stemma drawn as SVG: the statement on top, lost exemplars by their letters, witnesses by theirs.

Only presentation attributes and classes: a page brings the classes' style along, a file of its own carries it. Names
run from right to left where they should, because each is put between isolates (Unicode UAX 9).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from tawatur.model.statement import Descent, StatementTable
from tawatur.page.descent import evidence
from tawatur.page.labels import LANGUAGES, Language, Names, isolated, said

_STEP, _DROP, _RADIUS, _MARGIN = 58, 74, 17, 34
_LINE, _LETTER = 22, 7.6
_LONGEST = 96

STYLE = """
.stemma text{font:14px "Noto Sans Arabic","Noto Naskh Arabic","Geeza Pro",Tahoma,system-ui,sans-serif;fill:#1b1b1f}
.stemma .name{font-weight:600;text-anchor:middle;dominant-baseline:central}
.stemma .edge{stroke:#6b6f7a;stroke-width:1.5;fill:none}
.stemma .kin{stroke:#b3261e;stroke-width:2.2}
.stemma .open{stroke-dasharray:6 4}
.stemma .cross{stroke:#b3261e;stroke-width:1.5;stroke-dasharray:2 4;fill:none}
.stemma .node{fill:#fff;stroke:#3c3f48;stroke-width:1.6}
.stemma .lost{stroke-dasharray:3 3}
.stemma .root{fill:#3c3f48}
.stemma .root-name{fill:#fff}
.stemma .count{font-size:11px;fill:#4b4f5a}
@media (prefers-color-scheme:dark){
.stemma text{fill:#e6e6ea}
.stemma .edge{stroke:#9a9fab}
.stemma .kin,.stemma .cross{stroke:#ff8a80}
.stemma .node{fill:#1b1c20;stroke:#c3c6cf}
.stemma .root{fill:#c3c6cf}
.stemma .root-name{fill:#1b1b1f}
.stemma .count{fill:#b5b9c4}
}
"""
_BACKGROUND = ".stemma .ground{fill:#fff}@media (prefers-color-scheme:dark){.stemma .ground{fill:#121316}}"


class _Point(NamedTuple):
    x: float
    y: float


def draw(table: StatementTable, names: Names, *, language: Language = "en", alone: bool = False) -> str:
    """Return the stemma as an SVG element; `alone`, as a file of its own, with its style and a legend."""
    places = _places(table)
    width = max(place.x for place in places.values()) + _MARGIN
    height = max(place.y for place in places.values()) + _MARGIN
    legend = list(_legend(table, names)) if alone else []
    if legend:
        width = max(width, max(len(line) for line in legend) * _LETTER + 2 * _MARGIN)
    top = height
    height += _LINE * len(legend) + (_MARGIN if legend else 0)
    shift = (width - max(place.x for place in places.values()) - _MARGIN) / 2 if alone else 0
    identity = f"stemma-{escape(table.id, quote=True)}"
    title = f"{said('stemma', language)}: {isolated(names.actor(table.origin, language))}"
    described = "; ".join(told for _, told in evidence(table, language)) or said("no_kin", language)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="stemma" role="img"'
            f' width="{width:.0f}" height="{height:.0f}"'
            f' viewBox="0 0 {width:.0f} {height:.0f}" aria-labelledby="{identity}-title {identity}-desc">'
        ),
        f'<title id="{identity}-title">{_text(title)}</title>',
        f'<desc id="{identity}-desc">{_text(described)}</desc>',
    ]
    if alone:
        parts.append(f'<style>{STYLE}{_BACKGROUND}</style><rect class="ground" width="100%" height="100%"/>')
    parts.append(f'<g transform="translate({shift:.1f} 0)">')
    parts += _edges(table, places)
    parts += _nodes(table, places)
    parts.append("</g>")
    parts += [
        f'<text x="{_MARGIN}" y="{top + _LINE * (at + 1):.0f}">{_text(line)}</text>' for at, line in enumerate(legend)
    ]
    parts.append("</svg>")
    return "".join(parts)


def _places(table: StatementTable) -> dict[str, _Point]:
    """Return where each node stands: leaves side by side, the others above the middle of their children."""
    below: dict[str, list[str]] = {}
    for edge in table.stemma.edges:
        below.setdefault(edge.parent, []).append(edge.child)
    places: dict[str, _Point] = {}
    used = 0

    def place(name: str, depth: int) -> float:
        nonlocal used
        columns = [place(child, depth + 1) for child in below.get(name, ())]
        if columns:
            column = (columns[0] + columns[-1]) / 2
        else:
            column = float(used)
            used += 1
        places[name] = _Point(_MARGIN + column * _STEP, _MARGIN + depth * _DROP)
        return column

    place(table.stemma.nodes[0].name, 0)
    return places


def _edges(table: StatementTable, places: dict[str, _Point]) -> Iterator[str]:
    for edge in table.stemma.edges:
        start, end = places[edge.parent], places[edge.child]
        yield f'<path class="{_class(edge)}" d="M{start.x:.1f} {start.y:.1f}L{end.x:.1f} {end.y:.1f}"/>'
    for crossing in table.stemma.crossings:
        ends = [places[name] for name in crossing.witnesses]
        for one, other in itertools.pairwise(ends):
            low = max(one.y, other.y) + _DROP / 2
            middle = (one.x + other.x) / 2
            curve = f"M{one.x:.1f} {one.y:.1f}Q{middle:.1f} {low:.1f} {other.x:.1f} {other.y:.1f}"
            yield f'<path class="cross" d="{curve}"/>'


def _class(edge: Descent) -> str:
    return "edge" + (" kin" if edge.shared else "") + ("" if edge.decided else " open")


def _nodes(table: StatementTable, places: dict[str, _Point]) -> Iterator[str]:
    copies = {witness.siglum: len(witness.reports) - 1 for witness in table.witnesses}
    kinds = {"statement": "node root", "exemplar": "node lost", "witness": "node"}
    for node in table.stemma.nodes:
        x, y = places[node.name]
        inverse = " root-name" if node.kind == "statement" else ""
        yield f'<circle class="{kinds[node.kind]}" cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}"/>'
        yield f'<text class="name{inverse}" x="{x:.1f}" y="{y:.1f}">{_text(node.name)}</text>'
        if copies.get(node.name):
            yield f'<text class="count" x="{x + _RADIUS - 2:.1f}" y="{y - _RADIUS + 4:.1f}">+{copies[node.name]}</text>'


def _legend(table: StatementTable, names: Names) -> Iterator[str]:
    """Yield the lines below a drawing that stands alone: who is who, and what the edges rest on."""
    origins = " · ".join(dict.fromkeys(isolated(names.actor(table.origin, language)) for language in LANGUAGES))
    yield f"{table.stemma.nodes[0].name}  {origins}"
    for witness in table.witnesses:
        first, *copies = witness.reports
        told = [part for part in (first.publisher or first.doc, first.date) if part]
        more = f"  (= {len(copies)})" if copies else ""
        yield _cut(f"{witness.siglum}  " + "  ".join(isolated(part) for part in told) + more)
    yield from (_cut(sentence) for _, sentence in evidence(table, "en"))


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _text(text: str) -> str:
    """Return text for an element, controls that XML forbids left out."""
    return escape("".join(letter for letter in text if letter >= " "), quote=False)
