"""Lines for the user on standard error, and progress where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click


class Counter(Protocol):
    """What shows how far a command has come."""

    def __call__(self, note: str) -> None:
        """Show `note` in place of the last one."""


def complain(message: str) -> None:
    """Print one line on standard error."""
    click.echo(f"tawatur: {' '.join(message.split())}", err=True)


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Counter]:
    """Show a running note on standard error while the block runs; nothing where that is no terminal, or `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield lambda _note: None
        return
    from rich.console import Console  # noqa: PLC0415  slow to import, and for terminals only

    with Console(stderr=True).status(what) as status:
        yield lambda note: status.update(f"{what} {note}")
