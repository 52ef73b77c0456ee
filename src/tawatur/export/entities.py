"""FollowTheMoney entities (https://followthemoney.tech): reports, parties, leaders, and an event for each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tawatur.export.account import Account
from tawatur.export.identifiers import key
from tawatur.export.items import Item
from tawatur.export.naming import Naming, Party
from tawatur.export.sentences import sentence
from tawatur.export.streams import encoded
from tawatur.model import Claim

#: Entities that were written are not written again; so many ids are kept in mind.
_REMEMBERED = 200_000


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield an entity a line, what an event refers to before it."""
    written: dict[str, None] = {}
    for item in items:
        for entity in _entities(item, naming):
            if entity["id"] in written:
                continue
            written[entity["id"]] = None
            if len(written) > _REMEMBERED:
                del written[next(iter(written))]
            account.written += 1
            yield encoded(entity) + b"\n"


def _entities(item: Item, naming: Naming) -> Iterator[dict[str, Any]]:
    claim = item.claim
    article = _article(item)
    yield article
    doers, others = naming.parties(claim.by), naming.parties(claim.of)
    involved = [party for party in (*doers, *others) if party.kind != "civilians"]
    for party in involved:
        yield _party(party)
    persons = [_person(claim)] if claim.name is not None and claim.measure != "role" else []
    yield from persons
    origins = naming.parties(claim.source[0]) if claim.source else []
    where = [naming.place(place) for place in claim.where]
    when = claim.when
    yield _entity(
        f"tawatur-claim-{key(claim.id)}",
        "Event",
        {
            "name": [sentence(claim, naming)],
            "summary": [claim.quote],
            "startDate": [when.start] if when is not None else [],
            "endDate": [when.end] if when is not None else [],
            "location": list(claim.where),
            "country": [place.country.lower() for place in where],
            "involved": [_party_id(party) for party in involved] + [one["id"] for one in persons],
            "organizer": [_party_id(party) for party in doers if party.kind != "civilians"],
            "publisher": [item.publisher],
            "sourceUrl": [item.url],
            "proof": [article["id"]],
            "recordId": [claim.id],
            "keywords": [claim.measure, claim.modality, claim.unit],
            "notes": [f"According to {party.name}" for party in origins],
        },
    )


def _article(item: Item) -> dict[str, Any]:
    return _entity(
        f"tawatur-report-{key(f'{item.claim.doc}/{item.claim.section}')}",
        "Article",
        {
            "title": [item.title],
            "publisher": [item.publisher],
            "publishedAt": [item.date],
            "sourceUrl": [item.url],
            "language": ["ara"],
        },
    )


def _party(party: Party) -> dict[str, Any]:
    schema = "PublicBody" if party.kind == "state" else "Organization"
    countries = [party.country.lower()] if party.country is not None else []
    return _entity(_party_id(party), schema, {"name": [party.name], "country": countries})


def _party_id(party: Party) -> str:
    return f"tawatur-party-{key(party.key)}"


def _person(claim: Claim) -> dict[str, Any]:
    return _entity(f"tawatur-person-{key(claim.name or '')}", "Person", {"name": [claim.name]})


def _entity(id_: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> dict[str, Any]:
    filled = {name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in filled.items() if values}}
