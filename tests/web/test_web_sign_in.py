"""Signing in, and what is done to accounts."""

import json
import pathlib
from datetime import UTC, datetime, timedelta

import pytest
from served_ledger import PASSWORD, both_stores

from tawatur.ledger import Ledger
from tawatur.web.accounts import clock
from tawatur.web.accounts.limiter import Limiter


@both_stores
def test_who_signs_in_is_known_until_signing_out(sign_in):
    huda = sign_in("huda")
    assert huda.get("/api/v1/me").json() == {"name": "huda", "role": "reviewer", "by": "session"}
    secret = huda.cookies["tawatur_session"]
    assert huda.delete("/api/v1/sessions").status_code == 204
    assert "tawatur_session" not in huda.cookies
    assert huda.get("/api/v1/me", headers={"Cookie": f"tawatur_session={secret}"}).status_code == 401


@pytest.mark.parametrize(("name", "password"), [("huda", "wrong"), ("nobody", PASSWORD), ("huda", ""), ("", "")])
@pytest.mark.usefixtures("accounts")
def test_a_wrong_name_and_a_wrong_password_are_told_the_same(serve, name, password):
    answer = serve().post("/api/v1/sessions", json={"name": name, "password": password})
    assert answer.status_code == 401
    assert answer.json()["detail"] == "no such name and password"


@pytest.mark.usefixtures("accounts")
def test_after_too_many_failures_the_right_password_has_to_wait_too(serve):
    client = serve()
    tries = [client.post("/api/v1/sessions", json={"name": "huda", "password": "wrong"}) for _ in range(11)]
    assert [answer.status_code for answer in tries] == [401] * 10 + [429]
    late = client.post("/api/v1/sessions", json={"name": "huda", "password": PASSWORD})
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) > 0
    assert client.post("/api/v1/sessions", json={"name": "rima", "password": PASSWORD}).status_code == 201


@both_stores
@pytest.mark.usefixtures("accounts")
def test_servers_of_one_ledger_count_failures_together(serve):
    one, other = serve(), serve()
    wrong = {"name": "huda", "password": "wrong"}
    tries = [client.post("/api/v1/sessions", json=wrong) for client in (one, other) * 6]
    assert [answer.status_code for answer in tries] == [401] * 10 + [429] * 2
    assert other.post("/api/v1/sessions", json={"name": "rima", "password": PASSWORD}).status_code == 201


@both_stores
def test_failures_are_forgotten_in_time(path, monkeypatch):
    moment = [datetime(2026, 3, 1, tzinfo=UTC)]
    monkeypatch.setattr(clock, "moment", lambda: moment[0])
    with Ledger.open(path) as ledger:
        limiter = Limiter(ledger, by_account=2, by_address=50)
        for _ in range(2):
            assert limiter.begin("huda", "::1") == 0
            moment[0] += timedelta(seconds=1)
        assert limiter.begin("huda", "::1") == 15 * 60 - 2
        assert limiter.begin("rima", "::1") == 0
        moment[0] += timedelta(minutes=15) - timedelta(seconds=2)
        assert limiter.begin("huda", "::1") == 0
        assert limiter.begin("huda", "::1") == 1
        limiter.succeed("huda", "::1")
        assert limiter.begin("huda", "::1") == 0
        with ledger.accounts() as accounts:
            assert len(accounts.failures("address ::1", clock.later(timedelta(minutes=-15)), 50)) == 3


def test_no_name_is_kept_that_failed(path, serve, accounts):  # noqa: ARG001  the accounts are to be there
    serve().post("/api/v1/sessions", json={"name": "a password typed here", "password": "wrong"})
    with Ledger.open(path) as ledger, ledger.accounts() as kept:
        assert not kept.failures("account a password typed here", "", 1)
    assert b"a password typed here" not in pathlib.Path(path).read_bytes()


@pytest.mark.usefixtures("accounts")
def test_a_sessions_cookie_is_for_this_server_alone(serve):
    client = serve()
    credentials = {"name": "huda", "password": PASSWORD}
    plain = client.post("/api/v1/sessions", json=credentials).headers["set-cookie"]
    assert plain.startswith("tawatur_session=")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= {part.strip() for part in plain.split(";")}
    behind_a_proxy = serve(public_url="https://ledger.example.org")
    secure = behind_a_proxy.post("/api/v1/sessions", json=credentials).headers["set-cookie"]
    assert secure.startswith("__Host-tawatur_session=")
    assert "Secure" in secure


