"""Lines for the user on standard error, and progress where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


class Counter:
    """What shows how far a command has come; `shown` tells whether anybody sees it."""

    def __init__(self, show: Callable[[str], None] | None = None) -> None:
        self._show = show
        self.shown = show is not None

    def __call__(self, note: str) -> None:
        """Show `note` in place of the last one."""
        if self._show is not None:
            self._show(note)


def complain(message: str) -> None:
    """Print one line on standard error."""
    click.echo(f"tawatur: {' '.join(message.split())}", err=True)


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Counter]:
    """Show a running note on standard error while the block runs; nothing where that is no terminal, or `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield Counter()
        return
    from rich.console import Console  # noqa: PLC0415  slow to import, and for terminals only
    from rich.live import Live  # noqa: PLC0415
    from rich.spinner import Spinner  # noqa: PLC0415

    spinner = Spinner("dots", what)
    # Standard output is left alone: it may well be a file.
    with Live(spinner, console=Console(stderr=True), transient=True, redirect_stdout=False, refresh_per_second=8):
        yield Counter(lambda note: spinner.update(text=f"{what}: {note}"))
