"""Generate number phrases and read them back: how many are read wrong, and which.

`python tools/round_trip_numbers.py --count 1000000 --seed 1`. Exit status 1 where any is wrong.
"""

from __future__ import annotations

import argparse
import time
from random import Random

from tawatur.arabic import find_numbers
from tawatur.arabic.numbers.generator import GREATEST, NumberPhrase, number_phrase


def draw(chance: Random) -> int:
    """Return a value from 0 to 10^12, every order of magnitude as likely as another."""
    if chance.random() < 0.3:
        return chance.randrange(0, 2500)
    value = int(10 ** chance.uniform(0, 12))
    if chance.random() < 0.5:
        step = 10 ** chance.randrange(0, len(str(value)))
        value -= value % step
    return min(value, GREATEST)


def is_right(phrase: NumberPhrase) -> bool:
    """Tell whether the reader finds the phrase's value, once, and its words."""
    numbers = find_numbers(phrase.text)
    if len(numbers) != 1:
        return False
    number = numbers[0]
    read = (number.low, number.high, number.bound, number.start, number.end)
    return read == (phrase.value, phrase.value, "exact", phrase.start, phrase.end)


def main() -> int:
    """Print the phrases read wrong (the first 50), and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = Random(options.seed)
    wrong = 0
    began = time.perf_counter()
    for _ in range(options.count):
        phrase = number_phrase(draw(chance), chance)
        if is_right(phrase):
            continue
        wrong += 1
        if wrong <= 50:
            found = [(n.low, n.high, n.bound, phrase.text[n.start : n.end]) for n in find_numbers(phrase.text)]
            print(f"{phrase.value}: {phrase.text!r} ({phrase.text[phrase.start : phrase.end]!r}) read as {found}")
    print(f"{options.count} phrases, {wrong} wrong, {time.perf_counter() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
