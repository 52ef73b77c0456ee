"""Read a gigabyte of reports in each streamed form, and print the rate and the most memory that it took.

usage: python benchmarks/intake/gigabyte.py [--megabytes N] [--documents N]

The reports are the demonstration's, over and over, each with a number of its own. `records` are decoded and told apart;
of the first form, `--documents` of them are made documents as well. Each form is read in a process of its own.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import itertools
import json
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tawatur import demo
from tawatur.intake import read, records
from tawatur.model import InputError
from tawatur.packs import load

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".bench" / "intake"


def rows(megabytes: int) -> Iterator[dict[str, str]]:
    """Yield reports until they come to so many megabytes of JSON."""
    lines = Path(demo.__file__).with_name("reports.jsonl").read_text(encoding="utf-8").splitlines()
    left = megabytes << 20
    for number, line in enumerate(itertools.cycle(lines)):
        report = json.loads(line)
        row = {"doc": f"{number}", "date": report["date"], "text": f"{report['text']}\nالتقرير رقم {number}"}
        left -= len(json.dumps(row, ensure_ascii=False).encode()) + 1
        if left < 0:
            return
        yield row


def write_lines(path: Path, megabytes: int) -> None:
    """Write JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(megabytes))


def write_array(path: Path, megabytes: int) -> None:
    """Write a JSON array."""
    with path.open("w", encoding="utf-8") as file:
        before = "["
        for row in rows(megabytes):
            file.write(before + json.dumps(row, ensure_ascii=False, indent=1))
            before = ",\n"
        file.write("]")


def write_table(path: Path, megabytes: int) -> None:
    """Write a CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["doc", "date", "text"])
        writer.writeheader()
        writer.writerows(rows(megabytes))


def write_packed(path: Path, megabytes: int) -> None:
    """Write gzipped JSON Lines."""
    with gzip.open(path, "wb", compresslevel=1) as file:
        for row in rows(megabytes):
            file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def write_zip(path: Path, megabytes: int) -> None:
    """Write a zip of one member."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("reports.jsonl", "w", force_zip64=True) as member,
    ):
        text = io.TextIOWrapper(member, encoding="utf-8")
        text.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(megabytes))
        text.flush()


FORMS: dict[str, Callable[[Path, int], None]] = {
    "JSON Lines": write_lines,
    "JSON": write_array,
    "CSV": write_table,
    "JSON Lines, gzip": write_packed,
    "zip": write_zip,
}


def measure(path: str, documents: int) -> None:
    """Read a file, and print what it took as JSON."""
    begun = time.perf_counter()
    if documents:
        found = list(
            itertools.islice((isinstance(one, InputError) for one in read([path], knowledge=load())), documents)
        )
        count, failed = len(found), sum(found)
    else:
        count = failed = 0
        for one in records([path]):
            count += 1
            failed += isinstance(one, InputError)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    took = time.perf_counter() - begun
    print(json.dumps({"count": count, "failed": failed, "seconds": took, "megabytes": peak}))


def main() -> None:
    """Write, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1024, help="how large each form is before packing")
    parser.add_argument("--documents", type=int, default=20_000, help="how many are made documents")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        measure(asked.measure[0], int(asked.measure[1]))
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "gigabyte"
    print(f"{asked.megabytes:,} MB of reports in each form\n")
    print(f"{'':20} {'read':>10} {'errors':>7} {'MB a second':>12} {'a second':>9} {'MB of memory':>13}")
    try:
        for name, write in FORMS.items():
            write(path, asked.megabytes)
            runs = [(f"{name}, records", 0)]
            if name == "JSON Lines":
                runs.append((f"{name}, documents", asked.documents))
            for label, documents in runs:
                command = [sys.executable, __file__, "--measure", str(path), str(documents)]
                took = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
                rate = "" if documents else f"{asked.megabytes / took['seconds']:,.0f}"
                print(
                    f"{label:29} {took['count']:>10,} {took['failed']:>7,} {rate:>12} "
                    f"{took['count'] / took['seconds']:>9,.0f} {took['megabytes']:>13,.0f}",
                    flush=True,
                )
    finally:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
