"""Who speaks with one voice: reports that copy one text, or carry one statement, by the ledger's findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from tawatur.ledger import SectionFacts
from tawatur.model import Claim, Finding, Rulings
from tawatur.registers.facts import NO_RULINGS, origin_of
from tawatur.registers.register import Provenance

#: A report: its document and section.
_Place = tuple[str, int]


def told_apart(
    reports: Iterable[SectionFacts],
    joining: Iterable[Finding] = (),
    claims: Iterable[Claim] = (),
    rulings: Rulings = NO_RULINGS,
) -> dict[_Place, Provenance]:
    """Return reports by document and section, each with the statements that it carries and the text that it copies.

    `joining` are findings of the kinds `copy` and `statement`. A report may name another origin than the statement into
    which `rulings` have merged it: `claims` tell which.
    """
    found = sorted(joining, key=lambda one: one.id)
    copies: dict[str, str] = {}
    statements: dict[str, dict[str, str]] = {}
    for finding in found:
        if finding.kind == "copy":
            _join(copies, finding.docs)
        elif finding.origin is not None:
            for doc in finding.docs:
                statements.setdefault(doc, {})[finding.origin] = finding.id
    plain = {
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
    for place, merged in _merged(plain, found, claims, rulings).items():
        plain[place] = msgspec.structs.replace(plain[place], merged=merged)
    return plain


def _merged(
    reports: Mapping[_Place, Provenance], joining: Iterable[Finding], claims: Iterable[Claim], rulings: Rulings
) -> dict[_Place, dict[str, str]]:
    """Return, for the reports that reviewers have merged, the origins of their statements by the reports' own."""
    named = {name for pair in rulings.joined for name in pair}
    if not named:
        return {}
    told = {
        cited.id: finding.origin
        for finding in joining
        if finding.origin is not None
        for cited in finding.claims
        if f"{cited.doc}#{cited.section}" in named
    }
    found: dict[_Place, dict[str, str]] = {}
    for claim in claims:
        origin, place = told.get(claim.id), (claim.doc, claim.section)
        if origin is not None and place in reports:
            found.setdefault(place, {}).setdefault(origin_of(claim, reports[place]), origin)
    return found


def _join(copies: dict[str, str], docs: Iterable[str]) -> None:
    roots = sorted({_root(copies, doc) for doc in docs})
    for root in roots:
        copies[root] = roots[0]


def _root(copies: Mapping[str, str], doc: str) -> str:
    while copies.get(doc, doc) != doc:
        doc = copies[doc]
    return doc
