"""Named persons as outcomes: a leader killed or captured, counted as one and named.

Read are those whom the text calls by a title, by a nom de guerre (`أبو فلان`), by a given name that a table lists, or
by the surname of one so named elsewhere in the section.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.parts import people_of
from tawatur.extract.counts.singles.befalls import OF_PERSONS, befalling
from tawatur.extract.counts.singles.behind_subjects import ADVERBIAL, behind_adverbial, object_behind_subject
from tawatur.extract.counts.singles.verdicts import convicted_name, is_executed, names_penalty, penalty_of
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_joined, is_purpose, names_purpose, only_wished
from tawatur.extract.phrases.lexicon import Lexicon, TriggerReading
from tawatur.extract.phrases.name_lists import behind_age, is_age, is_joined_title, joined_names, subjects_before
from tawatur.extract.phrases.person_names import are_several_definite, name_after, name_end, qualifies
from tawatur.extract.phrases.quantity import Quantity, take_noun

_ARE = frozenset(("هم", "وهم", "هما", "وهما", ":"))
_IS, _QUOTES = ("هو", "هي"), ("«", '"')
_AMONG = frozenset(("بين", "من بين"))
_AUTHORITIES = words_of("authorities")
_BODY = words_of("body_of_one")
_THEREIN = words_of("therein")
#: How many chunks the subject may have between a verb and its object.
_SUBJECT = 5
#: How many chunks an age in brackets has.
_AGE = 6
_MANNER = words_of("manner")
#: How far behind a name those may stand whom the same befell.
_BESIDE = 4
#: How far behind a name the party may stand whose the person is said to be.
_APPOSED = 6
#: How far before a list of names the outcome may stand of people whom no number counts, and what ends its clause.
_UNCOUNTED, _ENDS = 16, (";", "؛", ":", "؟")
#: How far a name may stand from its outcome's word and still be quoted with it, in tokens.
_QUOTED = 14


class Named(NamedTuple):
    """A person whom an outcome befell: its frame, the chunks of the name, the tokens of the quote."""

    frame: Frame
    name: tuple[int, int]
    quote: tuple[int, int]


def find_persons(
    sentence: list[Chunk], taken: set[int], frames: list[Frame], lexicon: Lexicon, surnames: frozenset[str]
) -> list[Named]:
    """Return each named person that an outcome's word governs: `مقتل زعيم التنظيم أبو فلان`, `إن فلانا قتل`.

    So are those named among a number of dead or captured: `أبرزهم أبو فلان والقيادي أبو علان`.
    """
    found = _listed(sentence, taken, frames, lexicon)
    taken = taken | {at for named in found for at in range(*named.name)}
    for at, piece in enumerate(sentence):
        reading = befalling(sentence, at)
        if at + 1 < len(sentence) and sentence[at + 1].is_("اسم", "لقب"):
            continue  # إطلاق اسم فلان على شارع
        if reading is None or at in taken or piece.text in lexicon.given_names:  # ياسر: no أسر
            continue
        courts = [other for other in sentence if "court" in other.cues and other is not piece]
        verdict = reading.trigger.kind == "phrase"  # الحكم بإعدام فلان
        if reading.trigger.measure == "sentenced" and not (courts or verdict):
            continue  # أدان الأمين العام
        if courts and reading.trigger.measure == "killed" and penalty_of(sentence, at + 1) == at:
            continue  # قضت المحكمة بإعدام فلان: sentenced, below
        if only_wished(sentence, at) or is_purpose(sentence, at) or names_purpose(sentence, at):
            continue
        after = _object_after(sentence, at, reading) if not reading.pronoun else None
        if after is not None and after < len(sentence) and sentence[after].text in (*_QUOTES, *_THEREIN):
            after += 1  # غارة قتل فيها فلان
        name = name_after(sentence, after, taken, lexicon, surnames) if after is not None else None
        behind_subject = after is not None and any(_may_be_subject(piece) for piece in sentence[at + 1 : after])
        back = bool(reading.pronoun)  # فلان الذي قتله الجيش
        told = object_behind_subject(sentence, at, lexicon) if not (back or (name and behind_subject)) else None
        if told is not None:  # قتل قناص الجمعة المسعفة فلانة
            after, behind_subject = told, True
            name = name_after(sentence, told, taken, lexicon, surnames)
        if name is not None and (behind_subject or not _is_doer(sentence, name[1], reading)):
            found.append(_named(sentence, name, at, reading, range(after or at + 1, name[0])))
            several = after is not None and are_several_definite(sentence[after])
            joined = joined_names(sentence, name[1], taken, lexicon, several=several)
            found += [_named(sentence, other, at, reading, title) for title, other in joined]
            taken = taken | {on for named in found for on in range(*named.name)}
            continue
        before = subjects_before(sentence, at, reading, taken, lexicon, surnames)
        found += [_named(sentence, other, at, reading, range(0)) for other in before]
    taken = taken | {at for named in found for at in range(*named.name)}
    return [*found, *_sentenced(sentence, taken, lexicon, surnames)]


def _sentenced(sentence: list[Chunk], taken: set[int], lexicon: Lexicon, surnames: frozenset[str]) -> list[Named]:
    """`قضت محكمة بالسجن المؤبد على فلان`: the persons on whom a penalty is passed."""
    found: list[Named] = []
    for at in range(1, len(sentence) if names_penalty(sentence) else 1):
        penalty = penalty_of(sentence, at)
        if penalty is None or at in taken:
            continue
        name = name_after(sentence, at, taken, lexicon, surnames) or convicted_name(sentence, at)
        if name is not None and not taken.intersection(range(*name)):
            frame = Frame(_one(sentence, name, range(at, name[0])), "sentenced", "named person", penalty)
            found.append(_of(sentence, name, frame))
            taken = taken | set(range(*name))
    return found


def beside_person(sentence: list[Chunk], quantity: Quantity, persons: list[Named]) -> Frame | None:
    """`مقتل السفير فلان وثلاثة أميركيين`, `قتل القائد فلان مع سبعة من مرافقيه`: people told of right behind a name."""
    person = next((one for one in reversed(persons) if one.name[1] <= quantity.first), None)
    if person is None or quantity.unit not in (None, "person"):
        return None
    between = sentence[behind_age(sentence, person.name[1]) : quantity.first]
    if quantity.singular and behind_age(sentence, person.name[1]) != quantity.first:
        return None  # فلان وجندي: right behind the name
    told = any(p.triggers or p.number or p.verb_says or "clause" in p.cues or p.conjunction for p in between)
    beside = is_joined(sentence, quantity.first) or (between and between[-1].is_("مع", "و"))
    if told or not beside or len(between) > _BESIDE:
        return None
    return Frame(quantity, person.frame.measure, "coordination", person.frame.trigger, person.frame.reading)


def _object_after(sentence: list[Chunk], at: int, reading: TriggerReading) -> int | None:
    """Return the chunk from which on whom it befell may be named: behind the subject of a verb that has one there.

    `اعتقلت السلطات الإيطالية فلانا`, `إن القوات قتلت الممرضة فلانة`.
    """
    after = at + 1 + (at + 1 < len(sentence) and sentence[at + 1].is_("علي", "عن"))  # قبض على فلان, أفرج عن فلان
    if after == at + 1 and _arrests(reading):
        far = range(after, min(len(sentence), after + ADVERBIAL))
        return next((on + 1 for on in far if sentence[on].is_("علي")), after)  # ألقت القبض في وقت متأخر على فلان
    after += (
        after < len(sentence) and sentence[after].text[:-1] in fold(reading.trigger.lemma).split()[1:]
    )  # لقي حتفه فلان
    after = behind_adverbial(sentence, after)
    if reading.verb is None or reading.trigger.role != "object":
        return after
    subject = after
    while subject < len(sentence) and subject < at + _SUBJECT and _may_be_subject(sentence[subject]):
        subject += 1
    subject += (
        subject > after and subject < len(sentence) and sentence[subject].time is not None
    )  # أعدم التنظيم أمس فلانا
    if subject > after:  # أوقف الجيش أمس في منطقة كذا، المدعو فلانا
        subject = behind_adverbial(sentence, subject)
        parted = subject + 1 < len(sentence) and sentence[subject].text in ("،", ",")
        subject += parted and sentence[subject + 1].is_("علي", "عن")  # أفرجت القوات قبل يومين، عن فلان
    subject += (
        subject > after and subject < len(sentence) and _completes(sentence[subject], reading)
    )  # أطلقت القوات سراح فلان
    if subject > after:
        while subject < len(sentence) and sentence[subject].is_(*_MANNER):
            subject += 1  # قتلت القوات بدم بارد الأسير فلانا
        return subject + 1 if subject < len(sentence) and sentence[subject].is_("علي", "عن") else subject
    if reading.verb.form.voice == "active" and not (at and _may_be_subject(sentence[at - 1])):
        return None
    return after


def _completes(piece: Chunk, reading: TriggerReading) -> bool:
    """`حتفه`, `حياته`: what completes a verb of dying, with the pronoun of who dies."""
    rest = fold(reading.trigger.lemma).split()[1:]
    return any(piece.text.startswith(word.removesuffix("ة")) for word in rest if word not in ("عن", "علي"))


def _arrests(reading: TriggerReading) -> bool:
    """Tell whether a verb is of those that reach whom they befall by `على`: `ألقى القبض`, `قبض على`."""
    return reading.verb is not None and reading.trigger.measure == "detained" and "قبض" in reading.trigger.lemma


def _may_be_subject(piece: Chunk) -> bool:
    """Tell whether a chunk may be of the subject of an arrest or a killing: forces, authorities, their adjectives."""
    forces = bool(piece.actors) and not piece.persons and "person_title" not in piece.cues
    people = any(reading.noun.unit == "person" for reading in piece.nouns)
    if people and piece.text.endswith("ون") and not piece.conjunction:
        return True  # اختطف مسلحون الدكتور فلانا: the nominative
    return not people and (forces or bool(piece.state) or piece.is_(*_AUTHORITIES))


def _is_doer(sentence: list[Chunk], after: int, reading: TriggerReading) -> bool:
    """`اعتقال فلان لجميع المخططين`, `قتل فلان شخصين`: with an object behind it, the name is who did it."""
    joined = after < len(sentence) and bool(sentence[after].conjunction)
    passive = reading.verb is not None and reading.verb.form.voice == "passive"
    titled = after < len(sentence) and _is_apposed(sentence[after])  # اغتيل فلان القيادي في الحركة
    counted = after < len(sentence) and not joined and (sentence[after].number or sentence[after].nouns)
    suffers = reading.trigger.role == "subject"  # ارتقى فلان شهيدا
    if reading.verb is not None and counted and not (passive or titled or suffers):
        return True
    return after < len(sentence) and (sentence[after].preposition == "ل" or sentence[after].text.startswith("لجميع"))


def _is_apposed(piece: Chunk) -> bool:
    """`القيادي`, `المسؤول`: a definite title, which behind a name says who he is."""
    return piece.text.startswith("ال") and ("person_title" in piece.cues or _says_who(piece))


def _named(
    sentence: list[Chunk], name: tuple[int, int], at: int, reading: TriggerReading | None, title: range
) -> Named:
    measure = reading.trigger.measure if reading is not None else ""
    if measure == "sentenced" and is_executed(sentence, at):
        measure = "killed"
    return _of(sentence, name, Frame(_one(sentence, name, title), measure, "named person", at, reading))


def _of(sentence: list[Chunk], name: tuple[int, int], frame: Frame) -> Named:
    first, last = sentence[name[0]].first, sentence[name[1] - 1].last
    trigger = sentence[frame.trigger] if frame.trigger is not None else sentence[name[0]]
    start, end = min(trigger.first, first), max(trigger.last, last)
    return Named(frame, name, (start, end) if end - start < _QUOTED else (first, last))


def _one(sentence: list[Chunk], name: tuple[int, int], title: range) -> Quantity:
    """Return the count of one that a name is; the title before it says whose they were: `القيادي الحوثي فلان`."""
    quantity = Quantity(*name)
    quantity.number_tokens = (sentence[name[0]].first, sentence[name[1] - 1].last)
    quantity.low = quantity.high = 1
    quantity.unit = "person"
    quantity.singular = True
    for at in (*title, *_apposition(sentence, name[1])):
        piece = sentence[at]
        noun = next((reading.noun for reading in piece.nouns if reading.noun.unit == "person"), None)
        if noun is not None and quantity.noun is None:
            take_noun(quantity, noun)
        elif piece.actors and not piece.nouns and not piece.places:
            quantity.parties.append((piece.actors[0], piece))
        if piece.state is not None and not piece.places and quantity.state is None:
            quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
    quantity.measure = None
    return quantity


def _apposition(sentence: list[Chunk], at: int) -> range:
    """`فلان، أحد قادة حركة كذا`: what is said of a person right behind the name, up to the party whose he is."""
    at += at < len(sentence) and sentence[at].text in ("،", ",")
    if at >= len(sentence) or not _says_who(sentence[at]):
        return range(at, at)
    for behind in range(at, min(len(sentence), at + _APPOSED)):
        piece = sentence[behind]
        if piece.mark or piece.number is not None or piece.triggers or piece.verb_says or piece.time is not None:
            break
        if piece.actors and not piece.places:
            return range(behind, behind + 1)
    return range(at, at)


def _says_who(piece: Chunk) -> bool:
    """Tell whether a chunk begins what a person is: a title, `أحد`, a member or a leader."""
    member = any(r.noun.unit == "person" and r.noun.of in ("member", "leaders") for r in piece.nouns)
    return "person_title" in piece.cues or member or piece.is_("احد", "احدي")


def _listed(sentence: list[Chunk], taken: set[int], frames: list[Frame], lexicon: Lexicon) -> list[Named]:
    """Return the persons named after `أبرزهم` and the like, joined by `و`, of the outcome told before it."""
    found: list[Named] = []
    opened: Frame | None = None
    titled = first = False
    title = until = 0
    for at, piece in enumerate(sentence):
        if at < until:
            continue
        opens = _opens_list(sentence, at, frames, lexicon)
        if opens is not None:
            opened = opens.frame
            titled, first, title = opens.titled, True, at + 1
            names = _names_from(sentence, at + 1, taken, lexicon) if opened is not None else []
            found += [_listed_one(sentence, name, of_whom, opened) for of_whom, name in names if opened is not None]
            until = names[-1][1][1] if names else at
            titled, first = titled and not names, not names
            continue
        if opened is None or (at in taken and piece.number is None) or is_age(sentence, at):
            continue
        if piece.number is not None and piece.number.noun is not None and _names_next(sentence, at + 1, lexicon):
            titled = first = True  # القياديان أبو فلان وأبو علان
        elif piece.number is not None or piece.time is not None or "clause" in piece.cues or piece.triggers:
            opened = None
        elif "person_title" in piece.cues:
            titled = first or is_joined_title(piece, lexicon)  # what follows a name's comma only describes him
            title = at
        elif _begins_name(sentence, at, lexicon, titled=titled, first=first):
            name = (at, name_end(sentence, at, piece, lexicon))
            found.append(_listed_one(sentence, name, range(title, at), opened))
            titled = first = False
            title = name[1]
    return found


class _List(NamedTuple):
    """What opens a list of names: the outcome that it is of, None where nothing tells it, and whether it is a title."""

    frame: Frame | None
    titled: bool


def _opens_list(sentence: list[Chunk], at: int, frames: list[Frame], lexicon: Lexicon) -> _List | None:
    """Return what a chunk opens: `أبرزهم`, `بينهم` before a name, `بين القتلى فلان`, `الشهداء هم فلان`."""
    piece = sentence[at]
    part = "part" in piece.cues and not piece.triggers
    people = people_of(sentence[at - 1]) if at and piece.is_one_of(_ARE) else None
    if people is None and at and piece.is_one_of(_IS):
        people = _one_told(sentence[at - 1])  # القتيل هو فلان
    if people in OF_PERSONS and not (at + 1 < len(sentence) and sentence[at + 1].is_("من")):  # الشهداء هم فلان وفلان
        return _List(Frame(Quantity(at - 1, at), people or "", "topic", at - 1), titled=True)
    if "foremost" in piece.cues or (part and _names_next(sentence, at + 1, lexicon)):
        earlier = [frame for frame in frames if frame.quantity.first < at and frame.measure in OF_PERSONS]
        told = earlier[-1] if earlier else _uncounted(sentence, at)
        return _List(told, titled="foremost" in piece.cues)
    among = at > 0 and sentence[at - 1].is_one_of(_AMONG) and people_of(piece) in OF_PERSONS
    if among and _names_next(sentence, at + 1, lexicon):  # وبين القتلى القيادي فلان
        return _List(Frame(Quantity(at, at + 1), people_of(piece) or "", "topic", at), titled=True)
    return None


def _uncounted(sentence: list[Chunk], at: int) -> Frame | None:
    """`لقيت قيادات أخرى مصرعها، بينها فلان`: the outcome last told before a list, of people whom no number counts."""
    for back in range(at - 1, max(-1, at - _UNCOUNTED), -1):
        piece = sentence[back]
        people = people_of(piece)
        both = people is not None and back and people_of(sentence[back - 1]) not in (None, people)  # القتلى والجرحى
        if piece.number is not None or piece.text in _ENDS or both:
            return None
        if people in OF_PERSONS:
            return Frame(Quantity(back, back + 1), people or "", "topic", back)
        reading = befalling(sentence, back)
        if reading is not None:
            return Frame(Quantity(back, back + 1), reading.trigger.measure, "topic", back, reading)
    return None


def _one_told(piece: Chunk) -> str | None:
    """`القتيل`: the outcome that a definite noun tells of one."""
    one = (r.noun.measure for r in piece.nouns if r.stem.article and r.form.number == "singular")
    return next((measure for measure in one if measure in OF_PERSONS), None)


def _names_from(
    sentence: list[Chunk], at: int, taken: set[int], lexicon: Lexicon
) -> list[tuple[range, tuple[int, int]]]:
    """Return the name that stands at a chunk, or behind a title there, and those joined to it, each with its title."""
    at += at < len(sentence) and sentence[at].mark
    name = name_after(sentence, at, taken, lexicon)
    if name is None:
        return []
    return [(range(at, name[0]), name), *joined_names(sentence, name[1], taken, lexicon, several=True)]


def _listed_one(sentence: list[Chunk], name: tuple[int, int], title: range, opened: Frame) -> Named:
    whole = opened if opened.how != "topic" else None
    frame = Frame(_one(sentence, name, title), opened.measure, "named person", opened.trigger, opened.reading, whole)
    return _of(sentence, name, frame)


def _names_next(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """`بينهم القيادي فلان`: a definite title, or a nom de guerre, opens a name; `بينهم قيادي` counts one."""
    if at >= len(sentence):
        return False
    piece = sentence[at]
    if piece.mark and at + 1 < len(sentence):
        at, piece = at + 1, sentence[at + 1]  # من بين القتلى «أبو فلان»
    if "kunya" in piece.cues or piece.persons or ("person_title" in piece.cues and piece.text.startswith("ال")):
        return True
    return name_after(sentence, at, set(), lexicon) is not None


def _begins_name(sentence: list[Chunk], at: int, lexicon: Lexicon, *, titled: bool, first: bool) -> bool:
    """Tell whether a chunk begins a person's name: by its form, after a title, or joined to another one."""
    piece = sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if piece.mark:
        return False
    joined = piece.text.startswith("و")
    if "kunya" in piece.cues or piece.persons:
        return first or titled or joined
    if joined and piece.text[1:] in lexicon.given_names:
        return True
    bracketed = following is not None and (following.text == "(" or "kunya" in following.cues)
    if joined or (bracketed and piece.text.startswith("ال")):
        return False  # المسؤول الميداني (أبو فلان)
    return titled and not qualifies(piece)
