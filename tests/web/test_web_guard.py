"""What stands in front of the application: hosts and origins, forms, limits, headers."""

import socket

import httpx
import pytest
from fastapi import Request

from tawatur.web.access import Requires
from tawatur.web.accounts.secrets import form_token
from tawatur.web.context import csrf_token
from tawatur.web.settings import Settings, is_loopback


def raw(client, text, *, half=False):
    """Send bytes as they are; return the answer's first line and all of it."""
    with socket.create_connection((client.base_url.host, client.base_url.port), timeout=30) as connection:
        connection.sendall(text.encode() if isinstance(text, str) else text)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
            if half:
                break
    return answer.decode("utf-8", "replace")


class TestHosts:
    @pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1", "[::1]:{port}", "LOCALHOST", "127.8.8.8"])
    def test_names_of_this_machine_are_known(self, client, host):
        host = host.format(port=client.base_url.port)
        assert client.get("/health", headers={"Host": host}).status_code == 200

    @pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "", "[", "localhost.evil"])
    def test_another_name_that_points_here_is_refused(self, client, host):
        answer = client.get("/health", headers={"Host": host})
        assert answer.status_code == 421
        assert answer.headers["content-type"] == "application/problem+json"

    @pytest.mark.usefixtures("accounts")
    def test_a_public_server_has_its_own_name_and_this_machines(self, serve):
        client = serve(public_url="https://ledger.example.org")
        for host, status in (("ledger.example.org", 200), ("localhost", 200), ("evil.example", 421)):
            assert client.get("/health", headers={"Host": host}).status_code == status, host

    @pytest.mark.parametrize("host", ["127.0.0.1", "::1", "[::1]", "localhost", "LocalHost."])
    def test_what_is_loopback(self, host):
        assert is_loopback(host)
        assert not Settings(ledger="x", host=host).exposed

    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "localhost.example", "", "example.org"])
    def test_what_is_not(self, host):
        assert not is_loopback(host)
        assert Settings(ledger="x", host=host).exposed


