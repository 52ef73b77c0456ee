"""Agreement: whether a verb beside a quantity is said of it, or has a subject or object of its own."""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, names_camp
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity

_SEVERAL = 3
#: How far behind a share the name of the land may stand: `نصف الغوطة`.
_BEHIND = 3
#: So many who flee are no prisoners.
_A_PEOPLE = 1000
#: So many of a party's are its people.
_A_NATION = 50_000
#: How far behind a subject its object may stand.
_OBJECT_WITHIN = 5
#: How far behind a verb of leaving the name of what is left may stand.
_LEFT_WITHIN = 8
_UPROOTED = frozenset(("refugees", "displaced"))
#: Commas, and how many chunks may stand before the first and between two that set an insertion apart.
_COMMAS, _INSERTED = ("،", ","), 10
_PRISON = words_of("prison_named")
_LIVES, _PERILS = words_of("lives"), words_of("perils")
#: How far behind those who are saved what they are saved from may stand.
_PERIL_WITHIN = 2
#: What a share is of that is told before.
_OF_IT = frozenset(("منها", "منه"))
#: The country told of, as a whole of which a share is held.
_COUNTRY, _ONE_MORE = "البلاد", 2


def flee_their_homes(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`مئات المدنيين فروا من المدينة`: who is no fighter escapes only from custody, which the sentence then names."""
    behind = sentence[quantity.last : quantity.last + 2]
    if quantity.measure == "held" or (len(behind) > 1 and behind[0].is_("من") and behind[1].words[0] in _PRISON):
        return False  # هرب من السجن أربعة آلاف سجين، فر 300 داعشي من سجن كذا
    families = quantity.unit == "household"
    so_many = isinstance(quantity.low, int | float) and quantity.low >= _A_PEOPLE
    a_nation = isinstance(quantity.low, int | float) and quantity.low >= _A_NATION
    if so_many and not quantity.role and (a_nation or not quantity.parties):
        return True  # فر 5.6 مليون آخرين, 700 ألف من الروهينغا
    counted = sentence[quantity.first : quantity.last + 2]
    if any(reading.noun.lemma == "ساكن" for piece in counted for reading in piece.nouns):
        return True  # فر الآلاف من سكان المنطقة
    if not families and (quantity.population is None or quantity.role is not None):
        return False
    if families or quantity.population in _UPROOTED:
        return True  # آلاف اللاجئين من أبناء المخيم فروا
    held = any(piece.names("facility") for piece in sentence)
    return not held and not any(names_camp(piece) for piece in sentence)


def leave_their_town(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`خرج 12 ألف مدني من الغوطة`: civilians or families, and a place that is named right behind `من`."""
    civil = quantity.unit == "household" or quantity.population == "civilians" or quantity.population in _UPROOTED
    behind = sentence[at + 1 : at + 1 + _LEFT_WITHIN]
    left = (then for one, then in pairwise(behind) if one.is_("من"))
    return civil and any(piece.places or piece.cues & {"place_noun", "territory"} for piece in left)


def are_led_out(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`إخراج 1600 مدني من الأحياء المحاصرة`: civilians or families, whom nobody digs out (`من تحت الأنقاض`)."""
    civil = quantity.unit == "household" or quantity.population == "civilians" or quantity.population in _UPROOTED
    behind = sentence[quantity.last : quantity.last + _LEFT_WITHIN]
    return civil and not any(piece.is_("تحت") for piece in behind)


def is_rescued(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`إنقاذ حياة اثنين`, `إنقاذ خمسة أشخاص من الغرق`: who is saved from death or a peril, and was nobody's captive."""
    behind = sentence[quantity.last : quantity.last + _PERIL_WITHIN]
    lives = at + 1 < len(sentence) and sentence[at + 1].is_(*_LIVES)
    return lives or any(piece.is_(*_PERILS) for piece in behind)


def has_object_ahead(sentence: list[Chunk], after: int, quantities: list[Quantity]) -> bool:
    """`قتل انتحاري الثلاثاء 11 شخصا`, `قتل تفجيران في بغداد 17 شخصا`: whom a subject did it to, place and time between.

    `after` is the chunk behind the subject.
    """
    people = next((one for one in quantities if one.first >= after and not one.singular), None)
    if people is None or people.first - after > _OBJECT_WITHIN or people.unit != "person":
        return False
    led = sentence[people.first].preposition or sentence[people.first].conjunction or people.measure
    if led or not people.number_tokens or people.bound == "ambiguous" or people.low == 1:
        return False
    between = sentence[after : people.first]
    if between and between[-1].text == "،":
        between = between[:-1]  # قتل انتحاري في بلدة حدودية، 32 شخصا
    if between and between[-1].is_("في", "من", "الي", "علي", "مع", "بين", "و"):
        return False
    return not any(p.mark or p.conjunction or p.triggers or p.verb_says or "clause" in p.cues for p in between)


def are_several_people(quantity: Quantity) -> bool:
    """Tell whether a quantity is of three persons or more: a verb behind them stands in the plural."""
    return quantity.unit == "person" and isinstance(quantity.low, int | float) and quantity.low >= _SEVERAL


def tells_of_land(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether a share or an area is of land: its unit is square, or the sentence names land and no distance.

    `500 كيلومتر مربع` is; `60 كيلومترا شمال الموصل` is how far a place lies.
    """
    if quantity.unit == "km2":
        if quantity.noun is None or " " in quantity.noun.lemma:
            return True
        following = sentence[quantity.last] if quantity.last < len(sentence) else None
        if following is not None and any(cue.startswith("side:") for cue in following.cues):
            return False
    behind = sentence[quantity.last : quantity.last + _BEHIND]
    if quantity.unit == "percent" and any(
        piece.text in _OF_IT for piece in sentence[quantity.last - 1 : quantity.last + 1]
    ):
        return True  # السيطرة على 80 في المئة منها
    of_country = any(piece.is_(_COUNTRY) for piece in sentence[quantity.first + 1 : quantity.last + _ONE_MORE])
    return of_country or any("territory" in piece.cues for piece in sentence) or any(piece.places for piece in behind)


def takes_object(sentence: list[Chunk], at: int) -> bool:
    """`مسلحون يحتجزون 4 آلاف عائلة`: a verb with its own object after it is active."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return (
        following is not None
        and not following.conjunction
        and not following.preposition
        and (following.number is not None or any(not reading.stem.preposition for reading in following.nouns))
    )


def only_names_between(sentence: list[Chunk], first: int, last: int) -> bool:
    """Tell whether nothing but names, nouns and times stands in chunks `[first, last)`."""
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


def has_own_subject(sentence: list[Chunk], at: int, reading: TriggerReading) -> bool:
    """Tell whether a verb belongs to what stands before it: `170 مدنيا قتلوا وأصيب العشرات`."""
    before = sentence[at - 1] if at else None
    plural = reading.verb is not None and reading.verb.form.number != "singular"
    return plural or (before is not None and bool(before.nouns or before.state or before.number or before.actors))


def done_alike(sentence: list[Chunk], at: int, behind: int, reading: TriggerReading) -> bool:
    """`الألغام قتلت وأصابت 246`: two verbs side by side, alike in form, with one subject, no person, and one object.

    In `إن جنديا قتل وأصيب خمسة` the first is said of whom it killed.
    """
    first, other = reading.verb, sentence[behind]
    if first is None or behind != at + 1 or reading.trigger.role != "object" or first.form.voice == "passive":
        return False
    if first.form.number == "plural":
        several = {second.verb.form.number for second in other.triggers if second.verb is not None}
        return "plural" in several and not any(noun.noun.unit == "person" for noun in sentence[at - 1].nouns if at)
    if first.form.number != "singular":
        return False
    if at and any(noun.noun.unit == "person" for noun in sentence[at - 1].nouns):
        return False
    return any(
        second.verb is not None
        and second.verb.form.voice != "passive"
        and second.trigger.role == "object"
        and (second.verb.form.number, second.verb.form.gender) == (first.form.number, first.form.gender)
        for second in other.triggers
    )


def has_own_object(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a number or others follow a verb closely: those are what it counts."""
    return any(piece.number is not None or piece.is_("اخرين", "اخرون", "اخر") for piece in sentence[at + 1 : at + 4])


def inserted_behind(sentence: list[Chunk], at: int) -> range:
    """`إن مزارعا، في الـ27 من العمر، قتل`: what stands between commas, the first of them not far behind a chunk."""
    near = range(at, min(len(sentence), at + _INSERTED))
    opened = next((on for on in near if sentence[on].text in _COMMAS), None)
    if opened is None:
        return range(0)
    far = range(opened + 1, min(len(sentence), opened + _INSERTED))
    closed = next((on for on in far if sentence[on].text in _COMMAS), None)
    return range(opened, closed + 1) if closed is not None else range(0)


def is_of_two(reading: TriggerReading) -> bool:
    """`قتلا`: tell whether a verb says something of two."""
    return reading.verb is not None and reading.verb.form.number == "dual"


def is_of_many(reading: TriggerReading) -> bool:
    """`نزحوا`: tell whether a verb tells the outcome of several."""
    outcome = reading.trigger.measure in FLOWS and not reading.pronoun
    return outcome and reading.verb is not None and reading.verb.form.number == "plural"
