"""Actors as a user names them, on the command line or over HTTP."""

from __future__ import annotations

from tawatur.packs import Knowledge


def with_parts(names: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys of `names` (keys, or names in English or Arabic) with the keys of all their parts.

    What no pack knows stays as it is: a free name of the texts.
    """
    keys = [key for name in names for key in _keys(name, knowledge)]
    parts = [key for key in knowledge.actors if any(whole in knowledge.ancestors(key) for whole in keys)]
    return tuple(dict.fromkeys((*keys, *parts)))


def _keys(name: str, knowledge: Knowledge) -> list[str]:
    found = [
        key
        for key, actor in knowledge.actors.items()
        if name == key or name in actor.ar or name.casefold() == actor.en.casefold()
    ]
    return found or [name]
