"""How precisely a claim is dated and placed, as event data sets count it."""

from __future__ import annotations

import datetime as dt

from tawatur.export.naming import Location
from tawatur.model import Period

_WEEK, _MONTH = 7, 31

#: UCDP GED's `where_prec` by kind of place: 1 the place itself, 3 district, 4 province, 5 a stretch of land, 6 country.
_GED = {"country": 6, "region": 5, "feature": 5, "admin1": 4, "admin2": 3}
#: ACLED's `geo_precision`: 1 the place itself, 2 near it or a small part of a region, 3 a larger region.
_ACLED = {"country": 3, "region": 3, "feature": 2, "admin1": 3, "admin2": 2}


def days(when: Period | None) -> int | None:
    """Return how many days a period has; None where an end is open."""
    if when is None or when.start is None or when.end is None:
        return None
    return (dt.date.fromisoformat(when.end) - dt.date.fromisoformat(when.start)).days + 1


def ged_date(when: Period | None) -> int | None:
    """Return `date_prec`: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer; None where a period is open."""
    length = days(when)
    if length is None:
        return None
    return 1 if length == 1 else 2 if length < _WEEK else 3 if length == _WEEK else 4 if length <= _MONTH else 5


def acled_date(when: Period | None) -> int | None:
    """Return `time_precision`: 1 a day, 2 a week, 3 a month; None where the period is longer or open."""
    length = days(when)
    if length is None or length > _MONTH:
        return None
    return 1 if length == 1 else 2 if length <= _WEEK else 3


def ged_place(location: Location | None) -> int | None:
    """Return `where_prec`; a side of a place, or near it, is 2 at best."""
    if location is None or location.kind is None:
        return None
    found = _GED.get(location.kind, 1)
    return 2 if found == 1 and location.side else found


def acled_place(location: Location | None) -> int | None:
    """Return `geo_precision`; a side of a place, or near it, is 2 at best."""
    if location is None or location.kind is None:
        return None
    found = _ACLED.get(location.kind, 1)
    return 2 if found == 1 and location.side else found
