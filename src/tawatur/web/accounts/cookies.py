"""The cookies that a server sets: a session's, and the one that forms are bound to."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from tawatur.web.accounts.authentication import SESSION, form_cookie, is_secure, session_cookie
from tawatur.web.accounts.secrets import form_token, random_secret


def csrf_token(request: Request) -> str:
    """Return what a form must bring along as `csrf_token`, or a script as the header `X-CSRF-Token`.

    It is bound to the session's cookie, or to a cookie of its own, which the answer then sets.
    """
    secret = request.cookies.get(session_cookie(request)) or request.cookies.get(form_cookie(request))
    if not secret:
        secret = random_secret()
        request.cookies[form_cookie(request)] = secret
        set_cookie(request, form_cookie(request), secret)
    return form_token(secret)


def expected_csrf_tokens(request: Request, *, signed_in: bool) -> tuple[str, ...]:
    """Return what a request's form may bring along; nothing where it comes without a cookie.

    Who is `signed_in` by a session brings that session's, and no other.
    """
    names = [session_cookie(request)] if signed_in else [session_cookie(request), form_cookie(request)]
    return tuple(form_token(request.cookies[name]) for name in names if request.cookies.get(name))


def begin_session(request: Request, secret: str) -> None:
    """Let the answer set a session's cookie."""
    set_cookie(request, session_cookie(request), secret, lifetime=int(SESSION.total_seconds()))


def end_session(request: Request) -> None:
    """Let the answer take the session's cookie away."""
    set_cookie(request, session_cookie(request), "", lifetime=0)


def set_cookie(request: Request, name: str, value: str, *, lifetime: int | None = None, path: str = "/") -> None:
    """Let the answer set a cookie, whichever answer it becomes; `lifetime` is in seconds."""
    carrier = Response()
    carrier.set_cookie(
        name, value, max_age=lifetime, path=path, secure=is_secure(request), httponly=True, samesite="lax"
    )
    waiting: list[bytes] = request.scope.setdefault("state", {}).setdefault("cookies", [])
    waiting.append(carrier.raw_headers[-1][1])
