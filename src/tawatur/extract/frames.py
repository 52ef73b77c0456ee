"""Frames: what each quantity of a sentence counts, and the word that says so.

A quantity takes its measure from its own noun (`قتيل`, `غارة`), from a verb after it (`170 مدنيا قتلوا`), from a verb
or masdar that governs it (`مقتل 44 عنصرا`, `قتلت القوات 30`), by coordination from the quantity before it (`مقتل ضابط
وثلاثة جنود`), or from the whole that it is a part of (`57 قتيلا بينهم 12 طفلا`).
"""

from __future__ import annotations

from tawatur.extract.agreement import (
    are_several_people,
    flee_their_homes,
    has_own_object,
    has_own_subject,
    only_names_between,
    takes_object,
    tells_of_land,
)
from tawatur.extract.chunks import Chunk
from tawatur.extract.function_words import words_of
from tawatur.extract.government import FLOWS, TOLLED, completed, counts, is_joined, names_camp
from tawatur.extract.grammatical_counts import counted_by_grammar
from tawatur.extract.lexicon import Lexicon, TriggerReading
from tawatur.extract.quantities import Quantity

#: Nouns whose own measure holds whatever governs them; the measure of others is a default.
_STRONG = frozenset(
    ("killed", "wounded", "attacks", "airstrikes", "operations", "clashes", "nationalities", "facilities")
)
_JOINED = {
    frozenset(("killed", "wounded")): "casualties",
    frozenset(("killed", "detained")): "killed_or_detained",
    frozenset(("killed", "detained", "surrendered")): "killed_or_detained",
    frozenset(("killed", "detained", "wounded")): "casualties",
}
_STOCK_WORDS = frozenset(("strength", "escaped", "members", "beneficiaries"))
_REACHES = words_of("reaches")
_REACH = 16
_GAP = 9
_UPROOTED = frozenset(("displaced", "refugees"))


class Frame:
    """A quantity with its measure; `trigger` is the chunk that says it, `reading` how, `whole` what it is part of."""

    __slots__ = ("confidence", "how", "measure", "quantity", "reading", "trigger", "whole")

    def __init__(
        self,
        quantity: Quantity,
        measure: str,
        how: str,
        trigger: int | None = None,
        reading: TriggerReading | None = None,
        whole: Frame | None = None,
    ) -> None:
        self.quantity = quantity
        self.measure = measure
        self.how = how
        self.trigger = trigger
        self.reading = reading
        self.whole = whole


class _Candidate:
    __slots__ = ("at", "distance", "measure", "reading")

    def __init__(self, at: int, distance: int, measure: str, reading: TriggerReading) -> None:
        self.at = at
        self.distance = distance
        self.measure = measure
        self.reading = reading


def find_frames(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon) -> list[Frame]:
    """Return a frame for each quantity whose measure the sentence tells, and for outcomes counted by grammar."""
    quantities = [quantity for quantity in quantities if not _is_subject(sentence, quantity, quantities)]
    quantities = sorted([*quantities, *counted_by_grammar(sentence, quantities, lexicon)], key=lambda q: q.first)
    frames: list[Frame] = []
    previous: Frame | None = None
    for order, quantity in enumerate(quantities):
        frame = _frame(sentence, quantities, order, previous, frames, lexicon)
        if frame is not None and not _is_doubtful(frame):
            frames.append(frame)
            previous = frame
        elif not _is_time_or_length(quantity):
            previous = None
    return frames


def _is_subject(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity]) -> bool:
    """`قتل مسلحين ثمانية أشخاص`: a noun in `ـين` right before another quantity is who did it."""
    return quantity.bound == "ambiguous" and any(
        other.first == quantity.last and not is_joined(sentence, other.first) for other in quantities
    )


def _is_doubtful(frame: Frame) -> bool:
    """A noun in `ـين` counts only where an outcome is told of it."""
    return frame.quantity.bound == "ambiguous" and frame.measure not in FLOWS


