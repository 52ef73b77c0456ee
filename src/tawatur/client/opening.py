"""Opening a ledger by its path or URL."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from tawatur.client.interface import Client
from tawatur.client.local import LocalLedger
from tawatur.client.remote import RemoteLedger
from tawatur.packs import names


def connect(
    path_or_url: str | os.PathLike[str],
    *,
    token: str | None = None,
    reviewer: str | None = None,
    packs: tuple[str, ...] = (),
    read_only: bool = False,
    create: bool = False,
) -> Client:
    """Return a client of the ledger at a path or URL; see `tawatur.open`."""
    where = os.fspath(path_or_url)
    if where.startswith(("http://", "https://")):
        return RemoteLedger(where, token=token or os.environ.get("TAWATUR_TOKEN"))
    missing = "://" not in where and not create and not Path(where).exists()
    return LocalLedger(
        where,
        packs=packs or names(),
        reviewer=reviewer or os.environ.get("TAWATUR_REVIEWER") or _login(),
        # none is made by asking: a ledger that is not there is told of as for reading only
        read_only=read_only or missing,
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return "reviewer"
