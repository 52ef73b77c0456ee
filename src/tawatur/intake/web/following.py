"""Following: from an address to what stands there, and from a feed or a sitemap on to the pages that it names."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from tawatur.intake.containers import unfold
from tawatur.intake.kinds import markup
from tawatur.intake.limits import Bomb, Budget
from tawatur.intake.readers.encodings import encoding_of
from tawatur.intake.readers.feeds import Announced, announced
from tawatur.intake.streams import Stream
from tawatur.intake.web.captures import Capture, Unchanged
from tawatur.model import InputError

#: Pages read of one feed or sitemap at most: a site's whole archive is asked for otherwise.
MOST = 500
#: A sitemap may name sitemaps.
_DEEPEST = 2


class Fetching(Protocol):
    """What fetches one page: `tawatur.intake.web.fetcher.Fetcher`."""

    def fetch(self, url: str, *, before: Mapping[str, str] | None = None) -> Capture | Unchanged:
        """Return what stands at `url`. Raises InputError where it can't be had."""


class Web:
    """What is fetched for reading.

    `keep` is given every capture once its streams are read, `before` knows the headers of an address' last.
    """

    def __init__(
        self,
        fetcher: Fetching,
        *,
        keep: Callable[[Capture], None] = lambda _capture: None,
        before: Callable[[str], Mapping[str, str] | None] = lambda _url: None,
    ) -> None:
        self._fetcher = fetcher
        self._keep = keep
        self._before = before

    def streams(self, url: str) -> Iterator[Stream | InputError]:
        """Yield what stands at an address, or at those that a feed or a sitemap there names; nothing if unchanged."""
        yield from self._streams(url, 0)

    def named(self, stream: Stream) -> Iterator[Stream | InputError]:
        """Yield what stands at the addresses that a feed or a sitemap names."""
        yield from self._named(stream, 0)

    def _streams(self, url: str, depth: int) -> Iterator[Stream | InputError]:
        try:
            capture = self._fetcher.fetch(url, before=self._before(url))
        except InputError as error:
            yield error
            return
        if isinstance(capture, Unchanged):
            return
        for found in unfolded(capture):
            if isinstance(found, Stream) and depth < _DEEPEST and announces(found):
                yield from self._named(found, depth + 1)
            else:
                yield found
        # Not before: whoever keeps it will not fetch it again, and the pages that it names would be forgotten.
        self._keep(capture)

    def _named(self, stream: Stream, depth: int) -> Iterator[Stream | InputError]:
        try:
            found = announced(stream)
        except InputError as error:
            yield error
            return
        for entry in found[:MOST]:
            yield from self._streams(entry.url, depth)
        if len(found) > MOST:
            yield stream.error(f"names {len(found):,} pages, of which {MOST} are read", remedy="name the others")


def unfolded(capture: Capture) -> Iterator[Stream | InputError]:
    """Yield the streams that a capture holds."""
    budget = Budget(len(capture.body))
    try:
        for found in unfold(capture.stream(), budget):
            yield found
            budget.check()
    except Bomb:
        yield InputError("unpacks to far more than its size", source=capture.url, remedy="fetch it yourself")


def announces(stream: Stream) -> bool:
    """Tell whether a stream is a feed or a sitemap."""
    encoding = encoding_of(stream) if stream.kind is None and stream.head.lstrip()[:1] in {b"<", b"\xef"} else None
    if encoding is None:
        return False
    return markup(stream.head.decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")) in {"feed", "sitemap"}


def entries(stream: Stream) -> tuple[list[Announced], Stream]:
    """Return what a feed or a sitemap names, and the stream to be read again."""
    data = stream.whole("feed")
    return announced(stream._replace(body=io.BytesIO(data))), stream._replace(body=io.BytesIO(data))
