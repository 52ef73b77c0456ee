"""Rows of events: what the data sets in whose shape a claim may be written have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tawatur.export.account import Account
from tawatur.export.cells import Cell
from tawatur.export.items import Item
from tawatur.export.naming import EventType, event_types
from tawatur.model import Claim

#: Why a claim is no event of a data set; None where it is one.
Unfit = Callable[[Claim, EventType | None], str | None]


def event_rows(
    columns: Sequence[str],
    items: Iterable[Item],
    account: Account,
    unfit: Unfit,
    event_of: Callable[[Item, EventType], dict[str, Cell]],
) -> Iterator[Sequence[Cell]]:
    """Yield the heads of the columns, then a row for each claim of an event; the account tells of the others."""
    yield columns
    for item in items:
        event = event_types().get(item.claim.measure)
        why = unfit(item.claim, event)
        if why is not None or event is None:
            account.leave_out(why or "")
            continue
        account.written += 1
        values = event_of(item, event)
        yield [values.get(name) for name in columns]


def untold(claim: Claim) -> str | None:
    """Return why a claim tells of no event of its own, whatever the data set; None where it does."""
    if claim.modality not in ("asserted", "estimated"):
        return "not said to have happened"
    return None if claim.same_as is None else "said before in the same report"
