"""`tawatur serve`: the pages and the HTTP API."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from click.core import ParameterSource

from tawatur.cli import options
from tawatur.model import InputError

if TYPE_CHECKING:
    from tawatur.web.settings import OpenIdSettings

#: Where the secret that an OpenID provider gave to this server is.
_SECRET = "TAWATUR_OPENID_SECRET"  # noqa: S105  the variable's name


@click.command()
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 is any."
)
@click.option("--public-url", metavar="URL", help="The address at which browsers reach the server through a proxy.")
@click.option(
    "--proxy",
    "proxies",
    metavar="ADDRESS",
    multiple=True,
    help="A proxy whose X-Forwarded-For and -Proto are believed; may be given again.",
)
@click.option("--openid", "issuer", metavar="URL", help="An OpenID provider that users may sign in by: its issuer.")
@click.option("--openid-client", "client", metavar="ID", help="What the provider knows this server by.")
@click.option("--demo", "specimens", is_flag=True, help="Serve the bundled specimen reports, in a passing ledger.")
@click.option("--read-only", is_flag=True, help="Refuse every change of the ledger.")
@options.ledger
@options.packs
def serve(
    *,
    host: str,
    port: int,
    public_url: str | None,
    proxies: tuple[str, ...],
    issuer: str | None,
    client: str | None,
    specimens: bool,
    read_only: bool,
    ledger: str,
    packs: tuple[str, ...],
) -> None:
    """Serve the pages and the HTTP API.

    On this machine alone, whoever uses it may do everything; where others can reach the server (another --host, a
    --public-url), or where the ledger has accounts (tawatur user), they sign in. Ctrl-C stops it. The log goes to
    standard error, a JSON object a line. Findings are brought up to date first. Without a ledger the specimen reports
    are served, as with --demo. With --openid, $TAWATUR_OPENID_SECRET is what the provider gave this server.

    \b
    Example:
      tawatur serve
      tawatur serve --demo
      tawatur serve --ledger feed.db --port 8080 --read-only
      tawatur serve --public-url https://ledger.example.org --proxy 127.0.0.1
    """  # noqa: D301
    from tawatur.cli.serving import run  # noqa: PLC0415  slow to import, as is what follows
    from tawatur.web.settings import Settings  # noqa: PLC0415

    if public_url is not None and not public_url.startswith(("http://", "https://")):
        raise InputError("no address of a site", source=public_url, remedy="give one like https://ledger.example.org")
    settings = Settings(
        ledger=ledger,
        host=host,
        port=port,
        public_url=public_url,
        read_only=read_only,
        openid=_openid(issuer, client),
        packs=options.chosen(packs),
    )
    if specimens or _is_missing(ledger):
        from tawatur.cli.specimens import specimen_ledger  # noqa: PLC0415

        if not specimens:
            click.echo(f"{ledger}: no such ledger yet (tawatur read makes it); these are the specimen reports")
        with specimen_ledger(settings.packs, options.cores()) as passing:
            run(msgspec.structs.replace(settings, ledger=passing), proxies=proxies)
    else:
        run(settings, proxies=proxies)


def _is_missing(ledger: str) -> bool:
    """Tell whether the ledger is the one that stands in the folder where nobody names one, and is not there."""
    chosen = click.get_current_context().get_parameter_source("ledger")
    return chosen is ParameterSource.DEFAULT and not Path(ledger).exists()


def _openid(issuer: str | None, client: str | None) -> OpenIdSettings | None:
    """Return the OpenID provider's settings; the secret is the environment's, as all can read a command line."""
    from tawatur.web.settings import OpenIdSettings  # noqa: PLC0415

    if issuer is None:
        return None
    secret = os.environ.get(_SECRET)
    if client is None or not secret:
        raise InputError("an OpenID provider needs a client", source=issuer, remedy=f"--openid-client, and ${_SECRET}")
    return OpenIdSettings(issuer=issuer, client=client, secret=secret)
