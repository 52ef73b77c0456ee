"""Sources: the paths that a user names, walked down to single streams of bytes, one at a time.

A folder is walked recursively in sorted order, a container unfolded to what it holds; what a stream holds is told by
its first bytes, never by its name. Nothing is unpacked to disk but what must be read in any order and can't be, into
a temporary file without a name.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from tawatur.intake.containers import unfold
from tawatur.intake.kinds import unread
from tawatur.intake.limits import RATIO, Bomb, Budget, metered
from tawatur.intake.streams import Stream, opened
from tawatur.intake.web.following import Web, announces
from tawatur.model import InputError

STANDARD_INPUT = "-"


class Position:
    """How far reading has come: bytes of files read, of `total`; addresses and pipes have no size that is known."""

    def __init__(self) -> None:
        self.total = 0
        self._done = 0
        self._body: IO[bytes] | None = None

    def measure(self, paths: Sequence[str]) -> None:
        """Add up the sizes of the files of `paths`."""
        for path in paths:
            names = _files(path) if Path(path).is_dir() else [path]
            for name in names:
                with contextlib.suppress(OSError):
                    self.total += Path(name).stat().st_size

    @property
    def read(self) -> int:
        """The bytes read so far."""
        try:
            return self._done + (self._body.tell() if self._body is not None else 0)
        except (OSError, ValueError):
            return self._done

    def begin(self, body: IO[bytes]) -> None:
        """Note that a file is being read."""
        self._body = body

    def end(self, size: int) -> None:
        """Note that a file of `size` bytes is done with."""
        self._done += size
        self._body = None


def streams(
    paths: Sequence[str], web: Web | None = None, position: Position | None = None
) -> Iterator[Stream | InputError]:
    """Yield each stream that `paths` hold; what can't be opened is yielded as an error, and the rest goes on.

    A stream must be used before the next is asked for. `-` is standard input; addresses, and those that feeds and
    sitemaps name, are fetched by `web`, where it is given.
    """
    for path in paths:
        for found in _streams(path, web, position):
            if web is not None and isinstance(found, Stream) and announces(found) and not is_address(path):
                yield from web.named(found)
            else:
                yield found


def is_address(path: str) -> bool:
    """Tell whether a path is an address of the web."""
    return path.lower().startswith(("http://", "https://"))


def _streams(path: str, web: Web | None, position: Position | None) -> Iterator[Stream | InputError]:
    if path == STANDARD_INPUT:
        yield from _unfold(sys.stdin.buffer, STANDARD_INPUT)
    elif not is_address(path):
        names = sorted(_files(path)) if Path(path).is_dir() else [path]
        for name in names:
            yield from _file(name, position)
        if not names:
            yield InputError("an empty folder", source=path, remedy="name a folder that holds reports")
    elif web is None:
        yield InputError("an address, and nothing is fetched unasked", source=path, remedy="add --fetch")
    else:
        for found in web.streams(path):
            yield found if isinstance(found, InputError) else _checked(found)


def _files(path: str) -> Iterator[str]:
    """Yield the files below `path`, without hidden ones (what editors and file managers leave behind)."""
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names if not name.startswith("."))  # noqa: PTH118  a `./` that the user wrote stays


def _file(path: str, position: Position | None) -> Iterator[Stream | InputError]:
    try:
        with Path(path).open("rb") as body:
            if position is not None:
                position.begin(body)
            yield from _unfold(body, path)
            if position is not None:
                position.end(os.fstat(body.fileno()).st_size)
    except FileNotFoundError:
        yield InputError("no such file or folder", source=path, remedy="check the path")
    except PermissionError:
        yield InputError("can't be read", source=path, remedy="check its permissions")
    except OSError as error:
        yield InputError(error.strerror or str(error), source=path)


def _unfold(body: IO[bytes], source: str) -> Iterator[Stream | InputError]:
    budget = Budget()
    if body.seekable():
        budget.size = os.fstat(body.fileno()).st_size
    else:
        body = metered(body, budget, given=True)
    try:
        for found in unfold(opened(source, None, body), budget):
            yield found if isinstance(found, InputError) else _checked(found)
            budget.check()
    except Bomb:
        yield InputError(
            f"unpacks to more than {RATIO} times its size",
            source=source,
            remedy="it is made to fill disks; if you know it, unpack it yourself",
        )


def _checked(stream: Stream) -> Stream | InputError:
    if not stream.head.strip(b"\0 \t\r\n"):
        return stream.error("empty", remedy="nothing to read in it")
    name = unread(stream.head)
    if name is not None:
        return stream.error(f"is {name[0]}, which is not read", remedy=name[1])
    return stream
