"""`tawatur serve`: the pages and the HTTP API."""

from __future__ import annotations

import click

from tawatur.cli import options


@click.command()
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 is any."
)
@click.option("--read-only", is_flag=True, help="Refuse every change of the ledger.")
@options.ledger
@options.packs
def serve(*, host: str, port: int, read_only: bool, ledger: str, packs: tuple[str, ...]) -> None:
    """Serve the pages and the HTTP API.

    The server listens to this machine alone, and stops on Ctrl-C.

    \b
    Example:
      tawatur serve
      tawatur serve --ledger feed.db --port 8080 --read-only
    """  # noqa: D301
    import uvicorn  # noqa: PLC0415  slow to import, as is what follows

    from tawatur.web import Settings, create_app  # noqa: PLC0415

    settings = Settings(ledger=ledger, host=host, port=port, read_only=read_only, packs=options.chosen(packs))
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", server_header=False)
