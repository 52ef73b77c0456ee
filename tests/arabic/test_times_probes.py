"""Times of short phrases against hand-coded ones: the shared probes, and our own with the words they cover."""

import datetime
import json
import pathlib

from tawatur.arabic.times import Time, find_times

OWN = pathlib.Path(__file__).parent / "data" / "time_probes.jsonl"


def within(found: str | None, expected: str | None, days: int) -> bool:
    if found is None or expected is None:
        return found == expected
    return abs((datetime.date.fromisoformat(found) - datetime.date.fromisoformat(expected)).days) <= days


def describe(text: str, times: list[Time]) -> list[tuple[str, str | None, str | None, str]]:
    return [(text[time.start : time.end], time.start_date, time.end_date, time.rule) for time in times]


def test_every_shared_probe_is_read(shared: pathlib.Path) -> None:
    lines = (shared / "gold" / "probes" / "times.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = []
    for probe in map(json.loads, lines):
        times = find_times(probe["text"], probe["anchor"])
        days = probe["tolerance_days"]
        right = (
            len(times) == 1
            and within(times[0].start_date, probe["start_date"], days)
            and within(times[0].end_date, probe["end_date"], days)
        )
        if not right:
            wrong.append((probe["id"], probe["text"], describe(probe["text"], times)))
    assert lines
    assert not wrong
