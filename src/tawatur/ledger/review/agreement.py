"""How far reviewers agree, slot by slot: Krippendorff's alpha over the claims that two or more have judged.

Alpha is 1 where they agree in all, 0 where they agree as often as chance would have it. Values count as equal or not (a
nominal scale): a figure that is nearly another's is another figure. Klaus Krippendorff, Content Analysis
(2004), ch. 11.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from tawatur.ledger.review.finding_again import Thread
from tawatur.ledger.review.folding import REVIEWED_SLOTS, slot_value
from tawatur.model import Decision, InputError

#: A judgement: the reviewer, the claim, and what he makes of the slot.
Label = tuple[str, str, str]


class SlotAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement on one slot; `verdict` is whether a claim holds at all.

    `claims` counts the claims that two or more reviewers judged (for a slot: held, so that each gives it a value),
    `judgements` what they said of them, `agreeing` the claims of which all said the same. `alpha` is None where there
    is nothing to tell: no such claims, or one and the same value throughout.
    """

    slot: str
    claims: int
    judgements: int
    agreeing: int
    alpha: float | None


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement of reviewers, `verdict` first, then the slots."""

    reviewers: tuple[str, ...]
    slots: tuple[SlotAgreement, ...]


def agreement(threads: Iterable[Thread]) -> Agreement:
    """Return the agreement of all reviewers over the claims that two or more of them have judged.

    Raises InputError where the package that computes it is not installed.
    """
    judged = [(one.target, one.review.judgements) for one in threads if len(one.review.judgements) > 1]
    slots = [
        _agreement("verdict", [_verdicts(target, made) for target, made in judged]),
        *(_agreement(slot, [_values(target, made, slot) for target, made in judged]) for slot in REVIEWED_SLOTS),
    ]
    names = sorted({decision.reviewer for _, made in judged for decision in made})
    return Agreement(reviewers=tuple(names), slots=tuple(slots))


def _verdicts(target: str, made: Sequence[Decision]) -> list[Label]:
    return [(one.reviewer, target, "rejected" if one.outcome is None else "held") for one in made]


def _values(target: str, made: Sequence[Decision], slot: str) -> list[Label]:
    return [(one.reviewer, target, repr(slot_value(one.outcome, slot))) for one in made if one.outcome is not None]


def _agreement(slot: str, claims: Sequence[Sequence[Label]]) -> SlotAgreement:
    shared = [labels for labels in claims if len(labels) > 1]
    labels = [label for claim in shared for label in claim]
    return SlotAgreement(
        slot=slot,
        claims=len(shared),
        judgements=len(labels),
        agreeing=sum(len({value for _, _, value in claim}) == 1 for claim in shared),
        alpha=_alpha(labels) if len({value for _, _, value in labels}) > 1 else None,
    )


def _alpha(labels: Sequence[Label]) -> float:
    try:
        from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415  slow to import, and an extra
    except ModuleNotFoundError as error:
        raise InputError(
            f"agreement needs the Python package {error.name}", remedy="pip install 'tawatur[agreement]'"
        ) from error
    return float(AnnotationTask(data=labels).alpha())
