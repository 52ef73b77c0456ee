"""Times of short phrases against hand-coded ones: the shared probes, and our own with the words that they cover."""

import json
import pathlib
from datetime import date

import pytest

from tawatur.arabic import find_times

OWN = pathlib.Path(__file__).parent / "data" / "time_probes.jsonl"


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def within(found, expected, days):
    if found is None or expected is None:
        return found == expected
    return abs((date.fromisoformat(found) - date.fromisoformat(expected)).days) <= days


def test_every_shared_probe_is_read(shared):
    probes = read_lines(shared / "gold" / "probes" / "times.jsonl")
    wrong = []
    for probe in probes:
        times = find_times(probe["text"], probe["anchor"])
        days = probe["tolerance_days"]
        right = (
            len(times) == 1
            and within(times[0].start_date, probe["start_date"], days)
            and within(times[0].end_date, probe["end_date"], days)
        )
        if not right:
            wrong.append((probe["id"], probe["text"], [(time.start_date, time.end_date) for time in times]))
    assert probes
    assert not wrong


@pytest.mark.parametrize("probe", [pytest.param(probe, id=probe["id"]) for probe in read_lines(OWN)])
def test_our_own_probe(probe):
    text = probe["text"]
    found = [
        {
            "span": text[time.start : time.end],
            "start_date": time.start_date,
            "end_date": time.end_date,
            "precision": time.precision,
        }
        for time in find_times(text, probe["anchor"])
    ]
    assert found == probe["expected"]


def test_our_own_probes_are_many_and_told_apart():
    probes = read_lines(OWN)
    assert len({probe["id"] for probe in probes}) == len(probes) >= 150
    assert {probe["group"] for probe in probes} >= {
        "absolute", "double_month", "maghreb", "relative", "month_year", "period", "hijri", "trap",
    }  # fmt: skip
