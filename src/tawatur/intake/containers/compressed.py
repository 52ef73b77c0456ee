"""Compressed files: gzip, bzip2 and xz, read as a stream. What stands before a break is read."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from tawatur.intake.limits import Budget, metered
from tawatur.intake.streams import HEAD, Stream, opened
from tawatur.model import InputError


def compressed(stream: Stream, budget: Budget) -> Iterator[Stream | InputError]:
    """Yield what a compressed stream holds, and an error where it breaks off."""
    opener = next(opener for mark, opener in _OPENERS if stream.head.startswith(mark))
    expanded = _Expanded(stream.body, opener)
    inner = opened(stream.source, stream.member, metered(io.BufferedReader(expanded, HEAD), budget), stream.about)
    if inner.head or expanded.problem is None:
        yield inner
    if expanded.problem is not None:
        yield stream.error(
            f"broke off: {expanded.problem}; what stands before is read", remedy="fetch or pack it again"
        )


class _Gzip:
    """A gzip member with the interface of the other decompressors."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._inflate.unconsumed_tail

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inflate.decompress(self._inflate.unconsumed_tail + data, max_length)


class _Expanded(io.RawIOBase):
    """A compressed stream, expanded; where it breaks it ends, and `problem` says why.

    The standard library's readers raise at a break, and a reader above them loses what it had gathered.
    """

    def __init__(self, body: IO[bytes], opener: Callable[[], Any]) -> None:
        self._body = body
        self._opener = opener
        self._member = opener()
        self._data = b""
        self._ended = False
        self._begun = False
        self.problem: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        while not self._ended:
            try:
                data = self._expand(len(buffer))
            except (zlib.error, lzma.LZMAError, OSError, EOFError) as error:
                self.problem = str(error)
                self._ended = True
                break
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _expand(self, size: int) -> bytes:
        """Return some expanded bytes, none where more must be asked for."""
        if self._member.eof:
            self._data = (self._member.unused_data or self._body.read(HEAD)).lstrip(b"\0")
            self._member = self._opener()
            self._begun = False
            if not self._data:
                self._ended = True
                return b""
        elif self._member.needs_input and not self._data:
            self._data = self._body.read(HEAD)
            if not self._data:
                self._ended = True
                if self._begun:
                    self.problem = "it has no end"
                return b""
        self._begun = True
        data, self._data = self._data, b""
        expanded: bytes = self._member.decompress(data, size)
        return expanded


_OPENERS: tuple[tuple[bytes, Callable[[], Any]], ...] = (
    (b"\x1f\x8b", _Gzip),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ", lzma.LZMADecompressor),
)
