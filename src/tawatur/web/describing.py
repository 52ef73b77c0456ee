"""How an endpoint is declared: who may call it, what it takes and answers; and the API's description of it all.

The schemas are made from our own types, as those in `docs/schema` are.
"""

from __future__ import annotations

import typing
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from tawatur.ledger import Role
from tawatur.web.access import Requires
from tawatur.web.problems import MEDIA_TYPE, ProblemDetails

_JSON = "application/json"
_REFERENCE = "#/components/schemas/{name}"
_PROBLEM = {"$ref": _REFERENCE.format(name="ProblemDetails")}

_WHY = {
    401: "Nobody has signed in, or the token is no use.",
    403: "Who asks may not do this, or it was sent from another site's page.",
    404: "There is no such thing.",
    409: "It does not go with what is there.",
    413: "The body is too large.",
    415: "The body is of another kind.",
    422: "The request has parts of the wrong form.",
    429: "Too many tries.",
    502: "The OpenID provider does not answer as it should.",
    503: "The ledger can't be used at the moment.",
}

#: The types that some endpoint names; `describe` puts their schemas into the description.
_named: dict[str, Any] = {"ProblemDetails": ProblemDetails}


def endpoint(
    role: Role | None,
    kind: Any,
    description: str,
    *,
    status: int = 200,
    problems: tuple[int, ...] = (),
    takes: Any = None,
    example: Any = None,
    media_type: str = _JSON,
    forms: tuple[str, ...] = (),
    signs: bool = False,
) -> dict[str, Any]:
    """Return what a router's decorators take of an endpoint.

    `role` is who may call it, None everybody. It answers a `kind` with `status`, in `media_type`, or as one of the
    media types `forms`; `kind` None is no content. It takes a `takes`, as in `example`, as its body.
    """
    extra: dict[str, Any] = {"x-role": role or "everybody"}
    found = {422, 503, *problems} | ({401, 403} if role is not None else set())
    if takes is not None:
        found |= {403, 413, 415}
        body = {"schema": schema_of(takes)} | ({} if example is None else {"example": example})
        extra["requestBody"] = {"required": True, "content": {_JSON: body}}
    content: dict[str, Any] = {} if kind is None else {media_type: {"schema": schema_of(kind)}}
    content |= {form: {"schema": {"type": "string"}} for form in forms}
    answers: dict[int | str, Any] = {status: {"description": description} | ({"content": content} if content else {})}
    answers |= {
        code: {"description": _WHY[code], "content": {MEDIA_TYPE: {"schema": _PROBLEM}}} for code in sorted(found)
    }
    return {
        "dependencies": [Requires.of(role, signs=signs)],
        "responses": answers,
        "status_code": status,
        "openapi_extra": extra,
    }


def schema_of(kind: Any) -> dict[str, Any]:
    """Return the schema of a type: a reference, where the API's description will hold it by its name."""
    name = getattr(typing.get_origin(kind) or kind, "__name__", "")
    if not (
        isinstance(typing.get_origin(kind) or kind, type)
        and issubclass(typing.get_origin(kind) or kind, msgspec.Struct)
    ):
        return msgspec.json.schema(kind)
    for part in typing.get_args(kind):
        name += f"_{part.__name__}_"
    _named[name] = kind
    return {"$ref": _REFERENCE.format(name=name)}


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the API's description (OpenAPI 3.1), with our types' schemas."""
    description = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes, tags=app.openapi_tags
    )
    components = description.setdefault("components", {})
    _, found = msgspec.json.schema_components(_named.values(), ref_template=_REFERENCE)
    components["schemas"] = dict(sorted(found.items()))
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "A token of `POST /api/v1/tokens`."},
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "tawatur_session",
            "description": "`POST /api/v1/sessions`.",
        },
    }
    for operations in description["paths"].values():
        for operation in operations.values():
            operation["security"] = [] if operation["x-role"] == "everybody" else [{"token": []}, {"session": []}]
    return description
