"""The options by which claims are chosen, for commands that show many at once."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

from tawatur.cli.options import min_confidence, superseded
from tawatur.client.actors import with_parts
from tawatur.ledger import ClaimQuery
from tawatur.packs import Knowledge

R = TypeVar("R")

_DAY = click.DateTime(["%Y-%m-%d"])


class Filters(NamedTuple):
    """What the user asked for; actors as typed."""

    of: tuple[str, ...]
    by: tuple[str, ...]
    sources: tuple[str, ...]
    where: str | None
    when_start: str | None
    when_end: str | None
    publisher: str | None
    docs: tuple[str, ...]
    required: bool
    least: float
    superseded: bool

    def query(self, knowledge: Knowledge, measures: tuple[str, ...] = ()) -> ClaimQuery:
        """Return the question to the ledger; an actor stands for all its parts."""
        return ClaimQuery(
            measures=measures,
            of=with_parts(self.of, knowledge),
            by=with_parts(self.by, knowledge),
            sources=with_parts(self.sources, knowledge),
            docs=self.docs,
            where=self.where,
            when_start=self.when_start,
            when_end=self.when_end,
            publisher=self.publisher,
            optional=not self.required,
            min_confidence=self.least,
            superseded=self.superseded,
        )


def _day(_context: click.Context, _parameter: click.Parameter, value: object) -> str | None:
    return None if value is None else str(value)[:10]


_OPTIONS = (
    click.option("--of", multiple=True, metavar="ACTOR", help="Whom or what it counts, with all parts of that actor."),
    click.option("--by", multiple=True, metavar="ACTOR", help="Who did it, with all parts of that actor."),
    click.option(
        "--source", "sources", multiple=True, metavar="ACTOR", help="Who is said to have said it, at any hop."
    ),
    click.option("--where", metavar="PLACE", help="A country (SY), or part of a place's name."),
    click.option("--from", "when_start", type=_DAY, callback=_day, metavar="DAY", help="The period reaches this day."),
    click.option("--to", "when_end", type=_DAY, callback=_day, metavar="DAY", help="The period begins by this day."),
    click.option("--publisher", metavar="NAME", help="Part of the publisher's name."),
    click.option("--doc", "docs", multiple=True, metavar="ID", help="The document; may be given again."),
    click.option("--required", is_flag=True, help="Leave out what the codebook calls optional."),
    superseded,
    min_confidence,
)


def filters(function: Callable[..., R]) -> Callable[..., R]:
    """Add the options to a command; it is given them together, as `filters`."""

    @functools.wraps(function)
    def command(**given: Any) -> R:
        chosen = Filters(**{name: given.pop(name) for name in Filters._fields})
        return function(filters=chosen, **given)

    for option in reversed(_OPTIONS):
        command = option(command)
    return command
