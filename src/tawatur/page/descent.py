"""A stemma's evidence in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.model import Reference
from tawatur.model.statement import Descent, StatementTable
from tawatur.page.labels import Language, listed, said

_LONGEST = 60


def evidence(table: StatementTable, language: Language) -> Iterator[tuple[str, str]]:
    """Yield (the child's name, a sentence) for each edge that rests on something, then ("", …) for what crosses."""
    for edge in table.stemma.edges:
        told = told_of(edge, table.stemma.nodes[0].name, language)
        if told:
            yield edge.child, told
    for crossing in table.stemma.crossings:
        yield "", said("crossing", language, listed(crossing.witnesses, language), _quotes(crossing.shared, language))


def told_of(edge: Descent, top: str, language: Language) -> str:
    """Return what an edge rests on, in words; empty where it rests on nothing but the statement's being one.

    `top` is the name of the statement's own node.
    """
    if not edge.shared:
        return ""
    form = "branches" if edge.parent == top else "takes" if edge.decided else "either"
    head = said(form, language, parent=edge.parent, child=edge.child)
    parts = [said("shares_with", language, _quotes(edge.shared, language))]
    if edge.nearness is not None:
        parts.append(said("words", language, round(100 * edge.nearness)))
    if edge.days is not None:
        parts.append(_days(edge.days, language))
    return f"{head}: {_join(parts, language)}"


_NEAR_DAYS = {-1: "day_before", 0: "same_day", 1: "next_day"}


def _days(days: int, language: Language) -> str:
    if days in _NEAR_DAYS:
        return said(_NEAR_DAYS[days], language)
    return said("later_days" if days > 0 else "earlier_days", language, abs(days))


def _join(parts: Sequence[str], language: Language) -> str:
    return ("؛ " if language == "ar" else "; ").join(parts)


def _quotes(shared: Sequence[Reference], language: Language) -> str:
    quotes = dict.fromkeys(" ".join(reference.quote.split()) for reference in shared)
    return listed(
        (f"«{quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + '…'}»" for quote in quotes), language
    )
