"""Watching: a round over feeds, in which each is asked for what is new, changed or gone, and none can stop another.

All that a round knows of the ones before stands in the ledger, so that it may be killed at any moment: an entry is
noted when what it led to is written, a feed's own capture when all its entries are.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec

from tawatur.cli import workers
from tawatur.cli.feeds_file import Feed
from tawatur.cli.reading import fingerprint
from tawatur.cli.writing import kept_form
from tawatur.intake.fields import Fields
from tawatur.intake.readers import read_stream
from tawatur.intake.readers.feeds import Announced
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.intake.web.captures import Capture, Unchanged
from tawatur.intake.web.fetcher import Fetcher, GoneError
from tawatur.intake.web.following import announces, entries, unfolded
from tawatur.ledger import Capture as Kept
from tawatur.ledger import Entry, Ledger, Watched
from tawatur.model import InputError

#: What a round counts, in the order in which it is told.
OUTCOMES = ("new", "changed", "unchanged", "gone", "failed")
Log = Callable[[dict[str, object]], None]


class Outcome(msgspec.Struct):
    """What became of a feed, or of a round over all: entries by outcome, documents, claims, and what failed."""

    entries: Counter[str] = msgspec.field(default_factory=Counter)
    documents: int = 0
    claims: int = 0
    error: str | None = None

    def add(self, other: Outcome) -> None:
        """Add another's counts."""
        self.entries.update(other.entries)
        self.documents += other.documents
        self.claims += other.claims

    def line(self) -> str:
        """Return it in a line."""
        counts = ", ".join(f"{self.entries[name]:,} {name}" for name in OUTCOMES if self.entries[name])
        return f"{counts or 'nothing new'}; {self.documents:,} documents, {self.claims:,} claims"


