"""Who may do what: every endpoint by every role, held against the table in docs/service.md."""

import pathlib
import re

import httpx
import pytest
from served_ledger import both_stores, routes

from tawatur.model import InputError
from tawatur.web import Settings, create_app

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "service.md"
ROW = re.compile(r"^\| `(GET|POST|PUT|PATCH|DELETE)` \| `(\S+)` \| (everybody|reader|reviewer|admin) \|", re.MULTILINE)
RANK = {"everybody": 0, "reader": 1, "reviewer": 2, "admin": 3}


@pytest.fixture(scope="module")
def table():
    found = {(method, address): role for method, address, role in ROW.findall(PAGE.read_text(encoding="utf-8"))}
    assert found
    return found


def test_every_endpoint_stands_in_the_table_and_none_that_is_not_there(path, table):
    app = create_app(Settings(ledger=path))
    there = {
        (method, address) for method, address in routes(app) if address.startswith(("/api", "/health", "/metrics"))
    }
    app.state.ledger.close()
    assert there == set(table)


@both_stores
def test_every_endpoint_by_every_role(serve, sign_in, table):
    client = serve()
    callers = {
        "everybody": client,
        **{role: sign_in(name, client) for name, role in (("rima", "reader"), ("huda", "reviewer"), ("amal", "admin"))},
    }
    for role, caller in callers.items():
        for (method, address), least in table.items():
            if (method, address) == ("DELETE", "/api/v1/sessions") and role != "everybody":
                continue  # the last of all: see below
            answer = caller.request(method, re.sub(r"\{\w+\}", "7", address))
            if RANK[role] >= RANK[least]:
                assert answer.status_code not in {401, 403, 500}, (role, method, address, answer.text)
            else:
                assert answer.status_code == (401 if role == "everybody" else 403), (role, method, address)
    for role in ("reader", "reviewer", "admin"):
        assert callers[role].delete("/api/v1/sessions").status_code == 204
        assert callers[role].get("/api/v1/me").status_code == 401


def test_on_this_machine_without_accounts_its_user_may_do_everything(client, table):
    assert client.get("/api/v1/me").json()["role"] == "admin"
    for method, address in table:
        answer = client.request(method, re.sub(r"\{\w+\}", "7", address))
        assert answer.status_code not in {401, 403, 500}, (method, address, answer.text)


def test_a_read_only_server_changes_nothing(serve, table):
    client = serve(read_only=True)
    for method, address in table:
        answer = client.request(method, re.sub(r"\{\w+\}", "7", address))
        if method != "GET" and not address.endswith("/sessions"):
            assert answer.status_code == 403, (method, address)
            assert "read-only" in answer.json()["detail"]


def test_one_signs_in_to_a_read_only_server_too(sign_in):
    assert sign_in("huda", read_only=True).get("/api/v1/me").json()["name"] == "huda"


#: Pages that need no account: the way to a language, files, habits, the form to sign in, what names no page.
OPEN_PAGES = re.compile(r"/|/static/.*|/(ar|en)/(habits|sign-in|sign-out|\{rest\})")


def test_pages_are_for_readers_and_their_forms_for_reviewers(serve, sign_in, path):
    client = serve()
    rima, huda = sign_in("rima", client), sign_in("huda", client)
    app = create_app(Settings(ledger=path))
    pages = [
        (method, address) for method, address in routes(app) if not address.startswith(("/api", "/health", "/metrics"))
    ]
    app.state.ledger.close()
    assert len(pages) > 20
    for method, address in pages:
        if OPEN_PAGES.fullmatch(address):
            continue
        where = re.sub(r"\{\w+\}", "7", address)
        stranger = client.request(method, where)
        assert stranger.status_code in {303, 401}, (method, address, stranger.status_code)
        assert (stranger.status_code == 401) or "/sign-in" in stranger.headers["location"], address
        reader = rima.request(method, where)
        if method == "GET":
            assert reader.status_code not in {401, 403}, (method, address)
        else:
            assert reader.status_code == 403, (method, address)
            assert huda.request(method, where).status_code not in {401, 403, 500}, (method, address)


