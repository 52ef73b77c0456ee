"""Dates that only the text can show to be wrong: a day that the calendar has not, a time elapsed that does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.collate.facts import Fact
from tawatur.model import Report


def missing_days(report: Report, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield (fact, words) for each day that the calendar has not, with the nearest fact of its sentence."""
    yield from ()


def clashing_durations(report: Report, date: int | None, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Yield (fact, words)."""
    yield from ()
