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

#: How long what is under way is waited for at the end, in seconds, and by who asks for findings.
_GRACE, _PATIENCE = 10.0, 5.0

#: Changes that follow one another within so many seconds are collated at once, so many times in a row at most.
_QUIET, _LONGEST = 1.0, 20


class Upkeep:
    """Collates what is new, in a thread of its own, where little is; much is left to `tawatur collate`."""

    def __init__(self, ledger: Ledger, knowledge: Callable[[], Knowledge]) -> None:
        self._ledger = ledger
        self._knowledge = knowledge
        self._changes = threading.Condition()
        self._made = 0
        self._collated = 0
        self._hurry = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def begin(self) -> None:
        """Begin."""
        self._thread.start()

    def soon(self) -> None:
        """Say that something has changed."""
        with self._changes:
            self._made += 1
            self._changes.notify_all()

    def catch_up(self) -> None:
        """Wait until what was changed here before is collated, for some seconds at most."""
        with self._changes:
            wanted = self._made
            if self._thread.is_alive() and self._collated < wanted:
                self._hurry = True
                self._changes.notify_all()
                self._changes.wait_for(lambda: self._ended.is_set() or self._collated >= wanted, _PATIENCE)

    def end(self) -> None:
        """End, when what is under way is done; what takes long is left, and nothing of it is kept."""
        with self._changes:
            self._ended.set()
            self._changes.notify_all()
        if self._thread.is_alive():
            self._thread.join(_GRACE)

    def _run(self) -> None:
        while not self._ended.is_set():
            known = self._settled()
            if self._ended.is_set():
                return
            try:
                Standing(self._ledger, self._knowledge()).keep_up()  # the ledger's own pack may have grown
            except InputError as error:  # in use, full, away: the next time will do
                logs.put_off(error.problem)
            with self._changes:
                self._collated = known
                self._changes.notify_all()
                self._changes.wait_for(lambda: self._ended.is_set() or self._made > self._collated, _EVERY)

    def _settled(self) -> int:
        """Return how many changes were made, when there has been none for a moment, or somebody waits.

        Collating keeps others from writing for as long, and who asks first is not kept waiting.
        """
        with self._changes:
            for _ in range(_LONGEST):
                known = self._made
                if self._changes.wait_for(lambda: self._ended.is_set() or self._hurry, _QUIET) or self._made == known:
                    break
            self._hurry = False
            return self._made
