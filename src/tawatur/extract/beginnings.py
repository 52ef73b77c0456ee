"""Beginnings and ends: the dated claims `began` and `ended`.

A date begins or ends something where a word of beginning governs it (`بدأت المعارك في صيف 2012`, `في 7 أيار أطلق
هجوما`), where a place came under somebody's control then (`سيطرة التنظيم على الموصل في حزيران`), where something that
lasts is said to be going on since then (`الحرب المستمرة منذ 2014`), or where it went on from one date to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.arabic import stems
from tawatur.arabic.times import Time
from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.draft import Draft
from tawatur.extract.function_words import words_of
from tawatur.extract.government import completed
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.parties import Party
from tawatur.extract.periods import Dated
from tawatur.model import Measure

_REACH = 18
#: How far a date that opens its clause looks ahead.
_AHEAD = 9
#: Within how many chunks of its verb or masdar stands what begins.
_NEAR = 6
_SHORTEST_VERB = 3
_SHOT = ("نار", "النار", "سراح", "صاروخ", "صواريخ", "الصواريخ", "قذائف", "رصاص", "الرصاص")
_LASTS = ("مستمر", "مستمرة", "مستمرا", "متواصل", "متواصلة", "زال", "زالت", "يزال", "تزال")
#: How many chunks before a date since which something lasts its noun may stand.
_LASTING_REACH = 14
#: How many chunks before a date the event may begin that it dates, and a truce that it begins.
_EVENT_REACH = 7
_TRUCE_REACH = 14
#: How many chunks before a date a count may stand that it bounds.
_COUNT_REACH = 24
#: How far before its verb what began may stand: `الحرب التي اندلعت`.
_SUBJECT_BEFORE = 3
#: How far behind the date of an announcement what it announces may stand.
_ANNOUNCED = 3
#: How far before `منذ` a superlative may stand that compares what happened since.
_WORST_REACH = 9
_TERRITORY = frozenset(("place_noun", "territory"))
_NUMBER_OF = words_of("number_of")
_LASTING = frozenset(words_of("lasting"))
_PROLONGED = frozenset(words_of("prolonged"))
_DECLARED = frozenset(words_of("declared"))
_SETTING_OUT = frozenset(words_of("setting_out"))
_PROCLAIMED = frozenset(words_of("proclaimed"))
_WORST = words_of("worst")
_FOUGHT = frozenset(words_of("fought"))
_LAUNCHED = frozenset(words_of("launched"))
_TRUCE = frozenset(words_of("truce"))
_CEASE, _FIRE = frozenset(words_of("cease")), frozenset(words_of("fire"))
_HELD = frozenset(words_of("held"))
_YEARS = words_of("two_years")
_STARTS = words_of("starts")
_DECLARES = words_of("declares")
#: The rules of times that count from the day of the report: news of the day, no history of a place's control.
_COUNTED_BACK = "distance back"
_OF_THE_DAY = frozenset(("day word", "day word and weekday", "weekday"))


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
        for onset in _onsets(sentence, dated, lexicon):
            stated = stated_date(onset.time)
            subject = _subject(sentence, onset.at, dated.at, lexicon) if stated is not None else None
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
    if not any(piece.is_(*_DECLARES) for piece in sentence[max(0, date - _TRUCE_REACH) : date]):
        return None
    behind = range(date + 1, min(len(sentence), date + 1 + _ANNOUNCED))
    at = next((at for at in behind if _is_of(sentence[at], _SETTING_OUT)), None)
    told = at is not None and any(_is_of(piece, _LASTING) for piece in sentence[at + 1 : at + 4])
    return at if told else None


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
        at = _fought_between(sentence, dated.at)
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
    governor = _governor(sentence, dated, lexicon)
    if governor is not None:
        yield Onset(governor[1], own, governor[0])
        return
    since = dated.at if time.relation == "since" else _since_an_event(sentence, dated.at)
    if since is not None and not _counts_near(sentence, since) and not _compares(sentence, since):
        at = _lasting(sentence, since, lexicon)
        if at is not None:
            yield Onset("began", own, at)
            return
    at = _declared_truce(sentence, dated)
    if at is not None:
        yield Onset("began", own, at)


def _governor(sentence: list[Chunk], dated: Dated, lexicon: Lexicon) -> tuple[int, Measure] | None:
    """Return the verb or masdar that the date belongs to, and what the date is to it.

    It stands before the date in its clause, or behind a date that opens the clause.
    """
    for back in range(dated.at - 1, max(-1, dated.at - _REACH), -1):
        piece = sentence[back]
        counted = piece.number is not None and piece.number.noun is None  # الطرفين: no count
        if counted or piece.time is not None:
            return None
        if piece.mark and piece.text in ("؛", ";", ":", "."):
            break
        measure = _says(sentence, back, dated, lexicon)
        if measure is not None:
            return back, measure
        if piece.verb_says or any(r.verb or r.trigger.measure in ("began", "ended") for r in piece.triggers):
            break
    if not _opens(sentence, dated.at):
        return None
    for at in range(dated.at + 1, min(len(sentence), dated.at + _AHEAD)):
        piece = sentence[at]
        if piece.number is not None or piece.time is not None or (piece.mark and piece.text != "،"):
            return None
        measure = _says(sentence, at, dated, lexicon)
        if measure is not None:
            return at, measure
        if piece.verb_says:
            return None
    return None


def _opens(sentence: list[Chunk], date: int) -> bool:
    """Tell whether a date stands at the head of its clause, a preposition before it left out of account."""
    before = [piece for piece in sentence[max(0, date - 2) : date] if not piece.is_("في", "و", "منذ", "ففي")]
    return not before or before[-1].mark


def _says(sentence: list[Chunk], at: int, dated: Dated, lexicon: Lexicon) -> Measure | None:
    """Return whether a word says that what it governs began or ended on the date."""
    for reading in sentence[at].triggers:
        measure = reading.trigger.measure
        if measure not in ("began", "ended") or not completed(sentence, at, reading.trigger.lemma):
            continue
        first = " " in reading.trigger.lemma  # شن أولى غاراته: whenever it was, it began
        if first or _may_begin(sentence, at, dated, reading.trigger.role, lexicon):
            return "ended" if measure == "ended" else "began"
    return None


def _may_begin(sentence: list[Chunk], at: int, dated: Dated, role: str | None, lexicon: Lexicon) -> bool:
    """Tell whether a campaign, an alliance or the control of a place begins or ends, not a talk, a term or a rocket."""
    date = dated.at
    if any(piece.is_(*_SHOT) for piece in sentence[at + 1 : at + _NEAR]):
        return False  # إطلاق نار, أطلقت، الاثنين، سراح
    near = sentence[max(0, at - _NEAR) : max(at, date) + _NEAR]
    if role == "control":
        if dated.time.rule in _OF_THE_DAY:
            return False
        around = [*sentence[at + 1 : at + _NEAR], *sentence[max(0, at - 4) : at]]
        return any(piece.places or piece.cues & _TERRITORY for piece in around)
    beside = sentence[max(0, at - 3) : at + _NEAR]
    if role == "campaign" and any(_is_of(piece, _LASTING) for piece in beside):
        return not (dated.time.rule in _OF_THE_DAY and not any(_is_of(piece, _LAUNCHED) for piece in beside))
    if any(piece.names("event") for piece in near):
        return dated.time.rule not in _OF_THE_DAY or any(_is_of(piece, _LAUNCHED) for piece in beside)
    if role != "founding":
        return any("conflict" in piece.cues and not piece.actors for piece in sentence[at : at + 3])
    return any(key in lexicon.alliances for piece in sentence[: max(at, date)] for key in piece.actors) or any(
        key in lexicon.armed_groups for piece in sentence[max(0, at - 3) : at + 3] for key in piece.actors
    )


def _is_of(piece: Chunk, words: frozenset[str]) -> bool:
    """Tell whether a chunk is one of some nouns, with or without prefixes, endings of case and pronouns."""
    if piece.mark or piece.time is not None:
        return False
    return any(stem.text in words or not words.isdisjoint(_bare(stem.text)) for stem in stems(piece.words[0]))


def _bare(word: str) -> tuple[str, ...]:
    """Return what a noun may be without its ending: `حملته` is حملة, `عملياتها` عمليات."""
    for ending in ("هما", "ها", "هم", "ه", "ا"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            bare = word[: -len(ending)]
            return (bare, bare[:-1] + "ة") if bare.endswith("ت") and ending != "ا" else (bare,)
    return ()


def _counts_near(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a number, or what opens one (`حصيلة الحرب منذ`), stands before a date: it only bounds the count."""
    for piece in reversed(sentence[max(0, at - _COUNT_REACH) : at]):
        if piece.mark and piece.text in ("؛", ";", ":"):
            return False
        if piece.number is not None or piece.is_(*_NUMBER_OF):
            return True
    return False


