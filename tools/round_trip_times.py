"""Generate dates and periods in all writings and read them back: how many are read wrong, and which.

`python tools/round_trip_times.py --count 100000 --seed 1`. Exit status 1 where any is wrong.
"""

from __future__ import annotations

import argparse
import time
from random import Random

from tawatur.arabic import find_times
from tawatur.arabic.times.generator import TimePhrase, time_phrase


def is_right(phrase: TimePhrase) -> bool:
    """Tell whether the reader finds the phrase's time, once, its days and its words."""
    times = find_times(phrase.text, phrase.anchor)
    if len(times) != 1:
        return False
    found = times[0]
    read = (found.start_date, found.end_date, found.start, found.end)
    return read == (phrase.start_date.isoformat(), phrase.end_date.isoformat(), phrase.start, phrase.end)


def main() -> int:
    """Print the phrases read wrong (the first 50), and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = Random(options.seed)
    wrong = 0
    began = time.perf_counter()
    for _ in range(options.count):
        phrase = time_phrase(chance)
        if is_right(phrase):
            continue
        wrong += 1
        if wrong <= 50:
            found = [
                (t.start_date, t.end_date, t.rule, phrase.text[t.start : t.end])
                for t in find_times(phrase.text, phrase.anchor)
            ]
            stated = f"{phrase.start_date} to {phrase.end_date}, on {phrase.anchor}"
            print(f"{stated}: {phrase.text!r} ({phrase.text[phrase.start : phrase.end]!r}) read as {found}")
    print(f"{options.count} phrases, {wrong} wrong, {time.perf_counter() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
