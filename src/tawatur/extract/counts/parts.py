"""Parts: quantities whose measure a plural beside them, or the whole that they belong to, tells.

`57 قتيلا بينهم 12 طفلا`, `أما الموقوفون فمن بينهم 32 قياديا`, `30 طفلا بين الجرحى`.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, TOLLED, is_joined
from tawatur.extract.phrases.quantity import Quantity

_WERE = words_of("beside_verb")
_THEY = words_of("they_are")
_DASHES = frozenset("-–—")
_BOTH = {"killed", "wounded"}
#: Where people may be, and what is no part of their number.
_PLACES = frozenset(("site", "country"))
#: What people are counted by, and are no part of.
_NO_WHOLES = frozenset(("nationalities", "facilities", "members"))
_VICTIM = "ضحية"
#: What says that a whole is told part by part.
_OVER = (":", "علي", "بين")
_DIVISION = frozenset(("breakdown", "part"))
#: How far before a figure the plural stands that it is of.
_NEAR = 9
#: How many words may stand between two parts that no comma sets apart: `77 من حراس السجن و40 من مقاتليها`.
_CLOSE = 2
#: How far behind a number `من بين القتلى` may stand, its own phrase left out.
_AMONG = 10


def topic_of_part(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`أما الموقوفون فمن بينهم 32 قياديا`: the plural right before `بينهم` says whom it takes up."""
    at = quantity.first - 1
    if at < 0 or quantity.unit not in (None, "person"):
        return None
    if "part" not in sentence[at].cues:
        return _spread(sentence, quantity) or _opened_by_whole(sentence, quantity)
    before = sentence[at - 1] if at else None
    measure = people_of(before) if before is not None else None
    return Frame(quantity, measure, "part", at - 1) if measure is not None else None


