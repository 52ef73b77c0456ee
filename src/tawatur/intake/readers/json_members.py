"""JSON, streamed: JSON Lines line by line, an array member by member, one object written over several lines.

Every member comes as (where it stood, its encoding, its value). A malformed one is an error, and reading goes on
with the next.
"""

from __future__ import annotations

import codecs
import io
import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tawatur.intake.decode import decode
from tawatur.intake.streams import HEAD, Stream
from tawatur.model import InputError

#: The longest line, in bytes, and the longest member of an array, in characters.
LONGEST = 1 << 26

#: The longest object written over several lines, in bytes.
LONGEST_OBJECT = 1 << 26

Member = tuple[str, str, Any]
_Numbered = tuple[int, bytes | None]

_FORM = "one JSON object a line"
_BLANK = b" \t\r\n\0\xef\xbb\xbf"
_BETWEEN = re.compile(r"[\s\0,]*")
# After a malformed member: the end of an object, a comma, and the beginning of the next.
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
#: How near the buffer's end a member must fail to be but cut off, and what a search for the next reads twice.
_NEAR_END = 16
_OVERLAP = 256
#: How much of what stands before an array is given back.
_REMEMBERED = 1 << 14
_ARRAY = re.compile(r"\[")
_decode = msgspec.json.Decoder().decode


def json_lines(stream: Stream, encoding: str) -> Iterator[Member | InputError]:
    """Yield the objects of JSON Lines; where the first line is only the beginning of one object, that object."""
    lines = _lines(stream, encoding)
    opening = next(((number, line) for number, line in lines if line is None or line.strip(_BLANK)), None)
    if opening is None:
        return
    first = [opening]
    if opening[1] is not None and not opening[1].rstrip(_BLANK).endswith(b"}"):
        first = _paragraphs(opening, lines)
        try:
            yield f"line {opening[0]}", encoding, _decode(b"".join(line for _, line in first if line is not None))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            pass
        else:
            first = []
    for number, line in itertools.chain(first, lines):
        if line is None:
            yield stream.error("a line too long for one report", f"line {number}", _FORM)
        elif line.strip(_BLANK):
            yield _line(stream, encoding, number, line)


def array_members(stream: Stream, encoding: str) -> Iterator[Member | InputError]:
    """Yield the members of a JSON array. Memory is bounded by the longest member."""
    array = Array(stream, encoding)
    if array.enter(_ARRAY) is not None:
        yield from array.members()


class Array:
    """The arrays of a JSON text, read through a buffer that holds one member at least."""

    def __init__(self, stream: Stream, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._text = io.TextIOWrapper(stream.body, encoding=encoding, errors="replace", newline="")
        self._parse = json.JSONDecoder(strict=False).raw_decode
        self._buffer = self._text.read(HEAD)
        self._at = 0
        self.line = 1
        self.closed = False

    def enter(self, opening: re.Pattern[str]) -> str | None:
        """Move behind the next `opening` of an array; return what stands before it, at most `_REMEMBERED` of it.

        None where there is no other.
        """
        self.closed = False
        found = opening.search(self._buffer, self._at)
        while found is None:
            self._advance(max(self._at, len(self._buffer) - _REMEMBERED))
            if not self._read(HEAD):
                return None
            found = opening.search(self._buffer, self._at)
        before = self._buffer[self._at : found.start()]
        self._advance(found.end())
        return before

    def members(self) -> Iterator[Member | InputError]:
        """Yield the members of the array here, and move behind it."""
        while self.more():
            try:
                where = f"line {self.line}"
                yield where, self._encoding, self.member()
            except json.JSONDecodeError as problem:
                where = f"line {self.line_at(problem.pos)}"
                yield self._stream.error(
                    f"malformed JSON: {problem.msg}", where, "correct it; the next records are read"
                )
                self.skip(problem.pos)
            except RecursionError:
                yield self._stream.error("nested too deep", where, "correct it; the next records are read")
                self.skip(self._at + 1)
        if not self.closed:
            yield self._stream.error("the array has no end", f"line {self.line}", "the file may be cut off")

    def line_at(self, position: int) -> int:
        """Return the line of a place in the buffer."""
        return self.line + self._buffer.count("\n", self._at, position)

    def more(self) -> bool:
        """Move to the next member; False at the array's end or the file's."""
        while True:
            self._advance(_BETWEEN.match(self._buffer, self._at).end())  # type: ignore[union-attr]  # matches nothing too
            if self._at < len(self._buffer):
                self.closed = self._buffer[self._at] == "]"
                return not self.closed
            if not self._read(HEAD):
                return False

    def member(self) -> object:
        """Return the member here and move behind it. Raises JSONDecodeError where it is malformed."""
        chunk = HEAD
        while True:
            try:
                value, end = self._parse(self._buffer, self._at)
            except json.JSONDecodeError as problem:
                cut_off = problem.msg.startswith("Unterminated") or problem.pos >= len(self._buffer) - _NEAR_END
                if not cut_off or len(self._buffer) - self._at > LONGEST or not self._read(chunk):
                    raise
                chunk *= 2  # so that a long member costs no more than twice its length
            else:
                self._advance(end)
                return value

    def skip(self, position: int) -> None:
        """Move on to what looks like the next member, from the place where one broke."""
        found = _NEXT.search(self._buffer, position)
        while found is None:
            self._advance(max(self._at, len(self._buffer) - _OVERLAP))
            if not self._read(HEAD):
                self._advance(len(self._buffer))
                return
            found = _NEXT.search(self._buffer)
        self._advance(found.end())

    def _advance(self, position: int) -> None:
        self.line = self.line_at(position)
        self._at = position

    def _read(self, size: int) -> bool:
        """Read on, and let go of what lies behind; False at the file's end."""
        more = self._text.read(size)
        if not more:
            return False
        self._buffer = self._buffer[self._at :] + more
        self._at = 0
        return True


def _lines(stream: Stream, encoding: str) -> Iterator[tuple[int, bytes | None]]:
    """Yield (number, bytes in UTF-8 or the stream's eight-bit encoding) of each line; None for one too long."""
    number = 0
    if encoding.startswith(("utf-16", "utf-32")):
        text = io.TextIOWrapper(stream.body, encoding=encoding, errors="replace", newline="\n")
        while piece := text.readline(LONGEST):
            number += 1
            yield number, piece.encode("utf-8", errors="replace") if len(piece) < LONGEST else None
        return
    while line := stream.body.readline(LONGEST):
        number += 1
        if len(line) < LONGEST:
            yield number, line
            continue
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = stream.body.readline(LONGEST)
        yield number, None


def _paragraphs(opening: tuple[int, bytes | None], lines: Iterator[_Numbered]) -> list[_Numbered]:
    """Return the first line and those after it, as far as one object may reach."""
    taken = [opening]
    size = 0
    for number, line in lines:
        taken.append((number, line))
        size += len(line or b"")
        if size > LONGEST_OBJECT:
            break
    return taken


def _line(stream: Stream, encoding: str, number: int, line: bytes) -> Member | InputError:
    """Return what a line of JSON Lines holds, in UTF-8 or whatever it is in, or else the error that it is."""
    where = f"line {number}"
    try:
        return where, encoding, _decode(line.removeprefix(codecs.BOM_UTF8))
    except RecursionError:
        return stream.error("nested too deep", where, _FORM)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        problem = str(error)
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        decoded = decode(line)
        if decoded is not None:
            try:
                return where, decoded.encoding, json.loads(decoded.text)
            except (ValueError, RecursionError) as error:
                problem = str(error)
    return stream.error(f"malformed JSON: {problem}", where, _FORM)
