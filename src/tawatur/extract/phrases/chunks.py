"""Chunks: the units that the clause grammar works on; a number, a time, a name, a phrase or a single word each.

A chunk keeps every reading of its words (`قتل` is a verb and a masdar, `أسر` families or captivity): the grammar, not
the chunker, decides.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from functools import lru_cache
from typing import NamedTuple

import msgspec

from tawatur.arabic import AnalysedText, Stem, stems
from tawatur.arabic.memory import Memory
from tawatur.arabic.names import NameMatch
from tawatur.arabic.numbers import Number
from tawatur.arabic.times import Time
from tawatur.arabic.tokens import kind_of
from tawatur.arabic.verbs import VerbMatch
from tawatur.extract.phrases.chunk_bounds import (
    PARTICLE_OR_VERB,
    conjunction_of,
    is_verb_here,
    name_at,
    number_end,
    one_of_them,
    word_has_conjunction,
)
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading, TriggerReading
from tawatur.model import Part
from tawatur.packs import Attribution, PlaceEntry

_PREPOSITIONS = words_of("preposition")
_CLAUSE_MARKS = frozenset("،,؛;:")
#: The most chunks that are read as one sentence: four times what the longest of any hand-coded report has.
LONGEST_SENTENCE = 400


class Chunk(msgspec.Struct, eq=False, gc=False):
    """A chunk: tokens `[first, last)` of its passage, and all that its words may be.

    It holds no chunk, so it is in no cycle that would need collecting.
    """

    first: int
    last: int
    text: str
    words: tuple[str, ...]
    mark: bool = False
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False
    number: Number | None = None
    time: Time | None = None
    nouns: tuple[NounReading, ...] = ()
    triggers: tuple[TriggerReading, ...] = ()
    verb_says: tuple[tuple[Attribution, str], ...] = ()
    says: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    actors: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    ambiguous_places: tuple[PlaceEntry, ...] = ()
    state: str | None = None
    heads: frozenset[str] = frozenset()

    def names(self, unit: str) -> bool:
        """Tell whether one of the chunk's nouns is of a unit of the codebook: `event`, `site`."""
        return any(reading.noun.unit == unit for reading in self.nouns)

    def is_(self, *words: str) -> bool:
        """Tell whether the chunk is one of these words of the view, a conjunction left out of account."""
        return self.text in words or (bool(self.conjunction) and self.text.removeprefix(self.conjunction) in words)

    def is_one_of(self, words: Collection[str]) -> bool:
        """Tell whether the chunk is one of these words, as `is_` tells it: for many words, or of every chunk."""
        return self.text in words or (self.conjunction != "" and self.text.removeprefix(self.conjunction) in words)

    def __repr__(self) -> str:
        filled = {
            name: value
            for name in self.__struct_fields__
            if (value := getattr(self, name)) and name not in ("first", "last", "text", "words")
        }
        return f"<{self.text} {filled}>"


class Passage:
    """A part of a section, analysed: its tokens, chunks by sentence, where it stands in the raw text, of which day."""

    __slots__ = ("_chunk_at", "analysed", "base", "chunks", "date", "kind", "sentences")

    def __init__(
        self,
        part: Part,
        lexicon: Lexicon,
        numbers: list[Number],
        times: list[Time],
        analysed: AnalysedText,
        *,
        date: str | None = None,
    ) -> None:
        self.base = part.start
        self.date = date
        self.kind = part.kind
        self.analysed = analysed
        self.chunks = chunk(analysed, lexicon, numbers, times)
        self._chunk_at = {piece.first: piece for piece in self.chunks}
        self.sentences = _by_sentence(self)

    def holds(self, piece: Chunk) -> bool:
        """Tell whether a chunk is this passage's own."""
        return self._chunk_at.get(piece.first) is piece

    def chunk_from(self, first: int) -> Chunk | None:
        """Return the chunk that begins with token `first`."""
        return self._chunk_at.get(first)

    def take_up_sentences(self) -> None:
        """Take the chunks of the sentences for the passage's own, after some of these were made one."""
        self.chunks = [piece for sentence in self.sentences for piece in sentence]
        self._chunk_at = {piece.first: piece for piece in self.chunks}

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span in the document's raw text of the tokens `[first, last)`."""
        start, end = self.analysed.raw_span(first, last)
        return start + self.base, end + self.base

    def words(self, first: int, last: int) -> str:
        """Return the raw words of the tokens `[first, last)`."""
        start, end = self.analysed.raw_span(first, last)
        return self.analysed.view.raw[start:end]


