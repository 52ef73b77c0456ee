"""Whom somebody blames: `حملت اللجنة الجيش مسؤولية مقتل 12`, `حمل التقرير القوات المسؤولية عن مقتل 12`."""

from __future__ import annotations

from tawatur.extract.attribution.reach import Attributed, through_document
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_BLAMES, _BLAME = words_of("blames"), words_of("responsibility")
#: How many chunks who blames and who is blamed may have together.
_LONGEST = 12


def blamed(sentence: list[Chunk], at: int, speakers: Speakers, passage: Passage) -> Attributed | None:
    """Return the attribution of what somebody is blamed for at a chunk, to who blames them; None where none is."""
    if sentence[at].text.removeprefix("و") not in _BLAMES:
        return None
    ahead = range(at + 1, min(len(sentence) - 1, at + 1 + _LONGEST))
    blame = next((i for i in ahead if sentence[i].is_(*_BLAME)), None)
    if blame is None or any(piece.number is not None for piece in sentence[at + 1 : blame]):
        return None
    parties = (i for i in range(at + 2, blame) if _is_party(sentence, i))
    end = next(parties, blame)
    hops = speakers.describe(sentence, at + 1, end, passage, named=False) if end > at + 1 else ()
    return through_document(at, hops, blame + 1)


def _is_party(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is who is blamed: a party behind what is complete by its article, a name or a state."""
    before, piece = sentence[at - 1], sentence[at]
    complete = (
        is_definite(before) or bool(before.actors) or before.state is not None or before.words[-1].startswith("ال")
    )
    return complete and bool(piece.actors) and not (piece.preposition or piece.conjunction)
