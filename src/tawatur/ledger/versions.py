"""Versions of a page: what was read from one address again, changed, takes the place of what was read before.

Two texts of one address are versions of a page where they share most of the shorter one's words in their order; else
they are two reports, as an address may be a newspaper's front page. The one that was read last is the newest. Nothing
of an older one is lost: its text, its claims and their decisions stay, and are found where they are asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from sqlalchemy import Connection, func, select, update

from tawatur.ledger import tallies
from tawatur.ledger.batches import batches
from tawatur.ledger.collating import Collating
from tawatur.ledger.review.rulings import ruled_with
from tawatur.ledger.tables import claims, documents

#: So much of the shorter text's runs of three words stands in the longer one.
_SHARED = 0.5
_RUN = 3
#: So many texts of one address are looked at for the one that a new text supersedes, the last read first.
_LOOKED_AT = 5


def supersede(connection: Connection, urls: Iterable[str], new: Collection[int]) -> None:
    """Let new documents of some addresses, by their numbers, take the place of older versions of theirs."""
    for page in batches(sorted(set(urls))):
        selection = (
            select(documents.c.url, documents.c.number)
            .where(documents.c.url.in_(page), documents.c.superseded.is_(None))
            .order_by(documents.c.number)
        )
        by_url: dict[str, list[int]] = {}
        for url, number in connection.execute(selection):
            by_url.setdefault(url, []).append(number)
        for numbers in by_url.values():
            if len(numbers) > 1:
                _supersede(connection, numbers, new)


def supersede_all(connection: Connection) -> None:
    """Find the versions among all documents of a ledger that knows of none."""
    several = select(documents.c.url).where(documents.c.url.is_not(None)).group_by(documents.c.url)
    urls = connection.scalars(several.having(func.count() > 1)).all()
    supersede(connection, urls, connection.scalars(select(documents.c.number).where(documents.c.url.in_(urls))).all())


def versions_of(connection: Connection, document_id: str) -> tuple[str, ...]:
    """Return the ids of the versions of a document's page, the newest first; none where there is no such document."""
    columns = (documents.c.number, documents.c.id, documents.c.superseded)
    row = connection.execute(select(*columns).where(documents.c.id == document_id)).one_or_none()
    if row is None:
        return ()
    while row.superseded is not None:
        row = connection.execute(select(*columns).where(documents.c.number == row.superseded)).one()
    found = []
    while row is not None:
        found.append(row.id)
        row = connection.execute(select(*columns).where(documents.c.superseded == row.number)).one_or_none()
    return tuple(found)


def _supersede(connection: Connection, numbers: list[int], new: Collection[int]) -> None:
    current: list[int] = []
    runs: dict[int, frozenset[tuple[str, ...]]] = {}
    for number in numbers:
        if number in new:
            near = current[-_LOOKED_AT:]
            runs |= _runs(connection, {number, *near} - runs.keys())
            older = next((one for one in reversed(near) if _is_version(runs[one], runs[number])), None)
            if older is not None:
                current.remove(older)
                _set_aside(connection, older, number)
        current.append(number)


def _runs(connection: Connection, numbers: Collection[int]) -> Mapping[int, frozenset[tuple[str, ...]]]:
    selection = select(documents.c.number, documents.c.text).where(documents.c.number.in_(numbers))
    return {number: _runs_of(text.split()) for number, text in connection.execute(selection)}


def _runs_of(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False)) or frozenset(pairwise(words))


def _is_version(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return len(one & other) >= max(1, _SHARED * min(len(one), len(other)))


def _set_aside(connection: Connection, older: int, newer: int) -> None:
    Collating(connection).reconsider({older, *ruled_with(connection, [older])})
    connection.execute(update(documents).where(documents.c.number == older).values(superseded=newer))
    with tallies.kept(connection, older):
        held = update(claims).where(claims.c.document == older, claims.c.reviewed.is_(True))
        connection.execute(held.values(superseded=True, reviewed=False))
    connection.execute(update(claims).where(claims.c.document == older).values(priority=None))
