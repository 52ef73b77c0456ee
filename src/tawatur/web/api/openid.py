"""Signing in by OpenID Connect: to the provider, and back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse

from tawatur.web.accounts import cookies
from tawatur.web.accounts.authentication import Authentication, address_of, cookie_named
from tawatur.web.accounts.openid import Errand, Provider, account_of
from tawatur.web.context import settings_of
from tawatur.web.describing import endpoint
from tawatur.web.problems import Problem

router = APIRouter(prefix="/openid", tags=["accounts"])

#: How long somebody may be at the provider's, in seconds.
_AWAY = 600

_COOKIE = "tawatur_openid"


@router.get(
    "", summary="Sign in by OpenID Connect", **endpoint(None, None, "Goes on to it.", status=303, problems=(404, 502))
)
def begin(
    request: Request,
    following: Annotated[str, Query(alias="next", max_length=500, description="The page to come back to.")] = "/",
) -> RedirectResponse:
    """Send a browser to the OpenID provider."""
    address, errand = _provider(request).begin(_redirect(request), _own(following))
    cookies.set_cookie(request, cookie_named(request, _COOKIE), errand.written(), lifetime=_AWAY)
    return RedirectResponse(address, 303)


@router.get(
    "/callback",
    summary="Come back from it",
    **endpoint(None, None, "Signed in; goes on to a page.", status=303, problems=(403, 404, 502)),
)
def end(request: Request) -> RedirectResponse:
    """Take who comes back from the OpenID provider in."""
    provider = _provider(request)
    errand = Errand.read(request.cookies.get(cookie_named(request, _COOKIE)))
    cookies.set_cookie(request, cookie_named(request, _COOKIE), "", lifetime=0)
    told = provider.end(dict(request.query_params), errand, _redirect(request))
    authentication: Authentication = request.app.state.authentication
    _, secret = authentication.begin_session(account_of(authentication.ledger, told), address_of(request))
    cookies.begin_session(request, secret)
    return RedirectResponse(_own(errand.following), 303)


def _provider(request: Request) -> Provider:
    provider: Provider | None = request.app.state.provider
    if provider is None:
        raise Problem(404, "this server has no OpenID provider")
    return provider


def _redirect(request: Request) -> str:
    public = settings_of(request).public_url
    return f"{(public or str(request.base_url)).rstrip('/')}/api/v1/openid/callback"


def _own(address: str) -> str:
    """Return an address of this server's own; its first page for any other."""
    own = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if own else "/"
