"""The published JSON Schemas, made from the types themselves so that the two can't differ."""

from __future__ import annotations

from typing import Any

import msgspec

from tawatur.model.claim import Claim
from tawatur.model.decision import Decision
from tawatur.model.document import Document
from tawatur.model.finding import Finding
from tawatur.model.statement import StatementTable

PUBLISHED: dict[str, type[msgspec.Struct]] = {
    "claim": Claim,
    "decision": Decision,
    "document": Document,
    "finding": Finding,
    "statement": StatementTable,
}


def json_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a type that `PUBLISHED` names."""
    schema = msgspec.json.schema(PUBLISHED[name])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **schema}
