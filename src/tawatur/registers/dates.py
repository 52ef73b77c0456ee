"""Dates that clash: one thing that begins twice, or ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.packs import Check
from tawatur.registers.facts import slot_value
from tawatur.registers.intervals import days
from tawatur.registers.register import Checked
from tawatur.registers.rows import Key, Placed
from tawatur.registers.sums import cited

_SAID = frozenset(("asserted", "estimated"))

#: A date as far as it is stated, and the place of what began or ended then.
_Date = tuple[str, str | None]
_Dates = dict[_Date, list[Placed]]


def clashes(check: Check, placed: Sequence[Placed]) -> Iterator[tuple[Key, Checked]]:
    """Yield, for every date that others contradict, the one of these that most facts give.

    Two dates of one thing clash where no day fits both, as far as they are stated: `2014-09` and `2014-09-15` don't.
    With `parts`, an end clashes with a beginning that is later.
    """
    by_thing: dict[str, tuple[_Dates, _Dates]] = {}
    for one in placed:
        claim = one.fact.claim
        thing, told = slot_value(claim, "of"), (str(claim.low), slot_value(claim, "where"))
        if thing is None or claim.modality not in _SAID or days(claim.low) is None:
            continue
        totals, others = by_thing.setdefault(thing, ({}, {}))
        if one.column == check.total:
            totals.setdefault(told, []).append(one)
        elif one.column in check.parts:
            others.setdefault(told, []).append(one)
    for totals, others in by_thing.values():
        against = sorted((others if check.parts else totals).items(), key=lambda one: (-len(one[1]), str(one[0])))
        for date, found in totals.items():
            clash = next((one for one in against if _clash(date, one[0], ends=bool(check.parts))), None)
            if clash is not None:
                checked = _checked(check.total, date, clash[0], [*found, *clash[1]])
                yield from ((key, checked) for key in dict.fromkeys(one.key for one in found))


def _checked(column: str, date: _Date, other: _Date, found: Sequence[Placed]) -> Checked:
    claims = cited([one.fact for one in found])
    return Checked(kind="date", column=column, stated=date[0], expected=other[0], holds=False, claims=claims)


def _clash(one: _Date, other: _Date, *, ends: bool) -> bool:
    first, second = days(one[0]), days(other[0])
    if first is None or second is None or (None not in (one[1], other[1]) and one[1] != other[1]):
        return False
    return first[1] < second[0] or (not ends and second[1] < first[0])
