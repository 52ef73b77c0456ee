"""Frames: what each quantity of a sentence counts, and the word that says so.

A quantity takes its measure from its own noun (`قتيل`, `غارة`), from a verb after it (`170 مدنيا قتلوا`), from a verb
or masdar that governs it (`مقتل 44 عنصرا`, `قتلت القوات 30`), by coordination from the quantity before it (`مقتل ضابط
وثلاثة جنود`), or from the whole that it is a part of (`57 قتيلا بينهم 12 طفلا`).
"""

from __future__ import annotations

from tawatur.arabic import fold, stems
from tawatur.extract.counts.agreement import has_object_ahead, is_of_many, is_of_two
from tawatur.extract.counts.coordination import coordinated, fits, is_converted, is_second_level, is_size
from tawatur.extract.counts.divided import is_of_both
from tawatur.extract.counts.exchanges import names_exchange
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.governors import Governor, governor, predicate
from tawatur.extract.counts.grammatical_counts import counted_by_grammar
from tawatur.extract.counts.munitions import is_foiled
from tawatur.extract.counts.needs import is_in_need, is_listed, is_reward, is_taken_in
from tawatur.extract.counts.occasions import struck_so_often
from tawatur.extract.counts.parts import among, people_of, tolled, topic_of_part, whole_of
from tawatur.extract.counts.pledges import in_row
from tawatur.extract.counts.ranked import next_in_order
from tawatur.extract.counts.remaining import still_there
from tawatur.extract.counts.stocks import is_change
from tawatur.extract.counts.sufferings import befallen, in_custody
from tawatur.extract.counts.tallied_things import tallied
from tawatur.extract.counts.tolls_within import counted_cases, numbered, toll_within
from tawatur.extract.counts.unexplained import is_of_conflict, uprooted
from tawatur.extract.counts.verdicts import penalty_of
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, is_joined, names_camp
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

#: Nouns whose own measure holds whatever governs them; the measure of others is a default.
_STRONG = frozenset(
    ("killed", "wounded", "attacks", "airstrikes", "operations", "clashes", "nationalities", "facilities")
)
_ACTS = frozenset(("attacks", "airstrikes", "operations"))
#: How far before those who fled from somewhere the verb may stand.
_FLED = 6
#: What may have become of those who were held.
_LEFT_CUSTODY = frozenset(("released", "missing"))
#: What a noun of people says of them where it stands in a list of others that nouns tell of.
_TAKEN_AWAY = frozenset(("abducted", "missing", "displaced"))
#: What had become of those who are freed: `أفرج عن 206، بينهم 130 أسروا في كورسك`.
_TAKEN_BEFORE = frozenset(("detained", "abducted", "held"))
_STOCK_WORDS = frozenset(("strength", "escaped", "members", "beneficiaries"))
_NEAR = 3
_WITHIN = 5
_DIES = words_of("dies")
_FLEES = words_of("flees")
_COMES_OUT = ("خروج", "خرج", "عودة", "وصول")
_UPROOTED = frozenset(("displaced", "refugees"))
_DEATH = "اعدام"
_CARRIES_OUT = words_of("carries_out")
_PAIR = 2
_WOUNDED = "مصاب"
_AT_LEAST = ("علي", "الاقل")
#: How many chunks may describe a thing destroyed or seized before the next in the list.
_THINGS_DONE = frozenset(("destroyed", "seized"))
_THINGS = frozenset(("site", "facility", "vehicle", "weapon", "other"))


def find_frames(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon) -> list[Frame]:
    """Return a frame for each quantity whose measure the sentence tells, and for outcomes counted by grammar."""
    quantities = [quantity for quantity in quantities if not _is_subject(sentence, quantity, quantities)]
    quantities = sorted([*quantities, *counted_by_grammar(sentence, quantities, lexicon)], key=lambda q: q.first)
    frames: list[Frame] = []
    previous: Frame | None = None
    for order, quantity in enumerate(quantities):
        frame = _frame(sentence, quantities, order, previous, frames, lexicon)
        if frame is not None and not _is_doubtful(frame):
            _hedge_behind(sentence, frame)
            frames.append(frame)
            previous = frame
        elif not (_is_time_or_length(quantity) or _is_in_list(previous, quantity)):
            previous = None
    return frames


