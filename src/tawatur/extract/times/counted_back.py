"""Times counted from what the text itself tells: `غداة تفجير`, `بعد يومين من هجوم`, `منذ بدء التصعيد`, `ومذاك`."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from tawatur.arabic import fold
from tawatur.arabic.times import Time
from tawatur.arabic.times.calendar import shift
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.during import drawn_out, told_by_its_noun
from tawatur.extract.times.periods import DAYS, Dated, lasting
from tawatur.extract.times.shifted import filled, shift_told, since_morning

_DAY_AFTER = frozenset(words_of("day_after"))
_SINCE = frozenset(words_of("since"))
_SINCE_THEN = frozenset(words_of("since_that_time"))
_THEN = frozenset(words_of("that_time"))
_BEGINNING = words_of("beginning")
_FALL = words_of("overthrow")
_BEGUN = (*_BEGINNING, *words_of("begun"))
_OF = frozenset(("من", "علي"))
_ONLY = "فقط"
_AFTER = frozenset(("بعد", "وبعد", "عقب", "وعقب"))
#: How many days old news is at most.
_NEWS = 7
#: The most sentences between `ومذاك` and the time that it takes up.
_THEN_WITHIN = 2
#: How many chunks behind `منذ`, or around a date, name what began.
_NAMED = 4
#: How many chunks behind `منذ ذلك` stands what is counted since then.
_COUNTED = 10
_UNITS = frozenset(words_of("calendar_now"))
_SHOWN = words_of("demonstrative")
#: Nouns of what lasts, or of what is counted from though it was done at once.
_PROLONGED = frozenset((*words_of("lasting"), *words_of("prolonged"), *words_of("counted_from")))


class Onset(NamedTuple):
    """Since when something may last: its first day, the nouns beside the date, the sentence, whether that says so.

    `drawn_out` are the nouns of what is told to have begun then, and goes on for long; `dated` where a date tells it,
    no length of time (`منذ خمسة أشهر`).
    """

    start: str
    words: frozenset[str]
    sentence: int
    lasts: bool
    drawn_out: frozenset[str] = frozenset()
    dated: bool = False


class ToldTimes:
    """What a section has told of times so far, for those that are counted from it."""

    def __init__(self, anchor: str | None) -> None:
        self._anchor = anchor
        self._day: Time | None = None
        self._last: tuple[str, int] | None = None
        self._onsets: list[Onset] = []
        self._open: dict[int, tuple[frozenset[str], Time]] = {}

    def read(self, sentence: list[Chunk], times: list[Dated], number: int, passage: Passage) -> list[Dated]:
        """Return a sentence's times with those that are counted from others, in order; remember them for the next.

        `number` is the sentence's in its section. `منذ` and an event that nothing told dates is a time without a day:
        what stands beside it takes none from elsewhere.
        """
        counted = [*self._counted_back(sentence, passage), *self._since_an_event(sentence, times, number, passage)]
        if not (counted or times) and passage.kind != "title":
            counted = self._in_its_course(sentence, number, passage)
        self._remember(sentence, times, number, passage)
        settled = {dated.at for dated in counted}
        return sorted((*(dated for dated in times if dated.at not in settled), *counted), key=lambda dated: dated.at)

    def told_later(self, number: int) -> Time | None:
        """Return the time since an event of a sentence that only a later one dates, by a beginning of the same noun."""
        words, time = self._open.get(number, (frozenset(), None))
        if time is None or self._anchor is None:
            return None
        later = (onset.start for onset in self._onsets if onset.sentence > number and onset.drawn_out & words)
        start = next(later, None)
        if start is None or start > self._anchor:
            return None
        return lasting(msgspec.structs.replace(time, start_date=start), self._anchor)

    def _counted_back(self, sentence: list[Chunk], passage: Passage) -> list[Dated]:
        found = []
        for at, piece in enumerate(sentence):
            apart = self._apart(sentence, at, passage)
            if apart is not None:
                found.append(apart)
                continue
            units = _units_back(sentence, at)
            if units is None:
                continue
            base = self._base(sentence, at)
            if base is not None:
                day = shift(date.fromisoformat(base), units[0], -units[1]).isoformat()
                time = _time_of(piece, passage, day, day, "distance back")
                if self._anchor is not None and any(one.is_(*_BEGINNING) for one in sentence[at + 1 : at + 3]):
                    time = lasting(time, self._anchor)  # بعد أسبوعين على بدء الحملة
                found.append(Dated(at, time, behind=True))
        return found

    def _apart(self, sentence: list[Chunk], at: int, passage: Passage) -> Dated | None:
        """Return the time at a chunk that lies a stretch after or before another, or the stretch that a war has lasted.

        `وقبل ذلك بيومين`, `في اليوم التالي`; `خلال ثلاثة أسابيع من القصف`, up to the report.
        """
        piece, moved, length = sentence[at], shift_told(sentence, at, passage), filled(sentence, at)
        if length is not None and self._anchor is not None:
            start = shift(date.fromisoformat(self._anchor), length[0], -length[1]).isoformat()
            time = lasting(_time_of(piece, passage, start, self._anchor, "since"), self._anchor)
            return Dated(at, time, behind=piece.time is not None)
        base = None if moved is None else self._base(sentence, at)
        if moved is None or base is None:
            return None
        day = shift(date.fromisoformat(base), *moved).isoformat()
        return Dated(at, _time_of(piece, passage, day, day, "distance back"))

    def _base(self, sentence: list[Chunk], at: int) -> str | None:
        """Return the day from which what is told at a chunk counts back: its sentence's, or the last one told."""
        days = (piece.time for piece in reversed(sentence[:at]) if piece.time is not None)
        day = next((time for time in days if self._is_news(time)), self._day)
        return day.end_date if day is not None else None

    def _is_news(self, time: Time) -> bool:
        """Tell whether a time is a day that a report tells news of: not after it, nor long before."""
        if time.precision not in DAYS or time.start_date is None or time.start_date != time.end_date:
            return False
        if self._anchor is None:
            return True
        age = date.fromisoformat(self._anchor) - date.fromisoformat(time.start_date)
        return 0 <= age.days <= _NEWS

    def _since_an_event(self, sentence: list[Chunk], times: list[Dated], number: int, passage: Passage) -> list[Dated]:
        for at, piece in enumerate(sentence):
            then = _is_since_then(sentence, at)
            if not then and (piece.time is not None or piece.text not in _SINCE):
                continue
            ahead = sentence[at + 1 : at + 1 + _NAMED]
            if not then and since_morning(sentence, at):
                day = self._base(sentence, at) or self._anchor
                return [] if day is None else [Dated(at, _time_of(piece, passage, day, day, "since"))]
            if not ahead or (not then and any(_is_dated(one) for one in sentence[at + 1 : at + 12])):
                continue
            if then:
                start = (_last_before(at, times) if _dates_a_count(sentence, at) else None) or self._last_told(number)
            else:
                begins = ahead[0].is_(*_BEGINNING, *_FALL)
                start = self._onset(_words(ahead), number, any_onset=_is_its(ahead[0]), begins=begins)
            if start is not None and self._anchor is not None and start <= self._anchor:
                since = _time_of(piece, passage, start, self._anchor, "since")
                return [Dated(at, lasting(since, self._anchor))]
            if not times and passage.kind != "title":
                undated = _time_of(piece, passage, None, None, "since")
                self._open[number] = frozenset() if then else _words(ahead), undated
                return [Dated(at, undated)]
        return []

    def _in_its_course(self, sentence: list[Chunk], number: int, passage: Passage) -> list[Dated]:
        """`وقتل خلال الحملة 14 مسلحا`: the days of what the text has told to have begun more than a week ago."""
        at = told_by_its_noun(sentence)
        if at is None or self._anchor is None:
            return []
        words = drawn_out([sentence[at]])
        shown = any(piece.is_(*_SHOWN) for piece in sentence[max(0, at - 1) : at + 1])
        told = (
            o
            for o in reversed(self._onsets)
            if o.drawn_out & words or (shown and o.drawn_out and number - o.sentence == 1)
        )
        start = next((onset.start for onset in told), None)
        if start is None or (date.fromisoformat(self._anchor) - date.fromisoformat(start)).days <= _NEWS:
            return []
        return [Dated(at, lasting(_time_of(sentence[at], passage, start, self._anchor, "since"), self._anchor))]

    def _last_told(self, number: int) -> str | None:
        return self._last[0] if self._last is not None and number - self._last[1] <= _THEN_WITHIN else None

    def _onset(self, words: frozenset[str], number: int, *, any_onset: bool, begins: bool) -> str | None:
        """Return the first day of the last thing told by the same noun, or of what began last a sentence before.

        A beginning or a fall (`begins`) is else the only thing that the section has told to have lasted since a date.
        """
        for onset in reversed(self._onsets):
            if onset.words & words or (any_onset and onset.words):
                return onset.start
        lasting = [onset for onset in self._onsets if onset.lasts]
        near = [onset.start for onset in lasting if number - onset.sentence <= 1]
        only = {onset.start for onset in lasting if onset.dated} if begins else set()
        return max(near, default=None) or (only.pop() if len(only) == 1 else None)

    def _remember(self, sentence: list[Chunk], times: list[Dated], number: int, passage: Passage) -> None:
        for dated in times:
            time = dated.time
            if time.start_date is None:
                continue
            self._last = time.start_date, number
            if time.relation == "at" and self._is_news(time):
                self._day = time
            words = _words(sentence[max(0, dated.at - 2 * _NAMED) : dated.at + 1 + _NAMED])
            since = time.relation == "since"
            words_of_it = fold(passage.words(time.first, time.last)).split()
            lasts = since and _UNITS.isdisjoint(words_of_it)  # منذ مطلع العام: nothing began then
            if words or lasts:
                around = sentence[max(0, dated.at - 2 * _NAMED) : dated.at + 1 + _NAMED]
                begun = since or any(piece.is_(*_BEGUN) for piece in around)
                nouns = drawn_out(around) if begun else frozenset()
                date_told = time.rule != "distance since"
                self._onsets.append(Onset(time.start_date, words, number, lasts, nouns, date_told))


