"""Whether a name that is also a party's or a word's stands where a place would: `في تركيا`, `شمال سوريا`, `في وان`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.headed import heads_figure
from tawatur.extract.places.located import Located
from tawatur.extract.places.sides import side_named
from tawatur.extract.places.towns import is_of_town

_PLACED = words_of("before_place")
_SUPPORTED = words_of("supported")
_HOSTS, _CAPITAL, _RECORDS = words_of("host"), "العاصمة", ("سجلت", "تسجل")
_REACHED = frozenset((*words_of("refugee"), *words_of("took_refuge")))
#: Prepositions right before where something is.
AT = ("في", "قرب", "الي", "علي", "نحو", "باتجاه", "داخل")


def is_placed(sentence: list[Chunk], at: int, found: list[Located]) -> bool:
    """Tell whether a state's name stands where a place would: after a preposition, a side, or joined to a place."""
    piece = sentence[at]
    if piece.preposition == "ب":
        return True
    if piece.preposition or at == 0:
        return False
    before = sentence[at - 1]
    if before.is_("من") and at > 1 and _comes_from(sentence[at - 2]):
        return False  # وجنديين من تشاد, المدعومة من إيران
    if before.is_("بين") and _is_set_against(sentence, at):
        return False  # حرب بين إسرائيل وحماس
    if is_of_town(sentence, at):
        return True  # ضواحي دمشق, تفجيرات بغداد
    if before.text in _PLACED or before.is_(*_PLACED) or side_named(before) or "place_noun" in before.cues:
        return True
    if before.text.endswith(_CAPITAL) or before.text.removeprefix("و") in _HOSTS:
        return True
    if heads_figure(sentence, at) and any(one.text.removeprefix("و") in _HOSTS for one in sentence[:at]):
        return True  # استقبلت تشاد 614 ألفا، ومصر 514 ألفا
    if _heads_bracket(sentence, at) and any(one.text.removeprefix("و") in _REACHED for one in sentence[:at]):
        return True  # لجأ مليونان، على رأسها تشاد (614 ألفا) ثم مصر (514 ألفا)
    if before.is_(*_RECORDS) and all(place.kind != "country" for place in piece.places):
        return True  # سجلت بغداد 152 قتيلا
    if found and found[-1].at == at - 1:
        return True
    if before.is_("نصيب", "حصة", "اما", "كان") or _is_taken_up(sentence, at):
        return True
    joined = found and found[-1].at >= at - 2 and (piece.conjunction or before.text in ("،", ",", "/"))
    return bool(joined)


def _is_set_against(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a party that is no place is joined to the state at `at`: `بين إسرائيل وحماس`, no land between."""
    return any(
        bool(piece.actors) and not piece.places and (bool(piece.conjunction) or piece.text.startswith("و"))
        for piece in sentence[at + 1 : at + 3]
    )


def _comes_from(piece: Chunk) -> bool:
    supported = piece.text.startswith(_SUPPORTED)
    return supported or piece.names("person") or piece.number is not None or "not_agent" in piece.cues


def _is_taken_up(sentence: list[Chunk], at: int) -> bool:
    """`أما سوريا فشهدت 59 عملية`, `وكان العراق الساحة الأوسع، إذ جرت فيه`: a state told of as a scene."""
    return any(piece.is_("فيه", "فيها", "شهدت", "شهد", "فشهدت", "فشهد") for piece in sentence[at + 1 : at + 7])


def _heads_bracket(sentence: list[Chunk], at: int) -> bool:
    """`تشاد (614 ألفا)`: a name whose own figure stands in brackets behind it."""
    following = sentence[at + 1 : at + 3]
    return len(following) > 1 and following[0].text == "(" and following[1].number is not None


def is_that(sentence: list[Chunk], at: int) -> bool:
    """`…، وأن حالة 130 خطيرة`: a conjunction, spelt as Van is in the view, unless only a place may stand there."""
    if not sentence[at].is_("ان", "فان"):
        return False
    noun = place_noun(sentence[at - 1].words[-1]) if at else None
    return not at or not (sentence[at - 1].is_(*AT) or (noun is not None and not noun.definite))
