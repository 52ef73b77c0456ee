"""Needs and shares: aid by its weight, people in need, a part of a people or of its forces, names on a list.

`محملة بـ4700 طن من الأغذية`, `8.4 ملايين على حافة المجاعة`, `نصف قوة الحدود`, `قائمة تضم 55 مطلوبا`: all `other`.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_whole
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

#: How far around its weight the aid may be named, and how far behind a number the need.
_AROUND = 5
#: How far before a number its list may stand, and how far behind a share whose it is.
_NEAR = 3
#: How far before those whom it takes in a hospital may be named.
_FAR = 6
_WEIGHTS = words_of("weight_of_aid")
#: What aid consists of.
GOODS = frozenset(words_of("goods_of_aid"))
_REWARDS = words_of("reward")
_LISTS = frozenset(words_of("list_of"))
_WANTS = words_of("wants")
_NEEDS = frozenset(words_of("needs"))
_ON_THE_BRINK = words_of("on_the_brink")
_PEOPLES = words_of("people_at_large")
_HOSPITAL, _OF_HEALTH = words_of("takes_in"), words_of("of_health")
_TAKEN_IN, _TREATED = words_of("taken_in"), words_of("treated")
#: Of those told of before it.
_CARRIED = words_of("carried")
#: How far before an area it may be told who holds it.
_HELD_BEFORE = 14
_LAND, _HELD = frozenset(words_of("land_shared")), frozenset(words_of("held_land"))
#: So many without a noun are people, where their need is told.
_IN_NEED = 10_000
_HELP = frozenset(words_of("help_needed"))
_HELPING = words_of("helping")
_UPROOTED = frozenset(("displaced", "refugees"))


def is_in_need(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`8.4 مليون نسمة على شفا المجاعة`: inhabitants of whom their need is told."""
    there = sum(1 for piece in sentence[quantity.last : quantity.last + _NEAR] if piece.places or piece.is_("في"))
    behind = sentence[quantity.last : quantity.last + _NEAR + there]  # نسمة في كذا يواجهون
    return any(piece.is_(*_ON_THE_BRINK) for piece in behind)


def is_wanted(sentence: list[Chunk], quantity: Quantity, *, of_need: bool = False) -> bool:
    """`تحتاج المنظمة إلى 441 مليون دولار لإغاثة النازحين`: a sum that is asked for, for those in need.

    `of_need` says that the sentence is known to tell of need, by whom it names.
    """
    before = sentence[max(0, quantity.first - _FAR) : quantity.first]
    wanted = any(piece.is_(*_WANTS) for piece in before) and not any(piece.number for piece in before)
    return str(quantity.unit).isupper() and wanted and (of_need or any(tells_of_need(piece) for piece in sentence))


def tells_of_need(piece: Chunk) -> bool:
    """Tell whether a chunk is a word of need or of help, or names those who fled."""
    uprooted = any(reading.noun.of in _UPROOTED for reading in piece.nouns)
    return "need" in piece.cues or "donor" in piece.cues or uprooted or is_of(piece, _HELP)


