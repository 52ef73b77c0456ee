"""When PostgreSQL can't be used: one line that says what is wrong, and the next call works when it is back."""

import psycopg
import pytest
from sqlalchemy import func, select

from tawatur.ledger import Entry, Ledger
from tawatur.ledger.bulk import put_tuples
from tawatur.ledger.database import Database
from tawatur.ledger.tables import bodies
from tawatur.model import InputError


@pytest.fixture
def url(new_database):
    return new_database()


@pytest.fixture
def administer(postgresql_server):
    with psycopg.connect(postgresql_server.get_uri(), autocommit=True) as connection:
        yield connection.execute


def name_of(url):
    return url.partition("?")[0].rpartition("/")[2]


def close_all(administer, url):
    administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name_of(url)])


def test_a_server_that_was_away_between_two_calls_is_not_noticed(url, make, administer):
    with Ledger.open(url) as ledger:
        ledger.add(*make("a"))
        close_all(administer, url)
        assert ledger.counts().documents == 1
        close_all(administer, url)
        assert ledger.add(*make("b"))


def test_a_server_that_goes_away_in_the_middle_leaves_nothing_half_written(url, make, administer):
    def entries():
        yield entry
        close_all(administer, url)
        yield entry

    entry = Entry(*make("a"))
    with Ledger.open(url) as ledger:
        with pytest.raises(InputError, match=r"went away \(try again when it is back\)"):
            ledger.add_many(entries())
        assert ledger.counts().documents == 0
        assert ledger.add(*make("a"))


def test_a_server_that_goes_away_while_rows_are_copied_is_told_as_any_other_time(url, administer):
    def rows():
        yield ("a" * 32, None)
        close_all(administer, url)
        for number in range(10_000):
            yield (f"{number:032}", None)

    database = Database(url, read_only=False)
    with pytest.raises(InputError, match=r"went away|can't be reached"), database.writing() as connection:
        put_tuples(connection, "bodies", ("hash", "size"), rows())
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(bodies)) == 0
    database.close()


def test_a_server_that_refuses_and_comes_back(url, make, administer):
    with Ledger.open(url) as ledger:
        ledger.add(*make("a"))
        administer(f"ALTER DATABASE {name_of(url)} ALLOW_CONNECTIONS false")
        close_all(administer, url)
        with pytest.raises(InputError) as told:
            ledger.counts()
        assert "\n" not in str(told.value)
        administer(f"ALTER DATABASE {name_of(url)} ALLOW_CONNECTIONS true")
        assert ledger.counts().documents == 1


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("postgresql://nobody:secret@127.0.0.1:9/ledger", r"can't be reached \(check that it runs"),
        ("postgres://nobody:secret@host.invalid/ledger", "can't be reached"),
    ],
)
def test_no_server_there(url, problem):
    with pytest.raises(InputError, match=problem) as told:
        Ledger.open(url)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_no_such_database(postgresql_server):
    with pytest.raises(InputError, match=r"no such database \(make one: createdb NAME\)"):
        Ledger.open(postgresql_server.get_uri("nowhere"))


def test_a_ledger_that_is_open_for_reading_only(url, make):
    with Ledger.open(url, read_only=True) as ledger, pytest.raises(InputError, match="can't be written to"):
        ledger.add(*make())


def test_another_writer_is_waited_for_and_readers_are_not(url, make):
    with Ledger.open(url, patience=0.05) as ledger, Ledger.open(url) as other:
        with other._database.writing():
            with pytest.raises(InputError, match="in use by another program"):
                ledger.add(*make())
            assert ledger.counts().documents == 0
        assert ledger.add(*make())


def test_a_reader_sees_one_state_for_as_long_as_it_reads(url, make):
    with Ledger.open(url) as writer, Ledger.open(url, read_only=True) as reader:
        writer.add(*make("a"))
        with reader.collating(writing=False) as store:
            before = store.count()
            writer.add(*make("b"))
            assert store.count() == before
        assert reader.counts().documents == 2


def test_an_empty_database_where_a_ledger_is_to_be_read(new_database):
    with pytest.raises(InputError, match="an empty ledger"):
        Ledger.open(new_database(tables=False), read_only=True)


def test_a_database_of_some_other_program_is_refused_and_left_alone(new_database):
    url = new_database(tables=False)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    with pytest.raises(InputError, match="no tawatur ledger"):
        Ledger.open(url)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_ledger_of_a_newer_program_is_refused(url, read_only):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(InputError, match=r"version 9999.*newer"):
        Ledger.open(url, read_only=read_only)
