"""Confidence: how likely a claim's measure, value and words are right, from how it was found.

A logistic model over a dozen features; its coefficients are a table that `tools/train_confidence.py` makes from
hand-coded reports. The table holds no text. Slots other than measure and value are not what it speaks of.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib import resources

from tawatur.extract.report.draft import Draft
from tawatur.extract.report.evidence import Evidence

#: Digits of a confidence: more would claim more than some hundred hand-coded claims can tell.
_DIGITS = 2
#: Nothing that a program reads is certain.
_LEAST = 0.01
_FAMILIES = {
    "act": ("operations", "airstrikes", "attacks", "clashes"),
    "stock": ("strength", "held", "camp_population", "facilities", "inhabitants", "members", "nationalities"),
    "thing": ("funding", "reserves", "stolen", "seized", "destroyed", "beneficiaries"),
    "land": ("territory_share", "territory_area", "places_taken"),
    "time": ("began", "ended"),
    "moved": ("displaced", "returned", "repatriated", "released", "escaped", "surrendered"),
    "other": ("other", "role", "trained", "sentenced", "missing"),
}
_FAMILY = {measure: family for family, measures in _FAMILIES.items() for measure in measures}


def features(draft: Draft) -> dict[str, float]:
    """Return the features of a claim in the making, by name; those that are not there count as 0."""
    evidence = draft.evidence or Evidence()
    found: dict[str, float] = {
        "always": 1.0,
        f"how: {draft.how}": 1.0,
        f"family: {_FAMILY.get(draft.measure, 'casualty')}": 1.0,
        f"bound: {draft.bound}": 1.0,
        "distance": min(evidence.distance, 12) / 12,
        "marks": min(evidence.marks, 3) / 3,
        "length": min(evidence.length, 120) / 120,
        "unknown": evidence.unknown / evidence.length if evidence.length else 0.0,
        "singular": float(evidence.singular),
        "bare": float(evidence.bare),
        "change": float(draft.change),
        "headline": float(draft.headline),
        "nobody counted": float(not draft.of),
        "no agent": float(not draft.by),
        "no place": float(not draft.where),
        "attributed": float(bool(draft.source)),
        "hedged": float(draft.modality != "asserted"),
    }
    return {name: value for name, value in found.items() if value}


def confidence(draft: Draft) -> float:
    """Return the probability that a claim's measure, value and words are right, to two digits."""
    sure = round(probability(features(draft), coefficients()), _DIGITS)
    return min(max(sure, _LEAST), 1 - _LEAST)


def probability(found: dict[str, float], weights: dict[str, float]) -> float:
    """Return the logistic of the features' weighted sum; a feature without a weight counts for nothing."""
    return 1 / (1 + math.exp(-sum(value * weights.get(name, 0.0) for name, value in found.items())))


@lru_cache(maxsize=1)
def coefficients() -> dict[str, float]:
    """Return the model's coefficients by the name of their feature."""
    text = (resources.files("tawatur.extract") / "data" / "confidence.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {name: float(weight) for name, weight in rows[1:]}
