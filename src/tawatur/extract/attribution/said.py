"""What a verb of saying reports, and who is found to tell it."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_AUXILIARY, _WHO = words_of("beside_verb"), words_of("who")
#: How many chunks before a relative pronoun may hold what it is said of.
_NEAR = 4


class Said(NamedTuple):
    """A verb of saying at chunk `at` of a sentence; what it tells begins at `that` (None for no clause), by `end`."""

    sentence: list[Chunk]
    at: int
    that: int | None
    end: int
    passage: Passage

    @property
    def auxiliary(self) -> int:
        """Where the verb begins, its auxiliaries with it: `كانت قد أعلنت`."""
        first = self.at
        while first and self.sentence[first - 1].is_(*_AUXILIARY):
            first -= 1
        return first

    @property
    def of_event(self) -> bool:
        """`الهجوم الذي قالت منظمة إنه قتل`: the verb is said of an act, which is nobody who speaks."""
        if self.at < 2 or self.sentence[self.at - 1].text not in _WHO:
            return False
        head = self.sentence[self.at - 2]
        act = self.at > 2 and self.sentence[self.at - 3].names("event")  # الهجوم الانتحاري الذي
        if head.actors and not (head.places or head.preposition or act):
            return False  # هجوم تبنته الحركة التي قالت
        before = self.sentence[max(0, self.at - _NEAR) : self.at - 1]
        return any(piece.names("event") or event_class(piece) is not None for piece in before)


class Told(NamedTuple):
    """Who tells, and whether that is only who spoke before."""

    hops: tuple[Hop, ...]
    before: bool