def _hedge_behind(sentence: list[Chunk], frame: Frame) -> None:
    """`مقتل جندي على الأقل`, `17 عنصرا قتلوا على الأقل`: the hedge that no number's own span holds."""
    quantity = frame.quantity
    behind = [quantity.last, *([frame.trigger + 1] if frame.how == "predicate" and frame.trigger is not None else [])]
    behind += [] if any(piece.number for piece in sentence[quantity.last : quantity.last + 2]) else [quantity.last + 1]
    hedged = any(tuple(piece.text for piece in sentence[at : at + 2]) == _AT_LEAST for at in behind)
    if hedged and quantity.bound == "exact" and quantity.low == quantity.high:
        quantity.bound, quantity.high = "at_least", None


def _is_subject(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity]) -> bool:
    """`قتل مسلحين ثمانية أشخاص`, `برصاص مهاجمين`: a noun in `ـين` that is who did it."""
    if quantity.bound == "ambiguous" and quantity.first and "agent" in sentence[quantity.first - 1].cues:
        return True
    if quantity.bound == "ambiguous" and sentence[quantity.first].preposition == "ل":
        return True  # سمح لمسلحين بالمرور
    number = sentence[quantity.first].number
    acting = number is not None and number.noun is not None and sentence[quantity.first].text.endswith("ان")
    acting = (
        acting
        and quantity.first > 0
        and any(
            reading.verb is not None and reading.trigger.role == "object"
            for reading in sentence[quantity.first - 1].triggers
        )
    )  # قتل مسلحان خمسة أشخاص
    end = quantity.last + _adjective_behind(sentence, quantity)
    follows = (quantity.last <= other.first <= end and not is_joined(sentence, other.first) for other in quantities)
    return ((quantity.bound == "ambiguous" or acting) and any(follows)) or (
        acting and has_object_ahead(sentence, end, quantities)
    )


