"""Where a total was whose parts were in several places: `41 مسلحا، 26 في كذا و15 في كذا` was in both.

The place nearest to a total is often that of its first part alone.
"""

from __future__ import annotations

from tawatur.extract.places.located import Located
from tawatur.extract.report.carried_places import labels
from tawatur.extract.report.draft import Draft

_FEWEST, _MOST = 2, 8


def place_totals(drafts: list[Draft]) -> None:
    """Give a total that its parts' places part the places of all, and so a headline that tells it again."""
    headlines = [draft for draft in drafts if draft.headline]
    for order, total in enumerate(drafts):
        parts = [] if total.headline or total.change else _parts(total, drafts[order + 1 : order + 1 + _MOST])
        there = [part.where[0] for part in parts]
        if not there or (total.where and not _is_of_part(total, there)):
            continue
        for again in headlines:
            same = (again.measure, again.unit, again.low) == (total.measure, total.unit, total.low)
            if same and labels(again.where) == labels(total.where):
                again.where = there
        total.where = there


def _parts(total: Draft, following: list[Draft]) -> list[Draft]:
    """Return the drafts right behind a total, of its sentence, that add up to it and were each elsewhere."""
    parts: list[Draft] = []
    for draft in following:
        if draft.sentence != total.sentence or draft.measure != total.measure or draft.unit != total.unit:
            break
        if not isinstance(draft.low, int) or len(draft.where) != 1 or not draft.own_where:
            break
        parts.append(draft)
        names = {label for part in parts for label in labels(part.where)}
        if len(parts) >= _FEWEST and sum(part.low for part in parts if isinstance(part.low, int)) == total.low:
            return parts if len(names) == len(parts) else []
    return []


def _is_of_part(total: Draft, there: list[Located]) -> bool:
    """Tell whether a total was placed where one of its parts was, and nowhere else."""
    return len(total.where) == 1 and labels(total.where) <= labels(there)
