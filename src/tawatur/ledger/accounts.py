"""Accounts as the ledger keeps them, on one transaction: users, sessions, tokens, and what was done to them.

Nothing here knows a secret: passwords and tokens come hashed. Nothing reads a clock: times are given, ISO 8601 in UTC
to the second, so that they compare as text.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from tawatur.ledger.tables import audit, failures, sessions, tokens, users

#: What accounts may do, each all that the one before it may.
Role = Literal["reader", "reviewer", "admin"]

ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A user. `password` is a hash, None for one who signs in by `subject` (an OpenID provider's) alone."""

    name: str
    role: Role
    password: str | None = None
    subject: str | None = None
    created: str
    removed: str | None = None


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A program's way in, without its secret; `role` is the most that it may do."""

    id: int
    user: str
    label: str
    role: Role
    created: str
    expires: str
    revoked: str | None = None


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the audit log: `who` did what (`action`) to whom or what (`subject`), from which address."""

    at: str
    who: str | None
    action: str
    subject: str | None = None
    address: str | None = None


_ACCOUNT = (users.c.name, users.c.role, users.c.password, users.c.subject, users.c.created, users.c.removed)
_TOKEN = (
    tokens.c.number.label("id"), users.c.name.label("user"), tokens.c.label, tokens.c.role, tokens.c.created,
    tokens.c.expires, tokens.c.revoked,
)  # fmt: skip


class Accounts:
    """A ledger's accounts on one connection. One that was removed is found by none of the methods but `all`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Account, ...]:
        """Return all accounts by name, removed ones among them."""
        rows = self._connection.execute(select(*_ACCOUNT).order_by(users.c.name)).mappings()
        return tuple(Account(**row) for row in rows)

    def exist(self, role: Role | None = None) -> bool:
        """Return whether there is an account, one of `role` where it is given."""
        selection = select(users.c.number).where(users.c.removed.is_(None)).limit(1)
        if role is not None:
            selection = selection.where(users.c.role == role)
        return self._connection.scalar(selection) is not None

    def count(self, role: Role) -> int:
        """Return how many accounts of a role there are."""
        selection = select(func.count()).select_from(users).where(users.c.removed.is_(None), users.c.role == role)
        return self._connection.scalar(selection) or 0

    def named(self, name: str) -> Account | None:
        """Return the account of a name."""
        return self._one(users.c.name == name)

    def by_subject(self, subject: str) -> Account | None:
        """Return the account of an OpenID provider's subject."""
        return self._one(users.c.subject == subject)

    def by_session(self, digest: str, now: str) -> Account | None:
        """Return whose session has a secret of this hash, None where it has ended."""
        selection = select(users.c.number).join(sessions, sessions.c.user == users.c.number)
        number = self._connection.scalar(selection.where(sessions.c.digest == digest, sessions.c.expires > now))
        return None if number is None else self._one(users.c.number == number)

    def by_token(self, digest: str, now: str) -> tuple[Account, Role] | None:
        """Return whose token has a secret of this hash and its role, None where it is expired or revoked."""
        selection = select(tokens.c.user, tokens.c.role).where(
            tokens.c.digest == digest, tokens.c.expires > now, tokens.c.revoked.is_(None)
        )
        found = self._connection.execute(selection).one_or_none()
        account = None if found is None else self._one(users.c.number == found.user)
        return None if found is None or account is None else (account, found.role)

    def add(self, account: Account) -> bool:
        """Add an account, or take back one that was removed; return False where one of its name is there."""
        values = {name: getattr(account, name) for name in ("role", "password", "subject", "created")}
        known = self._connection.execute(select(users.c.removed).where(users.c.name == account.name)).one_or_none()
        if known is None:
            self._connection.execute(insert(users), {"name": account.name, **values})
            return True
        if known.removed is None:
            return False
        self._change(account.name, removed=None, **values)
        return True

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role."""
        self._change(name, role=role)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password (its hash), and end its sessions."""
        self._change(name, password=password)
        self._connection.execute(delete(sessions).where(sessions.c.user == _number(name)))

    def set_subject(self, name: str, subject: str) -> None:
        """Bind an account to an OpenID provider's subject."""
        self._change(name, subject=subject)

    def remove(self, name: str, now: str) -> None:
        """Remove an account; its sessions and tokens end with it."""
        self._connection.execute(delete(sessions).where(sessions.c.user == _number(name)))
        self._connection.execute(
            update(tokens).where(tokens.c.user == _number(name), tokens.c.revoked.is_(None)).values(revoked=now)
        )
        self._change(name, removed=now, password=None, subject=None)

    def begin_session(self, name: str, digest: str, now: str, expires: str) -> None:
        """Keep a session's hash, and forget those that have ended."""
        self._connection.execute(delete(sessions).where(sessions.c.expires <= now))
        values = {"digest": digest, "user": self._numbered(name), "created": now, "expires": expires}
        self._connection.execute(insert(sessions), values)

    def end_session(self, digest: str) -> None:
        """Forget a session."""
        self._connection.execute(delete(sessions).where(sessions.c.digest == digest))

    def add_token(self, name: str, digest: str, *, label: str, role: Role, now: str, expires: str) -> Token:
        """Keep a token's hash."""
        values = {
            "digest": digest, "user": self._numbered(name), "label": label, "role": role, "created": now,
            "expires": expires,
        }  # fmt: skip
        number = self._connection.execute(insert(tokens).returning(tokens.c.number), values).scalar_one()
        return Token(id=number, user=name, label=label, role=role, created=now, expires=expires)

    def tokens(self, name: str | None = None) -> tuple[Token, ...]:
        """Return the tokens of an account, of all accounts where no name is given, the oldest first."""
        selection = select(*_TOKEN).join(users, users.c.number == tokens.c.user).order_by(tokens.c.number)
        if name is not None:
            selection = selection.where(users.c.name == name)
        return tuple(Token(**row) for row in self._connection.execute(selection).mappings())

    def revoke(self, token: int, now: str, name: str | None = None) -> bool:
        """Revoke a token, where `name` is given one of that account's; return whether there was one to revoke."""
        change = update(tokens).where(tokens.c.number == token, tokens.c.revoked.is_(None))
        if name is not None:
            change = change.where(tokens.c.user == _number(name))
        return self._connection.execute(change.values(revoked=now)).rowcount > 0

    def failures(self, key: str, since: str, most: int) -> tuple[str, ...]:
        """Return when it was failed to sign in under a key, since a time: the last `most`, the latest first."""
        times = select(failures.c.at).where(failures.c.key == key, failures.c.at > since)
        return tuple(self._connection.scalars(times.order_by(failures.c.at.desc()).limit(most)))

    def fail(self, keys: Collection[str], now: str, since: str) -> None:
        """Count a failure under some keys, and forget those before `since`."""
        self._connection.execute(delete(failures).where(failures.c.at <= since))
        self._connection.execute(insert(failures), [{"key": key, "at": now} for key in keys])

    def forgive(self, key: str, *, last: bool = False) -> None:
        """Forget the failures under a key; with `last` the last one alone."""
        chosen = failures.c.key == key
        if last:
            newest = select(func.max(failures.c.number)).where(chosen).scalar_subquery()
            chosen = failures.c.number == newest
        self._connection.execute(delete(failures).where(chosen))

    def note(self, deed: Deed) -> None:
        """Append a row to the audit log."""
        self._connection.execute(insert(audit), msgspec.structs.asdict(deed))

    def deeds(self, limit: int, before: int | None = None) -> tuple[tuple[int, Deed], ...]:
        """Return the last `limit` rows of the audit log with their numbers, the newest first; those before one."""
        selection = select(audit).order_by(audit.c.number.desc()).limit(limit)
        if before is not None:
            selection = selection.where(audit.c.number < before)
        rows = self._connection.execute(selection)
        return tuple(
            (row.number, Deed(at=row.at, who=row.who, action=row.action, subject=row.subject, address=row.address))
            for row in rows
        )

    def _one(self, condition: Any) -> Account | None:
        selection = select(*_ACCOUNT).where(condition, users.c.removed.is_(None))
        row = self._connection.execute(selection).mappings().one_or_none()
        return None if row is None else Account(**row)

    def _change(self, name: str, **values: str | None) -> None:
        self._connection.execute(update(users).where(users.c.name == name).values(**values))

    def _numbered(self, name: str) -> int:
        number = self._connection.scalar(select(users.c.number).where(users.c.name == name))
        assert number is not None, "no such account"
        return int(number)


def _number(name: str) -> Any:
    return select(users.c.number).where(users.c.name == name).scalar_subquery()
