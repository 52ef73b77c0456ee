"""Identifiers for formats that want addresses or numbers."""

from __future__ import annotations

from urllib.parse import quote

from tawatur.model import digest

#: A number with so many hexadecimal digits is whole in any program that keeps numbers as floats.
_DIGITS = 12


def urn(kind: str, name: str) -> str:
    """Return a name as an address of its own: `urn:tawatur:claim:001-6`; what an address may not hold is escaped."""
    return f"urn:tawatur:{kind}:{quote(name, safe='-._~', errors='replace')}"


def numbered(name: str) -> int:
    """Return a number that stands for a name, the same every time; two names in 10¹⁴ share one."""
    return int(key(name, length=_DIGITS), 16)


def key(name: str, length: int = 24) -> str:
    """Return hexadecimal digits that stand for a name, whatever letters it has."""
    return digest(name.encode("utf-8", "replace").decode(), length=length)
