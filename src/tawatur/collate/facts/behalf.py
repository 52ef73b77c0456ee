"""On whose behalf a name speaks: `the spokesman of the Taliban, so-and-so` is no voice of the ministry beside him."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.collate.facts.cues import without_articles
from tawatur.packs import Knowledge

#: What leads from a spokesman to his body.
ON_BEHALF = " باسم "


class Behalf:
    """Tells which actors that the packs know a spokesman's name holds, right behind `on behalf of`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._keys: dict[str, set[str]] = {}
        self._found: dict[str, frozenset[str]] = {}

    def of(self, name: str) -> frozenset[str]:
        """Return the keys of those for whom a free name speaks, by the longest name that fits; none for other names."""
        if name not in self._found:
            _, behalf, body = name.partition(ON_BEHALF)
            words = body.split() if behalf and name not in self._knowledge.actors else []
            fitting = (self._names().get(" ".join(words[:end])) for end in range(len(words), 0, -1))
            self._found[name] = frozenset(next((keys for keys in fitting if keys), ()))
        return self._found[name]

    def _names(self) -> dict[str, set[str]]:
        """Return the keys by the names that are sure by themselves."""
        if not self._keys:
            for actor in self._knowledge.actors.values():
                for name in actor.ar if actor.kind == "actor" else ():
                    if name not in actor.ambiguous:
                        self._keys.setdefault(without_articles(fold(name)), set()).add(actor.key)
        return self._keys
