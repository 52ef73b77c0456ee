"""Tallies that a figure stands in: `وبلغت الحصيلة، في إحصاء لوزارة الصحة، 12 قتيلا` is told by the ministry."""

from __future__ import annotations

from tawatur.extract.attribution.documents import is_of_document
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite, noun_of
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_TALLIES = frozenset(word for name in ("tally", "unsigned", "speaks_itself", "census") for word in words_of(name))
_LATEST = words_of("latest")
_PUBLISHED = words_of("published")
#: How many chunks may stand before a tally that opens its sentence.
_OPENING = 2


def counted_in(sentence: list[Chunk], at: int, speakers: Speakers, passage: Passage) -> Attributed | None:
    """`وبلغت الحصيلة، في إحصاء لوزارة الصحة، 12 قتيلا`: the tally that a figure stands in is somebody's."""
    tally = noun_of(sentence[at]) in _TALLIES and not is_definite(sentence[at])
    before = at - 2 if at > 1 and sentence[at - 1].is_(*_LATEST) else at - 1  # في آخر إحصاء للوزارة
    if not tally or before < 0 or not sentence[before].is_("في"):
        return None
    first = at + 1
    while first + 1 < len(sentence) and is_of_document(sentence[first]):
        first += 1
    told = any(sentence[i].text in _PUBLISHED for i in range(at + 1, first))  # في حصيلة جديدة أعلنها المجلس
    if first >= len(sentence) or not (told or sentence[first].text.startswith("ل")):
        return None
    ahead = range(first + 1, len(sentence))
    end = next((i for i in ahead if sentence[i].mark or sentence[i].number is not None), len(sentence))
    hops = speakers.describe(sentence, first, end, passage, named=False)
    if not hops:
        return None
    return Attributed(at, forward=at <= _OPENING, chain=hops, modality=None, content=end, rule="preposition")
