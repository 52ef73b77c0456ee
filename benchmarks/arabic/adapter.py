"""What the adapters of Python tools share: the job, the clock, the dates. Standard library only: every tool's own
environment runs it.

A job is a JSON file: `numbers` and `times`, the probes that the reader is to read; `passages`, a JSON Lines file of
`{"text", "anchor"}`; `warming`, how many of them to read first off the clock; `budget`, the CPU seconds after which to
stop. The answer, a line of JSON on standard output, holds the readings of each probe by id and the CPU seconds spent on
each passage.
"""

import calendar
import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

#: A number as read: low, high, bound, unit. A reader that tells no bounds says `exact` and no unit.
Number = tuple[float | None, float | None, str, str | None]
#: A time as read, in ISO 8601 days: the first, the last, and the one day that the tool gives for the whole, if it does.
Days = tuple[str | None, str | None, str | None]


def answer(
    *,
    numbers: Callable[[str], Sequence[Number]] | None = None,
    times: Callable[[str, str], Sequence[Days]] | None = None,
    read: Callable[[str, str], object],
) -> None:
    """Do the job named on the command line: read its probes, then time `read` passage by passage.

    What is timed is what a user of the tool calls; turning its results into the gold's terms is not.
    """
    job = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    found: dict[str, object] = {}
    if numbers is not None:
        found["numbers"] = {probe["id"]: list(numbers(probe["text"])) for probe in job["numbers"]}
    if times is not None:
        found["times"] = {probe["id"]: list(times(probe["text"], probe["anchor"])) for probe in job["times"]}
    found["seconds"], found["failures"] = clocked(read, job)
    sys.stdout.write(json.dumps(found) + "\n")


def clocked(read: Callable[[str, str], object], job: dict[str, object]) -> tuple[list[float], list[str]]:
    """Return the CPU seconds of each passage up to the budget, and the exceptions that were raised."""
    with Path(str(job["passages"])).open(encoding="utf-8") as lines:
        passages = [json.loads(line) for line in lines]
    warming = int(str(job["warming"]))
    for passage in passages[:warming]:
        attempt(read, passage, [])
    seconds: list[float] = []
    failures: list[str] = []
    spent, budget = 0.0, float(str(job["budget"]))
    for passage in passages[warming:]:
        before = time.process_time()
        attempt(read, passage, failures)
        seconds.append(time.process_time() - before)
        spent += seconds[-1]
        if spent > budget:
            break
    return seconds, failures


def attempt(read: Callable[[str, str], object], passage: dict[str, str], failures: list[str]) -> None:
    """Read a passage; an exception is noted and the run goes on."""
    try:
        read(passage["text"], passage["anchor"])
    except Exception as error:  # noqa: BLE001  # whatever another's program raises
        failures.append(f"{type(error).__name__}: {error}"[:200])


def midnight(anchor: str) -> datetime:
    """Return an anchor as the moment at which its day begins."""
    return datetime.fromisoformat(anchor)


def spanned(day: date, precision: str) -> Days:
    """Return the day, week, month or year that a tool names by one of its days."""
    if precision == "week":
        start = day - timedelta(days=day.weekday())
        return start.isoformat(), (start + timedelta(days=6)).isoformat(), day.isoformat()
    if precision == "month":
        last = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1).isoformat(), day.replace(day=last).isoformat(), day.isoformat()
    if precision == "year":
        return date(day.year, 1, 1).isoformat(), date(day.year, 12, 31).isoformat(), day.isoformat()
    return day.isoformat(), day.isoformat(), day.isoformat()
