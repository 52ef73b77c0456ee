"""Lineage: reports that share an odd reading, so that one took it from another, or both from a third.

Readings that outlets arrive at by themselves (a dropped `about`) show no kinship and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.collate.facts import Fact
from tawatur.collate.variants import Variant

_SHOWING = frozenset({"value", "measure", "of", "by", "where", "when", "source"})


class Lineage(NamedTuple):
    """Reports of one descent, and the odd readings that they share."""

    reports: tuple[int, ...]
    shared: tuple[Fact, ...]


def find_lineages(variants: Sequence[Variant], publishers: Sequence[str]) -> list[Lineage]:
    """Return the lineages that one statement's variants show; an outlet does not descend from itself.

    `publishers` names each report's.
    """
    shared: dict[tuple[int, ...], list[Fact]] = defaultdict(list)
    for variant in variants:
        reports = tuple(sorted({fact.report for fact in variant.odd}))
        if variant.slot in _SHOWING and len({publishers[report] for report in reports}) > 1:
            shared[reports] += variant.odd
    return [
        Lineage(reports, tuple(sorted({id(fact): fact for fact in facts}.values(), key=lambda fact: fact.position)))
        for reports, facts in shared.items()
    ]
