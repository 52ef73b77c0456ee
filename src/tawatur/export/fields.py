"""The flat form of a claim with its report, for tables."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.export.cells import Cell
from tawatur.export.items import Item

#: The codebook's fields, a period in two columns, lists joined by `; `, chains by ` > `; then the report's.
FIELDS = (
    "id", "doc", "section", "start", "end", "quote_start", "quote_end", "quote", "number", "measure", "low", "high",
    "bound", "unit", "change", "of", "by", "name", "where", "when_start", "when_end", "source", "modality",
    "optional", "same_as", "note", "when_precision", "confidence", "extractor",
    "report_publisher", "report_date", "report_title", "report_url", "place_ids", "latitude", "longitude",
)  # fmt: skip


def row(item: Item) -> Sequence[Cell]:
    """Return the cells of a claim, in the order of `FIELDS`; of several places the first one's degrees."""
    claim = item.claim
    located = next((place for place in claim.places if place.latitude is not None), None)
    joined: dict[str, Cell] = {
        "where": "; ".join(claim.where),
        "source": " > ".join(claim.source),
        "when_start": claim.when.start if claim.when is not None else None,
        "when_end": claim.when.end if claim.when is not None else None,
        "report_publisher": item.publisher,
        "report_date": item.date,
        "report_title": item.title,
        "report_url": item.url,
        "place_ids": "; ".join(place.id for place in claim.places),
        "latitude": located.latitude if located is not None else None,
        "longitude": located.longitude if located is not None else None,
    }
    return [joined[name] if name in joined else getattr(claim, name) for name in FIELDS]
