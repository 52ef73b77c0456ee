"""When the ledger can't be used: one line that says what is wrong and what to do, and nothing half written."""

import contextlib
import itertools
import os
import pathlib
import sqlite3
import tempfile

import pytest
from sqlalchemy import event

from tawatur.ledger import Entry, Ledger
from tawatur.model import InputError

NOBODY = 65534


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "ledger.db")


@contextlib.contextmanager
def without_privileges():
    """Act as a user whom file permissions bind, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder():
    """A folder that any user may enter."""
    with tempfile.TemporaryDirectory() as name:
        pathlib.Path(name).chmod(0o755)
        yield pathlib.Path(name)


def test_a_ledger_locked_by_another_program(path, make):
    with Ledger.open(path, patience=0.05) as ledger, contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match=r"ledger\.db: in use by another program \(wait"):
            ledger.add(*make())
        other.rollback()
        assert ledger.add(*make())


def test_a_ledger_locked_while_it_is_made(path):
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InputError, match="in use by another program"):
            Ledger.open(path, patience=0.05)


def test_a_ledger_can_be_read_while_another_program_writes(path, make):
    Ledger.open(path).close()
    with Ledger.open(path) as writer, Ledger.open(path, read_only=True, patience=0.05) as reader:
        with writer._database.writing():
            assert reader.counts().documents == 0
        writer.add(*make())
        assert reader.counts().documents == 1


def test_a_read_only_file(folder, make):
    path = folder / "ledger.db"
    Ledger.open(str(path)).close()
    path.chmod(0o444)
    with (
        without_privileges(),
        pytest.raises(InputError, match=r"ledger\.db: can't be written to \(make it writable"),
        Ledger.open(str(path)) as ledger,
    ):
        ledger.add(*make())


def test_a_ledger_that_is_open_for_reading_only(path, make):
    Ledger.open(path).close()
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(InputError, match="can't be written to"):
        ledger.add(*make())


def test_a_ledger_in_a_folder_without_write_permission_can_be_read(folder, make):
    path = folder / "ledger.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(*make())
    path.chmod(0o444)
    folder.chmod(0o555)
    with without_privileges(), Ledger.open(str(path), read_only=True) as ledger:
        assert ledger.counts().documents == 1
    folder.chmod(0o755)


def test_a_folder_where_nothing_can_be_made(folder):
    folder.chmod(0o555)
    with without_privileges(), pytest.raises(InputError, match=r"can't be opened .*folder"):
        Ledger.open(str(folder / "ledger.db"))
    folder.chmod(0o755)


def test_a_full_disk_loses_nothing_that_was_written_before(path, make):
    written = []

    def fill(ledger):
        for number in itertools.count():
            ledger.add_many([Entry(*make(f"{number}.{part}", text="نص " * 2000)) for part in range(3)])
            written.append(number)

    with Ledger.open(path) as ledger:
        pages = "PRAGMA max_page_count = 150"
        event.listen(ledger._database._engines.reader, "connect", lambda connection, _: connection.execute(pages))
        ledger.close()  # its connections, so that new ones are made
        with pytest.raises(InputError, match=r"the disk is full \(make room and run the same command again"):
            fill(ledger)
        assert written
        assert ledger.counts().documents == 3 * len(written)
        assert ledger.counts().claims == 9 * len(written)


def test_no_ledger_where_one_is_to_be_read(path):
    with pytest.raises(InputError, match=r"no such ledger \(make one: tawatur read"):
        Ledger.open(path, read_only=True)
    assert not pathlib.Path(path).exists()


def test_an_empty_file_where_a_ledger_is_to_be_read(path):
    pathlib.Path(path).touch()
    with pytest.raises(InputError, match="an empty ledger"):
        Ledger.open(path, read_only=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_database(path, read_only):
    pathlib.Path(path).write_text("هذا نص وليس قاعدة بيانات " * 100, encoding="utf-8")
    with pytest.raises(InputError, match="no tawatur ledger"):
        Ledger.open(path, read_only=read_only)


def test_a_damaged_ledger(path, make):
    with Ledger.open(path) as ledger:
        ledger.add_many([Entry(*make(str(number))) for number in range(50)])
    content = bytearray(pathlib.Path(path).read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    pathlib.Path(path).write_bytes(content)
    with pytest.raises(InputError, match=r"ledger\.db: damaged"), Ledger.open(path) as ledger:
        list(ledger.claims())


def test_a_folder_in_place_of_a_ledger(tmp_path):
    with pytest.raises(InputError, match="a folder, no ledger"):
        Ledger.open(str(tmp_path))


@pytest.mark.parametrize("url", ["nonsense://host/ledger", "://", "http://host/ledger"])
def test_a_url_of_no_database(url):
    with pytest.raises(InputError, match="no such kind of ledger"):
        Ledger.open(url)


def test_what_breaks_off_in_the_middle_of_a_transaction_leaves_nothing(path, make):
    def entries():
        yield Entry(*make("a"))
        raise KeyboardInterrupt

    with Ledger.open(path) as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.add_many(entries())
        assert ledger.counts().documents == 0
        assert ledger.add(*make("a"))
