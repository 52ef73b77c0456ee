"""What a section's sentences state of places, and which of them stand near a claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.choice import groups, most_specific
from tawatur.extract.places.located import Located
from tawatur.extract.places.settings import Setting
from tawatur.extract.report.draft import Draft

_FIRST, _AT = attrgetter("first"), attrgetter("at")
#: Words of so many letters or fewer tell nothing of what a sentence is about.
_SHORT = 3


def _begun(group: list[Located]) -> int:
    return group[0].at


class _Standing(Protocol):
    """What stands at a chunk of a sentence."""

    @property
    def at(self) -> int: ...


_Named = TypeVar("_Named", bound=_Standing)


class Stated(NamedTuple):
    """A sentence and the places that it states, those joined to one another in one group."""

    setting: Setting
    headline: bool
    clauses: Clauses
    grouped: list[list[Located]]

    @property
    def number(self) -> int:
        """The sentence's number in its section."""
        return self.setting.number

    @property
    def thread(self) -> int:
        """The thread of the report that the sentence goes on with."""
        return self.setting.thread

    @staticmethod
    def of(setting: Setting, clauses: Clauses, places: list[Located], lexicon: Lexicon, *, headline: bool) -> Stated:
        """Return a sentence's places in their groups, each without what only says where another lies."""
        grouped = [most_specific(clauses.sentence, group, lexicon) for group in groups(clauses.sentence, places)]
        return Stated(setting, headline, clauses, grouped)

    def chunk_of(self, draft: Draft) -> int:
        """Return the chunk of a claim's number in this sentence, which is the claim's; the first, where none has it."""
        sentence, number = self.clauses.sentence, draft.number[0]
        at = bisect_right(sentence, number, key=_FIRST) - 1
        return at if at >= 0 and number < sentence[at].last else 0

    @property
    def words(self) -> frozenset[str]:
        """The sentence's longer words, bare of article and conjunction, without its numbers and times."""
        bare = (
            word.removeprefix("و").removeprefix("ب").removeprefix("ال")
            for piece in self.clauses.sentence
            if not piece.mark and piece.time is None and piece.number is None
            for word in piece.words
        )
        return frozenset(word for word in bare if len(word) > _SHORT)

    def groups_around(self, at: int, reach: int) -> list[list[Located]]:
        """Return the groups of places that begin up to `reach` chunks from chunk `at`."""
        first = bisect_left(self.grouped, at - reach, key=_begun)
        return self.grouped[first : bisect_right(self.grouped, at + reach, key=_begun)]


class Sentences:
    """A section's sentences by number; `lead` is the number of the first one of the body, 0 where there is none."""

    def __init__(self, stated: list[Stated]) -> None:
        self.by_number = {one.number: one for one in stated}
        self.lead = next((one.number for one in stated if not one.headline), 0)
        self._always = {self.lead, *(one.number for one in stated if one.headline)}

    def near(self, number: int, reach: int) -> list[Stated]:
        """Return the sentences up to `reach` from a number, the headline and the lead, in their order."""
        numbers = sorted({*self._always, *range(number - reach, number + reach + 1)})
        return [self.by_number[one] for one in numbers if one in self.by_number]


def around(named: Sequence[_Named], at: int, reach: int) -> Sequence[_Named]:
    """Return what stands up to `reach` chunks from chunk `at`, of what a sentence names in its order."""
    return named[bisect_left(named, at - reach, key=_AT) : bisect_right(named, at + reach, key=_AT)]


def apart(number: int, stating: Iterable[Stated], reach: int) -> str:
    """Tell how many sentences before or behind a number's the nearest of those that state something stands."""
    nearest = min((one.number - number for one in stating if not one.headline), key=abs, default=None)
    if nearest is None:
        return "told elsewhere"
    return f"{min(abs(nearest), reach + 1)} sentences {'on' if nearest > 0 else 'back'}"
