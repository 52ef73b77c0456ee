"""Signs of a conflict: what single words of a text show of it, counted before any number is read or chunk made.

Each count is as high as the chunks of the text could make it, or higher: a phrase may be part of a longer one, a name
of a longer name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from tawatur.arabic import stems
from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import LONGEST_PREFIX
from tawatur.extract.phrases.lexicon import Lexicon

#: Words of people in need because of a war, and of what is given for them.
NEEDS = frozenset(("need", "donor"))
#: What a word may be, as bits: the first of a camp's name, of a party's, of one that tells that a war is fought (a
#: party to it, a place or a state where it is), the adjective of such a state, and the first of a cue's phrase.
_CAMP, _PARTY, _WAR, _ADJECTIVE, _WORD, _NEED, _CAUSE, _AFFRAY = (1 << bit for bit in range(8))
_NAMES = _CAMP | _PARTY | _WAR


class Signs(NamedTuple):
    """How many names of parties, words of a conflict, of need, of a cause and of affrays a text may hold at most.

    `fought`: whether it may name a party on a side, or a place or a state where a war is fought. `headed`: whether
    its first part, where it has several, may name a party.
    """

    parties: int
    words: int
    needs: int
    causes: int
    affrays: int
    fought: bool
    headed: bool


def signs_in(texts: Sequence[Sequence[str]], lexicon: Lexicon) -> Signs | None:
    """Return the signs of a conflict in the parts of a section, by the texts of their tokens; None where a camp is."""
    reader = _reader(lexicon)
    counted = dict.fromkeys(reader.phrases, 0)
    parties = 0
    fought = headed = False
    for order, words in enumerate(texts):
        bits = reader.bits.of_all(words, reader.first_words, 0)
        for at in compress(range(len(bits)), bits):
            bit = bits[at]
            if bit & _CAMP and reader.camps.match_at(words, at) is not None:
                return None
            if bit & _PARTY and reader.parties.match_at(words, at) is not None:
                parties += 1
                headed = headed or (order == 0 and len(texts) > 1)
            if bit & (_WAR | _ADJECTIVE) and not fought:
                fought = bool(bit & _ADJECTIVE) or any(index.match_at(words, at) is not None for index in reader.war)
            for kind, phrases in reader.phrases.items() if bit > _NAMES else ():
                counted[kind] += bool(bit & kind and phrases.match(words, at))
    return Signs(parties, counted[_WORD], counted[_NEED], counted[_CAUSE], counted[_AFFRAY], fought, headed)


class _Reader:
    """What each word of the view may be a sign of, worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.parties = lexicon.names.limited(lambda key: _names_party(key, lexicon))
        self.camps = lexicon.place_names.limited(lambda key: _names_camp(key, lexicon))
        self.war = (
            lexicon.names.limited(lambda key: _names_war(key, lexicon)),
            lexicon.place_names.limited(lambda key: _names_war(key, lexicon)),
        )
        theatres = _theatres(lexicon)
        self._adjectives = frozenset(word for word, state in lexicon.adjectives.items() if state in theatres)
        cues = {_WORD: ("conflict",), _NEED: tuple(NEEDS), _CAUSE: ("cause",), _AFFRAY: ("affray",)}
        self.phrases = {bit: lexicon.phrases.limited(*(f"cue:{name}" for name in names)) for bit, names in cues.items()}
        self._tests: dict[int, Callable[[str], object]] = {
            _CAMP: self.camps.begins,
            _PARTY: self.parties.begins,
            _WAR: lambda word: any(index.begins(word) for index in self.war),
            _ADJECTIVE: lambda word: any(stem.text in self._adjectives for stem in stems(word)),
            **{bit: phrases.begun.__getitem__ for bit, phrases in self.phrases.items()},
        }
        begun_by = (
            (_CAMP, self.camps.first_words),
            (_PARTY, self.parties.first_words),
            (_WAR, frozenset().union(*(index.first_words for index in self.war))),
            (_ADJECTIVE, self._adjectives),
            *((bit, phrases.first_words) for bit, phrases in self.phrases.items()),
        )
        #: By each word that may begin a sign, prefixes left out, the bits of the signs.
        self.first_words: dict[str, int] = {}
        for bit, words in begun_by:
            for word in words:
                self.first_words[word] = self.first_words.get(word, 0) | bit
        self.bits: Memory[int] = Memory(self._bits)

    def _bits(self, word: str) -> int:
        possible = 0
        for start in range(LONGEST_PREFIX + 1):
            possible |= self.first_words.get(word[start:], 0)
        return sum(bit for bit, test in self._tests.items() if bit & possible and test(word)) if possible else 0


@lru_cache(maxsize=8)
def _reader(lexicon: Lexicon) -> _Reader:
    return _Reader(lexicon)


def is_party(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a party to a conflict, or people of an armed group (`عائلات داعش`)."""
    actor = lexicon.knowledge.actors.get(key)
    return key in lexicon.parties or (actor is not None and actor.parent in lexicon.armed_groups)


def names_armed_group(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor is an armed group that has a name, or people of one."""
    actor = lexicon.knowledge.actors.get(key)
    group = key if key in lexicon.armed_groups or actor is None else actor.parent
    return group in lexicon.armed_groups and is_party(key, lexicon)


def takes_a_side(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor, no state, is on a side of a war that a pack knows."""
    return key in lexicon.camps and key not in lexicon.state_keys


def _names_party(key: str, lexicon: Lexicon) -> bool:
    kind, _, value = key.partition(":")
    if kind == "actor":
        return is_party(lexicon.branches.get(value, value), lexicon)
    return kind in ("state", "capital") and is_party(lexicon.knowledge.states[value].key, lexicon)


def _names_camp(key: str, lexicon: Lexicon) -> bool:
    kind, _, value = key.partition(":")
    return kind == "place" and lexicon.place(value).kind == "camp"


def _names_war(key: str, lexicon: Lexicon) -> bool:
    """Tell whether a name's key is of a party on a side of a war, or of a state or a place where one is fought."""
    kind, _, value = key.partition(":")
    if kind == "place":
        return lexicon.place(value).country in _theatres(lexicon)
    if kind in ("state", "capital"):
        actor = lexicon.knowledge.states[value].key
        there = kind == "state" and value in lexicon.knowledge.places
        countries = {lexicon.place(value).country} if there else set()
    elif kind == "actor":
        actor = lexicon.branches.get(value, value)
        countries = set(lexicon.theatres.get(actor, ()))
    else:
        return False
    state = lexicon.state_keys.get(actor)
    countries |= {state.code} if state is not None else set()
    return takes_a_side(actor, lexicon) or not countries.isdisjoint(_theatres(lexicon))


def _theatres(lexicon: Lexicon) -> Sequence[str]:
    """Return the states (ISO 3166 alpha-2) in which a war is fought."""
    return lexicon.theatres.get("any", ())
