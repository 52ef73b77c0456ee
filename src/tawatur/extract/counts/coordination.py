"""Coordination: quantities that one word explains together: `مقتل ضابط وثلاثة جنود`, `12 قتيلا إضافة إلى أربعة`."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.insertions import relative_clause
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, counts, is_joined
from tawatur.extract.phrases.quantity import Quantity

_BESIDES = words_of("besides")
#: What shares are told of that a number of people says again.
_OF_PEOPLE = frozenset(("other", "inhabitants", "camp_population", "strength"))
_THAT_IS = words_of("that_is")
_NUMBERING = words_of("numbering_families")
_ARMS = frozenset(("vehicle", "weapon"))
_OF_VEHICLES, _LADEN = frozenset(words_of("of_vehicles")), frozenset(words_of("laden"))
_THEIRS, _NEXT_TO = ("هم", "هن"), 2
#: Endings of duals behind a preposition that say whose they are.
_THEIR_TWO = ("يه", "يها", "يهم")
_PARALLELS = ("في", "علي", "ضد", "من", "الي", "عبر")
_IN_LIST = 8
_THINGS = frozenset(("site", "facility", "vehicle", "weapon", "other"))
_THINGS_DONE = frozenset(("destroyed", "seized"))
#: How many chunks may stand between two numbers before the same preposition, behind `من`, before `إضافة إلى`.
_PARALLEL, _PARTITIVE, _ADDED = 4, 3, 12
#: How far behind an amount its conversion may stand, the bracket and an adjective between.
_CONVERTED = 3
_CHANGE = frozenset(("change_up", "change_down"))
#: How far before the first of two levels the word of the change may stand.
_CHANGED = 8


def coordinated(sentence: list[Chunk], quantity: Quantity, previous: Frame | None) -> bool:
    """Tell whether the quantity is joined to the one before it by `و` or a comma, with nothing of weight between."""
    if previous is None:
        return False
    behind = previous.quantity.last
    between = sentence[behind : quantity.first]
    told = relative_clause(sentence, quantity.first - sentence[quantity.first - 1].is_("و"))
    weighty = [
        piece
        for at, piece in enumerate(between, behind)
        if at not in told
        and not (piece.mark or piece.state or piece.places or _describes_thing(sentence, at, previous.quantity))
        and not piece.is_("و", "او", "مقابل", "في", "من", "مع")
    ]
    added = is_added(sentence, quantity.first, quantity)
    if added:
        weighty = [piece for piece in weighty if not piece.is_(*_BESIDES)]
    joined = (
        added
        or is_joined(sentence, quantity.first)
        or any(piece.is_("و", "او", "مقابل") or piece.text in ("،", ",") for piece in between)
        or bool(between and between[0].conjunction and between[0].is_("من"))  # من الجيش 31 ومن التنظيم 29
    )
    most = _IN_LIST if previous.measure in _THINGS_DONE and quantity.unit in _THINGS else 1
    if _is_parallel(sentence, quantity, between):
        most = _PARALLEL
    own = sentence[previous.quantity.first + 1 : previous.quantity.last]
    partitive = bool(between) and (between[0].is_("من") or any(piece.is_("من") for piece in own))
    if partitive and quantity.unit in (None, "person"):
        most = _PARTITIVE  # أربعة من مشاة البحرية وضابط
    most = _ADDED if added else most  # 9 مسلحين تابعين للتنظيم، بالإضافة إلى اثنين
    if len(between) > 1 and between[0].is_("من") and not any(reading.verb for reading in between[1].triggers):
        weighty = [piece for piece in weighty if piece is not between[1]]  # 5240 من الفارين إلى … و3121 إلى
    return joined and len(weighty) <= most and not any(piece.verb_says or piece.triggers for piece in weighty)


def _describes_thing(sentence: list[Chunk], at: int, counted: Quantity) -> bool:
    """`ورشتي تفخيخ`, `عربات دفع رباعي`, `سيارات محملة بالأسلحة`: what says of what kind things are, behind them."""
    piece = sentence[at]
    kind = counted.unit == "vehicle" and piece.text in _OF_VEHICLES
    laden = counted.unit in _THINGS and piece.text in _LADEN
    return kind or laden or _is_of_act(sentence, at, counted)


def _is_of_act(sentence: list[Chunk], at: int, counted: Quantity) -> bool:
    """`12 منصة إطلاق`, `ورشتي تفخيخ`: an act right behind a thing, which says what it is for."""
    piece, thing = sentence[at], sentence[at - 1]
    if not at or piece.conjunction or piece.preposition or piece.definite:
        return False
    act = any(reading.verb is None and reading.trigger.kind == "masdar" for reading in piece.triggers)
    own = at == counted.last and counted.unit in _THINGS
    return act and (own or any(r.noun.unit in _THINGS and not r.stem.article for r in thing.nouns))


def is_added(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`إضافة إلى أربعة`, `بالإضافة إلى مدير الشرطة`; `أم مع طفلها`: joined by a phrase, or by `مع` as one's own."""
    before = sentence[max(0, at - 2) : at]
    if len(before) > 1 and all(piece.is_(*_BESIDES) for piece in before):
        return True
    if before and all(word in _BESIDES for word in before[-1].words) and len(before[-1].words) > 1:
        return True  # إلى جانب, one chunk
    words = sentence[at : max(at + 1, quantity.last)] if quantity.unit == "person" else []
    theirs = any(reading.form.possessed for piece in words for reading in piece.nouns)
    number = sentence[at].number
    two = number is not None and number.noun is not None and sentence[at].text.endswith(_THEIR_TWO)  # مع حارسيه
    fought = any(piece.names("event") for piece in before)  # في اشتباك مع ثلاثة من عناصره
    return (theirs or (two and bool(words))) and not fought and bool(before) and before[-1].is_("مع")


