"""Layout: what the pieces of one article are by their place in it: headline, standfirst, dateline, subheadings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tawatur.arabic import fold
from tawatur.intake.dates import Stated
from tawatur.intake.lines import Line
from tawatur.intake.pieces import REMNANT, Piece
from tawatur.intake.signatures import Names, byline, dateline, inline_dateline, pictured
from tawatur.intake.tables import column
from tawatur.model import ARTICLE_KINDS

_FRAME = frozenset({"caption", "byline", "dateline", "date"})
_SUBHEADING_WORDS = 10
#: A page states its publication and perhaps an update; more days than that are a chronology's or a schedule's.
_DAYS_OF_A_PAGE = 2
#: How far one piece looks for another, so that cost stays linear.
_NEAR = 8
_HEADLINE_WORDS = 4
_ARABIC = re.compile("[\u0621-\u064a]")


def lay_out(raw: str, article: Sequence[Piece], names: Names, title: str | None) -> list[Piece]:
    """Return the article's pieces, each with its kind. `title` is the headline, where the input gives it apart."""
    if title is not None and article:
        article[0].kind = "title"  # the raw text begins with it
    first = next((at for at, piece in enumerate(article) if piece.running), len(article))
    _tell_chronology(article, first)
    _lay_out_head(article, first, names)
    found = list(article[:first])
    if first < len(article):
        found += _opened(raw, article[first], names)
        if _is_standfirst(article, first):
            found[-1].kind = "standfirst"
        found += article[first + 1 :]
    for at, piece in enumerate(found):
        if piece.kind is None and at and pictured(piece.line, names):
            piece.kind = "caption"
        elif piece.kind is None:
            piece.kind = "subheading" if at > first and _is_subheading(found, at) else "body"
    return found


def _tell_chronology(article: Sequence[Piece], first: int) -> None:
    """Make subheadings of the days that stand alone between paragraphs: a chronology's, not the page's date."""
    last = max((at for at, piece in enumerate(article) if piece.running), default=-1)
    days = [at for at, piece in enumerate(article) if piece.kind == "date" and piece.label is None and piece.stated]
    inside = [at for at in days if first < at < last]
    several = len({article[at].stated for at in days}) > _DAYS_OF_A_PAGE
    above = [at for at in days if at == first - 1] if len(inside) > 1 else []
    for at in days if several else (*inside, *above):
        article[at].kind = "subheading"
        article[at].stated = None


def _lay_out_head(article: Sequence[Piece], first: int, names: Names) -> None:
    """Tell what stands above the first paragraph."""
    headline = byline_found = False
    marked = next((at for at in range(first) if article[at].mark.kind == "title"), 0)
    for piece in article[:marked]:
        if piece.kind is None:
            piece.kind = "label"  # above the headline that the page itself marks
    for at in range(first):
        piece = article[at]
        if piece.kind == "credit" and piece.label is None:
            piece.kind = "dateline"  # names that sign, above the text
        if not headline and _is_headline_anyway(article, at):
            piece.kind = "title"
        headline = headline or piece.kind == "title"
        if piece.kind is not None:
            continue
        rest = [other for other in article[at + 1 : min(first, at + 1 + _NEAR)] if other.heading]
        if not headline and (_is_category(piece.line, rest, names) or _is_slug(piece.line, rest)):
            piece.kind = "label"
        elif not piece.heading:
            continue
        elif dateline(piece.line, names, surely=not headline) and (headline or not rest):
            piece.kind = "dateline"
        elif not headline:
            if at + 1 < len(article):
                headline, piece.kind = True, "title"
        elif pictured(piece.line, names):
            piece.kind = "caption"
        elif not byline_found and not piece.mark.level and byline(piece.line, names):
            byline_found, piece.kind = True, "byline"
        elif not piece.line.bulleted and first < len(article):
            piece.kind = "standfirst"


def _is_headline_anyway(article: Sequence[Piece], at: int) -> bool:
    """Tell whether a piece that reads like a link opens the page, and so is its headline: `شاهد.. …`."""
    piece = article[at]
    if piece.role != "seam" or piece.label is None or not piece.label.content or at > _NEAR:
        return False
    return all(other.kind not in ARTICLE_KINDS and not other.running for other in article[:at])


def _is_category(line: Line, rest: Sequence[Piece], names: Names) -> bool:
    """Tell whether a line above the headline names a part of the site; a headline must follow."""
    if not any(
        other.line.words >= _HEADLINE_WORDS and not other.line.bulleted and not dateline(other.line, names)
        for other in rest
    ):
        return False
    return line.view.strip(" :|") in _categories() or line.words == 1


def _is_slug(line: Line, rest: Sequence[Piece]) -> bool:
    """Tell whether a line above an Arabic headline has no Arabic letter: a wire's slug, a site's name."""
    return not _ARABIC.search(line.text) and any(_ARABIC.search(other.line.text) for other in rest)


def _opened(raw: str, piece: Piece, names: Names) -> list[Piece]:
    """Return the first paragraph, with the dateline that opens it cut off."""
    line = piece.line
    cut, day = inline_dateline(line, names)
    if not cut or cut >= len(line.text) or line.bulleted:
        return [piece]
    start = line.start + cut
    start += len(raw[start : line.end]) - len(raw[start : line.end].lstrip())
    end = line.start + len(line.text[:cut].rstrip())
    opening = Piece(Line(raw, line.start, end, apart=line.apart), "dateline")
    opening.stated = None if day is None else Stated(day, alone=True)
    return [opening, Piece(Line(raw, start, line.end))]


def _is_standfirst(article: Sequence[Piece], first: int) -> bool:
    """Tell whether the first paragraph stands between a headline and a caption, byline or date."""
    if not any(piece.kind == "title" for piece in article[:first]):
        return False
    frame = False
    for piece in article[first + 1 :]:
        if piece.running:
            return frame
        frame = frame or (piece.kind in _FRAME and piece.role != REMNANT)
    return False


def _is_subheading(found: Sequence[Piece], at: int) -> bool:
    piece = found[at]
    following = next((other for other in found[at + 1 : at + 1 + _NEAR] if other.kind in (None, "body")), None)
    return (
        piece.heading
        and (piece.line.words <= _SUBHEADING_WORDS or piece.mark.level > 0)
        and not piece.line.bulleted
        and following is not None
        and (following.line.paragraph or following.mark.flows)
    )


@cache
def _categories() -> frozenset[str]:
    return frozenset(fold(name) for name in column("categories.tsv", "category"))
