"""Documents and claims as rows of the ledger's tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from tawatur.model import Claim, Document, Part, Period, Place, Section, Value, digest, to_json

Row = dict[str, Any]

_PARTS = msgspec.json.Decoder(tuple[Part, ...])
_REPAIRS = msgspec.json.Decoder(tuple[str, ...])
_METADATA = msgspec.json.Decoder(dict[str, str])
_SECTION_FIELDS = ("number", "publisher", "publisher_from", "date", "date_from", "title", "language")
_DOCUMENT_FIELDS = ("id", "publisher", "date", "url", "title", "text", "origin", "encoding")
_CLAIM_FIELDS = (
    "id", "section", "start", "end", "quote", "measure", "bound", "unit", "change", "name", "modality", "optional",
    "same_as", "confidence", "extractor",
)  # fmt: skip


def content(document: Document) -> str:
    """Return a hash of what makes a document that document, however it was divided."""
    return digest(document.publisher, document.url, document.date, document.text, length=32)


def texts(document: Document) -> Iterator[str | None]:
    """Yield what a document puts into columns of text."""
    for name in _DOCUMENT_FIELDS:
        yield getattr(document, name)
    for section in document.sections:
        yield section.title
        yield section.publisher


def document_row(document: Document) -> Row:
    """Return the row of `documents`."""
    return {
        **{name: getattr(document, name) for name in _DOCUMENT_FIELDS},
        "content": content(document),
        "furniture": to_json(document.furniture),
        "metadata": to_json(document.metadata),
        "repairs": to_json(document.repairs),
    }


def section_rows(document: Document, number: int) -> list[Row]:
    """Return the rows of `sections` of the document that `number` counts."""
    return [
        {
            **{name: getattr(section, name) for name in _SECTION_FIELDS},
            "document": number,
            "parts": to_json(section.parts),
        }
        for section in document.sections
    ]


def to_document(row: RowMapping, sections: Iterable[RowMapping]) -> Document:
    """Return the document of its row and its sections' rows."""
    return Document(
        **{name: row[name] for name in _DOCUMENT_FIELDS},
        sections=tuple(
            Section(**{name: section[name] for name in _SECTION_FIELDS}, parts=_PARTS.decode(section["parts"]))
            for section in sections
        ),
        furniture=_PARTS.decode(row["furniture"]),
        metadata=_METADATA.decode(row["metadata"]),
        repairs=_REPAIRS.decode(row["repairs"]),
    )


def claim_row(claim: Claim, document: int) -> Row:
    """Return the row of `claims`."""
    low, low_date = _number_or_date(claim.low)
    high, high_date = _number_or_date(claim.high)
    return {
        **{name: getattr(claim, name) for name in _CLAIM_FIELDS},
        "document": document,
        "low": low,
        "high": high,
        "low_date": low_date,
        "high_date": high_date,
        "when_start": claim.when.start if claim.when is not None else None,
        "when_end": claim.when.end if claim.when is not None else None,
        **_period(claim.when),
        "claim": to_json(claim),
        "priority": 0.0 if claim.confidence is None else 1.0 - claim.confidence,
    }


def _period(when: Period | None) -> Row:
    if when is None or (when.start is None and when.end is None):
        return {"period_from": None, "period_to": None}
    return {"period_from": when.start or "", "period_to": when.end or "9999"}


def _number_or_date(value: Value) -> tuple[float | None, str | None]:
    return (None, value) if isinstance(value, str) else (value, None)


def party_rows(claim: Claim, number: int) -> list[Row]:
    """Return the rows of `parties` of the claim that `number` counts."""
    return [
        {"claim": number, "role": role, "position": position, "actor": actor}
        for role, slot in (("of", claim.of), ("by", claim.by))
        for position, actor in enumerate(slot.split("+") if slot else ())
    ]


def source_rows(claim: Claim, number: int) -> list[Row]:
    """Return the rows of `sources` of the claim that `number` counts."""
    return [
        {"claim": number, "position": position, "actor": actor}
        for position, hop in enumerate(claim.source)
        for actor in dict.fromkeys(hop.split("+"))
    ]


def place_rows(claim: Claim, number: int) -> list[Row]:
    """Return the rows of `places` of the claim that `number` counts."""
    rows: list[Row] = []
    for position, name in enumerate(claim.where):
        place = next((place for place in claim.places if _names(name, place)), None)
        rows.append(
            {
                "claim": number,
                "position": position,
                "name": name,
                "country": name.rpartition(",")[2].strip().upper()[:2],
                "place": place and place.id,
                "latitude": place and place.latitude,
                "longitude": place and place.longitude,
            }
        )
    return rows


def _names(where: str, place: Place) -> bool:
    """Return whether `[side ]Name[, governorate], CC` is the pack's place; a country's id is its code."""
    return where in {place.name, place.id} or where.partition(",")[0].endswith(place.name)
