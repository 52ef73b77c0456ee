"""Counts that no number word carries: a singular, or a bare `آخرين`, that an outcome counts (codebook, 2).

`مقتل جندي`, `تدمير دبابة ومبنى`, `دمرت القوة مخزنا`, `إن جنديا قتل`, `وإصابة آخر`.
"""

from __future__ import annotations

from tawatur.extract.counts.agreement import has_object_ahead, inserted_behind
from tawatur.extract.counts.coordination import is_added
from tawatur.extract.counts.lists.rows import joins_counted, joins_uncounted
from tawatur.extract.counts.modifiers import take_modifiers
from tawatur.extract.counts.parts import people_of
from tawatur.extract.counts.people.sufferings import befallen
from tawatur.extract.counts.singles.behind_subjects import object_behind_subject, one_behind_subject
from tawatur.extract.counts.singles.beside_names import joins_named
from tawatur.extract.counts.singles.definite_ones import definite_fallen, definite_singular
from tawatur.extract.counts.singles.objects import (
    is_definite_man,
    led_by_l,
    object_after_subject,
    reached_by,
    stops_weapons,
    struck_by,
)
from tawatur.extract.counts.singles.postponed import is_postponed
from tawatur.extract.counts.singles.told_of_one import (
    before_adverbs,
    felled,
    is_told_in_it,
    one_fallen,
    one_of_many,
    takes_lives,
    tells_of_kin,
    told_behind,
)
from tawatur.extract.counts.singles.verdicts import penalty_of
from tawatur.extract.counts.singles.wreckage import is_wrecked
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import counts, is_joined, is_purpose, only_wished
from tawatur.extract.phrases.lexicon import Lexicon, NounReading, TriggerReading
from tawatur.extract.phrases.name_lists import is_age
from tawatur.extract.phrases.person_names import is_nom_de_guerre, name_after
from tawatur.extract.phrases.quantity import Quantity, take_noun
from tawatur.packs import Noun

_OUTCOMES = frozenset(("surrendered",)).union(
    ("killed", "wounded", "detained", "abducted", "destroyed", "neutralized", "released", "missing", "seized")
)
_THAT = (*words_of("that"), *words_of("so_that"))
_CALLED = words_of("called")
_NUMBER_OF = words_of("number_of")
#: What counts no one: how an attack is told whose attacker dies, and what befalls a president who is ousted.
_NOT_OF_ONE = ("فجر نفس", "إطاحة", "أطاح")
_OTHERS = frozenset(("اخر", "اخري", "اخرين", "اخرون"))
#: Units whose definite singular is one that befell something.
_ONE = frozenset(("person", "vehicle", "site", "facility"))
_EDITORS = words_of("before_editing")
_IN_FRONT = words_of("in_front")
_LIVES = ("بحياة", "بارواح")
_QUOTES = ('"', "«", "(")
_TO_THEM = frozenset(("بهم", "بهن", "بهما"))
_ENDS = (";", "؛", ":", "؟")
#: Ordinals that stand for one more of those just counted.
_ONE_MORE = words_of("one_more")
#: How far behind a subject its passive verb may stand.
_PASSIVE = 12
#: What has befallen those of whom something else is told: `مقتل أسير`.
_BEFALLEN = frozenset(("wounded", "held", "detained", "abducted", "displaced"))
_BEFALL = frozenset(("killed", "released"))
_UPROOTED = "displaced"
_FALLEN = ("killed", "wounded")
#: How many chunks a verb and its subject have at least.
_SUBJECT_AND_VERB = 2