def _by_sentence(passage: Passage) -> list[list[Chunk]]:
    sentences: list[list[Chunk]] = []
    bounds = passage.analysed.sentences
    at = 0
    current: list[Chunk] = []
    for piece in passage.chunks:
        while at < len(bounds) and piece.first >= bounds[at].last:
            at += 1
            if current:
                sentences += _bounded(current)
                current = []
        current.append(piece)
    if current:
        sentences += _bounded(current)
    return sentences


def _bounded(sentence: list[Chunk]) -> list[list[Chunk]]:
    """Cut what is longer than any sentence, after a mark where one stands in the later half: grammar looks all over."""
    pieces: list[list[Chunk]] = []
    first = 0
    while len(sentence) - first > LONGEST_SENTENCE:
        end = first + LONGEST_SENTENCE
        middle = first + LONGEST_SENTENCE // 2
        cut = next((at + 1 for at in range(end - 1, middle, -1) if sentence[at].text in _CLAUSE_MARKS), end)
        pieces.append(sentence[first:cut])
        first = cut
    pieces.append(sentence[first:])
    return pieces


#: What makes tags of words: `شمال #الصومال`, `#ميليشيات_الحوثي`.
_TAGGING = frozenset("#_")


class _Word(NamedTuple):
    """A word known to the lexicon: the chunk that it makes alone, and whether a longer chunk, or a name, may begin."""

    alone: Chunk
    begins: bool


