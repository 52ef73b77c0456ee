"""Lines: a raw text cut into the lines that a page prints, each with its offsets and what its shape tells.

Only short lines are normalised whole; of a paragraph no more than its beginning, so that cost is linear in the text.
"""

from __future__ import annotations

import re
from functools import cached_property

from tawatur.arabic import fold

#: The most words that a line without a full stop may have and still be a headline, a link or a label.
SHORT = 30
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LETTERS = re.compile(r"[^\W_]")
_END = re.compile(r"[.…][\s\"'”’»)\]}\u200f]*$")
_BULLET = re.compile(r"[\s\u200e\u200f]*(?:[*•·▪●■◾►▶➤\uf0fc-]|[-–—]{1,2}(?=\s))")
_OPENING = 400
_SHORT_CHARACTERS = 320


class Line:
    """A stretch of the raw text, `text == raw[start:end]`, without outer space: a line, or a piece cut off one.

    `apart` tells whether a blank line stands before it.
    """

    def __init__(self, raw: str, start: int, end: int, *, apart: bool = False) -> None:
        self.text = raw[start:end]
        self.start = start
        self.end = end
        self.apart = apart

    @cached_property
    def view(self) -> str:
        """The line normalised; of a long one, its beginning."""
        return fold(self.text[:_OPENING])

    @cached_property
    def words(self) -> int:
        """How many words it has; for a long one, more than any short line."""
        return len(self.text.split()) if len(self.text) <= _SHORT_CHARACTERS else SHORT + 1

    @cached_property
    def blank(self) -> bool:
        """Whether it has neither letter nor digit: a rule, stars, a lone stop."""
        return _LETTERS.search(self.text) is None

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends; headlines end with question and exclamation marks too."""
        return _END.search(self.text[-12:]) is not None and not self.text.rstrip().endswith(("...", "…", ".."))

    @cached_property
    def bulleted(self) -> bool:
        """Whether it opens with a bullet or a dash."""
        return _BULLET.match(self.text) is not None

    @property
    def paragraph(self) -> bool:
        """Whether it reads as running text: long, or a whole sentence that no headline would be."""
        return self.words > SHORT or (self.words >= 12 and self.closed) or self.words >= 22

    @property
    def heading(self) -> bool:
        """Whether it may be a headline, a subheading or a link."""
        return not self.paragraph and not self.closed and not self.blank and not self.text.endswith((":", "،", "؛"))

    @property
    def digits(self) -> bool:
        """Whether it holds a digit."""
        return any(letter.isdigit() for letter in self.text)


def lines(raw: str) -> list[Line]:
    """Return the lines of `raw` that are not empty, in order."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(raw):
        content = match.group().strip()
        if content:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append(Line(raw, start, start + len(content), apart=raw.count("\n", last, start) > 1))
            last = start + len(content)
    return found
