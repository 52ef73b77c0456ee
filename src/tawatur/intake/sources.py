"""Sources: the paths that a user names, walked down to single streams of bytes, one at a time.

A folder is walked recursively in sorted order, a container unfolded to what it holds; what a stream holds is told by
its first bytes, never by its name. Nothing is unpacked to disk but what must be read in any order and can't be, into
a temporary file without a name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from tawatur.intake.containers import unfold
from tawatur.intake.kinds import unread
from tawatur.intake.limits import RATIO, Bomb, Budget, metered
from tawatur.intake.streams import Stream, opened
from tawatur.model import InputError

STANDARD_INPUT = "-"


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
