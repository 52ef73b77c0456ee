"""A backup holds one state of a ledger, proves itself, and is restored into either database."""

import io
import json
import threading
import zipfile

import pytest

from tawatur.arabic.search import Arabic
from tawatur.client import back_up, check_backup, open_ledger, restore_backup
from tawatur.ledger import Capture, ClaimQuery, DocumentQuery, Entry, Ledger
from tawatur.model import Claim, Document, InputError, Period, Section, identify


def entry(number):
    text = f"مقتل {number} مسلحا في حلب"
    claim = Claim(
        doc=f"d{number}", start=5, end=6, quote_start=0, quote_end=len(text), quote=text, number=str(number),
        measure="killed", low=number, high=number, of="daesh", where=("Aleppo, SY",), source=("sohr",),
        when=Period("2017-01-01", None), change=number % 2 == 0, confidence=0.1 + number / 3,
    )  # fmt: skip
    section = Section(date="2017-01-02", publisher="وكالة", parts=())
    return Entry(Document(id=f"d{number}", text=text, sections=(section,)), [identify(claim)], f"{number:032}")


@pytest.fixture
def filled(ledger_path):
    with open_ledger(ledger_path) as ledger:
        ledger.add_many(entry(number) for number in range(1, 8))
        with ledger.captures() as captures:
            captures.keep(FETCHED, b"\x00\xff <html>")
    return ledger_path


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request, tmp_path):
    """Where a ledger can be restored: in either database, whichever the backup is of."""
    if request.param == "sqlite":
        return str(tmp_path / "restored.db")
    return request.getfixturevalue("new_database")(tables=False)


FETCHED = Capture(
    url="https://a.example/", answered="https://a.example/", instant="2026-11-26T12:00:00Z", status=200, headers={}
)


def contents(path):
    with open_ledger(path, read_only=True) as ledger, ledger.captures(writing=False) as captures:
        fetched = captures.newest(FETCHED.url)
        return (
            fetched and captures.body(fetched.hash),
            list(ledger.documents()),
            list(ledger.claims()),
            ledger.counts(),
            ledger.read_before([f"{number:032}" for number in range(20)]),
            [claim.id for claim in ledger.claims(ClaimQuery(text="المسلحا", where="SY", of=("daesh",)))],
            ledger.documents_page(DocumentQuery(text="الحلب")).items,
        )


def test_what_is_restored_is_what_was_backed_up(filled, empty, tmp_path):
    file = tmp_path / "backup.zip"
    made = back_up(filled, file)
    assert check_backup(file) == made
    assert made.tables["claims"].rows == 7
    assert restore_backup(file, empty) == made
    assert contents(empty) == contents(filled)
    with open_ledger(empty) as ledger:
        assert ledger.add_many([entry(3), entry(9)]).documents == 1
        assert [claim.low for claim in ledger.claims_page(order="newest", limit=2).items] == [9, 7]


def test_backups_of_one_state_are_the_same(filled, empty, tmp_path):
    restored = restore_backup(io.BytesIO(_bytes(filled)), empty)
    assert back_up(empty, tmp_path / "again.zip").tables == restored.tables


def _bytes(path):
    target = io.BytesIO()
    back_up(path, target)
    return target.getvalue()


def test_a_ledger_in_use_is_backed_up_in_one_state_and_nobody_waits(filled, tmp_path):
    stop, written = threading.Event(), []

    def write():
        with open_ledger(filled) as ledger:
            while not stop.is_set():
                ledger.add_many([entry(100 + len(written))])
                written.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = []
        while len(written) < 8:
            made.append(back_up(filled, tmp_path / f"{len(made)}.zip"))
    finally:
        stop.set()
        writer.join()
    for at, manifest in enumerate(made[-2:]):
        rows = {name: held.rows for name, held in manifest.tables.items()}
        assert rows["documents"] == rows["claims"] == rows["sections"] == rows["places"] == rows["records"]
        restored = str(tmp_path / f"restored{at}.db")
        restore_backup(tmp_path / f"{len(made) - len(made[-2:]) + at}.zip", restored)
        assert contents(restored)[3].documents == rows["documents"]


