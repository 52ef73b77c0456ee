"""Places that a sentence names and that are not where something happened, unless nothing else says where.

A border, a body's seat, where somebody comes from or fire came from, what a road leads to, what a distance is measured
from.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import NounReading
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.located import Located

_BORDER = frozenset(words_of("border"))
_LENGTHS = frozenset(words_of("length"))
_EXAMPLE = words_of("example")
_HOSPITAL = frozenset(words_of("hospital"))
_TAKEN = words_of("taken_to")
#: How far before a hospital's place the word stands that takes people there.
_MOVED = 8
_SPEECH = frozenset(words_of("speech"))
_INSTITUTION = frozenset((*words_of("institution"), *words_of("meeting"), *_SPEECH))
_TOPIC, _COMMANDS = words_of("on_the_subject"), words_of("theatre_command")
_ADJACENT, _BORN = frozenset(words_of("adjacent")), words_of("native_of")
_ON_THE_WAY, _ACCORDING = frozenset(words_of("on_the_way")), frozenset(words_of("according"))
_CAME_IN = frozenset(words_of("came_in"))
#: How far before the `من` of where somebody came from the word stands that says that he came in.
_CAME_FROM = 4
_SEATS = frozenset(words_of("seat_of_bodies"))
_BRACKETS = frozenset('()"')
_LAND, _FIRED = words_of("land"), frozenset(words_of("fired"))
#: How far before a place the word stands that says what it borders on.
_ADJOINING = 4
_CARRIED = words_of("carried_to")
#: How many nouns of place may stand between `إلى` and where the wounded are taken, how far before it the verb stands.
_TOWN_NOUN, _CARRIED_FAR = 2, 3
_ALL_OF_THEM, _WHO = words_of("all_of_them"), words_of("who_it_is")
#: How far before where somebody comes from the word stands that tells who it is; prepositions of where something was.
_NAMED, _AT = 14, words_of("before_place")
#: How many chunks an age in brackets may take, and how many chunks from a person's title on its name ends at the least.
_AGE, _GIVEN = 6, 2
#: How far before a place the word stands that measures a distance from it, in chunks.
_MEASURED = 8
#: How far before the land that fire came from the word for it stands.
_SHOT = 14


def bare_of(word: str) -> tuple[str, ...]:
    """Return a word without its article, conjunction and preposition, in each way it can be read."""
    return tuple(stem.text for stem in stems(word) if stem.article or stem.conjunction)


def _is_one_of(piece: Chunk, words: frozenset[str]) -> bool:
    """Tell whether a chunk is one of some words, with or without its prefixes."""
    return piece.text in words or not words.isdisjoint(bare_of(piece.text))


def is_across(sentence: list[Chunk], first: Located, second: Located) -> bool:
    """`حدود غزة وإسرائيل`: the other side of a border."""
    border = any(piece.text in _BORDER for piece in sentence[max(0, first.at - 3) : first.at])
    return (
        border
        and first.weak
        and second.at <= first.last + 1
        and (first.last < len(sentence) and sentence[first.last].text.startswith("و"))
    )


def is_topic(sentence: list[Chunk], at: int) -> bool:
    """`منذ إعلان ترامب بشأن القدس`: a place that is only talked about."""
    return any(piece.is_(*_TOPIC) for piece in sentence[max(0, at - 2) : at])


def is_weak(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a place is only a border, a body's seat, an example, or what a distance is measured from."""
    before = sentence[max(0, at - 3) : at]
    if is_at_border(sentence, at):
        return True
    if any(_is_one_of(piece, _INSTITUTION) for piece in before):
        return True
    if before and before[-1].text in _COMMANDS:
        return True  # عمليات نينوى: the command, no عمليات في نينوى
    if any(piece.is_(*_EXAMPLE) for piece in before):
        return True
    led = _led_from(sentence, at)
    if led and sentence[led - 1].text.removeprefix("و") in _ALL_OF_THEM:
        return True  # قتل أربعة، جميعهم من جباليا: where they come from
    if led and _is_of_one_named(sentence, led):
        return True
    if any(_is_one_of(piece, _HOSPITAL) for piece in before) and any(
        piece.text.removeprefix(piece.conjunction).startswith(_TAKEN) for piece in sentence[max(0, at - _MOVED) : at]
    ):
        return True  # نقلوا إلى مستشفيات عدن
    if _is_taken_there(sentence, at):
        return True
    if _is_elsewhere(sentence, at):
        return True
    measured = sentence[max(0, at - _MEASURED) : at]
    return any(piece.words[-1] in _LENGTHS for piece in measured) and any(
        piece.number is not None for piece in measured
    )


def is_speech(sentence: list[Chunk], located: Located) -> bool:
    """`في مؤتمر صحفي بأبوجا`: a town that somebody spoke in, so that what he told of was anywhere in his country."""
    before = sentence[max(0, located.at - 3) : located.at]
    return located.place.kind != "country" and any(_is_one_of(piece, _SPEECH) for piece in before)


