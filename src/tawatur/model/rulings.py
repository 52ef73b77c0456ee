"""Rulings: which reports carry one statement, and which claims measure one thing, as reviewers have ruled."""

from __future__ import annotations

import msgspec

from tawatur.model.claim import Claim

#: The slots that say which quantity a claim measures: those that a merged claim takes from the one that leads.
_RULED = ("measure", "unit", "change", "of", "by", "where", "places", "when")


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

    def read(self, claim: Claim) -> Claim:
        """Return a claim with its quantity read as ruled; itself where it was not merged."""
        ruled = self.readings.get(claim.id)
        if ruled is None:
            return claim
        return msgspec.structs.replace(claim, **{name: getattr(ruled, name) for name in _RULED})

    def lot(self, claim: Claim) -> str:
        """Return the lot into which a claim was split; nothing where it was not."""
        return self.lots.get(claim.id, "")