def is_reward(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`30 مليون دولار لمن يدلي بمعلومات`: money on a head, given to nobody yet."""
    behind = sentence[quantity.last : quantity.last + _AROUND]
    return any(piece.is_(*_REWARDS) for piece in behind)


def offers_reward(sentence: list[Chunk]) -> bool:
    """`مكافأة لمن يدلي بمعلومات`: tell whether a sentence tells of a price on somebody's head."""
    return any(
        piece.text.lstrip("وبل").removeprefix("ال").startswith("مكاف") or piece.is_("يدلي") for piece in sentence
    )


def lacking(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of many people, or a share of a people, of whom a verb of want tells; None of all others."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _IN_NEED
    people = many and quantity.unit in (None, "person", "household") and not quantity.role
    if quantity.measure is not None or not (people or is_a_share(sentence, quantity)):
        return None
    at = in_want(sentence, quantity) if is_whole(quantity) else None
    if at is None:
        return None
    quantity.unit = quantity.unit or "person"
    return Frame(quantity, "other", "predicate", at)


def is_aid(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`محملة بـ4700 طن من المواد الغذائية`: aid by its weight."""
    if quantity.noun is None or quantity.noun.lemma not in _WEIGHTS:
        return False
    around = sentence[max(0, quantity.first - _AROUND) : quantity.last + _AROUND]
    return any("need" in piece.cues or is_of(piece, GOODS) for piece in around)


def is_aided(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`محملة بالمواد الغذائية لنحو 27 ألف شخص`: those for whom aid is."""
    led = sentence[quantity.first].preposition == "ل" or (quantity.first > 0 and sentence[quantity.first - 1].is_("ل"))
    before = sentence[max(0, quantity.first - _AROUND) : quantity.first]
    if not led or quantity.unit not in ("person", "household") or quantity.bound == "indefinite":
        return False
    return any(is_of(piece, GOODS) for piece in before) and not any(piece.is_(*_WANTS) for piece in before)


def money_is_for(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`934 مليون دولار لمساعدة 1.48 مليون شخص`, `4.2 مليارات دولار لـ21 مليون شخص`: those whom an amount is to help."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _IN_NEED
    if not many or quantity.unit not in ("person", "household") or quantity.measure is not None or quantity.role:
        return None
    if quantity.population in _UPROOTED or (quantity.noun is not None and quantity.noun.of in _UPROOTED):
        return None
    before = sentence[max(0, quantity.first - _FAR) : quantity.first]
    amount = next((at for at in reversed(range(len(before))) if before[at].number is not None), None)
    if amount is None or not is_money(before[amount:]):
        return None
    led = sentence[quantity.first].preposition == "ل" or before[-1].is_("ل")
    helped = any(piece.text.removeprefix("ل") in _HELPING for piece in before[amount + 1 :])
    return Frame(quantity, "beneficiaries", "told of") if led or helped else None


def is_money(pieces: list[Chunk]) -> bool:
    """Tell whether the first of some chunks is an amount of a currency, or the next its currency."""
    number = pieces[0].number
    return number is not None and number.unit is not None and str(number.unit).isupper()


def is_a_need(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`8.4 ملايين على حافة المجاعة`: a bare number of so many people, in a sentence that tells of their need."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _IN_NEED
    if not many or quantity.unit not in (None, "person") or quantity.measure or quantity.role or not is_whole(quantity):
        return False
    behind = sentence[quantity.last : quantity.last + _AROUND]
    if quantity.unit == "person":
        return any(piece.is_(*_WANTS) for piece in behind[:2]) and any(tells_of_need(piece) for piece in behind)
    return any("need" in piece.cues or piece.is_(*_ON_THE_BRINK) for piece in behind)


def in_want(sentence: list[Chunk], quantity: Quantity) -> int | None:
    """Return the chunk that tells of their want: `يحتاج الملايين إلى مساعدة`, `80% من السكان يحتاجون إلى الإغاثة`.

    The help that they need stands behind it and them; None where nothing is wanted.
    """
    around = (quantity.first - 1, *range(quantity.last, quantity.last + 2))
    wanted = next(
        (at for at in around if 0 <= at < len(sentence) and sentence[at].text.removeprefix("و") in _NEEDS), None
    )
    if wanted is None:
        return None
    first = max(wanted + 1, quantity.last)
    help_named = any(is_of(piece, _HELP) or "need" in piece.cues for piece in sentence[first : first + _NEAR])
    return wanted if help_named else None


def is_a_share(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`80 في المئة من الشعب بحاجة`, `نصف قوة الحدود`: a share of a people, of forces or of their arms."""
    fraction = quantity.unit == "other" and isinstance(quantity.low, float) and quantity.low < 1
    if quantity.unit != "percent" and not fraction:
        return False
    taken = sentence[quantity.first + 1].is_("من") if quantity.first + 1 < quantity.last else False  # 80% من السكان
    first = quantity.first + 1 if taken else quantity.last
    behind = sentence[first : max(first, quantity.last) + _NEAR]
    of = behind[1:] if behind and behind[0].is_("من") else behind[:1] if fraction else []
    units = {reading.noun.unit for piece in of for reading in piece.nouns}
    units |= {quantity.noun.unit} if quantity.noun is not None else set()  # 86% من الأطفال المعتقلين
    return bool(units & {"person", "vehicle", "weapon", "household", "facility"}) or any(
        piece.is_(*_PEOPLES) for piece in of
    )


def is_listed(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`قائمة تضم 55 مطلوبا`, `لائحة من 40 قياديا`: names on a list, no strength."""
    return any(is_of(piece, _LISTS) for piece in sentence[max(0, quantity.first - _NEAR) : quantity.first])


def taken_in(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Return the frame of people whom a hospital takes in, who are wounded; None where it takes nobody in."""
    if not _is_taken_in(sentence, quantity):
        return None
    quantity.unit = quantity.unit or "person"
    return Frame(quantity, "wounded", "told of")


def _is_taken_in(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`نقل 30 آخرين إلى المستشفى`, `18 شخصا تلقوا العلاج`: people whom a hospital takes in, or who are treated."""
    if quantity.unit not in (None, "person") or quantity.bound == "ambiguous" or quantity.measure is not None:
        return False
    behind = sentence[quantity.last : quantity.last + _AROUND]
    before = sentence[max(0, quantity.first - _FAR) : quantity.first]
    carries = any(piece.is_(*_TAKEN_IN) for piece in before[-_NEAR:])
    told = sentence[quantity.first + 1 : quantity.last + 1]  # a verb may have been read as an adjective
    carried = any(piece.is_(*_CARRIED) for piece in (*told, *behind))
    behind = sentence[quantity.last : quantity.last + _FAR + 2]
    taken = (carries or carried) and any(_is_hospital(piece) for piece in behind)
    into = next((at for at, piece in enumerate(before) if piece.is_(*_TAKEN_IN)), None)
    if into is not None and not any(piece.number or piece.mark for piece in before[into:]):
        taken = taken or any(_is_hospital(piece) for piece in before[into:])  # نقل إلى مستشفيات المدينة 55 آخرون
    return taken or any(piece.is_(*_TREATED) for piece in told)


def _is_hospital(piece: Chunk) -> bool:
    """`المستشفى`, or the adjective behind what is none by its own noun: `منشآت صحية`."""
    return piece.is_(*_OF_HEALTH) or any(word.startswith(_HOSPITAL) for word in piece.words)


def is_land_held(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`تبلغ مساحة المنطقة الخاضعة لسيطرة الفصائل 100 كلم مربع`: an area of which it is told before who holds it."""
    before = sentence[max(0, quantity.first - _HELD_BEFORE) : quantity.first]
    held = any(is_of(piece, _HELD) for piece in before)
    return quantity.unit == "km2" and held and any(is_of(piece, _LAND) for piece in before)


def is_land_share(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`ثلث مساحة البلاد`, `نحو 10 في المئة من أراضيها`: a share of land, in a sentence that tells who controls it."""
    fraction = quantity.unit == "other" and isinstance(quantity.low, float) and quantity.low < 1
    if quantity.unit != "percent" and not fraction:
        return False
    behind = sentence[quantity.last : quantity.last + _NEAR]
    land = (quantity.noun is not None and quantity.noun.unit == "site") or any(is_of(piece, _LAND) for piece in behind)
    before = sentence[max(0, quantity.first - _FAR) : quantity.first]
    named = next((at for at, piece in enumerate(before) if is_of(piece, _LAND)), None)
    if named is not None and any(is_of(piece, _HELD) for piece in before[named:]):
        return True  # بلغت مساحة الأراضي المحررة 60 في المئة
    held = any(is_of(piece, _HELD) for piece in sentence)
    placed = fraction and behind[:1] != [] and bool(behind[0].places)  # سقوط ثلثي الغوطة
    return held and (land or placed or (behind[:1] != [] and behind[0].is_("من") and any(p.places for p in behind[1:])))
