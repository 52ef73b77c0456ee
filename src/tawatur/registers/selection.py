"""Which claims a register shows, and in which column."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tawatur.model import Claim
from tawatur.packs import Column, Knowledge, Selection, ViewDefinition

_CLASS = "actors:"


class Selector:
    """Holds claims against the selections of a definition; parties are known with their parts by the packs."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._members = lru_cache(maxsize=1_024)(self._expand)
        self._wholes = lru_cache(maxsize=65_536)(self._with_wholes)
        self._by_measure: dict[tuple[int, str], tuple[tuple[Column, Selection], ...]] = {}
        self._views: list[ViewDefinition] = []

    def column(self, view: ViewDefinition, claim: Claim) -> Column | None:
        """Return the first column of a view that shows the claim; None where none does."""
        if claim.modality not in view.modality:
            return None
        return next(
            (column for column, selection in self._ways(view, claim.measure) if self._meets(selection, claim)), None
        )

    def keys(self, parties: tuple[str, ...]) -> frozenset[str]:
        """Return the keys that parties of a selection stand for, with those of their parts."""
        wanted = self._members(parties)
        return wanted.union(key for key in self._knowledge.actors if not wanted.isdisjoint(self._wholes(key)))

    def is_of(self, slot: str | None, parties: tuple[str, ...]) -> bool:
        """Tell whether one of a slot's parties is one of `parties`, or a part of one."""
        if not slot:
            return False
        wanted = self._members(parties)
        return any(not wanted.isdisjoint(self._wholes(party)) for party in slot.split("+"))

    def _ways(self, view: ViewDefinition, measure: str) -> tuple[tuple[Column, Selection], ...]:
        """Return the columns and selections by which a view may show a measure."""
        found = self._by_measure.get((id(view), measure))
        if found is None:
            found = tuple(
                (column, selection)
                for column in view.columns
                for selection in column.select
                if not selection.measures or measure in selection.measures
            )
            self._by_measure[id(view), measure] = found
            self._views.append(view)  # kept, so that no other view gets its number
        return found

    def _meets(self, selection: Selection, claim: Claim) -> bool:
        return (
            (not selection.units or claim.unit in selection.units)
            and (not selection.bounds or claim.bound in selection.bounds)
            and (selection.change is None or claim.change is selection.change)
            and all(getattr(claim, slot) for slot in selection.stated)
            and (not selection.of or self.is_of(claim.of, selection.of))
            and (not selection.by or self.is_of(claim.by, selection.by))
            and not (selection.of_other_than and self.is_of(claim.of, selection.of_other_than))
            and not (selection.by_other_than and self.is_of(claim.by, selection.by_other_than))
        )

    def _expand(self, parties: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for party in parties:
            found |= self._knowledge.listed(party) if party.startswith(_CLASS) else {party}
        return frozenset(found)

    def _with_wholes(self, party: str) -> frozenset[str]:
        return frozenset((party, *self._knowledge.ancestors(party)))


def measures(view: ViewDefinition) -> tuple[str, ...]:
    """Return the measures that a view can show; none where it shows any."""
    found: dict[str, None] = {}
    for selection in _selections(view.columns):
        if not selection.measures:
            return ()
        found.update(dict.fromkeys(selection.measures))
    return tuple(found)


def narrow(view: ViewDefinition) -> tuple[str, ...] | None:
    """Return whose claims a view shows, where it shows those of some parties and of named persons alone; else None."""
    found: dict[str, None] = {}
    for selection in _selections(view.columns):
        if not selection.of and "name" not in selection.stated:
            return None
        found.update(dict.fromkeys(selection.of))
    return tuple(found)


def _selections(columns: Iterable[Column]) -> Iterable[Selection]:
    return (selection for column in columns for selection in column.select)
