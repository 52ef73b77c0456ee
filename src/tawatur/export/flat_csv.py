"""CSV: a row for each claim, with its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.export.account import Account
from tawatur.export.cells import Cell, csv_rows
from tawatur.export.fields import FIELDS, row
from tawatur.export.items import Item
from tawatur.export.naming import Naming


def write(items: Iterable[Item], _naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield the heading and a row for each claim."""

    def rows() -> Iterator[Sequence[Cell]]:
        yield FIELDS
        for item in items:
            account.written += 1
            yield row(item)

    yield from csv_rows(rows())
