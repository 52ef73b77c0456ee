"""Who asks: by a session's cookie, by a token, or, on this machine without accounts, its one user."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Literal

import msgspec
from fastapi import Request

from tawatur.ledger import ROLES, Account, Deed, Ledger, Role
from tawatur.web.accounts import clock
from tawatur.web.accounts.limiter import Limiter
from tawatur.web.accounts.secrets import digest, fits, random_secret
from tawatur.web.problems import Problem

#: How long a browser stays signed in.
SESSION = timedelta(hours=12)

#: Failures that are allowed within a quarter of an hour.
_BY_ACCOUNT, _BY_ADDRESS = 10, 50

_CHALLENGE = {"WWW-Authenticate": "Bearer"}


class User(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks: the name that signs decisions, what it may do, and how it came in."""

    name: str
    role: Role
    by: Literal["session", "token", "machine"]

    def may(self, role: Role) -> bool:
        """Return whether all that `role` may is allowed."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Authentication:
    """Tells who asks. `local` is who does where there are no accounts, None where there are."""

    def __init__(self, ledger: Ledger, local: User | None) -> None:
        self.ledger = ledger
        self.local = local
        self._limiter = Limiter(ledger, by_account=_BY_ACCOUNT, by_address=_BY_ADDRESS)
        self._counting = threading.Lock()
        self.failures = 0

    def who(self, request: Request) -> User | None:
        """Return who asks, None where nobody has signed in. Raises Problem (401) for a token that is no use."""
        if self.local is not None:
            return self.local
        header = request.headers.get("authorization")
        if header is not None:
            return self._by_token(header)
        secret = request.cookies.get(session_cookie(request))
        if not secret:
            return None
        with self.ledger.accounts() as accounts:
            account = accounts.by_session(digest(secret), clock.now())
        return None if account is None else User(name=account.name, role=account.role, by="session")

    def sign_in(self, name: str, password: str, address: str) -> tuple[User, str]:
        """Return who signs in and the secret of a new session. Raises Problem: 401, 429 after too many failures."""
        wait = self._limiter.begin(name, address)
        if wait:
            raise Problem(429, "too many failures to sign in", headers={"Retry-After": str(int(wait) + 1)})
        with self.ledger.accounts() as accounts:
            account = accounts.named(name)
        if not fits(password, account.password if account is not None else None) or account is None:
            self._failed(account, address)
            raise Problem(401, "no such name and password", headers={"WWW-Authenticate": "Session"})
        self._limiter.succeed(name, address)
        return self.begin_session(account, address)

    def begin_session(self, account: Account, address: str) -> tuple[User, str]:
        """Return a user and the secret of a new session."""
        secret = random_secret()
        now = clock.now()
        with self.ledger.accounts(writing=True) as accounts:
            accounts.begin_session(account.name, digest(secret), now, clock.later(SESSION))
            accounts.note(Deed(at=now, who=account.name, action="session.begin", address=address))
        return User(name=account.name, role=account.role, by="session"), secret

    def sign_out(self, request: Request) -> None:
        """End the session that a request comes with."""
        secret = request.cookies.get(session_cookie(request))
        if secret:
            with self.ledger.accounts(writing=True) as accounts:
                accounts.end_session(digest(secret))

    def _by_token(self, header: str) -> User:
        kind, _, secret = header.partition(" ")
        if kind.lower() != "bearer":
            raise Problem(401, "an Authorization header brings a Bearer token", headers=_CHALLENGE)
        with self.ledger.accounts() as accounts:
            found = accounts.by_token(digest(secret.strip()), clock.now())
        if found is None:
            raise Problem(401, "a token that is unknown, expired or revoked", headers=_CHALLENGE)
        account, role = found
        return User(name=account.name, role=min(role, account.role, key=ROLES.index), by="token")

    def _failed(self, account: Account | None, address: str) -> None:
        """Note a failure; a name that is nobody's may be a password in the wrong field, and is not kept."""
        with self._counting:
            self.failures += 1
        if account is not None:
            with self.ledger.accounts(writing=True) as accounts:
                accounts.note(Deed(at=clock.now(), who=account.name, action="session.fail", address=address))


def session_cookie(request: Request) -> str:
    """Return the name of the session's cookie."""
    return cookie_named(request, "tawatur_session")


def form_cookie(request: Request) -> str:
    """Return the name of the cookie that forms are bound to where there is no session."""
    return cookie_named(request, "tawatur_form")


def is_secure(request: Request) -> bool:
    """Return whether the browser asks by TLS."""
    return request.url.scheme == "https" or bool(request.app.state.settings.secure)


def cookie_named(request: Request, name: str) -> str:
    """Return the name of a cookie: by TLS one that no other host can set (RFC 6265bis, 4.1.3)."""
    return f"__Host-{name}" if is_secure(request) else name


def address_of(request: Request) -> str:
    """Return the address that a request comes from; behind a trusted proxy that of its client."""
    return request.client.host if request.client is not None else "unknown"
