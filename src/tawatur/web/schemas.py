"""OpenAPI schemas of the types that the API sends and takes, made from the types themselves."""

from __future__ import annotations

import types
import typing
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from tawatur.web.problems import MEDIA_TYPE, ProblemDetails

_REFERENCE = "#/components/schemas/{name}"

#: The types that some endpoint names; `describe` puts their schemas into the description.
_named: dict[str, Any] = {"Problem": ProblemDetails}


def schema_of(kind: Any) -> dict[str, str]:
    """Return a reference to the schema of a type, which the API's description will hold."""
    name = _name(kind)
    _named[name] = kind
    return {"$ref": _REFERENCE.format(name=name)}


def answers(kind: Any, description: str, *, status: int = 200, problems: tuple[int, ...] = ()) -> dict[int | str, Any]:
    """Return an endpoint's `responses`: `kind` in JSON, and problems by their status."""
    content = {"application/json": {"schema": schema_of(kind)}}
    found: dict[int | str, Any] = {status: {"description": description, "content": content}}
    for code in sorted({422, *problems}):
        found[code] = {
            "description": "Problem details (RFC 9457)",
            "content": {MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(name="Problem")}}},
        }
    return found


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the API's description (OpenAPI 3.1), with our types' schemas."""
    description = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes, tags=app.openapi_tags
    )
    components = description.setdefault("components", {}).setdefault("schemas", {})
    _, found = msgspec.json.schema_components(_named.values(), ref_template=_REFERENCE)
    components.update({_tidy_name(name): schema for name, schema in found.items()})
    return description


def _name(kind: Any) -> str:
    origin = typing.get_origin(kind)
    if origin is None or isinstance(kind, types.UnionType):
        return str(kind.__name__)
    inner = "_".join(_name(part) for part in typing.get_args(kind))
    return f"{origin.__name__}_{inner}_"


def _tidy_name(name: str) -> str:
    return "Problem" if name == "ProblemDetails" else name
