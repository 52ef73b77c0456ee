"""What each claim is to a finding: odd or usual, a total or its part, the earlier or the later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from tawatur.model import Finding, Reference

#: Fields of a finding that say what a claim is to it, with the word for it.
_FIELDS = (
    ("odd", "odd"),
    ("shared", "shared"),
    ("norm", "usual"),
    ("total", "total"),
    ("parts", "part"),
    ("part", "part"),
    ("whole", "whole"),
    ("earlier", "earlier"),
    ("later", "later"),
    ("pct", "change"),
    ("levels", "level"),
)
_ORDER = {role: at for at, (_, role) in enumerate(_FIELDS)}


def roles(finding: Finding) -> dict[str, str]:
    """Return the role of each claim that has one, by the claim's id."""
    found: dict[str, str] = {}
    for name, role in _FIELDS:
        references = getattr(finding, name)
        if references is not msgspec.UNSET:
            for reference in references:
                found.setdefault(reference.id, role)
    return found


def in_order(finding: Finding, told: Mapping[str, str]) -> list[Reference]:
    """Return a finding's claims, those of one role together, what stands out first."""
    return sorted(finding.claims, key=lambda claim: _ORDER.get(told.get(claim.id, ""), len(_ORDER)))


#: A page holds this many findings at most, the weightiest; JSON Lines holds all.
MOST_FINDINGS = 400


def weightiest(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that a page shows, the weightiest first; equal ones by kind and id."""
    return sorted(findings, key=lambda finding: (-finding.weight, finding.kind, finding.id))[:MOST_FINDINGS]
