"""Fetching for the commands: off unless asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from tawatur.intake.web.captures import Capture
from tawatur.intake.web.following import Web
from tawatur.ledger import Ledger


@contextmanager
def fetching(
    store: Ledger | None, keep: Callable[[Capture], None], *, asked: bool, loopback: bool
) -> Iterator[Web | None]:
    """Give what fetches addresses, None where it was not asked for.

    What `store` holds already is asked for only where it has changed.
    """
    if not asked:
        yield None
        return
    from tawatur.intake.web.fetcher import Fetcher, Policy  # noqa: PLC0415  slow to import, and for --fetch only

    with Fetcher(Policy(loopback=loopback)) as fetcher:
        yield Web(fetcher, keep=keep, before=lambda url: None if store is None else headers(store, url))


def headers(store: Ledger, url: str) -> Mapping[str, str] | None:
    """Return the headers of the last capture of an address."""
    with store.captures(writing=False) as captures:
        capture = captures.newest(url)
    return None if capture is None else capture.headers
