"""Times in a row, which together are one count's: `في 16 تموز و8 آب`, `عام 2002 و2004`, `منذ 4 تموز، وحتى 20 منه`."""

from __future__ import annotations

import msgspec

from tawatur.arabic.times import Time
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.times.periods import Dated

_JOINTS = frozenset(("و", "،", ",", "في", "وفي", "عام", "وعام", "يوم", "ويوم"))
_UNTIL = frozenset(("حتي", "وحتي", "الي", "والي"))
#: What may stand between `حتى` and a number of a day.
_PARTS = frozenset(("ال", "فجر", "صباح", "ظهر", "مساء", "ليل", "ليلة", "منتصف", "يوم", "تاريخ"))
_RELATIONS = frozenset(("at", "during"))


def in_rows(sentence: list[Chunk], times: list[Dated]) -> list[Dated]:
    """Return a sentence's times, each that others are joined to as the span from the first of them to the last."""
    found: list[Dated] = []
    row: list[Dated] = []
    for dated in times:
        if row and not _continues(sentence, row[-1], dated):
            found += _spanned(sentence, row)
            row = []
        row.append(dated)
    return found + _spanned(sentence, row)


def _continues(sentence: list[Chunk], one: Dated, other: Dated) -> bool:
    between = sentence[one.at + 1 : other.at]
    if one.time.relation == "since" and other.time.relation in ("until", "at"):
        told = next((at for at, piece in enumerate(between) if piece.time is not None), -1)  # منذ بدء الحرب في تموز
        to = [piece for piece in between[told + 1 :] if not piece.mark and piece.text not in _PARTS]
        said = other.time.relation == "until" or bool(to)
        return said and all(piece.text in _UNTIL for piece in to) and _reaches(one.time, other.time)
    if one.behind or other.behind or any(piece.text not in _JOINTS for piece in between):
        return False
    joined = any(piece.text.startswith("و") for piece in (*between, sentence[other.at]))
    alike = {one.time.relation, other.time.relation} <= _RELATIONS and one.time.precision == other.time.precision
    return joined and alike and _is_closed(one.time) and _is_closed(other.time)


def _is_closed(time: Time) -> bool:
    return time.start_date is not None and time.end_date is not None


def _reaches(one: Time, other: Time) -> bool:
    return one.start_date is not None and other.end_date is not None and one.start_date <= other.end_date


def _spanned(sentence: list[Chunk], row: list[Dated]) -> list[Dated]:
    """Return a row's times as their span; apart where the last one begins what follows (`قتل 3 السبت والأحد قتل 5`)."""
    if len(row) < 2:
        return row
    behind = sentence[row[-1].at + 1 : row[-1].at + 2]
    counted = any(piece.number is not None for piece in sentence[: row[0].at])
    if counted and any(piece.number is not None or piece.triggers for piece in behind):
        return row
    starts = [dated.time.start_date for dated in row if dated.time.start_date is not None]
    ends = [dated.time.end_date for dated in row if dated.time.end_date is not None]
    if row[0].time.relation == "since":
        ends = ends[-1:]
    first, last = min(starts), max(ends)
    return [
        dated._replace(
            time=msgspec.structs.replace(
                dated.time, start_date=first, end_date=last, rule="range", relation="during", open_end=False
            )
        )
        for dated in row
    ]
