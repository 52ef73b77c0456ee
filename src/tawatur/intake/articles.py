"""Articles: which pieces of a page belong to its main article, and which to others that it carries along.

After a seam (`اقرأ أيضا`), and after what ends an article (credit, tags, comments), a line like a headline is either
a link or the headline of a stitched article. It is an article's where paragraphs follow that speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from tawatur.intake.pieces import REMNANT, Piece
from tawatur.intake.signatures import Names, byline, dateline, inline_dateline

_WORD = re.compile(r"[^\W\d_]{3,}")
_PREFIX = re.compile(r"^[وف]?(?:[بك]?ال|لل|[بلك](?=\w{4}))?(?=\w{3})")
#: What stands between an article's headline and its first paragraph, and never between a link and a paragraph.
_FRAME = frozenset({"date", "advertisement", "byline", "dateline"})
#: The roles of labels that end an article.
_ENDS = frozenset({"end", "source", "comments"})
_HEADLINE_WORDS = 4
_TAG_WORDS = 3
_NEAR = 6
_SPEAKS = 3
#: How many paragraphs an article has at least that another may follow without a seam.
_AN_ARTICLE = 2
#: How many pieces back an article is compared with what may be another.
_REMEMBERED = 60


def articles(pieces: Sequence[Piece], names: Names) -> list[list[Piece]]:
    """Return the pieces of each article, in order; links and comments are given their kind on the way."""
    page = _Page(pieces, names)
    while page.at < len(pieces):
        page.step()
    return page.found


class _Page:
    """A page read from top to bottom: the articles found, and whether the last of them is over."""

    def __init__(self, pieces: Sequence[Piece], names: Names) -> None:
        self._pieces = pieces
        self._names = names
        lengths = (len(piece.line.text) if piece.running else 0 for piece in pieces)
        self._text_before = list(accumulate(lengths, initial=0))
        days = (piece.stated is not None and piece.kind in _FRAME for piece in pieces)
        self._days_before = list(accumulate(days, initial=0))
        self._paragraphs = 0
        self.at = 0
        self.found: list[list[Piece]] = [[]]
        self._begun = self._ended = self._readers = False

    def step(self) -> None:
        """Read one piece, or a seam with the links after it."""
        piece = self._pieces[self.at]
        if piece.mark.opens:
            self._open()
            self._take()
            return
        if self._begun and piece.role == "seam" and piece.label is not None and not piece.label.content:
            self._take()
            self._links()
            return
        if self._begun and piece.role in _ENDS:
            self._ended = True
            self._readers = self._readers or (piece.role == "comments" and self._rest_is_less())
            if piece.kind == "tags" and piece.label is not None and not piece.label.content:
                self._take()
                self._tags()
                return
        elif self._ended and piece.heading:
            paragraph = self._paragraph(self.at + 1, self.at + 1 + _NEAR)
            if paragraph is not None and self._stitched(self.at, paragraph, seam=False):
                self._open()
            elif self._readers:
                piece.kind = "comment"
        elif self._readers and piece.kind is None:
            piece.kind = "comment"
        elif self._is_teaser() or self._is_dated_anew():
            self._open()
        self._take()

    def _take(self) -> None:
        piece = self._pieces[self.at]
        self._begun = self._begun or piece.running
        self._paragraphs += piece.running
        self.found[-1].append(piece)
        self.at += 1

    def _open(self) -> None:
        self.found.append([])
        self._paragraphs = 0
        self._begun = self._ended = self._readers = False

    def _tags(self) -> None:
        """Read the lines of tags after a label that stands alone: a word or a name each."""
        while self.at < len(self._pieces):
            piece = self._pieces[self.at]
            if piece.mark.opens or not (piece.heading or piece.role == REMNANT) or piece.line.words > _TAG_WORDS:
                return
            piece.kind = "tags"
            self._take()

    def _links(self) -> None:
        """Read what follows a seam: links, or other articles' headlines, until a stitched article or the next text."""
        paragraph = self._paragraph(self.at, len(self._pieces))
        start = None if paragraph is None else self._headline(self.at, paragraph)
        end = start if start is not None else len(self._pieces) if paragraph is None else paragraph
        while self.at < end:
            piece = self._pieces[self.at]
            if piece.role == "seam" or piece.role in _ENDS or piece.mark.opens:
                return
            piece.stated = None  # a link's day
            if piece.kind is None:
                if not (piece.heading or piece.line.bulleted) and paragraph is not None:
                    return
                piece.kind = "links"
            self._take()
        if start is not None:
            self._open()
            self._take()

    def _paragraph(self, first: int, end: int) -> int | None:
        """Return the first paragraph in `[first, end)`, before the next seam or what ends an article."""
        for at in range(first, min(end, len(self._pieces))):
            piece = self._pieces[at]
            if piece.running and not piece.mark.opens:
                return at
            if piece.role == "seam" or piece.role in _ENDS or piece.mark.opens:
                return None
        return None

    def _headline(self, first: int, paragraph: int) -> int | None:
        """Return the headline, between a seam and a paragraph, of the article that the paragraph begins, or None."""
        headings = [at for at in range(first, paragraph) if self._pieces[at].heading]
        while len(headings) > 1 and self._signs(headings[-1]):
            headings.pop()
        if headings and self._stitched(headings[-1], paragraph, seam=True):
            return headings[-1]
        return None

    def _stitched(self, headline: int, paragraph: int, *, seam: bool) -> bool:
        """Tell whether a headline is that of the paragraphs after it, by what stands between and by their words."""
        piece = self._pieces[headline]
        between = self._pieces[headline + 1 : paragraph]
        if piece.line.bulleted or piece.line.words < _HEADLINE_WORDS or paragraph - headline > _NEAR:
            return False
        if seam and self._ended:
            return True
        if any(other.kind in _FRAME or self._is_dateline(other) for other in between):
            return True
        if seam and sum(other.heading for other in between) + self._headings_before(headline) > 0:
            return False  # a list of links, and the article goes on
        new = self._new(headline, paragraph)
        return new >= 2 or 2 * new >= len(_roots(piece)) > 0

    def _new(self, headline: int, paragraph: int) -> int:
        """Return how many words of a headline the paragraphs after it share that the article before it has not."""
        before = {root for other in self.found[-1][-_REMEMBERED:] for root in _roots(other)}
        after = {root for other in self._pieces[paragraph : paragraph + _SPEAKS] for root in _roots(other)}
        return len((_roots(self._pieces[headline]) - before) & after)

    def _is_teaser(self) -> bool:
        """Tell whether this is the next headline of a list whose items are a headline and one paragraph each."""
        piece = self._pieces[self.at]
        if len(self.found) == 1 or not (piece.heading and piece.line.apart) or piece.line.words <= _HEADLINE_WORDS:
            return False
        if sum(other.running for other in self.found[-1]) != 1 or self.at + 1 >= len(self._pieces):
            return False
        return self._pieces[self.at + 1].running and self._new(self.at, self.at + 1) > 2

    def _is_dated_anew(self) -> bool:
        """Tell whether a headline stands inside an article with a day of its own before its paragraphs.

        A subheading has none: an older piece is carried along, under no label or under one that no table has. Several
        days in a row are a chronology.
        """
        piece = self._pieces[self.at]
        listed = piece.line.bulleted or piece.line.view.endswith(":")
        if not piece.heading or listed or piece.line.words < _HEADLINE_WORDS or self._paragraphs < _AN_ARTICLE:
            return False
        paragraph = self._paragraph(self.at + 1, self.at + 1 + _NEAR)
        if paragraph is None:
            return False
        behind = self._days_before[self.at + 1]
        dated = self._days_before[paragraph] > behind and self._days_before[-1] == behind + 1
        dated = dated or inline_dateline(self._pieces[paragraph].line, self._names).day is not None
        return dated and self._new(self.at, paragraph) > 0

    def _headings_before(self, headline: int) -> int:
        """Return how many headings stand between the seam and this one."""
        count = 0
        for piece in reversed(self._pieces[:headline]):
            if piece.role == "seam":
                break
            count += piece.heading or piece.line.bulleted
        return count

    def _is_dateline(self, piece: Piece) -> bool:
        return piece.kind is None and dateline(piece.line, self._names)

    def _signs(self, at: int) -> bool:
        piece = self._pieces[at]
        return self._is_dateline(piece) or (piece.kind is None and byline(piece.line, self._names))

    def _rest_is_less(self) -> bool:
        """Tell whether less text follows than came before: else a label for comments stands inside an article."""
        return 2 * self._text_before[self.at] > self._text_before[-1]


def _roots(piece: Piece) -> set[str]:
    """Return the words of a piece that say what it is about, without their prefixes."""
    return {_PREFIX.sub("", word) for word in _WORD.findall(piece.line.view)}
