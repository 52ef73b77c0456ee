"""What each endpoint asks of who calls it. An endpoint that asks nothing answers nobody."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from tawatur.ledger import Role
from tawatur.web.accounts.authentication import Authentication, User
from tawatur.web.accounts.cookies import expected_csrf_tokens
from tawatur.web.accounts.secrets import same
from tawatur.web.problems import Problem

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

_JSON = "application/json"


class Requires:
    """A dependency that finds out who asks, and lets a role and those above it pass; everybody where it is None.

    `signs` marks an endpoint that signs in or out: it changes no ledger, and so a read-only server has it.
    """

    def __init__(self, role: Role | None, *, signs: bool = False) -> None:
        self.role = role
        self.signs = signs

    @classmethod
    def of(cls, role: Role | None, *, signs: bool = False) -> Any:
        """Return it as an endpoint's `dependencies` take it."""
        return Depends(cls(role, signs=signs))

    async def __call__(self, request: Request) -> None:
        """Set `request.state.user`. Raises Problem: 401 for strangers, 403 for those who may not."""
        authentication: Authentication = request.app.state.authentication
        request.state.asked = True
        user = authentication.local or await run_in_threadpool(authentication.who, request)
        request.state.user = user
        if self.role is not None and user is None:
            raise Problem(401, "sign in first, or bring a token", headers={"WWW-Authenticate": "Bearer"})
        if self.role is not None and user is not None and not user.may(self.role):
            raise Problem(403, f"this needs the role {self.role}, and {user.name} is {user.role}")
        if request.method not in SAFE:
            if request.app.state.settings.read_only and not self.signs:
                raise Problem(403, "this server is read-only")
            await _check_form(request, user)


async def _check_form(request: Request, user: User | None) -> None:
    """Refuse what another site's page may have sent in a user's name.

    A token comes with no cookie. Without a session what is no form can't be sent from elsewhere: browsers ask first
    (CORS), and are refused.
    """
    kind = request.headers.get("content-type", _JSON).partition(";")[0].strip().lower()
    if user is not None and user.by == "token":
        return
    if kind == _JSON and (user is None or user.by == "machine"):
        return
    given = request.headers.get("x-csrf-token")
    if given is None and kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        field = (await request.form()).get("csrf_token")
        given = field if isinstance(field, str) else None
    expected = expected_csrf_tokens(request, signed_in=user is not None and user.by == "session")
    if given is None or not any(same(given, token) for token in expected):
        raise Problem(403, "the form's csrf_token is missing or not this browser's: load the page again")