def _units_back(sentence: list[Chunk], at: int) -> tuple[str, float] | None:
    """Return how far before its clause's day an event lies: `غداة`, `بعد ستة أيام من`."""
    piece = sentence[at]
    if piece.text in _DAY_AFTER:
        return "day", 1
    time = piece.time
    if time is None or time.rule != "told" or time.duration is None or at + 1 == len(sentence):
        return None
    low, high = time.duration.low, time.duration.high
    behind = sentence[at + 1 + (sentence[at + 1].text == _ONLY)] if at + 2 < len(sentence) else sentence[at + 1]
    if low is None or low != high or piece.text not in _AFTER or behind.text not in _OF:
        return None
    return time.duration.unit, low


def _is_dated(piece: Chunk) -> bool:
    """Tell whether a chunk is a time that says since when: not `قبل سنوات`."""
    return piece.time is not None and (piece.time.start_date is not None or piece.time.rule == "told")


def _is_its(piece: Chunk) -> bool:
    """`اندلاعها`, `بدئه`, `بدايتها`: the beginning of what was told of before."""
    bare = next((piece.text.removesuffix(end) for end in ("ها", "ه") if piece.text.endswith(end)), "")
    spelt = {bare} | {bare[:-1] + last for end, last in (("ئ", "ء"), ("ت", "ة")) if bare.endswith(end)}
    return not spelt.isdisjoint(_BEGINNING)


