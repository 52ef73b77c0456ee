"""Accounts: signing in and out, who one is, users, tokens, the audit log."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from tawatur.ledger import Account, Deed, Role, Token
from tawatur.model import InputError
from tawatur.web.accounts import cookies
from tawatur.web.accounts.authentication import Authentication, User, address_of
from tawatur.web.accounts.management import Management, known
from tawatur.web.accounts.secrets import fits, form_token
from tawatur.web.answers import Page, json_answer
from tawatur.web.bodies import body_of
from tawatur.web.context import current_user, signed
from tawatur.web.describing import endpoint
from tawatur.web.problems import Problem

router = APIRouter(tags=["accounts"])

Name = Annotated[str, Path(description="The account's name.", max_length=64)]


class Credentials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name and its password."""

    name: str
    password: str


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Who is signed in. What changes something brings `csrf_token` along as the header `X-CSRF-Token`."""

    user: User
    csrf_token: str


class NewUser(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account to be made."""

    name: str
    role: Role
    password: str


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to change of an account; null is left as it is."""

    role: Role | None = None
    password: str | None = None


class NewPassword(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One's own password, and the one that is to be."""

    old: str
    new: str


class UserRow(msgspec.Struct, frozen=True, kw_only=True):
    """A user as admins see it; `signs_in_by` is `password`, `openid`, both, or nothing."""

    name: str
    role: Role
    created: str
    removed: str | None
    signs_in_by: tuple[str, ...]


