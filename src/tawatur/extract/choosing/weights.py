"""Weights: linear models whose coefficients `tools/train_choices.py` learns from hand-coded reports.

A table holds a feature and its weight a line, and no word of any text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from itertools import repeat
from typing import Generic, NamedTuple, TypeVar

from tawatur.extract.report.draft import Draft

Value = TypeVar("Value")

#: Of one candidate, the names of the features that it has.
Features = list[str]


class Choice(NamedTuple, Generic[Value]):
    """A draft with the readings that a slot of it may have, the rules' own first, and the features of each."""

    draft: Draft
    values: list[Value]
    features: list[Features]


#: The row of a table that tells by how much another reading must outweigh the rules' own to be taken for it, and how
#: much that is where a table has no such row; chosen by cross-validation.
MARGIN, MARGIN_UNTOLD = "margin", 0.5


@lru_cache(maxsize=8)
def weights(slot: str) -> dict[str, float]:
    """Return the weights of a slot's features by name."""
    text = (resources.files("tawatur.extract") / "data" / f"choice_of_{slot}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {name: float(weight) for name, weight in rows[1:]}


def best(candidates: list[Features], slot: str) -> int:
    """Return the number of the candidate of most weight; the first, the rules' own, unless another clearly has more."""
    return heaviest(candidates, weights(slot))


def replaced(choices: Iterable[Choice[Value]], table: str, slot: str) -> Iterator[tuple[Draft, Value]]:
    """Yield the drafts for which another reading than the rules' has most weight, with that reading.

    `table` names the weights, `slot` is the draft's slot, whose rule is told from now on.
    """
    for choice in choices:
        chosen = best(choice.features, table)
        if chosen:
            choice.draft.rules[slot] = "weighed"
            yield choice.draft, choice.values[chosen]


def heaviest(candidates: list[Features], known: dict[str, float]) -> int:
    """Return the number of the candidate of most weight by the weights `known`; other features count for nothing."""
    sums = [sum(map(known.get, candidate, repeat(0.0))) for candidate in candidates]
    sums[0] += known.get(MARGIN, MARGIN_UNTOLD)
    return sums.index(max(sums))


def class_of(number: float, ends: tuple[float, ...]) -> str:
    """Return the class that a number falls in: the least of the upper ends that it does not exceed, else `more`."""
    return next((str(end) for end in ends if number <= end), "more")
