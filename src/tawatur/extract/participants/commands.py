"""Bodies that speak of what forces did: a ministry stands for its state, a command that no pack knows did it itself.

`قالت قيادة العمليات المشتركة في الوادي إن وحداتها قتلت 37 مسلحا`: the command did it, not the state that it may be of.
"""

from __future__ import annotations

from tawatur.arabic import fold, stems
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_COMMANDS = frozenset(words_of("command"))
#: The rules by which who speaks did it, whether a word of the clause names them or not.
_SPEAKING = frozenset(("announced", "subject"))
_SHORTEST = 2
_MINISTRY = "وزارة"


def of_their_states(doers: Doers, lexicon: Lexicon) -> Doers:
    """Return the doers, a ministry's state or side in its place: no ministry bears arms."""
    parties = [party._replace(actor=_state_of(party.actor, lexicon)) for party in doers.parties]
    return Doers(tuple(dict.fromkeys(parties)), doers.rule)


def _state_of(key: str, lexicon: Lexicon) -> str:
    actor = lexicon.knowledge.actors.get(key)
    ministry = actor is not None and actor.parent is not None and actor.ar[:1] and actor.ar[0].startswith(_MINISTRY)
    return actor.parent if ministry and actor is not None and actor.parent is not None else key


def done_by_command(doers: Doers, chain: tuple[Hop, ...], sentence: list[Chunk], lexicon: Lexicon) -> Doers:
    """Return the doers, a command that speaks in place of the state or the forces that it was taken for."""
    if doers.rule not in _SPEAKING or not chain or not _is_command(chain[0].actor, lexicon):
        return doers
    told = Party(chain[0].actor, None)
    parties = tuple(told if _is_speaker(party, chain[0], sentence, lexicon) else party for party in doers.parties)
    return Doers(tuple(dict.fromkeys(parties)), doers.rule)


def _is_command(actor: str, lexicon: Lexicon) -> bool:
    words = fold(actor).split()
    if len(words) < _SHORTEST or actor in lexicon.knowledge.actors or "+" in actor:
        return False
    return any(stem.text in _COMMANDS for stem in stems(words[0]))


def _is_speaker(party: Party, hop: Hop, sentence: list[Chunk], lexicon: Lexicon) -> bool:
    """Tell whether a party is the state, or its forces, for which who speaks was taken."""
    if party.actor not in lexicon.state_keys and party.actor not in lexicon.forces:
        return False
    if party.chunk is None:
        return True
    here = any(piece is party.chunk for piece in sentence)
    return here and hop.first <= party.chunk.first < hop.last
