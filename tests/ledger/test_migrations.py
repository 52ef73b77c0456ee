"""The tables that the migrations make are the tables that the program describes."""

import sqlite3
from collections import Counter

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from tawatur.arabic.search import Arabic
from tawatur.ledger import Capture, ClaimQuery, DocumentQuery, Entry, Ledger
from tawatur.ledger.accounts import Account
from tawatur.ledger.database import Database
from tawatur.ledger.schema import NEWEST, configuration, upgrade, version
from tawatur.ledger.search.index import INDEXED
from tawatur.ledger.tables import metadata
from tawatur.model import Explanation, Finding, InputError, Judgement, identify_finding, refer


@pytest.fixture
def database(ledger_path):
    opened = Database(ledger_path, read_only=False)
    upgrade(opened)
    yield opened
    opened.close()


def described(_object, name, kind, *_others):
    """The indexes of words are the databases' own, and described nowhere else."""
    return kind != "table" or not name.startswith(INDEXED)


def test_migrations_make_the_tables_that_are_described(database):
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": described})
        assert compare_metadata(context, metadata) == []


OLDER = [f"{number:04}" for number in range(1, int(NEWEST))]


@pytest.mark.parametrize("revision", OLDER)
def test_a_ledger_of_an_older_version_can_be_asked_everything(ledger_path, ledger_of_version, make, revision):
    with Ledger.open(ledger_path, language=Arabic()) as ledger:
        ledger.add_many([Entry(*make("a")), Entry(*make("b"))])
        questions = [
            ClaimQuery(text="مسلحا"), ClaimQuery(publisher="النخلة"), ClaimQuery(when_start="2020-03-02"),
            ClaimQuery(date_end="2019-12-31"), ClaimQuery(where="aleppo"), ClaimQuery(value=12),
        ]  # fmt: skip
        told = [[claim.id for claim in ledger.claims(question)] for question in questions]
        assert all(told)
        texts = ledger.documents_page(DocumentQuery(text="العمليات")).items
        assert len(texts) == 2
        with Ledger.open(ledger_of_version(ledger_path, revision), language=Arabic()) as older:
            assert [[claim.id for claim in older.claims(question)] for question in questions] == told
            assert older.documents_page(DocumentQuery(text="العمليات")).items == texts
            assert older.add(*make("c"))
            assert len(list(older.claims(ClaimQuery(text="مسلحا")))) == 3
            assert older.facets() == older.facets(ClaimQuery(sections=(0, 1)))
            assert older.counts().measures == {"began": 3, "detained": 3, "killed": 3}


def everything(path):
    """Return all rows of a ledger's tables, by the tables' names; but how far its indexes of words reach."""
    database = Database(path, read_only=True)
    with database.reading() as connection:
        rows = {
            table.name: Counter(map(repr, connection.execute(select(table))))
            for table in metadata.sorted_tables
            if table.name not in {"indexing", "passages"}
        }
    database.close()
    return rows


@pytest.mark.parametrize("revision", [revision for revision in OLDER if revision >= "0003"])
def test_what_people_did_outlives_every_migration(ledger_path, ledger_of_version, make, revision):
    with Ledger.open(ledger_path, language=Arabic()) as ledger:
        ledger.add_many([Entry(*make("a")), Entry(*make("b"))])
        killed, detained, _ = make("a")[1]
        for kind, claim in (("reject", killed), ("accept", detained)):
            ledger.reviews.decide(Judgement(kind=kind, target=claim.id, reviewer="ليلى"))
        if revision >= "0006":  # what older findings rest on is made again with the findings
            told = Explanation("two say the same", "اثنان يقولان ذلك")
            finding = Finding(
                id="", kind="disagreement", claims=(refer(detained),), docs=("a",), weight=0.5, explanation=told
            )
            with ledger.collating() as store:
                store.publish([(identify_finding(finding), None)], {"a": 1})
        if revision >= "0004":
            with ledger.accounts(writing=True) as accounts:
                accounts.add(Account(name="ليلى", role="reviewer", password="x", created="2020-03-02T00:00:00Z"))
        if revision >= "0007":
            with ledger.captures() as captures:
                captures.keep(
                    Capture(url="u", answered="u", instant="2020-03-02T00:00:00Z", status=200, headers={}), b"\x00"
                )
        queue = ledger.reviews.queue()
        assert [claim.id for claim in queue.items]
        before = everything(ledger_path)
        older = ledger_of_version(ledger_path, revision)
        with Ledger.open(older, language=Arabic()) as upgraded:
            assert everything(older) == before
            assert upgraded.reviews.queue() == queue
            assert upgraded.reviews.state(killed.id) == ledger.reviews.state(killed.id)
            assert killed.id not in {claim.id for claim in upgraded.claims(ClaimQuery(where="aleppo"))}


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
