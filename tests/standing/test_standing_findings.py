"""What a ledger's findings survive: other packs, a run that breaks off, an older ledger, a ledger that can't be written."""

import shutil
from importlib import resources

import pytest

from tawatur import packs
from tawatur.collate import collate
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.ledger import Entry, Ledger
from tawatur.ledger.collating import Collating
from tawatur.model import reports
from tawatur.standing import Standing, Upkeep


@pytest.fixture(scope="module")
def knowledge():
    return packs.load()


@pytest.fixture(scope="module")
def entries(knowledge):
    path = resources.files("tawatur.demo").joinpath("reports.jsonl")
    return [Entry(document, extract(document, knowledge)) for document in read([str(path)], knowledge=knowledge)]


@pytest.fixture(scope="module")
def all_at_once(entries, knowledge):
    claims = [claim for entry in entries for claim in entry.claims]
    return collate(claims, [report for entry in entries for report in reports(entry.document)], knowledge)


@pytest.fixture
def ledger(ledger_path, entries):
    with Ledger.open(ledger_path) as opened:
        opened.add_many(entries)
        yield opened


def test_the_specimens_in_a_ledger_have_the_findings_of_files(ledger, entries, knowledge, all_at_once):
    standing = Standing(ledger, knowledge)
    assert not standing.is_up_to_date()
    assert standing.bring_up_to_date() == Upkeep(len(entries), len(entries))
    assert standing.findings() == all_at_once
    assert {finding.kind for finding in standing.findings(("variant",))} == {"variant"}
    assert standing.bring_up_to_date() == Upkeep(0, 0)


def test_the_last_report_touches_a_part_and_gives_the_whole(ledger_path, entries, knowledge, all_at_once):
    with Ledger.open(ledger_path) as ledger:
        standing = Standing(ledger, knowledge)
        ledger.add_many(entries[1:])
        standing.bring_up_to_date()
        before = standing.findings()
        ledger.add_many(entries[:1])
        done = standing.bring_up_to_date()
        assert done.new == 1
        assert done.collated < len(entries)
        assert before != all_at_once
        assert standing.findings() == all_at_once


def test_the_statement_of_a_part_is_that_of_the_whole(ledger, knowledge):
    standing = Standing(ledger, knowledge)
    standing.bring_up_to_date()
    for finding in standing.findings(("statement",)):
        assert standing.collation([finding.id]).statement(finding.id).id == finding.id


def test_other_packs_make_the_findings_anew(ledger, entries, knowledge):
    Standing(ledger, knowledge).bring_up_to_date()
    other = Standing(ledger, packs.load(("core",)))
    assert not other.is_up_to_date()
    assert other.bring_up_to_date().new == len(entries)


def test_a_run_that_breaks_off_leaves_the_findings_as_they_were(
    ledger_path, entries, knowledge, all_at_once, monkeypatch
):
    with Ledger.open(ledger_path) as ledger:
        standing = Standing(ledger, knowledge)
        ledger.add_many(entries[1:])
        standing.bring_up_to_date()
        before = standing.findings()
        ledger.add_many(entries[:1])
        with monkeypatch.context() as broken:
            broken.setattr(Collating, "publish", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                standing.bring_up_to_date()
        assert standing.findings() == before
        standing.bring_up_to_date()
        assert standing.findings() == all_at_once


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005"])
def test_a_ledger_of_an_older_version_is_brought_up_to_date_with_what_it_holds(
    ledger, ledger_path, ledger_of_version, knowledge, all_at_once, revision
):
    Standing(ledger, knowledge).bring_up_to_date()
    with Ledger.open(ledger_of_version(ledger_path, revision)) as older:
        assert list(older.documents()) == list(ledger.documents())
        assert list(older.claims()) == list(ledger.claims())
        standing = Standing(older, knowledge)
        standing.bring_up_to_date()
        assert standing.findings() == all_at_once


def test_an_empty_ledger_has_no_findings(ledger_path, knowledge):
    with Ledger.open(ledger_path) as ledger:
        standing = Standing(ledger, knowledge)
        assert standing.bring_up_to_date() == Upkeep(0, 0)
        assert standing.findings() == []


def test_a_pack_that_was_changed_makes_the_findings_anew(tmp_path, entries):
    own = tmp_path / "own"
    shutil.copytree(packs.describe("core").folder, own)
    knowledge = packs.load((str(own),))
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger:
        ledger.add_many(entries)
        Standing(ledger, knowledge).bring_up_to_date()
        assert Standing(ledger, knowledge).is_up_to_date()
        (own / "places.tsv").write_text((own / "places.tsv").read_text("utf-8") + "\n", encoding="utf-8")
        assert not Standing(ledger, knowledge).is_up_to_date()
