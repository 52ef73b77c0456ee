"""How often one may fail to sign in: by account and by address, whichever of a ledger's servers is asked."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import NamedTuple

from tawatur.ledger import Accounts, Ledger
from tawatur.web.accounts import clock

#: How long a failure counts.
_SPAN = timedelta(minutes=15)


class Limit(NamedTuple):
    """How many failures are allowed within a quarter of an hour under one key."""

    key: str
    most: int


class Limiter:
    """Counts failures to sign in, in the ledger, so that all servers of it count together."""

    def __init__(self, ledger: Ledger, *, by_account: int, by_address: int) -> None:
        self._ledger = ledger
        self._by_account = by_account
        self._by_address = by_address

    def begin(self, name: str, address: str) -> float:
        """Count a try as a failure, and return 0; where there were too many, how many seconds one has to wait.

        It is counted before it is tried, so that many at once are no way around.
        """
        limits = self._limits(name, address)
        with self._ledger.accounts() as accounts:  # who is kept out is no load
            wait = _wait(accounts, limits)
        if wait:
            return wait
        with self._ledger.accounts(writing=True) as accounts:
            wait = _wait(accounts, limits)
            if not wait:
                accounts.fail([limit.key for limit in limits], clock.now(), clock.later(-_SPAN))
        return wait

    def succeed(self, name: str, address: str) -> None:
        """Forget an account's failures, and take back the one that was counted for this try."""
        account, other = self._limits(name, address)
        with self._ledger.accounts(writing=True) as accounts:
            accounts.forgive(account.key)
            accounts.forgive(other.key, last=True)

    def _limits(self, name: str, address: str) -> tuple[Limit, Limit]:
        return Limit(f"account {_hidden(name)}", self._by_account), Limit(f"address {address[:64]}", self._by_address)


def _hidden(name: str) -> str:
    """Return what names are counted by: a few digits of a hash, as a name may be a password in the wrong field.

    They are too few to tell a password by, and enough for no two of a ledger's users to close each other's account.
    """
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _wait(accounts: Accounts, limits: tuple[Limit, ...]) -> float:
    since = clock.later(-_SPAN)
    waits = [0.0]
    for limit in limits:
        times = accounts.failures(limit.key, since, limit.most)
        if len(times) == limit.most:
            waits.append(clock.seconds_until(times[-1], _SPAN))
    return max(waits)
