"""Frames: what each quantity of a sentence counts, and the word that says so.

A quantity takes its measure from its own noun (`قتيل`, `غارة`), from a verb after it (`170 مدنيا قتلوا`), from a verb or
masdar that governs it (`مقتل 44 عنصرا`, `قتلت القوات 30`), by coordination from the quantity before it (`مقتل ضابط
وثلاثة جنود`), or from the whole that it is a part of (`57 قتيلا بينهم 12 طفلا`).
"""

from __future__ import annotations

from tawatur.extract.chunks import Chunk
from tawatur.extract.lexicon import Lexicon, NounReading, TriggerReading
from tawatur.extract.quantities import Quantity
from tawatur.packs import Trigger

#: Nouns whose own measure holds whatever governs them; the measure of others is a default.
_STRONG = frozenset(
    ("killed", "wounded", "attacks", "airstrikes", "operations", "clashes", "nationalities", "facilities")
)
_FLOWS = frozenset(
    (
        "killed", "wounded", "casualties", "detained", "neutralized", "abducted", "missing", "surrendered", "released",
        "escaped", "displaced", "returned", "repatriated", "sentenced", "trained", "destroyed", "seized", "stolen",
    )
)  # fmt: skip
_JOINED = {
    frozenset(("killed", "wounded")): "casualties",
    frozenset(("killed", "detained")): "killed_or_detained",
    frozenset(("killed", "detained", "surrendered")): "killed_or_detained",
    frozenset(("killed", "detained", "wounded")): "casualties",
}
_REACH = 16
_GAP = 7


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


def find_frames(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon, *, headline: bool) -> list[Frame]:
    """Return a frame for each quantity whose measure the sentence tells, and for outcomes counted by grammar."""
    quantities = sorted([*quantities, *_counted_by_grammar(sentence, quantities, lexicon)], key=lambda q: q.first)
    frames: list[Frame] = []
    previous: Frame | None = None
    for order, quantity in enumerate(quantities):
        frame = _frame(sentence, quantities, order, previous, frames, lexicon, headline=headline)
        if frame is not None:
            frames.append(frame)
            previous = frame
        elif not _is_time_or_length(quantity):
            previous = None
    return frames


def _is_time_or_length(quantity: Quantity) -> bool:
    return quantity.noun is None and quantity.unit == "other"


