"""What intake made of a page, in a terminal and as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import click
import msgspec

from tawatur.cli.bidi import clean, cut, has_arabic, isolate, line, right_to_left, terminal_width
from tawatur.cli.style import styled
from tawatur.intake import Inspection
from tawatur.intake.dating import Day
from tawatur.model import Part, Section

_NAMES = 11
_KIND = 13
_WORDS_OF_A_DAY = 60
_PUBLISHER = {
    "record": "given beside the page",
    "credit": "a line of the page credits it",
    "url": "the address is an outlet's of the packs",
    "page": "the page declares its site so",
    "dateline": "an outlet signs the dateline",
}


class _Line(NamedTuple):
    part: Part
    section: int | None


def print_inspection(found: Inspection) -> None:
    """Print one document: where it came from, its sections with their dates and publishers, then line by line."""
    document = found.document
    click.echo(line(styled(document.origin or document.id, "strong")))
    _row("id", clean(document.id))
    _row("url", clean(document.url or ""))
    _row("encoding", "; ".join(part for part in (document.encoding, *document.repairs) if part))
    if found.left_out:
        _row("left out", f"{found.left_out:,} words of menus, sidebars and footers")
    for name, value in sorted(document.metadata.items()):
        _row(name, isolate(clean(cut(value, terminal_width() - _NAMES - 2))))
    for section, days in zip(document.sections, found.days, strict=True):
        _print_section(section, days)
    click.echo()
    for shown in _lines(found):
        _print_line(shown, document.text[shown.part.start : shown.part.end])
    click.echo()


def print_object(found: Inspection) -> None:
    """Print one document as a JSON object on a line: the document's fields, `days` in each section, `left_out`."""
    fields = msgspec.to_builtins(found.document)
    for section, days in zip(fields["sections"], found.days, strict=True):
        section["days"] = msgspec.to_builtins(days)
    fields["left_out"] = found.left_out
    click.echo(msgspec.json.encode(fields).decode("utf-8"))


def _print_section(section: Section, days: tuple[Day, ...]) -> None:
    title = "no headline" if section.title is None else isolate(clean(section.title))
    click.echo()
    click.echo(line(cut(styled(f"section {section.number}  ", "strong") + title, terminal_width())))
    _row("language", section.language)
    why = _PUBLISHER.get(section.publisher_from or "", "")
    _row("publisher", "none found" if section.publisher is None else f"{isolate(clean(section.publisher))}  {why}")
    if section.date is None:
        _row("date", "none found")
    for rank, day in enumerate(days):
        name = f" {day.name}" if day.name else ""
        words = isolate(clean(cut(day.words, _WORDS_OF_A_DAY)))
        told = f"{day.day}  {day.verdict}  [{day.source}{name}: {words}]"
        _row("date" if rank == 0 and day.chosen else "", told if day.chosen else styled(told, "faint"))


def _print_line(shown: _Line, text: str) -> None:
    """Print a part: its kind, its section's number or a dash, and its words, each of its lines on one of the screen."""
    room = terminal_width() - _KIND - 4
    for rank, words in enumerate(words for words in text.split("\n") if words.strip()):
        kind = shown.part.kind if rank == 0 else ""
        number = "" if rank else "-" if shown.section is None else str(shown.section)
        printed = cut(clean(words), room)
        printed = right_to_left(printed) if has_arabic(printed) else printed
        head = f"{kind:{_KIND}}{number:>2}  "
        click.echo(line((styled(head, "faint") if shown.section is None else head) + printed))


def _lines(found: Inspection) -> Iterator[_Line]:
    """Yield the parts and the furniture of a document in the order of its text."""
    parts = [_Line(part, section.number) for section in found.document.sections for part in section.parts]
    others = [_Line(part, None) for part in found.document.furniture]
    yield from sorted([*parts, *others], key=lambda shown: shown.part.start)


def _row(name: str, value: str | None) -> None:
    if value:
        click.echo(line(f"  {styled(f'{name:{_NAMES}}', 'faint')}{value}"))
