"""A statement as it is printed: witnesses, the matrix with its apparatus, and the stemma as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from tawatur.cli.bidi import cell, clean, cut, isolate, line, terminal_width, width, wrap_mixed
from tawatur.cli.style import Style, styled
from tawatur.cli.wording import actor, counted, interval, period
from tawatur.model import to_json
from tawatur.model.statement import Cell, Descent, Figure, Mark, StatementTable, Witness
from tawatur.page.descent import told_of
from tawatur.page.labels import Names, label, said
from tawatur.page.values import percent

#: The columns of a figure's description, the least and the most; of a witness's cell, likewise.
_DESCRIPTION = (26, 44)
_CELL = (5, 14)
_GAP = 2
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SHOWN_COPIES = 4


def print_statement(table: StatementTable, names: Names) -> None:
    """Print one statement for a terminal."""
    room = terminal_width()
    for text in (*_heading(table, names), "", *_matrix(table, room)):
        click.echo(text)
    notes = list(_apparatus(table, names, room))
    if notes:
        click.echo()
        click.echo(styled("Where they part", "strong"))
        for text in notes:
            click.echo(text)
    click.echo()
    click.echo(styled("Stemma", "strong"))
    for text in tree(table, names, room):
        click.echo(text)


def print_statements(tables: Sequence[StatementTable], names: Names, *, form: str) -> None:
    """Print a list of statements, a line each, or as JSON Lines."""
    if form == "jsonl":
        for table in tables:
            click.echo(to_json(table))
        return
    if not tables:
        click.echo("No statements.")
        return
    room = terminal_width()
    for table in tables:
        click.echo(line(_summary(table, names, room)))


def _summary(table: StatementTable, names: Names, room: int) -> str:
    dates = sorted({carrier.date for witness in table.witnesses for carrier in witness.reports if carrier.date})
    days = "" if not dates else dates[0] if len(dates) == 1 else f"{dates[0]}/{dates[-1]}"
    odd = sum(any(mark.odd for mark in cell.marks) for figure in table.figures for cell in figure.cells)
    head = f"{styled(table.id, 'strong')}  {days.ljust(21)}  {_witnesses(len(table.witnesses)).ljust(12)}"
    facts = f"{counted(len(table.figures), 'figure').ljust(10)}  {f'{odd} odd'.ljust(7)}"
    taken = len(table.id) + 2 + 21 + 2 + 12 + 2 + 10 + 2 + 7 + 2
    return f"{head}  {facts}  {isolate(cut(clean(names.actor(table.origin, 'en')), max(12, room - taken)))}"


def _witnesses(count: int) -> str:
    return f"{count:,} witness" + ("" if count == 1 else "es")


def _heading(table: StatementTable, names: Names) -> Iterator[str]:
    origin = isolate(clean(names.actor(table.origin, "en")))
    yield line(f"{styled(f'Statement of {origin}', 'strong')}  {styled(table.id, 'faint')}")
    for witness in table.witnesses:
        first, *copies = witness.reports
        told = [isolate(clean(part)) for part in (first.publisher or first.doc, first.date) if part]
        more = _copies(copies) if copies else ""
        named = f"  (names {isolate(clean(names.actor(witness.origin, 'en')))})" if witness.origin else ""
        yield line(f"  {styled(witness.siglum.rjust(2), 'strong')}  {', '.join(told)}{named}{more}")


def _copies(copies: Sequence[object]) -> str:
    shown = [isolate(clean(str(getattr(copy, "publisher", None) or getattr(copy, "doc", "")))) for copy in copies]
    rest = len(shown) - _SHOWN_COPIES
    listed = ", ".join(shown[:_SHOWN_COPIES]) + (f" and {rest} more" if rest > 0 else "")
    return styled(f"  = {listed}", "faint")


def _matrix(table: StatementTable, room: int) -> Iterator[str]:
    """Yield the matrix, in panels side by side on end where the terminal is too narrow for all witnesses."""
    numbered = _numbered(table)
    shown = {
        (at, found.witness): _shown(found, numbered.get((at, found.witness), ""))
        for at, figure in enumerate(table.figures)
        for found in figure.cells
    }
    columns = max(_CELL[0], min(_CELL[1], max((width(text) for text in shown.values()), default=0)))
    description = max(_DESCRIPTION[0], min(_DESCRIPTION[1], room - (columns + _GAP) * len(table.witnesses)))
    across = max(1, (room - description) // (columns + _GAP))
    for first in range(0, len(table.witnesses), across):
        panel = table.witnesses[first : first + across]
        if first:
            yield ""
        yield styled(_row("", [witness.siglum for witness in panel], description, columns), "strong")
        for at, figure in enumerate(table.figures):
            yield from _figure(figure, at, panel, shown, description, columns)


def _figure(
    figure: Figure,
    at: int,
    panel: Sequence[Witness],
    shown: dict[tuple[int, str], str],
    description: int,
    columns: int,
) -> Iterator[str]:
    cells = []
    marks = {found.witness: found.marks for found in figure.cells}
    for witness in panel:
        text = shown.get((at, witness.siglum), "·")
        padded = " " * max(0, columns - width(text)) + isolate(cut(text, columns))
        style = _style(marks.get(witness.siglum, ()))
        cells.append(styled(padded, style) if style else padded)
    head, *rest = wrap_mixed(_described(figure), description - 2)
    gap = " " * _GAP
    yield line(f"{head}{' ' * max(0, description - width(head))}{gap}{gap.join(cells)}".rstrip())
    for more in rest:
        yield line(styled(f"  {more}", "faint"))


def _row(head: str, values: Sequence[str], description: int, columns: int) -> str:
    gap = " " * _GAP
    return f"{cell(head, description)}{gap}{gap.join(value.rjust(columns) for value in values)}"


def _described(figure: Figure) -> str:
    parts = [label("measure", figure.measure, "en") + ("" if not figure.change else " (change)")]
    if figure.unit not in {"person", "event", "date", "other"}:
        parts.append("%" if figure.unit == "percent" else figure.unit)
    if figure.of:
        parts.append(f"of {clean(actor(figure.of))}")
    if figure.by:
        parts.append(f"by {clean(actor(figure.by))}")
    if figure.where:
        parts.append("in " + "; ".join(clean(place) for place in figure.where))
    if figure.when is not None:
        parts.append(period(figure.when))
    return " ".join(parts)


def _shown(found: Cell, note: str) -> str:
    value = interval(found.low, found.high, bound=found.bound)
    return (clean(found.number) if value == "–" else value) + note


def _style(marks: Sequence[Mark]) -> Style | None:
    if any(mark.odd for mark in marks):
        return "alarm"
    return "notice" if marks else None


def _numbered(table: StatementTable) -> dict[tuple[int, str], str]:
    """Return the note's number of each cell that departs, raised as in an apparatus."""
    departing = [
        (at, found.witness) for at, figure in enumerate(table.figures) for found in figure.cells if found.marks
    ]
    return {key: str(number).translate(_SUPERSCRIPT) for number, key in enumerate(departing, 1)}


