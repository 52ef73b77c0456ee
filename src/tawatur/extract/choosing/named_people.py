"""Named people: whom a sentence names, by a name, a noun or a state's adjective, and of what kind they are."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.choosing.stated import Stated
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_QUOTES = frozenset('"()«» ')
#: Keys that are a kind of their own.
_APART = frozenset(
    ("militants", "attackers", "civilians", "displaced", "children", "women", "prisoners", "security_forces", "police")
)
#: How many parties are named together at most, and among how many of the last named the one before a name is.
_TOGETHER, _LAST = 8, 6


class Named(NamedTuple):
    """People named together at chunks `[at, last)` of a sentence; `form` is `name`, `noun`, `adjective` or `joined`."""

    parties: tuple[Party, ...]
    at: int
    last: int
    form: str


class People:
    """Reads whom sentences name, as far as the packs know them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = lexicon.knowledge.actors
        #: The key of each country's people, by the country's code.
        self.nations = {
            actor.country: actor.key
            for actor in self._known.values()
            if actor.kind == "population" and actor.country is not None
        }

    def named(self, stated: Stated) -> list[Named]:
        """Return whom a sentence names, in its order; behind a name that `و` joins to others, all of them too."""
        sentence = stated.clauses.sentence
        found: list[Named] = []
        for at, piece in enumerate(sentence):
            if piece.actors or piece.nouns or piece.state is not None or piece.number is not None:
                for key, form in self._of(piece):
                    party = Party(key, piece)
                    joined = _joined(sentence, found, party, at) if form == "name" else None
                    found.append(Named((party,), at, at + 1, form))
                    if joined is not None:
                        found.append(Named((*joined.parties, party), joined.at, at + 1, "joined"))
        return found

    def _of(self, piece: Chunk) -> list[tuple[str, str]]:
        """Return the keys of those whom a chunk names, each with the form of the name."""
        found: dict[tuple[str, str], None] = {}
        if piece.actors:
            key = piece.actors[0]
            actor = self._known.get(key)
            if actor is None or actor.kind not in ("source", "outlet") or key in self._lexicon.agents:
                found[key, "country" if piece.places and key in self._lexicon.state_keys else "name"] = None
        nouns = [reading.noun for reading in piece.nouns]
        if piece.number is not None and piece.number.noun is not None:
            counted = self._lexicon.noun_of(piece.number.noun)
            nouns += [counted] if counted is not None else []
        for noun in nouns:
            of = {"armed_group": "militants", "residents": "civilians"}.get(noun.of or "", noun.of)
            if of is not None and (of in self._known or of == "attackers"):
                found[of, "noun"] = None
        if piece.state is not None:
            found[self._lexicon.knowledge.states[piece.state].forces, "adjective"] = None
            if piece.state in self.nations:
                found[self.nations[piece.state], "adjective"] = None
        return list(found)

    def kind(self, key: str) -> str:
        """Return what kind of people a key, or a name in the text's own words, is of."""
        lexicon = self._lexicon
        if not key.isascii():
            return "own words"
        if key in _APART:
            return key
        if key.endswith("_leaders"):
            return "leaders"
        for kind, keys in (
            ("group", lexicon.armed_groups),
            ("alliance", lexicon.alliances),
            ("forces", lexicon.forces),
            ("state", lexicon.state_keys),
        ):
            if key in keys:
                return kind
        actor = self._known.get(key)
        if actor is not None and actor.kind == "population":
            return "nation" if actor.country else "population"
        return "observer" if key in lexicon.observers else "party" if key in lexicon.camps else "other"

    def are_kin(self, one: str, other: str) -> bool:
        """Tell whether one key is of a part of the other's people."""
        return any(
            key in self._known and self._known[key].parent == parent for key, parent in ((one, other), (other, one))
        )


def _joined(sentence: list[Chunk], found: list[Named], party: Party, at: int) -> Named | None:
    """Return the names right before a name that `و` joins to it."""
    back = at - 1
    joined = sentence[at].conjunction == "و"
    while back >= 0 and (sentence[back].text in _QUOTES or sentence[back].text == "و"):
        joined = joined or sentence[back].text == "و"
        back -= 1
    if not joined:
        return None
    last = found[: -_LAST - 1 : -1]
    before = next((one for one in last if one.last == back + 1 and one.form in ("name", "joined")), None)
    if (
        before is None
        or len(before.parties) == _TOGETHER
        or any(other.actor == party.actor for other in before.parties)
    ):
        return None
    return before