def _is_parallel(sentence: list[Chunk], quantity: Quantity, between: list[Chunk]) -> bool:
    """`12 هجوما في الربع الأول و9 في الثاني`: a bare number and the one before it stand before the same preposition."""
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    if following is None:
        return False
    if between and "preposition" in following.says & between[0].says:
        return True  # 217 وفق الشرطة و225 وفق هيئة الإنقاذ
    if quantity.noun is not None or following.text not in _PARALLELS:
        return False
    opened = between[2:3] if between[:1] and between[0].is_("من") and not following.is_("من") else between[:1]
    return any(piece.is_(following.text) for piece in opened)


def fits(previous: Frame, quantity: Quantity) -> bool:
    """Tell whether what explained the quantity before may count this one too."""
    if previous.reading is not None:
        found = previous.measure == "seized" and quantity.unit in _THINGS  # 281 رشاشا و250 مخزنا
        return found or counts(previous.reading.trigger, quantity)
    people = previous.quantity.unit is None and quantity.unit == "person" and previous.measure in FLOWS
    return people or quantity.unit in (None, previous.quantity.unit)  # الجرحى 12 من عناصر الشرطة و5 مدنيين


def is_converted(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`50 مليون يورو (61 مليون دولار)`: an amount told again in another currency, in brackets right behind it."""
    both = str(quantity.unit).isupper() and str(previous.quantity.unit).isupper()
    opened = sentence[quantity.first - 1].text == "(" and quantity.first - previous.quantity.last <= _CONVERTED
    return both and opened and quantity.unit != previous.quantity.unit


def is_second_level(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`تراجع العدد من 1.8 مليون نازح إلى 1.2 مليون`, `إلى 1.2 مليون من 1.8`: a count's second level."""
    at, before = quantity.first - 1, previous.quantity.first
    bare = quantity.noun is None and quantity.unit in (None, previous.quantity.unit)
    ends = (sentence[before - 1].text, sentence[at].text) if before else ("", "")
    if not bare or ends not in (("من", "الي"), ("الي", "من")):  # إلى 187 ألفا من 151 ألفا قبل أسبوع
        return False
    changed = any(not _CHANGE.isdisjoint(piece.cues) for piece in sentence[max(0, before - _CHANGED) : before])
    return changed and not any(
        piece.verb_says or piece.number or piece.triggers for piece in sentence[previous.quantity.last : at]
    )


def is_size(measure: str, at: int, quantity: Quantity, previous: Frame) -> bool:
    """`نزحت 300 عائلة تضم 1750 فردا`: behind families, so many as they hold; the word of that stands at `at`."""
    people = previous.quantity.unit == "household" and quantity.unit == "person"
    return people and measure == "strength" and at == previous.quantity.last


def numbers_families(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`عادت 300 أسرة بواقع 1750 فردا`, `706 أشخاص من 181 عائلة`: behind families or people, so many as they are."""
    units = {previous.quantity.unit, quantity.unit}
    gap = sentence[previous.quantity.last : quantity.first]
    if units != {"household", "person"} or not 0 < len(gap) <= _ADDED or previous.measure not in FLOWS:
        return False
    if quantity.unit == "household":
        return len(gap) == 1 and gap[0].is_("من")
    return gap[-1].is_(*_NUMBERING) and not any(piece.verb_says for piece in gap[:-1])


def says_again(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`نزح ثلاثة أرباع السكان، أي نحو 1.7 مليون`: a bare number that says right behind a share how many that is."""
    bare = quantity.noun is None and quantity.unit is None
    gap = sentence[previous.quantity.last : quantity.first]
    again = bare and 0 < len(gap) <= _CONVERTED + 1 and any(piece.is_(*_THAT_IS) for piece in gap)
    if again and previous.measure in FLOWS | _OF_PEOPLE:
        quantity.unit = "person"
        return True
    return False


def lost_with(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`خسرت القوات ألف جندي و40 دبابة`: things behind the men whom a verb of loss counts, which it destroys."""
    lost = previous.reading is not None and previous.reading.trigger.role == "own_loss"
    return lost and quantity.unit in _ARMS and coordinated(sentence, quantity, previous)


def is_share_of(sentence: list[Chunk], quantity: Quantity, previous: Frame) -> bool:
    """`14 قتيلا، نصفهم نساء`: a fraction with a pronoun right behind people whom something befell."""
    word = sentence[quantity.first].words[-1]
    fraction = isinstance(quantity.low, float) and quantity.low < 1 and quantity.unit == "other"
    told = previous.measure in FLOWS and previous.quantity.unit in (None, "person", "household")
    gap = sentence[previous.quantity.last : quantity.first]
    bare = all(piece.mark or piece.is_("و", "كان", "وكان") for piece in gap) and len(gap) <= _NEXT_TO
    own = quantity.noun is not None and quantity.noun.measure is not None  # نصفهم نازحون
    return fraction and told and bare and not own and word.endswith(_THEIRS)
