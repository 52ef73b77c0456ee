"""Limits on what archives unpack to: a file of a few kilobytes may hold petabytes, and a chain of them more."""

from __future__ import annotations

import io
from typing import IO

#: What may be unpacked of any file, however small it is, in bytes.
FREE = 1 << 26
#: How many times its size a larger file may unpack to, all its members and layers together. Text packs to a tenth,
#: markup to a fiftieth; a thousand times is what deflate can reach at all.
RATIO = 200


class Bomb(Exception):  # noqa: N818  it is named by what it is
    """A file unpacks to more than any report's archive would."""


class Budget:
    """How much one file that the user named may unpack to, in all its members and layers.

    `size` is that of the file in bytes; of a pipe it grows as the pipe is read.
    """

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self._burst = False
        self._unpacked = 0

    def spend(self, count: int) -> None:
        """Note that `count` bytes were unpacked. Raises Bomb where they are too many."""
        self._unpacked += count
        if self._unpacked > FREE and self._unpacked > RATIO * self.size:
            self._burst = True
        self.check()

    def check(self) -> None:
        """Raise Bomb where too much was unpacked: whoever read the stream may have caught the first."""
        if self._burst:
            raise Bomb


class Metered(io.RawIOBase):
    """A stream that counts what is read from it against a budget: as unpacked, or as a pipe's size."""

    def __init__(self, body: IO[bytes], budget: Budget, *, given: bool = False) -> None:
        self._body = body
        self._budget = budget
        self._given = given

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read into `buffer`; return how many bytes."""
        data = self._body.read(len(buffer))
        buffer[: len(data)] = data
        if self._given:
            self._budget.size += len(data)
        else:
            self._budget.spend(len(data))
        return len(data)


def metered(body: IO[bytes], budget: Budget, *, given: bool = False) -> IO[bytes]:
    """Return `body`, counted against `budget`."""
    return io.BufferedReader(Metered(body, budget, given=given), 1 << 16)
