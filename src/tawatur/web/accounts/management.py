"""What is done to accounts, on the command line and over HTTP alike; each deed leaves a row in the audit log."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from tawatur.ledger import Account, Accounts, Deed, Ledger, Role, Token
from tawatur.model import InputError
from tawatur.web.accounts import clock
from tawatur.web.accounts.secrets import TOKEN, digest, hashed, random_secret

#: How long a token lasts at most.
LONGEST_TOKEN = timedelta(days=366)

#: Letters of any script, digits, and a few marks: no spaces, no controls that turn the direction of what is beside.
_NAME = re.compile(r"[\w.@+-]{1,64}")


class Management:
    """Deeds of `who` (None for the command line of the ledger's owner) from `address`.

    Every method raises InputError where it can't be done: no such account, a name that is taken, the last admin.
    """

    def __init__(self, ledger: Ledger, who: str | None, address: str | None = None) -> None:
        self._ledger = ledger
        self._who = who
        self._address = address

    def add(self, name: str, role: Role, password: str | None, subject: str | None = None) -> Account:
        """Add an account; one that was removed comes back, with nothing of its former rights."""
        name = unicodedata.normalize("NFC", name)
        if not _NAME.fullmatch(name):
            raise InputError("a name has 1 to 64 letters, digits, or . @ + - _", place=name)
        kept = None if password is None else hashed(password)
        account = Account(name=name, role=role, password=kept, subject=subject, created=clock.now())
        with self._ledger.accounts(writing=True) as accounts:
            if not accounts.add(account):
                raise InputError("there is an account of this name", place=name)
            self._note(accounts, f"user.add.{role}", name)
        return account

    def set_role(self, name: str, role: Role) -> Account:
        """Give an account another role."""
        with self._ledger.accounts(writing=True) as accounts:
            self._keep_an_admin(accounts, known(accounts, name), stays=role == "admin")
            accounts.set_role(name, role)
            self._note(accounts, f"user.role.{role}", name)
            return known(accounts, name)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password; its sessions end."""
        kept = hashed(password)
        with self._ledger.accounts(writing=True) as accounts:
            known(accounts, name)
            accounts.set_password(name, kept)
            self._note(accounts, "user.password", name)

    def remove(self, name: str) -> None:
        """Remove an account; its sessions and tokens end. What it decided keeps its name."""
        with self._ledger.accounts(writing=True) as accounts:
            self._keep_an_admin(accounts, known(accounts, name), stays=False)
            accounts.remove(name, clock.now())
            self._note(accounts, "user.remove", name)

    def add_token(self, name: str, *, label: str, role: Role, days: int) -> tuple[Token, str]:
        """Return a new token of an account, of at most a year, and its secret, which nobody can be told again."""
        secret = TOKEN + random_secret()
        expires = clock.later(min(timedelta(days=days), LONGEST_TOKEN))
        with self._ledger.accounts(writing=True) as accounts:
            known(accounts, name)
            token = accounts.add_token(name, digest(secret), label=label, role=role, now=clock.now(), expires=expires)
            self._note(accounts, f"token.add.{role}", str(token.id))
        return token, secret

    def revoke(self, token: int, name: str | None = None) -> None:
        """Revoke a token, where `name` is given one of that account's."""
        with self._ledger.accounts(writing=True) as accounts:
            if not accounts.revoke(token, clock.now(), name):
                raise InputError("no such token", place=str(token))
            self._note(accounts, "token.revoke", str(token))

    def _note(self, accounts: Accounts, action: str, subject: str) -> None:
        accounts.note(Deed(at=clock.now(), who=self._who, action=action, subject=subject, address=self._address))

    def _keep_an_admin(self, accounts: Accounts, account: Account, *, stays: bool) -> None:
        if account.role == "admin" and not stays and accounts.count("admin") == 1:
            raise InputError("the last admin", place=account.name, remedy="make another one first")


def known(accounts: Accounts, name: str) -> Account:
    """Return the account of a name. Raises InputError where there is none."""
    account = accounts.named(name)
    if account is None:
        raise InputError("no such account", place=name)
    return account