class Watcher:
    """Reads feeds into a ledger. `log` is given an object for every feed and every entry that was not as before."""

    def __init__(
        self,
        store: Ledger,
        fetcher: Fetcher,
        packs: tuple[str, ...],
        *,
        log: Log = lambda _event: None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._packs = packs
        self._log = log
        self._now = now

    def round(self, feeds: list[Feed]) -> Iterator[tuple[Feed, Outcome]]:
        """Yield what became of each feed; one that fails says so, and the next is read."""
        for feed in feeds:
            begun = time.monotonic()
            outcome = Outcome()
            try:
                self._read(feed, outcome)
            except InputError as error:
                outcome.error = str(error)
            except Exception as error:  # noqa: BLE001  one bad feed must not stop the others
                outcome.error = f"{feed.url}: could not be read: {type(error).__name__}: {error}"
            counts: dict[str, object] = {name: outcome.entries[name] for name in OUTCOMES}
            self._say(
                "feed",
                feed.url,
                **counts,
                documents=outcome.documents,
                claims=outcome.claims,
                seconds=round(time.monotonic() - begun, 3),
                error=outcome.error,
            )
            yield feed, outcome

    def _read(self, feed: Feed, outcome: Outcome) -> None:
        with self._store.captures(writing=False) as captures:
            last = captures.newest(feed.url)
            known = captures.watched(feed.url)
        capture = self._fetcher.fetch(feed.url, before=None if last is None else last.headers)
        if isinstance(capture, Unchanged):
            for state in known.values():
                if state.gone is None:
                    self._entry(feed, Announced(state.url, None, state.mark), state, outcome)
            return
        streams = [found for found in unfolded(capture) if isinstance(found, Stream)]
        if not streams:
            raise InputError("nothing that can be read", source=feed.url, remedy="check the address")
        if not announces(streams[0]):
            self._page(feed, capture, known.get(feed.url), outcome)
            return
        named, stream = entries(streams[0])
        if feed.pages:
            for entry in named:
                self._entry(feed, entry, known.get(entry.url), outcome)
        else:
            self._texts(feed, stream, known, outcome)
        with self._store.captures() as captures:
            lost = [url for url, state in known.items() if state.gone is None and url not in {one.url for one in named}]
            captures.lose(feed.url, lost, self._instant())
            captures.keep(kept_form(capture), capture.body)
        for url in lost:
            self._say("entry", url, outcome="left the feed", feed=feed.url)

    def _entry(self, feed: Feed, entry: Announced, state: Watched | None, outcome: Outcome) -> None:
        """Read an entry's page where it is new, or the feed says something else of it, or it is time to look again."""
        if state is not None and state.mark == entry.mark and not self._is_due(state, feed):
            outcome.entries["unchanged"] += 1
            return
        with self._store.captures(writing=False) as captures:
            last = captures.newest(entry.url)
        try:
            capture = self._fetcher.fetch(entry.url, before=None if last is None else last.headers)
            if isinstance(capture, Unchanged) or (last is not None and last.hash == capture.hash):
                self._note(feed, entry, None if isinstance(capture, Unchanged) else capture)
                outcome.entries["unchanged"] += 1
                return
            self._take(feed, entry, unfolded(capture), capture, outcome, changed=last is not None)
        except GoneError as error:
            self._gone(feed, entry, error, outcome)
        except InputError as error:
            outcome.entries["failed"] += 1
            self._say("entry", entry.url, outcome="failed", feed=feed.url, error=str(error))

    def _page(self, feed: Feed, capture: Capture, state: Watched | None, outcome: Outcome) -> None:
        """Read a page that is watched itself."""
        entry = Announced(feed.url, None, capture.hash[:32])
        if state is not None and state.mark == entry.mark:
            self._note(feed, entry, capture)
            outcome.entries["unchanged"] += 1
            return
        self._take(feed, entry, unfolded(capture), capture, outcome, changed=state is not None)

    def _take(
        self,
        feed: Feed,
        entry: Announced,
        streams: Iterator[Stream | InputError],
        capture: Capture,
        outcome: Outcome,
        *,
        changed: bool,
    ) -> None:
        """Read what stands at an entry's address into the ledger; with it, note the entry and keep the capture."""
        records: list[Record | InputError] = []
        for found in streams:
            records += [found] if isinstance(found, InputError) else read_stream(found, Fields())
        documents = self._write(feed, entry, records, outcome)
        self._note(feed, entry, capture)
        name = "changed" if changed else "new"
        outcome.entries[name] += 1
        self._say("entry", entry.url, outcome=name, feed=feed.url, documents=documents, capture=capture.hash)

    def _texts(self, feed: Feed, stream: Stream, known: dict[str, Watched], outcome: Outcome) -> None:
        """Read the texts that a feed gives itself."""
        for record in read_stream(stream, Fields()):
            if isinstance(record, InputError):
                outcome.entries["failed"] += 1
                self._say("entry", feed.url, outcome="failed", feed=feed.url, error=str(record))
                continue
            url = record.url or record.metadata.get("entry") or fingerprint(record)
            entry = Announced(url, record.date, fingerprint(record))
            state = known.get(url)
            if state is not None and state.mark == entry.mark:
                outcome.entries["unchanged"] += 1
                continue
            documents = self._write(feed, entry, [record], outcome)
            self._note(feed, entry, None)
            name = "new" if state is None else "changed"
            outcome.entries[name] += 1
            self._say("entry", url, outcome=name, feed=feed.url, documents=documents)

    def _write(self, feed: Feed, entry: Announced, records: list[Record | InputError], outcome: Outcome) -> list[str]:
        """Read records and put them into the ledger; return their documents' ids."""
        made: list[Entry] = []
        for record in records:
            result: object = record
            if isinstance(record, Record):
                told = msgspec.structs.replace(
                    record, date=record.date or entry.date, publisher=record.publisher or feed.publisher
                )
                result = workers.read(fingerprint(told), told, self._packs)
            if isinstance(result, workers.Reading):
                made.append(Entry(result.document, result.claims, result.fingerprint))
            else:
                outcome.entries["failed"] += 1
                self._say("entry", entry.url, outcome="failed", feed=feed.url, error=str(result))
        added = self._store.add_many(made)
        outcome.documents += added.documents
        outcome.claims += added.claims
        return [one.document.id for one in made]

    def _gone(self, feed: Feed, entry: Announced, error: GoneError, outcome: Outcome) -> None:
        """Note that a page is not there any more. What was read of it stays."""
        with self._store.captures() as captures:
            last = next(iter(reversed(list(captures.history(entry.url)))), None)
            if last is None or last.status != error.status:
                captures.keep(
                    Kept(url=entry.url, answered=entry.url, instant=self._instant(), status=error.status, headers={})
                )
                outcome.entries["gone"] += 1
                self._say("entry", entry.url, outcome="gone", feed=feed.url, status=error.status)
            else:
                outcome.entries["unchanged"] += 1
            captures.note(feed.url, entry.url, entry.mark, self._instant())

    def _note(self, feed: Feed, entry: Announced, capture: Capture | None) -> None:
        with self._store.captures() as captures:
            if capture is not None:
                captures.keep(kept_form(capture), capture.body)
            captures.note(feed.url, entry.url, entry.mark, self._instant())

    def _is_due(self, state: Watched, feed: Feed) -> bool:
        """Tell whether it is time to look whether a page has changed."""
        with suppress(ValueError):
            return self._now() - dt.datetime.fromisoformat(state.last) >= dt.timedelta(seconds=feed.recheck)
        return True

    def _instant(self) -> str:
        return self._now().astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def _say(self, event: str, url: str, **said: object) -> None:
        """Write an event to the log; what is None is left out."""
        found = {"at": self._instant(), "event": event, "url": url, **said}
        self._log({name: value for name, value in found.items() if value is not None})
