"""What pages ask of the ledger, put together from its own questions."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tawatur.ledger import ClaimQuery, DocumentQuery, DocumentSummary, FindingQuery, Ledger, SectionFacts
from tawatur.model import Claim, Document, Finding, Report, digest, reports
from tawatur.model.statement import StatementTable
from tawatur.packs import Knowledge
from tawatur.standing import Standing

#: How many of what is looked through are asked for at a time.
_FEW = 50
#: Statements' collations that are kept, the first made leaving first.
_MOST_TABLES = 200
_tables: dict[str, StatementTable] = {}


def document(ledger: Ledger, doc: str) -> Document | None:
    """Return a document; None where there is none."""
    return next(ledger.documents([doc]), None)


def versions(ledger: Ledger, doc: str) -> list[DocumentSummary]:
    """Return the versions of a document's page, the newest first."""
    ids = ledger.versions(doc)
    found = {one.id: one for one in ledger.documents_page(DocumentQuery(ids=ids), limit=len(ids) or 1).items}
    return [found[name] for name in ids]


def claims_of(ledger: Ledger, doc: str) -> list[Claim]:
    """Return a document's claims in the order of its text."""
    return list(ledger.claims(ClaimQuery(docs=(doc,))))


def newest(ledger: Ledger, most: int = 8) -> tuple[DocumentSummary, ...]:
    """Return the documents that were read last, the last first."""
    return ledger.documents_page(limit=most, order="newest").items


def findings_about(ledger: Ledger, doc: str, most: int = 200) -> list[Finding]:
    """Return the findings that tell of a document, the weightiest first."""
    return list(ledger.findings_page(FindingQuery(docs=(doc,)), limit=most).items)


def finding(ledger: Ledger, finding_id: str) -> Finding | None:
    """Return a finding; None where there is none."""
    return next(iter(ledger.findings_page(FindingQuery(ids=(finding_id,)), limit=1).items), None)


def reports_of(ledger: Ledger, docs: Collection[str]) -> dict[tuple[str, int], Report]:
    """Return the reports of some documents by document and section."""
    found = ledger.documents(sorted(docs)) if docs else ()
    return {(report.doc, report.section): report for document in found for report in reports(document)}


def statement(ledger: Ledger, knowledge: Knowledge, finding_id: str) -> StatementTable | None:
    """Return a statement's collation by the id of its finding; None where there is none.

    It is kept as long as the claims of its reports stay what they are: to collate anew takes a good part of a second.
    """
    found = finding(ledger, finding_id)
    if found is None or found.kind != "statement":
        return None
    claims = (claim.id for claim in ledger.claims(ClaimQuery(docs=found.docs)))
    key = digest(ledger.name, knowledge.names, finding_id, sorted(claims), length=32)
    table = _tables.get(key)
    if table is None:
        collation = Standing(ledger, knowledge).collation([finding_id])
        table = next((one for one in collation.statements() if one.id == finding_id), None)
        if table is not None:
            if len(_tables) >= _MOST_TABLES:
                _tables.pop(next(iter(_tables)), None)
            _tables[key] = table
    return table


def statement_holding(ledger: Ledger, finding: Finding) -> str | None:
    """Return the id of the statement that all claims of a finding are of; None where there is none."""
    if not finding.claims:
        return None
    query = FindingQuery(kinds=("statement",), docs=finding.docs[:_FEW])
    docs = {claim.doc for claim in finding.claims}
    homes = [one for one in ledger.findings_page(query, limit=_FEW).items if docs <= set(one.docs)]
    cited = {claim.id for claim in finding.claims}
    return max(homes, key=lambda one: len(cited & {claim.id for claim in one.claims})).id if homes else None


def statement_of(ledger: Ledger, knowledge: Knowledge, claim: Claim) -> StatementTable | None:
    """Return the statement that a claim is a figure of; None where there is none."""
    homes = [finding.id for finding in findings_about(ledger, claim.doc) if finding.kind == "statement"]
    tables = (statement(ledger, knowledge, home) for home in homes)
    return next((table for table in tables if table is not None and _holds(table, claim.id)), None)


def _holds(table: StatementTable, claim_id: str) -> bool:
    return any(cited.id == claim_id for row in table.figures for cell in row.cells for cited in cell.claims)


class Waiting(NamedTuple):
    """A claim that waits for review, and the place in the queue behind it."""

    claim: Claim
    behind: str


def next_to_review(ledger: Ledger, after: str | None = None) -> Waiting | None:
    """Return the claim to be reviewed next, from behind a place of the queue on, then from its start."""
    found = _next(ledger, after)
    return _next(ledger, None) if found is None and after is not None else found


def _next(ledger: Ledger, after: str | None) -> Waiting | None:
    page = ledger.reviews.queue(after=after, limit=1)
    return Waiting(page.items[0], page.next or "") if page.items else None


def provenance(ledger: Ledger, docs: Collection[str]) -> dict[tuple[str, int], SectionFacts]:
    """Return where the claims of some documents were printed, by document and section."""
    with ledger.ordering() as ordering:
        return {(one.doc, one.section): one for one in ordering.printed(docs)}


class Piece(NamedTuple):
    """Words of a text, and whether they answer a search."""

    text: str
    answers: bool


def snippets(ledger: Ledger, docs: Collection[str], asked: str) -> dict[str, tuple[Piece, ...]]:
    """Return the words of documents for which a search found them; of what is not in a text its beginning."""
    found = ledger.documents(sorted(docs)) if docs else ()
    return {document.id: _snippet(ledger, document.text, asked) for document in found}


def _snippet(ledger: Ledger, text: str, asked: str) -> tuple[Piece, ...]:
    if not asked.strip():
        body = text.partition("\n")[2] or text
        return (Piece(body[:240] + ("…" if len(body) > 240 else ""), answers=False),)
    shown = ledger.snippet(text, asked)
    pieces: list[Piece] = [Piece("… ", answers=False)] if shown.start else []
    done = shown.start
    for start, end in shown.marks:
        pieces += [Piece(text[done:start], answers=False), Piece(text[start:end], answers=True)]
        done = end
    pieces.append(Piece(text[done : shown.end] + (" …" if shown.end < len(text) else ""), answers=False))
    return tuple(pieces)


def voices(ledger: Ledger, docs: Collection[str]) -> dict[str, str]:
    """Return the voice that each of some documents speaks with, where copies or one statement join it to others."""
    with ledger.ordering() as ordering:
        joined = ordering.joined(docs)
    found: dict[str, str] = {}
    for finding, members in joined:
        name = next((found[doc] for doc in members if doc in found), finding)
        found |= dict.fromkeys((doc for doc in members if doc not in found), name)
    return found
