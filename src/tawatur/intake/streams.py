"""Streams: bytes that are one thing (a file, an archive's member, a web capture), with what is known about them."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from tawatur.model import InputError

#: Bytes that are read ahead to tell what a stream holds and how it is encoded.
HEAD = 1 << 16
#: The largest text, page or document, in bytes: more in one piece is no report.
LARGEST = 1 << 26
#: What reading a damaged or locked archive raises, at its beginning or in its midst.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)

_IN_MEMORY = 1 << 25
_PIECE = 1 << 18


class About(NamedTuple):
    """What came with a stream: the address it was fetched from, the charset that its headers name, when, and the hash
    of the bytes that the ledger keeps.
    """

    url: str | None = None
    charset: str | None = None
    captured: str | None = None
    hash: str | None = None


_NONE = About()


class Stream(NamedTuple):
    """A stream of bytes: the file that the user knows, the archive's member if it is one, its first bytes, all.

    `file` is the same as `body` where it can be read in any order; `kind` is what it holds where its container knows
    that already, as a zip that is a workbook.
    """

    source: str
    member: str | None
    head: bytes
    body: IO[bytes]
    about: About = _NONE
    file: IO[bytes] | None = None
    kind: str | None = None

    def place(self, where: str | None = None) -> str | None:
        """Return the place that an error names: the member, and `where` in it."""
        return ", ".join(part for part in (self.member, where) if part) or None

    def origin(self, where: str | None = None) -> str:
        """Return where a record stood: the file, the member, and `where` in it."""
        return ": ".join(part for part in (self.source, self.place(where)) if part)

    def error(self, problem: str, where: str | None = None, remedy: str | None = None) -> InputError:
        """Return the error that names this stream."""
        return InputError(problem, source=self.source, place=self.place(where), remedy=remedy)

    def whole(self, what: str, largest: int = LARGEST) -> bytes:
        """Return all its bytes. Raises InputError where they are more than `largest`: `what` is too large."""
        data = within(self.body, largest)
        if data is None:
            raise self.error(f"too large for one {what}", remedy="give many reports as JSON Lines")
        return data

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """Give its bytes as a file that can be read in any order, copied to a temporary one where it can't be."""
        if self.file is not None:
            self.file.seek(0)
            yield self.file
            return
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            shutil.copyfileobj(self.body, copy)
            copy.seek(0)
            yield copy


def within(body: IO[bytes], largest: int) -> bytes | None:
    """Return all bytes of `body`, None where they are more than `largest`."""
    pieces: list[bytes] = []
    size = 0
    while piece := body.read(_PIECE):  # a reader makes room for all that it is asked for
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            return None
    return b"".join(pieces)


class _Rejoined(io.RawIOBase):
    """The bytes read ahead, then the rest of their stream."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else self._head
        buffer[: len(data)] = data
        return len(data)


def rejoin(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    """Return the bytes read ahead and the rest of their stream as one."""
    return io.BufferedReader(_Rejoined(head, rest), HEAD)


def opened(source: str, member: str | None, body: IO[bytes], about: About = _NONE, kind: str | None = None) -> Stream:
    """Return the stream of `body`, which stands at its beginning."""
    head = body.read(HEAD)
    return Stream(source, member, head, rejoin(head, body), about, body if body.seekable() else None, kind)
