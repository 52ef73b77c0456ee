"""Captures: what was fetched, byte for byte, so that a claim's evidence outlives its page; and what feeds announced."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from sqlalchemy import Connection, RowMapping, insert, select, update

from tawatur.ledger.tables import bodies, captures, watched

_HEADERS = msgspec.json.Decoder(dict[str, str])


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """An answer of a server: `hash` is the SHA-256 of its bytes, None where there were none (gone, refused).

    `url` was asked for, `answered` gave the answer; `instant` is ISO 8601 in UTC; header names are in small letters.
    """

    url: str
    answered: str
    instant: str
    status: int
    headers: dict[str, str]
    hash: str | None = None


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a feed: a mark of what the feed said of it, when it was first met and last read, and since when the
    feed has it no more.
    """

    url: str
    mark: str
    first: str
    last: str
    gone: str | None = None


class Captures:
    """The captures of a ledger, in a transaction of its caller's. Nothing is ever overwritten or deleted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, capture: Capture, body: bytes | None = None) -> Capture:
        """Keep an answer with its bytes, the same bytes once; return it with their hash."""
        if body is not None:
            digest = hashlib.sha256(body).hexdigest()
            known = self._connection.scalar(select(bodies.c.hash).where(bodies.c.hash == digest))
            if known is None:
                packed = zlib.compress(body)
                self._connection.execute(insert(bodies), {"hash": digest, "size": len(body), "packed": packed})
            capture = msgspec.structs.replace(capture, hash=digest)
        row = msgspec.structs.asdict(capture)
        self._connection.execute(insert(captures), row | {"headers": msgspec.json.encode(capture.headers).decode()})
        return capture

    def history(self, url: str) -> Iterator[Capture]:
        """Yield the captures of an address, the oldest first."""
        selection = select(captures).where(captures.c.url == url).order_by(captures.c.number)
        for row in self._connection.execute(selection).mappings():
            yield _capture(row)

    def newest(self, url: str) -> Capture | None:
        """Return the newest capture of an address that has bytes, None where there is none."""
        selection = select(captures).where(captures.c.url == url, captures.c.hash.is_not(None))
        row = self._connection.execute(selection.order_by(captures.c.number.desc()).limit(1)).mappings().first()
        return None if row is None else _capture(row)

    def body(self, digest: str) -> bytes | None:
        """Return the bytes of a hash (a document's is its metadata's `capture`), None where they are not here."""
        packed = self._connection.scalar(select(bodies.c.packed).where(bodies.c.hash == digest))
        return None if packed is None else zlib.decompress(packed)

    def watched(self, feed: str) -> dict[str, Watched]:
        """Return the entries of a feed, by address."""
        selection = select(watched).where(watched.c.feed == feed).order_by(watched.c.number)
        return {
            row["url"]: Watched(
                url=row["url"], mark=row["mark"], first=row["first"], last=row["last"], gone=row["gone"]
            )
            for row in self._connection.execute(selection).mappings()
        }

    def note(self, feed: str, url: str, mark: str, instant: str) -> None:
        """Note that an entry of a feed was read."""
        row = {"mark": mark, "last": instant, "gone": None}
        place = (watched.c.feed == feed) & (watched.c.url == url)
        if self._connection.execute(update(watched).where(place).values(row)).rowcount == 0:
            self._connection.execute(insert(watched), row | {"feed": feed, "url": url, "first": instant})

    def lose(self, feed: str, urls: Iterable[str], instant: str) -> None:
        """Note that a feed has entries no more. What was read of them stays."""
        for url in urls:
            place = (watched.c.feed == feed) & (watched.c.url == url) & watched.c.gone.is_(None)
            self._connection.execute(update(watched).where(place).values(gone=instant))


def _capture(row: RowMapping | Mapping[str, object]) -> Capture:
    return Capture(
        url=str(row["url"]),
        answered=str(row["answered"]),
        instant=str(row["instant"]),
        status=int(str(row["status"])),
        headers=_HEADERS.decode(str(row["headers"])),
        hash=None if row["hash"] is None else str(row["hash"]),
    )