def is_where_one_speaks(sentence: list[Chunk], located: Located) -> bool:
    """`وفي نيويورك، قال المتحدث إن`: the seat of a body of many states, before the verb of speech of its sentence."""
    at = located.at
    if sentence[at].text not in _SEATS:
        return False
    if not at or not sentence[at - 1].is_("في") or (at > 1 and not sentence[at - 2].mark):
        return False
    following = [piece for piece in sentence[located.last : located.last + 2] if piece.text not in ("،", ",")]
    return bool(following) and bool(following[0].verb_says)


def is_home(sentence: list[Chunk], at: int) -> bool:
    """`القتيلان هما فلان من مدينة حمص وفلان`, `وهو من قرية كذا`: where somebody comes from who is named."""
    led = _led_from(sentence, at)
    if not led:
        return False
    if any(_is_one_of(piece, _CAME_IN) for piece in sentence[max(0, led - _CAME_FROM) : led]):
        return True  # حاولوا التسلل من أفغانستان, الدخول إلى الأراضي الباكستانية من أفغانستان
    who = next((before for before in range(led - 1, max(-1, led - _NAMED), -1) if _names_who(sentence[before])), None)
    return who is not None and not any(
        piece.number is not None or piece.triggers or piece.verb_says or piece.is_(*_AT)
        for piece in sentence[who + 1 : led]
    )


def _led_from(sentence: list[Chunk], at: int) -> int:
    """Return the chunk of the `من` before a place, nouns of place between; 0 where none leads to it."""
    led = at - 1
    while led > 0 and (place_noun(sentence[led].words[-1]) is not None or sentence[led].is_(*_LAND)):
        led -= 1
    return led if led > 0 and sentence[led].is_("من") else 0


def _is_of_one_named(sentence: list[Chunk], led: int) -> bool:
    """`الشاب كرم زعتور (19 عاما) من بلدة كذا`: tell whether a person's name stands right before where he comes from."""
    last = led
    if sentence[last - 1].text == ")":
        last = next((at for at in range(last - 1, max(0, last - _AGE), -1) if sentence[at].text == "("), last)
    for at in range(last - 1, max(-1, last - _NAMED), -1):
        piece = sentence[at]
        if "person_title" in piece.cues or any(_is_one_person(reading) for reading in piece.nouns):
            return last - at > _GIVEN
        if piece.mark or piece.number is not None or piece.triggers or piece.verb_says or piece.is_(*_AT):
            return False
    return False


def _is_one_person(reading: NounReading) -> bool:
    return reading.stem.article and reading.noun.unit == "person" and reading.form.number == "singular"


def _names_who(piece: Chunk) -> bool:
    return piece.text.removeprefix("و") in _WHO


def _is_taken_there(sentence: list[Chunk], at: int) -> bool:
    """`أصيبوا في الهجوم ونقلوا إلى العاصمة`, `نقل الجرحى إلى مدينة كذا`: where those were taken whom it befell."""
    to = next((before for before in range(at - 1, max(0, at - 1 - _TOWN_NOUN), -1) if sentence[before].is_("الي")), 0)
    named = all(place_noun(piece.words[-1]) is not None for piece in sentence[to + 1 : at])
    return (
        bool(to)
        and named
        and any(
            piece.text.removeprefix("و").startswith(_CARRIED) and not piece.definite
            for piece in sentence[max(0, to - _CARRIED_FAR) : to]
        )
    )


def _is_elsewhere(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a place is what another borders on or leads to, where somebody was born, or where fire came from."""
    near = sentence[max(0, at - _ADJOINING) : at]
    if any(piece.text.removeprefix("و") in _ADJACENT or piece.is_(*_BORN) for piece in near):
        return True  # الطريق الرابط بين عدن ولحج, تلة مطلة على تعز
    if any(one.text in _ON_THE_WAY and two.is_("الي", "نحو", "باتجاه", "صوب") for one, two in pairwise(near)):
        return True  # تعزيزات في طريقها إلى مأرب
    if _comes_from_land(sentence, at):
        return True
    told = sentence[max(0, at - _MEASURED) : at]
    said = next((told[order + 1 :] for order in reversed(range(len(told))) if _is_according(told[order])), None)
    return said is not None and not any(
        (piece.mark and piece.text not in _BRACKETS)
        or piece.number is not None
        or piece.triggers
        or piece.is_("ان", "فان")
        for piece in said
    )


def _is_according(piece: Chunk) -> bool:
    return piece.text in _ACCORDING or piece.text.removeprefix("و") in _ACCORDING


def _comes_from_land(sentence: list[Chunk], at: int) -> bool:
    """`إطلاق صواريخ من الأراضي اليمنية`: fire came from there."""
    before = at - 1
    while before > 0 and (sentence[before].is_("داخل", *_LAND) or place_noun(sentence[before].words[-1]) is not None):
        before -= 1
    if before < 1 or not sentence[before].is_("من"):
        return False
    if before == at - 1 and sentence[before - 1].state is not None:
        return False  # الشطر الهندي من كشمير
    return any(_is_one_of(piece, _FIRED) for piece in sentence[max(0, before - _SHOT) : before])


def is_at_border(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a border stands before a place; on that of a land no state, things happen there: `حدود غزة`."""
    near = sentence[max(0, at - 2) : at]
    if not any(piece.text in _BORDER for piece in near):
        return False
    places = sentence[at].places
    return not places or places[0].kind == "country" or any(piece.is_("بين") for piece in near)