class _Chunker:
    """Cuts texts by a lexicon. What a word is by itself is worked out once; None for a word that nothing knows."""

    __slots__ = ("_known", "_lexicon", "_words")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words.union(_PREPOSITIONS, PARTICLE_OR_VERB)
        self._known: Memory[_Word | None] = Memory(self._word)

    def chunks(self, analysed: AnalysedText, numbers: list[Number], times: list[Time]) -> list[Chunk]:
        """Return the chunks of a text, in order; line breaks and what makes words tags have none."""
        number_at = {number.first: number for number in numbers}
        time_at = {time.first: time for time in times}
        spans = [*[(n.first, number_end(n)) for n in numbers], *[(t.first, t.last) for t in times]]
        taken = {at for first, last in spans for at in range(first, last)}
        texts, tokens = analysed.texts, analysed.tokens
        known = self._known.of_all(texts, self._words, None)
        found: list[Chunk] = []
        at, count = 0, len(texts)
        while at < count:
            word = known[at]
            if at in taken or (word is not None and word.begins):
                piece = self._chunk_at(analysed, at, number_at, time_at, taken)
            elif word is not None:
                piece = _placed(word.alone, at)
            elif tokens[at].kind == "break" or texts[at] in _TAGGING:
                at += 1
                continue
            else:
                text = texts[at]
                piece = Chunk(at, at + 1, text, (text,), mark=tokens[at].kind == "mark")
            found.append(piece)
            at = piece.last
        return found

    def _word(self, text: str) -> _Word | None:
        """Return what a token's text is by itself."""
        kind = kind_of(text)
        if kind in {"mark", "break"}:
            return None
        lexicon = self._lexicon
        alone = Chunk(0, 1, text, (text,))
        phrases = lexicon.phrases.begun[text]
        _take_phrases(alone, [value for rest, value in phrases if not rest], lexicon)
        if kind == "word":
            _take_word(alone, lexicon)
        longer = any(rest for rest, _ in phrases)
        begins = longer or text in PARTICLE_OR_VERB or lexicon.names.begins(text) or lexicon.place_names.begins(text)
        return _Word(alone, begins) if begins or _says_something(alone) else None

    def _chunk_at(
        self,
        analysed: AnalysedText,
        at: int,
        number_at: dict[int, Number],
        time_at: dict[int, Time],
        taken: set[int],
    ) -> Chunk:
        lexicon, tokens = self._lexicon, analysed.tokens
        token = tokens[at]
        if at in number_at:
            last = number_end(number_at[at])
            piece = Chunk(at, last, token.text, tuple(analysed.texts[at:last]), number=number_at[at])
            _prefixes(piece, analysed, number_at[at].start)
            return piece
        if at in time_at:
            piece = Chunk(at, time_at[at].last, token.text, (token.text,), time=time_at[at])
            _prefixes(piece, analysed, time_at[at].start)
            return piece
        if token.kind == "mark":
            return Chunk(at, at + 1, token.text, (token.text,), mark=True)
        name = name_at(analysed.texts, at, lexicon, taken)
        phrases = [
            match for match in lexicon.phrases.match(analysed.texts, at) if taken.isdisjoint(range(at, match[0]))
        ]
        longest = max(last for last, _ in phrases) if phrases else at + 1
        if name is not None and name.last >= longest and name.last > at + 1:
            piece = Chunk(at, name.last, token.text, tuple(analysed.texts[at : name.last]))
            _take_name(piece, name, lexicon)
            piece.nouns = one_of_them(token.text, lexicon) if piece.actors else ()
            return piece
        if longest > at + 1:
            piece = Chunk(at, longest, token.text, tuple(analysed.texts[at:longest]))
            piece.conjunction = conjunction_of(token.text)
            values = [value for last, value in phrases if last == longest]
            _take_phrases(piece, values, lexicon)
            if all(value.startswith("cue:") for value in values):
                piece.nouns = lexicon.read_noun(token.text)  # طائرة مسيرة: no less a plane
            return piece
        known = self._known[token.text]
        if name is None and known is not None and at not in taken and token.text not in PARTICLE_OR_VERB:
            return _placed(known.alone, at)
        piece = Chunk(at, at + 1, token.text, (token.text,))
        if name is not None:
            _take_name(piece, name, lexicon)
        _take_phrases(piece, [value for _, value in phrases], lexicon)
        if token.kind == "word":
            if token.text in PARTICLE_OR_VERB and is_verb_here(analysed, at, number_at, lexicon):
                piece.cues -= {"particle"}
            _take_word(piece, lexicon)
        return piece


@lru_cache(maxsize=8)
def _chunker(lexicon: Lexicon) -> _Chunker:
    return _Chunker(lexicon)


def chunk(analysed: AnalysedText, lexicon: Lexicon, numbers: list[Number], times: list[Time]) -> list[Chunk]:
    """Return the chunks of a text, in order; line breaks have none."""
    return _chunker(lexicon).chunks(analysed, numbers, times)


def _placed(alone: Chunk, at: int) -> Chunk:
    """Return a copy of the chunk of one word, at a token."""
    piece = copy(alone)
    piece.first, piece.last = at, at + 1
    return piece


def _says_something(piece: Chunk) -> bool:
    """Tell whether anything is known of a chunk of one word."""
    return bool(
        piece.conjunction
        or piece.preposition
        or piece.definite
        or piece.nouns
        or piece.triggers
        or piece.verb_says
        or piece.says
        or piece.cues
        or piece.state
        or piece.heads
    )


def _prefixes(piece: Chunk, analysed: AnalysedText, start: int) -> None:
    """Read the prefixes that stand before a number or time inside its first token."""
    token = analysed.tokens[piece.first]
    raw_start = analysed.view.raw_index(token.start)
    prefix = analysed.view.text[token.start : analysed.view.view_index(start)] if start > raw_start else ""
    if prefix[:1] in ("و", "ف"):
        piece.conjunction = prefix[0]
        prefix = prefix[1:]
    piece.preposition = prefix[:1]


