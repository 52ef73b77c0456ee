"""What collating and tracing work on: reports and claims, from files or from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tawatur.cli.messages import complain, progress
from tawatur.client import open_ledger
from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Claim, Document, Finding, InputError, Report, reports

#: Documents asked for at a time.
_PAGE = 1_000


class Material(msgspec.Struct):
    """Documents by id, their claims, and how many inputs could not be used."""

    documents: dict[str, Document]
    claims: list[Claim]
    refused: int = 0

    def reports(self) -> list[Report]:
        """Return the sections of all documents, as reports."""
        return [report for document in self.documents.values() for report in reports(document)]

    def report(self, doc: str, section: int) -> Report | None:
        """Return one report; None where there is none."""
        document = self.documents.get(doc)
        found = reports(document) if document is not None else ()
        return next((report for report in found if report.section == section), None)


def from_files(
    paths: Sequence[str],
    *,
    packs: tuple[str, ...],
    jobs: int,
    extracting: bool = True,
    mapping: Mapping[str, str] | None = None,
) -> Material:
    """Read `paths`; without `extracting`, only their documents. What can't be used is named on standard error."""
    material = Material({}, [])
    with progress("reading") as show:
        for document, claims in _read(paths, packs, jobs, material, extracting=extracting, mapping=mapping):
            known = material.documents.get(document.id)
            if known is not None:
                if known.text != document.text:
                    material.refused += 1
                    complain(
                        f"{document.origin}: another document has the id {document.id} (give it a `doc` of its own)"
                    )
                continue
            material.documents[document.id] = document
            material.claims += claims
            show(f"{len(material.documents):,} documents")
    return material


def _read(
    paths: Sequence[str],
    packs: tuple[str, ...],
    jobs: int,
    material: Material,
    *,
    extracting: bool,
    mapping: Mapping[str, str] | None,
) -> Iterable[tuple[Document, list[Claim]]]:
    if extracting:
        from tawatur.cli.reading import read_all  # noqa: PLC0415  a ledger needs no reading
        from tawatur.cli.workers import Reading  # noqa: PLC0415

        for result in read_all(paths, packs=packs, jobs=jobs, mapping=mapping):
            if isinstance(result, Reading):
                yield result.document, result.claims
            elif isinstance(result, InputError):
                material.refused += 1
                complain(str(result))
        return
    from tawatur.intake import read  # noqa: PLC0415
    from tawatur.packs import load  # noqa: PLC0415

    for found in read(paths, knowledge=load(packs), mapping=mapping):
        if isinstance(found, InputError):
            material.refused += 1
            complain(str(found))
        else:
            yield found, []


def cited(ledger: Ledger, findings: Iterable[Finding]) -> Material:
    """Return the documents that findings tell of, without their claims."""
    return cited_by(ledger, {doc for finding in findings for doc in finding.docs}, [])


def cited_by(ledger: Ledger, docs: Iterable[str], claims: list[Claim]) -> Material:
    """Return some documents with claims of theirs."""
    wanted = sorted(docs)
    material = Material({}, claims)
    for at in range(0, len(wanted), _PAGE):
        material.documents.update((found.id, found) for found in ledger.documents(wanted[at : at + _PAGE]))
    return material


def from_ledger(path: str, query: ClaimQuery | None = None) -> Material:
    """Return what the ledger holds: the claims that answer `query` with their documents, or everything."""
    with open_ledger(path, read_only=True) as ledger:
        claims = list(ledger.claims(query))
        wanted = None if query is None else tuple(dict.fromkeys(claim.doc for claim in claims))
        return Material({document.id: document for document in ledger.documents(wanted)}, claims)
