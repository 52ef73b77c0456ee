"""A server in a process of its own, on this machine alone, and reports for it to hold; the text is ours."""

import contextlib
import json
import signal
import subprocess
import sys

import pytest

from tawatur.client import open_ledger

COMMAND = [sys.executable, "-c", "from tawatur.cli.main import main; main()"]
TEXT = "أعلنت قيادة العمليات مقتل {} مسلحا من داعش واعتقال {} آخرين في الموصل.\n"


@pytest.fixture
def write_reports(tmp_path):
    """Return what writes a file of reports, each with a number of its own, and returns its path."""

    def write(numbers):
        path = tmp_path / f"reports-{numbers[0]}.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            for number in numbers:
                text = TEXT.format(number + 3, number + 4)
                record = {"doc": f"d{number}", "date": "2017-03-02", "publisher": f"صحيفة {number % 7}", "text": text}
                lines.write(json.dumps(record) + "\n")
        return path

    return write


@pytest.fixture
def read(ledger_path):
    """Return what reads a file of reports into the ledger, in a process of its own."""

    def run(path):
        command = [*COMMAND, "read", "--jobs", "1", "--ledger", ledger_path, str(path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return run


@pytest.fixture
def serve(ledger_path, tmp_path):
    """Return what starts a server of the ledger: the process and its address."""
    log = (tmp_path / "serve.log").open("w")

    @contextlib.contextmanager
    def start():
        command = [*COMMAND, "serve", "--port", "0", "--ledger", ledger_path]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            line = server.stdout.readline()
            assert line.startswith("serving at http://127.0.0.1:"), line
            yield server, line.split()[2]
        finally:
            server.send_signal(signal.SIGKILL)
            server.wait()
            server.stdout.close()

    with log:
        yield start


@pytest.fixture
def claim_ids(read, write_reports, ledger_path):
    """The ids of the claims of forty reports that are in the ledger."""
    read(write_reports(range(40)))
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = [claim.id for claim in ledger.claims()]
    assert len(found) >= 80
    return found


@pytest.fixture
def decisions(ledger_path):
    """Return what tells the ids of all decisions in the ledger."""

    def find():
        found = []
        with open_ledger(ledger_path, read_only=True) as ledger:
            while page := ledger.reviews.decisions(after=found[-1] if found else None):
                found += [decision.id for decision in page]
        return found

    return find
