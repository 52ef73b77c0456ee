"""Lines: glyphs put together by where they stand, with a space where there is room for one."""

from __future__ import annotations

import bisect
import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.intake.print.glyphs import Glyph
from tawatur.intake.print.order import rightwards

#: Shares of the size of type: what two glyphs of a line may differ by in height; how wide a space is at least; how
#: wide where none was painted, between letters and beside other signs.
_SAME_LINE = 0.45
_SPACE = 0.15
_UNPAINTED = 0.5
_UNPAINTED_SIGN = 0.2
_BESIDE_SHIFTED = 0.05
#: How wide the room between two cells of a table is at least.
_CELL = 2.0
#: How near two glyphs stand that are one, painted twice.
_TWICE = 0.05
_REMEMBERED = 16
_ALEFS = frozenset("اأإآٱ")


class Line(msgspec.Struct):
    """A line: its glyphs from left to right, baseline, size of type and both ends in points."""

    glyphs: list[Glyph]
    baseline: float
    size: float
    left: float = 0.0
    right: float = 0.0

    @property
    def backwards(self) -> bool:
        """Whether it is read from right to left."""
        return not rightwards("".join(glyph.text for glyph in self.glyphs))

    @property
    def row(self) -> bool:
        """Whether it is a table's row: more room between two of its words than any justified line has."""
        gaps = (glyph.left - before.right for before, glyph in itertools.pairwise(self.glyphs))
        return max(gaps, default=0.0) > _CELL * self.size

    def printed(self) -> str:
        """Return its text as it is printed, from left to right, with a space where there is room for one."""
        pieces: list[str] = []
        before: Glyph | None = None
        for glyph in self.glyphs:
            if before is not None and self._apart(before, glyph):
                pieces.append(" ")
            pieces.append(glyph.text[::-1])  # one glyph's letters are in reading order, the line is not
            before = glyph if before is None or glyph.right >= before.right else before
        return "".join(pieces)

    def _apart(self, before: Glyph, glyph: Glyph) -> bool:
        """Tell whether there is a space between two glyphs, the first on the left."""
        gap = (glyph.left - before.right) / self.size
        # A mark's glyph, painted off the line, may carry its letter, whose own glyph then says nothing: no extent.
        if self._shifted(glyph):
            return gap > _BESIDE_SHIFTED
        if self._shifted(before):
            # A ligature of two letters is wide, and its mark is not.
            return before.word != glyph.word and gap > (_UNPAINTED if before.text[0] == "ل" else _UNPAINTED_SIGN)
        if before.word != glyph.word:
            return gap > _SPACE
        letters = before.text[0].isalnum() and glyph.text[0].isalnum()
        return gap > (_UNPAINTED if letters else _UNPAINTED_SIGN)

    def _shifted(self, glyph: Glyph) -> bool:
        return abs(glyph.baseline - self.baseline) > _TWICE * self.size

    def first_word(self) -> float:
        """Return the width of the word that it begins with."""
        ordered = list(reversed(self.glyphs)) if self.backwards else self.glyphs
        width = 0.0
        for before, glyph in itertools.pairwise(ordered):
            width += before.right - before.left
            if self._apart(*((glyph, before) if self.backwards else (before, glyph))):
                return width
        return width + ordered[-1].right - ordered[-1].left


def lines(found: Iterable[Glyph]) -> list[Line]:
    """Return the lines of a page's glyphs, in the order in which the page paints them."""
    made: list[Line] = []
    for glyph in found:
        line = made[-1] if made else None
        if line is None or abs(glyph.baseline - line.baseline) > _SAME_LINE * max(line.size, glyph.size):
            line = Line([], glyph.baseline, glyph.size)
            made.append(line)
        line.glyphs.append(glyph)
        line.size = max(line.size, glyph.size)
    for line in made:
        line.baseline = Counter(glyph.baseline for glyph in line.glyphs).most_common(1)[0][0]
        line.left = min(glyph.left for glyph in line.glyphs)
        line.right = max(glyph.right for glyph in line.glyphs)
        line.glyphs = sorted(_marked(_lam_alef(list(_once(line.glyphs)))), key=lambda glyph: glyph.right)
    return made


def _once(found: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield each glyph once: some are painted twice for weight, or stand for the letter below them as well."""
    seen: dict[str, list[Glyph]] = {}
    before: Glyph | None = None  # a ligature's two letters may well be the same
    for glyph in found:
        others = seen.setdefault(glyph.text, [])
        near = _TWICE * glyph.size
        if not any(
            abs(other.origin - glyph.origin) < near
            and (other.baseline != glyph.baseline or (other is not before and abs(other.left - glyph.left) < near))
            for other in others[-_REMEMBERED:]
        ):
            others.append(glyph)
            yield glyph
        before = glyph


def _lam_alef(found: list[Glyph]) -> list[Glyph]:
    """Return a line's glyphs, of each ligature of lam and alef the lam on the right.

    Both stand at the ligature's origin, and what part of it is whose, the PDF's reader guesses by the direction that
    it takes the line to have.
    """
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        if one.origin == other.origin and one.baseline == other.baseline:
            lam, alef = (one, other) if one.text == "ل" else (other, one)
            if lam.text == "ل" and alef.text in _ALEFS and lam.right < alef.right:
                found[at], found[at + 1] = (
                    lam._replace(left=alef.left, right=alef.right),
                    alef._replace(left=lam.left, right=lam.right),
                )
    return found


def _marked(found: Sequence[Glyph]) -> list[Glyph]:
    """Return a line's letters, each with the marks that stand above and below it."""
    letters = [glyph for glyph in found if not unicodedata.combining(glyph.text[0])]
    if len(letters) == len(found) or not letters:
        return letters
    middles = sorted(((glyph.left + glyph.right) / 2, at) for at, glyph in enumerate(letters))
    for mark in found:
        if unicodedata.combining(mark.text[0]):
            middle = (mark.left + mark.right) / 2
            place = bisect.bisect(middles, (middle, 0))
            at = min((abs(x - middle), at) for x, at in middles[max(0, place - 2) : place + 2])[1]
            letters[at] = letters[at]._replace(text=letters[at].text + mark.text)
    return letters
