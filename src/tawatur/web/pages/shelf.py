"""What pages ask of the ledger, put together from its own questions."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Claim, Document, Finding, Report, reports
from tawatur.model.statement import StatementTable
from tawatur.packs import Knowledge
from tawatur.standing import Standing


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


def finding(ledger: Ledger, finding_id: str) -> Finding | None:
    """Return a finding; None where there is none."""
    with ledger.collating(writing=False) as store:
        return next((one for one in store.findings() if one.id == finding_id), None)


def reports_of(ledger: Ledger, docs: Collection[str]) -> dict[tuple[str, int], Report]:
    """Return the reports of some documents by document and section."""
    found = ledger.documents(sorted(docs)) if docs else ()
    return {(report.doc, report.section): report for document in found for report in reports(document)}


def statement(ledger: Ledger, knowledge: Knowledge, finding_id: str) -> StatementTable | None:
    """Return a statement's collation by the id of its finding; None where there is none."""
    standing = Standing(ledger, knowledge)
    collation = standing.collation([finding_id])
    return next((table for table in collation.statements() if table.id == finding_id), None)


def statement_holding(ledger: Ledger, finding: Finding) -> str | None:
    """Return the id of the statement that all claims of a finding are of; None where there is none."""
    cited = {claim.id for claim in finding.claims}
    if not cited:
        return None
    with ledger.collating(writing=False) as store:
        homes = [one for one in store.findings(("statement",)) if cited <= {claim.id for claim in one.claims}]
    return homes[0].id if homes else None


def statement_of(ledger: Ledger, knowledge: Knowledge, claim: Claim) -> StatementTable | None:
    """Return the statement that a claim is a figure of; None where there is none."""
    homes = [finding.id for finding in findings_about(ledger, claim.doc) if finding.kind == "statement"]
    tables = (statement(ledger, knowledge, home) for home in homes)
    return next((table for table in tables if table is not None and _holds(table, claim.id)), None)


def _holds(table: StatementTable, claim_id: str) -> bool:
    return any(cited.id == claim_id for row in table.figures for cell in row.cells for cited in cell.claims)


def next_to_review(ledger: Ledger, after: str = "") -> Claim | None:
    """Return the least sure claim that nobody has judged, the next after `after`; None where none is left."""
    waiting = _waiting(ledger)
    at = next((place for place, claim in enumerate(waiting) if claim.id == after), -1)
    return waiting[at + 1] if at + 1 < len(waiting) else waiting[0] if waiting else None


def left_to_review(ledger: Ledger) -> int:
    """Return how many claims nobody has judged."""
    return len(_waiting(ledger))


def _waiting(ledger: Ledger) -> list[Claim]:
    claims = list(ledger.claims())
    states = ledger.reviews.states(claim.id for claim in claims)
    left = [claim for claim in claims if claim.id not in states or states[claim.id].verdict == "open"]
    return sorted(left, key=lambda claim: 1.0 if claim.confidence is None else claim.confidence)