def _spread(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`القتلى توزعوا بواقع 17 في كذا`, `وتوزع القتلى كالآتي: 17 في كذا`: words of division between whole and part."""
    at, divided = quantity.first - 1, False
    while at >= 0 and (sentence[at].is_(*_OVER) or not _DIVISION.isdisjoint(sentence[at].cues)):
        divided = divided or not sentence[at].is_(*_OVER)
        at -= 1
    measure = people_of(sentence[at]) if divided and at >= 0 else None
    return Frame(quantity, measure, "topic", at) if measure is not None else None


def _opened_by_whole(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`وبين القتلى، بحسب البيان، ثمانية من القادة`: the whole opens the clause, only who says so stands between."""
    for at in range(quantity.first - 1, max(0, quantity.first - 1 - _NEAR), -1):
        piece = sentence[at]
        outcome = any(r.verb is not None or r.trigger.measure in FLOWS for r in piece.triggers)
        if piece.number is not None or outcome or piece.text in (";", "؛", ":"):
            return None
        if sentence[at - 1].is_("بين", "من بين", "ضمن"):
            measure = people_of(piece, construct=True)  # وبين قتلى الجمعة 16 مدنيا
            return Frame(quantity, measure, "topic", at) if measure is not None else None
    return None


def among(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`30 طفلا بين الجرحى`: counted among those whom a plural names."""
    if quantity.unit not in (None, "person"):
        return None
    behind = quantity.last
    while (joined := _number_joined(sentence, behind)) is not None:
        behind = joined + 1 + any(piece.nouns for piece in sentence[joined + 1 : joined + 2])
    while behind < len(sentence) and sentence[behind].is_(*_WERE):
        behind += 1
    for at in range(quantity.first + 1, min(behind + _AMONG, len(sentence) - 1)):
        number = sentence[at].number
        figure = number is not None and number.noun is None
        if at > behind and (figure or sentence[at].triggers or "part" in sentence[at].cues):
            return None
        near = at == behind or sentence[at - 1].is_("من", "في", *_WERE) or sentence[at].is_("ضمن")
        if not near and people_of(sentence[at + 1]) not in _BOTH:
            continue  # ثلاثة من قادته في المدينة بين القتلى; not in a dispute between the displaced
        if sentence[at].is_("بين", "ضمن", "عداد"):
            if {reading.noun.measure for piece in sentence[at + 1 : at + 3] for reading in piece.nouns} == _BOTH:
                return Frame(quantity, "casualties", "among", at + 1)  # 250 شخصا بين قتيل وجريح
            measure = people_of(sentence[at + 1], construct=at == behind)
            return Frame(quantity, measure, "among", at + 1) if measure is not None else None
    return None


def _number_joined(sentence: list[Chunk], at: int) -> int | None:
    """`31 طفلا و20 امرأة بين القتلى`: the number that `و` joins to what ends before a chunk."""
    if at < len(sentence) and sentence[at].text == "و":
        at += 1
    joined = at < len(sentence) and sentence[at].number is not None and is_joined(sentence, at)
    return at if joined else None


def people_of(piece: Chunk, *, construct: bool = False) -> str | None:
    """Return the measure of people that a definite plural names: `القتلى`; `قتلى الهجوم` if `construct`."""
    for reading in piece.nouns:
        if (
            (reading.stem.article or construct)
            and reading.form.number in ("plural", "ambiguous")
            and reading.noun.unit == "person"
        ):
            if reading.noun.lemma == _VICTIM:
                return "killed"  # بين الضحايا طفلان: who tells them apart counts the dead
            return reading.noun.measure if reading.noun.measure in TOLLED else None
    return None


def row_after_part(sentence: list[Chunk], at: int) -> int | None:
    """`بينهم نساء وأطفال وجندي`: the word for a part that opens a row of people whom no number counts, before one."""
    several = False
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1) if is_joined(sentence, at) else ():
        piece = sentence[back]
        if "part" in piece.cues:
            return back if several else None
        told = piece.triggers or piece.verb_says or piece.number or piece.time or "clause" in piece.cues
        if piece.mark or told:
            return None
        forces = bool(piece.actors) and len(piece.words) > 1  # عناصر أمن
        several = several or forces or any(r.noun.unit == "person" and r.form.number == "plural" for r in piece.nouns)
    return None


def whole_of(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame that a part belongs to: `بينهم`, `منهم` and the like stand just before the part, or join it."""
    at = quantity.first - 1
    row = row_after_part(sentence, quantity.first) if quantity.singular else None
    if row is not None:
        at = row
    if at > 0 and sentence[at].text == "(" and frames and frames[-1].quantity.last == at:
        both = {quantity.unit, frames[-1].quantity.unit} == {"person"} and quantity.measure is None
        return frames[-1] if both else None  # 1462 مدنيا (299 امرأة و551 طفلا)
    if at >= 0 and "part" in sentence[at].cues:
        earlier = [frame for frame in frames if frame.quantity.last <= at + 1 and frame.whole is None]
        if quantity.unit == "event":  # 35 عملية قتل فيها 13 عنصرا، منها 28 عملية في كذا
            earlier = [frame for frame in earlier if frame.quantity.unit == "event"] or earlier
        if quantity.unit == "person":  # 9 آلاف معتقل من 50 جنسية، بينهم ألفا أجنبي
            earlier = [frame for frame in earlier if frame.measure not in _NO_WHOLES] or earlier
        if quantity.unit == "other" and earlier and earlier[-1].quantity.unit != "other":
            return None  # أعضاء تمتد دورتهم سنتين
        if quantity.unit in _PLACES and earlier and earlier[-1].quantity.unit == "person":
            return None  # 38 ألف نازح توزعوا على ثلاث مناطق
        return _made_up(earlier) or (earlier[-1] if earlier else None)
    if frames and _opens_breakdown(sentence, quantity, frames[-1]):
        return frames[-1]  # 28 قتيلا - 17 متمردا و11 جنديا
    if frames and frames[-1].whole is not None and is_joined(sentence, quantity.first):
        gap = sentence[frames[-1].quantity.last : quantity.first]
        if not gap or (len(gap) == 1 and gap[0].text == "و"):
            return frames[-1].whole
        people = {quantity.unit, frames[-1].quantity.unit} <= {None, "person"}
        if quantity.noun is None and quantity.unit is None and _tells_where(gap):
            return frames[-1].whole  # بينهم 5240 وصلوا إلى الشمال و3121 إلى الجنوب
        if people and _only_describes(gap) and not quantity.measure:
            return frames[-1].whole  # وهم 568 من قوات النظام والموالين لها، و108 مدنيين
    return None


def _made_up(frames: list[Frame]) -> Frame | None:
    """`92 ضحية: 41 قتيلا و51 جريحا، بينهم 28 طفلا`: the total of which all that stands behind it are the parts."""
    values = [frame.quantity.low if isinstance(frame.quantity.low, int) else 0 for frame in frames]
    for at in range(len(frames) - 3, -1, -1):
        if frames[at].measure == "casualties" and values[at] and values[at] == sum(values[at + 1 :]):
            return frames[at]
    return None


def _opens_breakdown(sentence: list[Chunk], quantity: Quantity, before: Frame) -> bool:
    """Tell whether only a dash, or `هم`, stands between a toll and the first of its parts."""
    gap = sentence[before.quantity.last : quantity.first]
    people = {quantity.unit, before.quantity.unit} <= {None, "person"} and not quantity.measure
    low, high = quantity.low, before.quantity.low
    smaller = isinstance(low, int | float) and isinstance(high, int | float) and low < high
    told = before.measure in TOLLED and before.whole is None
    return people and told and smaller and len(gap) == 1 and (gap[0].text in _DASHES or gap[0].is_(*_THEY))


def _only_describes(gap: list[Chunk]) -> bool:
    """Tell whether what stands between two parts only says whose the first ones were, and a comma ends it."""
    told = (piece.triggers or piece.verb_says or piece.number or piece.time or "clause" in piece.cues for piece in gap)
    ends = gap[-2] if gap[-1].text == "و" and len(gap) > 1 else gap[-1]
    close = len(gap) <= _CLOSE and not any(piece.is_("في", "ب", "خلال", "علي", "الي") for piece in gap)
    return (ends.text in ("،", ",") or close) and len(gap) <= _NEAR and not any(told)


def _tells_where(gap: list[Chunk]) -> bool:
    """Tell whether what stands between a part and a bare number joined to it only says where the first ones went."""
    places = any(piece.places or piece.is_("الي", "في", "عبر") for piece in gap) or gap[0].text.endswith("وا")
    told = (piece.mark or piece.verb_says or piece.number or "clause" in piece.cues for piece in gap)
    return places and len(gap) <= _NEAR and not any(told)