def _compares(sentence: list[Chunk], since: int) -> bool:
    """`أعنف تصعيد منذ 2013`: since when nothing was like it."""
    return any(piece.is_(*_WORST) for piece in sentence[max(0, since - _WORST_REACH) : since])


def _lasting(sentence: list[Chunk], date: int, lexicon: Lexicon) -> int | None:
    """Return the noun of what has lasted since a date, or the party that has been doing something since then.

    `الحرب المستمرة منذ`, `تقود واشنطن منذ آب ائتلافا`, `ومنذ 2013 تفرض القوات حصارا`.
    """
    for back in range(date - 1, max(-1, date - _LASTING_REACH), -1):
        piece = sentence[back]
        if piece.mark and piece.text in ("؛", ";", ":", ".", "،", ",", "؟"):
            break
        if piece.verb_says or piece.time is not None:
            break
        if _is_of(piece, _PROLONGED):
            return back
    if _opens(sentence, date):
        for at in range(date + 1, min(len(sentence), date + _AHEAD)):
            piece = sentence[at]
            if piece.number is not None or piece.time is not None or piece.verb_says:
                break
            if _is_of(piece, _DECLARED):
                return at
    ahead = sentence[date + 1 : date + _EVENT_REACH]
    if not any(piece.number is not None or piece.time is not None for piece in ahead) and any(
        map(_is_going_on, sentence[max(0, date - _NEAR) : date + _EVENT_REACH])
    ):
        for at, piece in enumerate(ahead, date + 1):
            if piece.mark or "clause" in piece.cues or piece.is_("في", "بعد", "قبل"):
                break
            if _is_of(piece, _PROLONGED) and not piece.text.startswith("ال") and not piece.preposition:
                return at  # تشهد غزة منذ 30 آذار مسيرات
    return _standing(sentence, date, lexicon)


