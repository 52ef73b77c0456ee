"""Registers of a ledger."""

from __future__ import annotations

import msgspec

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.packs import Knowledge, RegisterDefinition, settled
from tawatur.registers.register import Register
from tawatur.registers.selection import measures
from tawatur.registers.views import Builder, provenance, titled


def from_ledger(
    ledger: Ledger, definition: RegisterDefinition, knowledge: Knowledge, *, query: ClaimQuery | None = None
) -> Register:
    """Return a register of the claims in a ledger that answer `query`."""
    asked = query or ClaimQuery()
    builder = Builder(knowledge)
    views = []
    for view in settled(definition):
        wanted = _narrowed(asked, measures(view))
        claims = list(ledger.claims(wanted))
        documents = ledger.documents(tuple({claim.doc for claim in claims}))
        views.append(builder.view(view, claims, provenance(documents), named=definition.names))
    return titled(definition, views)


def _narrowed(query: ClaimQuery, shown: tuple[str, ...]) -> ClaimQuery:
    """Return a question for those measures alone that a view shows."""
    if not shown:
        return query
    both = tuple(name for name in shown if not query.measures or name in query.measures)
    return msgspec.structs.replace(query, measures=both or ("none of them",))
