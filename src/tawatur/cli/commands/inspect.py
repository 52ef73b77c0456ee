"""`tawatur inspect`: what intake makes of a page, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import click

from tawatur.cli import options
from tawatur.cli.messages import complain
from tawatur.cli.web import fetching
from tawatur.intake import Inspection
from tawatur.intake.web.following import Web
from tawatur.model import InputError
from tawatur.packs import Knowledge


@click.command()
@options.some_paths
@options.form("text", "jsonl")
@options.mapping
@options.fetching
@options.packs
def inspect(
    *,
    paths: tuple[str, ...],
    form: str,
    mapping: Mapping[str, str],
    fetch: bool,
    allow_loopback: bool,
    packs: tuple[str, ...],
) -> int:
    """Show what intake makes of pages and texts: sections, furniture, date and publisher and why, encoding, repairs.

    PATH is what `tawatur extract` reads, with --fetch an address, too. Every line of the text is shown with its kind: a
    line of a section has the section's number, furniture a dash. Every day that was found is shown, the chosen one
    first, with what became of it.

    \b
    Example:
      tawatur inspect page.html
      tawatur inspect --format jsonl pages.warc.gz > pages.jsonl
      tawatur inspect --fetch https://example.org/news/1
    """  # noqa: D301
    from tawatur.packs import load  # noqa: PLC0415  not needed for --help

    write = _writer(form)
    skipped = 0
    with fetching(None, lambda _: None, asked=fetch, loopback=allow_loopback) as web:
        for found in _inspections(paths, mapping, web, load(options.chosen(packs))):
            if isinstance(found, InputError):
                skipped += 1
                complain(str(found))
            else:
                write(found)
    return 1 if skipped else 0


def _inspections(
    paths: Sequence[str], mapping: Mapping[str, str], web: Web | None, knowledge: Knowledge
) -> Iterator[Inspection | InputError]:
    from tawatur import intake  # noqa: PLC0415  not needed for --help

    for record in intake.records(paths, mapping, web=web):
        if isinstance(record, InputError):
            yield record
            continue
        try:
            yield intake.inspect(record, knowledge)
        except InputError as error:
            yield error


def _writer(form: str) -> Callable[[Inspection], None]:
    from tawatur.cli import inspection_output  # noqa: PLC0415  not needed for --help

    return inspection_output.print_inspection if form == "text" else inspection_output.print_object
