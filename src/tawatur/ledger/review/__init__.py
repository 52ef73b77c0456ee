"""Review: reviewers' decisions on claims, findings, statements and quantities, and what they come to."""

from tawatur.ledger.review.folding import REVIEWED_SLOTS, ClaimReview, FindingReview, Verdict, differing, slot_value
from tawatur.ledger.review.reviews import Reviews

__all__ = ["REVIEWED_SLOTS", "ClaimReview", "FindingReview", "Reviews", "Verdict", "differing", "slot_value"]
