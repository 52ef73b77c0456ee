"""Captures: what a server answered, as it was sent, so that it can be shown again when the page is gone."""

from __future__ import annotations

import hashlib
import io
import re

import msgspec

from tawatur.intake.streams import About, Stream, opened

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """An answer: the address asked for and the one that answered, the instant (ISO 8601, UTC), headers, bytes.

    Header names are in small letters; `body` is what was sent, a transfer's compression undone.
    """

    url: str
    answered: str
    instant: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def hash(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.body).hexdigest()

    def stream(self) -> Stream:
        """Return it as a stream to be read."""
        charset = _CHARSET.search(self.headers.get("content-type", ""))
        about = About(self.url, charset[1] if charset is not None else None, self.instant, self.hash)
        return opened(self.url, None, io.BytesIO(self.body), about)


class Unchanged(msgspec.Struct, frozen=True, kw_only=True):
    """The answer that a page is as it was when it was fetched before (304)."""

    url: str
    instant: str
