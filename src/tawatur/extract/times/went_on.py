"""How long what began on a date went on: `العملية التي بدأت في 3 مايو واستمرت عشرة أيام`, `اندلعت ودامت شهرا`."""

from __future__ import annotations

from datetime import date
from math import ceil

import msgspec

from tawatur.arabic.times import Time
from tawatur.arabic.times.calendar import shift, shift_days
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.periods import Dated
from tawatur.extract.times.shifted import length_of

_WENT_ON = frozenset(words_of("went_on"))
_HOURS = frozenset(words_of("hours_of"))
#: How many chunks behind a date the verb stands that says how long it went on, and how many tell the length.
_SAID_WITHIN, _LONGEST = 2, 3
_DAY = 24


def gone_on(sentence: list[Chunk], times: list[Dated]) -> list[Dated]:
    """Return a sentence's times, those of what went on so long from a date reaching to its end."""
    ended = (
        (dated, _went_on(sentence, dated.at, dated.time) if dated.time.relation == "at" else None) for dated in times
    )
    return [dated if time is None else dated._replace(time=time) for dated, time in ended]


def _went_on(sentence: list[Chunk], at: int, time: Time) -> Time | None:
    """Return the time from the date at a chunk to the end of what went on so long; None where nothing says how long.

    A day and N days on are N days with the first, a day and N hours on the days that the last of them may be.
    """
    verb = next((i for i in range(at + 1, min(at + 1 + _SAID_WITHIN, len(sentence))) if _is_said(sentence[i])), None)
    if verb is None or time.start_date is None:
        return None
    if time.start_date != time.end_date:  # الحرب التي بدأت في يوليو واستمرت 51 يوما: on what day it ended is not told
        return msgspec.structs.replace(time, rule="range", relation="during")
    start, ahead = date.fromisoformat(time.start_date), sentence[verb + 1 : verb + 1 + _LONGEST]
    hours = ahead[0].number if len(ahead) > 1 and ahead[1].is_one_of(_HOURS) else None
    if hours is not None and hours.low is not None and hours.low == hours.high:
        end = shift_days(start, ceil(hours.low / _DAY))
    else:
        length = next((found for n in range(len(ahead), 0, -1) if (found := length_of(ahead[:n]))), None)
        if length is None:
            return None
        end = shift_days(shift(start, *length), -1)
    return msgspec.structs.replace(time, end_date=end.isoformat(), rule="range", relation="during")


def _is_said(piece: Chunk) -> bool:
    return piece.text.removeprefix("و") in _WENT_ON
