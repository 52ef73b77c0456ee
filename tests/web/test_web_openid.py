"""Signing in by OpenID Connect, with a small provider of our own on loopback."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from tawatur.ledger import Ledger
from tawatur.model import InputError
from tawatur.web import Settings, create_app
from tawatur.web.accounts.management import Management
from tawatur.web.accounts.openid import invitation
from tawatur.web.settings import OpenIdSettings

KEY = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"}, auto_kid=False)
ANOTHER = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"}, auto_kid=False)


class OpenIdProvider:
    """A provider that lets everybody in as `user`; `lie` changes the claims, `key` signs them."""

    def __init__(self):
        self.user = {"sub": "1234", "email": "Salim@example.org", "email_verified": True}
        self.lie = {}
        self.key = self.published = KEY
        self.codes = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                if self.path == "/.well-known/openid-configuration":
                    self.answer(provider.configuration())
                elif self.path == "/keys":
                    self.answer({"keys": [provider.published.as_dict(private=False)]})
                else:
                    query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
                    provider.codes["a-code"] = query
                    self.send_response(302)
                    back = {"code": "a-code", "state": query["state"], "iss": provider.issuer}
                    self.send_header("Location", f"{query['redirect_uri']}?{urlencode(back)}")
                    self.end_headers()

            def do_POST(self):
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                given = {name: values[0] for name, values in form.items()}
                asked = provider.codes.pop(given["code"], None)
                challenge = base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"].encode()).digest())
                if (
                    asked is None
                    or challenge.decode().rstrip("=") != asked["code_challenge"]
                    or given["client_secret"] != "s"
                ):
                    self.answer({"error": "invalid_grant"}, 400)
                else:
                    self.answer(
                        {"access_token": "x", "token_type": "Bearer", "id_token": provider.token(asked["nonce"])}
                    )

            def answer(self, value, status=200):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(value).encode())

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def configuration(self):
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
        }  # fmt: skip

    def token(self, nonce):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": "tawatur", "iat": now, "exp": now + 60, "nonce": nonce, **self.user}
        claims = {name: value for name, value in (claims | self.lie).items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "first"}, claims, self.key)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def provider():
    with OpenIdProvider() as provider:
        yield provider


@pytest.fixture
def browser(provider, serve, path):
    """A browser before a server whose users sign in by the provider; Salim is one of them."""
    with Ledger.open(path) as ledger:
        Management(ledger, None).add("salim", "reviewer", None, invitation("salim@example.org"))
    served = serve(openid=OpenIdSettings(issuer=provider.issuer, client="tawatur", secret="s"))
    with httpx.Client(base_url=served.base_url, timeout=30) as browser:
        yield browser


def walk(browser, following="/api/v1/me"):
    """Go to the provider and back, as a browser does."""
    there = browser.get("/api/v1/openid", params={"next": following})
    back = httpx.get(there.headers["location"])
    return browser.get(back.headers["location"])


def test_who_has_an_account_comes_in_and_back_to_the_page(browser):
    answer = walk(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/api/v1/me")
    assert browser.get("/api/v1/me").json() == {"name": "salim", "role": "reviewer", "by": "session"}


def test_an_account_is_bound_to_its_subject_from_then_on(browser, provider):
    walk(browser)
    provider.user["email"] = "another@example.org"
    assert walk(browser).status_code == 303
    provider.user = {"sub": "5678", "email": "salim@example.org", "email_verified": True}
    assert walk(browser).status_code == 403


@pytest.mark.parametrize("user", [
    {"sub": "1", "email": "stranger@example.org", "email_verified": True},
    {"sub": "1", "email": "salim@example.org", "email_verified": False},
    {"sub": "1", "email": "salim@example.org", "email_verified": "true"},
    {"sub": "1"},
])  # fmt: skip
def test_nobody_else_does(browser, provider, user):
    provider.user = user
    answer = walk(browser)
    assert answer.status_code == 403
    assert browser.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize("lie", [
    {"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"aud": ["another", "more"]}, {"aud": None},
    {"iss": "https://another.example"}, {"exp": 1}, {"exp": None}, {"sub": None}, {"azp": "another"}, {"at_hash": "x"},
])  # fmt: skip
def test_a_token_that_is_not_for_us_is_not_believed(browser, provider, lie):
    provider.lie = lie
    assert walk(browser).status_code == 403


def test_nor_is_one_that_somebody_else_signed(browser, provider):
    provider.key = ANOTHER
    assert walk(browser).status_code == 403


def test_a_provider_may_change_its_keys(browser, provider):
    walk(browser)
    provider.key = provider.published = ANOTHER
    assert walk(browser).status_code == 303


def test_a_token_without_a_signature_is_not_believed(browser, provider, monkeypatch):
    def unsigned(nonce):
        head, body, _ = OpenIdProvider.token(provider, nonce).split(".")
        head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
        return f"{head}.{body}."

    monkeypatch.setattr(provider, "token", unsigned)
    assert walk(browser).status_code == 403


def test_a_return_that_was_not_begun_in_this_browser_is_refused(browser):
    """Else a stranger could sign a user in to the stranger's own account."""
    there = browser.get("/api/v1/openid")
    back = httpx.get(there.headers["location"]).headers["location"]
    with httpx.Client() as another:
        assert another.get(back).status_code == 403
        another.get(f"{browser.base_url}/api/v1/openid")
        assert another.get(back).status_code == 403
    assert browser.get(f"{back}x").status_code == 403
    assert browser.get(back).status_code == 403, "the errand is over"


@pytest.mark.parametrize("query", ["", "?code=a-code", "?state=x&code=a-code", "?error=access_denied", "?state="])
def test_a_return_of_the_wrong_form_is_refused(browser, query):
    browser.get("/api/v1/openid")
    assert browser.get(f"/api/v1/openid/callback{query}").status_code == 403


def test_an_answer_of_another_provider_is_refused(browser):
    there = browser.get("/api/v1/openid")
    back = httpx.get(there.headers["location"]).headers["location"]
    own, _, _ = back.partition("&iss=")
    assert browser.get(f"{own}&iss=https%3A%2F%2Fevil.example").status_code == 403


@pytest.mark.parametrize(
    "following", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", ""]
)
def test_nobody_is_sent_on_to_another_site(browser, following):
    assert walk(browser, following).headers["location"] == "/"


def test_a_provider_that_is_away_or_another_is_a_problem(browser, provider, monkeypatch):
    monkeypatch.setattr(provider, "configuration", lambda: {"issuer": "https://another.example"})
    answer = browser.get("/api/v1/openid")
    assert (answer.status_code, answer.headers["content-type"]) == (502, "application/problem+json")


@pytest.mark.parametrize("issuer", ["http://provider.example", "ftp://127.0.0.1", "provider"])
def test_secrets_are_sent_by_tls_alone(path, issuer):
    with pytest.raises(InputError, match="https"):
        create_app(Settings(ledger=path, openid=OpenIdSettings(issuer=issuer, client="x", secret="s")))


def test_a_server_without_one_says_so(client):
    assert client.get("/api/v1/openid").status_code == 404