def rewritten(backup, change):
    """Return a backup in which `change` has changed a member's lines."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(backup)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            found = change(name, old.read(name))
            if found is not None:
                new.writestr(name, found)
    return target.getvalue()


def lines_of_claims(change):
    return lambda name, content: change(content) if name == "claims.jsonl" else content


DAMAGES = {
    "cut short": lambda backup: backup[: len(backup) // 2],
    "other bytes": lambda backup: backup[:300] + b"\0" * 40 + backup[340:],
    "a row gone": lambda backup: rewritten(backup, lines_of_claims(lambda text: text[: text[:-1].rfind(b"\n") + 1])),
    "a row twice": lambda backup: rewritten(
        backup, lines_of_claims(lambda text: text + text[text[:-1].rfind(b"\n") + 1 :])
    ),
    "another figure": lambda backup: rewritten(
        backup, lines_of_claims(lambda text: text.replace(b"killed", b"wounds"))
    ),
    "a table gone": lambda backup: rewritten(backup, lambda name, text: None if name == "claims.jsonl" else text),
    "no manifest": lambda backup: rewritten(backup, lambda name, text: None if name == "manifest.json" else text),
    "no zip": lambda _: "ليس نسخة".encode(),
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_restores_nothing(filled, empty, damage, tmp_path):
    file = tmp_path / "damaged.zip"
    file.write_bytes(DAMAGES[damage](_bytes(filled)))
    with pytest.raises(InputError, match=r"damaged\.zip"):
        check_backup(file)
    with pytest.raises(InputError, match=r"damaged\.zip"):
        restore_backup(file, empty)
    with pytest.raises(InputError, match=r"no such ledger|an empty ledger"):
        open_ledger(empty, read_only=True)


def test_a_backup_of_a_newer_version_is_refused(filled, empty):
    def newer(name, content):
        return json.dumps({**json.loads(content), "version": "9999"}) if name == "manifest.json" else content

    with pytest.raises(InputError, match=r"version 9999, made by a newer tawatur"):
        restore_backup(io.BytesIO(rewritten(_bytes(filled), newer)), empty)


def test_a_ledger_that_is_there_is_not_restored_over(filled, ledger_path, tmp_path):
    file = tmp_path / "backup.zip"
    back_up(filled, file)
    before = contents(ledger_path)
    with pytest.raises(InputError, match="holds a ledger already"):
        restore_backup(file, ledger_path)
    assert contents(ledger_path) == before


def test_a_file_that_is_there_is_not_written_over(filled, tmp_path):
    file = tmp_path / "backup.zip"
    file.write_text("mine")
    with pytest.raises(InputError, match="there already"):
        back_up(filled, file)
    assert file.read_text() == "mine"


def test_a_backup_that_breaks_off_leaves_no_file(filled, tmp_path, monkeypatch):
    def break_off(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("tawatur.ledger.backup._write", break_off)
    with pytest.raises(KeyboardInterrupt):
        back_up(filled, tmp_path / "backup.zip")
    assert not list(tmp_path.glob("*backup*"))


def test_no_ledger_to_back_up(tmp_path):
    with pytest.raises(InputError, match="no such ledger"):
        back_up(str(tmp_path / "none.db"), tmp_path / "backup.zip")
    assert not list(tmp_path.glob("*backup*"))


@pytest.mark.parametrize("revision", ["0007"])
def test_a_backup_of_an_older_version_is_brought_up_to_date(filled, empty, ledger_of_version, revision, monkeypatch):
    older = ledger_of_version(filled, revision)
    target = io.BytesIO()
    with monkeypatch.context() as then:
        _as_of(then, revision)
        _back_up_as_of(older, target)
    restore_backup(io.BytesIO(target.getvalue()), empty)
    assert contents(empty) == contents(filled)


def _as_of(patch, revision):
    """Let the program be that of a version: its tables are those of its migrations."""
    from sqlalchemy import MetaData  # noqa: PLC0415

    patch.setattr("tawatur.ledger.backup.NEWEST", revision)
    patch.setattr("tawatur.ledger.backup.metadata", MetaData())


def _back_up_as_of(path, target):
    from sqlalchemy import Table, inspect  # noqa: PLC0415

    from tawatur.ledger import backup  # noqa: PLC0415
    from tawatur.ledger.database import Database  # noqa: PLC0415
    from tawatur.ledger.tables import indexing, metadata, passages, reworded  # noqa: PLC0415

    made_again = (indexing, passages, reworded)
    database = Database(path, read_only=True)
    with database.reading() as connection:
        there = set(inspect(connection).get_table_names())
        for one in metadata.sorted_tables:
            if one.name in there and one.name not in {left.name for left in made_again}:
                Table(one.name, backup.metadata, autoload_with=connection, resolve_fks=False)
    backup.back_up(database, target)
    database.close()


def test_a_plain_ledger_can_be_backed_up_too(tmp_path):
    with Ledger.open(str(tmp_path / "plain.db")) as ledger:
        ledger.add_many([entry(1)])
    restore_backup(io.BytesIO(_bytes(str(tmp_path / "plain.db"))), str(tmp_path / "restored.db"))
    with Ledger.open(str(tmp_path / "restored.db"), language=Arabic()) as ledger:
        assert len(list(ledger.claims(ClaimQuery(text="المسلحا")))) == 1
