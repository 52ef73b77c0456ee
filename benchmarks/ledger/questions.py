"""What is asked of a large ledger: questions of every kind, drawn from what stands in it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy import and_, func, select, true

from tawatur.ledger import ClaimQuery, DocumentQuery, Ledger
from tawatur.ledger.asking import Asking
from tawatur.ledger.tables import claims, documents
from tawatur.model import Claim
from tawatur.packs import Knowledge
from tawatur.registers.standing import from_ledger

_PAGE = 50


class Question(NamedTuple):
    """A question: its kind, what asks it, and what counts all its answers in one statement, where that can be."""

    kind: str
    ask: Callable[[], object]
    count: Callable[[], int] | None = None


def questions(ledger: Ledger, knowledge: Knowledge, draws: int) -> Iterator[Question]:
    """Yield `draws` questions of each kind."""
    rng = random.Random(4)
    drawn = _some_claims(ledger, rng, draws)
    middle = _middle(ledger)
    for claim in drawn:
        other = rng.choice(drawn)
        words = [word for word in claim.quote.split() if len(word) > 2] or [claim.quote]
        asked = {
            "search: a word": ClaimQuery(text=rng.choice(words)),
            "search: two words": ClaimQuery(text=" ".join(rng.sample(words, min(2, len(words))))),
            "search: a phrase": ClaimQuery(text=f'"{" ".join(words[:2])}"'),
            "search: a word, one measure": ClaimQuery(text=rng.choice(words), measures=(claim.measure,)),
            "filter: a measure": ClaimQuery(measures=(claim.measure,)),
            "filter: of, where, measure": _slots(claim),
            "filter: of, where of another claim": ClaimQuery(of=_parties(claim), where=_country(other)),
            "filter: a month": ClaimQuery(**_month(claim)),
            "filter: a source, a year": ClaimQuery(sources=claim.source[:1], **_year(claim)),
            "filter: a publisher, a measure": ClaimQuery(
                publisher=_publisher(ledger, claim), measures=(claim.measure,)
            ),
            "filter: a range of values": ClaimQuery(value_from=_low(claim), value_to=_low(claim) + 2),
            "filter: what is denied, in a country": ClaimQuery(modalities=("denied",), where=_country(claim)),
            "filter: part of a place's name": ClaimQuery(where=_place(claim)),
        }
        for kind, query in asked.items():
            yield Question(kind, lambda query=query: ledger.claims_page(query, limit=_PAGE), _counting(ledger, query))
        query = ClaimQuery(measures=(claim.measure,))
        yield Question("a page in the middle", lambda query=query: ledger.claims_page(query, limit=_PAGE, after=middle))
        yield Question("the latest, of a country", _latest(ledger, claim))
        yield Question("counts by kind", lambda query=asked["filter: of, where, measure"]: ledger.facets(query))
        yield Question("a claim by its id", lambda claim=claim: ledger.claim(claim.id))
        texts = DocumentQuery(text=" ".join(words[:2]))
        yield Question(
            "reports with two words",
            lambda texts=texts: ledger.documents_page(texts, limit=_PAGE),
            _counting_documents(ledger, texts),
        )
    for claim in drawn[:5]:
        for name in ("attacks", "operations"):
            definition = knowledge.registers[name]
            query = ClaimQuery(where=_country(claim), **_month(claim))
            yield Question(
                "a register, of a month in a country",
                lambda definition=definition, query=query: from_ledger(ledger, definition, knowledge, query=query),
            )


def _some_claims(ledger: Ledger, rng: random.Random, count: int) -> list[Claim]:
    with ledger._database.reading() as connection:  # noqa: SLF001
        last = connection.scalar(select(func.max(claims.c.number))) or 0
        numbers = rng.sample(range(1, last + 1), count)
        ids = connection.scalars(select(claims.c.id).where(claims.c.number.in_(numbers)).order_by(claims.c.id)).all()
    found = list(ledger.claims(ClaimQuery(ids=tuple(ids))))
    rng.shuffle(found)
    return found


def _middle(ledger: Ledger) -> str:
    from tawatur.ledger.paging import cursor  # noqa: PLC0415

    with ledger._database.reading() as connection:  # noqa: SLF001
        return cursor("reading", ((connection.scalar(select(func.max(claims.c.number))) or 0) // 2,))


def _counting(ledger: Ledger, query: ClaimQuery) -> Callable[[], int]:
    def count() -> int:
        with ledger._database.reading() as connection:  # noqa: SLF001
            conditions = Asking(connection, ledger._searching).of_claims(query)  # noqa: SLF001
            return connection.scalar(select(func.count()).select_from(claims).where(and_(true(), *conditions))) or 0

    return count


def _counting_documents(ledger: Ledger, query: DocumentQuery) -> Callable[[], int]:
    def count() -> int:
        with ledger._database.reading() as connection:  # noqa: SLF001
            conditions = Asking(connection, ledger._searching).of_documents(query)  # noqa: SLF001
            return connection.scalar(select(func.count()).select_from(documents).where(and_(true(), *conditions))) or 0

    return count


def _latest(ledger: Ledger, claim: Claim) -> Callable[[], object]:
    query = ClaimQuery(where=_country(claim))
    return lambda: ledger.claims_page(query, limit=_PAGE, order="date")


def _slots(claim: Claim) -> ClaimQuery:
    return ClaimQuery(of=_parties(claim), where=_country(claim), measures=(claim.measure,))


def _parties(claim: Claim) -> tuple[str, ...]:
    return tuple(claim.of.split("+")) if claim.of else ("civilians",)


def _country(claim: Claim) -> str:
    return claim.where[0].rpartition(",")[2].strip() if claim.where else "SY"


def _place(claim: Claim) -> str:
    return claim.where[0].partition(",")[0] if claim.where else "Aleppo"


def _day(claim: Claim) -> str:
    return (claim.when and (claim.when.start or claim.when.end)) or "2018-03-01"


def _month(claim: Claim) -> dict[str, str]:
    return {"when_start": f"{_day(claim)[:7]}-01", "when_end": f"{_day(claim)[:7]}-28"}


def _year(claim: Claim) -> dict[str, str]:
    return {"when_start": f"{_day(claim)[:4]}-01-01", "when_end": f"{_day(claim)[:4]}-12-31"}


def _low(claim: Claim) -> float:
    return claim.low if isinstance(claim.low, int | float) else 10


def _publisher(ledger: Ledger, claim: Claim) -> str:
    (document,) = ledger.documents([claim.doc])
    return next(section.publisher or "" for section in document.sections if section.number == claim.section)
