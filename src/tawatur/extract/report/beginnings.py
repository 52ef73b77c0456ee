"""Beginnings and ends: the dated claims `began` and `ended`.

A date begins or ends something where a word of beginning governs it (`بدأت المعارك في صيف 2012`, `في 7 أيار أطلق
هجوما`), where a place came under somebody's control then (`سيطرة التنظيم على الموصل في حزيران`), where something that
lasts is said to be going on since then (`الحرب المستمرة منذ 2014`), or where it went on from one date to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from tawatur.arabic.times import Time
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import completed
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft
from tawatur.extract.times.bodies import body_begun
from tawatur.extract.times.durations import (
    OF_THE_DAY,
    TRUCE_REACH,
    antecedent,
    declared_truce,
    fought_between,
    is_aside,
    is_of,
    lasting_since,
    names_truce,
    opens_clause,
)
from tawatur.extract.times.first_acts import first_acts, owners
from tawatur.extract.times.offensives import is_first_of_acts, is_offensive
from tawatur.extract.times.onset_clauses import (
    CONTROL,
    begun_there,
    fall_of_regime,
    fought_since,
    held_since_fall,
    imposed,
    in_force,
    persisting,
    stronghold_since,
    told_by_clause,
)
from tawatur.extract.times.onset_subjects import said_of
from tawatur.extract.times.periods import Dated
from tawatur.extract.times.withdrawals import driven_out, is_withdrawal
from tawatur.model import Measure

_REACH = 18
#: How far a date that opens its clause looks ahead.
_AHEAD = 9
#: Within how many chunks of its verb or masdar stands what begins.
_NEAR = 6
#: Within how many chunks behind a verb of control stands the place that was taken.
_TAKEN_WITHIN = 13
_SHOT = ("نار", "النار", "سراح", "صاروخ", "صواريخ", "الصواريخ", "قذائف", "رصاص", "الرصاص")
#: How far before its verb what began may stand: `الحرب التي اندلعت`.
_SUBJECT_BEFORE = 3
#: How far behind its date what was declared may stand: `تقود واشنطن منذ آب ائتلافا`.
_SUBJECT_BEHIND = 4
#: How far behind the date of an announcement what it announces may stand.
_ANNOUNCED = 4
#: Within how many chunks of its word a party stands that appears, intervenes or seizes power.
_PARTY_WITHIN = 4
#: How far behind a word of ending what ends stands, where nothing is between but an adverb.
_BESIDE = 2
_TERRITORY = frozenset(("place_noun", "territory"))
_LASTING = frozenset(words_of("lasting"))
_DECLARED = frozenset(words_of("declared"))
_SETTING_OUT = frozenset(words_of("setting_out"))
_UNDERGONE = frozenset(words_of("undergone"))
_LAUNCHED = frozenset(words_of("launched"))
_STARTS = words_of("starts")
_DECLARES = words_of("declares")
_PREPOSITIONS = frozenset(words_of("preposition"))
_NO_WAR = frozenset(words_of("no_war"))
_REMEMBRANCE = frozenset(words_of("remembrance"))
_PLANNED = words_of("planned_day")
_UPON_IT = ("عليها", "عليه")
_WAS = ("كان", "كانت", "كانوا")
_ITS = ("ه", "ها", "هم")
_FIRST_OF = " أول"
#: The rule of times that count from the day of the report.
_COUNTED_BACK = "distance back"


class Onset(NamedTuple):
    """What a date is to something: the measure, the date, and the chunk of the word that says so."""

    measure: Measure
    time: Time
    at: int


def find_beginnings(
    sentence: list[Chunk], number: int, times: list[Dated], passage: Passage, lexicon: Lexicon
) -> list[Draft]:
    """Return a claim for each stated date that begins or ends something the conflict is told by."""
    found: list[Draft] = []
    for dated in [*times, *_told_ahead(sentence, times)]:
        body = body_begun(sentence, dated, passage, lexicon)
        onsets = [_onset_of(sentence, dated, body[0])] if body is not None else _onsets(sentence, dated, lexicon)
        for onset in onsets:
            stated = stated_date(onset.time)
            began = body[1] if body is not None else _subject(sentence, onset.at, dated.at, lexicon)
            subject = began if stated is not None else None
            if stated is None or subject is None:
                continue
            first, last = min(onset.at, dated.at), max(onset.at, dated.at)
            found.append(
                Draft(
                    passage=passage,
                    sentence=number,
                    number=(onset.time.first, onset.time.last),
                    quote=(sentence[first].first, sentence[last].last),
                    measure=onset.measure,
                    low=stated,
                    high=stated,
                    bound="exact",
                    unit="date",
                    of=[subject],
                    by=_doer(sentence, onset.at, subject, lexicon),
                    when=onset.time,
                    trigger=sentence[onset.at],
                    how="beginning",
                    own_when=True,
                )
            )
    return found


def _onset_of(sentence: list[Chunk], dated: Dated, at: int) -> Onset:
    """Return what a date is to a body, by the word that says that it began or ended."""
    ends = any(reading.trigger.measure == "ended" for reading in sentence[at].triggers)
    return Onset("ended" if ends else "began", dated.time.parts[0] if dated.time.parts else dated.time, at)


def _told_ahead(sentence: list[Chunk], times: list[Dated]) -> Iterator[Dated]:
    """Yield the times left out as those of a statement that tell of a beginning all the same.

    `هدنة تبدأ الإثنين`; `أعلنت القوات في 13 تموز انطلاق العملية`: what is announced that day begins then.
    """
    known = {dated.at for dated in times}
    for at, piece in enumerate(sentence):
        if piece.time is None or at in known:
            continue
        starts = any(p.is_(*_STARTS) for p in sentence[max(0, at - 2) : at])
        if starts or _announced(sentence, at) is not None:
            yield Dated(at, piece.time)


def _announced(sentence: list[Chunk], date: int) -> int | None:
    """`أعلنت القوات في 13 تموز، انطلاق عملياتها`: the masdar of beginning right behind the date of its announcement."""
    told = next((on for on in range(date + 1, min(len(sentence), date + 3)) if sentence[on].is_(*_DECLARES)), None)
    if told is None or not opens_clause(sentence, date):  # وفي التاسع من شباط، أعلن الجيش بدء عملية
        told = date if any(p.is_(*_DECLARES) for p in sentence[max(0, date - TRUCE_REACH) : date]) else None
    if told is None:
        return None
    behind = range(told + 1, min(len(sentence), told + 1 + _ANNOUNCED))
    at = next((at for at in behind if is_of(sentence[at], _SETTING_OUT)), None)
    if at is not None and any(piece.is_("بعد", "قبل", "اثر", "علي", "بسبب") for piece in sentence[date + 1 : at]):
        return None
    lasts = at is not None and any(is_of(piece, _LASTING) for piece in sentence[at + 1 : at + 4])
    return at if lasts else None


def stated_date(time: Time) -> str | None:
    """Return a date as far as it is stated; a season as its year, `قبل أربعة أشهر` as the day so far back."""
    if time.rule == _COUNTED_BACK and time.start_date is not None:
        return time.start_date
    if time.stated is not None:
        return time.stated
    return time.start_date[:4] if time.precision == "season" and time.start_date is not None else None


def _onsets(sentence: list[Chunk], dated: Dated, lexicon: Lexicon) -> Iterator[Onset]:
    time = dated.time
    if time.relation == "during" and len(time.parts) == 2:
        at = fought_between(sentence, dated.at)
        if at is not None:
            yield Onset("began", time.parts[0], at)
            yield Onset("ended", time.parts[1], at)
        return
    if time.relation == "until":
        return
    own = time.parts[0] if time.relation == "since" and time.parts else time
    announced = _announced(sentence, dated.at)
    if announced is not None and time.relation == "at":
        yield Onset("began", own, announced)
        return
    news = time.relation == "at" and time.rule in OF_THE_DAY
    told = told_by_clause(sentence, dated.at) if not news else None
    if told is not None:
        ends = any(reading.trigger.measure == "ended" for reading in sentence[told].triggers)
        yield Onset("ended" if ends else "began", own, told)
        return
    fall = fall_of_regime(sentence, dated) if time.relation != "since" else None
    governor = _governor(sentence, dated, lexicon) if fall is None else None
    if governor is not None:
        yield Onset(governor[1], own, governor[0])
        return
    at = fought_since(sentence, dated) if time.relation == "since" else None
    if at is None:
        at = lasting_since(sentence, dated, lexicon)
    if at is None and fall is not None:
        at = held_since_fall(sentence, fall)
    if at is None and fall is not None:
        yield Onset("ended", own, fall)  # what a fall dates else: nothing that lasts
        return
    for reading in (persisting, stronghold_since, imposed, in_force, declared_truce, first_acts):
        at = reading(sentence, dated) if at is None else at
    if at is not None and not any(is_of(piece, _NO_WAR) for piece in sentence[at + 1 : at + 3]):
        yield Onset("began", own, at)


def _governor(sentence: list[Chunk], dated: Dated, lexicon: Lexicon) -> tuple[int, Measure] | None:
    """Return the verb or masdar that the date belongs to, and what the date is to it.

    It stands before the date in its clause, or behind a date that opens the clause.
    """
    for back in range(dated.at - 1, max(-1, dated.at - _REACH), -1):
        piece = sentence[back]
        counted = piece.number is not None and piece.number.noun is None  # الطرفين: no count
        if counted or piece.time is not None or is_of(piece, _REMEMBRANCE):
            return None
        if piece.mark and piece.text in ("؛", ";", ":", "."):
            break
        measure = _says(sentence, back, dated, lexicon)
        if measure is not None:
            return back, measure
        onset = any(r.trigger.measure in ("began", "ended") for r in piece.triggers)
        named = back and not onset and sentence[back - 1].is_(*_PREPOSITIONS)  # على حكمه: no verb
        acts = any(r.verb for r in piece.triggers) and not is_of(piece, _LASTING) and piece.preposition != "ل"
        set_out = acts and any(_begins(before) for before in sentence[max(0, back - _SUBJECT_BEFORE) : back])
        if (
            piece.verb_says or onset or (acts and not named and not set_out)
        ):  # حملتها, لدعم, بدأ التحالف شن غاراته: no verbs
            break
    if not opens_clause(sentence, dated.at) or is_aside(sentence, dated.at):
        return None
    for at in range(dated.at + 1, min(len(sentence), dated.at + _AHEAD)):
        piece = sentence[at]
        if is_of(piece, _REMEMBRANCE):
            return None  # ليلة الأحد، عشية ذكرى الحرب، أطلقت
        if piece.number is not None or piece.time is not None or (piece.mark and piece.text != "،"):
            return None
        measure = _says(sentence, at, dated, lexicon)
        if measure is not None:
            return at, measure
        if piece.verb_says:
            return None
    return None


def _begins(piece: Chunk) -> bool:
    return any(reading.verb is not None and reading.trigger.measure == "began" for reading in piece.triggers)


def _says(sentence: list[Chunk], at: int, dated: Dated, lexicon: Lexicon) -> Measure | None:
    """Return whether a word says that what it governs began or ended on the date."""
    for reading in sentence[at].triggers:
        measure = reading.trigger.measure
        if measure not in ("began", "ended") or not completed(sentence, at, reading.trigger.lemma):
            continue
        first = reading.trigger.lemma.endswith(_FIRST_OF)  # شن أولى غاراته: whenever it was, it began
        if first and not any(is_first_of_acts(sentence, on) for on in range(at + 1, min(len(sentence), at + _REACH))):
            continue  # شنته الجماعة في أول يوليو
        present = reading.verb is not None and reading.verb.form.tense == "present"
        if present and reading.trigger.role in ("founding", "emergence", "offensive"):
            continue  # يشكل قلقا: no founding
        if present and at and sentence[at - 1].is_(*_WAS):
            continue  # كان يسيطر عليها عام 2014: it did then
        if measure == "ended" and dated.time.relation == "since":
            continue  # أنهت الهدنة السارية منذ 2013: the truce has its beginning then
        if first or _may_begin(sentence, at, dated, reading.trigger.role, lexicon):
            return "ended" if measure == "ended" else "began"
    return None


def _may_begin(sentence: list[Chunk], at: int, dated: Dated, role: str | None, lexicon: Lexicon) -> bool:
    """Tell whether a campaign, an alliance or the control of a place begins or ends, not a talk, a term or a rocket."""
    date = dated.at
    dates = {date - 1, date + 1} if sentence[date - 1].mark else set()  # أطلقت، الأربعاء، حملة التطعيم
    clause = [
        piece
        for _, piece in takewhile(
            lambda pair: not pair[1].mark or pair[0] in dates, enumerate(sentence[at + 1 : at + _NEAR], at + 1)
        )
    ]
    before = [sentence[i] for i in said_of(sentence, at)]
    if any(is_of(piece, _NO_WAR) for piece in (*clause, *before)):
        return False  # بدأت عملية الاقتراع
    if any(piece.is_("اسم") for piece in sentence[at + 1 : at + 3]):
        return False  # أطلق عليها اسم
    if role in ("campaign", "truce") and _truce_of(sentence, at) is not None:
        return True
    if role == "truce":
        return False
    shot = any(piece.is_(*_SHOT) or piece.names("weapon") for piece in sentence[at + 1 : at + _NEAR])
    if shot or any(piece.names("weapon") for piece in sentence[max(0, at - 2) : at]):
        return False  # إطلاق نار, أطلقت، الاثنين، سراح, قذيفة أطلقتها
    own = dated.time.parts[0] if dated.time.parts else dated.time
    since = at > 0 and sentence[at - 1].is_("منذ")  # منذ بدأ الأربعاء الهجوم على المدينة
    days_ago = role == "control" and own.rule == _COUNTED_BACK and own.precision == "day"
    today = days_ago or (own.rule in OF_THE_DAY and not since)
    if role == "control":
        behind = sentence[at + 1 : at + _TAKEN_WITHIN if at > date else max(date, at + _NEAR)]
        around = [*behind, *sentence[max(0, at - 4) : at]]
        around = [p for p in around if p.places or p.cues & _TERRITORY or p.names("site") or p.is_(*_UPON_IT)]
        return not today and bool(around)
    if role in ("withdrawal", "expulsion"):
        return not today and is_withdrawal(sentence, at, role, lexicon)
    if role == "offensive":
        return is_offensive(sentence, at, today=today)
    if role == "party":
        beside = sentence[at : at + _PARTY_WITHIN]
        its = sentence[at].text.endswith(_ITS)  # انقلابها على السلطة
        named = any(piece.state is not None or any(_is_party(key, lexicon) for key in piece.actors) for piece in beside)
        return not today and (named or its)
    if role == "entry":
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        taken = following is not None and bool(following.places or following.cues & _TERRITORY)
        return not today and taken and sentence[at].text.endswith(_ITS)  # دخوله الموصل
    near = sentence[max(0, at - _NEAR) : max(at, date) + _NEAR]
    beside = [*before, *sentence[max(0, at - 3) : at + _NEAR]]
    if role in ("campaign", "founding") and any(is_of(piece, _LASTING) for piece in beside):
        return not today or any(is_of(piece, _LAUNCHED) for piece in beside) or is_offensive(sentence, at, today=True)
    if role != "emergence" and any(piece.names("event") for piece in [*before, *near]):
        return not today or any(is_of(piece, _LAUNCHED) for piece in beside)
    if role not in ("founding", "emergence"):
        return any("conflict" in piece.cues and not piece.actors for piece in sentence[at : at + 3])
    if role == "emergence" and sentence[at].text.endswith(_ITS):
        return any(key in lexicon.armed_groups for piece in sentence[:at] for key in piece.actors)  # منذ ظهوره
    return any(key in lexicon.alliances for piece in sentence[: max(at, date)] for key in piece.actors) or any(
        key in lexicon.armed_groups for piece in sentence[max(0, at - 3) : at + 3] for key in piece.actors
    )


def _truce_of(sentence: list[Chunk], at: int) -> int | None:
    """`تنتهي الهدنة`, `وقف إطلاق النار الذي ينتهي`: the truce that a word of beginning or ending is said of."""
    behind = range(at + 1, min(len(sentence), at + 1 + _BESIDE))
    planned = at > 2 and sentence[at - 1].is_("ان") and sentence[at - 2].is_(*_PLANNED)  # الذي من المقرر أن ينتهي
    said = antecedent(sentence, at - 3) if planned else antecedent(sentence, at)
    return next((i for i in (*behind, *said) if names_truce(sentence, i)), None)


def _is_party(key: str, lexicon: Lexicon) -> bool:
    return key in lexicon.parties or key in lexicon.alliances or key in lexicon.state_keys


def _doer(sentence: list[Chunk], at: int, subject: Party, lexicon: Lexicon) -> list[Party]:
    """Return who strikes or took a place, where the words of the beginning tell it."""
    actor = subject.actor.removesuffix(" strikes")
    if actor != subject.actor:
        return [Party(actor, subject.chunk)]
    if any(reading.trigger.role == "control" for reading in sentence[at].triggers):
        held = subject.actor in lexicon.parties or subject.actor in lexicon.state_keys
        return [subject] if held and subject.chunk is not None else []
    return []


def _subject(sentence: list[Chunk], governor: int, date: int, lexicon: Lexicon) -> Party | None:
    """Return what began: the nearest armed actor, strikes of it where strikes are named; None outside the conflict."""
    first, last = min(governor, date), max(governor, date)
    truce = _truce_of(sentence, governor)
    if truce is not None:
        return Party(sentence[truce].text.removeprefix("وال").removeprefix("ال"), sentence[truce])
    driven = driven_out(sentence, governor, lexicon)
    if driven is not None:
        return driven
    inside = sentence[first : last + 1]
    near = sentence[max(0, governor - 6) : date + 6]
    acts = next((r.noun.measure for p in near for r in p.nouns if r.noun.unit == "event"), None)
    named = acts is None and any(is_of(piece, _LASTING) for piece in inside)  # منذ اندلاع النزاع قبل سبع سنوات
    whose = owners(sentence, governor) if acts is not None else []
    for piece in whose or (inside if named else [*inside, *reversed(sentence[:first])]):
        if any(place.kind == "country" for place in piece.places) and piece is not sentence[min(governor + 1, last)]:
            continue  # في العراق: where, not who
        for key in piece.actors:
            if key in lexicon.parties or key in lexicon.alliances or (acts is not None and key in lexicon.state_keys):
                return Party(f"{key} strikes" if acts is not None else key, piece)
    if acts is not None:
        return Party(acts, None)
    told = [*inside, *reversed(sentence[max(0, first - _SUBJECT_BEFORE) : first])]
    told += [sentence[i] for i in said_of(sentence, governor)]
    told += [piece for piece in sentence[last + 1 : last + _SUBJECT_BEHIND] if is_of(piece, _DECLARED)]
    lasting = next((piece for piece in told if is_of(piece, _LASTING | _DECLARED | _UNDERGONE)), None)
    if lasting is not None:
        word = lasting.text.removeprefix(lasting.conjunction).removeprefix(lasting.preposition)
        return Party(word.removeprefix("وال").removeprefix("ال"), lasting)
    if any("conflict" in piece.cues for piece in sentence[first:last]):
        return Party("conflict", None)
    controls = any(reading.trigger.role == "control" for reading in sentence[governor].triggers)
    return begun_there(sentence, governor) or (Party(CONTROL, sentence[governor]) if controls else None)
