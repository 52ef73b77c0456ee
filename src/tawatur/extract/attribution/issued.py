"""Documents that somebody issues: `بيانا صادرا عن الوزارة`, `جاء في بيان للخلية أن`, `في بيان للوزارة، قتل 12`."""

from __future__ import annotations

from tawatur.extract.attribution.documents import after_issued, is_of_document
from tawatur.extract.attribution.naming import Keys
from tawatur.extract.attribution.reach import Attributed, through_document
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.statements import OPENING, clause_opening, complement, is_possessed, speaks
from tawatur.extract.attribution.tellers import Tellers
from tawatur.extract.attribution.word_classes import is_plain_nisba
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_THAT = words_of("that")
_CARRIES, _PUBLISHED = words_of("carries_statement"), words_of("published")
_RESUMPTIVE = words_of("resumptive")
_WAS_ISSUED, _BRINGS_OUT = words_of("was_issued"), words_of("brings_out")
_IN, _COMMAS = "في", ("،", ",")
_FROM = ("عن", "من")
#: By which chunk of its sentence the verb stands that tells who issued a document (`وقد صدر عن`), and how far behind
#: the document what stands in it is told.
_VERB_BY, _TOLD_WITHIN = 3, 14


class Issued:
    """Reads who issued a document that a sentence tells through."""

    def __init__(self, speakers: Speakers, tellers: Tellers, keys: Keys) -> None:
        self._speakers = speakers
        self._tellers = tellers
        self._keys = keys

    def read(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """A statement's issuer speaks through it: `بيانا صادرا عن الوزارة`, `جاء في بيان للخلية أن`, `في حصيلتها`."""
        issuer = after_issued(sentence, at + 1, min(len(sentence), at + 2))
        if issuer > at + 1:
            last = min(len(sentence), issuer + 6)
            end = next((i for i in range(issuer, last) if sentence[i].is_(*_THAT)), last)
            hops = self._speakers.describe(sentence, issuer, end, passage)
            return through_document(at, hops, issuer)
        opening = self._opened_in(sentence, at, passage) or self._told_in_it(sentence, at, passage)
        if opening is not None:
            return opening
        that = complement(sentence, at + 1, passage)
        if that is None:
            before = at and sentence[at - 1].is_("في")
            hops = self._tellers.issuer(sentence, at) if before and is_possessed(sentence[at]) else ()
            return through_document(at, hops, at + 1)
        opened = clause_opening(sentence, at)
        if any(speaks(sentence, i) and not sentence[i].is_(*_CARRIES) for i in range(opened, at)):
            return None
        first = at + 1
        while first + 1 < that and (is_of_document(sentence[first]) or is_plain_nisba(sentence[first])):
            first += 1  # بيان نشرته الوزارة, تصريح رسمي لغرفة العمليات
        hops = self._speakers.describe(sentence, first, that, passage, named=False)
        told_in = at > 0 and sentence[at - 1].is_("في")
        if not hops and told_in and is_possessed(sentence[at]) and at > 1 and sentence[at - 2].is_(*_CARRIES):
            hops = self._tellers.issuer(sentence, at) or self._speakers.known.last  # وجاء في تقريرها أن
        if not hops or not (told_in or self._keys.names_source(hops)):
            return None
        return through_document(at, hops, that if sentence[that].triggers else that + 1)

    def _told_in_it(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`صدر عن القيادة بيان جاء فيه أن`, `نشرت الهيئة تقريرا ورد فيه أن`: what stands in what somebody issues."""
        opens = (i for i in range(min(at, OPENING)) if i < _VERB_BY or sentence[i - 1].mark)  # بيروت - صدر عن
        verb = next((i for i in opens if sentence[i].is_(*_WAS_ISSUED, *_BRINGS_OUT)), None)
        if verb is None:
            return None
        first = verb + 1
        if sentence[verb].is_(*_WAS_ISSUED):
            if not sentence[first].is_(*_FROM):
                return None
            first += 1
        ahead = range(at + 1, min(len(sentence) - 2, at + _TOLD_WITHIN))
        told = next((i for i in ahead if sentence[i].is_(*_CARRIES) and sentence[i + 1].is_(*_RESUMPTIVE)), None)
        if told is None or first >= at or not (sentence[told + 2].is_(*_THAT) or sentence[told + 2].text == ":"):
            return None
        hops = self._speakers.describe(sentence, first, at, passage)
        return through_document(at, hops, told + 3)

    def _opened_in(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`في بيان للوزارة، قتل 12`: somebody's document that opens a sentence, up to its comma, tells the rest."""
        if not 0 < at <= 1 + sentence[0].mark or sentence[at - 1].text.removeprefix("و") != _IN:
            return None
        comma = next((i for i in range(at + 1, min(len(sentence), at + OPENING)) if sentence[i].text in _COMMAS), None)
        if comma is None or comma + 1 >= len(sentence):
            return None
        published = sentence[at + 1].text in _PUBLISHED  # في بيان أصدرته الوزارة
        if not (published or sentence[at + 1].text.startswith("ل")):
            return None
        if any(piece.verb_says or piece.number is not None for piece in sentence[at + 1 + published : comma + 2]):
            return None  # في بيان للوزارة، قالت فيه
        hops = self._speakers.describe(sentence, at, comma, passage, named=False)
        return through_document(at, hops, comma + 1)
