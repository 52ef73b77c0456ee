"""The parties of a claim's slots: who they are and which words name them."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.phrases.chunks import Chunk

#: The measures of acts: counted as events, with a target and an agent.
ACTS = frozenset(("operations", "airstrikes", "attacks", "clashes"))


class Party(NamedTuple):
    """An actor in a slot: its key or free name, and the chunk that names it, None where context gives it."""

    actor: str
    chunk: Chunk | None


def joined(parties: list[Party]) -> str | None:
    """Return the slot's value: keys joined by `+`, each once, or None."""
    keys = list(dict.fromkeys(party.actor for party in parties))
    return "+".join(keys) or None
