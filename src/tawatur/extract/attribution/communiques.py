"""Communiqués: statements printed as they were issued, whose issuer speaks to the section's end.

`تعلن قيادة العمليات أن … . وبلغت الحصيلة …`, `صدر عن غرفة العمليات البلاغ الآتي: …`, `سجل المرصد ما يلي: …`,
`تلت القيادة بيانا، وفيما يلي نصه: …`, `نص البيان الصادر عن القيادة: …`.
"""

from __future__ import annotations

from tawatur.extract.attribution.documents import after_issued, parts_from_owner
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_ANNOUNCES = words_of("announces_now")
_AS_FOLLOWS = words_of("as_follows")
_ISSUED = words_of("was_issued")
_READS_OUT = frozenset((*words_of("brings_out"), *words_of("reads_out")))
_ITS_TEXT, _TEXT = words_of("its_text"), "نص"
_FROM = ("عن", "من")
#: How far before the colon `الآتي` may stand, and behind the verb who issued it.
_NEAR, _BESIDE = 3, 3


def opened_by(sentence: list[Chunk], found: list[Attributed], *, first: bool) -> tuple[Hop, ...]:
    """Return who speaks from a sentence on: by a verb of announcing in the present, or with what follows a colon."""
    ahead = [one for one in found if one.forward and one.chain and one.rule != "carried on"]
    if first and ahead and sentence[ahead[0].at].is_(*_ANNOUNCES):
        return ahead[0].chain
    if not follows(sentence):
        return ()
    return ahead[-1].chain if ahead else ()


def follows(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence says that what somebody states follows: `ما يلي:`, `البلاغ الآتي:`."""
    colons = (at for at, piece in enumerate(sentence) if piece.text == ":")
    return any(piece.is_(*_AS_FOLLOWS) for at in colons for piece in sentence[max(0, at - _NEAR) : at])


def issuer_at(sentence: list[Chunk]) -> tuple[int, int] | None:
    """`صدر عن غرفة العمليات البلاغ الآتي:`: the chunks between which who issued it is described; None elsewhere."""
    verb = next((at for at, piece in enumerate(sentence[:_BESIDE]) if piece.is_(*_ISSUED)), None)
    if verb is None or not follows(sentence) or verb + 2 >= len(sentence) or not sentence[verb + 1].is_(*_FROM):
        return _issuer_of_text(sentence)
    told = next(at for at in range(verb + 2, len(sentence)) if sentence[at].is_(*_AS_FOLLOWS))
    return (verb + 2, told - 1) if told - 1 > verb + 2 else None


def _issuer_of_text(sentence: list[Chunk]) -> tuple[int, int] | None:
    """`أصدرت القيادة بيانا هذا نصه:`, `نص بيان القيادة:`: who issued what a sentence says is printed behind it."""
    colon = next((at for at, piece in enumerate(sentence) if piece.text == ":"), None)
    if colon is None or any(piece.number is not None for piece in sentence[:colon]):
        return None
    document = next((at for at, piece in enumerate(sentence[:colon]) if "document" in piece.says), None)
    if document is None:
        return None
    if any(piece.is_(_TEXT) for piece in sentence[max(0, document - 1) : document]):
        first = document + 1
        while first < colon and parts_from_owner(sentence, first) and not sentence[first].text.startswith("الصادر"):
            first += 1
        first = after_issued(sentence, first, colon)
        return (first, colon) if first < colon else None
    printed = any(piece.is_(*_ITS_TEXT) for piece in sentence[max(document, colon - _NEAR) : colon])
    verb = next((at for at, piece in enumerate(sentence[:_BESIDE]) if piece.text in _READS_OUT), None)
    if not printed or verb is None:
        return None
    end = next((at for at in range(verb + 1, document) if sentence[at].mark or sentence[at].time is not None), document)
    return (verb + 1, end) if end > verb + 1 else None
