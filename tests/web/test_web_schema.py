"""The whole API by Schemathesis: whatever is sent, no failure of the server's, and answers as they are described.

`make soak` sends more: TAWATUR_EXAMPLES is how many requests each endpoint gets, of what fits its description and of
what does not.
"""

import contextlib
import os

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from served_ledger import PASSWORD, both_stores

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.packs import load, names
from tawatur.standing import Standing
from tawatur.web import description

EXAMPLES = int(os.environ.get("TAWATUR_EXAMPLES", "4"))
CHECKS = [schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance,
          response_schema_conformance]  # fmt: skip

#: Ends what the next request needs, or is no answer but a way to somewhere else.
APART = {("DELETE", "/api/v1/sessions"), ("PUT", "/api/v1/me/password"), ("GET", "/api/v1/openid"),
         ("GET", "/api/v1/openid/callback")}  # fmt: skip


def test_the_description_is_one_of_openapi():
    told = description()
    assert told["openapi"].startswith("3.1")
    for name, schema in told["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema.get("description"), f"{name} is not described"
    for address, operations in told["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {address}"
            assert operation["summary"], where
            assert operation["description"], where
            assert all("description" in answer for answer in operation["responses"].values()), where
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            assert body is None or "example" in body, f"{where} has no example of what it takes"


@pytest.fixture
def known(path):
    """Ids of things that are there, by their names in addresses."""
    with Ledger.open(path) as ledger:
        Standing(ledger, load(names())).bring_up_to_date()
        claim = next(ledger.claims(ClaimQuery())).id
        finding = ledger.findings_page().items[0].id
    return {"claim_id": claim, "document_id": "a", "finding_id": finding, "name": "operations"}


@both_stores
@pytest.mark.parametrize("signed_in", [False, True], ids=["machine", "admin"])
def test_whatever_is_sent_is_answered_as_described(serve, known, signed_in, request):
    if signed_in:
        request.getfixturevalue("accounts")
    base = str(serve().base_url)
    with contextlib.closing(requests.Session()) as session:
        if signed_in:
            answer = session.post(f"{base}/api/v1/sessions", json={"name": "amal", "password": PASSWORD})
            session.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        for result in schemathesis.openapi.from_dict(description()).get_all_operations():
            operation = result.ok()
            if (operation.method.upper(), operation.path) not in APART:
                exercise(operation, base, session, known)


def exercise(operation, base, session, known):
    wanted = {parameter.name for parameter in operation.path_parameters}
    there = {name: known[name] for name in wanted if name in known}
    strategies = [operation.as_strategy(GenerationMode.POSITIVE)]
    if list(operation.iter_parameters()) or operation.body:
        strategies.append(operation.as_strategy(GenerationMode.NEGATIVE))
    if there and there.keys() == wanted:
        strategies.append(operation.as_strategy(GenerationMode.POSITIVE, path_parameters=there))
    for strategy in strategies:

        @settings(max_examples=EXAMPLES, database=None, derandomize=EXAMPLES < 10,
                  suppress_health_check=list(HealthCheck), deadline=None)  # fmt: skip
        @given(strategy)
        def send(case):
            case.call_and_validate(base_url=base, session=session, checks=CHECKS, timeout=300)

        send()
