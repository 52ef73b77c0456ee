"""tawatur's own readers.

usage: read_with_tawatur.py both|numbers|times|phrases JOB
"""

import sys

from adapter import Days, Number, answer

from tawatur.arabic import find_numbers, find_times, read_expressions


def numbers(text: str) -> list[Number]:
    """Return the numbers of a phrase."""
    return [(number.low, number.high, number.bound, number.unit) for number in find_numbers(text)]


def times(text: str, anchor: str) -> list[Days]:
    """Return the times of a phrase."""
    return [(time.start_date, time.end_date, None) for time in find_times(text, anchor)]


READS = {
    "both": lambda: answer(read=read_expressions),
    "numbers": lambda: answer(numbers=numbers, read=lambda text, _: find_numbers(text)),
    "times": lambda: answer(times=times, read=find_times),
    "phrases": lambda: answer(read=find_times),
}

if __name__ == "__main__":
    READS[sys.argv[1]]()
