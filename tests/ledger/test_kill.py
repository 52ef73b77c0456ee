"""Killed at any moment, the ledger has all that was reported as read, whole, and goes on from there.

TAWATUR_KILLS sets how often (`make soak` kills more often than the daily tests do).
"""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tawatur.ledger import Ledger

KILLS = int(os.environ.get("TAWATUR_KILLS", "3"))
DOCUMENTS = 400

# Adds documents 0, 1, 2 … with three claims each, and reports each once `add` has returned.
WRITER = """
import sys
from tawatur.ledger import Ledger
from tawatur.model import Claim, Document

with Ledger.open(sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2])):
        name = str(number)
        claims = [
            Claim(id=f"{name}-{at}", doc=name, start=at, end=at + 1, quote_start=0, quote_end=9, quote="قتل 3",
                  number="3", measure="killed", low=3, high=3, of="daesh", where=("IQ",), source=("centcom",))
            for at in range(3)
        ]
        ledger.add(Document(id=name, text="نص " * 50), claims)
        print(name, flush=True)
"""


def test_killed_at_random_moments_nothing_reported_is_lost_and_nothing_is_there_twice(ledger_path):
    path = ledger_path
    rng = random.Random(17)
    reported = set()
    for _ in range(KILLS):
        command = [sys.executable, "-c", WRITER, path, str(DOCUMENTS)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        lines = [writer.stdout.readline() for _ in range(rng.randint(1, DOCUMENTS // 2))]
        time.sleep(rng.random() / 100)
        writer.send_signal(signal.SIGKILL)
        lines += writer.communicate()[0].splitlines(keepends=True)
        reported.update(line.strip() for line in lines if line.endswith("\n"))
        with Ledger.open(path) as ledger:
            stored = {document.id for document in ledger.documents()}
            assert reported <= stored
            assert ledger.counts().claims == 3 * len(stored)
    subprocess.run([sys.executable, "-c", WRITER, path, str(DOCUMENTS)], check=True, stdout=subprocess.DEVNULL)
    with Ledger.open(path) as ledger:
        assert (ledger.counts().documents, ledger.counts().claims) == (DOCUMENTS, 3 * DOCUMENTS)


def read(ledger, reports):
    command = [sys.executable, "-c", "from tawatur.cli.main import main; main()"]
    return [*command, "read", "--ledger", str(ledger), "--jobs", "2", str(reports)]


def contents(ledger):
    with Ledger.open(str(ledger), read_only=True) as opened:
        return (
            sorted((document.id, document.text) for document in opened.documents()),
            sorted(claim.id for claim in opened.claims()),
        )


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    text = "أعلنت قيادة العمليات مقتل {} مسلحا من داعش واعتقال {} آخرين في الموصل.\n"
    with path.open("w", encoding="utf-8") as lines:
        for at in range(300):
            record = {"doc": f"d{at}", "date": "2017-03-02", "text": text.format(at + 3, at + 4) * 3}
            lines.write(json.dumps(record) + "\n")
    return path


@pytest.fixture(scope="module")
def undisturbed(reports, tmp_path_factory):
    """What the ledger of a reading that nobody killed holds."""
    ledger = tmp_path_factory.mktemp("whole") / "whole.db"
    subprocess.run(read(ledger, reports), check=True, stdout=subprocess.DEVNULL)
    return contents(ledger)


def test_a_reading_that_is_killed_again_and_again_goes_on_to_the_same_end(ledger_path, reports, undisturbed):
    rng = random.Random(29)
    for _ in range(max(1, KILLS // 2)):
        reader = subprocess.Popen(read(ledger_path, reports), stdout=subprocess.DEVNULL)
        time.sleep(0.2 + rng.random() * 4)
        reader.send_signal(signal.SIGKILL)
        reader.wait()
    subprocess.run(read(ledger_path, reports), check=True, stdout=subprocess.DEVNULL)
    assert contents(ledger_path) == undisturbed
    assert len(undisturbed[0]) == 300