@pytest.mark.parametrize("settings", [{"host": "0.0.0.0"}, {"public_url": "https://ledger.example.org"}])
def test_others_than_this_machine_are_served_with_accounts_only(path, settings):
    with pytest.raises(InputError, match="it has no accounts"):
        create_app(Settings(ledger=path, **settings))


@pytest.mark.usefixtures("accounts")
def test_who_has_accounts_is_asked_on_this_machine_too(serve):
    assert serve().get("/api/v1/claims").status_code == 401


def test_an_endpoint_that_asks_nothing_of_who_calls_it_answers_nobody(serve):
    client = serve(change=lambda app: app.add_api_route("/careless", lambda: "a secret"))
    answer = client.get("/careless")
    assert answer.status_code == 500
    assert "secret" not in answer.text


@both_stores
class TestTokens:
    @pytest.fixture
    def huda(self, sign_in):
        return sign_in("huda")

    @staticmethod
    def bearer(browser, secret):
        return httpx.Client(base_url=browser.base_url, headers={"Authorization": f"Bearer {secret}"}, timeout=30)

    def test_a_token_may_what_its_role_may_and_no_more_than_its_user(self, huda, sign_in):
        made = huda.post("/api/v1/tokens", json={"label": "export", "role": "reviewer"}).json()
        with self.bearer(huda, made["secret"]) as program:
            assert program.get("/api/v1/me").json() == {"name": "huda", "role": "reviewer", "by": "token"}
            amal = sign_in("amal", huda)
            amal.patch("/api/v1/users/huda", json={"role": "reader"}).raise_for_status()
            assert program.get("/api/v1/me").json()["role"] == "reader"
        assert huda.post("/api/v1/tokens", json={"label": "too much", "role": "admin"}).status_code == 403

    def test_its_secret_is_shown_once_and_kept_nowhere(self, huda, path, store):
        secret = huda.post("/api/v1/tokens", json={"label": "export"}).json()["secret"]
        assert secret.startswith("tawatur_")
        assert secret not in huda.get("/api/v1/tokens").text
        if store == "sqlite":
            assert secret.encode() not in b"".join(file.read_bytes() for file in pathlib.Path(path).parent.iterdir())

    def test_a_token_makes_no_tokens_and_changes_no_password(self, huda):
        secret = huda.post("/api/v1/tokens", json={"label": "export", "role": "reviewer"}).json()["secret"]
        with self.bearer(huda, secret) as program:
            assert program.post("/api/v1/tokens", json={"label": "another"}).status_code == 403
            change = {"old": "a long passphrase", "new": "another passphrase"}
            assert program.put("/api/v1/me/password", json=change).status_code == 403

    def test_a_revoked_one_and_one_of_a_removed_user_are_no_use(self, huda, sign_in):
        first, second = (huda.post("/api/v1/tokens", json={"label": "export"}).json() for _ in range(2))
        assert huda.delete(f"/api/v1/tokens/{first['token']['id']}").status_code == 204
        with self.bearer(huda, first["secret"]) as program, self.bearer(huda, second["secret"]) as other:
            assert program.get("/api/v1/me").status_code == 401
            assert other.get("/api/v1/me").status_code == 200
            sign_in("amal", huda).delete("/api/v1/users/huda").raise_for_status()
            refused = other.get("/api/v1/me")
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"] == "Bearer"
        assert huda.get("/api/v1/me").status_code == 401

    @pytest.mark.parametrize("header", ["Bearer tawatur_wrong", "Bearer", "Basic aHVkYTp4", "x", "Bearer \xff"])
    def test_a_wrong_one_is_no_use(self, huda, header):
        client = httpx.Client(base_url=huda.base_url)
        answer = client.get("/api/v1/claims", headers={"Authorization": header.encode("latin-1")})
        client.close()
        assert answer.status_code == 401

    def test_one_revokes_ones_own_alone(self, huda, sign_in):
        made = huda.post("/api/v1/tokens", json={"label": "export"}).json()["token"]
        rima = sign_in("rima", huda)
        assert rima.get("/api/v1/tokens").json()["items"] == []
        assert rima.delete(f"/api/v1/tokens/{made['id']}").status_code == 404
        assert huda.get("/api/v1/tokens").json()["items"] == [made]
