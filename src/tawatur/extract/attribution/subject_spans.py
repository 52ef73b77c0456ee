"""Subjects that no table knows: the chunks between a verb of saying and its clause that can be who speaks."""

from __future__ import annotations

from tawatur.extract.attribution.statements import OPENING, PARTED_OFF
from tawatur.extract.attribution.word_classes import is_behind_name, is_definite, tells_nothing
from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_STOPS = words_of("after_speaker")
_BESIDE = words_of("beside_speech_verb")
_PREPOSITIONS = words_of("preposition")
_RESUMPTIVE = words_of("resumptive")
_WHO = words_of("who")
_NOBODY = frozenset(words_of("names_nobody"))
_SPAN, _SAME = words_of("span"), words_of("same")
#: Cues of words that no subject holds.
_NO_SUBJECT = frozenset(("clause", "particle", "negation"))
#: How many chunks a subject that no table knows may have.
_LONGEST = 8
#: `للصحفيين`: the article loses its alif behind the preposition.
_TO_THE = "لل"


def subject_span(sentence: list[Chunk], first: int, end: int) -> tuple[int, int]:
    """Return the chunks between a verb and its clause that can be its subject; none where something else does."""
    while first < end and (sentence[first].mark or sentence[first].time is not None):
        first += 1
    last = next((i for i in range(first, end) if _parts(sentence, i)), end)
    if first >= last or last - first > _LONGEST or sentence[first].preposition or tells_nothing(sentence[first]):
        return first, first
    if sentence[first].text in _RESUMPTIVE:
        return first, first  # حذر فيه من أن
    if "document" in sentence[first].says and is_definite(sentence[first]):
        return first, first  # التقرير, المصدر: whoever spoke last
    pieces = sentence[first:last]
    other = any(
        piece.verb_says or _counts(piece) or piece.cues & _NO_SUBJECT or "participle" in piece.says for piece in pieces
    )
    verb = any(finite_verb(sentence, i) is not None for i in range(first, last))
    return (first, first) if other or verb else (first, last)


def opening_phrase(sentence: list[Chunk], at: int) -> int | None:
    """Return where the noun phrase begins that opens a sentence up to its verb: behind `أما`, should that part it."""
    parted = sentence[0].is_(*PARTED_OFF) and sentence[at].conjunction == "ف"  # أما جهاز كذا فقال إن
    first = 1 if parted else 0
    if at <= first or at - first > OPENING or (sentence[at].conjunction and not parted):
        return None
    if sentence[at - 1].words[-1] in _NOBODY:
        return None  # لكنه أضاف, إلا أنها أكدت, وسبق أن قال: whoever spoke last
    told = any(p.mark or p.time or p.triggers or "document" in p.says for p in sentence[first:at])
    return None if told or subject_span(sentence, first, at) != (first, at) else first


def _counts(piece: Chunk) -> bool:
    """Tell whether a chunk is a number that no subject holds: not `الدول الثلاث`, `الوزيران`."""
    return piece.number is not None and not (piece.text.startswith("ال") and piece.text.isalpha())


def _parts(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk behind a verb is no more of its subject: a time, a preposition, an adverb."""
    piece = sentence[at]
    told = piece.text.startswith(_TO_THE) and not piece.actors  # للصحفيين
    described = piece.text.removeprefix("و") in _WHO  # الجماعة، والتي تحمل اسم كذا
    return told or described or piece.time is not None or piece.text in (*_STOPS, *_BESIDE) or piece.is_(*_PREPOSITIONS)


def after_span(sentence: list[Chunk], first: int, end: int) -> int:
    """Return where the subject may stand behind `في المدة نفسها`, `خلال الفترة ذاتها` that part it from its verb."""
    if first + 1 < end and sentence[first].is_("في", "خلال") and sentence[first + 1].is_(*_SPAN):
        first += 2
        while first < end and sentence[first].is_(*_SAME):
            first += 1
    return first


def ends_subject(sentence: list[Chunk], at: int) -> bool:
    """`وصف المقرر الهجوم بأنه جريمة وقال`: what stands behind the subject of a verb that begins a sentence."""
    piece = sentence[at]
    event = piece.names("event") and piece.definite
    return bool(piece.mark) or piece.is_(*_PREPOSITIONS) or event or is_behind_name(sentence, at)
