"""Single things that a verb destroys, far behind it: `دمرت المقاتلات، مساء الجمعة، بغارتين، منصة إطلاق`.

Their subject may be a strike (`دمرت غارة أخرى طقما`) or stand in the clause before (`اكتشف الجيش ودمر مركزا`).
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.government import counts
from tawatur.extract.phrases.quantity import Quantity

#: How far before it its verb may stand.
_REACH = 14
_COMMAS = frozenset(("،", ",", '"', "(", ")"))


def is_wrecked(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """Tell whether a singular thing is the object of a verb of destruction: in the accusative, where that shows."""
    if quantity.noun is None or quantity.unit == "person" or quantity.low != 1:
        return False
    piece = sentence[at]
    accusative = any(reading.form.accusative for reading in piece.nouns)
    if not accusative and not (_stands_free(sentence, at) and any(r.noun.gender == "f" for r in piece.nouns)):
        return False
    subject = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        before = sentence[back]
        if _destroys(before, quantity):
            adjacent = accusative and back == at - 1
            return adjacent or (subject and not (back and sentence[back - 1].is_("في", "ان")))
        if before.verb_says or before.triggers or "clause" in before.cues or (before.conjunction and not before.time):
            return False
        if before.mark and before.text not in _COMMAS:
            return False
        subject = subject or bool(before.actors or before.nouns)
    return False


def _stands_free(sentence: list[Chunk], at: int) -> bool:
    """Tell whether nothing before a noun governs it, and no name of a place follows: `ضواحي مديرية حيس` is where."""
    before, following = sentence[at - 1], sentence[at + 1] if at + 1 < len(sentence) else None
    named = following is not None and bool(following.places or following.ambiguous_places)
    return not named and (before.mark or bool(before.actors or before.time))


def _destroys(piece: Chunk, quantity: Quantity) -> bool:
    """Tell whether a chunk is a verb that destroys such things, and no passive whose subject they would be."""
    return any(
        reading.verb is not None
        and reading.trigger.measure == "destroyed"
        and reading.trigger.role == "object"
        and reading.verb.form.voice != "passive"
        and not reading.pronoun
        and counts(reading.trigger, quantity)
        for reading in piece.triggers
    )