def _is_time_or_length(quantity: Quantity) -> bool:
    return quantity.noun is None and quantity.unit == "other"


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
    whole = _whole(sentence, quantity, frames)
    own = quantity.measure
    if own in _STRONG:
        own = _own_measure(sentence, quantity, own)
        return Frame(quantity, own, "noun", whole=whole)
    if own == "members":
        if _alliance_named(sentence, lexicon):
            quantity.unit = "country"
            return Frame(quantity, own, "noun")
        own = None
    left = _governor(sentence, quantity, quantities, order)
    right = _predicate(sentence, quantity, after)
    coordinated = _coordinated(sentence, quantity, previous)
    if own == "held" and coordinated and previous is not None and previous.measure in FLOWS:
        return Frame(quantity, "detained", "noun")
    if own == "detained" and _in_prisons(sentence, quantity):
        own = "held"
    if own in ("held", "inhabitants") and (left is None or left.measure in _STOCK_WORDS):
        return Frame(quantity, _in_camp(sentence, quantity.last, own), "noun")
    if right is not None and right.measure == "held" and right.distance <= 2:
        measure = _in_camp(sentence, right.at, right.measure)
        return Frame(quantity, measure, "predicate", right.at, right.reading, whole)
    if whole is not None and (left is None or left.at < whole.quantity.first):
        if right is not None and right.distance <= 1 and right.measure in FLOWS:
            return Frame(quantity, right.measure, "predicate", right.at, right.reading, whole)
        return Frame(quantity, whole.measure, "part", whole.trigger, whole.reading, whole)
    adjacent = left is not None and left.distance <= 1
    if right is not None and not adjacent and (left is None or left.distance > 3 or left.reading.verb is None):
        return Frame(quantity, right.measure, "predicate", right.at, right.reading)
    free = previous is not None and (left is None or left.at < previous.quantity.first)
    if coordinated and previous is not None and previous.how == "noun" and quantity.population in _UPROOTED:
        return Frame(quantity, "displaced", "noun")  # 350 ألف قتيل و7 ملايين لاجئ
    if coordinated and previous is not None and free and _fits(previous, quantity):
        return Frame(quantity, previous.measure, "coordination", previous.trigger, previous.reading, previous.whole)
    topic = _tolled(sentence, quantity, quantities, order) if left is not None and left.measure == "strength" else None
    if topic is not None:
        return topic  # تضم قائمة القتلى 8 من القادة
    if left is not None:
        measure = _in_camp(sentence, left.at, left.measure) if left.measure == "inhabitants" else left.measure
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
    return _tolled(sentence, quantity, quantities, order)


