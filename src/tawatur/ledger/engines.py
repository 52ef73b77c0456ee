"""What a database gives the ledger: engines for readers and for writers, and its troubles in a user's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

#: What went wrong, and what to do about it.
Trouble = tuple[str, str | None]

IN_USE = ("in use by another program", "wait until that is done, or name another --ledger")
FULL = ("the disk is full", "make room and run the same command again: it goes on from here")


class Engines(NamedTuple):
    """A database's engines, `reader` and `writer` on one pool of connections.

    `explain` returns the trouble that an error of the database means, None where it is none that a user could mend.
    """

    name: str
    reader: Engine
    writer: Engine
    explain: Callable[[DBAPIError], Trouble | None]
