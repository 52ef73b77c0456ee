"""Parts and tolls: quantities whose measure a plural beside them, or the whole that they belong to, tells.

`57 قتيلا بينهم 12 طفلا`, `أما الموقوفون فمن بينهم 32 قياديا`, `30 طفلا بين الجرحى`, `ارتفاع عدد القتلى إلى 31`.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.fates import said_of_people
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, TOLLED, completed, is_joined
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity, is_known_dual, take_noun

_REACHES, _BY_SO_MANY = words_of("reaches"), words_of("by_so_many")
_RISES, _MULTIPLES = words_of("rises"), words_of("multiples")
_WERE = words_of("beside_verb")
_THEY = words_of("they_are")
_DASHES = frozenset("-–—")
_BOTH = {"killed", "wounded"}
_NUMBER = words_of("number_of")
#: Where people may be, and what is no part of their number.
_PLACES = frozenset(("site", "country"))
#: What people are counted by, and are no part of.
_NO_WHOLES = frozenset(("nationalities", "facilities", "members"))
_VICTIM = "ضحية"
_EXCEEDS = words_of("exceeds")
_LEAVES = words_of("leaves")
_FLED, _IN_NEED = words_of("those_who_fled"), words_of("those_in_need")
_DONE = ("تم", "تمت", "جري", "جرت", "يتم", "تتم")
#: What says that a whole is told part by part.
_OVER = (":", "علي", "بين")
_DIVISION = frozenset(("breakdown", "part"))
_THOSE = ("من", "الذين", "اللذين")
#: Populations whose name, of several words, is chunked as one.
_UPROOTED = frozenset(("displaced", "refugees"))
#: Whose nouns for them tell of those who fight, all of whom are its strength.
_FIGHT = frozenset(("member", "armed_group", "state_forces"))
#: A noun of people of other nations, and what fighters stand in.
_FOREIGNER, _RANKS = "أجنبي", ("صفوف", "صفوفه", "صفوفها")
#: How far before a figure the plural stands that it is of, and one that `عدد` opens.
_NEAR, _FAR = 9, 24
#: How many words may stand between two parts that no comma sets apart: `77 من حراس السجن و40 من مقاتليها`.
_CLOSE = 2
#: How many words with their marks may tell of those whose number is told: `عدد «المدنيين السوريين» الذين`.
_TOLD_OF = 5
#: How far behind `الذين وثق` the word may stand for what befell them.
_DOCUMENTED = 5
#: How far before a figure the verb of its toll may stand where a time is between.
_TIMED = 9
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


def whom_counted(sentence: list[Chunk], opened: int) -> int:
    """`عدد المدنيين الذين تم إجلاؤهم`: the last word for those whose number is told, before what is said of them."""
    for at in range(opened + 1, min(len(sentence) - 1, opened + 1 + _TOLD_OF)):
        if sentence[at].is_(*_THOSE):
            return at - 1
        if not (sentence[at].text.startswith("ال") or sentence[at].mark) or sentence[at].verb_says:
            break
    return opened


def _of_those(sentence: list[Chunk], opened: int) -> str | None:
    """`عدد من فروا من البلدة … بلغ 11104`: what the verb of those whose number is told says of them."""
    opened = whom_counted(sentence, opened)
    if opened + 2 >= len(sentence) or not sentence[opened + 1].is_(*_THOSE):
        return None
    verb = sentence[opened + 2]
    if verb.is_(*_LEAVES):
        return "displaced"
    if verb.is_(*_DONE):  # عدد من تم تحييدهم
        theirs = sentence[opened + 3].triggers if opened + 3 < len(sentence) else ()
        return next((r.trigger.measure for r in theirs if r.pronoun and r.trigger.measure in FLOWS), None)
    plural = (
        r.trigger.measure
        for r in verb.triggers
        if r.verb is not None and r.trigger.measure in FLOWS and completed(sentence, opened + 2, r.trigger.lemma)
    )
    found = next(plural, None)
    if found is None and verb.verb_says:  # الذين وثق المرصد مقتلهم
        for piece in sentence[opened + 3 : opened + 3 + _DOCUMENTED]:
            befell = (r.trigger.measure for r in piece.triggers if r.pronoun == "هم" and r.trigger.measure in FLOWS)
            found = found or next(befell, None)
    return found


def _opens_a_count(piece: Chunk) -> bool:
    return piece.words[0].removeprefix(piece.conjunction) in _NUMBER


def _counted_ahead(sentence: list[Chunk], quantity: Quantity) -> Frame | None:
    """`ارتفع إلى 16 عدد الغارات`: the toll stands behind its figure, what it includes between them."""
    if quantity.unit is not None or quantity.noun is not None:
        return None
    if not any(piece.is_(*_RISES) for piece in sentence[max(0, quantity.first - 3) : quantity.first]):
        return None
    for at in range(quantity.last, min(len(sentence) - 1, quantity.last + _FAR)):
        if sentence[at].verb_says or sentence[at].text in (";", "؛", ":"):
            return None
        if not _opens_a_count(sentence[at]):
            continue
        done = _of_those(sentence, at)
        if done is not None:
            return Frame(quantity, done, "topic", at)  # ارتفع إلى 332 تعداد الذين وثق المرصد مقتلهم
        told = [reading.trigger for reading in sentence[at].triggers if reading.trigger.measure in TOLLED]
        if told:  # عدد قتلى الهجمات, read as one phrase
            return Frame(quantity, told[0].measure, "topic", at)
        for reading in sentence[at + 1].nouns:
            if reading.noun.measure in TOLLED and reading.form.number in ("plural", "ambiguous"):
                quantity.unit = reading.noun.unit
                return Frame(quantity, reading.noun.measure, "topic", at + 1)
    return None


def _levels_before(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity], order: int) -> int:
    """`عدد النازحين من 3 ملايين في 2017 إلى 3.6 مليون`: the first level's place, else the quantity's own."""
    while order and is_known_dual(sentence, quantities[order - 1]):
        order -= 1  # عدد قتلى التفجيرين إلى 182
    before = quantities[order - 1] if order else None
    if before is None or not before.first:
        return order
    reached = any(piece.is_(*_REACHES) for piece in sentence[max(0, quantity.first - 2) : quantity.first + 1])
    multiple = before.unit == "percent" or any(
        piece.is_(*_MULTIPLES) for piece in sentence[before.last : before.last + 1]
    )
    if reached and (multiple or sentence[before.first - 1].is_(*_BY_SO_MANY)):
        return order - 1  # ارتفع عدد النازحين بواقع 30 ألفا ليصل إلى 250 ألفا, ثلاثة أضعاف ليصل إلى 90 ألفا
    if not sentence[quantity.first - 1].is_("الي"):
        return order
    bare = before.noun is None and before.unit is None
    return order - 1 if bare and sentence[before.first - 1].is_("من") else order


def _told_of_uprooted(piece: Chunk) -> str | None:
    """`عدد الفارين`, `عدد المحتاجين`, `عدد الأسر النازحة`: what a participle says of those whose number is told."""
    if piece.is_(*_FLED) or (len(piece.words) > 1 and not piece.nouns and not _UPROOTED.isdisjoint(piece.actors)):
        return "displaced"
    return "other" if piece.is_(*_IN_NEED) else None


def _is_estimated(sentence: list[Chunk], at: int) -> bool:
    """`قدرت القيادة قتلى التنظيم بنحو 600`: a plural of what somebody puts at a number, whose they were behind it."""
    before = sentence[max(0, at - _NEAR) : at]
    said = next((i for i in range(len(before) - 1, -1, -1) if before[i].verb_says), None)
    if said is None or "modality:estimated" not in before[said].cues or at + 1 >= len(sentence):
        return False
    return bool(sentence[at + 1].actors) or sentence[at + 1].text.startswith("ال")


def _comes_to(sentence: list[Chunk], at: int) -> bool:
    """`بلغ قتلى الهجوم 34`, `ما يرفع شهداء العملية إلى 23`: a plural right behind the verb that gives its number."""
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    theirs = behind is not None and bool(behind.text.startswith("ال") or behind.actors or behind.places)
    theirs = theirs or any(reading.form.possessed for reading in sentence[at].nouns)
    given = bool(at) and sentence[at - 1].is_(*_REACHES, *_RISES) and not sentence[at - 1].is_("الي", "عند")
    return theirs and given


def _are_nationals_who_fight(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`عدد السعوديين المقاتلين`, `عدد الأجانب في صفوف التنظيم`: nationals of whom it is told that they fight."""
    plural = sentence[at].state is not None and sentence[at].text.endswith(("ين", "ة"))
    abroad = plural or any(reading.noun.lemma == _FOREIGNER for reading in sentence[at].nouns)
    behind = sentence[at + 1 : quantity.first]
    fight = any(reading.noun.of in _FIGHT for piece in behind for reading in piece.nouns)
    return abroad and (fight or any(word in _RANKS for piece in behind for word in piece.words))