def _in_prisons(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`تضم السجون تسعة آلاف موقوف`: a stock of people held, not a count of arrests."""
    window = sentence[max(0, quantity.first - 8) : quantity.first]
    return any(reading.noun.measure == "facilities" for piece in window for reading in piece.nouns)


def _in_camp(sentence: list[Chunk], at: int, measure: str) -> str:
    """Residents of a camp who are described as held are its population (codebook)."""
    window = sentence if measure == "inhabitants" else sentence[at + 1 : at + 5]
    return "camp_population" if any(names_camp(piece) for piece in window) else measure


def _tolled(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity], order: int) -> Frame | None:
    """`ارتفاع العدد الإجمالي للقتلى إلى 3216`: a bare number of what a definite plural before it names."""
    before = sentence[quantity.first - 1] if quantity.first else None
    led = before is not None and (
        before.is_(*_REACHES) or sentence[quantity.first].preposition == "ب" or before.nouns or "part" in before.cues
    )
    if quantity.unit not in (None, "person") or not led:
        return None
    start = max(quantities[order - 1].last if order else 0, quantity.first - 9)
    for at in range(quantity.first - 1, start - 1, -1):
        if sentence[at].verb_says:
            return None
        for reading in sentence[at].nouns:
            many = reading.form.number in ("plural", "ambiguous") and reading.stem.article
            if reading.noun.measure in TOLLED and many and (reading.noun.unit == "event") <= (quantity.unit is None):
                quantity.unit = reading.noun.unit
                return Frame(quantity, reading.noun.measure, "topic", at)
    return None


def _alliance_named(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    return any(key in lexicon.alliances for piece in sentence for key in piece.actors)


def _own_measure(sentence: list[Chunk], quantity: Quantity, own: str) -> str:
    """`قتيل وجريح` under one number are casualties."""
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    joined = own == "killed" and following is not None and following.conjunction and following.number is None
    if joined and following is not None and any(reading.noun.measure == "wounded" for reading in following.nouns):
        quantity.last += 1
        return "casualties"
    return own


def _whole(sentence: list[Chunk], quantity: Quantity, frames: list[Frame]) -> Frame | None:
    """Return the frame that a part belongs to: `بينهم`, `منهم` and the like stand just before the part, or join it."""
    at = quantity.first - 1
    if at >= 0 and "part" in sentence[at].cues:
        earlier = [frame for frame in frames if frame.quantity.last <= at + 1 and frame.whole is None]
        near = [frame for frame in earlier if at - frame.quantity.last <= 14]
        return near[-1] if near else None
    if frames and frames[-1].whole is not None and is_joined(sentence, quantity.first):
        gap = quantity.first - frames[-1].quantity.last
        if gap == 0 or (gap == 1 and sentence[quantity.first - 1].text == "و"):
            return frames[-1].whole
    return None


def _governor(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity], order: int) -> _Candidate | None:
    """Return the verb or masdar before the quantity that governs it."""
    start = quantities[order - 1].last if order else 0
    commas = 0
    distance = 0
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _REACH), -1):
        piece = sentence[at]
        if at < start:
            return None
        if piece.mark:
            if piece.text in ("؛", ";", ":", "؟") and distance:
                return None
            commas += piece.text in ("،", ",")
            continue
        if "clause" in piece.cues and not piece.triggers and distance > 0:
            return None
        candidate = _reads(sentence, at, quantity, distance, "before")
        if candidate is not None and (
            not commas or candidate.reading.verb is not None or candidate.reading.trigger.role == "topic"
        ):
            return candidate
        if _is_other_verb(piece) and distance > 0:
            return None
        distance += 1
    return None


def _is_other_verb(piece: Chunk) -> bool:
    return bool(piece.verb_says) and not piece.triggers and not piece.nouns


def _predicate(sentence: list[Chunk], quantity: Quantity, after: int) -> _Candidate | None:
    """Return the verb or participle after the quantity that is said of it: `170 مدنيا قتلوا`."""
    distance = 0
    skipping = False
    for at in range(quantity.last, min(len(sentence), quantity.last + _GAP + 8)):
        piece = sentence[at]
        if "part" in piece.cues:
            skipping = True
        if piece.number is not None and at >= after and not skipping:
            if not is_joined(sentence, at):
                return None
            skipping = True
        if piece.mark:
            if piece.text in ("،", ",", "؛", ";", ":", ".") and not skipping:
                return None
            continue
        taken_up = any(reading.pronoun and reading.verb is not None for reading in piece.triggers)
        if piece.conjunction and piece.triggers and not skipping and not taken_up:
            return None
        candidate = _reads(sentence, at, quantity, distance, "after")
        if candidate is not None:
            return candidate
        if piece.is_("ان") or (_is_other_verb(piece) and not skipping):
            return None
        if not skipping:
            distance += 1
        if distance > _GAP:
            return None
    return None


def _reads(sentence: list[Chunk], at: int, quantity: Quantity, distance: int, side: str) -> _Candidate | None:
    """Return how the chunk at `at` may state what the quantity counts, standing before or after it."""
    piece = sentence[at]
    for reading in piece.triggers:
        trigger = reading.trigger
        if not counts(trigger, quantity):
            continue
        if trigger.measure.startswith("territory") and not tells_of_land(sentence, quantity):
            continue
        if not _stands(sentence, at, reading, quantity, distance, side):
            continue
        measure = _joined_measure(sentence, at, trigger.measure, quantity)
        if measure == "escaped" and flee_their_homes(sentence, quantity):
            measure = "displaced"
        return _Candidate(at, distance, measure, reading)
    return None


def _stands(
    sentence: list[Chunk], at: int, reading: TriggerReading, quantity: Quantity, distance: int, side: str
) -> bool:
    """Tell whether the grammar lets the word govern the quantity from where it stands."""
    trigger, verb = reading.trigger, reading.verb
    if trigger.kind == "verb" and verb is not None:
        if trigger.role == "from_camp" and not any(names_camp(piece) for piece in sentence):
            return False
        if reading.pronoun and trigger.role == "object":
            if side == "before":  # مجموع من أعادتهم … 10241
                return at > 0 and sentence[at - 1].text == "من"
            return distance <= 10
        if not completed(sentence, at, trigger.lemma):
            return False
        if side == "before":
            if trigger.role == "subject" and _has_subject(sentence, at, quantity):
                return False
            return verb.form.number == "singular" or trigger.role == "object"
        if distance > 1 and verb.form.number == "singular" and are_several_people(quantity):
            return False  # آلاف المشيعين لمسعفة قتلت: people behind whom a verb stands take it in the plural
        if trigger.role == "subject":
            return True
        if trigger.measure not in FLOWS:
            return False
        return trigger.role == "object" and verb.form.voice != "active" and not takes_object(sentence, at)
    if trigger.kind == "participle":
        return side == "after" or distance <= 4
    if trigger.role == "topic":
        return side == "before"
    if side == "after":
        return False
    if reading.pronoun:
        return False
    if trigger.role == "from_camp" and not any(names_camp(piece) for piece in sentence):
        return False
    return distance <= (3 if trigger.kind == "masdar" else 6) or only_names_between(sentence, at + 1, quantity.first)


def _has_subject(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`سقط النظام … 8`: a definite noun right after a verb is its subject, and the number is not."""
    following = sentence[at + 1] if at + 1 < quantity.first else None
    return following is not None and not following.mark and following.text.startswith("ال") and not following.time


def _joined_measure(sentence: list[Chunk], at: int, measure: str, quantity: Quantity) -> str:
    """`قتل واعتقال نحو 50` and `قتلوا او اعتقلوا` are one number for both."""
    together = {measure}
    before = at < quantity.first
    step = -1 if before else 1
    here = at
    while True:
        link = here if before else here + 1
        neighbour = here + step
        if 0 <= neighbour < len(sentence) and sentence[neighbour].is_("او", "و", "ام"):
            neighbour += step
        elif not (0 <= link < len(sentence) and sentence[link].conjunction == "و"):
            break
        if not 0 <= neighbour < len(sentence):
            break
        other = next((r for r in sentence[neighbour].triggers if r.trigger.measure in FLOWS), None)
        if other is None or not counts(other.trigger, quantity):
            break
        if not before and has_own_object(sentence, neighbour):
            break
        linked = sentence[min(here, neighbour) + 1].is_("او", "ام")  # قتلت أو اعتقلت: one number whoever did it
        if before and not linked and other.verb is not None and has_own_subject(sentence, neighbour, other):
            break
        together.add(other.trigger.measure)
        here = neighbour
    return _JOINED.get(frozenset(together), measure)


def _coordinated(sentence: list[Chunk], quantity: Quantity, previous: Frame | None) -> bool:
    """Tell whether the quantity is joined to the one before it by `و` or a comma, with nothing of weight between."""
    if previous is None:
        return False
    between = sentence[previous.quantity.last : quantity.first]
    weighty = [
        piece
        for piece in between
        if not piece.mark and not piece.is_("و", "او", "مقابل") and not piece.places and piece.text not in ("في", "من")
    ]
    joined = is_joined(sentence, quantity.first) or any(
        piece.is_("و", "او") or piece.text in ("،", ",") for piece in between
    )
    most = 3 if previous.measure in ("destroyed", "seized") else 1
    return joined and len(weighty) <= most and not any(piece.verb_says or piece.triggers for piece in weighty)


def _fits(previous: Frame, quantity: Quantity) -> bool:
    if previous.reading is not None:
        return counts(previous.reading.trigger, quantity)
    return quantity.unit in (None, previous.quantity.unit)
