"""Scores against hand-coded claims and findings."""

from tawatur.evaluate.claims import SLOTS, ClaimScore, Comparison, Judge, Pair, score_claims
from tawatur.evaluate.coding import CodedClaim, CodedFinding, CodedReference, CodedVoice, Instance, Trap
from tawatur.evaluate.findings import FindingComparison, FindingScore, score_findings
from tawatur.evaluate.names import Names
from tawatur.evaluate.places import PlaceNames

__all__ = [
    "SLOTS",
    "ClaimScore",
    "CodedClaim",
    "CodedFinding",
    "CodedReference",
    "CodedVoice",
    "Comparison",
    "FindingComparison",
    "FindingScore",
    "Instance",
    "Judge",
    "Names",
    "Pair",
    "PlaceNames",
    "Trap",
    "score_claims",
    "score_findings",
]
