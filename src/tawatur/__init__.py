"""tawatur reads Arabic reporting on a conflict, keeps a ledger of its claims, and collates the reports."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from tawatur.client.interface import Client

__version__ = "0.1.0"


def open(  # noqa: A001  the one thing that a package of ledgers opens
    path_or_url: str | os.PathLike[str],
    *,
    token: str | None = None,
    reviewer: str | None = None,
    packs: tuple[str, ...] = (),
    read_only: bool = False,
    create: bool = False,
) -> Client:
    """Open a ledger: an SQLite file by its path, a PostgreSQL database or a server by its URL.

    `token` is a server's API token ($TAWATUR_TOKEN, where it is None). `reviewer` signs decisions on a file or a
    database ($TAWATUR_REVIEWER, or the login); on a server the token's user does. `packs` are the packs to read and
    name actors with, all bundled ones where it is empty; a server has its own. `read_only` leaves a file or database as
    it is; `create` makes a file that is not there. Raises `tawatur.model.InputError` where there is no ledger.
    """
    # By name: the package stands below all that it holds, and `import tawatur` stays quick.
    opening = importlib.import_module("tawatur.client.opening")
    client: Client = opening.connect(
        path_or_url, token=token, reviewer=reviewer, packs=packs, read_only=read_only, create=create
    )
    return client
