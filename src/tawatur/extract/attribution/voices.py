"""Voices: which of several stand joined in a description, and whether it tells of people or of a document.

`مصدر أمني وشهود` are two voices, `مصادر أمنية وطبية` two as well, whose noun is said once; `مكتب الصحة والسكان` is
one.
"""

from __future__ import annotations

from tawatur.extract.attribution.unnamed import source_told
from tawatur.extract.attribution.word_classes import are_people, is_definite, is_name, noun_of
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

_PRESS, _INFORMS = words_of("press"), words_of("informs")
_OUTLETS = words_of("outlet_noun")
_ONE_OF = words_of("one_of")
_NEAR = words_of("near_party")
_NUMBER_OF, _SETS = words_of("number_of"), words_of("set_of")
_OFFICIAL = ("رسمي", "حكومي")


def joined_voices(sentence: list[Chunk], first: int, last: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the parts of a description, each a voice of its own: `مسؤولون` and `وشهود`."""
    cuts = [first]
    for i in range(first + 1, last):
        if _begins_voice(sentence, i, cuts[-1], lexicon):
            cuts.append(i)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _begins_voice(sentence: list[Chunk], at: int, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a chunk that `و` joins begins another speaker."""
    piece, head = sentence[at], sentence[first]
    joined = sentence[at - 1].text == "و"
    if piece.text[:1] == "و" and piece.text[1:] in _ONE_OF:
        return True  # مسؤولون وبعض السكان
    if not (joined or piece.conjunction == "و"):
        return False
    before = sentence[at - 2] if joined and at > 1 else sentence[at - 1]
    if piece.state is not None and before.state is not None and before is not head:
        return False  # مصادر عراقية وسورية: of two nations
    noun = piece.text if joined else piece.text[1:]
    if noun in lexicon.speaker_nouns or source_told(piece, lexicon) is not None:
        return not (is_definite(piece) and is_definite(sentence[at - 1]) and not head.actors)  # الصحة والسكان
    return bool(piece.actors or piece.persons or piece.outlets) and bool(head.actors or head.persons or head.outlets)


def is_several(sentence: list[Chunk], at: int, end: int) -> bool:
    """Tell whether a description begins with how many speak: `عدد من الشهود`, `أعداد من السكان`."""
    noun = noun_of(sentence[at]) if at < end else ""
    several = noun in _NUMBER_OF or noun.removeprefix("ل") in (*_NUMBER_OF, *_SETS)  # وفقا لعدد من
    if at + 2 >= end or not several or not sentence[at + 1].is_("من"):
        return False
    return "speaker" in sentence[at + 2].says or bool(sentence[at + 2].actors) or are_people(sentence[at + 2])


def is_people(sentence: list[Chunk], at: int, end: int) -> bool:
    """`المصادر لرويترز`, `مصادر حقوقية`: sources told to an outlet, or with an adjective alone, are no document."""
    piece = sentence[at]
    if not piece.actors:
        return False
    sources = noun_of(piece) in ("مصادر", "مصدر")
    if at + 1 >= end:
        return sources  # قالت مصادر إن
    behind = sentence[at + 1]
    if behind.is_("ل") or behind.text in _NEAR or is_spoken_to(behind):
        return True
    if sources and (behind.mark or behind.time is not None or behind.is_("في", "من", "داخل") or behind.preposition):
        return True
    if behind.state is not None and not behind.places:
        return True  # مصادر فلسطينية
    if sources and is_name(behind) and not (is_definite(behind) or is_definite(piece)):
        return True  # مصدر مطلع
    named = behind.actors or behind.outlets or behind.persons or behind.says or behind.heads or behind.nouns
    return behind.text.endswith("ية") and not (named or behind.preposition)


def are_official(head: Chunk, pieces: list[Chunk]) -> bool:
    """`الإعلام الرسمي السوري`, `وسائل إعلام سورية رسمية`: a state's own media are no media without a name."""
    return any(
        word.removeprefix("ال").startswith(_OFFICIAL) for word in (head.words[-1], *(p.text for p in pieces[1:3]))
    )


def is_spoken_to(piece: Chunk) -> bool:
    """`لرويترز`, `لصحيفة`: an outlet that is spoken to."""
    noun = piece.text.removeprefix("ل")
    return piece.text.startswith("ل") and (
        noun in _PRESS
        or noun_of(piece) in _PRESS  # لصحفيين, للصحفيين
        or bool(piece.outlets and piece.preposition == "ل")
        or (noun in _OUTLETS and not piece.actors)  # لوكالة كذا
        or (piece.text.startswith("لل") and noun_of(piece) in _OUTLETS)  # للصحيفة
    )