def _take_name(piece: Chunk, name: NameMatch, lexicon: Lexicon) -> None:
    piece.conjunction = name.conjunction
    piece.preposition = name.preposition
    for key in name.keys:
        kind, _, value = key.partition(":")
        if kind == "actor":
            piece.actors += (lexicon.branches.get(value, value),)
        elif kind == "person":
            piece.persons += (value,)
        elif kind == "outlet":
            piece.outlets += (value,)
        elif kind == "state":
            state = lexicon.knowledge.states[value]
            piece.actors += (state.key,)
            if value in lexicon.knowledge.places:
                piece.places += (lexicon.place(value),)
        elif kind == "capital":
            piece.actors += (lexicon.knowledge.states[value].key,)
        elif kind == "place":
            piece.places += (lexicon.place(value),)
        else:
            piece.ambiguous_places += (lexicon.place(value),)


def _take_phrases(piece: Chunk, values: list[str], lexicon: Lexicon) -> None:
    cues, says = set(piece.cues), set(piece.says)
    for value in values:
        kind, _, rest = value.partition(":")
        if kind == "trigger":
            piece.triggers += (TriggerReading(lexicon.trigger(int(rest)), None, "", None),)
        elif kind == "taken":
            piece.triggers += (TriggerReading(lexicon.trigger(int(rest)), None, "هم", None),)
        elif kind == "say":
            says.add(rest)
        else:
            cues.add(rest)
    piece.cues, piece.says = frozenset(cues), frozenset(says)


def _take_word(piece: Chunk, lexicon: Lexicon) -> None:
    word = piece.text
    readings = stems(word)
    piece.nouns = lexicon.read_noun(word)
    for match, triggers, attributions in lexicon.read_verb(word) if "particle" not in piece.cues else ():
        piece.triggers += tuple(TriggerReading(trigger, match, match.pronoun, None) for trigger in triggers)
        if "part" not in piece.cues and not _is_ours(word, match):  # بينهم: among them, no verb
            piece.verb_says += tuple((attribution, match.pronoun) for attribution in attributions)
        if not piece.conjunction and (triggers or attributions):
            piece.conjunction = match.conjunction
    piece.triggers += lexicon.read_masdar(word)
    _take_shape(piece, readings, lexicon)


def _is_ours(word: str, match: VerbMatch) -> bool:
    """Tell whether a verb of saying is of the first person: `نجيب`, no report's verb, but often a name."""
    present = match.form.tense == "present" and match.form.number == "plural"
    return present and not match.future and word.removeprefix(match.conjunction).startswith("ن")


def _take_shape(piece: Chunk, readings: tuple[Stem, ...], lexicon: Lexicon) -> None:
    for stem in readings:
        if stem.text in lexicon.adjectives and piece.state is None:
            piece.state = lexicon.adjectives[stem.text]
        if stem.article and stem.text in lexicon.heads and not piece.heads:
            piece.heads = lexicon.heads[stem.text]
            piece.definite = True
            if not piece.preposition:
                piece.preposition = stem.preposition
    noun = piece.nouns[0].stem if piece.nouns else None
    trigger = next((reading.stem for reading in piece.triggers if reading.stem is not None), None)
    chosen = noun or trigger
    if chosen is not None and not piece.conjunction and not piece.preposition:
        piece.conjunction, piece.preposition = chosen.conjunction, chosen.preposition
        piece.definite = piece.definite or chosen.article
    if chosen is None and not piece.conjunction and word_has_conjunction(piece.text):
        joined = piece.text[1:] in _PREPOSITIONS or "kunya" in piece.cues
        joined = joined or ("speaker" in piece.says and piece.text.removeprefix(piece.text[0]).startswith("ال"))
        piece.conjunction = piece.text[0] if joined else ""
