"""Running the server for a command: the ledger's findings up to date, the address said, until Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

import click

from tawatur.cli.messages import complain, progress
from tawatur.model import InputError

if TYPE_CHECKING:
    from tawatur.web.settings import Settings


def run(settings: Settings, *, proxies: Sequence[str] = ()) -> None:
    """Serve a ledger until Ctrl-C. Raises InputError where there is no ledger, or the address can't be had."""
    import uvicorn  # noqa: PLC0415  slow to import, as is what follows

    from tawatur.web import create_app  # noqa: PLC0415
    from tawatur.web.serving import configuration  # noqa: PLC0415

    app = create_app(settings)
    if not settings.read_only:
        _collate(settings)
    config = configuration(app, host=settings.host, port=settings.port, proxies=proxies)
    with _listening(settings.host, settings.port) as listener:
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        click.echo(f"serving at http://{shown}:{listener.getsockname()[1]}/ until Ctrl-C")
        with suppress(KeyboardInterrupt):  # the server has ended what was under way, and says so again
            uvicorn.Server(config).run([listener])


def _collate(settings: Settings) -> None:
    """Bring the findings up to date, which the pages show; where that can't be, what stands is shown."""
    from tawatur.client import open_ledger  # noqa: PLC0415
    from tawatur.packs import load  # noqa: PLC0415
    from tawatur.standing import Standing  # noqa: PLC0415

    with open_ledger(settings.ledger) as ledger, progress("collating"):
        try:
            Standing(ledger, load(settings.packs)).bring_up_to_date()
        except InputError as error:
            complain(f"{error}: the findings are shown as they stand")


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises InputError where the address can't be had."""
    with ExitStack() as unused:
        try:
            family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            listener = unused.enter_context(socket.socket(family, kind, protocol))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()  # who reads the address may come at once: he waits until the server takes him
        except OSError as error:
            problem = f"can't be listened at: {error.strerror or error}"
            raise InputError(problem, source=f"{host}:{port}", remedy="name another --host or --port") from error
        unused.pop_all()
    return listener
