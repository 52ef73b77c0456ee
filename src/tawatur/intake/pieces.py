"""Pieces: the lines of a page with what each is by its own evidence, before its place on the page is looked at."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.intake.ages import is_age
from tawatur.intake.dates import Stated, is_hour, stated_day
from tawatur.intake.labels import Label, buttons, heads, label_of, tails
from tawatur.intake.lines import Line, lines
from tawatur.intake.marks import NO_MARKS, UNMARKED, Mark
from tawatur.intake.signatures import Names, dated_dateline, dateline, signed
from tawatur.model import PartKind

#: The role of a caption that is but a remnant of the headline's words.
REMNANT = "remnant"
#: Roles that say what follows a line: the elements of a page say it better.
_BOUNDED = frozenset({"seam", "comments"})
#: How many words a line in a paragraph has, at least, that may be a short sentence and not a label.
_FLOWING_WORDS = 8
_TAIL = 400
_BEFORE = 40
_CAPTION_WORDS = 40
_DATE_WORDS = 16
_AGE_WORDS = 4
_SENTENCE_END = re.compile(r"(?:[.!؟?…][\s\"”»’)\]\u200f]*|[\u00a0\u200b]\s*)$")
_PUNCTUATION = re.compile(r"[.،؛:!؟\"“”«»()]")
# The credit of a picture: `[name/agency]` at the end, `(agency)` after a sentence's words, a copyright sign.
_PICTURE_CREDIT = re.compile(r"\[[^\]\n]{2,60}[/،-][^\]\n]{2,60}\]\s*$|\[[^\]\n]{2,40}\]\s*$|©")
_CRUMBS = re.compile(r"\s[»›>]\s|\s*[»›]\s*")
_YEAR = re.compile(r"(?:1[345]|19|20)\d\d")
_BARS = re.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+")
# The signature below an embedded message of a social network: `— Name (@name) October 9, 2019`.
_EMBEDDED = re.compile(r"^[—–-]+\s*.{0,80}\(@\w+\)")
_ADDRESS = re.compile(r"^[\s\W]*(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|@\w+|#\S+)[\s\W]*$")
_HASHTAGS = re.compile(r"^\s*(?:#\S+[\s،,|]*){2,}$")
# A counter: figures alone, or with the word of their scale, `1.2 ألف`.
_NUMBERS = re.compile(r"^[\s\d\W_]*(?:\d\s*(?:ألف|الف|مليون|[kKmM]))?[\s\W_]*$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True, eq=False)
class Piece:
    """A line, or a piece cut off one, and what it is: `kind` is None as long as nothing but its place can tell.

    `label` is the label that told, `stated` the day that it states, if it is nothing but a date, `mark` what the
    elements of a web page tell of it.
    """

    line: Line
    kind: PartKind | None = None
    label: Label | None = None
    stated: Stated | None = None
    mark: Mark = UNMARKED

    @property
    def role(self) -> str:
        """The role of its label, `-` for none."""
        return "-" if self.label is None else self.label.role

    @property
    def running(self) -> bool:
        """Whether it is a paragraph of an article, as far as is known."""
        return self.kind is None and not self.mark.level and self._runs

    @property
    def heading(self) -> bool:
        """Whether it may be a headline, a subheading or a link."""
        return self.kind is None and (self.mark.level > 0 or (self.line.heading and not self._runs))

    @property
    def _runs(self) -> bool:
        line = self.line
        return line.paragraph or (self.mark.flows and (line.words >= _FLOWING_WORDS or line.closed) and not line.blank)


def pieces(raw: str, names: Names, marks: Mapping[int, Mark] = NO_MARKS) -> list[Piece]:
    """Return the pieces of a raw text, in order; between them they hold every character that is no space.

    `marks` says by the offset at which a line begins what the elements of a web page tell of it.
    """
    cut = [piece for line in lines(raw) for piece in _cut(raw, line)]
    for at, piece in enumerate(cut):
        piece.mark = marks.get(piece.line.start, UNMARKED)
        if piece.kind is None and not (piece.mark.kind is not None and _tell_marked(piece, names, piece.mark.kind)):
            _tell(piece, names, last=at + 1 == len(cut))
    _tell_remnants(cut)
    return cut


def _cut(raw: str, line: Line) -> list[Piece]:
    """Cut what a page glues to a line: a label before its first word, a label and its words after its last stop."""
    found: list[Piece] = []
    start, end = line.start, line.end
    for kind, pattern in heads():
        match = pattern.match(line.text)
        if match is not None and match.end() < len(line.text):
            found.append(_made(raw, start, start + match.end(), kind, apart=line.apart))
            start += match.end()
    tail = _tail(raw, start, end)
    if tail is not None:
        at, kind, role = tail
        rest = _made(raw, at, end, kind, apart=False)
        rest.label = Label(kind, role, "")
        return [*found, _made(raw, start, at, None, apart=line.apart), rest]
    if not found:
        return [Piece(line)]
    return [*found, _made(raw, start, end, None, apart=line.apart)]


def _tail(raw: str, start: int, end: int) -> tuple[int, PartKind, str] | None:
    window = max(start, end - _TAIL)
    for kind, role, longest, pattern in tails():
        for match in pattern.finditer(raw, window, end):
            before, rest = raw[max(start, match.start() - _BEFORE) : match.start()], raw[match.end() : end]
            if (
                before.strip()
                and _SENTENCE_END.search(before)
                and len(rest.split()) <= longest
                and not (kind == "tags" and _PUNCTUATION.search(rest))
            ):
                return match.start(), kind, role
    return None


def _made(raw: str, start: int, end: int, kind: PartKind | None, *, apart: bool) -> Piece:
    """Return the piece of `raw[start:end]` without its outer space."""
    text = raw[start:end]
    left = len(text) - len(text.lstrip())
    return Piece(Line(raw, start + left, start + len(text.rstrip()), apart=apart), kind)


def _tell(piece: Piece, names: Names, *, last: bool) -> None:
    """Set the kind of a piece that its own words tell."""
    line = piece.line
    if line.blank:
        piece.kind = "other"
        return
    if line.paragraph and len(line.text) > _TAIL:
        return
    label = label_of(line, last=last)
    if label is not None and label.kind == "date":
        piece.stated = stated_day(line)
        label = label if piece.stated is not None else None
        if label is None and not line.digits:
            piece.kind = "label"  # the day stands on the next line
            return
    if label is not None:
        piece.label, piece.kind = label, label.kind
    elif line.paragraph:
        if line.words <= _CAPTION_WORDS and _PICTURE_CREDIT.search(line.text):
            piece.kind = "caption"
    elif line.words <= _DATE_WORDS and (day := _day_alone(line)) is not None:
        piece.kind, piece.stated = "date", day
    elif line.words <= _DATE_WORDS and (day := dated_dateline(line, names)) is not None:
        piece.kind, piece.stated = "dateline", day
    elif is_hour(line) or (line.words <= _AGE_WORDS and is_age(line.text)):
        piece.kind = "date"
    else:
        piece.kind = _shape(line, names)


def _tell_marked(piece: Piece, names: Names, kind: PartKind) -> bool:
    """Set the kind of a piece that its elements tell, where its words do not speak against it; return whether they do.

    Whatever a class is named, a line without a digit is no date, and one that names no place and nobody no dateline.
    """
    line = piece.line
    label = label_of(line)
    if kind == "date":
        piece.stated = stated_day(line)
        if piece.stated is None and not line.digits and not piece.mark.stamp and not is_age(line.text):
            return False
    elif kind == "dateline" and not (names.place(line.text) or dateline(line, names)):
        return False
    elif kind == "byline" and _NUMBERS.match(line.text):
        kind = "other"
    elif kind == "byline":
        piece.stated = stated_day(line) if line.words <= _DATE_WORDS else None
        named = label.kind if label is not None else "dateline" if dateline(line, names) else kind
        kind = "date" if piece.stated is not None else named
    elif kind == "credit" and label is None:
        label = Label("credit", "source", line.view)
    piece.kind = kind
    if label is not None and label.kind == kind and label.role not in _BOUNDED:
        piece.label = label
    return True


def _day_alone(line: Line) -> Stated | None:
    """Return the day of a line that holds nothing else, or between bars a day and an author, a place, a counter."""
    day = stated_day(line)
    if day is None or day.alone:
        return day
    segments = [segment for segment in _BARS.split(line.text) if segment]
    found = [stated_day(Line(segment, 0, len(segment))) for segment in segments] if len(segments) > 1 else []
    return next((one for one in found if one is not None and one.alone), None)


def _shape(line: Line, names: Names) -> PartKind | None:
    """Return what a short line is by its shape alone."""
    if _PICTURE_CREDIT.search(line.text):
        return "caption"
    if _EMBEDDED.match(line.text):
        return "credit"
    if _ADDRESS.match(line.text):
        return "other"
    if _NUMBERS.match(line.text) and not _YEAR.fullmatch(line.view.strip(" :.-()")):
        return "other"  # a counter, a telephone; a year alone may head a paragraph
    if _HASHTAGS.match(line.text):
        return "tags"
    menu = line.text.split("|")
    if len(menu) > 2 and all(len(item.split()) <= 3 for item in menu) and not dateline(line, names):
        return "navigation"
    crumbs = _CRUMBS.split(line.text)
    if len(crumbs) > 1 and all(len(crumb.split()) <= 3 for crumb in crumbs) and "«" not in line.text:
        return "navigation"
    return "credit" if signed(line, names) else None


def _tell_remnants(cut: list[Piece]) -> None:
    """Set the kind of captions: lines printed twice on end, and remnants that begin as the headline begins."""
    short = [piece for piece in cut if piece.kind is None and piece.line.words <= _CAPTION_WORDS]
    for one, other in itertools.pairwise(cut):
        if one.kind in (None, "caption") and one.line.text == other.line.text and one.line.words <= _CAPTION_WORDS:
            # A sentence printed twice is lost once only; a headline printed twice is still the headline.
            other.kind = "caption" if not one.line.closed or one.kind == "caption" else "other"
            if one is not cut[0] and not one.line.closed:
                one.kind = "caption"
    marked = [piece.line.view for piece in cut if piece.mark.kind == "title"]
    titles = (marked or [piece.line.view for piece in short if piece.line.heading])[:1]
    counts = Counter(piece.line.view for piece in short if not piece.line.paragraph)
    for piece in short:
        if piece.kind is not None or piece.line.paragraph or not titles:
            continue
        words = _without_label(piece.line.view)
        begins = titles[0].startswith(words) and len(words) < len(titles[0]) and len(words.split()) >= 2
        if begins or (counts[piece.line.view] > 2 and piece.line.heading and not piece.line.digits):
            piece.kind, piece.label = "caption", Label("caption", REMNANT, "")
    seen = bool(marked)
    for piece in short:
        if titles and piece.kind is None and piece.line.view == titles[0]:
            piece.kind = "caption" if seen else None
            seen = True


def _without_label(view: str) -> str:
    """Return a line's view without a button's word before it: `طباعة`."""
    first, _, rest = view.partition(" ")
    return rest if rest and first in buttons() else view
