"""The ledger's findings for a command, up to date; made in memory where the ledger can't be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tawatur.cli.messages import complain, progress
from tawatur.client import open_ledger
from tawatur.ledger import Ledger
from tawatur.model import InputError
from tawatur.packs import Knowledge
from tawatur.standing import Standing


class Findings(NamedTuple):
    """An open ledger and its findings; `standing` is None where they could not be brought up to date."""

    ledger: Ledger
    standing: Standing | None


@contextmanager
def findings_of(path: str, knowledge: Knowledge, *, anew: bool = False) -> Iterator[Findings]:
    """Open a ledger and bring its findings up to date. Raises InputError where there is no ledger."""
    if "://" not in path and not Path(path).exists():
        open_ledger(path, read_only=True).close()  # says so
    with open_ledger(path) as ledger:
        standing = Standing(ledger, knowledge)
        try:
            with progress("collating"):
                standing.bring_up_to_date(anew=anew)
        except InputError as error:
            if standing.is_up_to_date() and not anew:
                yield Findings(ledger, standing)
                return
            complain(f"{error}: its findings are made afresh, and not kept")
            yield Findings(ledger, None)
            return
        yield Findings(ledger, standing)
