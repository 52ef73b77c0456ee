"""Who speaks with one voice: reports that copy one text, or carry one statement, by the ledger's findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.ledger import SectionFacts
from tawatur.model import Finding
from tawatur.registers.register import Provenance


def told_apart(reports: Iterable[SectionFacts], joining: Iterable[Finding]) -> dict[tuple[str, int], Provenance]:
    """Return reports by document and section, each with the statements that it carries and the text that it copies.

    `joining` are findings of the kinds `copy` and `statement`.
    """
    copies: dict[str, str] = {}
    statements: dict[str, dict[str, str]] = {}
    for finding in sorted(joining, key=lambda one: one.id):
        if finding.kind == "copy":
            _join(copies, finding.docs)
        elif finding.origin is not None:
            for doc in finding.docs:
                statements.setdefault(doc, {})[finding.origin] = finding.id
    return {
        (report.doc, report.section): Provenance(
            doc=report.doc,
            section=report.section,
            publisher=report.publisher,
            date=report.date,
            title=report.title,
            voices=statements.get(report.doc, {}),
            copy_of=_root(copies, report.doc) if report.doc in copies else None,
        )
        for report in reports
    }


def _join(copies: dict[str, str], docs: Iterable[str]) -> None:
    roots = sorted({_root(copies, doc) for doc in docs})
    for root in roots:
        copies[root] = roots[0]


def _root(copies: Mapping[str, str], doc: str) -> str:
    while copies.get(doc, doc) != doc:
        doc = copies[doc]
    return doc