class NewToken(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A token to be made: what it is for, the most that it may do, and for how many days."""

    label: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    role: Role = "reader"
    days: Annotated[int, msgspec.Meta(ge=1, le=366)] = 90


class MadeToken(msgspec.Struct, frozen=True, kw_only=True):
    """A new token with its secret, which is never shown again."""

    token: Token
    secret: str


_CREDENTIALS = {"name": "huda", "password": "a long passphrase of hers"}


def _authentication(request: Request) -> Authentication:
    authentication: Authentication = request.app.state.authentication
    return authentication


def _with_accounts(request: Request) -> Authentication:
    authentication = _authentication(request)
    if authentication.local is not None:
        raise Problem(409, "this server has no accounts: make the first with tawatur user add, and start it again")
    return authentication


def _management(request: Request) -> Management:
    return Management(_with_accounts(request).ledger, signed(request).name, address_of(request))


def _row(account: Account) -> UserRow:
    ways = (("password", account.password), ("openid", account.subject))
    return UserRow(
        name=account.name,
        role=account.role,
        created=account.created,
        removed=account.removed,
        signs_in_by=tuple(way for way, kept in ways if kept is not None),
    )


@router.post(
    "/sessions",
    summary="Sign in",
    **endpoint(
        None, Session, "Signed in; the answer sets the session's cookie.", status=201, problems=(401, 409, 429),
        takes=Credentials, example=_CREDENTIALS, signs=True,
    ),
)  # fmt: skip
def sign_in(request: Request, given: Annotated[Credentials, Depends(body_of(Credentials))]) -> Response:
    """Sign in with name and password, for a browser; a program brings a token."""
    user, secret = _with_accounts(request).sign_in(given.name, given.password, address_of(request))
    cookies.begin_session(request, secret)
    return json_answer(request, Session(user=user, csrf_token=form_token(secret)), status=201)


@router.delete("/sessions", summary="Sign out", **endpoint("reader", None, "Signed out.", status=204, signs=True))
def sign_out(request: Request) -> Response:
    """End the session that the request comes with."""
    _authentication(request).sign_out(request)
    cookies.end_session(request)
    return Response(status_code=204)


@router.get("/me", summary="Who one is", **endpoint("reader", User, "Who asks."))
def me(request: Request) -> Response:
    """Tell who asks, and what that one may do."""
    return json_answer(request, current_user(request))


@router.put(
    "/me/password",
    summary="Change one's password",
    **endpoint(
        "reader", None, "Changed; all sessions have ended.", status=204, problems=(409,), takes=NewPassword,
        example={"old": "a long passphrase of hers", "new": "a longer passphrase of hers"},
    ),
)  # fmt: skip
def change_password(request: Request, given: Annotated[NewPassword, Depends(body_of(NewPassword))]) -> Response:
    """Change one's own password; it takes a session, not a token."""
    authentication, user = _with_accounts(request), signed(request)
    if user.by != "session":
        raise Problem(403, "a token can't change a password")
    with authentication.ledger.accounts() as accounts:
        account = known(accounts, user.name)
    if not fits(given.old, account.password):
        raise Problem(403, "the old password is another")
    _management(request).set_password(user.name, given.new)
    cookies.end_session(request)
    return Response(status_code=204)


@router.get("/users", summary="Users", **endpoint("admin", Page[UserRow], "All users, removed ones among them."))
def list_users(request: Request) -> Response:
    """List all users."""
    with _authentication(request).ledger.accounts() as accounts:
        return json_answer(request, Page(tuple(_row(account) for account in accounts.all())))


@router.post(
    "/users",
    summary="Add a user",
    **endpoint(
        "admin", UserRow, "Added.", status=201, problems=(409,), takes=NewUser,
        example={**_CREDENTIALS, "role": "reviewer"},
    ),
)  # fmt: skip
def add_user(request: Request, given: Annotated[NewUser, Depends(body_of(NewUser))]) -> Response:
    """Add a user, or take back one that was removed."""
    return json_answer(request, _row(_management(request).add(given.name, given.role, given.password)), status=201)


@router.patch(
    "/users/{name}",
    summary="Change a user",
    **endpoint(
        "admin", UserRow, "Changed.", problems=(404, 409), takes=Change, example={"role": "reader"},
    ),
)  # fmt: skip
def change_user(request: Request, name: Name, given: Annotated[Change, Depends(body_of(Change))]) -> Response:
    """Give a user another role or another password; with another password all sessions end."""
    management = _management(request)
    _existing(request, name)
    if given.password is not None:
        management.set_password(name, given.password)
    if given.role is not None:
        management.set_role(name, given.role)
    return json_answer(request, _row(_existing(request, name)))


@router.delete(
    "/users/{name}", summary="Remove a user", **endpoint("admin", None, "Removed.", status=204, problems=(404, 409))
)
def remove_user(request: Request, name: Name) -> Response:
    """Remove a user; its sessions and tokens end, what it decided keeps its name."""
    management = _management(request)
    _existing(request, name)
    management.remove(name)
    return Response(status_code=204)


@router.get("/tokens", summary="Tokens", **endpoint("reader", Page[Token], "One's own tokens; for an admin all."))
def list_tokens(request: Request) -> Response:
    """List one's own tokens, for an admin those of all, without their secrets."""
    user = signed(request)
    with _authentication(request).ledger.accounts() as accounts:
        return json_answer(request, Page(accounts.tokens(None if user.may("admin") else user.name)))


@router.post(
    "/tokens",
    summary="Make a token",
    **endpoint(
        "reader", MadeToken, "Made; its secret is shown this once.", status=201, problems=(409,), takes=NewToken,
        example={"label": "weekly export", "role": "reader", "days": 90},
    ),
)  # fmt: skip
def make_token(request: Request, given: Annotated[NewToken, Depends(body_of(NewToken))]) -> Response:
    """Make a token for a program: it may do at most what its role says, and never more than its user."""
    management, user = _management(request), signed(request)
    if user.by == "token":
        raise Problem(403, "a token can't make tokens")
    if not user.may(given.role):
        raise Problem(403, f"this needs the role {given.role}, and {user.name} is {user.role}")
    token, secret = management.add_token(user.name, label=given.label, role=given.role, days=given.days)
    return json_answer(request, MadeToken(token=token, secret=secret), status=201)


@router.delete(
    "/tokens/{token_id}",
    summary="Revoke a token",
    **endpoint("reader", None, "Revoked.", status=204, problems=(404, 409)),
)
def revoke_token(request: Request, token_id: Annotated[int, Path(ge=1, le=2**31 - 1)]) -> Response:
    """Revoke a token, one's own or, for an admin, any."""
    user = signed(request)
    try:
        _management(request).revoke(token_id, None if user.may("admin") else user.name)
    except InputError as error:
        raise Problem(404, error.problem) from error
    return Response(status_code=204)


@router.get("/audit", summary="The audit log", **endpoint("admin", Page[Deed], "A page of it, the newest first."))
def audit(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    after: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="The last page's `next`.")] = None,
) -> Response:
    """List what was done to accounts, and who signed in or failed to."""
    with _authentication(request).ledger.accounts() as accounts:
        found = accounts.deeds(limit, after)
    following = str(found[-1][0]) if len(found) == limit else None
    return json_answer(request, Page(tuple(deed for _, deed in found), following))


def _existing(request: Request, name: str) -> Account:
    with _authentication(request).ledger.accounts() as accounts:
        account = accounts.named(name)
    if account is None:
        raise Problem(404, "no such user")
    return account
