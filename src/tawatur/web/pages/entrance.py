"""Signing in and out, where the server has accounts."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from tawatur.web.accounts import cookies
from tawatur.web.accounts.authentication import Authentication, address_of
from tawatur.web.pages.routing import PageRoute
from tawatur.web.pages.view import View, ours
from tawatur.web.problems import Problem

router = APIRouter(route_class=PageRoute)


async def form_of(request: Request) -> FormData:
    """Return the form that a request brings."""
    return await request.form()


@router.get("/sign-in")
def entrance(request: Request, back: str = "") -> HTMLResponse:
    """Show the form to sign in."""
    view = View(request)
    return view.page("entrance.html", back=ours(back, view.link()), failed="")


@router.post("/sign-in")
def sign_in(request: Request, form: Annotated[Any, Depends(form_of)]) -> Response:
    """Sign in, and go where the reader was on the way to."""
    view = View(request)
    back = ours(str(form.get("back") or ""), view.link())
    authentication: Authentication = request.app.state.authentication
    if authentication.local is not None:
        return RedirectResponse(back, 303)
    name, password = str(form.get("name") or ""), str(form.get("password") or "")
    try:
        _, secret = authentication.sign_in(name, password, address_of(request))
    except Problem as problem:
        failed = "too_many_tries" if problem.status_code == 429 else "wrong_password"
        return view.page("entrance.html", status=problem.status_code, back=back, failed=failed)
    cookies.begin_session(request, secret)
    return RedirectResponse(back, 303)


@router.post("/sign-out")
def sign_out(request: Request) -> RedirectResponse:
    """Sign out."""
    authentication: Authentication = request.app.state.authentication
    authentication.sign_out(request)
    cookies.end_session(request)
    return RedirectResponse(View(request).link("sign-in"), 303)
