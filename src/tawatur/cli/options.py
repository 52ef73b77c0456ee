"""The options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

#: Where the ledger is, where neither option nor environment says.
LEDGER = "tawatur.db"


def paths(function: F) -> F:
    """Add the PATH arguments: files, folders, zips, or `-`; none is allowed."""
    return click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=str))(function)


def some_paths(function: F) -> F:
    """Add the PATH arguments: files, folders, zips, or `-`; at least one."""
    argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=str))
    return argument(function)


def mapping(function: F) -> F:
    """Add `--map`."""
    return click.option(
        "--map",
        "mapping",
        metavar="FIELD=NAME,...",
        callback=_mapping,
        help="What the input calls its fields: text=story,date=printed. A point leads inwards: text=content.full.",
    )(function)


def _mapping(_context: click.Context, _parameter: click.Parameter, given: str | None) -> dict[str, str]:
    from tawatur.intake.fields import FIELDS  # noqa: PLC0415  not needed for --help

    mapping: dict[str, str] = {}
    for pair in given.split(",") if given else ():
        field, equals, name = (piece.strip() for piece in pair.partition("="))
        if not equals or not name or field not in FIELDS:
            raise click.BadParameter(f"{pair!r} is not FIELD=NAME, and FIELD one of {', '.join(FIELDS)}")
        mapping[field] = name
    return mapping


def fetching(function: F) -> F:
    """Add `--fetch` and `--allow-loopback`."""
    function = click.option(
        "--allow-loopback", is_flag=True, help="With --fetch: allow addresses of this machine, as of a proxy of yours."
    )(function)
    return click.option(
        "--fetch",
        is_flag=True,
        help="Fetch addresses that are named as PATH, and the pages that feeds and sitemaps name. Nothing is else.",
    )(function)


def ledger(function: F) -> F:
    """Add `--ledger`."""
    return click.option(
        "--ledger",
        metavar="FILE|URL",
        envvar="TAWATUR_LEDGER",
        default=LEDGER,
        show_default=f"$TAWATUR_LEDGER, or ./{LEDGER}",
        help="The ledger: an SQLite file, or a database's URL.",
    )(function)


def packs(function: F) -> F:
    """Add `--pack`, which may be given several times."""
    return click.option(
        "--pack",
        "packs",
        metavar="NAME|FOLDER",
        multiple=True,
        help="A pack of knowledge to use, bundled or your own; may be given again.  [default: all bundled packs]",
    )(function)


def jobs(function: F) -> F:
    """Add `--jobs`."""
    return click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        default=cores,
        show_default="all cores",
        help="How many processes to use.",
    )(function)


def min_confidence(function: F) -> F:
    """Add `--min-confidence`."""
    return click.option(
        "--min-confidence",
        "least",
        metavar="SHARE",
        type=click.FloatRange(0, 1),
        default=0.0,
        help="Leave out claims that are less likely to be right: 0.9 leaves those that are right nine times in ten.",
    )(function)


def superseded(function: F) -> F:
    """Add `--superseded`."""
    return click.option(
        "--superseded", is_flag=True, help="Older versions of pages that have changed as well, not the newest alone."
    )(function)


def form(*forms: str) -> Callable[[F], F]:
    """Return what adds `--format` with `forms`, the first of them the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="The form of the output.",
    )


def chosen(packs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the packs to load: those named, or all bundled ones."""
    if packs:
        return packs
    from tawatur.packs import names  # noqa: PLC0415  not needed for --help

    return names()


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS has none
        return os.cpu_count() or 1
