"""Claims of one event weighed together: what one makes likely, the others bear out.

Each claim's candidates have a probability by their own weights. To its logarithm a share of those is added that the
same parties have for the other claims of the event or of the fact; nothing is learned from what others were given.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import repeat

from tawatur.extract.choosing.doer_claims import Name, kind_of_claim, name_of
from tawatur.extract.choosing.weights import MARGIN, MARGIN_UNTOLD, Choice, weights
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft

#: The share that another claim's logarithm has, chosen by cross-validation, and the least that counts.
_SHARE, _LEAST = 0.3, -3.0
#: How many other claims of its kind and day, and tellings of its fact, are asked.
_OTHERS = 50

_Likely = dict[Name, float]


def replaced_together(choices: list[Choice[list[Party]]], table: str) -> Iterator[tuple[Draft, list[Party]]]:
    """Yield the drafts for which others than the rules' doers are likeliest, with those; `table` names the weights."""
    for choice, chosen in zip(choices, chosen_together(choices, weights(table)), strict=True):
        if chosen:
            choice.draft.rules["by"] = "weighed"
            yield choice.draft, choice.values[chosen]


def chosen_together(choices: list[Choice[list[Party]]], known: dict[str, float]) -> list[int]:
    """Return the number of each draft's likeliest candidate by the weights `known`."""
    likely = [_likely(choice, known) for choice in choices]
    of_day: dict[tuple[object, ...], list[int]] = defaultdict(list)
    of_fact: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, choice in enumerate(choices):
        of_day[_day(choice.draft)].append(at)
        of_fact[_fact(choice.draft)].append(at)
    found = []
    for at, choice in enumerate(choices):
        places = _places(choice.draft)
        day, fact = of_day[_day(choice.draft)][:_OTHERS], of_fact[_fact(choice.draft)][:_OTHERS]
        others = {other for other in day if places & _places(choices[other].draft)}.union(fact) - {at}
        sums = {
            name: own + _SHARE * sum(max(_LEAST, likely[other].get(name, _LEAST)) for other in others)
            for name, own in likely[at].items()
        }
        best = max(sums, key=lambda name: sums[name])
        found.append(next(number for number, value in enumerate(choice.values) if name_of(value) == best))
    return found


def _likely(choice: Choice[list[Party]], known: dict[str, float]) -> _Likely:
    """Return the logarithm of each candidate's probability, by its parties."""
    sums = [sum(map(known.get, features, repeat(0.0))) for features in choice.features]
    sums[0] += known.get(MARGIN, MARGIN_UNTOLD)
    most = max(sums)
    whole = most + math.log(sum(math.exp(one - most) for one in sums))
    return {name_of(value): one - whole for value, one in zip(choice.values, sums, strict=True)}


def _places(draft: Draft) -> frozenset[str]:
    return frozenset(located.place.id for located in draft.where)


def _day(draft: Draft) -> tuple[object, ...]:
    """Return a claim's kind and when it was."""
    days = (draft.when.start_date, draft.when.end_date) if draft.when is not None else None
    return kind_of_claim(draft), days


def _fact(draft: Draft) -> tuple[object, ...]:
    return draft.measure, draft.low
