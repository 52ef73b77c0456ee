"""Values asked for by the thousand, and not one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

#: Values in one statement; SQLite allows 32,766.
BATCH = 5_000


def batches(values: Collection[Any]) -> Iterator[list[Any]]:
    """Yield the values in order, as many at a time as one statement may ask for."""
    ordered = sorted(values)
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]
