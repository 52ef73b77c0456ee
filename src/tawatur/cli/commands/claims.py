"""`tawatur claims`: questions to the ledger."""

from __future__ import annotations

import itertools
from typing import get_args

import click

from tawatur.cli import options
from tawatur.cli.claim_output import FORMS, print_claims
from tawatur.client import open_ledger
from tawatur.client.actors import with_parts
from tawatur.client.figures import figure
from tawatur.client.own_pack import with_own_pack
from tawatur.ledger import ClaimQuery
from tawatur.model import InputError, Measure, Value
from tawatur.packs import load

_DAY = click.DateTime(["%Y-%m-%d"])


def _figure(context: click.Context, parameter: click.Parameter, value: str | None) -> Value:
    if value is None:
        return None
    found = figure(value)
    if found is None:
        raise click.BadParameter(f"{value!r} is no number and no date", context, parameter)
    return found


def _day(_context: click.Context, _parameter: click.Parameter, value: object) -> str | None:
    return None if value is None else str(value)[:10]


@click.command()
@click.option(
    "--measure",
    "measures",
    type=click.Choice(get_args(Measure)),
    multiple=True,
    metavar="MEASURE",
    help="What is counted: killed, attacks, strength …; may be given again.",
)
@click.option("--of", multiple=True, metavar="ACTOR", help="Whom or what it counts, with all parts of that actor.")
@click.option("--by", multiple=True, metavar="ACTOR", help="Who did it, with all parts of that actor.")
@click.option("--source", "sources", multiple=True, metavar="ACTOR", help="Who is said to have said it, at any hop.")
@click.option("--where", metavar="PLACE", help="A country (SY), or part of a place's name.")
@click.option("--value", callback=_figure, metavar="NUMBER", help="A figure at either end of the claim's interval.")
@click.option("--from", "when_start", type=_DAY, callback=_day, metavar="DAY", help="The period reaches this day.")
@click.option("--to", "when_end", type=_DAY, callback=_day, metavar="DAY", help="The period begins by this day.")
@click.option("--publisher", metavar="NAME", help="Part of the publisher's name.")
@click.option("--doc", "docs", multiple=True, metavar="ID", help="The document; may be given again.")
@click.option("--text", metavar="WORDS", help="Words in the quote.")
@click.option("--required", is_flag=True, help="Leave out what the codebook calls optional.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N claims.")
@options.superseded
@options.min_confidence
@options.form(*FORMS)
@options.ledger
@options.packs
def claims(
    *,
    measures: tuple[Measure, ...],
    of: tuple[str, ...],
    by: tuple[str, ...],
    sources: tuple[str, ...],
    where: str | None,
    value: Value,
    when_start: str | None,
    when_end: str | None,
    publisher: str | None,
    docs: tuple[str, ...],
    text: str | None,
    required: bool,
    limit: int | None,
    superseded: bool,
    least: float,
    form: str,
    ledger: str,
    packs: tuple[str, ...],
) -> None:
    """Query the ledger for claims; all filters that are given hold together.

    An ACTOR is a pack's key (daesh), or its name in English or Arabic.

    \b
    Example:
      tawatur claims --measure killed --of daesh --where SY --from 2024-01-01 --to 2024-06-30
      tawatur claims --source centcom --format csv > centcom.csv
    """  # noqa: D301
    with open_ledger(ledger, read_only=True) as store:
        if of or by or sources:
            knowledge = load(with_own_pack(options.chosen(packs), store))
            of, by, sources = (with_parts(names, knowledge) for names in (of, by, sources))
        query = ClaimQuery(
            measures=measures,
            of=of,
            by=by,
            sources=sources,
            docs=docs,
            where=where,
            value=value,
            when_start=when_start,
            when_end=when_end,
            publisher=publisher,
            text=text,
            optional=not required,
            min_confidence=least,
            superseded=superseded,
        )
        missing = [doc for doc in docs if not store.has(doc)]
        if missing:
            raise InputError("no such document", source=ledger, place=missing[0], remedy="see tawatur claims")
        print_claims(itertools.islice(store.claims(query), limit), form)