def _adjective_behind(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`شابتان انتحاريتان`: a dual that tells of the pair before it."""
    piece = sentence[quantity.last] if quantity.last < len(sentence) else None
    if piece is None or piece.conjunction:
        return False
    dual = any(reading.form.number == "dual" for reading in piece.nouns)
    return dual or (piece.number is not None and piece.number.noun is not None)


def _is_doubtful(frame: Frame) -> bool:
    """A noun in `ـين` and a singular count only where an outcome is told of them."""
    quantity = frame.quantity
    uncertain = quantity.bound == "ambiguous" or quantity.singular
    if quantity.bound == "ambiguous" and not (quantity.others or quantity.role or quantity.parties):
        return True  # تشريد مدنيين: civilians, however many
    disarmed = frame.measure == "other" and quantity.unit == "weapon"  # إبطال عبوة ناسفة
    if frame.measure in ("strength", *_ACTS) and quantity.low == quantity.high == 1 and quantity.unit != "weapon":
        return True  # فكرا إرهابيا واحدا, ليست مجرد عملية واحدة
    return uncertain and frame.measure not in FLOWS and not disarmed


def _is_time_or_length(quantity: Quantity) -> bool:
    return quantity.noun is None and quantity.unit == "other"


def _is_in_list(previous: Frame | None, quantity: Quantity) -> bool:
    """Tell whether a thing that no table knows stands in a list of what was seized or destroyed."""
    return previous is not None and previous.measure in _THINGS_DONE and quantity.unit in _THINGS


def _frame(
    sentence: list[Chunk],
    quantities: list[Quantity],
    order: int,
    previous: Frame | None,
    frames: list[Frame],
    lexicon: Lexicon,
) -> Frame | None:
    quantity = quantities[order]
    after = quantities[order + 1].first if order + 1 < len(quantities) else len(sentence)
    struck = struck_so_often(sentence, quantity)
    struck = struck or next_in_order(sentence, quantity, frames)
    if struck is not None:
        return struck
    topic = topic_of_part(sentence, quantity) or among(sentence, quantity)
    if topic is not None and topic.measure == "wounded" and topic.how == "among":
        died = predicate(sentence, quantity, len(sentence))  # جنديين من بين الجرحى لقوا مصرعهم
        if died is not None and died.measure == "killed":
            return Frame(quantity, died.measure, "predicate", died.at, died.reading)
    if topic is not None:
        return topic
    if quantity.unit is None and is_joined(sentence, quantity.first - 1) and quantity.noun is None:
        people = people_of(sentence[quantity.first - 1])
        if people is not None:
            return Frame(quantity, people, "topic", quantity.first - 1)  # القتلى 31 ألفا، والجرحى 72 ألفا
    if previous is not None and (
        is_converted(sentence, quantity, previous) or is_second_level(sentence, quantity, previous)
    ):
        return Frame(quantity, previous.measure, "coordination", previous.trigger, previous.reading)
    pledged = in_row(sentence, quantity, previous)
    if pledged is not None:
        return pledged
    whole = whole_of(sentence, quantity, frames)
    own = quantity.measure
    if is_of_both(sentence, quantity, after):
        return Frame(quantity, "casualties", "noun", whole=whole)
    if own == "wounded" and _dies(sentence, quantity):
        own = "killed"
    if own == "held" and _flees(sentence, quantity, after):
        return Frame(quantity, "escaped", "noun", whole=whole)
    if own is not None and quantity.noun is not None and " " in quantity.noun.lemma and quantity.unit == "person":
        return Frame(quantity, own, "noun", whole=whole)  # 197 حالة اختطاف
    if own in _ACTS and is_foiled(sentence, quantity):
        return Frame(quantity, "other", "noun")
    if quantity.unit == "percent" and own in _ACTS and not is_change(sentence, quantity):
        return Frame(quantity, "other", "noun")  # 10% من العمليات الانتحارية
    if own in _STRONG:
        own = _own_measure(sentence, quantity, own)
        return Frame(quantity, own, "noun", whole=whole)
    within = toll_within(sentence, quantity, lexicon) or numbered(sentence, quantity)
    within = within or counted_cases(sentence, quantity, lexicon)
    within = within or still_there(sentence, quantity) or tallied(sentence, quantity, previous, lexicon)
    if within is not None:
        return within
    if own == "members":
        if _alliance_named(sentence, lexicon):
            quantity.unit = "country"
            return Frame(quantity, own, "noun")
        own = None
    if in_custody(sentence, quantity):
        return Frame(quantity, "held", "told of", whole=whole)
    suffered = befallen(sentence, quantity)
    if suffered is not None:
        return suffered
    penalty = penalty_of(sentence, quantity.first) if quantity.unit in (None, "person") else None
    if penalty is not None:
        return Frame(quantity, "sentenced", "verdict", penalty)
    left = governor(sentence, quantity, quantities, order)
    right = predicate(sentence, quantity, after)
    fallen = _fallen(sentence, quantity)
    if fallen is not None and own is None:
        return Frame(quantity, fallen, "noun", whole=whole)
    if right is not None and quantity.bound == "ambiguous" and is_of_two(right.reading):
        quantity.high, quantity.bound = quantity.low, "exact"  # فلسطينيين قتلا
        return Frame(quantity, right.measure, "predicate", right.at, right.reading, whole)
    freed = whole is not None and whole.measure == "released" and right is not None and right.measure in _TAKEN_BEFORE
    if right is not None and right.distance == 0 and is_of_many(right.reading) and not freed:
        return Frame(quantity, right.measure, "predicate", right.at, right.reading, whole)  # ملايين الأشخاص نزحوا
    joined = coordinated(sentence, quantity, previous)
    if own == "held" and joined and previous is not None and previous.measure in FLOWS:
        return Frame(quantity, "detained", "noun")
    if own == "detained" and _in_prisons(sentence, quantity):
        own = "held"
    came_out = own == "held" and any(
        piece.is_(*_COMES_OUT) for piece in sentence[max(0, quantity.first - 2) : quantity.first]
    )
    if own in ("held", "detained") and (came_out or names_exchange(sentence)):
        return Frame(quantity, "released", "noun", whole=whole)
    if own == "held" and right is not None and right.measure in _LEFT_CUSTODY and right.distance <= 2:
        return Frame(quantity, right.measure, "predicate", right.at, right.reading, whole)
    if own == "inhabitants" and is_in_need(sentence, quantity):
        return Frame(quantity, "other", "noun")
    if own in ("held", "inhabitants") and (left is None or left.measure in _STOCK_WORDS):
        return Frame(quantity, _in_camp(sentence, quantity.last, own), "noun")
    moved = left is not None and left.distance <= _NEAR and left.measure in FLOWS - {"detained"}
    if right is not None and right.measure == "held" and right.distance <= 2 and not moved:
        measure = _in_camp(sentence, right.at, right.measure)
        return Frame(quantity, measure, "predicate", right.at, right.reading, whole)
    if whole is not None and (left is None or left.at < whole.quantity.first):
        right_behind = right is not None and not any(piece.mark for piece in sentence[quantity.last : right.at])
        if (
            right is not None
            and right_behind
            and right.at - quantity.last <= 1
            and right.measure in FLOWS
            and not freed
        ):
            return Frame(quantity, right.measure, "predicate", right.at, right.reading, whole)
        return Frame(quantity, whole.measure, "part", whole.trigger, whole.reading, whole)
    adjacent = left is not None and (
        left.distance <= 1 or (right is not None and right.measure == "strength" and left.measure in FLOWS)
    )
    stopped = left is not None and right is not None and left.measure == "other" and right.measure == "attacks"
    if (
        right is not None
        and not adjacent
        and not stopped
        and not (joined and previous is not None and previous.measure in FLOWS and right.measure == "camp_population")
        and (left is None or left.distance > 3 or left.reading.verb is None)
    ):
        return Frame(quantity, right.measure, "predicate", right.at, right.reading)
    free = previous is not None and (left is None or left.at < previous.quantity.first)
    if joined and previous is not None and previous.how == "noun" and quantity.population in _UPROOTED:
        return Frame(quantity, "displaced", "noun")  # 350 ألف قتيل و7 ملايين لاجئ
    if free and is_taken_in(sentence, quantity):
        quantity.unit = quantity.unit or "person"
        return Frame(quantity, "wounded", "told of")  # قتل 29، و54 آخرون نقلوا إلى المستشفى
    other = own in _TAKEN_AWAY and previous is not None and previous.how == "noun"  # 452 مصابا و592 مختطفا
    if joined and previous is not None and free and fits(previous, quantity) and not other:
        return Frame(quantity, previous.measure, "coordination", previous.trigger, previous.reading, previous.whole)
    topic = tolled(sentence, quantity, quantities, order) if left is not None and left.measure == "strength" else None
    if topic is not None:
        return topic  # تضم قائمة القتلى 8 من القادة
    if previous is not None and left is not None and is_size(left.measure, left.at, quantity, previous):
        return Frame(quantity, previous.measure, "coordination", previous.trigger, previous.reading)
    if left is not None and "body" in sentence[left.at].cues and _is_exchange(sentence):
        return Frame(quantity, "other", "governor", left.at, left.reading)
    if left is not None and left.measure == "sentenced" and _is_carried_out(sentence, left):
        return Frame(quantity, "killed", "governor", left.at, left.reading)
    if left is not None and left.measure == "inhabitants" and quantity.population in _UPROOTED:
        return Frame(quantity, _in_camp(sentence, left.at, "displaced"), "governor", left.at, left.reading)
    if left is not None:
        measure = _in_camp(sentence, left.at, left.measure) if left.measure == "inhabitants" else left.measure
        if measure == "inhabitants" and quantity.population in _UPROOTED:
            measure = "displaced"  # يعيش 5 ملايين لاجئ في الدول المجاورة
        if (measure == "strength" and is_listed(sentence, quantity)) or (
            measure == "funding" and is_reward(sentence, quantity)
        ):
            measure = "other"
        return Frame(quantity, measure, "governor", left.at, left.reading)
    if right is not None:
        return Frame(quantity, right.measure, "predicate", right.at, right.reading)
    if own is not None:
        return Frame(quantity, own, "noun")
    if (
        previous is not None
        and quantity.noun is None
        and quantity.unit is None
        and sentence[quantity.first - 1].text == ":"
    ):
        return Frame(quantity, previous.measure, "part", previous.trigger, previous.reading, previous)
    if quantity.anaphor and frames:
        return Frame(quantity, frames[-1].measure, "part", frames[-1].trigger, frames[-1].reading, frames[-1])
    toll = tolled(sentence, quantity, quantities, order)
    if toll is None and uprooted(sentence, quantity) and is_of_conflict(sentence, quantity, lexicon):
        return Frame(quantity, "displaced", "told of")
    return toll


def _is_carried_out(sentence: list[Chunk], left: Governor) -> bool:
    """`نفذت الحكومة حكم الإعدام في 12 مدانا`: a sentence of death that is told to have been executed."""
    death = _DEATH in fold(left.reading.trigger.lemma)
    return death and any(piece.is_(*_CARRIES_OUT) for piece in sentence[max(0, left.at - _WITHIN) : left.at])


def _fallen(sentence: list[Chunk], quantity: Quantity) -> str | None:
    """`1100 مسلح قتيلا`: what the noun of an outcome behind the counted noun says of them."""
    counted = quantity.unit == "person" or (quantity.others and quantity.unit is None)
    if not counted or quantity.last >= len(sentence):
        return None
    for reading in sentence[quantity.last].nouns:
        specifies = reading.noun.measure in ("killed", "wounded") and not reading.stem.conjunction
        form = reading.form
        many = (form.accusative or form.number == "plural") and not reading.stem.article
        both = form.number == "dual" and quantity.low == _PAIR and not form.construct
        if specifies and (many or both):  # شرطيان مصابان, آخرون جرحى
            return reading.noun.measure
    return None


def _in_prisons(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`تضم السجون تسعة آلاف موقوف`: a stock of people held, not a count of arrests."""
    window = sentence[max(0, quantity.first - 8) : quantity.first]
    return any(reading.noun.measure == "facilities" for piece in window for reading in piece.nouns)


def _in_camp(sentence: list[Chunk], at: int, measure: str) -> str:
    """Residents of a camp who are described as held are its population (codebook)."""
    window = sentence if measure == "inhabitants" else sentence[at + 1 : at + 5]
    return "camp_population" if any(names_camp(piece) for piece in window) else measure


def _alliance_named(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    return any(key in lexicon.alliances & lexicon.parties for piece in sentence for key in piece.actors)


def _dies(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`توفي سبعة مصابين`, `وفاة جريح`: the wounded of whom their death is told."""
    return any(piece.is_(*_DIES) for piece in sentence[max(0, quantity.first - 2) : quantity.first])


def _flees(sentence: list[Chunk], quantity: Quantity, after: int) -> bool:
    """`فر 13 سجينا`, `تمكن 4 معتقلين من الفرار`: the imprisoned who got away."""
    ahead = sentence[max(0, quantity.first - 2) : quantity.first]
    for piece in reversed(sentence[max(0, quantity.first - _FLED) : quantity.first]):  # فر من سجن المدينة 13 سجينا
        if piece.mark or piece.number is not None or "clause" in piece.cues:
            break
        ahead.append(piece)
        if piece.triggers and not piece.nouns:
            break
    around = [*ahead, *sentence[quantity.last : min(after, quantity.last + _WITHIN)]]
    return any(stem.text in _FLEES for piece in around if not piece.mark for stem in stems(piece.words[0]))


def _is_exchange(sentence: list[Chunk]) -> bool:
    """Tell whether bodies are handed over: `تسليم جثث 11 عنصرا`; they may have died long before."""
    return any("exchange" in piece.cues for piece in sentence)


def _own_measure(sentence: list[Chunk], quantity: Quantity, own: str) -> str:
    """`قتيل وجريح` under one number are casualties; one dead beside one wounded is not."""
    if quantity.singular:
        return own
    if any("body" in piece.cues for piece in sentence[quantity.first : quantity.last]):
        return "other" if _is_exchange(sentence) else own
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    counted = [r for piece in sentence[quantity.first + 1 : quantity.last] if piece.conjunction for r in piece.nouns]
    if own == "killed" and any(reading.noun.measure == "wounded" and reading.stem.article for reading in counted):
        return "casualties"  # العشرات من القتلى والمصابين
    several = following.number.noun if following is not None and following.number is not None else None
    if own == "killed" and several == _WOUNDED and following is not None and following.text.startswith("وال"):
        return "casualties"  # العشرات من الشهداء والمصابين
    joined = own == "killed" and following is not None and following.conjunction and following.number is None
    if following is None or following.triggers:
        return own  # خمسة قتلى وإصابة آخرين
    one = (reading for reading in following.nouns if reading.noun.measure == "wounded")
    if joined and any(
        reading.form.number == "singular" or reading.stem.article for reading in one
    ):  # 12 قتيلا وجرحى: of the dead alone
        quantity.last += 1
        return "casualties"
    return own
