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
from tawatur.intake.sources import HEAD, Stream
from tawatur.model import InputError

#: The longest line, in bytes, and the longest member of an array, in characters.
LONGEST = 1 << 28

#: The longest object written over several lines, in bytes.
LONGEST_OBJECT = 1 << 26

Member = tuple[str, str, Any]
_Numbered = tuple[int, bytes | None]

_FORM = "one JSON object a line"
_BLANK = b" \t\r\n\0\xef\xbb\xbf"
_BETWEEN = re.compile(r"[\s\0,]*")
# After a malformed member: the end of an object, a comma, and the beginning of the next.
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
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
        except (msgspec.DecodeError, UnicodeDecodeError):
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
    text = io.TextIOWrapper(stream.body, encoding=encoding, errors="replace", newline="")
    parse = json.JSONDecoder(strict=False).raw_decode
    buffer = text.read(HEAD)
    at = buffer.index("[") + 1
    line = 1 + buffer.count("\n", 0, at)
    chunk = HEAD
    while True:
        after = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # matches the empty string
        line += buffer.count("\n", at, after)
        at = after
        problem: json.JSONDecodeError | None = None
        if at < len(buffer):
            if buffer[at] == "]":
                return
            try:
                value, end = parse(buffer, at)
            except json.JSONDecodeError as error:
                problem = error
            else:
                if end < len(buffer):
                    yield f"line {line}", encoding, value
                    line += buffer.count("\n", at, end)
                    at, chunk = end, HEAD
                    continue
        if problem is None or _cut_off(problem, buffer):
            more = text.read(chunk) if len(buffer) - at < LONGEST else ""
            if more:
                buffer, at, chunk = buffer[at:] + more, 0, chunk * 2
                continue
            if problem is None:
                yield stream.error("the array has no end", f"line {line}", "the file may be cut off")
                return
        where = f"line {line + buffer.count(chr(10), at, problem.pos)}"
        yield stream.error(f"malformed JSON: {problem.msg}", where, "correct it; the next records are read")
        found = _NEXT.search(buffer, problem.pos)
        while found is None:
            more = text.read(HEAD)
            if not more:
                return
            kept = max(at, len(buffer) - 256)
            line += buffer.count("\n", at, kept)
            buffer, at = buffer[kept:] + more, 0
            found = _NEXT.search(buffer)
        line += buffer.count("\n", at, found.end())
        at = found.end()


def _cut_off(problem: json.JSONDecodeError, buffer: str) -> bool:
    """Tell whether a member fails only because the buffer ends in it."""
    return problem.msg.startswith("Unterminated") or problem.pos >= len(buffer) - 16


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
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        problem = str(error)
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        decoded = decode(line)
        if decoded is not None:
            try:
                return where, decoded.encoding, json.loads(decoded.text)
            except ValueError as error:
                problem = str(error)
    return stream.error(f"malformed JSON: {problem}", where, _FORM)
