"""Times by the words that name them: a day of the week, a month, a number of a day or a year.

How such words were resolved may be wrong (`last March` as that of another year); that one report names a month which
the other's text has nowhere, and the other another, is none of a program's readings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.arabic import fold
from tawatur.arabic.times.generator import month_names
from tawatur.collate.facts.cues import weekdays
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material

_PREFIX = "[وف]?(?:[بلك]|ال)?"
#: A name of a month or a weekday, or a number: its kind, and which it is.
Name = tuple[str, int]


def date_otherwise(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two facts are dated by names of one kind, each of which the other's text has nowhere."""
    if "when" in fact.loose | mate.loose:
        return False
    own = _names_at(fact, material) - names_of_times(material.reports[mate.report].text)
    others = _names_at(mate, material) - names_of_times(material.reports[fact.report].text)
    return not {kind for kind, _ in own}.isdisjoint(kind for kind, _ in others)


def _names_at(fact: Fact, material: Material) -> frozenset[Name]:
    """Return the names in the words by which a program dated a fact."""
    text = material.reports[fact.report].text
    spans = (text[start:end] for claim in fact.claims for start, end in claim.spans.get("when", ()))
    return frozenset[Name]().union(*map(names_of_times, spans))


@lru_cache(maxsize=1024)
def names_of_times(text: str) -> frozenset[Name]:
    """Return the days of the week, months and numbers that a text names.

    >>> sorted(names_of_times("منذ الأحد 27 أيلول/سبتمبر"))
    [('month', 9), ('number', 27), ('weekday', 7)]
    """
    folded = fold(text)
    pattern, months = _months()
    return frozenset(
        {
            *(("weekday", day) for day in weekdays(text)),
            *(("month", months[match.group(1)]) for match in pattern.finditer(folded)),
            *(("number", int(digits)) for digits in re.findall(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)", folded)),
        }
    )


@lru_cache(maxsize=1)
def _months() -> tuple[re.Pattern[str], dict[str, int]]:
    numbers = {
        fold(name): number if calendar == "gregorian" else number + 12
        for (calendar, number), names in month_names().items()
        for name in names
    }
    words = "|".join(re.escape(word) for word in sorted(numbers, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w){_PREFIX}({words})(?!\w)"), numbers
