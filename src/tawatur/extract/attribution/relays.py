"""Relays: who carries on what another said: `نقلت الوكالة عن شاهد قوله`, `نسبت إلى مصدر`, `علمت الصحيفة من`."""

from __future__ import annotations

from tawatur.extract.attribution.reach import Attributed, through_document
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.statements import complement
from tawatur.extract.attribution.tellers import NEWS, Tellers
from tawatur.extract.attribution.word_classes import noun_of, owned_noun
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

#: Words of telling in the accusative: `نقلا عن`.
RELAYED = ("نقلا",)
_UNSAID = words_of("unsaid")
_THAT = words_of("that")
_SOURCES = words_of("source_noun")
_ONE_OF = words_of("one_of")
_HIS_SAYING = words_of("his_words")


def _are_sources(piece: Chunk) -> bool:
    """Tell whether a chunk begins with a word for sources, who tell what they know: `مصادر`, `مصدر`, `شهود`."""
    return piece.words[0].removeprefix("ال") in _SOURCES


class Relays:
    """Reads an origin and the outlet that its words reach us through."""

    def __init__(self, speakers: Speakers, tellers: Tellers) -> None:
        self._speakers = speakers
        self._tellers = tellers

    def learned(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`وعلمت الصحيفة من مصادر أمنية أن`: the sources are the origin, whoever asked them the last voice."""
        that = complement(sentence, at + 1, passage)
        about = next((i for i in range(at + 1, that or at) if sentence[i].is_("من")), None)
        if that is None or about is None:
            return None
        own = owned_noun(sentence[about + 1]) is not None  # من مصادرها
        origin = () if own else self._speakers.describe(sentence, about + 1, that, passage, named=False)
        asked = [piece for piece in sentence[at + 1 : about] if piece.outlets]
        relay = self._speakers.relay(asked[0]) if asked else ()
        return through_document(at, (*origin, *relay) if origin else (), that + 1)

    def relay(self, sentence: list[Chunk], at: int, end: int, passage: Passage) -> Attributed | None:
        """`نقلت وكالة عن مصدر قوله إن`: the source is the origin, the agency the last voice."""
        about = next((i for i in range(at + 1, min(end, len(sentence))) if sentence[i].is_("عن", *RELAYED)), None)
        if about is None and end < len(sentence) and sentence[end].text in _THAT and _are_sources(sentence[at + 1]):
            hops = self._speakers.describe(sentence, at + 1, end, passage, named=False)
            return through_document(at, hops, end + 1)  # نقلت مصادر أمنية للوكالة أن
        if about is None or any(piece.is_("الي", *_UNSAID) for piece in sentence[at + 1 : about]):
            return None  # نقلوا إلى المستشفى، ولم يفصح عن عددهم
        if noun_of(sentence[about - 1]).removesuffix("ا") in NEWS and about > at + 2:
            hops = self._speakers.whole(sentence, at + 1, about - 1, passage)  # نقلت مجموعات أخبارا عن هجوم
            return through_document(at, hops, about + 1)
        relay = self._speakers.describe(sentence, at + 1, about, passage) or self._tellers.before(sentence, at, passage)
        origin = self._speakers.describe(sentence, about + 1, end, passage)
        if not origin:
            return None
        closes = at > 2 and sentence[at - 1].is_("كما")  # قتل 40، كما نقلت الوكالة عن الشرطة
        content = at + 1 if closes else end
        return Attributed(at, forward=not closes, chain=(*origin, *relay), modality=None, content=content, rule="relay")

    def imputed(self, sentence: list[Chunk], at: int, that: int, passage: Passage) -> Attributed | None:
        """`نسبت الوكالة إلى شاهد قوله إن`, `لأحد الشهود أن`: who is said to have said it is the origin."""
        ahead = range(at + 2, min(that, len(sentence)))
        to = next((i for i in ahead if sentence[i].is_("الي") or _is_with_lam(sentence[i])), None)
        if to is None:
            return None
        first = to + 1 if sentence[to].is_("الي", "ل") or sentence[to].text[1:] in _ONE_OF else to
        told = next((i for i in range(first + 1, that) if sentence[i].text in _HIS_SAYING), that)
        origin = self._speakers.describe(sentence, first, told, passage)
        relay = self._speakers.describe(sentence, at + 1, to, passage)
        return through_document(at, (*origin, *relay) if origin else (), that + 1)


def _is_with_lam(piece: Chunk) -> bool:
    """`لمصدر`, `للناطق`, `لأحد الشهود`."""
    return piece.is_("ل") or piece.preposition == "ل" or piece.text.startswith("لل") or piece.text[1:] in _ONE_OF
