"""What no verb states: fighters that there are, members of an alliance, changes in per cent."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.lists.gapped import is_at_place, is_bare
from tawatur.extract.counts.tolls import names_toll
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

_CHANGES = frozenset(("operations", "airstrikes", "attacks", "clashes", "killed", "wounded", "detained", "displaced"))

_TARGETS = frozenset(("site", "facility", "vehicle"))
_GUNFIRE = words_of("gunfire")
_CONTROL_OF = frozenset(words_of("control_of"))
#: What there are so many of, as those who were counted before.
_STOCKS = frozenset(("camp_population", "inhabitants", "strength", "held"))
_DONORS = ("مانحون", "مانحين", "مانحة")
_MARKETS = words_of("of_markets")
_WANTS, _AID = words_of("wants"), frozenset(words_of("aid_told"))
_REACHES, _THE_NUMBER = words_of("reaches"), words_of("the_number")
_NUMBERING = words_of("numbering")
#: Words that open since when or within what a number is reached, and how far before its figure `العدد` may stand then.
_PERIODS, _SINCE = ("منذ", "خلال", "حتي"), 9
_OF_NUMBERS = frozenset(words_of("of_numbers"))
_THESE = frozenset(words_of("these"))
#: Within how many chunks of a sentence's beginning `بينهم` takes up the sentence before.
_OPENING = 4
#: How many chunks before the weapons the attack may stand that was made with them.
_REACH = 18
_TRADED = words_of("traded")
_BY_MEANS = words_of("by_means")
_STRIKES = frozenset(("attacks", "airstrikes"))
#: What is done with rockets and bombs.
_ARMED = frozenset(("attacks", "airstrikes", "destroyed"))
#: How far before the sites the attack may stand that is on them, and the word of control over them.
_UPON, _CONTROL = 6, 14
#: How far before a number of states the verb may stand with which they take part in an alliance.
_BESIDE = 6
#: Words before a share by which a figure differs from another, and how far before it they stand.
_FALLS_SHORT, _SURPASSES, _BY = words_of("falls_short"), words_of("surpasses"), 3
_TAKES_PART = words_of("takes_part")
#: What states send soldiers to, and whom they send.
_JOINT, _SOLDIERS = frozenset(words_of("joint_force")), frozenset(words_of("sent_to_it"))


def default_frame(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """Return what a quantity counts where no word states it, or None where that can't be told."""
    if quantity.unit == "percent":
        return _change(sentence, quantity)
    if quantity.unit == "weapon":
        return _fired(sentence, quantity)
    if quantity.unit in _TARGETS:
        return _upon(sentence, quantity)
    if quantity.unit == "country":
        return _members(sentence, quantity, lexicon)
    if quantity.unit == "person" and quantity.role in ("member", "armed_group", "state_forces"):
        return _fighters(sentence, quantity)
    return None


