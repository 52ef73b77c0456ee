"""Tolls: the first figures of an event are provisional, and later reports raise them; that contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.collate.facts import Fact
from tawatur.collate.material import Material
from tawatur.collate.periods import is_event

_TOLLS = frozenset({
    "killed", "wounded", "casualties", "detained", "killed_or_detained", "neutralized", "abducted", "missing",
    "displaced",
})  # fmt: skip


def raises_toll(lower: Iterable[Fact], higher: Iterable[Fact], material: Material) -> bool:
    """Tell whether every report of the higher figure is later than every report of the lower one, of one event."""
    before, after = list(lower), list(higher)
    if not all(fact.measure in _TOLLS and is_event(fact.when) for fact in (*before, *after)):
        return False
    first = [material.dates[fact.report] for fact in before]
    last = [material.dates[fact.report] for fact in after]
    known = [date for date in first if date is not None], [date for date in last if date is not None]
    if len(known[0]) < len(first) or len(known[1]) < len(last) or not first or not last:
        return False
    return max(known[0]) < min(known[1])
