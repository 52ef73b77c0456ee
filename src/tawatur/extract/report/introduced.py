"""Parties that a section introduces by their full names and no pack knows: `حركة فجر الوادي`, then `الحركة`.

Such a name is a noun for armed bodies and what makes it a name: a word that such bodies call themselves by with what
it is of (`جيش تحرير السهل`, `لواء النصر`), words of no language but a name (`جبهة كارلوس باتينيو`; one alone where an
adjective tells of what kind the body is: `جماعة كوبارو المتمردة`), words in marks (`جماعة «وعد الصادقين»`), or a day
(`حركة 14 أيار`).
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.arabic import fold, stems
from tawatur.extract.clauses.predicates import event_class, finite_verb
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import ordinary_words, place_noun

#: Nouns for armed bodies, and of these those that a state has as well: its own are named otherwise.
_BODIES = frozenset(words_of("armed_body"))
_OF_STATES = frozenset(words_of("body_of_states"))
#: What armed bodies call themselves by: `أنصار`, `تحرير`, `فجر`.
_CALLED = frozenset(words_of("called_by"))
_LIBERATION = frozenset(words_of("liberation"))
_EPITHETS = frozenset(words_of("epithet_of_body"))
_MOVEMENT = "حركة"
_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')
#: How many chunks stand between marks at most.
_MARKED = 4
_NO_NAMES = frozenset((*words_of("preposition"), *words_of("that"), *words_of("of_them")))
_WHO = frozenset(words_of("who"))
_ARTICLE = "ال"
_NO_MARKS = str.maketrans("", "", '"«»“”')
#: What words of the language end with, adjectives, plurals and verbs, and what a verb of the present begins with.
_INFLECTED, _VERBS = ("ة", "ين", "ون", "ات", "ت", "وا"), "تي"
_SHORTEST, _TWO = 3, 2


class _Name(NamedTuple):
    last: int
    prefix: str


def introduce(passages: list[Passage], lexicon: Lexicon) -> Lexicon:
    """Mark in the passages the parties that only the section's own words name; return a lexicon that knows them.

    The chunks of each name become one, whose actor is the name as printed first. The lexicon is `lexicon` itself where
    there is no such name.
    """
    named: dict[str, str] = {}
    for passage in passages:
        for sentence in passage.sentences:
            _mark(sentence, passage, named)
    if not named:
        return lexicon
    heads: dict[str, frozenset[str]] = {}
    for folded, key in named.items():
        head = folded.split()[0]
        heads[head] = heads.get(head, frozenset()) | {key}
    for passage in passages:
        passage.take_up_sentences()
        for piece in passage.chunks:
            _refer(piece, heads)
    return lexicon.with_groups(named.values(), heads)


def _mark(sentence: list[Chunk], passage: Passage, named: dict[str, str]) -> None:
    at = 0
    while at < len(sentence):
        name = _name_at(sentence, at)
        if name is not None:
            words = " ".join(passage.words(sentence[at].first, sentence[name.last - 1].last).split())
            words = words.removeprefix(name.prefix).translate(_NO_MARKS).strip("'")
            key = named.setdefault(fold(words), words)
            sentence[at : name.last] = [_chunk_of(sentence[at : name.last], key)]
        at += 1


def _chunk_of(parts: list[Chunk], actor: str) -> Chunk:
    """Return the one chunk, the name of an actor, that some chunks make."""
    stem = next(iter(stems(parts[0].text)))
    words = tuple(word for part in parts for word in part.words)
    return Chunk(
        parts[0].first,
        parts[-1].last,
        parts[0].text,
        words,
        conjunction=stem.conjunction,
        preposition=stem.preposition,
        actors=(actor,),
    )


def _refer(piece: Chunk, heads: dict[str, frozenset[str]]) -> None:
    """Let a definite noun alone (`الحركة`) mean what the section calls so."""
    if piece.actors or len(piece.words) > 1 or piece.number is not None or piece.mark:
        return
    for stem in stems(piece.text):
        if stem.article and stem.text in heads:
            piece.heads |= heads[stem.text]
            piece.definite = True
            piece.preposition = piece.preposition or stem.preposition
            return


def _name_at(sentence: list[Chunk], at: int) -> _Name | None:
    """Return the name that begins with the noun at `at`; None where none does."""
    piece = sentence[at]
    if piece.actors and len(piece.words) == _TWO and piece.words[1] in _CALLED and _is_of(sentence, at + 1):
        stem = next((s for s in stems(piece.text) if s.text in _BODIES), None)  # جبهة نصرة الوادي: no Nusra Front
        return None if stem is None or stem.article else _Name(at + 2, stem.conjunction + stem.preposition)
    stem = (
        next((s for s in stems(piece.text) if not s.article and s.text in _BODIES), None) if _is_word(piece) else None
    )
    if stem is None or at + 1 >= len(sentence):
        return None
    prefix = stem.conjunction + stem.preposition
    first = sentence[at + 1]
    marked = _in_marks(sentence, at + 1)
    if marked:
        return _Name(marked, prefix)
    if stem.text == _MOVEMENT and first.text.isdigit() and at + _TWO < len(sentence) and _is_word(sentence[at + _TWO]):
        return _Name(at + 1 + _TWO, prefix)
    if not _may_name(sentence, at + 1):
        return None
    called = first.text.removeprefix(_ARTICLE) in _CALLED
    state_like = stem.text in _OF_STATES
    if state_like and first.text not in _LIBERATION:
        return None
    last = at + 2
    if first.text.startswith(_ARTICLE):
        if not called:
            return None
        while last < len(sentence) and _goes_on(sentence, last):
            last += 1  # فصيل الراية الحمراء
    elif called:
        if not _is_of(sentence, last):
            return None
        last += 1
    elif _is_foreign(sentence, at + 1) and _is_epithet(sentence, last):
        return _Name(last, prefix)
    elif all(i < len(sentence) and _may_name(sentence, i) and _is_foreign(sentence, i) for i in (at + 1, last)):
        last += 1
    else:
        return None
    return _Name(last, prefix)


def _in_marks(sentence: list[Chunk], at: int) -> int:
    """Return the chunk behind a name in marks that begins at `at`; 0 for none."""
    if sentence[at].text not in _OPENING:
        return 0
    ends = range(at + 2, min(len(sentence), at + 2 + _MARKED))
    close = next((i for i in ends if sentence[i].text in _CLOSING), None)
    told = any(piece.mark or piece.verb_says or piece.actors or piece.number for piece in sentence[at + 1 : close])
    return 0 if close is None or told else close + 1


def _is_epithet(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a definite adjective says of what kind a body is: `المتمردة`."""
    return at < len(sentence) and sentence[at].text.removeprefix(_ARTICLE) in _EPITHETS


