"""Where something was on a border that is named by the state across it: `قتل جنديان تركيان على الحدود مع سوريا`.

Those whom a state lost there, or who fell to its guards, were on its own side.
"""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.located import Located
from tawatur.packs import PlaceEntry

_BORDER = frozenset(words_of("border"))
#: How many chunks behind the border the states stand that it is of.
_NAMED = 2
#: How far apart, in kilometres, the great cities of two states may lie that have a border: no American one is Syria's.
_NEIGHBOURS = 2500


def own_side(
    sentence: list[Chunk], at: int, hit: Iterable[Party], doers: Iterable[Party], lexicon: Lexicon
) -> list[Located]:
    """Return the state on whose side of the border it was that the sentence names nearest to chunk `at`.

    None where the sentence names no border, or nobody of a state that has one there.
    """
    across = states_across(sentence, at, lexicon)
    homes = [(home_of(party, lexicon), True) for party in hit] + [(home_of(party, lexicon), False) for party in doers]
    for home, lost in homes if across else ():
        if home is not None:
            near = lost if home in across else all(are_near(home, other) for other in across)
            return [Located(0, home, "")] if near else []  # whoever shoots across is not where he hits
    return []


def home_of(party: Party, lexicon: Lexicon) -> PlaceEntry | None:
    """Return the country of a state or its forces; None for others."""
    state = lexicon.state_keys.get(party.actor) or lexicon.forces.get(party.actor)
    return lexicon.knowledge.places.get(state.code) if state is not None else None


def states_across(sentence: list[Chunk], at: int, lexicon: Lexicon) -> list[PlaceEntry]:
    """Return the states whose border the sentence names: `الحدود مع سوريا`, `الحدود السورية اللبنانية`."""
    borders = sorted(
        (order for order, piece in enumerate(sentence) if piece.text in _BORDER), key=lambda b: abs(b - at)
    )
    for border in borders:
        codes = [_state(piece) for piece in sentence[border + 1 : border + 1 + _NAMED]]
        entries = [lexicon.knowledge.places[code] for code in codes if code in lexicon.knowledge.places]
        if entries:
            return entries
    return []


def _state(piece: Chunk) -> str:
    """Return the state that a chunk names, by its adjective or its name; empty for none."""
    named = next((place.country for place in piece.places if place.kind == "country"), "")
    return piece.state or named


def are_near(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Tell whether two states may have a border, by how far apart their greatest cities lie."""
    apart = one.kilometres_to(other)
    return apart is not None and apart <= _NEIGHBOURS
