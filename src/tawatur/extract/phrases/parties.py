"""The parties of a claim's slots: who they are and which words name them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tawatur.extract.phrases.chunks import Chunk

#: The measures of acts: counted as events, with a target and an agent.
ACTS = frozenset(("operations", "airstrikes", "attacks", "clashes"))


class Party(NamedTuple):
    """An actor in a slot: its key or free name, and the chunk that names it, None where context gives it."""

    actor: str
    chunk: Chunk | None


class Told(NamedTuple):
    """Parties that a text tells, none where it tells none, and the rule that read them."""

    parties: list[Party]
    rule: str


def first_told(*readings: tuple[str, Callable[[], list[Party]]]) -> Told:
    """Return what the first of some readings, each with its rule's name, tells."""
    for rule, reading in readings:
        parties = reading()
        if parties:
            return Told(parties, rule)
    return Told([], "")


def joined(parties: list[Party]) -> str | None:
    """Return the slot's value: keys joined by `+`, each once, or None."""
    keys = list(dict.fromkeys(party.actor for party in parties))
    return "+".join(keys) or None
