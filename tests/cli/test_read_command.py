"""`tawatur read`: into the ledger once, whatever happens on the way."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tawatur.cli import workers
from tawatur.ledger import Ledger

COMMAND = [sys.executable, "-c", "from tawatur.cli.main import main; main()"]


def test_reports_and_their_claims_are_in_the_ledger(tawatur, reports):
    outcome = tawatur("read", "--ledger", "a.db", reports)
    assert outcome == (0, "a.db: 3 documents read, 3 claims\n", "")
    with Ledger.open("a.db", read_only=True) as ledger:
        assert [document.id for document in ledger.documents()] == ["n1", "s1", "x1"]
        assert [claim.low for claim in ledger.claims()] == [37, 37, 12]


def test_the_ledger_is_named_by_option_by_environment_or_by_default(tawatur, reports, tmp_path, monkeypatch):
    assert tawatur("read", reports).out.startswith("tawatur.db: 3 documents")
    monkeypatch.setenv("TAWATUR_LEDGER", "from-environment.db")
    assert tawatur("read", reports).out.startswith("from-environment.db: 3 documents")
    assert tawatur("read", "--ledger", "named.db", reports).out.startswith("named.db: 3 documents")
    assert {path.name for path in tmp_path.glob("*.db")} == {"tawatur.db", "from-environment.db", "named.db"}


def test_what_is_there_already_is_passed_over_before_it_is_read(tawatur, reports, ledger, monkeypatch):
    def refuse(_document, _knowledge):
        raise AssertionError("read again")

    monkeypatch.setattr(workers, "extract", refuse)
    assert tawatur("read", "--ledger", ledger, reports).out.endswith("0 documents read, 0 claims; 3 there already\n")


def test_the_same_report_in_another_file_is_there_already(tawatur, reports, ledger, tmp_path):
    records = [json.loads(row) for row in reports.read_text("utf-8").splitlines()]
    (tmp_path / "array.json").write_text(json.dumps(records), encoding="utf-8")
    assert tawatur("read", "--ledger", ledger, "array.json").out.endswith("3 there already\n")


def test_a_file_named_twice_is_read_once(tawatur, reports):
    outcome = tawatur("read", "--ledger", "a.db", reports, reports)
    assert outcome.out == "a.db: 3 documents read, 3 claims; 3 there already\n"


def test_what_cant_be_used_is_named_and_the_rest_is_kept(tawatur, reports):
    outcome = tawatur("read", "--ledger", "a.db", "nowhere", reports)
    assert outcome.status == 1
    assert outcome.err == "tawatur: nowhere: no such file or folder (check the path)\n"
    assert outcome.out == "a.db: 3 documents read, 3 claims; 1 could not be used\n  1 × no such file or folder\n"


def test_another_report_under_an_id_that_is_taken_is_named(tawatur, ledger, tmp_path):
    (tmp_path / "other.jsonl").write_text(json.dumps({"doc": "n1", "text": "نص غير ذاك النص."}), encoding="utf-8")
    outcome = tawatur("read", "--ledger", ledger, "other.jsonl")
    assert outcome.status == 1
    assert "another document of the id n1 is in the ledger (give it a `doc` of its own)" in outcome.err


def test_a_ledger_that_cant_be_made_is_one_line(tawatur, reports, tmp_path):
    outcome = tawatur("read", "--ledger", tmp_path / "no" / "folder" / "a.db", reports)
    assert outcome.status == 1
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert "can't be opened" in outcome.err


@pytest.fixture
def endless(tmp_path):
    """A pipe into which reports are written as long as somebody reads them."""
    path = tmp_path / "reports.pipe"
    os.mkfifo(path)
    writer = subprocess.Popen(
        [sys.executable, "-c", FEED, str(path)], stderr=subprocess.DEVNULL, start_new_session=True
    )
    yield path
    writer.kill()
    writer.wait()


FEED = """
import itertools, json, sys, time
with open(sys.argv[1], "w", encoding="utf-8") as pipe:
    for number in itertools.count(3):
        text = f"أعلنت القيادة المركزية الأميركية مقتل {number} مسلحا من تنظيم داعش في الموصل."
        print(json.dumps({"doc": f"d{number}", "date": "2017-03-02", "text": text}), file=pipe, flush=True)
        time.sleep(0.0005)
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_was_read_and_the_next_run_goes_on(tmp_path, endless, jobs):
    ledger = tmp_path / "a.db"
    reader = subprocess.Popen(
        [*COMMAND, "read", "--jobs", jobs, "--ledger", str(ledger), str(endless)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # where the tests themselves run in the background, a shell has them ignore it, and so would the reader
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (no threads here)
    )
    stored = 0
    for _ in range(3000):
        time.sleep(0.02)
        if ledger.exists() and (stored := count(ledger)):
            break
    os.killpg(reader.pid, signal.SIGINT)  # a terminal sends it to every process of the group
    out, err = reader.communicate(timeout=60)
    assert reader.returncode == 130
    assert err == "tawatur: interrupted\n"
    said = int(out.split(": ")[1].split(" documents read")[0].replace(",", ""))
    with Ledger.open(str(ledger), read_only=True) as opened:
        counts = opened.counts()
    assert counts.documents == counts.claims == said >= stored > 0


def count(ledger):
    try:
        with Ledger.open(str(ledger), read_only=True) as opened:
            return opened.counts().documents
    except ValueError:  # being made at this moment
        return 0


def test_a_disk_that_takes_no_more_is_one_line_and_what_was_written_is_kept(tmp_path):
    text = "أعلنت القيادة المركزية الأميركية مقتل {} مسلحا من تنظيم داعش في الموصل. "
    with (tmp_path / "many.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(900):
            lines.write(json.dumps({"doc": f"d{number}", "text": text.format(number + 3) * 5}) + "\n")
    ledger = tmp_path / "a.db"
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000)); "
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            limit + COMMAND[2],
            "read",
            "--jobs",
            "1",
            "--ledger",
            str(ledger),
            str(tmp_path / "many.jsonl"),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "a.db: the disk" in done.stderr
    said = int(done.stdout.split(": ")[1].split(" documents read")[0].replace(",", ""))
    assert 0 < said < 900
    assert count(ledger) == said
