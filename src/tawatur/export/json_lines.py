"""JSON Lines: the canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawatur.export.account import Account
from tawatur.export.items import Item
from tawatur.export.naming import Naming
from tawatur.export.streams import encoded


def write(items: Iterable[Item], _naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a claim a line, in the codebook's form."""
    for item in items:
        account.written += 1
        yield encoded(item.claim) + b"\n"