#: What families are counted of as well as persons: `بلغ عدد المستفيدين 45 ألف أسرة`.
_OF_FAMILIES = frozenset(("beneficiaries", "displaced"))


def tolled(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity], order: int) -> Frame | None:
    """Return the frame of a number of what a definite plural before it names, which families may be too."""
    if quantity.unit != "household":
        return _tolled(sentence, quantity, quantities, order)
    quantity.unit = "person"
    frame = _tolled(sentence, quantity, quantities, order)
    quantity.unit = "household"
    return frame if frame is not None and frame.measure in _OF_FAMILIES else None


def _tolled(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity], order: int) -> Frame | None:
    """`ارتفاع العدد الإجمالي للقتلى إلى 3216`: a bare number of what a definite plural before it names."""
    before = sentence[quantity.first - 1] if quantity.first else None
    led = before is not None and (
        any(piece.is_(*_REACHES) for piece in sentence[max(0, quantity.first - 2) : quantity.first])
        or sentence[quantity.first].words[0].startswith(_EXCEEDS)
        or sentence[quantity.first].preposition == "ب"
        or before.nouns
        or before.text == ":"
        or "part" in before.cues
    )
    timed = before is not None and before.time is not None and quantity.first - _TIMED
    if timed and any(piece.is_(*_REACHES) for piece in sentence[max(0, timed) : quantity.first]):
        led = True  # بلغ عدد من جرى اعتقالهم خلال العام 340
    if quantity.unit not in (None, "person"):
        return None
    earlier = _levels_before(sentence, quantity, quantities, order)
    start = max(quantities[earlier - 1].last if earlier else 0, quantity.first - _FAR)
    numbers = (at for at in range(quantity.first - 2, start - 1, -1) if _opens_a_count(sentence[at]))
    opened = next(numbers, None)
    done = _of_those(sentence, opened) if opened is not None else None
    if done is not None and opened is not None and (led or (opened and sentence[opened - 1].is_(*_REACHES))):
        return Frame(quantity, done, "topic", opened + 2)  # بلغ عدد من قضوا في الحرب 40 ألفا
    noun = quantity.noun
    bare = (noun is None and quantity.unit is None) or (noun is not None and not (noun.of or noun.measure))  # شخصا
    led = led or (bare and bool(opened) and opened is not None and sentence[opened - 1].is_(*_REACHES))
    if not led:
        return None
    ahead = _counted_ahead(sentence, quantity)
    if ahead is not None:
        return ahead
    for at in range(quantity.first - 1, start - 1, -1):
        if opened is not None and at > opened + 1 and sentence[opened + 1].nouns:
            continue  # عدد النازحين جراء العمليات: of those whom it opens
        says = sentence[at].verb_says and not sentence[at].is_(*_REACHES)  # ليبلغ: to come to, and to report
        if says and "modality:estimated" not in sentence[at].cues:
            return None
        tally = next((r for r in sentence[at].triggers if names_toll(r)), None)
        if tally is not None:
            quantity.unit = "person"
            return Frame(quantity, tally.trigger.measure, "topic", at, tally)
        if at < quantity.first - _NEAR and not (at and sentence[at - 1].is_(*_NUMBER)):
            continue
        told = _told_of_uprooted(sentence[at]) if at and sentence[at - 1].is_(*_NUMBER) else None
        if told is not None:
            quantity.unit = "person"
            return Frame(quantity, told, "topic", at)
        if opened is not None and at == opened + 1 and _are_nationals_who_fight(sentence, at, quantity) and bare:
            quantity.unit = "person"
            return Frame(quantity, "strength", "topic", at)  # بلغ عدد السعوديين في صفوف التنظيم 2144
        befell = said_of_people(sentence, at) if at and sentence[at - 1].is_(*_NUMBER) else None
        if befell is not None:
            return Frame(quantity, befell, "topic", at + 1)
        for reading in sentence[at].nouns:
            counted = bool(at) and sentence[at - 1].is_(*_NUMBER)  # عدد قتلى الهجوم
            if counted and reading.form.possessed and reading.noun.of in _FIGHT and bare:
                take_noun(quantity, reading.noun)
                return Frame(quantity, "strength", "topic", at)  # عدد مقاتليها بنحو 5 آلاف
            counted = counted or _is_estimated(sentence, at) or _comes_to(sentence, at)
            many = reading.form.number in ("plural", "ambiguous") and (reading.stem.article or counted)
            if reading.noun.measure in TOLLED and many and (reading.noun.unit == "event") <= (quantity.unit is None):
                quantity.unit = reading.noun.unit
                return Frame(quantity, reading.noun.measure, "topic", at)
    return None


def names_toll(reading: TriggerReading) -> bool:
    """`عدد قتلى القصف الذي استهدف كذا ارتفع إلى 30`: the words of a toll, however far from its figure."""
    return reading.trigger.kind == "phrase" and reading.trigger.lemma.split()[0] in _NUMBER
