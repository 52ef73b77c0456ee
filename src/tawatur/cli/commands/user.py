"""`tawatur user`: the accounts of a ledger that others reach over HTTP."""

from __future__ import annotations

import sys

import click

from tawatur.cli import options
from tawatur.cli.bidi import clean
from tawatur.cli.messages import complain
from tawatur.ledger import ROLES, Ledger, Role
from tawatur.model import InputError, to_json

_role = click.option(
    "--role",
    type=click.Choice(ROLES),
    required=True,
    help="reader: look and export; reviewer: decide as well; admin: accounts as well.",
)
_password_in = click.option(
    "--password-stdin", "piped", is_flag=True, help="Read the password from standard input's first line."
)


@click.group()
def user() -> None:
    """Add, list, change and remove accounts and their tokens.

    A ledger with accounts is served to those who sign in, and to nobody else. What is done to accounts stands in the
    ledger's audit log.

    \b
    Example:
      tawatur user add huda --role reviewer
      tawatur user token add huda --label "weekly export" --role reader
    """  # noqa: D301


@user.command()
@click.argument("name")
@_role
@_password_in
@click.option("--openid", "address", metavar="EMAIL", help="Signs in by OpenID, with this verified address.")
@options.ledger
def add(*, name: str, role: Role, piped: bool, address: str | None, ledger: str) -> None:
    """Add an account, or take back one that was removed.

    The password is asked for, unless the account is to sign in by OpenID Connect.

    \b
    Example:
      tawatur user add huda --role admin
      tawatur user add salim --role reader --openid salim@example.org
      pass show ledger | tawatur user add exporter --role reader --password-stdin
    """  # noqa: D301
    from tawatur.web.accounts.management import Management  # noqa: PLC0415  slow to import, as in all that follow
    from tawatur.web.accounts.openid import invitation  # noqa: PLC0415

    password = None if address is not None else _password(piped=piped)
    subject = None if address is None else invitation(address)
    with Ledger.open(ledger) as store:
        Management(store, None).add(name, role, password, subject)
    click.echo(f"{name}: {role}")


@user.command("list")
@options.form("table", "jsonl")
@options.ledger
def list_users(*, form: str, ledger: str) -> None:
    """List the accounts.

    \b
    Example:
      tawatur user list
    """  # noqa: D301
    with Ledger.open(ledger, read_only=True) as store, store.accounts() as accounts:
        for account in accounts.all():
            ways = [way for way, kept in (("password", account.password), ("openid", account.subject)) if kept]
            if form == "jsonl":
                shown = {"name": account.name, "role": account.role, "created": account.created}
                click.echo(to_json({**shown, "removed": account.removed, "signs_in_by": ways}))
            else:
                state = f"removed {account.removed}" if account.removed else ", ".join(ways)
                click.echo(f"{clean(account.name):24} {account.role:10} {account.created}  {state}")


@user.command("role")
@click.argument("name")
@_role
@options.ledger
def change_role(*, name: str, role: Role, ledger: str) -> None:
    """Give an account another role.

    \b
    Example:
      tawatur user role huda --role admin
    """  # noqa: D301
    from tawatur.web.accounts.management import Management  # noqa: PLC0415

    with Ledger.open(ledger) as store:
        Management(store, None).set_role(name, role)
    click.echo(f"{name}: {role}")


@user.command("password")
@click.argument("name")
@_password_in
@options.ledger
def change_password(*, name: str, piped: bool, ledger: str) -> None:
    """Give an account another password; its sessions end.

    \b
    Example:
      tawatur user password huda
    """  # noqa: D301
    from tawatur.web.accounts.management import Management  # noqa: PLC0415

    with Ledger.open(ledger) as store:
        Management(store, None).set_password(name, _password(piped=piped))
    click.echo(f"{name}: another password; all sessions have ended")


@user.command()
@click.argument("name")
@options.ledger
def remove(*, name: str, ledger: str) -> None:
    """Remove an account; its sessions and tokens end, what it decided keeps its name.

    \b
    Example:
      tawatur user remove huda
    """  # noqa: D301
    from tawatur.web.accounts.management import Management  # noqa: PLC0415

    with Ledger.open(ledger) as store:
        Management(store, None).remove(name)
    click.echo(f"{name}: removed")


@user.group()
def token() -> None:
    """Make, list and revoke tokens, by which programs sign in.

    \b
    Example:
      tawatur user token list
    """  # noqa: D301


@token.command("add")
@click.argument("name")
@click.option("--label", metavar="WORDS", required=True, help="What it is for.")
@click.option("--role", type=click.Choice(ROLES), default=ROLES[0], show_default=True, help="The most that it may do.")
@click.option(
    "--days", metavar="N", type=click.IntRange(1, 366), default=90, show_default=True, help="How long it lasts."
)
@options.ledger
def add_token(*, name: str, label: str, role: Role, days: int, ledger: str) -> None:
    """Make a token for an account, and print its secret: nobody can be shown it again.

    \b
    Example:
      tawatur user token add huda --label "weekly export" --days 30
    """  # noqa: D301
    from tawatur.web.accounts.management import Management  # noqa: PLC0415

    with Ledger.open(ledger) as store:
        made, secret = Management(store, None).add_token(name, label=label, role=role, days=days)
    complain(f"token {made.id} of {name}, until {made.expires}; its secret is shown this once:")
    click.echo(secret)


@token.command("list")
@options.ledger
def list_tokens(*, ledger: str) -> None:
    """List the tokens, without their secrets.

    \b
    Example:
      tawatur user token list
    """  # noqa: D301
    with Ledger.open(ledger, read_only=True) as store, store.accounts() as accounts:
        for made in accounts.tokens():
            state = f"revoked {made.revoked}" if made.revoked else f"until {made.expires}"
            click.echo(f"{made.id:4} {clean(made.user):24} {made.role:10} {state}  {clean(made.label)}")


@token.command()
@click.argument("number", type=click.IntRange(min=1))
@options.ledger
def revoke(*, number: int, ledger: str) -> None:
    """Revoke a token.

    \b
    Example:
      tawatur user token revoke 3
    """  # noqa: D301
    from tawatur.web.accounts.management import Management  # noqa: PLC0415

    with Ledger.open(ledger) as store:
        Management(store, None).revoke(number)
    click.echo(f"token {number}: revoked")


def _password(*, piped: bool) -> str:
    """Return the password that standard input gives, or that is typed twice, unseen."""
    if piped:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise InputError("no terminal to ask for a password", remedy="give it with --password-stdin")
    return str(click.prompt("password", hide_input=True, confirmation_prompt=True, err=True))
