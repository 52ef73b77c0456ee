"""Values asked for by the thousand, and not one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from sqlalchemy import ARRAY, Connection, Integer, Select, bindparam, cast, func, select

#: Values in one statement; SQLite allows 32,766.
BATCH = 5_000


def batches(values: Collection[Any]) -> Iterator[list[Any]]:
    """Yield the values in order, as many at a time as one statement may ask for."""
    ordered = sorted(values)
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]


def listed(connection: Connection, numbers: list[int]) -> Select[int]:
    """Return the selection of some numbers, given as one value: they are found once, and looked up in many tables."""
    if connection.dialect.name == "postgresql":
        listed = func.unnest(cast(bindparam(None, numbers, type_=ARRAY(Integer)), ARRAY(Integer)))
        return select(listed.column_valued("value"))
    return select(func.json_each(msgspec.json.encode(numbers).decode()).table_valued("value").c.value)
