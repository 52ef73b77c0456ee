"""Sources: the paths that a user names, walked down to single streams of bytes, one at a time.

A folder is walked recursively in sorted order, a zip member by member; what a stream holds is told by its first
bytes, never by its name. Nothing is unpacked to disk, and no more than one stream is open at a time.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from tawatur.model import InputError

STANDARD_INPUT = "-"
#: Bytes that are read ahead to tell what a stream holds and how it is encoded.
HEAD = 1 << 16

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
# What can be told from its first bytes and is no text: (signature, its name, what the user can do).
_UNREAD = (
    (b"\x1f\x8b", "gzip", "unpack it first"),
    (b"BZh", "bzip2", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip", "unpack it first"),
    (b"%PDF-", "a PDF", "give its text"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as plain text"),
    (b"SQLite format 3\0", "an SQLite database", "name it with --ledger if it is a ledger"),
    (b"PAR1", "Parquet", "write it as JSON Lines"),
)
#: What reading a damaged or locked archive raises, at its beginning or in its midst.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class Stream(NamedTuple):
    """A stream of bytes: the file that the user knows, the archive's member if it is one, its first bytes, all."""

    source: str
    member: str | None
    head: bytes
    body: IO[bytes]

    def place(self, where: str | None = None) -> str | None:
        """Return the place that an error names: the member, and `where` in it."""
        return ", ".join(part for part in (self.member, where) if part) or None

    def error(self, problem: str, where: str | None = None, remedy: str | None = None) -> InputError:
        """Return the error that names this stream."""
        return InputError(problem, source=self.source, place=self.place(where), remedy=remedy)


def streams(paths: Sequence[str]) -> Iterator[Stream | InputError]:
    """Yield each stream that `paths` hold; what can't be opened is yielded as an error, and the rest goes on.

    A stream must be used before the next is asked for. `-` is standard input.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _unfold(sys.stdin.buffer, STANDARD_INPUT)
        elif Path(path).is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)


def _folder(path: str) -> Iterator[Stream | InputError]:
    found = False
    for name in sorted(_files(path)):
        found = True
        yield from _file(name)
    if not found:
        yield InputError("an empty folder", source=path, remedy="name a folder that holds reports")


def _files(path: str) -> Iterator[str]:
    """Yield the files below `path`, without hidden ones (what editors and file managers leave behind)."""
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names if not name.startswith("."))  # noqa: PTH118  a `./` that the user wrote stays


def _file(path: str) -> Iterator[Stream | InputError]:
    try:
        with Path(path).open("rb") as body:
            yield from _unfold(body, path)
    except FileNotFoundError:
        yield InputError("no such file or folder", source=path, remedy="check the path")
    except PermissionError:
        yield InputError("can't be read", source=path, remedy="check its permissions")
    except OSError as error:
        yield InputError(error.strerror or str(error), source=path)


def _unfold(body: IO[bytes], source: str) -> Iterator[Stream | InputError]:
    head = body.read(HEAD)
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        yield from _archive(head, body, source)
    else:
        yield _checked(Stream(source, None, head, _rejoin(head, body)))


def _archive(head: bytes, body: IO[bytes], source: str) -> Iterator[Stream | InputError]:
    with tempfile.SpooledTemporaryFile(max_size=1 << 26) as copy:
        seekable: IO[bytes] = body
        if not body.seekable():
            copy.write(head)
            shutil.copyfileobj(body, copy)
            seekable = copy
        seekable.seek(0)
        try:
            archive = zipfile.ZipFile(seekable)
        except DAMAGE as error:
            yield InputError(f"a damaged zip: {error}", source=source, remedy="fetch or pack it again")
            return
        with archive:
            yield from _members(archive, source)


def _members(archive: zipfile.ZipFile, source: str) -> Iterator[Stream | InputError]:
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        hidden = any(part.startswith((".", "__MACOSX")) for part in entry.filename.split("/"))
        if entry.is_dir() or hidden:
            continue
        try:
            with archive.open(entry) as body:
                head = body.read(HEAD)
                stream = Stream(source, entry.filename, head, _rejoin(head, body))
                if head.startswith(_ZIP):
                    yield stream.error("a zip inside a zip", remedy="unpack the outer one first")
                else:
                    yield _checked(stream)
        except DAMAGE as error:
            remedy = "unpack it with its password first" if "password" in str(error) else "fetch or pack it again"
            yield InputError(f"can't be unpacked: {error}", source=source, place=entry.filename, remedy=remedy)


def _checked(stream: Stream) -> Stream | InputError:
    if not stream.head.strip(b"\0 \t\r\n"):
        return stream.error("empty", remedy="nothing to read in it")
    for signature, name, remedy in _UNREAD:
        if stream.head.startswith(signature):
            return stream.error(f"is {name}, which is not read", remedy=remedy)
    return stream


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


def _rejoin(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    return io.BufferedReader(_Rejoined(head, rest), HEAD)