def _since_an_event(sentence: list[Chunk], date: int) -> int | None:
    """`منذ سقوط النظام في 2011`: the chunk of the preposition where the date tells when an event was."""
    for back in range(date - 1, max(-1, date - _EVENT_REACH), -1):
        piece = sentence[back]
        if piece.is_("منذ"):
            return back
        if piece.mark or piece.verb_says or piece.number is not None:
            return None
    return None


def _declared_truce(sentence: list[Chunk], dated: Dated) -> int | None:
    """`أعلنت هدنة في 2011`, `هدنة اعتبارا من الثلاثاء`: the noun of a truce that a date in its clause begins."""
    date = dated.at
    words = range(max(0, date - _TRUCE_REACH), min(len(sentence), date + _NEAR))
    truce = next((at for at in words if _names_truce(sentence, at)), None)
    if truce is None:
        return _proclaimed(sentence, dated)
    if truce is None or any(
        sentence[at].text in (";", "؛", ":", ".") for at in range(min(truce, date), max(truce, date))
    ):
        return None
    between = sentence[truce + 1 : date]
    if truce < date and (dated.time.relation == "since" or any(p.is_(*_STARTS) for p in between)):
        return truce
    if truce < date and between and between[-1].is_("من") and not any(p.verb_says for p in between):
        return truce  # هدنة من منتصف الليلة
    declared = any(sentence[at].is_(*_DECLARES) for at in range(max(0, min(truce, date) - 5), max(truce, date)))
    return truce if declared and dated.time.rule not in _OF_THE_DAY else None


