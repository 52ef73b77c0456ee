"""`tawatur pack`: the packs of knowledge, checked, listed and shown."""

from __future__ import annotations

import click

from tawatur.arabic import fold
from tawatur.cli.bidi import cell, isolate, line, terminal_width, wrap
from tawatur.cli.messages import complain
from tawatur.cli.style import styled
from tawatur.model import InputError
from tawatur.packs import Inventory, Knowledge, Problem, check, load, names, packs, show

_NAME = click.argument("name", metavar="NAME|FOLDER")


@click.group(no_args_is_help=False)
def pack() -> None:
    """Check, list and show packs of knowledge.

    A pack is a folder of tables that an analyst can read, edit and add to: actors, places, outlets, words.

    \b
    Example:
      tawatur pack list
      tawatur pack check my-pack/
    """  # noqa: D301


@pack.command("list")
def list_packs() -> None:
    """List the bundled packs.

    \b
    Example:
      tawatur pack list
    """  # noqa: D301
    found = packs()
    longest = max((len(one.name) for one in found), default=0)
    for one in found:
        click.echo(f"{one.name.ljust(longest)}  {one.title}")


@pack.command("show")
@_NAME
@click.argument("words", metavar="[WORD]...", nargs=-1)
def show_pack(*, name: str, words: tuple[str, ...]) -> None:
    """Show what a pack says of itself and holds; with WORDs, the actors and places of these names.

    \b
    Example:
      tawatur pack show core
      tawatur pack show core centcom الرقة
    """  # noqa: D301
    if not words:
        _print_inventory(show(name))
        return
    knowledge = load((name,))
    unknown = [word for word in words if not _print_word(word, knowledge)]
    if unknown:
        raise InputError(f"knows no {', '.join(unknown)}", source=name, remedy="look in another: tawatur pack list")


@pack.command("check")
@click.argument("given", metavar="[NAME|FOLDER]...", nargs=-1)
def check_packs(*, given: tuple[str, ...]) -> int:
    """Check that packs can be used: every file, line by line. Without a name, all bundled packs.

    \b
    Example:
      tawatur pack check
      tawatur pack check my-pack/
    """  # noqa: D301
    failed = False
    for name in given or names():
        try:
            problems = [str(_as_error(name, problem)) for problem in check(name, normalise=fold)]
        except InputError as error:
            problems = [str(error)]
        for problem in problems:
            complain(problem)
        if problems:
            failed = True
        else:
            click.echo(f"{name}: {_amounts(show(name))}")
    return 1 if failed else 0


def _as_error(pack: str, problem: Problem) -> InputError:
    place = f"line {problem.line}" if problem.line else None
    return InputError(problem.problem, source=f"{pack}/{problem.file}", place=place, remedy=problem.remedy)


def _amounts(inventory: Inventory) -> str:
    return ", ".join(f"{count:,} in {file}" for file, count in inventory.rows.items()) or "nothing in it yet"


def _print_inventory(inventory: Inventory) -> None:
    one = inventory.pack
    click.echo(styled(one.title, "strong"))
    for text in wrap(one.description, terminal_width()):
        click.echo(text)
    for file, count in inventory.rows.items():
        click.echo(f"  {count:>7,}  {file}")
    click.echo(f"licence  {one.licence}")
    click.echo(f"folder   {one.folder}")


def _print_word(word: str, knowledge: Knowledge) -> bool:
    """Print the actors and places that bear a name or a key; return whether there are any."""
    found = False
    for key, actor in knowledge.actors.items():
        if word in {key, actor.en, *actor.ar}:
            found = True
            of = f"part of {actor.parent}" if actor.parent else ""
            click.echo(line(f"actor  {cell(key, 24)}  {actor.en}  {of}  {isolate('، '.join(actor.ar))}"))
    for place in knowledge.places.values():
        if word in {place.id, place.name, *place.ar}:
            found = True
            at = f"{place.latitude}, {place.longitude}" if place.latitude is not None else ""
            click.echo(line(f"place  {cell(place.label, 24)}  {place.kind}  {at}  {isolate('، '.join(place.ar))}"))
    return found
