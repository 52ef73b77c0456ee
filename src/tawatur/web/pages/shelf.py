"""What pages ask of the ledger, put together from its own questions."""

from __future__ import annotations

import itertools

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Claim, Document, Finding


def document(ledger: Ledger, doc: str) -> Document | None:
    """Return a document; None where there is none."""
    return next(ledger.documents([doc]), None)


def claims_of(ledger: Ledger, doc: str) -> list[Claim]:
    """Return a document's claims in the order of its text."""
    return list(ledger.claims(ClaimQuery(docs=(doc,))))


def findings_about(ledger: Ledger, doc: str) -> list[Finding]:
    """Return the findings that tell of a document, the weightiest first."""
    with ledger.collating(writing=False) as store:
        return [finding for finding in store.findings() if doc in finding.docs]


def newest(ledger: Ledger, most: int = 8) -> list[Document]:
    """Return the documents that were read last, the last first."""
    return list(itertools.islice(ledger.documents(), most))
