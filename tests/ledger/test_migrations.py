"""The tables that the migrations make are the tables that the program describes."""

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tawatur.ledger import Ledger
from tawatur.ledger.database import Database
from tawatur.ledger.schema import NEWEST, configuration, upgrade, version
from tawatur.ledger.tables import metadata
from tawatur.model import InputError


@pytest.fixture
def database(ledger_path):
    opened = Database(ledger_path, read_only=False)
    upgrade(opened)
    yield opened
    opened.close()


def test_migrations_make_the_tables_that_are_described(database):
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_version_is_the_last_migration(database):
    with database.reading() as connection:
        assert ScriptDirectory.from_config(configuration(connection)).get_heads() == [NEWEST]
        assert version(connection, "x") == NEWEST


def test_upgrading_twice_changes_nothing(database):
    upgrade(database)
    with database.reading() as connection:
        assert version(connection, "x") == NEWEST


def change(path, *statements):
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_ledger_of_a_newer_program_is_refused(tmp_path, read_only):
    path = tmp_path / "ledger.db"
    Ledger.open(str(path)).close()
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(InputError, match=r"version 9999.*newer"):
        Ledger.open(str(path), read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_some_other_program_is_refused_and_left_alone(tmp_path, read_only):
    path = tmp_path / "photos.db"
    change(path, "CREATE TABLE photos (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(InputError, match="no tawatur ledger"):
        Ledger.open(str(path), read_only=read_only)
    assert path.read_bytes() == before


def test_a_migration_that_breaks_off_leaves_nothing_behind(tmp_path, monkeypatch):
    path = str(tmp_path / "ledger.db")

    def break_off(*_arguments, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("alembic.operations.Operations.create_index", break_off)
        with pytest.raises(KeyboardInterrupt):
            Ledger.open(path)
    with Ledger.open(path) as ledger:
        assert ledger.counts().documents == 0
