"""W3C Web Annotation: each claim as an annotation of the words of its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tawatur.export.account import Account
from tawatur.export.identifiers import urn
from tawatur.export.items import Item
from tawatur.export.naming import Naming
from tawatur.export.sentences import sentence
from tawatur.export.streams import json_array
from tawatur.model import Period

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: Terms that the standard's context has not, under a name of our own.
OWN: dict[str, Any] = {"tw": "urn:tawatur:term:"}

#: Letters of the text that a quote selector gives before and after the words.
_AROUND = 32


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield an annotation page; positions count code points of the report's raw text, as the standard asks."""
    head = {"@context": [CONTEXT, OWN], "id": "urn:tawatur:claims", "type": "AnnotationPage"}
    return json_array(head, "items", (_annotation(item, naming) for item in items), account)


def _annotation(item: Item, naming: Naming) -> dict[str, Any]:
    claim = item.claim
    return {
        "id": urn("claim", claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "language": "en",
                "value": sentence(claim, naming),
            },
            {"type": "TextualBody", "purpose": "tagging", "value": claim.measure},
            {"type": "tw:Claim", **{f"tw:{name}": value for name, value in _slots(item).items() if value is not None}},
        ],
        "target": {
            "source": item.url or urn("document", claim.doc),
            "selector": [
                {"type": "TextPositionSelector", "start": claim.quote_start, "end": claim.quote_end},
                _quote(item),
            ],
        },
    }


def _quote(item: Item) -> dict[str, str]:
    claim, document = item.claim, item.document
    found = {"type": "TextQuoteSelector", "exact": claim.quote}
    if document is not None and document.text:
        before = document.text[max(0, claim.quote_start - _AROUND) : claim.quote_start]
        found |= {"prefix": before, "suffix": document.text[claim.quote_end : claim.quote_end + _AROUND]}
    return found


def _slots(item: Item) -> dict[str, Any]:
    claim = item.claim
    when = claim.when or Period(None, None)
    return {
        "measure": claim.measure,
        "low": claim.low,
        "high": claim.high,
        "bound": claim.bound,
        "unit": claim.unit,
        "change": claim.change,
        "of": claim.of,
        "by": claim.by,
        "name": claim.name,
        "where": list(claim.where) or None,
        "whenStart": when.start,
        "whenEnd": when.end,
        "source": " > ".join(claim.source) or None,
        "modality": claim.modality,
        "section": claim.section,
        "confidence": claim.confidence,
    }