class TestOrigins:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://["},
            {"Origin": "http://127.0.0.1:1"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
        ],
    )
    def test_another_sites_page_changes_nothing(self, sign_in, headers):
        huda = sign_in("huda")
        answer = huda.post("/api/v1/tokens", json={"label": "x"}, headers=headers)
        assert answer.status_code == 403
        assert huda.get("/api/v1/tokens", headers=headers).status_code == 200
        assert huda.get("/api/v1/tokens").json()["items"] == []

    def test_ones_own_page_does(self, sign_in):
        huda = sign_in("huda")
        headers = {"Origin": str(huda.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
        assert huda.post("/api/v1/tokens", json={"label": "x"}, headers=headers).status_code == 201

    def test_browsers_that_ask_first_are_not_told_to_go_on(self, client):
        headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
        answer = client.options("/api/v1/documents", headers=headers)
        assert answer.status_code == 405
        assert "access-control-allow-origin" not in answer.headers


class TestForms:
    """A page that any site may hold can send forms with a user's cookies; it can't know the form's token."""

    @pytest.fixture
    def with_a_form(self):
        def add(app):
            @app.get("/form", dependencies=[Requires.of(None)])
            def form(request: Request):
                return csrf_token(request)

            @app.post("/form", dependencies=[Requires.of("reviewer")])
            def sent():
                return "done"

        return add

    @pytest.mark.parametrize("kind", ["urlencoded", "multipart"])
    def test_a_form_brings_the_token_of_its_browser(self, serve, with_a_form, kind):
        client = serve(change=with_a_form)

        def send(fields):
            sent = (
                {"data": fields} if kind == "urlencoded" else {"files": {name: (None, v) for name, v in fields.items()}}
            )
            return client.post("/form", **sent).status_code

        assert send({"x": "1"}) == 403
        token = client.get("/form").json()
        assert "tawatur_form" in client.cookies
        assert client.get("/form").json() == token
        assert send({"csrf_token": token}) == 200
        assert send({"csrf_token": token[:-1]}) == 403
        assert send({"csrf_token": ""}) == 403

    def test_the_token_of_another_browser_is_no_use(self, serve, with_a_form):
        client = serve(change=with_a_form)
        other = httpx.get(f"{client.base_url}/form").json()
        client.get("/form")
        assert client.post("/form", data={"csrf_token": other}).status_code == 403

    def test_with_a_session_every_change_needs_it(self, sign_in, serve, with_a_form):
        client = serve(change=with_a_form)
        huda = sign_in("huda", client)
        token = huda.headers.pop("X-CSRF-Token")
        for body in ({"json": {"label": "x"}}, {"data": {"label": "x"}}, {"content": b"", "headers": {}}):
            assert huda.post("/api/v1/tokens", **body).status_code == 403
        assert huda.post("/form", data={}).status_code == 403
        assert huda.post("/form", data={"csrf_token": token}).status_code == 200
        assert huda.get("/form").json() == token

    def test_a_planted_cookie_is_no_way_around(self, sign_in):
        """A neighbour's page may set a cookie for all hosts of a domain; who is signed in brings the session's token."""
        huda = sign_in("huda")
        huda.cookies["tawatur_form"] = "planted"
        huda.headers["X-CSRF-Token"] = form_token("planted")
        assert huda.post("/api/v1/tokens", json={"label": "x"}).status_code == 403

    def test_a_plain_text_form_is_a_form(self, client):
        """A form of `enctype="text/plain"` may hold JSON, and needs no leave from the server."""
        headers = {"Content-Type": "text/plain"}
        assert client.post("/api/v1/tokens", content=b'{"label": "x"}', headers=headers).status_code == 403


class TestLimits:
    def test_a_body_of_a_hundred_megabytes_is_refused_before_it_is_sent(self, client):
        head = "POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        answer = raw(client, f"{head}Content-Length: 100000000\r\n\r\n{{", half=True)
        assert answer.startswith("HTTP/1.1 413")
        assert "application/problem+json" in answer

    def test_and_so_is_one_that_does_not_say_how_large_it_is(self, serve):
        client = serve(largest_body=1000)

        def pieces():
            for _ in range(50):
                yield b" " * 100

        headers = {"Content-Type": "application/json"}
        assert client.post("/api/v1/tokens", content=pieces(), headers=headers).status_code == 413

    def test_who_sends_too_slowly_is_not_waited_for(self, serve):
        client = serve(patience=0.2)
        head = "POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        answer = raw(client, f"{head}Content-Length: 100\r\n\r\n{{", half=True)
        assert answer.startswith("HTTP/1.1 408")

    @pytest.mark.parametrize(
        "line",
        ["GET /api/v1/claims/a%00b HTTP/1.1", "GET /api/v1/claims?limit=1%00 HTTP/1.1", "GET /%ff%fe HTTP/1.1",
         "GET /api/v1/claims/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1", "GET /static/../../app.py HTTP/1.1",
         "GET /static/%2e%2e/view.py HTTP/1.1", "GET //evil.example/ HTTP/1.1", "BREW / HTTP/1.1", "rubbish"],
    )  # fmt: skip
    def test_addresses_that_nobody_should_ask_for_are_refused(self, client, line):
        answer = raw(client, f"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert answer.split(" ")[1][0] == "4", answer

    @pytest.mark.parametrize(
        "body",
        [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"label": 5}', b'{"label": "x", "more": 1}', b'{"label": "\\u0000"}',
         b'{"label": "\\ud800"}', b"[" * 100_000, b'{"label": ' + b'{"a":' * 50_000, b'{"label": "x", "days": 1e400}',
         b'{"label": "x", "days": ' + b"9" * 5000 + b"}"],
    )  # fmt: skip
    def test_a_body_of_the_wrong_form_is_a_problem_of_the_senders(self, sign_in, body):
        answer = sign_in("huda").post("/api/v1/tokens", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["where"] == ["body"]

    def test_a_body_of_another_kind_is_refused(self, sign_in):
        huda = sign_in("huda")
        answer = huda.post("/api/v1/tokens", content=b"<x/>", headers={"Content-Type": "application/xml"})
        assert answer.status_code == 415


class TestHeaders:
    @pytest.mark.parametrize("address", ["/health", "/api/v1/claims", "/nothing", "/api/v1/claims?limit=0", "/en/"])
    def test_every_answer_says_what_a_browser_may_do_with_it(self, client, address):
        headers = client.get(address).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert {policy[f"{kind}-src"] for kind in ("style", "script", "font", "img")} == {"'self'"}
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"

    def test_a_refusal_has_them_too(self, client):
        answer = client.get("/health", headers={"Host": "evil.example"})
        assert "content-security-policy" in answer.headers
        assert "server" not in answer.headers

    def test_what_is_one_users_is_kept_by_no_cache_for_another(self, sign_in):
        headers = sign_in("huda").get("/api/v1/me").headers
        assert "private" in headers["cache-control"]
        assert {"Cookie", "Authorization"} == {name.strip() for name in headers["vary"].split(",")}