@both_stores
def test_a_user_may_change_the_password_which_ends_all_sessions(sign_in, serve):
    client = serve()
    first, second = sign_in("huda", client), sign_in("huda", client)
    assert first.put("/api/v1/me/password", json={"old": "wrong", "new": "another passphrase"}).status_code == 403
    assert first.put("/api/v1/me/password", json={"old": PASSWORD, "new": "short"}).status_code == 422
    assert first.put("/api/v1/me/password", json={"old": PASSWORD, "new": "another passphrase"}).status_code == 204
    assert second.get("/api/v1/me").status_code == 401
    again = client.post("/api/v1/sessions", json={"name": "huda", "password": "another passphrase"})
    assert again.status_code == 201


@both_stores
class TestUsers:
    @pytest.fixture
    def amal(self, sign_in):
        return sign_in("amal")

    def test_an_admin_adds_changes_and_removes_them(self, amal):
        salim = {"name": "سليم", "role": "reader", "password": PASSWORD}
        assert amal.post("/api/v1/users", json=salim).status_code == 201
        assert amal.post("/api/v1/users", json=salim).status_code == 422
        assert amal.patch("/api/v1/users/سليم", json={"role": "reviewer"}).json()["role"] == "reviewer"
        assert amal.delete("/api/v1/users/سليم").status_code == 204
        removed = amal.get("/api/v1/users").json()["items"][-1]
        assert (removed["name"], removed["signs_in_by"]) == ("سليم", [])
        assert removed["removed"]
        assert amal.patch("/api/v1/users/سليم", json={"role": "reader"}).status_code == 404
        assert amal.post("/api/v1/users", json=salim).json()["removed"] is None

    def test_a_name_that_would_deceive_is_refused(self, amal):
        headers = {"Content-Type": "application/json"}
        for name in ("", "a b", "x" * 65, "a/b", "\u202eadmin", "<b>", "a\nb", "a\0", "\ud800"):
            body = json.dumps({"name": name, "role": "reader", "password": PASSWORD})
            assert amal.post("/api/v1/users", content=body, headers=headers).status_code == 422, name

    def test_the_last_admin_stays(self, amal):
        assert amal.delete("/api/v1/users/amal").status_code == 422
        assert amal.patch("/api/v1/users/amal", json={"role": "reader"}).status_code == 422
        assert amal.patch("/api/v1/users/huda", json={"role": "admin"}).status_code == 200
        assert amal.delete("/api/v1/users/amal").status_code == 204

    def test_all_of_it_stands_in_the_audit_log_without_secrets(self, amal):
        amal.post("/api/v1/users", json={"name": "salim", "role": "reader", "password": PASSWORD})
        amal.post("/api/v1/sessions", json={"name": "huda", "password": "wrong"})
        amal.post("/api/v1/sessions", json={"name": "a password typed here", "password": "wrong"})
        answer = amal.get("/api/v1/audit")
        deeds = [(deed["who"], deed["action"], deed["subject"]) for deed in answer.json()["items"]]
        assert deeds[:3] == [
            ("huda", "session.fail", None), ("amal", "user.add.reader", "salim"), ("amal", "session.begin", None),
        ]  # fmt: skip
        assert "password typed" not in answer.text
        first = amal.get("/api/v1/audit", params={"limit": 2}).json()
        rest = amal.get("/api/v1/audit", params={"limit": 2, "after": first["next"]}).json()
        assert [item["action"] for item in first["items"] + rest["items"]] == [
            "session.fail", "user.add.reader", "session.begin", "user.add.admin",
        ]  # fmt: skip


def test_a_server_without_accounts_makes_none(client):
    given = {"name": "huda", "role": "reviewer", "password": PASSWORD}
    assert client.post("/api/v1/users", json=given).status_code == 409
    assert client.post("/api/v1/sessions", json={"name": "x", "password": "y"}).status_code == 409
    assert client.post("/api/v1/tokens", json={"label": "x"}).status_code == 409
