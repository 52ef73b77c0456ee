"""What was fetched is kept byte for byte, the same bytes once, and nothing of it is ever overwritten."""

import pytest

from tawatur.ledger import Capture, Ledger

URL = "https://difaf.example/1"


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path) as opened:
        yield opened


def answer(instant, status=200, **headers):
    return Capture(url=URL, answered=URL, instant=instant, status=status, headers=headers)


def test_bytes_come_back_as_they_were_sent_and_the_history_stays(ledger):
    bodies = ["صفحة".encode("windows-1256"), b"<p>\x00\xff", "صفحة".encode("windows-1256")]
    with ledger.captures() as captures:
        kept = [
            captures.keep(answer(f"2024-07-1{day}T00:00:00Z", etag=str(day)), body) for day, body in enumerate(bodies)
        ]
        captures.keep(answer("2024-07-14T00:00:00Z", 404))
    with ledger.captures(writing=False) as captures:
        assert [captures.body(capture.hash) for capture in kept] == bodies
        assert kept[0].hash == kept[2].hash
        history = list(captures.history(URL))
        assert [capture.status for capture in history] == [200, 200, 200, 404]
        assert history[:3] == kept
        assert captures.newest(URL) == kept[2]
        assert captures.newest("https://difaf.example/2") is None
        assert captures.body("0" * 64) is None


def test_what_is_kept_in_a_transaction_that_fails_is_not_there(ledger):
    def fail():
        with ledger.captures() as captures:
            captures.keep(answer("2024-07-14T00:00:00Z"), b"x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with ledger.captures(writing=False) as captures:
        assert list(captures.history(URL)) == []


def test_entries_of_a_feed_are_noted_changed_lost_and_found_again(ledger):
    with ledger.captures() as captures:
        captures.note("feed", "a", "1", "2024-07-14T00:00:00Z")
        captures.note("feed", "b", "1", "2024-07-14T00:00:00Z")
        captures.note("feed", "a", "2", "2024-07-15T00:00:00Z")
        captures.lose("feed", ["b"], "2024-07-15T00:00:00Z")
        captures.lose("feed", ["b"], "2024-07-16T00:00:00Z")
        found = captures.watched("feed")
        assert (found["a"].mark, found["a"].first[:10], found["a"].last[:10]) == ("2", "2024-07-14", "2024-07-15")
        assert found["b"].gone[:10] == "2024-07-15"
        captures.note("feed", "b", "1", "2024-07-17T00:00:00Z")
        assert captures.watched("feed")["b"].gone is None
        assert captures.watched("other") == {}
