"""Paragraphs: lines put together by where they stand.

A line ends a paragraph where the next line's first word would still have had room on it, or where the next line stands
further off, in another size, or in another column that does not go on with it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.intake.print.lines import Line
from tawatur.intake.print.order import logical, oriented

#: Shares of the size of type, or of the usual distance of lines: two lines of one size; a line that stands further off.
_SAME_SIZE = 0.1
_FURTHER = 1.25
#: How far a column's edge may lie beyond a line's end for the line to be full, in sizes of type.
_SLACK = 0.6
#: How far two lines of a column stand apart at most, in sizes of type.
_COLUMN = 4.0
#: After these a line may end in the midst of a word: `يناير/` and `كانون`.
_JOINING = re.compile(r"\w[/-]$")
_CLOSING = ".!?؟:。"


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the paragraphs of the pages' lines in logical order, one that goes on in the next column or page as one."""
    pending: list[Line] = []
    room = 0.0
    for page in _without_overhang(pages):
        pitches = _pitches(page)
        for at, line in enumerate(page):
            if pending and not _goes_on(pending[-1], line, room, pitches, over=at == 0):
                yield _text(pending)
                pending = []
            pending.append(line)
            room = _room(page, at)
    if pending:
        yield _text(pending)


def _without_overhang(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Yield the pages without what stands out of the next one's first line: a browser paints some letters on both."""
    for at, page in enumerate(pages):
        following = pages[at + 1][:1] if at + 1 < len(pages) else []
        yield [line for line in page if not any(_stands_out(line, first) for first in following)]


def _stands_out(line: Line, first: Line) -> bool:
    """Tell whether a line is but some of the glyphs of another, in their places."""
    there = {(glyph.text, round(glyph.left)) for glyph in first.glyphs}
    return len(line.glyphs) < len(there) and all((glyph.text, round(glyph.left)) in there for glyph in line.glyphs)


def _text(found: Sequence[Line]) -> str:
    text = ""
    backwards = any(line.backwards for line in found)
    for at, line in enumerate(found):
        text += logical(line.printed(), opening=not at, backwards=backwards)
        if not _JOINING.search(text):
            text += " "
    return oriented(text.rstrip())


def _pitches(page: Sequence[Line]) -> dict[int, float]:
    """Return the least distance of a size's lines that is met more than once, else the least."""
    met: dict[int, Counter[float]] = {}
    for before, line in itertools.pairwise(page):
        distance = before.baseline - line.baseline
        if distance > 0 and round(before.size) == round(line.size):
            met.setdefault(round(line.size), Counter())[round(distance, 1)] += 1
    return {size: min(distances) for size, distances in met.items()}


def _goes_on(before: Line, line: Line, room: float, pitches: dict[int, float], *, over: bool) -> bool:
    """Tell whether a line goes on with the paragraph of the one before, which left `room` at its end.

    `over`: it is the first of its page.
    """
    if before.row or line.row:
        return False
    if abs(before.size - line.size) > _SAME_SIZE * line.size or room >= line.first_word() + _SLACK * line.size:
        return False
    distance = before.baseline - line.baseline
    beside = line.right <= before.left or before.right <= line.left
    if over or (distance <= 0 and beside):
        return logical(before.printed()).rstrip()[-1:] not in _CLOSING
    return distance > 0 and not beside and distance <= _FURTHER * pitches.get(round(line.size), distance)


def _room(page: Sequence[Line], at: int) -> float:
    """Return how much room a line leaves at its end, as far as its column reaches."""
    line = page[at]
    column = _column(page, at)
    if line.backwards:
        return line.left - min(other.left for other in column)
    return max(other.right for other in column) - line.right


def _column(page: Sequence[Line], at: int) -> list[Line]:
    """Return the lines around one that stand under each other as its column's do."""
    first = last = at
    while first and _under(page[first - 1], page[first]):
        first -= 1
    while last + 1 < len(page) and _under(page[last], page[last + 1]):
        last += 1
    return list(page[first : last + 1])


def _under(before: Line, line: Line) -> bool:
    distance = before.baseline - line.baseline
    alike = abs(before.size - line.size) <= _SAME_SIZE * line.size
    return alike and 0 < distance < _COLUMN * line.size and before.left < line.right and line.left < before.right
