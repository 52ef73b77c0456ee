"""A claim's words in the sentence that they stand in."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.arabic import AnalysedText
from tawatur.cli.bidi import clean, width
from tawatur.cli.style import styled
from tawatur.model import Claim, Report

_MARKS = ("⟦", "⟧")
_ELLIPSIS = "…"


class Context(NamedTuple):
    """A sentence in three pieces: what is before the quote, the quote, what is after it."""

    before: str
    quote: str
    after: str


def sentence(report: Report, claim: Claim) -> Context:
    """Return the sentence of the report's text around a claim's quote."""
    for start, passage in report.passages():
        if start <= claim.quote_start and claim.quote_end <= start + len(passage):
            first, last = _around(passage, claim.quote_start - start, claim.quote_end - start)
            return Context(
                passage[first : claim.quote_start - start],
                passage[claim.quote_start - start : claim.quote_end - start],
                passage[claim.quote_end - start : last],
            )
    return Context("", claim.quote, "")


def _around(passage: str, start: int, end: int) -> tuple[int, int]:
    analysed = AnalysedText(passage)
    spans = [analysed.raw_span(*sentence) for sentence in analysed.sentences if sentence.last > sentence.first]
    met = [span for span in spans if span[0] < end and start < span[1]]
    return (min(start, met[0][0]), max(end, met[-1][1])) if met else (start, end)


def shown(context: Context, columns: int) -> str:
    """Return a sentence within `columns`, its quote in brackets and weight, cut at both ends where it is too long."""
    before, quote, after = (clean(piece) for piece in context)
    spare = max(0, columns - width(quote) - 2 * len(_MARKS) - 2)
    half = max(spare - width(after), spare // 2)
    before = _last(before, half)
    after = _first(after, spare - width(before))
    marked = styled(f"{_MARKS[0]}{quote}{_MARKS[1]}", "strong")
    return " ".join(piece for piece in (before, marked, after) if piece)


def _first(text: str, columns: int) -> str:
    kept: list[str] = []
    for word in text.split():
        if width(" ".join((*kept, word))) > columns - 1:
            return " ".join((*kept, _ELLIPSIS))
        kept.append(word)
    return text


def _last(text: str, columns: int) -> str:
    kept: list[str] = []
    for word in reversed(text.split()):
        if width(" ".join((word, *kept))) > columns - 1:
            return " ".join((_ELLIPSIS, *kept))
        kept.insert(0, word)
    return text
