"""Whom somebody blames: `حملت اللجنة الجيش مسؤولية مقتل 12`, `حمل التقرير القوات المسؤولية عن مقتل 12`.

Whom somebody accuses as well, where who does so is not told beside the verb: `واتهم القوات بقتل 12`, `متهما الجيش
بقتل 12`; what stands between it and the charge is accused, and speaks of nothing.
"""

from __future__ import annotations

from tawatur.extract.attribution.nobody import ACCUSES
from tawatur.extract.attribution.reach import Attributed, through_document
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_ACCUSING = words_of("accusing")
#: What stands between a spokesman and whom he speaks for.
_IN_NAME_OF = "باسم"
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


def charge(sentence: list[Chunk], at: int) -> int | None:
    """Return where the charge begins of which a verb or a participle at a chunk accuses; None where it accuses nobody.

    Only where its subject is not told beside it: a verb of a man before a feminine noun has that for its object.
    """
    piece = sentence[at]
    participle = piece.is_(*_ACCUSING)
    if not participle and not any(said.lemma in ACCUSES for said, _ in piece.verb_says):
        return None
    if at + 2 >= len(sentence) or not (piece.conjunction or participle):
        return None
    ahead = range(at + 2, min(len(sentence) - 1, at + 1 + _LONGEST))
    found = next((i for i in ahead if _is_charge(sentence[i]) or sentence[i].mark), None)
    if found is None or sentence[found].mark:
        return None
    accused = sentence[at + 1]
    if accused.preposition or not (accused.actors or accused.places or is_definite(accused)):
        return None
    if any(one.number is not None or one.verb_says for one in sentence[at + 1 : found]):
        return None
    other = accused.words[0].endswith(("ة", "ات")) and not piece.text.endswith(("ت", "ة"))  # the verb is of a man
    return found if participle or other else None


def _is_charge(piece: Chunk) -> bool:
    return piece.text.startswith("ب") and not (piece.actors or piece.places or piece.text == _IN_NAME_OF)


def _is_party(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is who is blamed: a party behind what is complete by its article, a name or a state."""
    before, piece = sentence[at - 1], sentence[at]
    complete = (
        is_definite(before) or bool(before.actors) or before.state is not None or before.words[-1].startswith("ال")
    )
    return complete and bool(piece.actors) and not (piece.preposition or piece.conjunction)
