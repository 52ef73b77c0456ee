"""Where the program, run again, reads otherwise than a reviewer has decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from tawatur.ledger.review.finding_again import Thread
from tawatur.ledger.review.folding import Verdict, differing
from tawatur.model import Claim

#: `changed`: it reads otherwise than when the claim was judged, and not as the reviewers have it. `lost`: it does not
#: read the claim any more. `still`: it reads what it read then, which the reviewers have put right. `learned`: it reads
#: now what the reviewers have, and did not before.
DifferenceKind = Literal["changed", "lost", "still", "learned"]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A judged claim that the program reads otherwise than it holds after review, or has learned to read.

    `reviewed` is the claim that holds, None where it is rejected; `extracted` the claim as it is read now and `then` as
    it was when it was first judged, None where it is not read. `slots` are those in which `reviewed` and `extracted`
    differ; none where one of them is None.
    """

    target: str
    doc: str
    kind: DifferenceKind
    verdict: Verdict
    slots: tuple[str, ...]
    reviewed: Claim | None
    extracted: Claim | None
    then: Claim | None


def differences(threads: Iterable[tuple[Thread, Claim | None]]) -> Iterator[Difference]:
    """Yield the differences of judged claims, each with the claim that is read now."""
    for thread, extracted in threads:
        review = thread.review
        if review.verdict == "open":
            continue
        first = next((decision for decision in thread.decisions if decision.kind != "note"), thread.decisions[0])
        then = first.claim
        kind = _kind(review.claim, extracted, then)
        if kind is None:
            continue
        one = review.claim or extracted or then
        assert one is not None, "a judged claim has been read, or added"
        slots = differing(review.claim, extracted) if review.claim is not None and extracted is not None else ()
        yield Difference(
            target=thread.target,
            doc=one.doc,
            kind=kind,
            verdict=review.verdict,
            slots=slots,
            reviewed=review.claim,
            extracted=extracted,
            then=then,
        )


def _kind(reviewed: Claim | None, extracted: Claim | None, then: Claim | None) -> DifferenceKind | None:
    if _same(reviewed, extracted):
        return None if _same(reviewed, then) else "learned"
    if _same(extracted, then):
        return "still"
    return "lost" if extracted is None else "changed"


def _same(one: Claim | None, other: Claim | None) -> bool:
    if one is None or other is None:
        return one is other
    return not differing(one, other)
