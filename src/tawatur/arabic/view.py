"""The normalised view: one spelling for what Arabic prints in many, with an exact map back to the raw text.

The view folds letters (alef with any hamza or madda to bare alef, alef maqsura and Persian yeh to yeh, Persian kaf
to kaf, presentation forms to letters), turns the digits of all three scripts into European ones, and drops what
carries no meaning for a reader by machine: tatweel, vowel marks, bidirectional controls, zero-width joiners, and
the dots, stars and spaces with which words are broken up to slip past filters. Where a crawler has glued two words
together behind a letter that only ends words, or a low line joins them (`#الجيش_اليمني`), it sets them apart; the sign
of a hashtag, which may stand amid a name (`مدينة #غزة`), is space. Spans
of the view map to spans of the raw text; `raw[start:end]` is then the words as printed.

Source of the folds: The Unicode Standard 15, chapter 9.2 (Arabic), and its compatibility decompositions.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

TATWEEL = "\u0640"
LETTER = "\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff"

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_BREAK = r"[ .*\u00b7\u2022_]"

# A word broken up: tatweel, breaking signs, tatweel; a star between two letters; signs on one side of a tatweel.
_BROKEN = (
    rf"{TATWEEL}{_BREAK}{{1,3}}{TATWEEL}"
    rf"|(?<=[{LETTER}])\*(?=[{LETTER}])"
    rf"|(?<=[{LETTER}]){TATWEEL}[.*\u00b7\u2022]{{1,3}}(?=[{LETTER}])"
    rf"|(?<=[{LETTER}])[.*\u00b7\u2022]{{1,3}}{TATWEEL}(?=[{LETTER}])"
)
_DROPPED = re.compile(rf"(?:{_BROKEN}|[{TATWEEL}{_MARKS}{_CONTROLS}])+")
# What a dropped run begins with; found far faster than the run itself is sought. In a text without stars and tatweel
# no stop breaks a word up, and only marks and controls are dropped.
_DROPPED_FIRST = re.compile(rf"[.*\u00b7\u2022{TATWEEL}{_MARKS}{_CONTROLS}]")
_MARK_FIRST = re.compile(f"[{_MARKS}{_CONTROLS}]")
# Letters set apart one by one: four or more (`د ا ع ش`), two before the end of a word (`د ا عش`), or by `/`. A teh
# marbuta is the last of them.
_INNER = rf"(?!ة)[{LETTER}]"
_SPELLED = re.compile(
    rf"(?<![{LETTER}{_MARKS}{TATWEEL}\d])"
    rf"(?:(?:{_INNER} ){{3,}}[{LETTER}]|(?:{_INNER} ){{2}}(?:{_INNER}){{0,2}}[{LETTER}]|(?:{_INNER}/){{2,}}[{LETTER}])"
    rf"(?![{LETTER}])"
)
# What every such run has inside; found far faster than the run itself is sought.
_SPELLED_INSIDE = re.compile(rf"[ /][{LETTER}][ /][{LETTER}]")
# Where a word must have ended: no letter follows teh marbuta, or the alef of the accusative with its tanween. Two
# letters before make it a word, so that what is cut is never put together again as letters set apart.
# The letter comes first and what stands before it last, as one letter is found far faster than a place behind two.
_GLUED = re.compile(rf"ة(?=[{LETTER}]{{2}})(?<=[{LETTER}]{{2}}.)")
_TANWEEN = "\u064b"
_GLUED_TANWEEN = re.compile(rf"(?:ا{_TANWEEN}|{_TANWEEN}ا)(?=[{LETTER}]{{2}})(?<=[{LETTER}]{{2}}..)")

# `and`, set apart from the word that it joins.
_APART = re.compile(rf" و (?=[{LETTER}]{{2}})")

_FOLDS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ۍ": "ي",
    "ک": "ك", "ڪ": "ك", "ګ": "ك", "گ": "ك",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ۃ": "ة", "ۂ": "ه",
    "ۏ": "و", "ۋ": "و",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ", "\r": " ",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "❝": '"', "❞": '"', "″": '"', "＂": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'",
    "–": "-", "—": "-", "‒": "-", "−": "-", "‐": "-", "‑": "-", "―": "-",
    "٪": "%", "﹪": "%", "％": "%", "؉": "%",
    "⁄": "/", "∕": "/",
}  # fmt: skip
_DIGITS = {
    chr(zero + value): str(value) for zero in (0x0660, 0x06F0, 0xFF10) for value in range(10)
}  # Arabic-Indic, Persian, full-width
_ONE_TO_ONE = {**_FOLDS, **_DIGITS}
_TRANSLATION = str.maketrans(_ONE_TO_ONE)
# A hashtag's words, which a low line joins; a key's, in other letters, stay together.
_LOW_LINE = re.compile(f"(?<=[{LETTER}])_(?=[{LETTER}])")
# The sign of a hashtag before its words; one before a number stays.
_HASHTAG = re.compile(f"#(?=[{LETTER}])")
#: From this length on, a pass over the text for each sign is faster than a look at each of its letters.
_LONG = 200
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
# One range is searched several times as fast as two.
_PRESENTATION_AREA = re.compile("[\ufb50-\ufefc]")


@lru_cache(maxsize=4096)
def _letters_of(form: str) -> str:
    """Return the letters that a presentation form stands for, vowel marks and tatweel left out."""
    plain = unicodedata.normalize("NFKC", form)
    return "".join(c for c in plain if not unicodedata.combining(c) and c != TATWEEL).strip()


class View:
    """A text and its normalised view, `text`; `raw_span` maps a span of the view to the raw text's.

    The map is kept as the points where the distance between the two changes, so it costs little on clean text.
    """

    __slots__ = ("_raw_points", "_view_points", "raw", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text, self._view_points, self._raw_points = _normalise(raw)

    @property
    def is_even(self) -> bool:
        """Tell whether all offsets are those of the raw text."""
        return self._view_points == [0] and self._raw_points == [0]

    def raw_index(self, position: int) -> int:
        """Return the raw offset of the view's character at `position`; of a space set in, the letter's behind it."""
        point = bisect_right(self._view_points, position) - 1
        return self._raw_points[point] + position - self._view_points[point]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span of the view's `[start, end)`, with the vowel marks that follow its last letter."""
        if start >= end:
            at = self.raw_index(start) if start < len(self.text) else len(self.raw)
            return at, at
        last = self.raw_index(end - 1) + 1
        limit = self.raw_index(end) if end < len(self.text) else len(self.raw)
        while last < limit and unicodedata.combining(self.raw[last]):
            last += 1
        return self.raw_index(start), last

    def view_index(self, position: int) -> int:
        """Return the view's offset of the raw character at `position`, or of the next that the view keeps."""
        point = bisect_right(self._raw_points, position) - 1
        if point < 0:
            return 0
        at = self._view_points[point] + position - self._raw_points[point]
        following = self._view_points[point + 1] if point + 1 < len(self._view_points) else len(self.text)
        return min(at, following)


