"""Discourse: who is meant by `التنظيم`, `المرصد`, `الجيش التركي`; resolved in order of reading.

A definite noun alone refers to the actor mentioned last whose name begins with that noun; an institution with a
state's adjective is that state's forces or the state itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tawatur.arabic import stems
from tawatur.extract.chunks import Chunk
from tawatur.extract.lexicon import Lexicon


class Discourse:
    """What a section has mentioned so far: actors in order of mention, the latest last."""

    def __init__(self, lexicon: Lexicon, countries: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._countries = frozenset(countries)
        self._mentioned: list[str] = []
        self.seen: set[str] = set()

    def mention(self, keys: Iterable[str]) -> None:
        """Note that actors have been mentioned."""
        for key in keys:
            if key in self._mentioned:
                self._mentioned.remove(key)
            self._mentioned.append(key)
            self.seen.add(key)

    def resolve(self, heads: Iterable[str]) -> str | None:
        """Return the actor mentioned last of those that a head noun may refer to."""
        heads = set(heads)
        mentioned = next((key for key in reversed(self._mentioned) if key in heads), None)
        if mentioned is not None:
            return mentioned
        fighting = [key for key in heads if self.seen.intersection(self._lexicon.opponents.get(key, ()))]
        return fighting[0] if len(fighting) == 1 else None

    def latest(self, among: Iterable[str]) -> str | None:
        """Return the actor mentioned last of some."""
        among = set(among)
        return next((key for key in reversed(self._mentioned) if key in among), None)

    def armed_group(self, sentence: list[Chunk] | None = None) -> str | None:
        """Return the armed group in focus: the first of the sentence, else the one mentioned last."""
        groups = self._lexicon.armed_groups - {"militants"}
        for piece in sentence or ():
            for key in piece.actors:
                if key in groups:
                    return key
        return next((key for key in reversed(self._mentioned) if key in groups), None)

    def forces(self) -> str | None:
        """Return the state forces in focus."""
        forces = self._lexicon.forces
        return next(
            (key for key in reversed(self._mentioned) if key in forces and key not in self._lexicon.state_keys), None
        )

    def read(self, sentence: list[Chunk]) -> None:
        """Resolve a sentence's institutions and anaphors into actors, and note its mentions, in order."""
        for at, piece in enumerate(sentence):
            known = self._lexicon.knowledge.actors
            if any(key not in known or known[key].kind != "population" for key in piece.actors):
                self._choose(piece)
                self.mention(piece.actors[:1])
                continue
            institution = self._institution(sentence, at)
            if institution is not None:
                piece.actors = (institution,)
                self.mention(piece.actors)
            elif piece.heads and piece.definite and not self._continues(sentence, at):
                actor = self.resolve(piece.heads)
                if actor is not None:
                    piece.actors = (actor,)
            self.mention(piece.actors)

    def _choose(self, piece: Chunk) -> None:
        """Of several actors that share a name (`قوات التحالف`), put the one in focus first."""
        if len(piece.actors) > 1:
            here = [key for key in piece.actors if self._countries.intersection(self._lexicon.theatres.get(key, ()))]
            focus = self.resolve(piece.actors) or (here[0] if here else None)
            if focus is not None:
                piece.actors = (focus, *[key for key in piece.actors if key != focus])

    def _continues(self, sentence: list[Chunk], at: int) -> bool:
        """Tell whether an adjective of a state follows: then the noun is no anaphor but a name of its own."""
        return at + 1 < len(sentence) and sentence[at + 1].state is not None

    def _institution(self, sentence: list[Chunk], at: int) -> str | None:
        """`الجيش التركي`, `القوات الأمنية العراقية`, `جنود أتراك`: the state's forces, or the state as an actor."""
        kind = next((cue.partition(":")[2] for cue in _institutions(sentence[at], self._lexicon)), None)
        if kind is None:
            return None
        for piece in sentence[at + 1 : at + 4]:
            if piece.mark or piece.preposition or piece.conjunction:
                return None
            if piece.state is not None:
                state = self._lexicon.knowledge.states[piece.state]
                return state.forces if kind == "forces" else state.key
        return None


def _institutions(piece: Chunk, lexicon: Lexicon) -> list[str]:
    if piece.mark:
        return []
    found = (lexicon.institutions.get(stem.text) for stem in stems(piece.text))
    return [group for group in found if group is not None][:1]
