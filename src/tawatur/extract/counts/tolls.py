"""Tolls: bare numbers of what a definite plural before them names, and levels that it comes to.

`ارتفاع عدد القتلى إلى 31`, `عدد النازحين من 3 ملايين إلى 3.6`, `بلغ عدد من جرى اعتقالهم 340`.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.fates import said_of_people
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, TOLLED, completed
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity, is_known_dual, take_noun

_REACHES, _BY_SO_MANY = words_of("reaches"), words_of("by_so_many")
_RISES, _MULTIPLES = words_of("rises"), words_of("multiples")
_NUMBER = words_of("number_of")
_EXCEEDS = words_of("exceeds")
_LEAVES = words_of("leaves")
_FLED, _IN_NEED = words_of("those_who_fled"), words_of("those_in_need")
_DONE = ("تم", "تمت", "جري", "جرت", "يتم", "تتم")
_THOSE = ("من", "الذين", "اللذين")
#: Populations whose name, of several words, is chunked as one.
_UPROOTED = frozenset(("displaced", "refugees"))
#: Whose nouns for them tell of those who fight, all of whom are its strength.
_FIGHT = frozenset(("member", "armed_group", "state_forces"))
#: A noun of people of other nations, and what fighters stand in.
_FOREIGNER, _RANKS = "أجنبي", ("صفوف", "صفوفه", "صفوفها")
#: How far before a figure the plural stands that it is of, and one that `عدد` opens.
_NEAR, _FAR = 9, 24
#: How many words with their marks may tell of those whose number is told: `عدد «المدنيين السوريين» الذين`.
_TOLD_OF = 5
#: How far behind `الذين وثق` the word may stand for what befell them.
_DOCUMENTED = 5
#: How far before a figure the verb of its toll may stand where a time is between.
_TIMED = 9


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