def _proclaimed(sentence: list[Chunk], dated: Dated) -> int | None:
    """`الخلافة التي أعلنها التنظيم في حزيران 2014`: what was proclaimed on a date."""
    for at in range(dated.at - 1, max(-1, dated.at - _NEAR), -1):
        piece = sentence[at]
        if piece.mark or piece.number is not None or piece.time is not None:
            return None
        if piece.is_(*_DECLARES):
            return next((b for b in range(at - 1, max(-1, at - 4), -1) if _is_of(sentence[b], _PROCLAIMED)), None)
    return None


def _names_truce(sentence: list[Chunk], at: int) -> bool:
    if _is_of(sentence[at], _TRUCE):
        return True
    behind = sentence[at + 1 : at + 3]
    return _is_of(sentence[at], _CEASE) and any(_is_of(piece, _FIRE) for piece in behind)


def _standing(sentence: list[Chunk], at: int, lexicon: Lexicon) -> int | None:
    """`تقود واشنطن منذ آب ائتلافا`: what a party to the conflict has been doing since a date began on it."""
    for back in range(at - 1, max(-1, at - 8), -1):
        piece = sentence[back]
        if piece.mark and piece.text not in ('"', "(", ")"):
            return None
        if any(key in lexicon.opponents or key in lexicon.state_keys for key in piece.actors):
            return back if any(map(_is_going_on, sentence[max(0, back - 3) : at])) else None
    return None


def _is_going_on(piece: Chunk) -> bool:
    """Tell whether a word has the form of the present, or says that something lasts: `تقود`, `ويقاتل`, `المستمر`."""
    word = piece.text.removeprefix(piece.conjunction or "و")
    present = word[:1] in ("ي", "ت") and len(word) > _SHORTEST_VERB and not piece.nouns and not piece.places
    return (present and not piece.actors) or word.endswith(_LASTS)


def _fought_between(sentence: list[Chunk], date: int) -> int | None:
    """`المعركة التي دارت بين أيلول وكانون الثاني`: the noun of what went on from one date to another."""
    window = range(date - 1, max(-1, date - _REACH), -1)
    if sentence[date].words[0].endswith(_YEARS):
        return None  # جرائم حرب عامي 2012 و2013
    held = next((at for at in window[:_NEAR] if _is_of(sentence[at], _HELD)), None)
    if held is not None and any(piece.places or piece.cues & _TERRITORY for piece in sentence[held:date]):
        return held  # سيطرتهما على تمبكتو بين نيسان 2012 وكانون الثاني 2013
    if any(sentence[at].number is not None for at in window):
        return None
    if not any(sentence[at].is_(*_FOUGHT) for at in window):
        return None
    return next((at for at in window if _is_of(sentence[at], _PROLONGED)), None)


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
    window = [*sentence[first : last + 1], *reversed(sentence[:first])]
    near = sentence[max(0, governor - 6) : date + 6]
    acts = next((r.noun.measure for p in near for r in p.nouns if r.noun.unit == "event"), None)
    for piece in window:
        if any(place.kind == "country" for place in piece.places) and piece is not sentence[min(governor + 1, last)]:
            continue  # في العراق: where, not who
        for key in piece.actors:
            if key in lexicon.parties or key in lexicon.alliances or (acts is not None and key in lexicon.state_keys):
                return Party(f"{key} strikes" if acts is not None else key, piece)
    if acts is not None:
        return Party(acts, None)
    told = [*sentence[first : last + 1], *reversed(sentence[max(0, first - _SUBJECT_BEFORE) : first])]
    lasting = next((piece for piece in told if _is_of(piece, _LASTING | _DECLARED)), None)
    if lasting is not None:
        return Party(lasting.text.removeprefix(lasting.conjunction).removeprefix("ال"), lasting)
    return next((Party("conflict", None) for piece in sentence[first:last] if "conflict" in piece.cues), None)
