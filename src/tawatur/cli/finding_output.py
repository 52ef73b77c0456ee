"""Findings as they are printed: text for a reader, weightiest first, and JSON Lines for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from tawatur.cli.bidi import clean, cut, isolate, line, right_to_left, terminal_width, wrap, wrap_mixed
from tawatur.cli.material import Material
from tawatur.cli.style import Style, styled
from tawatur.cli.wording import interval
from tawatur.model import Finding, Reference, to_json
from tawatur.page.roles import in_order, roles

FORMS = ("text", "jsonl", "html")

#: Headings by the least weight that stands under them.
_GROUPS: tuple[tuple[float, str, Style], ...] = (
    (0.7, "Look at these first", "alarm"),
    (0.4, "Worth a look", "notice"),
    (0.0, "For the record", "calm"),
)

#: How many claims of one finding are shown; JSON Lines has all.
_SHOWN = 12


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the weightiest first; equal ones by kind and id."""
    return sorted(findings, key=lambda finding: (-finding.weight, finding.kind, finding.id))


def print_findings(findings: Iterable[Finding], material: Material, *, form: str, language: str) -> None:
    """Print findings as text or JSON Lines; `language` is that of the explanations in text: `en`, `ar` or `both`."""
    ordered = by_weight(findings)
    if form == "jsonl":
        for finding in ordered:
            click.echo(to_json(finding))
        return
    left = list(ordered)
    for least, heading, style in _GROUPS:
        group = [finding for finding in left if finding.weight >= least]
        left = left[len(group) :]
        if group:
            click.echo(styled(f"{heading} ({len(group)})", style))
            click.echo()
        for finding in group:
            for text in lines(finding, material, language=language):
                click.echo(text)
            click.echo()
    if not ordered:
        click.echo("No findings.")


def lines(finding: Finding, material: Material, *, language: str) -> Iterator[str]:
    """Yield the lines of one finding: its kind, its explanation, and its claims with outlet, place and words."""
    room = terminal_width()
    what = finding.kind.replace("_", " ") + (f" of {finding.slot}" if finding.slot else "")
    yield f"{styled(what, 'strong')}  {styled(f'{finding.weight:.2f}  {finding.id}', 'faint')}"
    if language in {"en", "both"}:
        yield from (f"  {line(text)}" for text in wrap_mixed(clean(finding.explanation.en), room - 2))
    if language in {"ar", "both"}:
        yield from (f"  {right_to_left(text)}" for text in wrap(clean(finding.explanation.ar), room - 2))
    told = roles(finding)
    margin = max((len(word) for word in told.values()), default=-2) + 2
    for reference in in_order(finding, told)[:_SHOWN]:
        yield _claim_line(reference, told.get(reference.id, "").ljust(margin), material, room)
    if len(finding.claims) > _SHOWN:
        yield f"    … and {len(finding.claims) - _SHOWN} more claims (--format jsonl has them all)"
    if not finding.claims:
        yield from (f"    {outlet(doc, 0, material)}" for doc in finding.docs)


def _claim_line(reference: Reference, role: str, material: Material, room: int) -> str:
    place = (
        f"{outlet(reference.doc, reference.section, material)}  {styled(f'{reference.start}–{reference.end}', 'faint')}"
    )
    words = isolate(f"«{cut(clean(reference.quote), max(24, room // 2))}»")
    value = f"{reference.measure} {interval(reference.low, reference.high)}"
    return line(f"    {role}{value}  {words}  {place}")


def outlet(doc: str, section: int, material: Material) -> str:
    """Return where a report was printed: its publisher, its date, its document and section."""
    report = material.report(doc, section)
    publisher = report.publisher if report is not None else None
    date = report.date if report is not None else None
    article = f"{doc} §{section}" if section else doc
    return ", ".join(isolate(clean(part)) for part in (publisher, date, article) if part)
