"""Marks of findings go over to the findings that take their place.

A finding's id is a hash of what it relates, so that a report which joins a statement makes it another finding. What
stands in the place of a marked one is the finding of its kind that relates most of what it related; the mark is carried
over, and who reads it is told that the finding has changed since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, insert, select, update

from tawatur.ledger.batches import batches
from tawatur.ledger.tables import decisions, documents, finding_documents, findings, marked
from tawatur.model import Finding

_FINDING = msgspec.json.Decoder(Finding)
#: What takes a finding's place has more than this share of the figures, or reports, of the smaller one.
_SHARED = 0.5


def mark(connection: Connection, target: str) -> None:
    """Keep what a finding is, by its id, now that a reviewer has marked it."""
    if connection.scalar(select(marked.c.target).where(marked.c.target == target)) is None:
        text = connection.scalar(select(findings.c.finding).where(findings.c.id == target))
        if text is not None:
            connection.execute(insert(marked), {"target": target, "finding": text, "current": target})


def mark_all(connection: Connection) -> None:
    """Keep what the findings are that reviewers have marked, as far as they still stand."""
    targets = select(decisions.c.target).where(decisions.c.subject == "finding").distinct()
    for target in connection.scalars(targets).all():
        mark(connection, target)


def carry_over(connection: Connection) -> None:
    """Find what takes the place of the marked findings that don't stand any more."""
    stands = select(findings.c.number).where(findings.c.id == marked.c.current).exists()
    for target, text in connection.execute(select(marked.c.target, marked.c.finding).where(~stands)).all():
        current = _successor(connection, _FINDING.decode(text))
        if current is not None:
            connection.execute(update(marked).where(marked.c.target == target).values(current=current))


def marks_of(connection: Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """Return the ids under which findings were marked, by the ids asked for: those that they have, or had."""
    found: dict[str, list[str]] = {}
    columns = (marked.c.target, marked.c.current)
    for page in batches(ids):
        current = {row[0]: row[1] for row in connection.execute(select(*columns).where(marked.c.target.in_(page)))}
        wanted = sorted({*page, *current.values()})
        together: dict[str, list[str]] = {}
        for target, now in connection.execute(select(*columns).where(marked.c.current.in_(wanted))):
            together.setdefault(now, []).append(target)
        for one in page:
            found[one] = list(dict.fromkeys((one, *together.get(current.get(one, one), ()))))
    return found


def _successor(connection: Connection, before: Finding) -> str | None:
    """Return the id of the finding that takes a finding's place, None where none does."""
    numbers = (
        select(finding_documents.c.finding)
        .join(documents, documents.c.number == finding_documents.c.document)
        .where(documents.c.id.in_(before.docs))
    )
    selection = select(findings.c.finding).where(findings.c.kind == before.kind, findings.c.number.in_(numbers))
    candidates = [_FINDING.decode(text) for text in connection.scalars(selection)]
    shares = [(_likeness(before, one), one.id) for one in candidates if one.slot == before.slot]
    fitting = [(share, one) for share, one in shares if share[0] > _SHARED]
    return min(fitting, key=lambda pair: (-pair[0][0], -pair[0][1], pair[1]))[1] if fitting else None


def _likeness(one: Finding, other: Finding) -> tuple[float, float]:
    """Return which share of the smaller one's figures, and of both, two findings have in common."""
    first, second = _related(one), _related(other)
    shared = len(first & second)
    return shared / max(1, min(len(first), len(second))), shared / max(1, len(first | second))


def _related(finding: Finding) -> set[object]:
    figures: Iterable[object] = ((one.doc, one.section, one.start, one.end) for one in finding.claims)
    return set(figures) or set(finding.docs)
