"""How two slots of a claim stand to each other; a null is unknown, never different (findings.md, Terms)."""

from __future__ import annotations

from enum import Enum


class Relation(Enum):
    """What one slot's content is to another's: the first `WITHIN` the second, `HOLDS` it, and so on."""

    SAME = "same"
    WITHIN = "within"
    HOLDS = "holds"
    OVERLAPS = "overlaps"
    APART = "apart"
    UNKNOWN = "unknown"

    @property
    def compatible(self) -> bool:
        """Whether nothing speaks against one content: the same, or one of them unstated."""
        return self in _COMPATIBLE

    @property
    def nested(self) -> bool:
        """Whether one lies inside the other."""
        return self in _NESTED


_COMPATIBLE = frozenset({Relation.SAME, Relation.UNKNOWN})
_NESTED = frozenset({Relation.WITHIN, Relation.HOLDS})
