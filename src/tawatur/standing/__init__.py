"""The findings of a ledger, kept up to date: a new report collates only what it touches, with the result of all."""

from tawatur.standing.upkeep import Standing, Upkeep

__all__ = ["Standing", "Upkeep"]
