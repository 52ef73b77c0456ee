"""Backups of ledgers, and ledgers from backups."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import IO

from tawatur.client.ledgers import open_ledger
from tawatur.ledger import backup
from tawatur.ledger.backup import Manifest
from tawatur.ledger.database import Database
from tawatur.ledger.schema import check
from tawatur.model import InputError


def back_up(ledger: str, target: Path | IO[bytes]) -> Manifest:
    """Write a backup of the ledger at a path or URL, which may be in use; return what it holds.

    A file is there only when the whole backup is. Raises InputError where there is no ledger, and where the file is
    there already.
    """
    with closing(Database(ledger, read_only=True)) as database:
        check(database)
        with backup.whole_file(target) if isinstance(target, Path) else nullcontext(target) as file:
            return backup.back_up(database, file)


def check_backup(source: Path | IO[bytes]) -> Manifest:
    """Return what a backup holds, all of it looked at. Raises InputError where it is damaged."""
    with _opened(source) as file, backup.seekable(file) as found:
        return backup.check(found, _name(source))


def restore_backup(source: Path | IO[bytes], ledger: str) -> Manifest:
    """Restore a backup into a new ledger, a file or an empty database; return what it held.

    Raises InputError where the backup is damaged or of a newer version, and where the ledger holds something; nothing
    is then restored.
    """
    new = None if "://" in ledger or Path(ledger).exists() else Path(ledger)
    try:
        with _opened(source) as file, backup.seekable(file) as found:
            with closing(Database(ledger, read_only=False)) as database:
                manifest = backup.restore(found, _name(source), database)
            open_ledger(ledger).close()  # which makes the indexes of words
            return manifest
    except BaseException:
        if new is not None:
            for part in (new, *(new.with_name(new.name + end) for end in ("-wal", "-shm"))):
                part.unlink(missing_ok=True)
        raise


def _opened(source: Path | IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    if not isinstance(source, Path):
        return nullcontext(source)
    try:
        return source.open("rb")
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}", source=str(source)) from error


def _name(source: Path | IO[bytes]) -> str:
    return str(source) if isinstance(source, Path) else "-"
