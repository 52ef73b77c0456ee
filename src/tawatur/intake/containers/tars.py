"""Tars, read as a stream, in their own order. Nothing is written to disk, so a member's name leads nowhere."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, cast

from tawatur.intake.limits import Budget, metered
from tawatur.intake.names import printable
from tawatur.intake.streams import Stream, opened
from tawatur.model import InputError


def members(stream: Stream, budget: Budget) -> Iterator[Stream | InputError]:
    """Yield the files of a tar; links and devices are none. Where it breaks off, an error follows."""
    found = False
    body = _Tail(stream.body)
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", body), mode="r|") as archive:
            for entry in archive:
                archive.members = []  # type: ignore[attr-defined]  # a list that would grow with the archive
                hidden = any(part.startswith(".") and part not in {".", ".."} for part in entry.name.split("/"))
                if not entry.isfile() or hidden:
                    continue
                found = True
                member = ", ".join(part for part in (stream.member, printable(entry.name)) if part)
                content = archive.extractfile(entry)
                if content is not None:
                    yield opened(stream.source, member, metered(cast("IO[bytes]", _Forward(content)), budget))
    except tarfile.TarError as error:
        yield stream.error(f"broke off: {error}; what stands before is read", remedy="fetch or pack it again")
    else:
        if body.last.strip(b"\0"):
            yield stream.error("broke off: it has no end; what stands before is read", remedy="fetch or pack it again")
        elif not found:
            yield stream.error("an empty tar", remedy="nothing to read in it")


class _Tail:
    """A tar that remembers how it ends: with zeros, or cut off, which the standard library passes over in silence."""

    def __init__(self, body: IO[bytes]) -> None:
        self._body = body
        self.last = b""

    def read(self, size: int) -> bytes:
        data = self._body.read(size)
        self.last = data[-tarfile.BLOCKSIZE :] or self.last
        return data


class _Forward:
    """A member that is read from front to back only: the tar is a stream, whatever its members say."""

    def __init__(self, body: IO[bytes]) -> None:
        self.read = body.read