def _frame(
    sentence: list[Chunk],
    quantities: list[Quantity],
    order: int,
    previous: Frame | None,
    frames: list[Frame],
    lexicon: Lexicon,
    *,
    headline: bool,
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
    if whole is not None and (left is None or left.at < whole.quantity.first):
        if right is not None:
            return Frame(quantity, right.measure, "predicate", right.at, right.reading, whole)
        return Frame(quantity, whole.measure, "part", whole.trigger, whole.reading, whole)
    adjacent = left is not None and left.distance <= 1
    if right is not None and not adjacent and (left is None or left.distance > 3 or left.reading.verb is None):
        return Frame(quantity, right.measure, "predicate", right.at, right.reading)
    coordinated = _coordinated(sentence, quantity, previous)
    if coordinated and previous is not None and (left is None or left.at < previous.quantity.first):
        if _fits(previous, quantity):
            return Frame(quantity, previous.measure, "coordination", previous.trigger, previous.reading, previous.whole)
    if left is not None:
        return Frame(quantity, left.measure, "governor", left.at, left.reading)
    if right is not None:
        return Frame(quantity, right.measure, "predicate", right.at, right.reading)
    if own is not None:
        return Frame(quantity, own, "noun")
    return None


def _alliance_named(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    return any(key in lexicon.alliances for piece in sentence for key in piece.actors)


def _own_measure(sentence: list[Chunk], quantity: Quantity, own: str) -> str:
    """`قتيل وجريح` under one number are casualties."""
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    if own == "killed" and following is not None and following.conjunction and following.number is None:
        if any(reading.noun.measure == "wounded" for reading in following.nouns):
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


def is_joined(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is joined by `و` to what stands before it."""
    return bool(sentence[at].conjunction) or (at > 0 and sentence[at - 1].text == "و")


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
        if candidate is not None and (not commas or candidate.reading.verb is not None):
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
        if piece.number is not None and not skipping and at >= after:
            return None
        if piece.mark:
            if piece.text in ("،", ",", "؛", ";", ":", ".") and not skipping:
                return None
            continue
        if piece.conjunction and piece.triggers and not skipping:
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
        if not _counts(trigger, quantity):
            continue
        if not _stands(sentence, at, reading, quantity, distance, side):
            continue
        measure = _joined_measure(sentence, at, trigger.measure, quantity)
        return _Candidate(at, distance, measure, reading)
    return None


def _stands(
    sentence: list[Chunk], at: int, reading: TriggerReading, quantity: Quantity, distance: int, side: str
) -> bool:
    """Tell whether the grammar lets the word govern the quantity from where it stands."""
    trigger, verb = reading.trigger, reading.verb
    if trigger.kind == "verb" and verb is not None:
        if reading.pronoun and trigger.role == "object":
            return side == "after" and distance <= 6
        if not _completed(sentence, at, trigger.lemma):
            return False
        if side == "before":
            return verb.form.number == "singular" or trigger.role == "object"
        if trigger.role == "subject":
            return True
        return trigger.role == "object" and verb.form.voice != "active" and verb.form.number != "dual"
    if trigger.kind == "participle":
        return side == "after" or distance <= 4
    if trigger.role == "topic":
        return side == "before"
    if side == "after":
        return False
    if reading.pronoun:
        return False
    return distance <= (3 if trigger.kind == "masdar" else 6) or _only_names_between(sentence, at + 1, quantity.first)


def _completed(sentence: list[Chunk], at: int, lemma: str) -> bool:
    """Tell whether the words that complete a verb (`لقي … مصرعهم`) follow it within its clause."""
    from tawatur.arabic import fold  # noqa: PLC0415

    rest = fold(lemma).split()[1:]
    if not rest:
        return True
    window = sentence[at + 1 : at + 1 + _REACH]
    return all(any(word in piece.text for piece in window) for word in rest)


def _only_names_between(sentence: list[Chunk], first: int, last: int) -> bool:
    return all(
        piece.actors
        or piece.places
        or piece.state
        or piece.heads
        or piece.nouns
        or piece.time
        or piece.text in ("في", "من")
        for piece in sentence[first:last]
    )


def _counts(trigger: Trigger, quantity: Quantity) -> bool:
    """Tell whether a trigger may count the quantity's unit; a bare number is taken for people, by outcomes only."""
    objects, unit = trigger.objects, quantity.unit
    if unit is None:
        return trigger.measure in _FLOWS and any(name in ("person", "household") for name in objects)
    if unit == "percent":
        return "percent" in objects
    if unit.isupper() and len(unit) == 3:
        return "currency" in objects
    if unit == "other" and isinstance(quantity.low, float) and quantity.low < 1:
        return "fraction" in objects
    return unit in objects


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
        other = next((r for r in sentence[neighbour].triggers if r.trigger.measure in _FLOWS), None)
        if other is None or not _counts(other.trigger, quantity):
            break
        if not before and _has_own_object(sentence, neighbour):
            break
        if before and other.verb is not None and _has_own_subject(sentence, neighbour, other):
            break
        together.add(other.trigger.measure)
        here = neighbour
    return _JOINED.get(frozenset(together), measure)


def _has_own_subject(sentence: list[Chunk], at: int, reading: TriggerReading) -> bool:
    """Tell whether a verb belongs to what stands before it: `170 مدنيا قتلوا وأصيب العشرات`."""
    before = sentence[at - 1] if at else None
    plural = reading.verb is not None and reading.verb.form.number != "singular"
    return plural or (before is not None and bool(before.nouns or before.state or before.number))


def _has_own_object(sentence: list[Chunk], at: int) -> bool:
    return any(piece.number is not None or piece.is_("اخرين", "اخرون", "اخر") for piece in sentence[at + 1 : at + 4])


def _coordinated(sentence: list[Chunk], quantity: Quantity, previous: Frame | None) -> bool:
    """Tell whether the quantity is joined to the one before it by `و` or a comma, with nothing of weight between."""
    if previous is None:
        return False
    between = sentence[previous.quantity.last : quantity.first]
    weighty = [
        piece
        for piece in between
        if not piece.mark and not piece.is_("و", "او") and not piece.places and piece.text not in ("في", "من")
    ]
    joined = is_joined(sentence, quantity.first) or any(
        piece.is_("و", "او") or piece.text in ("،", ",") for piece in between
    )
    return joined and len(weighty) <= 1 and not any(piece.verb_says or piece.triggers for piece in weighty)


def _fits(previous: Frame, quantity: Quantity) -> bool:
    if previous.reading is not None:
        return _counts(previous.reading.trigger, quantity)
    return quantity.unit in (None, previous.quantity.unit)


def _counted_by_grammar(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """Return the singulars (and bare `آخرين`) that an outcome counts: `مقتل جندي`, `تدمير دبابة`, `وإصابة آخر`."""
    covered = {at for quantity in quantities for at in range(quantity.first, quantity.last)}
    found: list[Quantity] = []
    for at, piece in enumerate(sentence):
        if at in covered or piece.mark:
            continue
        if not _is_outcome(sentence, at, covered, found):
            continue
        quantity = _singular(sentence, at, lexicon)
        if quantity is not None and _outcome_counts(sentence, at, quantity):
            found.append(quantity)
            covered.update(range(quantity.first, quantity.last))
    return found


_OUTCOMES = frozenset(("killed", "wounded", "detained", "abducted", "destroyed", "neutralized", "released", "missing"))


def _is_outcome(sentence: list[Chunk], at: int, covered: set[int], found: list[Quantity]) -> bool:
    """Tell whether an outcome's word stands right before `at`, or an outcome just counted is joined to it by `و`."""
    piece = sentence[at]
    if at and not piece.conjunction:
        before = sentence[at - 1]
        readings = [r for r in before.triggers if r.trigger.measure in _OUTCOMES and not r.pronoun]
        masdar = any(r.verb is None and r.trigger.kind == "masdar" for r in readings) and not before.definite
        passive = any(
            r.verb is not None and r.verb.form.voice != "active" and r.trigger.role == "object" for r in readings
        )
        subject = any(r.verb is not None and r.trigger.role == "subject" for r in readings)
        phrase = any(r.trigger.kind == "phrase" and r.trigger.role == "object" for r in readings)
        if (at - 1) not in covered and (masdar or passive or subject or phrase):
            return True
    return bool(piece.conjunction) and any(quantity.last == at for quantity in found)


def _outcome_counts(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """Tell whether the outcome's word before a singular may count it (`تفجير انتحاري` counts no bomber)."""
    if sentence[at].conjunction or at == 0:
        return True
    return any(
        _counts(reading.trigger, quantity)
        for reading in sentence[at - 1].triggers
        if reading.trigger.measure in _OUTCOMES
    )


def _singular(sentence: list[Chunk], at: int, lexicon: Lexicon) -> Quantity | None:
    piece = sentence[at]
    quantity = Quantity(at, at + 1)
    quantity.number_tokens = (piece.first, piece.last)
    quantity.singular = True
    word = piece.text.removeprefix(piece.conjunction) if piece.conjunction else piece.text
    if word in ("اخر", "اخري"):
        quantity.low = quantity.high = 1
        quantity.others = True
        return quantity
    if word in ("اخرين", "اخرون"):
        quantity.low, quantity.bound, quantity.others = 2, "ambiguous", True
        return quantity
    reading = _indefinite_singular(piece)
    if reading is None:
        return None
    noun = lexicon.noun_of(reading.form.lemma, tuple(p.text for p in sentence[at + 1 : at + 3])) or reading.noun
    if noun.measure or noun.unit in ("event", "country", "other"):
        return None
    quantity.noun, quantity.unit, quantity.low, quantity.high = noun, noun.unit, 1, 1
    if noun.of in ("member", "armed_group", "state_forces"):
        quantity.role = noun.of
    elif noun.of:
        quantity.population = noun.of
    from tawatur.extract.quantities import _modifiers  # noqa: PLC0415

    _modifiers(quantity, sentence, lexicon)
    return quantity


def _indefinite_singular(piece: Chunk) -> NounReading | None:
    for reading in piece.nouns:
        if reading.form.number == "singular" and not reading.stem.article and not reading.stem.preposition:
            return reading
    return None
