"""Run the Arabic number and time readers side by side, and print accuracy and throughput.

usage: python benchmarks/arabic/run.py [--articles N] [--budget SECONDS] [--rounds N] [--only TOOL]

docs/benchmarks.md says how to read what it prints. The gold and the corpora are looked for beside the checkout, or at
$TAWATUR_SHARED.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from environments import Environment, NotInstalledError, environment
from machine import machine
from passages import Passage, articles, probes, size
from scoring import numbers_right, times_right

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WARMING = 20
#: Our reader that a throughput is compared with, by what the throughput is measured on.
OURS = {"articles": ("tawatur", "numbers and times"), "phrases": ("tawatur", "times of a phrase")}
PHRASES_AGAIN = 20
MOST_SECONDS = 600


@dataclass
class Row:
    """A reader of a tool, and what came of it."""

    tool: dict[str, str]
    reader: dict[str, object]
    trouble: str = ""
    found: dict[str, object] = field(default_factory=dict)
    rounds: list[list[float]] = field(default_factory=list)
    failures: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """The names of tool and reader."""
        return self.tool["name"], str(self.reader["name"])


@dataclass
class Reading:
    """What all rows read."""

    numbers: list[dict[str, object]]
    times: list[dict[str, object]]
    passages: dict[str, list[Passage]]
    budget: float
    folder: Path

    def job(self, reader: dict[str, object], number: int) -> Path:
        """Write the job of a reader in a round, and return its path. Probes are read in the first round only."""
        over = str(reader["over"])
        wanted = reader["reads"] if number == 0 else []
        path = self.folder / "job.json"
        content = {
            "numbers": self.numbers if "numbers" in wanted else [],  # type: ignore[operator]
            "times": self.times if "times" in wanted else [],  # type: ignore[operator]
            "passages": str(self.folder / f"{over}.jsonl"),
            "warming": WARMING,
            "budget": self.budget,
        }
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def write(self) -> None:
        """Write the passages for the adapters to read."""
        for name, passages in self.passages.items():
            lines = "".join(json.dumps(passage) + "\n" for passage in passages)
            (self.folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")

    def speed(self, row: Row, number: int, count: int | None = None) -> float:
        """Return the kB/s of a row in a round, over the first passages that it read."""
        seconds = row.rounds[number][:count]
        read = self.passages[str(row.reader["over"])][WARMING : WARMING + len(seconds)]
        return sum(map(size, read)) / 1000 / max(sum(seconds), 1e-9)


def one_core() -> None:
    """Keep a child to one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def run(row: Row, place: Environment, reading: Reading, number: int) -> None:
    """Let an adapter do its job, and add what it found to the row."""
    script = str(HERE / row.tool["script"])
    command = [place.interpreter, script, str(row.reader["option"]), str(reading.job(row.reader, number))]
    if place.folder is not None:
        command.append(str(place.folder))
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=MOST_SECONDS,
            check=False,
            preexec_fn=one_core,  # nothing here runs threads
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "TZ": "UTC", "PYTHONHASHSEED": "0"},
        )
    except subprocess.TimeoutExpired:
        row.trouble = f"stopped after {MOST_SECONDS} s"
        return
    if done.returncode:
        row.trouble = (done.stderr.strip().splitlines() or ["ended without a word"])[-1][:120]
        return
    answer = json.loads(done.stdout)
    row.found = row.found or answer
    row.rounds.append(answer["seconds"])
    row.failures = len(answer["failures"])


def ratio(row: Row, ours: Row, reading: Reading) -> float:
    """Return how many times as fast ours reads the same passages, the median over the rounds."""
    count = min(len(seconds) for seconds in row.rounds + ours.rounds)
    numbers = range(min(len(row.rounds), len(ours.rounds)))
    return median(reading.speed(ours, at, count) / reading.speed(row, at, count) for at in numbers)


def line(row: Row, rows: dict[tuple[str, str], Row], reading: Reading) -> list[str]:
    """Return a row of the table."""
    tool, reader = row.key
    cells = [tool, reader]
    if row.trouble:
        return [*cells, "not run"]
    exact = values = right = ""
    if "numbers" in row.found:
        exact, values = (
            f"{score}/{len(reading.numbers)}" for score in numbers_right(reading.numbers, row.found["numbers"])
        )  # type: ignore[arg-type]
    if "times" in row.found:
        right = f"{times_right(reading.times, row.found['times'])}/{len(reading.times)}"  # type: ignore[arg-type]
    over = str(row.reader["over"])
    speed = median(reading.speed(row, number) for number in range(len(row.rounds)))
    read = f"{min(map(len, row.rounds))} {over}"
    ours = rows[OURS[over]]
    compared = "" if ours.trouble or ours is row else f"{ratio(row, ours, reading):.2f}"
    return [*cells, exact, values, right, f"{speed:.1f}", read, compared]