def _is_since_then(sentence: list[Chunk], at: int) -> bool:
    piece = sentence[at]
    if piece.text in _SINCE_THEN:
        return True
    return piece.text in _SINCE and any(one.text in _THEN for one in sentence[at + 1 : at + 3])


def _last_before(at: int, times: list[Dated]) -> str | None:
    """Return the first day of the last time that a sentence tells before a chunk: `في 30 مارس، ومنذ ذلك التاريخ`."""
    days = [dated.time.start_date for dated in times if dated.at < at and dated.time.start_date is not None]
    return days[-1] if days else None


def _dates_a_count(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a number stands behind `منذ ذلك`, or right before it, that is counted since then."""
    before = sentence[max(0, at - _NAMED) : at]
    counted = any(piece.number is not None for piece in before) and not any(piece.mark for piece in before)
    return counted or any(piece.number is not None for piece in sentence[at + 1 : at + 1 + _COUNTED])


def _words(pieces: list[Chunk]) -> frozenset[str]:
    """Return the nouns of what lasts among chunks, bare: `هجوم`, `تدخل`, or its verb, `تدخلت`."""
    found: set[str] = set()
    for piece in pieces:
        for word in piece.words:
            bare = word.removeprefix("و").removeprefix("ال")
            found |= {bare, bare.removesuffix("ا"), bare.removesuffix("ت")} & _PROLONGED
    return frozenset(found)


def _time_of(piece: Chunk, passage: Passage, start: str | None, end: str | None, rule: str) -> Time:
    """Return a time in the words of a chunk."""
    if piece.time is not None:
        return msgspec.structs.replace(
            piece.time, start_date=start, end_date=end, rule=rule, precision="day", stated=start, relation="at"
        )
    first, last = passage.analysed.raw_span(piece.first, piece.last)
    return Time(
        start=first,
        end=last,
        start_date=start,
        end_date=end,
        precision="day",
        rule=rule,
        first=piece.first,
        last=piece.last,
    )
