"""The version of a ledger's tables: made anew, brought up to date, or refused."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from tawatur.ledger.database import Database
from tawatur.model import InputError

#: The newest migration; a test holds it against the migrations themselves.
NEWEST = "0013"

_VERSIONS = "alembic_version"


def version(connection: Connection, name: str) -> str | None:
    """Return the version of the ledger's tables, None where there are none yet.

    Raises InputError where the database holds something else.
    """
    tables = inspect(connection).get_table_names()
    if _VERSIONS not in tables:
        if tables:
            raise InputError("a database, but no tawatur ledger", source=name, remedy="name another --ledger")
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {_VERSIONS}"))  # noqa: S608  our own name
    return None if found is None else str(found)


def check(database: Database) -> None:
    """Make sure that a ledger opened for reading has the newest tables. Raises InputError where it has not."""
    with database.reading() as connection:
        found = version(connection, database.name)
    if found is None:
        raise InputError("an empty ledger", source=database.name, remedy="fill it: tawatur read PATH...")
    if found != NEWEST:
        raise InputError(
            f"a ledger of version {found}, and this tawatur reads {NEWEST}",
            source=database.name,
            remedy="bring it up to date with tawatur read, or use a newer tawatur",
        )


def upgrade(database: Database) -> None:
    """Bring a ledger's tables up to date, all in one transaction. Raises InputError where a newer program made it."""
    with database.reading() as connection:
        if version(connection, database.name) == NEWEST:
            return
    from alembic import command  # noqa: PLC0415  slow to import, and seldom needed
    from alembic.util import CommandError  # noqa: PLC0415

    with database.writing() as connection:
        found = version(connection, database.name)
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as error:
            raise InputError(
                f"a ledger of version {found}, made by a newer tawatur",
                source=database.name,
                remedy="use that one, or name another --ledger",
            ) from error


def upgrade_to(connection: Connection, wanted: str) -> None:
    """Make the tables of a version in an empty database."""
    from alembic import command  # noqa: PLC0415  slow to import, and seldom needed

    command.upgrade(configuration(connection), wanted)


def configuration(connection: Connection):  # type: ignore[no-untyped-def]  # noqa: ANN201  its type is as slow to import
    """Return the migrations' configuration, for `connection`."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "tawatur.ledger:migrations")
    config.attributes["connection"] = connection
    return config