def counted_by_grammar(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """Return the singulars (and bare `آخرين`) of a sentence that an outcome counts."""
    covered = {at for quantity in quantities for at in range(quantity.first, quantity.last)}
    found: list[Quantity] = []
    for at, piece in enumerate(sentence):
        if at in covered or piece.mark or piece.number is not None or piece.time is not None:
            continue
        one = one_of_many(sentence, at, lexicon)
        if (
            not (piece.nouns or piece.state or one or _is_mother(sentence, at))
            and piece.text.removeprefix(piece.conjunction) not in _OTHERS
            and not piece.is_(*_ONE_MORE)
        ):
            continue
        quantity = _one(sentence, at, one, at + 2) if one is not None else _singular(sentence, at, lexicon)
        if quantity is None or not _is_counted(sentence, at, quantity, covered, [*quantities, *found], lexicon):
            continue
        take_modifiers(quantity, sentence, lexicon)
        found.append(quantity)
        covered.update(range(quantity.first, quantity.last))
    return found


def _one(sentence: list[Chunk], at: int, reading: NounReading, last: int) -> Quantity:
    """Return the count of one, of what a noun tells: chunks `[at, last)`."""
    quantity = Quantity(at, last)
    quantity.number_tokens = (sentence[at].first, sentence[last - 1].last)
    quantity.singular, quantity.low, quantity.high = True, 1, 1
    take_noun(quantity, reading.noun)
    if reading.form.possessed and quantity.population == "men":
        quantity.population, quantity.role = None, "member"  # أحد رجاله
    forces = sentence[last - 1].actors if not sentence[last - 1].nouns else ()
    quantity.parties = [(forces[0], sentence[last - 1])] if forces else quantity.parties  # أحد رجال الشرطة
    return quantity


def _singular(sentence: list[Chunk], at: int, lexicon: Lexicon) -> Quantity | None:
    piece = sentence[at]
    fell = felled(sentence, at)
    if fell is not None:
        return _one(sentence, at, fell, at + 1)
    one_dead = one_fallen(sentence, at)
    if one_dead is not None:
        return _one(sentence, at, one_dead, at + 1)
    quantity = Quantity(at, at + 1)
    quantity.number_tokens = (piece.first, piece.last)
    quantity.singular = True
    word = piece.text.removeprefix(piece.conjunction) if piece.conjunction else piece.text
    if word in ("اخر", "اخري") or (piece.is_(*_ONE_MORE) and _follows_outcome(sentence, at)):
        if not _stands_alone(sentence, at):
            return None  # آخر معاقله: the last of them
        quantity.low = quantity.high = 1
        quantity.others = True
        return quantity
    if word in ("اخرين", "اخرون"):
        quantity.low, quantity.bound, quantity.others = 2, "ambiguous", True
        return quantity
    in_front = piece.text.removeprefix(piece.conjunction).startswith(_IN_FRONT)  # أمامها
    reading = _indefinite_singular(piece) if not in_front else None
    of_that_nation = at + 1 < len(sentence) and sentence[at + 1].text == "الجنسية"
    if reading is None and not piece.nouns and _is_singular_nisba(piece, lexicon) and not of_that_nation:  # مقتل مصري
        quantity.unit, quantity.low, quantity.high, quantity.state = "person", 1, 1, piece.state
        quantity.state_words = (piece.first, piece.last)
        return quantity
    if reading is None and _is_mother(sentence, at):
        quantity.unit, quantity.low, quantity.high = "person", 1, 1
        return quantity
    if reading is None:
        reading = definite_singular(sentence, at, lexicon) or _definite_object(sentence, at, lexicon)
        reading = reading or led_by_l(sentence, at, sentenced=penalty_of(sentence, at) is not None)
    if reading is None or _is_title(sentence, at, lexicon):
        return None
    noun = lexicon.noun_of(reading.form.lemma, tuple(p.text for p in sentence[at + 1 : at + 3])) or reading.noun
    if noun.measure == "members" and noun.unit == "person":
        noun = Noun(noun.lemma, noun.plural, noun.gender, noun.unit, noun.of, None, noun.source)  # مقتل عضو في الحزب
    if (noun.measure and not _dies_as(sentence, at, noun)) or noun.unit in ("event", "country", "other", "km2"):
        return None
    count = 2 if _is_dual_construct(sentence, at) else 1
    quantity.noun, quantity.unit, quantity.low, quantity.high = noun, noun.unit, count, count
    if noun.of in ("member", "armed_group", "state_forces"):
        quantity.role = noun.of
    elif noun.of:
        quantity.population = noun.of
    return quantity


def _follows_outcome(sentence: list[Chunk], at: int) -> bool:
    """`مقتل جنديين وإصابة ثالث`: an ordinal right behind an outcome is one more, no third of something."""
    return at > 0 and any(reading.trigger.measure in _OUTCOMES for reading in sentence[at - 1].triggers)


def _is_mother(sentence: list[Chunk], at: int) -> bool:
    """`قتلت أم وطفلها`, `لغم يقتل أما`: a mother, told right behind an outcome; else `أم` is `or`, `أما` opens."""
    if at == 0 or not sentence[at - 1].triggers:
        return False
    piece = sentence[at]
    if at + 1 < len(sentence) and any(reading.verb is not None for reading in sentence[at + 1].triggers):
        return False  # قتل أم جرح
    mother = "kunya" in piece.cues and len(piece.words) == 1 and not is_nom_de_guerre(sentence, at)
    return mother or piece.is_("اما")


def _dies_as(sentence: list[Chunk], at: int, noun: Noun) -> bool:
    """`مقتل أسير`, `قتل جريحا`: one of the wounded or captive whom something else befell."""
    before = sentence[at - 1].triggers if at else ()
    befallen = noun.unit == "person" and noun.measure in _BEFALLEN
    told = any(r.trigger.measure in _BEFALL and r.trigger.measure != noun.measure for r in before)
    if noun.measure != _UPROOTED or told:
        return befallen and told
    alike = any(reading.noun.measure == _UPROOTED for reading in sentence[at - 1].nouns) if at else False
    return befallen and not (alike and is_joined(sentence, at))  # اعتقال لاجئ; 90 ألف لاجئ ونازح: of one number


def _definite_object(sentence: list[Chunk], at: int, lexicon: Lexicon) -> NounReading | None:
    """`قتلت قوات الأمن المسلح`, `أن المهاجم قتل`, `وأصيب السائق`: one whom the text told of; no title of a name."""
    fallen = definite_fallen(sentence, at)
    if fallen is not None and name_after(sentence, at, set(), lexicon) is None:
        return fallen
    if (
        (at < _SUBJECT_AND_VERB and sentence[at - 1].text not in _THAT)
        or not is_definite_man(sentence[at])
        or name_after(sentence, at, set(), lexicon) is not None
    ):
        return None
    return sentence[at].nouns[0]


def _is_title(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """`اختطاف وزير الدفاع محمود`, `مقتل شابة تدعى فلانة`: who has a name behind the noun is counted by that name."""
    person = any(reading.noun.unit == "person" for reading in sentence[at].nouns)
    return person and name_after(sentence, at, set(), lexicon) is not None


def _is_dual_construct(sentence: list[Chunk], at: int) -> bool:
    """`رجلا شرطة`: two, where a noun without article follows; `رجلا` alone is an accusative."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or following.mark or following.preposition or following.conjunction or following.state:
        return False
    dual = any(reading.form.number == "dual" and reading.form.construct for reading in sentence[at].nouns)
    tanween = following.text.endswith("ا")  # مسلحا إسلاميا: one and his adjective
    return dual and bool(following.nouns or following.actors) and not tanween and not following.text.startswith("ال")


def _is_singular_nisba(piece: Chunk, lexicon: Lexicon) -> bool:
    """`مصري`, `فلسطينية`: a state's adjective, indefinite and singular."""
    if piece.places or piece.actors:
        return False  # نيجيريا
    return piece.state is not None and lexicon.is_of_nation(piece.text)


def _stands_alone(sentence: list[Chunk], at: int) -> bool:
    """Tell whether `آخر` stands for a man: what follows wears a prefix or is a time, no noun that it qualifies."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or following.mark or following.time is not None or following.conjunction:
        return True
    return following.text.startswith(("ب", "ل", "و", "ف", "ك")) or following.is_(
        "في", "من", "علي", "اثر", "خلال", "قرب", "امس"
    )


def _indefinite_singular(piece: Chunk) -> NounReading | None:
    return next(
        (
            reading
            for reading in piece.nouns
            if reading.form.number == "singular"
            and not reading.stem.article
            and not reading.stem.preposition
            and (not reading.form.possessed or _is_owned(reading))
        ),
        None,
    )


def _is_owned(reading: NounReading) -> bool:
    """`مقتل قائدها`, `تدمير منزله`, `إصابة والدتهم`: one of somebody's."""
    return reading.noun.of == "member" or reading.noun.unit in _ONE


def _is_counted(
    sentence: list[Chunk], at: int, quantity: Quantity, covered: set[int], known: list[Quantity], lexicon: Lexicon
) -> bool:
    if quantity.measure in _FALLEN or (quantity.unit == "person" and penalty_of(sentence, at) is not None):
        return True
    if any(_TO_THEM.intersection(piece.words) for piece in sentence[at : at + 2]):
        return False  # المشتبه بهم
    before = at - 1 - (at > 1 and sentence[at - 1].text in _QUOTES)
    if one_of_many(sentence, at, lexicon) is not None:
        return (
            _right_after(sentence, at, quantity, covered)
            or object_after_subject(sentence, at, quantity, _readings)
            or _subject_of_passive(sentence, at, quantity)
        )
    if sentence[at].preposition == "ل":
        return led_by_l(sentence, at, sentenced=False) is not None
    if told_behind(sentence, at, quantity, _readings) or _underwent(sentence, at, quantity):
        return True
    if object_behind_subject(sentence, at - 1, lexicon) is not None and at:
        return False  # قتل المهاجم شرطيا: who did it
    if definite_fallen(sentence, at) is not None:
        return True
    if is_definite_man(sentence[at]) and not any(reading.verb is None for reading in sentence[before].triggers):
        told = object_after_subject(sentence, at, quantity, _readings) or _subject_of_passive(sentence, at, quantity)
        return told or _part_of_counted(sentence, at, quantity, known)  # احتجز المسلح رهائن: who did it
    if one_behind_subject(sentence, at, lexicon):
        return True
    if is_joined(sentence, at) or is_added(sentence, at, quantity):
        return (
            joins_counted(sentence, at, quantity, known)
            or joins_uncounted(sentence, at, quantity, known, _readings)
            or joins_named(sentence, at, quantity, lexicon)
        )
    return (
        (_right_after(sentence, at, quantity, covered) and not _did_it(sentence, at, known))
        or object_after_subject(sentence, at, quantity, _readings)
        or struck_by(sentence, at, quantity, _readings)
        or reached_by(sentence, at, quantity, _readings)
        or is_wrecked(sentence, at, quantity)
        or _subject_of_passive(sentence, at, quantity)
        or is_postponed(sentence, at, quantity, _readings)
        or _part_of_counted(sentence, at, quantity, known)
    )


def _underwent(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`تعرض جندي للطعن`, `إن شابا تعرض للخطف`: one right before or behind the verb of who suffers something."""
    suffered = befallen(sentence, quantity) if quantity.unit == "person" and not sentence[at].preposition else None
    return suffered is not None and suffered.measure in _OUTCOMES


def _part_of_counted(sentence: list[Chunk], at: int, quantity: Quantity, known: list[Quantity]) -> bool:
    """`مقتل 10 مسلحين بينهم قيادي`: one of those just counted."""
    if at == 0 or quantity.noun is None or quantity.unit != "person":
        return False
    if at > 1 and sentence[at - 2].is_("بين", "من بين") and people_of(sentence[at - 1]) is not None:
        return True  # بين القتلى ضابط
    if "part" not in sentence[at - 1].cues:
        return False
    return any(other.last <= at and other.unit in (None, "person") for other in known)


def _readings(piece: Chunk, quantity: Quantity) -> list[TriggerReading]:
    return [
        reading
        for reading in piece.triggers
        if (reading.trigger.measure in _OUTCOMES or stops_weapons(reading) or _is_verdict(reading))
        and reading.trigger.lemma not in _NOT_OF_ONE
        and reading.trigger.lemma.split()[0] not in _NUMBER_OF
        and not reading.pronoun
        and (quantity.noun is None or counts(reading.trigger, quantity))
    ]


def _is_verdict(reading: TriggerReading) -> bool:
    """`الحكم بإعدام قيادي`, `حكم الإعدام بحق متهم`: a sentence with the penalty that it is of."""
    return reading.trigger.measure == "sentenced" and reading.trigger.kind == "phrase"


def _right_after(sentence: list[Chunk], at: int, quantity: Quantity, covered: set[int]) -> bool:
    """`مقتل جندي`, `أصيب جندي`, `استشهد ضابط`: the outcome's word stands right before."""
    if at == 0 or (at - 1) in covered:
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    people = quantity.unit in (None, "person")
    if people and following is not None and following.preposition == "ل" and following.nouns:
        return False  # احتجاز مسلح لرهائن: who did it
    before = sentence[at - 1]
    if before.is_(*_LIVES):
        return takes_lives(sentence, at - 1)
    if at > 1 and before.text in _QUOTES:
        before = sentence[at - 2]  # مقتل "ضابط وجندي"
    if only_wished(sentence, at - 1) or is_purpose(sentence, at - 1) or tells_of_kin(sentence, at):
        return False
    if at > 1 and sentence[at - 2].is_(*_EDITORS):
        return False  # رئيس تحرير صحيفة
    if before is sentence[at - 1]:
        before = sentence[before_adverbs(sentence, at)]  # قتل أمس الخميس ضابط
    in_it = is_told_in_it(sentence, at)
    return any(
        (reading.verb is None and not in_it and reading.trigger.kind in ("masdar", "phrase") and not before.definite)
        or (reading.verb is not None and reading.verb.form.voice != "active" and reading.trigger.role == "object")
        or (reading.verb is not None and reading.trigger.role == "subject")
        for reading in _readings(before, quantity)
        if people or reading.verb is None or reading.verb.form.tense != "present"  # تحطم طائرة: no verb
    )


def _did_it(sentence: list[Chunk], at: int, known: list[Quantity]) -> bool:
    """`قتل انتحاري الثلاثاء 11 شخصا`: behind a verb that may be active, and before a number of people, the doer."""
    verbs = any(r.verb is not None and r.trigger.role == "object" for r in sentence[at - 1].triggers)
    return verbs and has_object_ahead(sentence, at + 1, known)


def _subject_of_passive(sentence: list[Chunk], at: int, quantity: Quantity) -> bool:
    """`إن جنديا تركيا قتل`, `أن جنديا وضابطا في الشرطة قتلا`: a subject after `أن`, its verb passive."""
    if quantity.noun is None or quantity.unit not in _ONE or at == 0 or sentence[at - 1].text not in _THAT:
        return False
    joined = False
    inserted = inserted_behind(sentence, at + 1)
    if any(sentence[on].is_(*_CALLED) for on in inserted):
        return False  # أن قائد كتيبة كذا، المدعو فلان، قتل: counted by his name
    for on in range(at + 1, min(len(sentence), at + _PASSIVE + len(inserted))):
        piece = sentence[on]
        if on in inserted or is_age(sentence, on):
            continue
        one_more = bool(piece.conjunction) and any(reading.noun.unit == "person" for reading in piece.nouns)
        joined = joined or one_more
        said = piece.verb_says and not piece.nouns
        if piece.number is not None and is_joined(sentence, on):
            joined = True  # قياديا وخمسة متشددين قتلوا
            continue
        if piece.number is not None or said or (piece.conjunction and not one_more) or piece.text in _ENDS:
            return False
        for reading in _readings(piece, quantity):
            if reading.verb is not None and (reading.trigger.role == "subject" or reading.verb.form.voice != "active"):
                following = sentence[on + 1] if on + 1 < len(sentence) else None
                object_behind = following is not None and bool(following.nouns or following.number or following.actors)
                return (reading.verb.form.number == "singular") != joined and not object_behind
    return False
