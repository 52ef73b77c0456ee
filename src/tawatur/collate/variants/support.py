"""Who stands on which side of a parting, counted with the witnesses who part from that side in another slot only.

Three outlets have one figure of a statement: one of them ascribes it to another place, one prints another number. The
first has the second's number still, so that the third stands alone: a witness may err in one slot and bear out another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tawatur.collate.variants.alignment import Reading
from tawatur.model import Slot

#: Slots in which a reading may part from another and still be the same number of the same measure.
_ASIDE = frozenset({"of", "where", "when"})


class Support:
    """The readings that bear out each reading, though they part from it in another slot.

    `partings` are (slot, one, other) for readings of one statement that part ways in that slot.
    """

    def __init__(self, partings: Iterable[tuple[Slot, Reading, Reading]]) -> None:
        self._aside: dict[int, list[tuple[Slot, Reading]]] = defaultdict(list)
        for slot, one, other in partings:
            if slot in _ASIDE:
                self._aside[id(one)].append((slot, other))
                self._aside[id(other)].append((slot, one))

    def of(self, slot: Slot, reading: Reading, against: Reading) -> list[Reading]:
        """Return the readings that bear a reading out in `slot`, none of whose reports has what it stands against."""
        return [
            other
            for aside, other in self._aside[id(reading)]
            if aside != slot and other is not against and not other.reports & against.reports
        ]