def _is_word(piece: Chunk) -> bool:
    plain = piece.last - piece.first == 1 and not (piece.mark or piece.number is not None or piece.time is not None)
    return plain and not (piece.actors or piece.places or piece.persons)


def _may_name(sentence: list[Chunk], at: int) -> bool:
    piece = sentence[at]
    other = piece.actors or piece.persons or piece.outlets or piece.places or piece.state is not None
    if not _is_word(piece) or other or not piece.text.isalpha() or len(piece.text) < _SHORTEST:
        return False
    return piece.text not in _NO_NAMES and (piece.text.removeprefix(_ARTICLE) in _CALLED or not _acts(sentence, at))


def _goes_on(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a definite adjective of a definite name stands at `at`."""
    piece = sentence[at]
    definite = piece.text.startswith(_ARTICLE) and piece.text not in _NO_NAMES and piece.text not in _WHO
    other = (
        piece.mark
        or piece.time is not None
        or piece.actors
        or piece.persons
        or piece.says - {"speaker"}
        or len(piece.words) > 1
    )
    return definite and not other and piece.state is None and not _acts(sentence, at)


def _acts(sentence: list[Chunk], at: int) -> bool:
    return finite_verb(sentence, at) is not None or event_class(sentence[at]) is not None


def _is_of(sentence: list[Chunk], at: int) -> bool:
    """Tell whether what a name's word is of stands at `at`: a definite noun, a place."""
    if at >= len(sentence) or sentence[at].mark or sentence[at].number is not None or sentence[at].time is not None:
        return False
    piece = sentence[at]
    if piece.places or piece.ambiguous_places:
        return not piece.preposition and not piece.conjunction
    return piece.text.startswith(_ARTICLE) and _is_word(piece) and not piece.conjunction


def _is_foreign(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a word is of no language but a name: nothing knows it, and it has no adjective's or verb's form."""
    piece = sentence[at]
    known = piece.nouns or piece.triggers or piece.verb_says or piece.says or piece.cues or piece.heads
    if known or piece.conjunction or piece.preposition or not _is_word(piece) or piece.text.startswith(_ARTICLE):
        return False
    word = piece.text
    if not word.isalpha() or len(word) < _SHORTEST or word[0] in _VERBS or word.endswith(_INFLECTED):
        return False
    return not _is_ordinary(word)


def _is_ordinary(word: str) -> bool:
    return any(stem.text in ordinary_words() or place_noun(stem.text) is not None for stem in stems(word))
