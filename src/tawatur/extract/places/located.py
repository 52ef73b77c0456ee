"""A place as a sentence names it, and what can be told of two such places from the words between them."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.phrases.chunks import Chunk
from tawatur.packs import Knowledge, PlaceEntry

#: From the whole to the part: a place lies in those of a lower number.
_WIDTH = {
    "country": 0,
    "region": 1,
    "admin1": 1,
    "admin2": 2,
    "city": 3,
    "town": 4,
    "feature": 5,
    "camp": 6,
    "site": 6,
    "village": 6,
}


class Located(NamedTuple):
    """A place that a sentence names: where in it, its entry, the side of it (`northern`, `near` …), and its chunk.

    `last` is the chunk after its name. `weak` places (a speaker's, a border's, one from which a distance is measured)
    are meant only where nothing else says where; `unnamed` ones stand for the name of a town (`بلدة تركية`). `again`
    marks a pronoun (`فيها`), for the places told of just before it. `inside` is the wider place that the text says it
    lies in. A place that no words name (an actor's theatre) has no chunk.
    """

    at: int
    place: PlaceEntry
    side: str
    chunk: Chunk | None = None
    last: int = 0
    weak: bool = False
    unnamed: bool = False
    again: bool = False
    inside: Located | None = None

    @property
    def label(self) -> str:
        """The place as the codebook writes it, side first."""
        if self.place.kind == "country" and not self.side:
            return self.place.label
        name, _, inside = self.place.name.removesuffix(")").partition(" (")  # al-Naimah (Daraa)
        side = "" if name.partition(" ")[0].lower().endswith("ern") else self.side  # no near Eastern Ghouta
        parts = (f"{side} {name}".strip(), inside, self.place.country)
        return ", ".join(part for part in parts if part)

    @property
    def width(self) -> int:
        """How wide a place of its kind is: 0 for a country, more for what is smaller."""
        return _WIDTH[self.place.kind]


def lies_in(inner: Located, outer: Located, knowledge: Knowledge) -> bool:
    """Tell whether one place is known, or said, to lie in another."""
    if outer.place.id in knowledge.place_chain(inner.place):
        return True
    said = inner.inside
    return said is not None and (said.place.id == outer.place.id or lies_in(said, outer, knowledge))
