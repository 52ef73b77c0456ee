"""One person behind the subject of an active verb: `خطف مسلحون شيخ عشيرة`, `وقتل منفذ الهجوم حارسا`.

Whom such a verb befell follows its subject and what is said of that; the subject itself, though one person, did it.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.lexicon import Lexicon, TriggerReading
from tawatur.extract.phrases.person_names import has_given_name

_AUTHORITIES = words_of("authorities")
#: Prepositions that bring a verb whom it befell: `أفرج عن`, `قبض على`.
_LEADING = ("عن", "علي")
#: What may open a phrase that says whose or from where a subject is.
_OF = ("من", "في")
_QUOTES = ('"', "«", "»")
_ARTICLE, _TANWEEN = "ال", "ا"
#: How many chunks the subject may have.
_SUBJECT = 9
#: How far behind a verb the title may stand behind what tells how and where.
ADVERBIAL = 12
_HOW = ("في", "خلال", "اثر", "جراء", "بعد", "نتيجه", "نتيجة", "اثناء", "قرب", "عند")


def one_behind_subject(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a chunk names one person whom an active verb befell, its subject between them."""
    return any(
        object_behind_subject(sentence, verb, lexicon) == at
        for verb in range(max(0, at - _SUBJECT - 1), at - 1)
        if sentence[verb].triggers
    )


def object_behind_subject(sentence: list[Chunk], verb: int, lexicon: Lexicon) -> int | None:
    """Return the chunk that names the one person whom a verb befell, where its subject stands between; else None."""
    reading = next((r for r in sentence[verb].triggers if _may_be_active(r)), None)
    if reading is None:
        return None
    start = verb + 1
    while start < len(sentence) and sentence[start].time is not None:
        start += 1
    if start >= len(sentence):
        return None
    led = reading.trigger.lemma.endswith((" عن", " على"))
    several, one = _are_forces(sentence[start]), _is_one(sentence[start], lexicon)
    if not (several or one):
        return None
    for on in range(start + 1, min(len(sentence), start + _SUBJECT)):
        piece = sentence[on]
        if led:
            if piece.is_(*_LEADING):
                behind = on + 1
                return behind if behind < len(sentence) and _is_person(sentence[behind], lexicon) else None
        elif _is_object(sentence, on, lexicon, several=several):
            return on
        if not (_is_of_subject(piece) or _is_named_of(sentence, on) or (on == start + 1 and _is_genitive(piece))):
            return None
    return None


def _may_be_active(reading: TriggerReading) -> bool:
    verb = reading.verb
    return (
        verb is not None
        and verb.form.voice != "passive"
        and verb.form.number == "singular"
        and reading.trigger.role == "object"
        and reading.trigger.measure in FLOWS
        and "person" in reading.trigger.objects
        and not reading.pronoun
    )


def _are_forces(piece: Chunk) -> bool:
    """`السلطات`, `الجيش`, `مسلحون`, `المحكمة`: forces, a party, people in the nominative, a court."""
    if piece.preposition or piece.conjunction or piece.number is not None:
        return False
    people = [r for r in piece.nouns if r.noun.unit == "person"]
    several = any(r.form.number == "plural" and not r.form.accusative and not r.stem.preposition for r in people)
    court = "court" in piece.cues and piece.names("facility")
    forces = bool(piece.actors or piece.heads or court) and not people and not piece.places
    return forces or piece.is_(*_AUTHORITIES) or (several and not piece.text.endswith("ين"))


def _is_one(piece: Chunk, lexicon: Lexicon) -> bool:
    """`قناص`, `المهاجم`: one person in the nominative."""
    if piece.preposition or piece.conjunction or piece.number is not None or piece.text.endswith(_TANWEEN):
        return False
    return _is_person(piece, lexicon)


def _is_person(piece: Chunk, lexicon: Lexicon) -> bool:
    noun = any(r.noun.unit == "person" and r.form.number == "singular" and not r.stem.preposition for r in piece.nouns)
    return noun or _is_of_nation(piece, lexicon)


def _is_of_nation(piece: Chunk, lexicon: Lexicon) -> bool:
    """`مغربيا`, `ألمانية`: a nation's adjective, indefinite and in the singular, that stands for one of it."""
    bare = not (piece.nouns or piece.places or piece.actors or piece.conjunction or piece.preposition)
    return bare and piece.state is not None and lexicon.is_of_nation(piece.text)


