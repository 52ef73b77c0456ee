"""Signing in by OpenID Connect: discovery, the code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1).

Who may come in is the ledger's to say, not the provider's: an account is made for an e-mail address first, and bound to
the provider's subject when it signs in for the first time with that address, verified.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import httpx

from tawatur.ledger import Account, Ledger
from tawatur.model import InputError
from tawatur.web.accounts.secrets import random_secret, same
from tawatur.web.problems import Problem
from tawatur.web.settings import OpenIdSettings, is_loopback

#: Signatures by a key that the provider publishes; none by a shared secret, none at all.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]

_TIMEOUT = 10.0
_FRESH = 3600.0
_LEEWAY = 60
_UNREACHABLE = "the OpenID provider does not answer as it should"


class Errand(NamedTuple):
    """What a browser keeps in a cookie while it is at the provider's: its own alone, and good for one return."""

    state: str
    nonce: str
    verifier: str
    following: str

    def written(self) -> str:
        """Return it as a cookie's value."""
        return ".".join((self.state, self.nonce, self.verifier, self.following.encode().hex()))

    @classmethod
    def read(cls, value: str | None) -> Errand:
        """Read a cookie's value. Raises Problem where it is none."""
        try:
            state, nonce, verifier, following = (value or "").split(".")
            return cls(state, nonce, verifier, bytes.fromhex(following).decode())
        except ValueError:
            raise Problem(403, "this sign-in was not begun here: begin again") from None


class Provider:
    """An OpenID provider, by its published configuration."""

    def __init__(self, settings: OpenIdSettings) -> None:
        if not _is_safe(settings.issuer):
            raise InputError("an OpenID provider is reached by https", source=settings.issuer)
        try:
            import authlib  # noqa: F401, PLC0415  an extra
            import joserfc  # noqa: F401, PLC0415
        except ModuleNotFoundError as error:
            problem = f"needs the Python package {error.name}"
            raise InputError(problem, source=settings.issuer, remedy="pip install 'tawatur[openid]'") from error
        self._settings = settings
        self._lock = threading.Lock()
        self._read_at = 0.0
        self._configuration: dict[str, Any] = {}
        self._keys: dict[str, Any] = {}

    def begin(self, redirect: str, following: str) -> tuple[str, Errand]:
        """Return the address to send a browser to, and the errand that it goes on."""
        from authlib.oauth2.rfc7636 import create_s256_code_challenge  # noqa: PLC0415

        errand = Errand(random_secret(), random_secret(), random_secret(), following)
        query = {
            "response_type": "code",
            "client_id": self._settings.client,
            "redirect_uri": redirect,
            "scope": "openid email",
            "state": errand.state,
            "nonce": errand.nonce,
            "code_challenge": create_s256_code_challenge(errand.verifier),
            "code_challenge_method": "S256",
        }
        endpoint = str(self._discovered()["authorization_endpoint"])
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}", errand

    def end(self, answer: Mapping[str, str], errand: Errand, redirect: str) -> Mapping[str, Any]:
        """Return what the provider says of who has come back. Raises Problem where it is not to be believed."""
        if not same(answer.get("state", ""), errand.state):
            raise Problem(403, "this sign-in was not begun here: begin again")
        configuration = self._discovered()
        if answer.get("iss", configuration["issuer"]) != configuration["issuer"]:  # RFC 9207
            raise Problem(403, "this answer is another provider's")
        if "code" not in answer:
            raise Problem(403, "the OpenID provider did not let you in")
        tokens = self._ask(
            "POST",
            str(configuration["token_endpoint"]),
            data={
                "grant_type": "authorization_code",
                "code": answer["code"],
                "redirect_uri": redirect,
                "code_verifier": errand.verifier,
                "client_id": self._settings.client,
                "client_secret": self._settings.secret,
            },
        )
        return self._verified(tokens, errand.nonce)

    def _verified(self, tokens: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        from authlib.oidc.core import CodeIDToken  # noqa: PLC0415
        from joserfc import jwt  # noqa: PLC0415
        from joserfc.errors import JoseError  # noqa: PLC0415
        from joserfc.jwk import KeySet  # noqa: PLC0415

        token = tokens.get("id_token")
        try:
            if not isinstance(token, str):
                raise Problem(502, _UNREACHABLE)
            try:
                read = jwt.decode(token, KeySet.import_key_set(self._published()), algorithms=list(_ALGORITHMS))
            except (JoseError, ValueError):  # the keys may be others by now
                read = jwt.decode(
                    token, KeySet.import_key_set(self._published(anew=True)), algorithms=list(_ALGORITHMS)
                )
            claims = CodeIDToken(
                read.claims,
                read.header,
                options={
                    "iss": {"essential": True, "value": self._settings.issuer},
                    "aud": {"essential": True, "value": self._settings.client},
                    "nonce": {"essential": True, "value": nonce},
                },
                params={
                    "nonce": nonce,
                    "client_id": self._settings.client,
                    "access_token": tokens.get("access_token"),
                },
            )
            claims.validate(leeway=_LEEWAY)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise Problem(403, "what the OpenID provider says of you is not signed as it should be") from error
        return dict(claims)

    def _discovered(self) -> dict[str, Any]:
        """Return the provider's configuration, not older than an hour (OpenID Connect Discovery 1.0, 4)."""
        with self._lock:
            if not self._configuration or time.monotonic() - self._read_at > _FRESH:
                address = f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration"
                found = self._ask("GET", address)
                endpoints = [found.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
                if found.get("issuer") != self._settings.issuer or not all(map(_is_safe, endpoints)):
                    raise Problem(502, _UNREACHABLE)
                self._configuration, self._read_at, self._keys = found, time.monotonic(), {}
            return self._configuration

    def _published(self, *, anew: bool = False) -> Any:
        """Return the provider's keys (a JSON Web Key Set)."""
        address = str(self._discovered()["jwks_uri"])
        with self._lock:
            if anew or not self._keys:
                self._keys = self._ask("GET", address)
            return self._keys

    def _ask(self, method: str, address: str, data: Mapping[str, str] | None = None) -> dict[str, Any]:
        try:
            with httpx.Client(timeout=_TIMEOUT) as client:
                answer = client.request(method, address, data=data, headers={"Accept": "application/json"})
                found = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            raise Problem(502, _UNREACHABLE) from error
        if not isinstance(found, dict):
            raise Problem(502, _UNREACHABLE)
        return found


def account_of(ledger: Ledger, told: Mapping[str, Any]) -> Account:
    """Return the account of whom a provider tells of, bound to its subject from now on. Raises Problem: 403."""
    subject = f"{told['iss']} {told['sub']}"
    address = told.get("email") if told.get("email_verified") is True else None
    with ledger.accounts(writing=True) as accounts:
        known = accounts.by_subject(subject)
        if known is None and isinstance(address, str):
            known = accounts.by_subject(invitation(address))
            if known is not None:
                accounts.set_subject(known.name, subject)
    if known is None:
        raise Problem(403, "there is no account for you: an admin makes one")
    return known


def invitation(address: str) -> str:
    """Return the subject of an account that waits for who has an e-mail address."""
    return f"email {address.strip().casefold()}"


def _is_safe(address: object) -> bool:
    """Return whether secrets may be sent to an address."""
    try:
        parts = urlsplit(str(address))
    except ValueError:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