def _normalise(raw: str) -> tuple[str, list[int], list[int]]:
    pieces: list[str] = []
    view_points, raw_points = [0], [0]
    length = 0
    done = 0
    for start, end, letters in _edits(raw):
        kept = raw[done:start]
        pieces.append(kept)
        length += len(kept)
        for letter in letters:
            pieces.append(letter)
            _point(view_points, raw_points, length, start)
            length += 1
        _point(view_points, raw_points, length, end)
        done = end
    pieces.append(raw[done:])
    return _folded("".join(pieces)), view_points, raw_points


def _folded(text: str) -> str:
    if "_" in text:
        text = _LOW_LINE.sub(" ", text)
    if "#" in text:
        text = _HASHTAG.sub(" ", text)
    if len(text) < _LONG:
        return text.translate(_TRANSLATION)
    for sign, folded in _ONE_TO_ONE.items():
        text = text.replace(sign, folded)
    return text


def _point(view_points: list[int], raw_points: list[int], view_at: int, raw_at: int) -> None:
    if view_points[-1] == view_at:
        raw_points[-1] = raw_at
    else:
        view_points.append(view_at)
        raw_points.append(raw_at)


def _dropped(raw: str) -> list[tuple[int, int, str]]:
    dropped: list[tuple[int, int, str]] = []
    done = 0
    for first in (_DROPPED_FIRST if TATWEEL in raw or "*" in raw else _MARK_FIRST).finditer(raw):
        start = first.start()
        match = _DROPPED.match(raw, start) if start >= done else None
        if match is not None:
            done = match.end()
            dropped.append((start, done, ""))
    return dropped


def _edits(raw: str) -> list[tuple[int, int, str]]:
    """Return what the view changes in length: (raw start, raw end, letters in its stead), in order, disjoint."""
    edits = _dropped(raw)
    for match in _SPELLED.finditer(raw) if _SPELLED_INSIDE.search(raw) else ():
        edits += [(at, at + 1, "") for at in range(match.start(), match.end()) if raw[at] in " /"]
    edits += [(match.end(), match.end(), " ") for match in _GLUED.finditer(raw)]
    edits += [(at.end(), at.end(), " ") for at in _GLUED_TANWEEN.finditer(raw)] if _TANWEEN in raw else []
    edits += [(match.end() - 1, match.end(), "") for match in _APART.finditer(raw)]
    for match in _PRESENTATION.finditer(raw) if _PRESENTATION_AREA.search(raw) else ():
        edits += [
            (at, at + 1, letters)
            for at in range(match.start(), match.end())
            if (letters := _letters_of(raw[at])) and letters != raw[at]
        ]
    if not edits:
        return edits
    edits.sort()
    disjoint: list[tuple[int, int, str]] = []
    for edit in edits:
        if not disjoint or edit[0] >= disjoint[-1][1]:
            disjoint.append(edit)
    return disjoint
