"""What a server is told when it starts."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import msgspec

MEGABYTE = 1_000_000


class OpenIdSettings(msgspec.Struct, frozen=True, kw_only=True):
    """An OpenID provider by its issuer's address, and what it knows this server by."""

    issuer: str
    client: str
    secret: str


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a ledger is served.

    `ledger` is a file or a database's URL. `host`, `port` are where the server listens; `public_url` is the address
    at which browsers reach it, where that is another one (behind a proxy). `read_only` refuses every change of the
    ledger. `packs` are the names of packs, or their folders; none means all bundled ones. `largest_body` is in bytes,
    `patience` how long to wait for a request's next bytes, in seconds.
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str | None = None
    read_only: bool = False
    packs: tuple[str, ...] = ()
    largest_body: int = 10 * MEGABYTE
    patience: float = 30.0
    openid: OpenIdSettings | None = None

    @property
    def exposed(self) -> bool:
        """Whether others than this machine's own users can reach the server."""
        return self.public_url is not None or not is_loopback(self.host)

    @property
    def public_host(self) -> str | None:
        """The host, with its port where one is named, of the public address."""
        return urlsplit(self.public_url).netloc.lower() if self.public_url is not None else None

    @property
    def secure(self) -> bool:
        """Whether browsers reach the server by TLS alone."""
        return self.public_url is not None and urlsplit(self.public_url).scheme == "https"


def is_loopback(host: str) -> bool:
    """Return whether a host's name or address is this machine's own, reached from nowhere else."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
