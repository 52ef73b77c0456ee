"""Explanations: for each slot of a claim, the words that filled it and the rule that read them."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from tawatur.extract.extraction import extract_drafts
from tawatur.extract.report.draft import Draft
from tawatur.model import Claim, Document
from tawatur.packs import Knowledge

#: The slots in the order in which they are told.
SLOTS = ("measure", "of", "by", "where", "when", "source", "modality")


class Reason(NamedTuple):
    """A slot that is filled: the raw spans of the words that fill it, none where context does, and why."""

    slot: str
    spans: tuple[tuple[int, int], ...]
    rule: str
    reason: str


class Explanation(NamedTuple):
    """A claim and the reasons for its slots, in the order of `SLOTS`."""

    claim: Claim
    reasons: tuple[Reason, ...]


def explain(document: Document, knowledge: Knowledge) -> list[Explanation]:
    """Return the explanations of a document's claims, in the order of its text."""
    return [Explanation(claim, tuple(_reasons(claim, draft))) for claim, draft in extract_drafts(document, knowledge)]


def _reasons(claim: Claim, draft: Draft) -> list[Reason]:
    found = [_reason("measure", claim, draft.how)]
    for slot, value in (("of", claim.of), ("by", claim.by)):
        if value is not None:
            found.append(_reason(slot, claim, draft.rules.get(slot) or _found_in(slot, claim, draft)))
    for slot, filled in (("where", claim.where), ("when", claim.when), ("source", claim.source)):
        if filled:
            found.append(_reason(slot, claim, draft.rules.get(slot, "")))
    if claim.modality != "asserted":
        found.append(_reason("modality", claim, draft.rules.get("modality", "")))
    return found


def _found_in(slot: str, claim: Claim, draft: Draft) -> str:
    """Tell where a party is named: in the figure's phrase, elsewhere in the sentence, or before it."""
    spans = claim.spans.get(slot)
    if spans is None:
        return "context"
    begins, ends = _sentence(draft)
    if slot == "of" and all(claim.quote_start <= start and end <= claim.quote_end for start, end in spans):
        return "phrase"
    return "sentence" if any(begins <= start < ends for start, _ in spans) else "context"


def _sentence(draft: Draft) -> tuple[int, int]:
    """Return the raw span of the sentence that a draft was read in."""
    for sentence in draft.passage.sentences:
        if sentence[0].first <= draft.number[0] < sentence[-1].last:
            return draft.passage.raw_span(sentence[0].first, sentence[-1].last)
    return draft.passage.raw_span(*draft.quote)


def _reason(slot: str, claim: Claim, rule: str) -> Reason:
    spans = tuple(
        span
        for name, found in sorted(claim.spans.items())
        if name == slot or name.startswith(f"{slot}.")
        for span in found
    )
    if slot == "measure" and rule in ("noun", "part", "breakdown", "default", "headline") and not spans:
        spans = ((claim.quote_start, claim.quote_end),)
    return Reason(slot, spans, rule, reasons().get((slot, rule), rule))


@lru_cache(maxsize=1)
def reasons() -> dict[tuple[str, str], str]:
    """Return what each rule says, by slot and rule."""
    text = (resources.files("tawatur.extract") / "data" / "rules.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {(slot, rule): reason for slot, rule, reason in rows[1:]}
