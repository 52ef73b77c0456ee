"""A ledger's backup: one file that proves itself, made while the ledger is in use, restored into either database.

It is a zip of JSON Lines, a file for each table: its first line names the columns, the others are rows. `manifest.json`
holds the version of the tables, and for each of them the number of rows and the SHA-256 of its lines. What is made of
other tables, the indexes of words, is left out and made again; failures to sign in are soon forgotten anyway.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec
from sqlalchemy import Connection, LargeBinary, Table, column, func, insert, select, table, text

from tawatur.ledger.database import Database
from tawatur.ledger.numbering import go_on_from_the_newest
from tawatur.ledger.schema import NEWEST, upgrade, upgrade_to, version
from tawatur.ledger.tables import failures, indexing, metadata, passages, reworded
from tawatur.model import InputError

_MANIFEST = "manifest.json"
_FORM = "tawatur ledger backup 1"
_LEFT_OUT = (failures, indexing, passages, reworded)
#: Rows that are read or written at a time.
_PAGE = 1_000


class Held(msgspec.Struct, frozen=True):
    """What a backup holds of a table: how many rows, and the SHA-256 of its lines, in hexadecimal digits."""

    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds: the version of the tables, and each of them in the order in which they can be filled."""

    form: str
    version: str
    tables: dict[str, Held]

    @property
    def rows(self) -> int:
        """Return how many rows there are in all."""
        return sum(held.rows for held in self.tables.values())


def back_up(database: Database, target: IO[bytes]) -> Manifest:
    """Write a backup of a ledger, of one state of it, whoever writes meanwhile; return what it holds."""
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        database.reading() as connection,
    ):
        tables = {
            str(one.name): _write(connection, one, archive) for one in metadata.sorted_tables if one not in _LEFT_OUT
        }
        manifest = Manifest(form=_FORM, version=version(connection, database.name) or NEWEST, tables=tables)
        archive.writestr(_MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def _write(connection: Connection, one: Table, archive: zipfile.ZipFile) -> Held:
    digest = hashlib.sha256()
    count = 0
    selection = select(one).order_by(*one.primary_key.columns)
    with archive.open(_member(one.name), "w", force_zip64=True) as lines:

        def put(row: Sequence[Any]) -> None:
            line = msgspec.json.encode(row) + b"\n"
            digest.update(line)
            lines.write(line)

        put([str(column.name) for column in one.columns])
        with connection.execution_options(yield_per=_PAGE).execute(selection) as result:
            for row in result:
                put(tuple(row))
                count += 1
    return Held(count, digest.hexdigest())


def check(source: IO[bytes], name: str) -> Manifest:
    """Return what a backup holds, each line of it looked at. Raises InputError where it is none, or damaged."""
    with _archive(source, name) as archive:
        manifest = _manifest(archive, name)
        for member, held in manifest.tables.items():
            for _ in _lines(archive, member, held, name):
                pass
    return manifest


def restore(source: IO[bytes], name: str, database: Database) -> Manifest:
    """Put a backup into a database that holds no ledger yet, all of it or nothing; return what it held.

    `name` is what messages call the backup. Raises InputError where it is damaged or of a newer version, and where the
    database holds something.
    """
    with _archive(source, name) as archive:
        manifest = _manifest(archive, name)
        with database.reading() as connection:
            if version(connection, database.name) is not None:
                raise InputError("holds a ledger already", source=database.name, remedy="name a new --ledger")
        with database.writing(finishing=False) as connection:
            upgrade_to(connection, manifest.version)
            for member, held in manifest.tables.items():
                _fill(connection, member, _lines(archive, member, held, name))
                count = connection.scalar(select(func.count()).select_from(text(f'"{member}"')))
                if count != held.rows:
                    raise InputError(f"{count:,} rows of {member}, not {held.rows:,}", source=name)
            go_on_from_the_newest(connection)
    upgrade(database)
    return manifest


def _fill(connection: Connection, name: str, lines: Iterator[bytes]) -> None:
    columns = msgspec.json.decode(next(lines), type=list[str])
    connection.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608  checked against the manifest's names
    known = metadata.tables[name]
    filled = table(known.name, *(column(found, known.c[found].type if found in known.c else None) for found in columns))
    packed = {found for found in columns if found in known.c and isinstance(known.c[found].type, LargeBinary)}
    while page := list(itertools.islice(lines, _PAGE)):
        rows = [dict(zip(columns, msgspec.json.decode(line), strict=True)) for line in page]
        for row in rows if packed else ():
            row.update({found: base64.b64decode(row[found]) for found in packed if row[found] is not None})
        connection.execute(insert(filled), rows)


def _lines(archive: zipfile.ZipFile, table_name: str, held: Held, name: str) -> Iterator[bytes]:
    """Yield the lines of a table, its columns first. Raises InputError at the end where they are not those held."""
    digest = hashlib.sha256()
    count = -1
    try:
        with archive.open(_member(table_name)) as lines:
            for line in lines:
                digest.update(line)
                count += 1
                yield line
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise _damaged(name) from error
    if (count, digest.hexdigest()) != (held.rows, held.sha256):
        raise _damaged(name)


@contextmanager
def _archive(source: IO[bytes], name: str) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise InputError("no backup of a ledger, or not the whole of one", source=name) from error
    with archive:
        yield archive


def _manifest(archive: zipfile.ZipFile, name: str) -> Manifest:
    try:
        manifest = msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
    except KeyError as error:
        raise InputError("no backup of a ledger", source=name) from error
    except (msgspec.DecodeError, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(name) from error
    if manifest.form != _FORM or manifest.version > NEWEST:
        raise InputError(
            f"a backup of a ledger of version {manifest.version}, made by a newer tawatur",
            source=name,
            remedy="restore it with that one",
        )
    if not manifest.tables.keys() <= metadata.tables.keys():
        raise _damaged(name)
    return manifest


def _damaged(name: str) -> InputError:
    return InputError("a damaged backup", source=name, remedy="use another one")


def _member(name: str) -> str:
    return f"{name}.jsonl"


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to be written that is there only when all of it is. Raises InputError where it is there already."""
    if path.exists():
        raise InputError("there already", source=str(path), remedy="name another file")
    try:
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise InputError(f"can't be written: {error.strerror}", source=str(path), remedy="name another file") from error
    try:
        with os.fdopen(handle, "wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


@contextmanager
def seekable(source: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give a stream's content as a file in which one can go back, as a zip is read from its end."""
    if source.seekable():
        yield source
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(source, copy)
        copy.seek(0)
        yield copy