def _is_object(sentence: list[Chunk], on: int, lexicon: Lexicon, *, several: bool) -> bool:
    """Tell whether a chunk behind a subject begins a phrase of its own that names one person."""
    piece, before = sentence[on], sentence[on - 1]
    if piece.conjunction or piece.preposition:
        return False
    if piece.number is not None:
        one = piece.number.low == piece.number.high == 1
        return one and any(r.noun.unit == "person" for r in lexicon.read_noun(piece.text))  # قتل المهاجم شخصا واحدا
    parted = before.time is not None or before.text in _QUOTES
    closed = parted or before.text.endswith("ون") or before.text.startswith(_ARTICLE) or bool(before.actors)
    if has_given_name(sentence, on, lexicon):
        return parted or (several and closed)
    if not _is_person(piece, lexicon):
        return False
    readings = [r for r in piece.nouns if r.noun.unit == "person" and r.form.number == "singular"]
    if any(r.stem.article for r in readings):
        indefinite = before.state is not None and not before.text.startswith(_ARTICLE)
        return parted or (indefinite and not before.actors) or before.text.endswith("ون")
    if piece.text.endswith(_TANWEEN) and (not readings or any(r.form.accusative for r in readings)):
        return not before.text.endswith(_TANWEEN)
    woman = piece.text.endswith("ة")
    following = sentence[on + 1] if on + 1 < len(sentence) else None
    genitive = len(piece.words) > 1 or (following is not None and _is_genitive(following))
    nominative = before.text.endswith("ون")  # مسلحون فتى
    return closed and (woman or genitive or nominative) and (several or parted)


def _is_genitive(piece: Chunk) -> bool:
    """`شيخ عشيرة`, `مدير المستشفى`: a noun or name right behind another, in front of nothing else."""
    plain = not (piece.mark or piece.preposition or piece.conjunction or piece.number or piece.time or piece.triggers)
    known = bool(piece.nouns or piece.actors or piece.places or piece.heads) or piece.text.startswith(_ARTICLE)
    plain = plain and not (piece.verb_says or "clause" in piece.cues or piece.text.endswith(_TANWEEN))
    return plain and (known or piece.text.endswith("ة"))


def _is_of_subject(piece: Chunk) -> bool:
    """Tell whether a chunk may go on with the subject: an adjective, whose it is, when it was, a quotation mark."""
    if piece.time is not None or piece.text in _QUOTES:
        return True
    if piece.mark or piece.conjunction or piece.number is not None or piece.verb_says or "clause" in piece.cues:
        return False
    if any(r.verb is not None for r in piece.triggers) and not piece.text.startswith(_ARTICLE):
        return False
    named = bool(piece.actors) or piece.state is not None or piece.is_(*_AUTHORITIES)
    return named or piece.text.startswith(_ARTICLE) or piece.text.endswith("ون")


def _is_named_of(sentence: list[Chunk], on: int) -> bool:
    """`مسلحون من الحركة`, `في المدينة`: a preposition and the name, or the definite noun, that it leads."""
    piece, before = sentence[on], sentence[on - 1]
    named = bool(piece.actors or piece.places) or piece.text.startswith(_ARTICLE)
    if before.is_(*_OF):
        return named and not piece.mark
    following = sentence[on + 1] if on + 1 < len(sentence) else None
    leads = following is not None and (
        bool(following.actors or following.places) or following.text.startswith(_ARTICLE)
    )
    return piece.is_(*_OF) and leads


def behind_adverbial(sentence: list[Chunk], at: int) -> int:
    """`قتل في غارة على الساحل، القائد فلان`: the title behind what tells how and where, or the same chunk."""
    if at >= len(sentence) or not (sentence[at].is_(*_HOW) or sentence[at].time is not None):
        return at
    for behind in range(at + 1, min(len(sentence), at + ADVERBIAL)):
        piece = sentence[behind]
        if piece.triggers or piece.number is not None or piece.verb_says or "clause" in piece.cues:
            return at
        act = behind == at + 2 and not sentence[at + 1].text.startswith("ال")  # قتل في غارة القائد فلان
        parted = act or sentence[behind - 1].text in ("،", ",") or sentence[at].time is not None
        one = any(r.noun.unit == "person" and r.form.number == "singular" for r in piece.nouns)
        if parted and ("person_title" in piece.cues or one) and piece.text.startswith("ال"):
            return behind
    return at