def table(lines: Sequence[Sequence[str]]) -> str:
    """Return rows as a table in Markdown; a row that is too short is filled with empty cells."""
    width = max(map(len, lines))
    full = [[*cells, *[""] * (width - len(cells))] for cells in lines]
    widths = [max(map(len, column)) for column in zip(*full, strict=True)]
    rows = [
        "| " + " | ".join(cell.ljust(size) for cell, size in zip(cells, widths, strict=True)) + " |" for cells in full
    ]
    rows.insert(1, "| " + " | ".join("-" * size for size in widths) + " |")
    return "\n".join(rows)


def verdict(rows: dict[tuple[str, str], Row], reading: Reading) -> list[str]:
    """Return the ratios that are asked for, beside what is asked, and others that help to judge them."""
    asked: list[tuple[tuple[str, str], tuple[str, str], str | int]] = [
        (("tawatur", "numbers and times"), ("dateparser", "search"), 10),
        (("tawatur", "numbers and times"), ("Maha", "numerals"), 1),
        (("tawatur", "numbers"), ("Maha", "numerals"), "like against like"),
        (("tawatur", "times"), ("dateparser", "search"), "like against like"),
        (("tawatur", "numbers and times"), ("dateparser", "search, language not told"), "its default languages"),
        (("tawatur", "numbers and times"), ("dateparser", "search, strategy ngram"), "its more careful strategy"),
    ]
    lines = []
    for mine, other, wanted in asked:
        told = f"our {mine[1]} / {' '.join(other)}"
        if mine not in rows or other not in rows or rows[mine].trouble or rows[other].trouble:
            lines.append(f"{told}: not measured")
        else:
            measured = ratio(rows[other], rows[mine], reading)
            told = f"{told}: {measured:.2f} times as fast"
            if isinstance(wanted, int):
                lines.append(f"{told} (asked: at least {wanted}; {'reached' if measured >= wanted else 'NOT reached'})")
            else:
                lines.append(f"{told} ({wanted})")
    return lines


def prepare(tools: Sequence[dict], only: str | None) -> tuple[list[Row], dict[str, Environment]]:
    """Return a row for every reader, and the environments of the tools that could be installed."""
    rows: list[Row] = []
    places: dict[str, Environment] = {}
    for tool in tools:
        if only is not None and tool["name"] not in {only, "tawatur"}:
            continue
        trouble = ""
        try:
            places[tool["name"]] = environment(tool, ROOT / ".bench")
        except NotInstalledError as error:
            trouble = f"not installed: {error}"
        rows += [Row(tool, reader, trouble) for reader in tool["readers"]]
    return rows, places


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description="Run the Arabic number and time readers side by side.")
    parser.add_argument("--articles", type=int, default=1000, help="how many articles to draw (default 1000)")
    parser.add_argument("--budget", type=float, default=8, help="CPU seconds of a reader in a round (default 8)")
    parser.add_argument("--rounds", type=int, default=3, help="how many rounds (default 3)")
    parser.add_argument("--only", help="run this tool beside ours, and no other")
    chosen = parser.parse_args()
    if chosen.articles < 1 or chosen.rounds < 1 or chosen.budget <= 0:
        parser.error("--articles, --rounds and --budget must be more than nothing")
    return chosen


def main() -> None:
    """Install, read, print."""
    chosen = arguments()
    shared = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")
    if not (shared / "gold").is_dir() or not (shared / "corpus").is_dir():
        sys.exit(f"needs the gold and the corpora: none in {shared}; set TAWATUR_SHARED to where they are")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        times = probes(shared, "times")
        phrases = [{"text": str(probe["text"]), "anchor": str(probe["anchor"])} for probe in times]
        reading = Reading(
            numbers=probes(shared, "numbers"),
            times=times,
            passages={"articles": articles(shared, chosen.articles + WARMING), "phrases": phrases * PHRASES_AGAIN},
            budget=chosen.budget,
            folder=Path(folder),
        )
        reading.write()
        rows, places = prepare(tomllib.loads((HERE / "tools.toml").read_text(encoding="utf-8"))["tool"], chosen.only)
        print(machine(), flush=True)
        for number in range(chosen.rounds):
            for row in rows:
                if not row.trouble:
                    run(row, places[row.tool["name"]], reading, number)
            print(f"         round {number + 1} of {chosen.rounds} done, {time.monotonic() - began:.0f} s", flush=True)
    by_key = {row.key: row for row in rows}
    drawn = reading.passages["articles"][WARMING:]
    print(
        f"articles: {len(drawn)}, {sum(map(size, drawn)) / 1000:.0f} kB of UTF-8; probes: "
        f"{len(reading.numbers)} numbers, {len(reading.times)} times\n"
    )
    heads = ["tool", "reader", "numbers", "values alone", "times", "kB/s", "read", "ours / it"]
    print(table([heads, *(line(row, by_key, reading) for row in rows)]), end="\n\n")
    print("\n".join(verdict(by_key, reading)))
    for row in rows:
        if row.trouble:
            print(f"{' '.join(row.key)}: {row.trouble}")
        if row.failures:
            print(f"{' '.join(row.key)}: raised an exception on {row.failures} passages: {row.found['failures'][:1]}")  # type: ignore[index]


if __name__ == "__main__":
    main()
