"""Rulings: which reports carry one statement, and which claims measure one thing, as reviewers have ruled."""

from __future__ import annotations

import msgspec

from tawatur.model.claim import Claim


class Rulings(msgspec.Struct, frozen=True):
    """What reviewers have merged and split, for collation to act on.

    `joined` and `parted` are pairs of reports (`doc#section`) that carry one statement, and that do not. `readings`
    gives to a claim's id the claim in whose slots its quantity is read; `lots` gives to a claim's id the lot into which
    it was split: claims of two lots measure two things.
    """

    joined: tuple[tuple[str, str], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    readings: dict[str, Claim] = msgspec.field(default_factory=dict)
    lots: dict[str, str] = msgspec.field(default_factory=dict)
