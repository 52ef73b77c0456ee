"""Where a total was whose parts were in several places: `41 مسلحا، 26 في كذا و15 في كذا` was in both.

The place nearest to a total is often that of its first part alone.
"""

from __future__ import annotations

from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.located import Located
from tawatur.extract.report.carried_places import countries_around, labels
from tawatur.extract.report.draft import Draft

_FEWEST, _MOST = 2, 8
#: How many claims a list may hold whose items tell several things each: `- كذا: 14 قتيلا و46 جريحا`; how many sentences
#: behind its last item the whole is told of again.
_LISTED, _SUMMED_UP_WITHIN = 24, 2
_COMMA, _IN_THE_LAST = "،", ("فيها", "فيه", "خلالها", "حيث")


def place_totals(drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give a total that its parts' places part the places of all, and so a headline that tells it again."""
    headlines = [draft for draft in drafts if draft.headline]
    _place_listed(drafts, headlines, lexicon)
    for order, total in enumerate(drafts):
        there = [] if total.headline else _places_of_parts(drafts, order)
        among = labels(there) < labels(total.where)  # 63 في كركوك وديالى وصلاح الدين، 41 في كركوك و22 في ديالى
        if there and (not total.where or _is_of_part(total, there) or labels(total.where) == labels(there)):
            _place_acts(drafts[order + 1 :], total, there)
            _place_what_follows(drafts[order + 1 :], total, there)
        if not there or (total.where and not among and not _is_of_part(total, there)):
            continue
        for again in headlines:
            same = (again.measure, again.unit, again.low) == (total.measure, total.unit, total.low)
            if same and labels(again.where) == labels(total.where):
                again.where = there
        total.where = there


def _place_listed(drafts: list[Draft], headlines: list[Draft], lexicon: Lexicon) -> None:
    """`قتل 53، توزعوا على النحو الآتي:`: what a list divides by places was in their country, and its sum.

    Not where its first item was, nor, behind it, its last.
    """
    for order, total in enumerate(drafts):
        parts = [] if total.headline or total.change or total.own_where else _listed_parts(total, drafts[order + 1 :])
        there = [part.where[0] for part in parts]
        country = countries_around(there, lexicon)
        if not parts or len(country) != 1:
            continue
        same = [d for d in headlines if (d.measure, d.unit, d.low) == (total.measure, total.unit, total.low)]
        behind = [d for d in drafts if 0 < d.sentence - parts[-1].sentence <= _SUMMED_UP_WITHIN]
        summed_up = [d for d in behind if labels(d.where) == labels(there[-1:])]
        for draft in (total, *same, *summed_up):
            if not draft.own_where and (not draft.where or _is_of_part(draft, there)):
                draft.where = country


def _listed_parts(total: Draft, following: list[Draft]) -> list[Draft]:
    """Return the drafts that add up to a total in the sentences behind its own, each elsewhere, as in a list."""
    parts: list[Draft] = []
    for draft in following[:_LISTED]:
        if (draft.measure, draft.unit) != (total.measure, total.unit):
            continue
        if draft.sentence == total.sentence or not isinstance(draft.low, int) or len(draft.where) != 1:
            return []
        parts.append(draft)
        reached = sum(part.low for part in parts if isinstance(part.low, int))
        if len(parts) >= _FEWEST and reached == total.low:
            names = {label for part in parts for label in labels(part.where)}
            return parts if len(names) == len(parts) else []
    return []


def _place_acts(following: list[Draft], total: Draft, there: list[Located]) -> None:
    """`30 شرطيا في هجومين: 20 في كذا و10 في كذا`: the acts between a total and its parts were where these were."""
    for draft in following:
        if draft.sentence != total.sentence or not _are_acts_of(draft, total):
            return
        if not draft.where or _is_of_part(draft, there):
            draft.where = there


def _place_what_follows(following: list[Draft], total: Draft, there: list[Located]) -> None:
    """`74 عملية، 58 في كذا و16 في كذا، أفضت إلى مقتل 39`: what came of them all was not where the last part was."""
    parts = [draft for draft in following if (draft.measure, draft.unit) == (total.measure, total.unit)]
    parts = parts[: len(there)]
    last = parts[-1] if len(parts) == len(there) else None
    if last is None or last.number is None:
        return
    for draft in following[following.index(last) + 1 :]:
        if draft.sentence != total.sentence or draft.number is None or draft.number[0] < last.number[1]:
            return
        between = draft.passage.words(last.number[1], draft.number[0])
        own = draft.unit == total.unit or any(word in between for word in _IN_THE_LAST)
        if own or _COMMA not in between or labels(draft.where) != labels(there[-1:]):
            return
        draft.where = there


def _are_acts_of(draft: Draft, total: Draft) -> bool:
    return draft.unit == "event" and total.unit == "person" and not draft.own_where


def divided_places(drafts: list[Draft]) -> list[Located]:
    """Return where the whole was of what a sentence's `drafts` divide by place; none where they divide nothing.

    What the report tells next was there, not where the last of the parts was.
    """
    for order, total in enumerate(drafts):
        there = _places_of_parts(drafts, order)
        if there:
            return total.where if total.where and not _is_of_part(total, there) else there
    return []


def _places_of_parts(drafts: list[Draft], order: int) -> list[Located]:
    """Return where the parts were, each elsewhere, that add up to the draft that stands in this place of its order."""
    total = drafts[order]
    parts = [] if total.change else _parts(total, drafts[order + 1 : order + 1 + _MOST])
    return [part.where[0] for part in parts]


def _parts(total: Draft, following: list[Draft]) -> list[Draft]:
    """Return the drafts right behind a total, of its sentence, that add up to it and were each elsewhere."""
    parts: list[Draft] = []
    for draft in following:
        if not parts and draft.sentence == total.sentence and _are_acts_of(draft, total):
            continue  # في ثلاث هجمات: 71 في كذا
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
