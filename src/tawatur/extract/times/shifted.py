"""Times a stretch away from the one just told: `وقبل ذلك بيومين`, `في اليوم التالي`; and how long something went on.

`بعد يومين من هجوم` counts back to the attack; `بعد شهر من المعارك` and `خلال ثلاثة أسابيع من القصف` tell how long the
fighting has lasted.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.arabic.times import find_times
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.durations import opens_clause

_BEFORE, _AFTER = frozenset(words_of("before_it")), frozenset(words_of("after_it"))
_BEFORE_THAT, _AFTER_THAT = ("قبل",), ("بعد",)
_THAT = ("ذلك",)
_NEXT, _PREVIOUS = frozenset(words_of("next_one")), frozenset(words_of("previous_one"))
_DURING = frozenset(words_of("all_through"))
_FILLS = frozenset(words_of("fills_a_time"))
_MORNING, _HOURS = frozenset(words_of("start_of_day")), frozenset(words_of("hours_of"))
#: Units in which days are counted on from another.
_UNITS = ("day", "week", "month", "year")
#: How many chunks a length of time has at most, and how many behind `من` name what filled it.
_LONGEST, _NAMED = 2, 2

Length = tuple[str, float]


def shift_told(sentence: list[Chunk], at: int, passage: Passage) -> Length | None:
    """Return how far after the time just told what a chunk opens lies; before it, less than nothing; None for neither.

    The lengths are in the units of `shift`: `وقبل ذلك بيومين` is −2 days, `وفي اليوم التالي` 1 day.
    """
    piece = sentence[at]
    time = piece.time
    if time is not None:
        told = time.rule == "told" and time.duration is None and time.precision in ("day", "night")
        last = fold(passage.words(time.first, time.last)).split()[-1] if told else ""
        if last in _PREVIOUS:
            return ("day", -1) if opens_clause(sentence, at) else None  # not: ضعف عدد القتلى في اليوم السابق
        return ("day", 1) if last in _NEXT else None
    word = piece.text.removeprefix("و")
    if at + 2 < len(sentence) and sentence[at + 1].text in _THAT and word in (*_BEFORE_THAT, *_AFTER_THAT):
        first, sign = at + 2, -1 if word in _BEFORE_THAT else 1
    elif word in _BEFORE or word in _AFTER:
        first, sign = at + 1, -1 if word in _BEFORE else 1
    else:
        return None
    words = [word for piece in sentence[first : first + _LONGEST] for word in piece.words]
    if not words or not words[0].startswith("ب"):
        return None
    length = _length([words[0].removeprefix("ب"), *words[1:]])
    return None if length is None else (length[0], sign * length[1])


def filled(sentence: list[Chunk], at: int) -> Length | None:
    """Return how long what a chunk opens has lasted: `خلال ثلاثة أسابيع من حملة القصف`, `بعد شهر من المعارك`."""
    piece = sentence[at]
    if piece.time is not None:
        duration = piece.time.duration
        if piece.time.rule != "told" or duration is None or piece.words[0].removeprefix("و") not in _AFTER_THAT:
            return None
        if duration.low is None or duration.low != duration.high or (duration.unit, duration.low) == ("day", 1):
            return None  # بعد يوم من المواجهات: the day before
        length: Length | None = (duration.unit, duration.low)
        of = at + 1
    elif piece.text.removeprefix("و") in _DURING:
        ahead = range(at + 1, min(at + 2 + _LONGEST, len(sentence)))
        of = next((i for i in ahead if sentence[i].is_("من")), len(sentence))
        length = _length([word for one in sentence[at + 1 : of] for word in one.words])
    else:
        return None
    if length is None or of + 1 >= len(sentence) or not sentence[of].is_("من"):
        return None
    named = [one for one in sentence[of + 1 : of + 1 + _NAMED] if not one.mark]
    full = any(word.removeprefix("ال") in _FILLS for one in named for word in one.words if word.startswith("ال"))
    return length if full else None


def since_morning(sentence: list[Chunk], at: int) -> bool:
    """`منذ الصباح الباكر`, `منذ ساعات الفجر`: since a chunk's `منذ`, the start of the day that is told of."""
    ahead = [word for piece in sentence[at + 1 : at + 3] for word in piece.words]
    first = 1 if ahead and ahead[0] in _HOURS else 0
    return len(ahead) > first and ahead[first] in _MORNING


def length_of(pieces: list[Chunk]) -> Length | None:
    """Return the length of time that chunks tell, all of them: `ثلاثة أسابيع`, `يومين`."""
    return _length([word for piece in pieces for word in piece.words])


def _length(words: list[str]) -> Length | None:
    told = find_times("بعد " + " ".join(words), None)
    duration = told[0].duration if told else None
    if duration is None or duration.low is None or duration.low != duration.high or duration.unit not in _UNITS:
        return None
    return duration.unit, duration.low
