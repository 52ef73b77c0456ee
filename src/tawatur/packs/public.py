"""Whose name may stand in an index: leaders, officials and spokespersons, and nobody else's."""

from __future__ import annotations

import msgspec

from tawatur.model import Claim
from tawatur.packs.knowledge import Knowledge

#: Written together with the word behind them: and, so, with, like, to.
_PREFIXES = "وفبكل"
_MOST_PREFIXES = 3
_QUOTATION = "«»“”\"'()[]،,.:؛"


class PublicNames:
    """Tells who is public by office: by the packs' persons, by a leader's or official's title, by being a leader."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._known = frozenset(name for person in knowledge.persons.values() for name in person.ar)
        self._titles = knowledge.listed("names:office")
        self._leaders = knowledge.listed("actors:leaders")

    def shown(self, claim: Claim, *, named: bool = True) -> Claim:
        """Return the claim without a name that is no public person's; not `named`, without any.

        The name of a role is no person's, and stays.
        """
        if claim.name is None or claim.measure == "role" or (named and self.is_public(claim)):
            return claim
        return msgspec.structs.replace(claim, name=None)

    def is_public(self, claim: Claim) -> bool:
        """Tell whether the person whom a claim names is public by office."""
        if claim.name is None:
            return False
        if claim.name in self._known or self._is_of_leaders(claim.of):
            return True
        return any(self._is_title(word) for word in claim.quote.split())

    def _is_of_leaders(self, slot: str | None) -> bool:
        parties = slot.split("+") if slot else ()
        return any(not self._leaders.isdisjoint((party, *self._knowledge.ancestors(party))) for party in parties)

    def _is_title(self, word: str) -> bool:
        bare = word.strip(_QUOTATION)
        starts = (at for at in range(_MOST_PREFIXES + 1) if all(letter in _PREFIXES for letter in bare[:at]))
        return any(bare[at:] in self._titles for at in starts)
