"""Finding judged claims again in what another version of the program reads in their document.

A claim's id is a hash of its content, so a claim that is read otherwise has another id. What stays are its words: the
judgement belongs to the claim that stands on the same number and measure; a claim that somebody held to be right, to
one on the same number whatever it is said to count. A rejected claim is another one when it counts something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur.ledger.review.folding import ClaimReview, differing
from tawatur.model import Claim, Decision


class Thread(NamedTuple):
    """The decisions on one claim, in order, and what they come to."""

    target: str
    decisions: Sequence[Decision]
    review: ClaimReview

    def forms(self) -> Iterator[Claim]:
        """Yield the claim in every form that a reviewer had before him or made of it, that which holds first."""
        if self.review.claim is not None:
            yield self.review.claim
        for decision in self.decisions:
            yield from (claim for claim in (decision.claim, decision.outcome) if claim is not None)


def find_again(threads: Iterable[Thread], claims: Iterable[Claim]) -> dict[str, Claim]:
    """Return the claim that each thread's decisions are about, by the thread's target; none that are about no claim.

    No claim goes to two threads. The surest signs come first; of several claims that fit, the one that differs in the
    fewest slots is taken, the first of those.
    """
    free = {claim.id: claim for claim in claims}
    waiting = list(threads)
    found: dict[str, Claim] = {}
    for fits in (_same, _same_words_and_measure, _same_words, _overlapping):
        for thread in waiting:
            forms = list(thread.forms())
            fitting = [claim for claim in free.values() if fits(thread, forms, claim)]
            if fitting:
                found[thread.target] = min(fitting, key=_differences_from(forms))
                del free[found[thread.target].id]
        waiting = [thread for thread in waiting if thread.target not in found]
    return found


def _same(thread: Thread, _forms: Sequence[Claim], claim: Claim) -> bool:
    return claim.id == thread.target


def _same_words_and_measure(_thread: Thread, forms: Sequence[Claim], claim: Claim) -> bool:
    return any(_words(form) == _words(claim) and form.measure == claim.measure for form in forms)


def _same_words(thread: Thread, forms: Sequence[Claim], claim: Claim) -> bool:
    return thread.review.verdict != "rejected" and any(_words(form) == _words(claim) for form in forms)


def _overlapping(_thread: Thread, forms: Sequence[Claim], claim: Claim) -> bool:
    """A qualifier that is read or not (`نحو`) moves an end of the number, and leaves the measure."""
    return any(
        form.measure == claim.measure and max(form.start, claim.start) < min(form.end, claim.end) for form in forms
    )


def _words(claim: Claim) -> tuple[int, int]:
    return (claim.start, claim.end)


def _differences_from(forms: Sequence[Claim]) -> Callable[[Claim], int]:
    return lambda claim: min(len(differing(form, claim)) for form in forms)
