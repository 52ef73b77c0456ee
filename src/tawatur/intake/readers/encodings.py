"""The encoding of a stream's text, told by its first bytes."""

from __future__ import annotations

from tawatur.intake.decode import sniff, wide
from tawatur.intake.streams import Stream

_BLANK = b" \t\r\n"


def encoding_of(stream: Stream) -> str | None:
    """Return the encoding of a stream's text, None for what is none.

    Each line of JSON Lines is decoded by itself, so what the first of them hold tells nothing of the others.
    """
    if stream.head.lstrip(_BLANK)[:1] == b"{" and not wide(stream.head):
        return "utf-8"
    return sniff(stream.head)
