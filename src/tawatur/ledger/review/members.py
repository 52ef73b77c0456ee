"""What is merged or split: claims of a quantity, reports of a statement.

A statement's id changes with the reports that carry it, so a decision names the reports (`doc#section`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger.review.correction import MOST_VALUES
from tawatur.ledger.tables import claims, documents, findings, sections
from tawatur.model import Finding, InputError, Judgement

_FINDING = msgspec.json.Decoder(Finding)


def members_of(connection: Connection, judgement: Judgement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a judgement merges, or splits (the second from the first), each once.

    Raises InputError where one is unknown, where there is nothing to merge or to split, or one stands on both sides.
    """
    expand = _claims if judgement.subject == "quantity" else _reports
    members, apart = (tuple(dict.fromkeys(expand(connection, named))) for named in (judgement.members, judgement.apart))
    if judgement.kind == "merge" and (len(members) < 2 or apart):
        raise InputError("nothing to merge", remedy="name two members or more, and none apart")
    if judgement.kind == "split" and not (members and apart):
        raise InputError("nothing to split", remedy="name members, and those that are apart from them")
    both = set(members) & set(apart)
    if both:
        raise InputError("on both sides of a split", source=min(both), remedy="leave it out on one side")
    if len(members) + len(apart) > MOST_VALUES * 10:
        raise InputError(f"{len(members) + len(apart):,} members", remedy=f"{MOST_VALUES * 10} at most")
    return members, apart


def _claims(connection: Connection, named: Sequence[str]) -> Iterator[str]:
    known = set(connection.scalars(select(claims.c.id).where(claims.c.id.in_(named))))
    for claim_id in named:
        if claim_id not in known:
            raise InputError("no such claim", source=claim_id, remedy="see tawatur claims --format jsonl")
        yield claim_id


def _reports(connection: Connection, named: Sequence[str]) -> Iterator[str]:
    for name in named:
        text = connection.scalar(select(findings.c.finding).where(findings.c.id == name))
        if text is not None:
            finding = _FINDING.decode(text)
            yield from (f"{claim.doc}#{claim.section}" for claim in finding.claims)
            continue
        doc, _, section = name.rpartition("#")
        known = (
            select(sections.c.number)
            .join(documents, documents.c.number == sections.c.document)
            .where(documents.c.id == doc)
        )
        if section not in {str(number) for number in connection.scalars(known)}:
            raise InputError("no such statement or report", source=name, remedy="see tawatur statement")
        yield name
