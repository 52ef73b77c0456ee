"""One self-contained page of a collation: findings by weight, quotes in context, statements with their stemmata.

No script and no external resource, and a policy that allows none; what reports say is escaped by the template engine
wherever it is put.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from tawatur import __version__
from tawatur.model import Finding, Reference, Report
from tawatur.model.statement import Carrier, Mark, StatementTable
from tawatur.packs import Knowledge
from tawatur.page.cells import cell_of, days, mark_of, printed
from tawatur.page.descent import evidence
from tawatur.page.drawing import STYLE, draw
from tawatur.page.environment import environment
from tawatur.page.labels import LANGUAGES, Language, Names, isolated, label, said
from tawatur.page.roles import in_order, roles, weightiest
from tawatur.page.text import Context, clean, context, mixed
from tawatur.page.values import interval, percent, period

_MOST_STATEMENTS = 120
_MOST_CLAIMS = 24
_MOST_COPIES = 9
_BETWEEN = {"en": "; ", "ar": "؛ "}
_GROUPS = ((0.7, "first"), (0.4, "second"), (0.0, "record"))


class _Cited(NamedTuple):
    reference: Reference
    role: str
    report: Carrier


class _Note(NamedTuple):
    witness: str
    marks: tuple[Mark, ...]
    context: Context


class Page:
    """Makes pages of findings and statements out of one set of reports."""

    def __init__(self, reports: Sequence[Report], knowledge: Knowledge, languages: Sequence[Language]) -> None:
        self._reports = {(report.doc, report.section): report for report in reports}
        self._names = Names(knowledge)
        self._languages = tuple(languages)
        self._statement_of: dict[str, str] = {}

    def findings(self, findings: Sequence[Finding], tables: Mapping[str, StatementTable]) -> str:
        """Return the page of findings, the weightiest first; `tables` are those of statements by their finding's id."""
        shown = weightiest(findings)
        self._statement_of = {
            reference.id: table.id
            for table in tables.values()
            for figure in table.figures
            for cell in figure.cells
            for reference in cell.claims
        }
        wanted = dict.fromkeys(home for finding in shown if (home := self._home(finding)) is not None)
        statements = [tables[name] for name in list(wanted)[:_MOST_STATEMENTS]]
        drawn = {table.id for table in statements}
        self._statement_of = {claim: home for claim, home in self._statement_of.items() if home in drawn}
        return self._render(
            findings=shown,
            total=len(findings),
            left_out=len(findings) - len(shown),
            kinds=sorted(Counter(finding.kind for finding in shown).items()),
            groups=list(_groups(shown)),
            statements=statements,
        )

    def statement(self, table: StatementTable) -> str:
        """Return the page of one statement."""
        return self._render(findings=None, total=0, left_out=0, kinds=[], groups=[], statements=[table])

    def _render(self, **values: Any) -> str:
        kinds = [kind for kind, _ in values["kinds"]]
        style = _style(tuple(kinds))
        return (
            _environment()
            .get_template("page.html")
            .render(
                **values,
                languages=self._languages,
                style=Markup(style),  # noqa: S704  our own
                style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
                version=__version__,
                report_count=len(self._reports),
                names=self._names,
                most_claims=_MOST_CLAIMS,
                most_copies=_MOST_COPIES,
                cited=self._cited,
                carriers=self._carriers,
                context_of=self._context,
                statement_of=self._home,
                places=lambda where, language: _BETWEEN[language].join(
                    self._names.place(place, language) for place in where
                ),
                stemma=lambda table: Markup(draw(table, self._names, language=self._languages[0])),  # noqa: S704  escaped
                notes_of=lambda table: [note for _, note in self._notes(table)],
                note_of=lambda table, row, witness: {key: at for at, (key, _) in enumerate(self._notes(table), 1)}.get(
                    (row, witness)
                ),
                spoken=self._spoken,
            )
        )

    def _home(self, finding: Finding) -> str | None:
        """Return the statement that a finding is about: the one that all its claims are of."""
        if finding.kind == "statement" and finding.id in self._statement_of.values():
            return finding.id
        homes = {self._statement_of.get(claim.id) for claim in finding.claims}
        return homes.pop() if len(homes) == 1 else None

    def _cited(self, finding: Finding) -> list[_Cited]:
        told = roles(finding)
        return [
            _Cited(claim, told.get(claim.id, ""), self._carrier(claim.doc, claim.section))
            for claim in in_order(finding, told)[:_MOST_CLAIMS]
        ]

    def _carriers(self, finding: Finding) -> list[Carrier]:
        return [self._carrier(doc, 0) for doc in finding.docs[:_MOST_CLAIMS]]

    def _carrier(self, doc: str, section: int) -> Carrier:
        report = self._reports.get((doc, section))
        if report is None:
            return Carrier(doc=doc, section=section, publisher=None, date=None)
        return Carrier(doc=doc, section=section, publisher=report.publisher, date=report.date)

    def _context(self, reference: Reference) -> Context:
        return context(reference, self._reports.get((reference.doc, reference.section)))

    def _notes(self, table: StatementTable) -> Iterator[tuple[tuple[int, str], _Note]]:
        for row, figure in enumerate(table.figures):
            for cell in figure.cells:
                if cell.marks:
                    yield (row, cell.witness), _Note(cell.witness, cell.marks, self._context(cell.claims[0]))

    def _spoken(self, reading: str, slot: str) -> str:
        if slot in {"of", "by"}:
            return " · ".join(
                dict.fromkeys(clean(self._names.actor(reading, language)) for language in self._languages)
            )
        if slot == "measure":
            return " · ".join(label("measure", reading, language) for language in self._languages)
        return clean(reading)


def _groups(findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    left = list(findings)
    for least, name in _GROUPS:
        group = [finding for finding in left if finding.weight >= least]
        left = left[len(group) :]
        if group:
            yield {"name": name, "findings": group}


@lru_cache(maxsize=8)
def _style(kinds: tuple[str, ...]) -> str:
    """Return the page's style, with a rule for each kind by which one may filter."""
    sheet = files("tawatur.page").joinpath("page.css").read_text(encoding="utf-8")
    filters = "".join(
        f"body:has(#kind-{kind}:checked) :is(.finding:not(.kind-{kind}),.group:not(:has(.kind-{kind})))"
        "{display:none}\n"
        for kind in kinds
    )
    return sheet + filters + STYLE


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment(
        "tawatur.page",
        label=label,
        said=said,
        mixed=mixed,
        clean=clean,
        isolated=isolated,
        evidence=evidence,
        value=interval,
        period=period,
        percent=percent,
        direction=lambda language: "rtl" if language == "ar" else "ltr",
        counted=lambda count: f"{count:,}",
        cell_of=cell_of,
        mark_of=mark_of,
        printed=printed,
        days=days,
    )


def languages(chosen: str) -> tuple[Language, ...]:
    """Return the languages of a page: `en`, `ar`, or both."""
    return tuple(language for language in LANGUAGES if chosen in (language, "both"))
