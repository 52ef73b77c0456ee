"""Outcomes that did not happen, or not yet: a masdar that completes a verb or a noun of failing, asking or trying.

`فشلت القوات في استعادة خمس قرى`, `رفض الإفراج عن 30 أسيرا`, `لم تسفر الغارة عن مقتل أحد`: not done;
`طالب بالإفراج عن 30 أسيرا`, `محاولة اغتيال قاضيين`: asked for, offered, planned or tried.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.arabic.nouns import Nouns, entry_of
from tawatur.arabic.verbs import VerbEntry, Verbs
from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.model import Modality

_NOT = frozenset(words_of("unsaid"))
_PREPOSITIONS = frozenset(words_of("preposition"))
_APART = frozenset(words_of("apart"))
#: How far before a masdar the verb stands that it completes, its subject between; a noun, its genitive between.
_VERB_WITHIN, _NOUN_WITHIN = 8, 3
_OBJECT = "-"
_ATTACHED = ("ب", "ل")
#: Measures of acts, which completed verbs tell of; a reward is offered and a force is as strong as it is.
ACTS = FLOWS | {"places_taken", "attacks", "airstrikes", "operations"}
_QUOTES = ('"', "«", "»")


class _Word(NamedTuple):
    kind: str
    completed_by: tuple[str, ...]


class _Tables(NamedTuple):
    verbs: Verbs
    of_verbs: dict[str, _Word]
    nouns: Nouns
    of_nouns: dict[str, _Word]


def unrealised(sentence: list[Chunk], at: int) -> tuple[Modality, Chunk] | None:
    """Return how what the masdar at chunk `at` tells stands, and the word that says so; None where nothing does.

    `denied` where it did not happen, `planned` where somebody asks for it, offers, plans or tries it.
    """
    masdar = sentence[at]
    if masdar.conjunction or all(reading.verb is not None for reading in masdar.triggers):
        return None
    if finite_verb(sentence, at) is not None:
        return None
    led = _led_by(sentence, at)
    for back in range(at - (1 if led in (_OBJECT, *_ATTACHED) else 2), max(-1, at - 1 - _VERB_WITHIN), -1):
        piece = sentence[back]
        if piece.number is not None or piece.text in _APART or "clause" in piece.cues:
            return None
        if piece.mark and piece.text not in _QUOTES:
            return None
        word = _noun(piece) if at - back <= _NOUN_WITHIN else None
        if word is not None and led in word.completed_by and finite_verb(sentence, back) is None:
            return ("denied" if word.kind == "fails" else "planned"), piece
        if (verb := _verb(piece)) is not None:
            negated = back > 0 and sentence[back - 1].text in _NOT
            return _mood(verb, negated=negated, piece=piece) if led in verb.completed_by else None
        if piece.triggers or finite_verb(sentence, back) is not None:
            return None
    return None


def _mood(verb: _Word, *, negated: bool, piece: Chunk) -> tuple[Modality, Chunk] | None:
    if verb.kind == "lets":
        return ("denied", piece) if negated else None
    if negated:
        return None  # لم تمنع الهدنة مقتل خمسة: it happened
    return ("denied" if verb.kind == "fails" else "planned"), piece


def _led_by(sentence: list[Chunk], at: int) -> str:
    """Return the preposition that leads to a masdar; `-` where it stands as an object."""
    before = sentence[at - 1] if at else None
    word = sentence[at].text
    if any(
        word.startswith(one) and _is_behind(one, word, reading)
        for reading in sentence[at].triggers
        for one in _ATTACHED
    ):
        return word[0]
    if before is not None and (before.text in _PREPOSITIONS or before.text in _ATTACHED):
        return before.text
    return _OBJECT


def _is_behind(preposition: str, word: str, reading: TriggerReading) -> bool:
    """Tell whether a masdar stands behind a preposition written with it: `بمقتل`, `بالإفراج`, `للإفراج`."""
    if reading.stem is not None:
        return reading.stem.preposition == preposition
    return not fold(reading.trigger.lemma).startswith(word[:2])


def _verb(piece: Chunk) -> _Word | None:
    tables = _tables()
    found = next((match for match in tables.verbs.look_up(piece.text)), None)
    if found is None or piece.places or (piece.actors and not piece.verb_says):
        return None
    return tables.of_verbs[found.form.lemma]


def _noun(piece: Chunk) -> _Word | None:
    tables = _tables()
    word = piece.text.removeprefix(piece.conjunction)
    return next((tables.of_nouns[form.lemma] for _, form in tables.nouns.look_up(word)), None)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    text = (resources.files("tawatur.extract") / "data" / "unrealised.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")][1:]
    verbs, nouns = [], []
    of_verbs: dict[str, _Word] = {}
    of_nouns: dict[str, _Word] = {}
    for kind, part, word, forms, passive, completed_by, _source in rows:
        told = _Word(kind, tuple(fold(one) for one in completed_by.split("|")))
        if part == "verb":
            verbs.append(VerbEntry(word, forms, passive))
            of_verbs.setdefault(word, told)
        else:
            nouns.append(entry_of(word, forms.split("|"), "f" if word.endswith("ة") else "m"))
            of_nouns[fold(word)] = told
    return _Tables(Verbs(verbs), of_verbs, Nouns(nouns), of_nouns)
