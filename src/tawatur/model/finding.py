"""The finding: a relation between claims that a reader of many reports would want to be told of."""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.model.claim import Claim, Measure, Value

FindingKind = Literal[
    "copy", "statement", "variant", "lineage", "agreement", "conflict", "same_number", "sum", "part", "tally",
    "change", "date",
]  # fmt: skip

Slot = Literal["value", "measure", "of", "by", "where", "when", "source", "bound", "modality"]


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as a finding cites it, so that the finding reads by itself; `start`, `end` are the number's."""

    id: str
    doc: str
    section: int
    start: int
    end: int
    quote: str
    measure: Measure
    low: Value
    high: Value


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """An independent voice: its origin (an actor, or a publisher's name) and its claims of the quantity."""

    origin: str
    claims: tuple[Reference, ...]


class Explanation(msgspec.Struct, frozen=True):
    """A sentence or two that name the reports, the words and the numbers, in English and in Arabic."""

    en: str
    ar: str


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding. The fields from `origin` on are those of its kind; a kind's JSON omits the others'.

    `weight` runs from 0 to 1: how much a reader should care.
    """

    id: str
    kind: FindingKind
    claims: tuple[Reference, ...]
    docs: tuple[str, ...]
    weight: float
    explanation: Explanation
    origin: str | None = None
    slot: Slot | None = None
    odd: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    norm: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    shared: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    voices: tuple[Voice, ...] | msgspec.UnsetType = msgspec.UNSET
    holds: bool | None = None
    total: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    parts: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    expected: int | float | None = None
    stated: int | float | None = None
    part: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    whole: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    earlier: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    later: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    pct: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    levels: tuple[Reference, ...] | msgspec.UnsetType = msgspec.UNSET
    implied: int | float | None = None
    reason: str | None = None


def refer(claim: Claim) -> Reference:
    """Return the reference by which a finding cites `claim`."""
    return Reference(
        id=claim.id,
        doc=claim.doc,
        section=claim.section,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        measure=claim.measure,
        low=claim.low,
        high=claim.high,
    )
