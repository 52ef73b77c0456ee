"""Persons: whether two reports name one man, whose name one of them prints in full and another in part."""

from __future__ import annotations

from functools import lru_cache

from tawatur.arabic import fold
from tawatur.collate.facts.cues import without_articles
from tawatur.model import Claim

#: A word of so few letters (`bin`, `abu`) is no name by itself.
_SHORT = 3


def named_in(claims: tuple[Claim, ...]) -> frozenset[str]:
    """Return the words of the names that claims name a person by."""
    return frozenset(word for claim in claims if claim.name for word in _words(claim.name))


def surname(claim: Claim) -> str | None:
    """Return the last word of the name that a claim names a person by."""
    words = _words(claim.name) if claim.name else ()
    return words[-1] if words else None


@lru_cache(maxsize=65_536)
def _words(name: str) -> tuple[str, ...]:
    words = without_articles(fold(name)).split()
    return tuple(word for word in words if len(word) > _SHORT) or tuple(words)
