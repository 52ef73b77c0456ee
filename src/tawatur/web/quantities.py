"""Quantities over time: what is counted of whom and where, with every origin's figures and the voices behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from tawatur.model import Bound, Claim, Measure, Modality, Period, Rulings, Value
from tawatur.registers import Provenance
from tawatur.registers.facts import Fact, facts


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as an origin gives it, for a period or as of a report's `date`; `voices` count copies once."""

    when: Period | None
    date: str | None
    low: Value
    high: Value
    bound: Bound
    modality: Modality
    origins: tuple[str, ...]
    voices: int
    claims: tuple[str, ...]
    docs: tuple[str, ...]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted, and its figures in the order of their time."""

    measure: Measure
    unit: str
    change: bool
    of: str | None
    by: str | None
    where: tuple[str, ...]
    points: tuple[Point, ...]


class Quantities(msgspec.Struct, frozen=True, kw_only=True):
    """Quantities, those of most figures first; where not `complete`, more claims answer the question."""

    items: tuple[Quantity, ...]
    complete: bool


_Key = tuple[Measure, str, bool, str | None, str | None, tuple[str, ...]]


def quantities(
    claims: Iterable[Claim], reports: Mapping[tuple[str, int], Provenance], rulings: Rulings
) -> tuple[Quantity, ...]:
    """Return the quantities that claims measure, with what reviewers have merged and split.

    A null is a quantity's own, as nobody said whose figure it is. `reports` are the claims' by document and section.
    """
    grouped: dict[_Key, dict[object, list[Fact]]] = {}
    for fact in facts(claims, reports, rulings):
        claim = fact.claim
        key = (
            claim.measure,
            claim.unit,
            claim.change,
            _sorted(claim.of),
            _sorted(claim.by),
            tuple(sorted(claim.where)),
        )
        same = (
            claim.when,
            None if claim.when is not None else fact.report.date,
            claim.low,
            claim.high,
            claim.bound,
            claim.modality,
            fact.origins,
            fact.lot,
        )
        grouped.setdefault(key, {}).setdefault(same, []).append(fact)
    made = [_quantity(key, found) for key, found in grouped.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.points), one.measure, one.of or "", one.where)))


def _quantity(key: _Key, found: Mapping[object, list[Fact]]) -> Quantity:
    measure, unit, change, of, by, where = key
    points = sorted((_point(group) for group in found.values()), key=_time)
    return Quantity(measure=measure, unit=unit, change=change, of=of, by=by, where=where, points=tuple(points))


def _point(group: list[Fact]) -> Point:
    first = group[0].claim
    return Point(
        when=first.when,
        date=min((fact.report.date for fact in group if fact.report.date), default=None),
        low=first.low,
        high=first.high,
        bound=first.bound,
        modality=first.modality,
        origins=group[0].origins,
        voices=len({fact.voice for fact in group}),
        claims=tuple(dict.fromkeys(claim.id for fact in group for claim in fact.claims)),
        docs=tuple(dict.fromkeys(fact.report.doc for fact in group)),
    )


def _time(point: Point) -> tuple[str, str, str]:
    start = (point.when.start or point.when.end) if point.when is not None else point.date
    end = point.when.end if point.when is not None else point.date
    return start or "9999", end or "9999", point.claims[0]


def _sorted(parties: str | None) -> str | None:
    return None if parties is None else "+".join(sorted(parties.split("+")))
