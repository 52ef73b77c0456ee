"""JSON Lines that a user names on the command line, read as a type of the model."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypeVar

from tawatur.model import InputError, read_lines

T = TypeVar("T")


def load(kind: type[T], path: str) -> list[T]:
    """Return the rows of the JSON Lines at `path` (`-`: standard input).

    Raises InputError where the file can't be read, or a line is no `kind`.
    """
    if path == "-":
        return list(read_lines(kind, sys.stdin.buffer, path))
    try:
        with Path(path).open("rb") as lines:
            return list(read_lines(kind, lines, path))
    except OSError as error:
        raise InputError(error.strerror or str(error), source=path, remedy="check the path") from error
