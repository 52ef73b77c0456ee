"""A claim in a few English words, for formats that want a text."""

from __future__ import annotations

from tawatur.export.naming import Naming
from tawatur.model import Claim, Value

_BEFORE = {
    "about": "about ", "more_than": "more than ", "at_least": "at least ", "at_most": "at most ",
    "less_than": "less than ", "ambiguous": "two or more: ",
}  # fmt: skip
_NO_UNIT = frozenset(("person", "event", "date", "other"))


def sentence(claim: Claim, naming: Naming) -> str:
    """Return what a claim states: `44 killed of Islamic State (Daesh) in IQ, according to the United Nations`."""
    parts = [amount(claim), claim.measure.replace("_", " ")]
    if claim.of:
        parts.append(f"of {naming.named(claim.of)}")
    if claim.by:
        parts.append(f"by {naming.named(claim.by)}")
    if claim.where:
        parts.append(f"in {'; '.join(claim.where)}")
    if claim.when is not None and (claim.when.start or claim.when.end):
        parts.append(f"({claim.when.start or '..'} to {claim.when.end or '..'})")
    if claim.source:
        parts.append(f"according to {' through '.join(naming.named(hop) for hop in reversed(claim.source))}")
    if claim.modality != "asserted":
        parts.append(f"[{claim.modality}]")
    return " ".join(part for part in parts if part)


def amount(claim: Claim) -> str:
    """Return a claim's value with its bound and unit."""
    low, high = _shown(claim.low), _shown(claim.high)
    if not low and not high:
        return ""
    value = low if low == high else f"{low} to {high}" if low and high else low or high
    unit = "%" if claim.unit == "percent" else "" if claim.unit in _NO_UNIT else f" {claim.unit}"
    return f"{_BEFORE.get(claim.bound, '')}{value}{unit}"


def _shown(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