def _apparatus(table: StatementTable, names: Names, room: int) -> Iterator[str]:
    numbered = _numbered(table)
    for at, figure in enumerate(table.figures):
        for found in figure.cells:
            for mark in found.marks:
                against = "most have" if mark.odd else "others have"
                usual = f"; {against} {isolate(_spoken(mark.usual, mark, names))}" if mark.usual else ""
                head = (
                    f"{numbered[at, found.witness]} {found.witness} {label('slot', mark.slot, 'en')}: "
                    f"{isolate(_spoken(mark.reading, mark, names)) or 'none'}{usual}"
                )
                quote = f"«{clean(found.claims[0].quote)}»"
                yield from (line(f"  {text}") for text in wrap_mixed(f"{head} {quote}", room - 2))


def _spoken(reading: str, mark: Mark, names: Names) -> str:
    if mark.slot in {"of", "by"}:
        return clean(names.actor(reading, "en"))
    if mark.slot == "measure":
        return label("measure", reading, "en")
    return clean(reading)


def tree(table: StatementTable, names: Names, room: int) -> Iterator[str]:
    """Yield the stemma as a tree, each edge with what it rests on; `⇄` where either may descend from the other."""
    below: dict[str, list[Descent]] = {}
    for edge in table.stemma.edges:
        below.setdefault(edge.parent, []).append(edge)
    lost = {node.name for node in table.stemma.nodes if node.kind == "exemplar"}
    witnesses = {witness.siglum: witness for witness in table.witnesses}
    root = table.stemma.nodes[0].name
    yield line(f"  {styled(root, 'strong')}  {isolate(clean(names.actor(table.origin, 'en')))}")

    def branch(parent: str, indent: str) -> Iterator[str]:
        edges = below.get(parent, [])
        for at, edge in enumerate(edges):
            last = at == len(edges) - 1
            joint = ("└" if last else "├") + ("─ " if edge.decided else "⇄ ")
            name = styled(edge.child, "strong")
            yield line(f"  {indent}{joint}{name}  {_node(edge.child, witnesses, lost)}")
            onward = indent + ("   " if last else "│  ")
            stem = "│" if below.get(edge.child) else " "
            free = max(20, room - width(onward) - 8)
            for told in (*_same_text(witnesses.get(edge.child)), told_of(edge, root, "en")):
                for text in wrap_mixed(clean(told), free) if told else ():
                    yield line(styled(f"  {onward}{stem}    {text}", "faint"))
            yield from branch(edge.child, onward)

    yield from branch(root, "")
    for crossing in table.stemma.crossings:
        quotes = ", ".join(isolate(f"«{clean(reference.quote)}»") for reference in crossing.shared[:2])
        together = ", ".join(crossing.witnesses)
        told = said("crossing", "en", together, quotes)
        yield from (line(f"  ⨯ {text}") for text in wrap_mixed(told, room - 4))
    if not any(edge.shared for edge in table.stemma.edges):
        yield from (f"  {text}" for text in wrap_mixed(said("no_kin", "en"), room - 2))


def _node(name: str, witnesses: dict[str, Witness], lost: set[str]) -> str:
    if name in lost:
        return "a lost exemplar"
    first = witnesses[name].reports[0]
    return ", ".join(isolate(clean(part)) for part in (first.publisher or first.doc, first.date) if part)


def _same_text(witness: Witness | None) -> Iterator[str]:
    """Yield the copies of a witness's text, each with how much of it they share."""
    copies = () if witness is None else witness.reports[1:]
    for copy in copies[:_SHOWN_COPIES]:
        outlet = ", ".join(part for part in (copy.publisher or copy.doc, copy.date) if part)
        yield f"= {outlet}: {said('copy_of', 'en', percent(copy.nearness))}"
    if len(copies) > _SHOWN_COPIES:
        yield f"= and {len(copies) - _SHOWN_COPIES} more"
