"""schema.org Claim, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tawatur.export.account import Account
from tawatur.export.identifiers import urn
from tawatur.export.items import Item
from tawatur.export.naming import Naming
from tawatur.export.sentences import sentence
from tawatur.export.streams import json_array
from tawatur.model import Claim, Value

CONTEXT = "https://schema.org"


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a graph of claims."""
    return json_array({"@context": CONTEXT}, "@graph", (_claim(item, naming) for item in items), account)


def _claim(item: Item, naming: Naming) -> dict[str, Any]:
    claim = item.claim
    made: dict[str, Any] = {
        "@id": urn("claim", claim.id),
        "@type": "Claim",
        "name": sentence(claim, naming),
        "text": claim.quote,
        "inLanguage": "ar",
        "appearance": _report(item),
        "mentions": [_value(claim), *_parties(claim, naming)],
    }
    if claim.source:
        made["author"] = [_organization(party.name, party.key) for party in naming.parties(claim.source[0])]
    if claim.when is not None and (claim.when.start or claim.when.end):
        made["temporalCoverage"] = f"{claim.when.start or '..'}/{claim.when.end or '..'}"
    if claim.where:
        made["spatialCoverage"] = [_place(where, naming) for where in claim.where]
    return made


def _report(item: Item) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "NewsArticle", "@id": item.url or urn("document", item.claim.doc)}
    filled = {"headline": item.title, "datePublished": item.date, "url": item.url}
    made |= {name: value for name, value in filled.items() if value}
    if item.publisher:
        made["publisher"] = {"@type": "Organization", "name": item.publisher}
    return made


def _value(claim: Claim) -> dict[str, Any]:
    """A date stands as `value`, a number as its interval; an open end is left out."""
    made: dict[str, Any] = {"@type": "QuantitativeValue", "name": claim.measure, "unitText": claim.unit}
    if isinstance(claim.low, str):
        return {**made, "value": claim.low}
    ends: dict[str, Value] = {"minValue": claim.low, "maxValue": claim.high}
    made |= {name: value for name, value in ends.items() if value is not None}
    if claim.low is not None and claim.low == claim.high:
        made["value"] = claim.low
    return made


def _parties(claim: Claim, naming: Naming) -> list[dict[str, Any]]:
    made = [_organization(party.name, party.key) for slot in (claim.of, claim.by) for party in naming.parties(slot)]
    if claim.name is not None and claim.measure != "role":
        made.append({"@type": "Person", "name": claim.name})
    return made


def _organization(name: str, key: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name, "identifier": key}


def _place(where: str, naming: Naming) -> dict[str, Any]:
    location = naming.place(where)
    made: dict[str, Any] = {
        "@type": "Place",
        "name": where,
        "address": {"@type": "PostalAddress", "addressCountry": location.country},
    }
    if location.latitude is not None:
        made["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": location.latitude,
            "longitude": location.longitude,
        }
    return made
