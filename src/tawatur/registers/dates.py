"""Dates that clash: one thing that begins twice, or ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from tawatur.model import Value
from tawatur.packs import Check
from tawatur.registers.facts import Fact, slot_value
from tawatur.registers.intervals import days
from tawatur.registers.register import Checked
from tawatur.registers.rows import Key, Placed
from tawatur.registers.sums import cited

_SAID = frozenset(("asserted", "estimated"))


def clashes(check: Check, placed: Sequence[Placed]) -> Iterator[tuple[Key, Checked]]:
    """Yield, for every date that another one contradicts, that other.

    Two dates of one thing clash where no day fits both, as far as they are stated: `2014-09` and `2014-09-15` don't.
    With `parts`, an end clashes with a beginning that is later.
    """
    by_thing: dict[str, tuple[list[Placed], list[Placed]]] = {}
    for one in placed:
        thing = slot_value(one.fact.claim, "of")
        if thing is None or one.fact.claim.modality not in _SAID or days(one.fact.claim.low) is None:
            continue
        totals, others = by_thing.setdefault(thing, ([], []))
        if one.column == check.total:
            totals.append(one)
        elif one.column in check.parts:
            others.append(one)
    for totals, others in by_thing.values():
        met: dict[tuple[Key, Value], list[Fact]] = {}
        for one, other in product(totals, others if check.parts else totals):
            if _clash(one.fact, other.fact, ends=bool(check.parts)):
                met.setdefault((one.key, other.fact.claim.low), [one.fact]).append(other.fact)
                met[one.key, other.fact.claim.low].append(one.fact)
        for (key, elsewhere), found in met.items():
            yield (
                key,
                Checked(
                    kind="date",
                    column=check.total,
                    stated=found[0].claim.low,
                    expected=elsewhere,
                    holds=False,
                    claims=cited(found),
                ),
            )


def _clash(one: Fact, other: Fact, *, ends: bool) -> bool:
    first, second = days(one.claim.low), days(other.claim.low)
    places = slot_value(one.claim, "where"), slot_value(other.claim, "where")
    if first is None or second is None or (None not in places and places[0] != places[1]):
        return False
    if ends:
        return first[1] < second[0]
    return first[1] < second[0] or second[1] < first[0]
