"""Facts: what a report states twice counts once, and what one voice prints in many places is one reading.

What reviewers have merged is one fact of its report, and what they have split is two, whatever was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tawatur.model import Bound, Claim, Modality, Rulings, Value
from tawatur.packs import ViewSlot
from tawatur.registers.register import Provenance, Reading

#: A publisher's own voice, as findings write it too.
PUBLISHER = "publisher:"

NO_RULINGS = Rulings()

#: The slots by which two facts of one cell are told apart where the row leaves them open.
SLOTS: tuple[ViewSlot, ...] = ("of", "by", "where", "name")


class Fact(NamedTuple):
    """A fact of one report: the claim that states it first, all claims of it, who said it, and the report.

    Facts of two `lots` are two, as a reviewer has ruled.
    """

    claim: Claim
    claims: tuple[Claim, ...]
    origins: tuple[str, ...]
    report: Provenance
    lot: str = ""

    @property
    def voice(self) -> str:
        """The voice that it comes from: a statement, a text with its copies, or the report."""
        origin = self.origins[0]
        return self.report.voices.get(origin) or self.report.copy_of or f"{self.report.doc}/{self.report.section}"


def facts(
    claims: Iterable[Claim], reports: Mapping[tuple[str, int], Provenance], rulings: Rulings = NO_RULINGS
) -> list[Fact]:
    """Return the facts of claims, in the order of the first claim of each; `same_as` joins claims of one fact.

    `reports` are the claims' reports by document and section; one that is missing has neither publisher nor date.
    By `rulings`, claims are read in the slots of those that they are merged with.
    """
    found = [rulings.read(claim) for claim in claims]
    known = {claim.id: claim for claim in found if claim.id}
    grouped: dict[object, list[Claim]] = {}
    for number, claim in enumerate(found):
        grouped.setdefault(_fact_of(claim, known, rulings) or number, []).append(claim)
    made: list[Fact] = []
    for group in grouped.values():
        first = next((claim for claim in group if claim.same_as not in known), group[0])
        place = (first.doc, first.section)
        report = reports.get(place) or Provenance(doc=first.doc, section=first.section)
        sourced = [claim for claim in (first, *group) if claim.source]  # a headline's origin is its body's
        named = tuple(dict.fromkeys(origin_of(claim, report) for claim in sourced or (first,)))
        origins = tuple(dict.fromkeys((report.merged.get(named[0], named[0]), *named)))
        made.append(Fact(first, tuple(group), origins, report, rulings.lot(first)))
    return made


def _fact_of(claim: Claim, known: Mapping[str, Claim], rulings: Rulings) -> object:
    """Return what the claims of one fact have in common: the id of the claim that states it first.

    Merged claims of one report are one fact where their value is one. Two values are two readings of it.
    """
    first = _first(claim, known, rulings)
    ruled = rulings.readings.get(first.id)
    if ruled is None:
        return first.id
    return ruled.id, first.doc, first.section, first.low, first.high, first.bound


def _first(claim: Claim, known: Mapping[str, Claim], rulings: Rulings) -> Claim:
    """Return the claim that states a claim's fact first; the claim itself where that one is not there, or apart."""
    seen = {claim.id}
    while claim.same_as is not None and claim.same_as in known and claim.same_as not in seen:
        before = known[claim.same_as]
        if rulings.lot(before) != rulings.lot(claim):
            break
        claim = before
        seen.add(claim.id)
    return claim


def origin_of(claim: Claim, report: Provenance) -> str:
    """Return who is said to have said it: the first of the chain, else the report's publisher, else the report."""
    if claim.source:
        return claim.source[0]
    return f"{PUBLISHER}{report.publisher or f'{report.doc}/{report.section}'}"


def slot_value(claim: Claim, slot: ViewSlot) -> str | None:
    """Return a slot as rows show it, parties and places in one order whatever the text's; None where it is unstated."""
    if slot == "where":
        return "; ".join(sorted(claim.where)) or None
    if slot == "date":
        return claim.low if isinstance(claim.low, str) else None
    value = getattr(claim, slot)
    if value is None:
        return None
    return " + ".join(sorted(value.split("+"))) if slot in ("of", "by") else str(value)


class _Sameness(NamedTuple):
    """What makes two facts of one cell one reading."""

    low: Value
    high: Value
    bound: Bound
    unit: str
    change: bool
    modality: Modality
    slots: tuple[tuple[str, str], ...]
    origin: str
    lot: str


def readings(found: Sequence[Fact], fixed: Sequence[ViewSlot]) -> tuple[Reading, ...]:
    """Return the facts of one cell as readings, those of most voices first; `fixed` are the slots of the row."""
    open_slots = [slot for slot in SLOTS if slot not in fixed]
    if "measure" not in fixed and len({fact.claim.measure for fact in found}) > 1:
        open_slots.insert(0, "measure")
    grouped: dict[_Sameness, list[Fact]] = {}
    for fact in found:
        grouped.setdefault(_sameness(fact, open_slots), []).append(fact)
    made = [_reading(same, group) for same, group in grouped.items()]
    return tuple(sorted(made, key=_rank))


def _sameness(fact: Fact, open_slots: Sequence[ViewSlot]) -> _Sameness:
    claim = fact.claim
    filled = ((slot, slot_value(claim, slot)) for slot in open_slots)
    return _Sameness(
        claim.low,
        claim.high,
        claim.bound,
        claim.unit,
        claim.change,
        claim.modality,
        tuple((slot, value) for slot, value in filled if value is not None),
        fact.origins[0],
        fact.lot,
    )


def _reading(same: _Sameness, group: Sequence[Fact]) -> Reading:
    return Reading(
        low=same.low,
        high=same.high,
        bound=same.bound,
        unit=same.unit,
        change=same.change,
        modality=same.modality,
        slots=dict(same.slots),
        origins=tuple(dict.fromkeys(origin for fact in group for origin in fact.origins)),
        voices=len({fact.voice for fact in group}),
        claims=tuple(dict.fromkeys(claim.id for fact in group for claim in fact.claims)),
        docs=tuple(dict.fromkeys(fact.report.doc for fact in group)),
    )


def _rank(reading: Reading) -> tuple[int, float, str, tuple[str, ...]]:
    value = reading.high if reading.low is None else reading.low
    size = float(value) if isinstance(value, int | float) else 0.0
    return -reading.voices, -size, str(value), reading.claims
