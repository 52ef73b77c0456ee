"""`tawatur serve`: the pages and the HTTP API."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

import click

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
    read_only: bool,
    ledger: str,
    packs: tuple[str, ...],
) -> None:
    """Serve the pages and the HTTP API.

    On this machine alone, whoever uses it may do everything; where others can reach the server (another --host, a
    --public-url), or where the ledger has accounts (tawatur user), they sign in. Ctrl-C stops it. The log goes to
    standard error, a JSON object a line. With --openid, $TAWATUR_OPENID_SECRET is what the provider gave this server.

    \b
    Example:
      tawatur serve
      tawatur serve --ledger feed.db --port 8080 --read-only
      tawatur serve --public-url https://ledger.example.org --proxy 127.0.0.1
    """  # noqa: D301
    import uvicorn  # noqa: PLC0415  slow to import, as is what follows

    from tawatur.web import Settings, create_app  # noqa: PLC0415
    from tawatur.web.serving import configuration  # noqa: PLC0415

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
    config = configuration(create_app(settings), host=host, port=port, proxies=proxies)
    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"serving at http://{shown}:{listener.getsockname()[1]}/ until Ctrl-C")
        with suppress(KeyboardInterrupt):  # the server has ended what was under way, and says so again
            uvicorn.Server(config).run([listener])


def _openid(issuer: str | None, client: str | None) -> OpenIdSettings | None:
    """Return the OpenID provider's settings; the secret is the environment's, as all can read a command line."""
    from tawatur.web.settings import OpenIdSettings  # noqa: PLC0415

    if issuer is None:
        return None
    secret = os.environ.get(_SECRET)
    if client is None or not secret:
        raise InputError("an OpenID provider needs a client", source=issuer, remedy=f"--openid-client, and ${_SECRET}")
    return OpenIdSettings(issuer=issuer, client=client, secret=secret)


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises InputError where the address can't be had."""
    with ExitStack() as unused:
        try:
            family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            listener = unused.enter_context(socket.socket(family, kind, protocol))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError as error:
            problem = f"can't be listened at: {error.strerror or error}"
            raise InputError(problem, source=f"{host}:{port}", remedy="name another --host or --port") from error
        unused.pop_all()
    return listener