def _upon(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`ضربة على خمسة مواقع`, `أطلقت صواريخ على أربع مدن`; `سيطرة القوات على 3 مواقع`: what stands behind `على`."""
    before = sentence[quantity.first - 1] if quantity.first else None
    if before is None or not before.is_("علي", "ضد"):
        return None
    for at in range(quantity.first - 2, max(-1, quantity.first - 2 - _CONTROL), -1):
        piece = sentence[at]
        if piece.mark or "clause" in piece.cues or piece.verb_says:
            return None
        if quantity.unit == "site" and is_of(piece, _CONTROL_OF):
            return Frame(quantity, "places_taken", "default", at)
        acts = (
            piece.names("weapon")
            or piece.is_(*_GUNFIRE)
            or any(r.noun.measure in ("attacks", "airstrikes") for r in piece.nouns)
        )
        if acts and quantity.first - at <= _UPON:
            return Frame(quantity, "attacks", "default", at)
    return None


def broken_down(sentence: list[Chunk], quantity: Quantity, total: Frame | None, frames: list[Frame]) -> Frame | None:
    """`وتفصيل العدد: 402 من الأطفال و211 امرأة`, `من بينهم 3 نساء`: a part of what the sentence before counted."""
    if total is None or total.measure not in FLOWS | _STOCKS or quantity.unit not in (None, "person", "household"):
        return None
    opened = any("breakdown" in piece.cues for piece in sentence[: quantity.first])
    before = sentence[: quantity.first]
    alone = len(before) <= _OPENING or not any(piece.number is not None for piece in before)
    parted = bool(before) and alone and "part" in before[-1].cues
    parted = parted or any(not _THESE.isdisjoint(piece.words) for piece in sentence[quantity.first : quantity.last + 2])
    joined = bool(frames) and frames[-1].how == "breakdown" and frames[-1].quantity.last >= quantity.first - 1
    opened = opened or (any(piece.text == ":" for piece in before) and _stands_at_place(sentence, quantity))
    if not (opened or parted or joined):
        return None
    return Frame(quantity, (_broken_down(before) if opened else None) or total.measure, "breakdown")


def _broken_down(before: list[Chunk]) -> str | None:
    """`وتوزع شهداء الأحد على كذا (29)`: the measure of those of whom a breakdown says that it is, where it says so."""
    several = (r for piece in before for r in piece.nouns if r.form.number in ("plural", "ambiguous"))
    return next((r.noun.measure for r in several if r.noun.measure in FLOWS and r.noun.unit == "person"), None)


def _stands_at_place(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`المكان: نيالا 52، كتم 24`: a number alone behind its place, in a list of those of the sentence before."""
    return is_bare(quantity) and is_at_place(sentence, quantity)


def taken_up(sentence: list[Chunk], quantity: Quantity, total: Frame | None, frames: list[Frame]) -> Frame | None:
    """`قتل 200، لكن المرصد قال إن العدد 318`, `ليبلغ العدد 85 مسلحا`: the number of those who were just counted."""
    noun = quantity.noun
    if quantity.unit not in (None, "person") or (noun is not None and noun.measure is not None):
        return None
    at = _number_before(sentence, quantity)
    if at is None or (at and sentence[at - 1].is_(*_NUMBERING)):
        return None  # المدينة البالغ عددهم: of those named right before
    earlier = [frame for frame in frames if frame.quantity.last <= at and frame.quantity.unit in (None, "person")]
    counted = earlier[-1] if earlier else total
    if counted is None or counted.measure not in FLOWS | _STOCKS:
        return None
    quantity.unit = "person"
    return Frame(quantity, counted.measure, "topic", at)


def _number_before(sentence: list[Chunk], quantity: Quantity) -> int | None:
    """Return where `العدد` stands before a figure, with only how and since when it is reached between them."""
    first = max(0, quantity.first - _SINCE)
    at = next((i for i in range(quantity.first - 1, first - 1, -1) if sentence[i].text in _THE_NUMBER), None)
    if at is None:
        return None
    between = sentence[at + 1 : quantity.first]
    opened = next((i for i, piece in enumerate(between) if piece.is_(*_PERIODS)), len(between))
    dated = not any(piece.mark or piece.number or piece.verb_says or "clause" in piece.cues for piece in between)
    return at if dated and all(_stands_before_figure(piece) for piece in between[:opened]) else None


def _stands_before_figure(piece: Chunk) -> bool:
    """`ليبلغ المجموع الكلي منذ آذار 318`: tell whether a chunk stands between a toll's noun and its figure."""
    reaches = piece.is_(*_REACHES, "الي", "علي", "منذ", "خلال", "حتي")
    return reaches or piece.time is not None or piece.text in _OF_NUMBERS


def names_donors(sentence: list[Chunk]) -> bool:
    """`مؤتمر المانحين`: from there on money is told of that is given, some of it lent."""
    return any(word.removeprefix("ال").startswith(_DONORS) for piece in sentence for word in piece.words)


def tells_of_gifts(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence tells of what is given to those in need, by whomever: `تعهد المانحون`; no wish for it."""
    given = any(not piece.cues.isdisjoint(("need", "donor")) or is_of(piece, _AID) for piece in sentence)
    return given and not any(piece.is_(*_WANTS) for piece in sentence)


def tells_of_markets(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence tells of loans or investments, of nobody in need and no donor: `قروض بأربعة مليارات`."""
    given = any(not piece.cues.isdisjoint(("need", "donor")) for piece in sentence)
    return not given and any(piece.is_(*_MARKETS) for piece in sentence)


def differs(sentence: list[Chunk], quantity: Quantity) -> int:
    """`وهو رقم يقل بنسبة 23 بالمئة عن حصيلة العام السابق`: 1 for more than another, -1 for less, 0 for neither."""
    before = sentence[max(0, quantity.first - _BY) : quantity.first]
    behind = sentence[quantity.last : quantity.last + 1]
    if quantity.unit != "percent" or not behind or not behind[0].is_("عن", "علي", "من"):
        return 0
    if any(piece.is_(*_FALLS_SHORT) for piece in before):
        return -1
    return 1 if any(piece.is_(*_SURPASSES) for piece in before) else 0


def is_change(sentence: list[Chunk], quantity: Quantity) -> int:
    """Return 1 where the number is said to be a rise, -1 a fall, 0 where it's a level."""
    window = sentence[max(0, quantity.first - 8) : quantity.first]
    than = differs(sentence, quantity)
    if than:
        return than
    for piece in reversed(window):
        if piece.number is not None:
            return 0
        if "change_up" in piece.cues:
            return 1
        if "change_down" in piece.cues:
            return -1
    return 0


def _change(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    if not is_change(sentence, quantity):
        return None
    before = sentence[max(0, quantity.first - 12) : quantity.first]
    if any(piece.is_(*_TRADED) for piece in before):
        return None  # تراجع النفط 1% إثر الغارات
    after = sentence[quantity.last : quantity.last + 12]
    compared = next((i for i, piece in enumerate(after[:3]) if piece.is_("عن", "علي", "مقارنة")), None)
    if compared is not None:
        for piece in after[compared:]:
            for stated in piece.triggers:
                if stated.trigger.measure in _CHANGES:
                    return Frame(quantity, stated.trigger.measure, "change")
    for piece in (*reversed(before), *after):
        tally = next((r.trigger for r in piece.triggers if names_toll(r) and r.trigger.measure in _CHANGES), None)
        if tally is not None:
            return Frame(quantity, tally.measure, "change")  # تراجع عدد القتلى بنسبة 20%
        for reading in piece.nouns:
            if reading.noun.measure in _CHANGES:
                measure = "attacks" if reading.noun.measure == "operations" else reading.noun.measure
                return Frame(quantity, measure, "change")
    return None


def _fired(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`استهدف المدينة بثلاثة صواريخ`: what an attack was made with."""
    before = sentence[quantity.first - 1] if quantity.first else None
    with_them = sentence[quantity.first].preposition == "ب" or (before is not None and before.is_(*_BY_MEANS))
    strikes = before is not None and next((r for r in before.triggers if r.trigger.measure == "attacks"), None)
    if strikes and strikes.verb is not None:
        return Frame(quantity, "attacks", "fired", quantity.first - 1, strikes)  # استهدفت سبعة صواريخ المدينة
    if not with_them:
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - _REACH), -1):
        for reading in sentence[at].triggers:
            if reading.trigger.measure in _ARMED and reading.trigger.role != "bomb":
                return Frame(quantity, "attacks", "fired", at, reading)
        if any(reading.noun.measure in _STRIKES for reading in sentence[at].nouns):
            return Frame(quantity, "attacks", "fired", at)  # شنتا الضربات بثمانية صواريخ
    return None


def _members(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """`68 دولة في التحالف`, `يشارك في التحالف 60 دولة`: states beside the alliance that they are in."""
    force = sentence[max(0, quantity.first - _BESIDE) : quantity.first]
    if force and force[-1].is_("من") and any(is_of(piece, _JOINT | _SOLDIERS) for piece in force):
        return Frame(quantity, "members", "default")  # قوة قوامها 20 ألف جندي من خمس دول
    window = sentence[quantity.last : quantity.last + 4]
    if not any(piece.is_("في", "ب") for piece in window[:2]):
        window = sentence[max(0, quantity.first - _BESIDE) : quantity.first]
        if not any(piece.is_(*_TAKES_PART) for piece in window):
            return None
    named = {key for piece in window for key in piece.actors}
    if named & lexicon.alliances or any(is_of(piece, _JOINT) for piece in window):
        return Frame(quantity, "members", "default")
    return None


def _fighters(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """Fighters counted with no verb of an outcome are there; those who act (`شن ثلاثة مسلحين`) are not counted."""
    before = sentence[quantity.first - 1] if quantity.first else None
    if quantity.bound == "ambiguous" or quantity.low in (1, 2):
        return None  # الجنديين: two that were told of
    if before is None or before.verb_says or before.mark:
        return None
    beside = any("strength" in (reading.trigger.measure for reading in piece.triggers) for piece in sentence)
    return Frame(quantity, "strength", "default") if beside else None
