"""The findings of a served ledger are kept up to date, besides the answers."""

from __future__ import annotations

import threading
from collections.abc import Callable

from tawatur.ledger import Ledger
from tawatur.model import InputError
from tawatur.packs import Knowledge
from tawatur.standing import Standing
from tawatur.web import logs

#: How often to look for what other programs have read, in seconds.
_EVERY = 60.0

#: How long what is under way is waited for at the end, in seconds.
_GRACE = 10.0

#: Changes that follow one another within so many seconds are collated at once, so many times in a row at most.
_QUIET, _LONGEST = 1.0, 20


class Upkeep:
    """Collates what is new, in a thread of its own, where little is; much is left to `tawatur collate`."""

    def __init__(self, ledger: Ledger, knowledge: Callable[[], Knowledge]) -> None:
        self._ledger = ledger
        self._knowledge = knowledge
        self._wanted = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def begin(self) -> None:
        """Begin."""
        self._thread.start()

    def soon(self) -> None:
        """Say that something has changed."""
        self._wanted.set()

    def end(self) -> None:
        """End, when what is under way is done; what takes long is left, and nothing of it is kept."""
        self._ended = True
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join(_GRACE)

    def _run(self) -> None:
        self._let_it_settle()  # who asks first is not kept waiting
        while not self._ended:
            try:
                Standing(self._ledger, self._knowledge()).keep_up()  # the ledger's own pack may have grown
            except InputError as error:  # in use, full, away: the next time will do
                logs.put_off(error.problem)
            if self._wanted.wait(_EVERY):
                self._let_it_settle()

    def _let_it_settle(self) -> None:
        """Wait until nothing has changed for a moment: collating keeps others from writing for as long."""
        for _ in range(_LONGEST):
            self._wanted.clear()
            if self._ended or not self._wanted.wait(_QUIET):
                return
