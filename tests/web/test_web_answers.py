"""What the API answers: lists, single things, tags, and problems in one form."""

import re

import pytest
from served_ledger import both_stores, routes

from tawatur.web import Settings, create_app


@pytest.fixture
def table_of_addresses(path):
    """The addresses of all endpoints and pages that GET asks, of things that are there and that are not."""
    app = create_app(Settings(ledger=path))
    found = [re.sub(r"\{\w+\}", "a", address) for method, address in routes(app) if method == "GET"]
    app.state.ledger.close()
    return [address for address in found if not address.startswith("/api/v1/openid")]


def test_the_server_says_that_it_is_well(client):
    assert client.get("/health").json() == {"status": "ok"}


@both_stores
def test_claims_are_listed_in_the_codebooks_fields(client):
    page = client.get("/api/v1/claims", params={"limit": 2}).json()
    assert [item["measure"] for item in page["items"]] == ["killed", "detained"]
    assert page["items"][0]["quote"] == "مقتل 12 مسلحا"


@both_stores
def test_a_claim_and_a_document_are_shown_by_their_ids(client):
    claim = client.get("/api/v1/claims").json()["items"][0]
    assert client.get(f"/api/v1/claims/{claim['id']}").json() == claim
    document = client.get(f"/api/v1/documents/{claim['doc']}").json()
    assert document["text"][claim["start"] : claim["end"]] == claim["number"]


def test_who_has_an_answer_already_is_spared_it(client):
    first = client.get("/api/v1/claims")
    again = client.get("/api/v1/claims", headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/claims", headers={"If-None-Match": '"x"'}).status_code == 200


def seen(answer, but=()):
    """What an answer's head says of its body, but for `but`."""
    names = {"content-type", "etag", "content-disposition", "content-length"} - set(but)
    return answer.status_code, {name: answer.headers.get(name) for name in sorted(names)}


def test_head_answers_as_get_does_without_a_body(client, table_of_addresses):
    for address in table_of_addresses:
        but = ("content-length",) if address == "/metrics" else ()
        before, head, after = client.get(address), client.head(address), client.get(address)
        while seen(before, but) != seen(after, but):  # the findings of a ledger that was just served come in between
            before, head, after = after, client.head(address), client.get(address)
        assert head.content == b"", address
        assert seen(head, but) == seen(before, but), address
    assert client.head("/api/v1/sessions").status_code == 405


def test_head_of_a_whole_answer_makes_no_more_than_its_beginning(client):
    answer = client.head("/api/v1/claims", params={"format": "jsonl"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-disposition"] == 'attachment; filename="claims.jsonl"'
    assert client.get("/health").status_code == 200


@both_stores
@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/v1/claims/nowhere", 404),
        ("GET", "/api/v1/documents/nowhere", 404),
        ("GET", "/api/v1/nothing", 404),
        ("PUT", "/api/v1/claims", 405),
        ("GET", f"/api/v1/claims?limit={10**30}", 422),
        ("GET", "/api/v1/claims?limit=0", 422),
    ],
)
def test_every_problem_has_one_form(client, method, address, status):
    answer = client.request(method, address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]
