"""Relevance: whether a text, and a sentence of it, tells of an armed conflict at all."""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.lexicon import Lexicon

#: How many of a conflict's words stand for one where no party to one is named.
_WORDS = 12
#: How many of a hundred words must be a conflict's where a sentence of the text tells of the dead or
#: the uprooted.
_SHARE = 3
_FEWEST = 3
#: A party named once makes a text a conflict's that has so many words of one, or no more chunks than a short report.
_FEW = 2
_SHORT = 120
_DEAD = frozenset(("killed", "wounded", "casualties", "displaced"))


def is_about_conflict(passages: list[Passage], lexicon: Lexicon) -> bool:
    """Tell whether a section tells of a conflict.

    It names a camp, or a party, a second time where it has hardly a word of conflict and is no short report; or it
    has many such words; or it tells of dead in a state where a conflict is fought, and such words are dense in it.
    """
    words = chunks = named = 0
    countries: set[str] = set()
    dead = False
    for passage in passages:
        for sentence in passage.sentences:
            violent = 0
            for piece in sentence:
                if any(place.kind == "camp" for place in piece.places):
                    return True
                named += any(_is_party(key, lexicon) for key in piece.actors)
                countries.update(place.country for place in piece.places)
                states = (lexicon.state_keys.get(key) for key in piece.actors)
                countries.update(state.code for state in states if state is not None)
                violent += "conflict" in piece.cues
            words += violent
            chunks += len(sentence)
            dead = dead or bool(violent and _tells_of_dead(sentence) and not is_accident(sentence, lexicon))
    if words >= _WORDS or (named and (words >= _FEW or chunks <= _SHORT)) or (named > 1 and words):
        return True
    fought = not countries.isdisjoint(lexicon.theatres.get("any", ()))
    return dead and fought and words >= _FEWEST and 100 * words >= _SHARE * chunks


def _tells_of_dead(sentence: list[Chunk]) -> bool:
    return any(
        any(reading.noun.measure in _DEAD for reading in piece.nouns)
        or any(reading.trigger.measure in _DEAD for reading in piece.triggers)
        for piece in sentence
    )


def _is_party(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a party to a conflict, or people of an armed group (`عائلات داعش`)."""
    actor = lexicon.knowledge.actors.get(key)
    return key in lexicon.parties or (actor is not None and actor.parent in lexicon.armed_groups)


def is_accident(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    """Tell whether a sentence tells of an accident, with no party to a conflict in it."""
    if not any("accident" in piece.cues for piece in sentence):
        return False
    return not any(
        key in lexicon.armed_groups or key in lexicon.opponents for piece in sentence for key in piece.actors
    )


def tells_of_disease(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence tells of a disease or of famine: who dies of it is counted as `other`."""
    return any("disease" in piece.cues for piece in sentence)


def tells_of_violence(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence has a conflict's words."""
    return any("conflict" in piece.cues for piece in sentence)
