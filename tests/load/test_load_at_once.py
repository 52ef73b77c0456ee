"""Ten readers and five reviewers at once over HTTP, while reports are read: no error, no lost decision, by count.

TAWATUR_LOAD_SECONDS sets for how long (`make soak`: five minutes).
"""

import itertools
import os
import random
import threading
import time

import httpx

from tawatur.client import open_ledger

SECONDS = float(os.environ.get("TAWATUR_LOAD_SECONDS", "3"))
READERS, REVIEWERS, REPORTS = 10, 5, 30
#: How long an answer may take, in seconds: longer than one waits for a lock.
PATIENCE = 60


class Crowd:
    """Threads that go on until the time is over; what one of them meets, the test tells."""

    def __init__(self, address):
        self._address = address
        self._end = time.monotonic() + SECONDS
        self._threads = []
        self.troubles = []
        self.done = []

    def start(self, work, number):
        thread = threading.Thread(target=self._run, args=(work, random.Random(number)))
        self._threads.append(thread)
        thread.start()

    def _run(self, work, rng):
        try:
            with httpx.Client(base_url=f"{self._address}api/v1", timeout=PATIENCE) as client:
                for turn in itertools.count():
                    self.done.append(work(client, rng))
                    if turn and time.monotonic() > self._end:
                        return
        except Exception as error:  # noqa: BLE001  whatever it is, the test tells it
            self.troubles.append(repr(error))

    def wait(self):
        for thread in self._threads:
            thread.join()
        assert self.troubles == []


def look(client, rng):
    """Read two pages of a list, or a count."""
    path = rng.choice(
        ["/claims?text=المسلحين", "/claims?measure=killed&order=newest", "/documents", "/documents?text=الموصل",
         "/findings", "/statements", "/counts", "/facets", "/decisions", "/claims?of=daesh&where=IQ"]
    )  # fmt: skip
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
    following = answer.json().get("next")
    if following is not None:
        answer = client.get(path, params={**dict(httpx.URL(path).params), "after": following})
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"


def judging(claims):
    def judge(client, rng):
        kind = rng.choice(["accept", "reject", "note"])
        body = {"kind": kind, "reason": "لاختبار"}
        answer = client.post(f"/claims/{rng.choice(claims)}/decisions", json=body)
        assert answer.status_code == 201, f"{answer.status_code} {answer.text}"
        return answer.json()["id"]

    return judge


def test_readers_and_reviewers_at_once_while_reports_are_read(
    serve, claim_ids, ledger_path, read, write_reports, decisions
):
    with serve() as (_, address):
        crowd = Crowd(address)
        for number in range(READERS):
            crowd.start(look, number)
        for number in range(REVIEWERS):
            crowd.start(judging(claim_ids), READERS + number)
        added = 0

        def add(_client, _rng):
            nonlocal added
            first = 1000 + added
            told = read(write_reports(range(first, first + REPORTS)))
            assert f"{REPORTS} documents read" in told, told
            added += REPORTS

        crowd.start(add, 0)
        crowd.wait()
    made = [one for one in crowd.done if one is not None]
    assert len(made) >= REVIEWERS
    assert sorted(decisions()) == sorted(made)
    with open_ledger(ledger_path, read_only=True) as ledger:
        assert ledger.counts().documents == 40 + added
        assert len(list(ledger.documents())) == 40 + added
