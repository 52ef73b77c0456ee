"""Names that a stranger gave, as archives' members have them, made fit for a line on a terminal."""

from __future__ import annotations

_LONGEST = 200


def printable(name: str) -> str:
    """Return a name without control characters, lone surrogates and excessive length."""
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in name[:_LONGEST])
    return clean if len(name) <= _LONGEST else f"{clean}…"
