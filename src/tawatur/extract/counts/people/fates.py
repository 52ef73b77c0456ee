"""What befell those whose number is told, by the word behind their plural: `عدد الأطفال المختطفين`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.government import FLOWS


def said_of_people(sentence: list[Chunk], at: int) -> str | None:
    """Return what a word behind the plural at a chunk, or the plural itself, says befell those whom it names."""
    people = any(
        r.stem.article and r.form.number in ("plural", "ambiguous") and r.noun.unit == "person" and not r.noun.measure
        for r in sentence[at].nouns
    )
    if _state_of(sentence[at]) is not None:
        return _state_of(sentence[at])  # عدد المفرج عنهم
    if not people or at + 1 >= len(sentence) or not sentence[at + 1].text.startswith("ال"):
        return None
    several = (r.noun.measure for r in sentence[at + 1].nouns if r.form.number in ("plural", "ambiguous"))
    told = next((measure for measure in several if measure in FLOWS or measure == "held"), None)
    return told or _state_of(sentence[at + 1])


def _state_of(piece: Chunk) -> str | None:
    """`المفرج عنهم`: what a definite participle with a pronoun says of people."""
    states = (r.trigger.measure for r in piece.triggers if r.trigger.role == "state" and r.trigger.measure in FLOWS)
    return next(states, None) if piece.text.startswith("ال") and piece.words[-1].endswith("هم") else None
