"""Sums that a view's definition asks to be checked, within one report each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawatur.packs import Check, Knowledge, ViewDefinition
from tawatur.registers.breakdowns import Breakdowns
from tawatur.registers.changes import implied_levels
from tawatur.registers.dates import clashes
from tawatur.registers.facts import Fact
from tawatur.registers.intervals import interval, middle, plain
from tawatur.registers.register import Checked
from tawatur.registers.rows import Key, Placed
from tawatur.registers.sums import cited, total_of

Found = Iterator[tuple[Key, Checked]]


class Checks:
    """Checks the facts of a view as its definition says."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._breakdowns = Breakdowns(knowledge)

    def of(self, view: ViewDefinition, placed: Sequence[Placed]) -> Mapping[Key, list[Checked]]:
        """Return what came of the view's checks, by the row that each belongs to."""
        found: dict[Key, list[Checked]] = {}
        for check in view.checks:
            for key, checked in self._run(check, placed):
                if checked not in found.setdefault(key, []):
                    found[key].append(checked)
        return found

    def _run(self, check: Check, placed: Sequence[Placed]) -> Found:
        if check.kind == "date":
            return clashes(check, placed)
        if check.kind == "change":
            return implied_levels(check, placed)
        if check.kind == "sum" and check.over:
            return self._breakdowns.find(check, placed)
        return self._within_rows(check, placed)

    def _within_rows(self, check: Check, placed: Sequence[Placed]) -> Found:
        for (key, _place), columns in by_report(placed).items():
            totals = columns.get(check.total, [])
            if check.kind == "part":
                for column in check.parts:
                    for part in columns.get(column, []):
                        yield from ((key, one) for one in self._part(check, part, totals))
            elif len(totals) == 1 and all(len(columns.get(column, [])) == 1 for column in check.parts):
                yield key, total_of(check.total, totals[0], [columns[column][0] for column in check.parts])

    def _part(self, check: Check, part: Fact, totals: Sequence[Fact]) -> Iterator[Checked]:
        for whole in totals:
            one, other = interval(part.claim), interval(whole.claim)
            if one is None or other is None or not self._holds(whole.claim.of, part.claim.of):
                continue
            yield Checked(
                kind="part",
                column=check.total,
                stated=plain(middle(part.claim)),
                expected=plain(middle(whole.claim)),
                holds=one[0] <= other[1],
                claims=cited([part, whole]),
            )

    def _holds(self, whole: str | None, part: str | None) -> bool:
        """Tell whether one population may be part of another: as the packs have it, or where nothing is said."""
        if whole is None or part is None:
            return True
        return (
            part not in self._knowledge.actors
            or whole in (part, *self._knowledge.ancestors(part))
            or (not self._knowledge.ancestors(part))
        )


def by_report(placed: Sequence[Placed]) -> dict[tuple[Key, tuple[str, int]], dict[str, list[Fact]]]:
    """Return facts by row and report, then by column."""
    found: dict[tuple[Key, tuple[str, int]], dict[str, list[Fact]]] = {}
    for one in placed:
        place = (one.fact.report.doc, one.fact.report.section)
        found.setdefault((one.key, place), {}).setdefault(one.column, []).append(one.fact)
    return found
