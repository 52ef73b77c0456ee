"""What resolving a time gives."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.arabic.times.calendar import NO_DAYS, Days

#: The rules under which no day was found.
UNRESOLVED = frozenset({"needs anchor", "told", "no such day", "outside the calendar"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """Days, precision, the rule's name, the date as far as stated, and the two ends of a range."""

    days: Days
    precision: str
    rule: str
    stated: str | None = None
    parts: tuple[Resolved, ...] = ()


def unresolved(precision: str, rule: str) -> Resolved:
    """Return a time without days, for the reason that `rule` names."""
    return Resolved(NO_DAYS, precision, rule)
