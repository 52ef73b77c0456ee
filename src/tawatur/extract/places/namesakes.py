"""A place's name that is somebody's or something's else: a person's, a body's, a paper's, a street's."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.weak import bare_of

_NAMED_AFTER, _BEARING = frozenset(words_of("named_after")), frozenset(words_of("bears_a_name"))
#: How many chunks behind a bank its river may stand, a comma and a preposition between.
_BEHIND_BANK = 3
#: How adjectives of colour end in the feminine, and the least letters of a noun with its article.
_COLOURS, _SHORTEST = ("اء", "ا"), 4
_BANK, _RIVERS = "الضفة", words_of("river")
_OF_PEOPLE = frozenset(("killed", "wounded", "detained"))


def is_person(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a place's name is a person's: behind a given name, a rank, a noun of killing or holding people."""
    piece, before = sentence[at], sentence[at - 1] if at else None
    if before is None or piece.preposition or piece.conjunction or len(piece.words) > 1 or piece.actors:
        return False
    if before.text in lexicon.given_names and not before.places:
        return True
    if before.text.startswith("ال") and "person_title" in before.cues:
        return True  # الجنرال أوستن
    return any(reading.trigger.measure in _OF_PEOPLE and reading.verb is None for reading in before.triggers)


def is_namesake(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a body, a paper or talks before a place's name bear it."""
    if is_coloured(sentence, at) or _is_bank(sentence, at):
        return True
    before = at - 1
    while before > 0 and sentence[before].text in ('"', "(", "'"):
        before -= 1
    if before < 0:
        return False
    words = (sentence[before].words[-1], *bare_of(sentence[before].words[-1]))
    return not sentence[at].preposition and any(word in _NAMED_AFTER for word in words)


def _is_bank(sentence: list[Chunk], at: int) -> bool:
    """`الضفة الغربية لنهر الفرات`, `الضفة الغربية من النهر`: the bank of a river that is named behind it."""
    if sentence[at].words[0] != _BANK:
        return False
    following = [piece for piece in sentence[at + 1 : at + 1 + _BEHIND_BANK] if piece.text not in ("،", ",")]
    led = following[:1] if following and following[0].preposition == "ل" else following[1:2]
    return any(piece.is_one_of(_RIVERS) for piece in led)


def is_coloured(sentence: list[Chunk], at: int) -> bool:
    """`البشرة البيضاء`, `الراية الخضراء`: an adjective of a colour with its article, right behind what has it."""
    piece = sentence[at]
    if not at or len(piece.words) > 1 or not (piece.text.startswith("ال") and piece.text.endswith(_COLOURS)):
        return False
    before = sentence[at - 1].words[-1]
    return before.startswith("ال") and len(before) > _SHORTEST and place_noun(before) is None


def bears_its_name(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a street, a square, a hotel before a place's name bears it."""
    if not at or sentence[at].preposition or sentence[at].conjunction:
        return False
    return any(word in _BEARING for word in (sentence[at - 1].words[-1], *bare_of(sentence[at - 1].words[-1])))
