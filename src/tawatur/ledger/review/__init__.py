"""Review: reviewers' decisions on claims, findings, statements and quantities, and what they come to."""

from tawatur.ledger.review.agreement import Agreement
from tawatur.ledger.review.differences import Difference
from tawatur.ledger.review.folding import (
    REVIEWED_SLOTS,
    ClaimReview,
    FindingReview,
    Verdict,
    differing,
    slot_value,
    taken_back,
)
from tawatur.ledger.review.own_pack import OwnPack
from tawatur.ledger.review.reviews import Reviews

__all__ = [
    "REVIEWED_SLOTS",
    "Agreement",
    "ClaimReview",
    "Difference",
    "FindingReview",
    "OwnPack",
    "Reviews",
    "Verdict",
    "differing",
    "slot_value",
    "taken_back",
]
