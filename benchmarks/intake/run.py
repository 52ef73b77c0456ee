"""Read a WARC of pages through intake, beside trafilatura alone on the same pages: throughput and memory.

usage: python benchmarks/intake/run.py [--pages N] [--rounds N]

The pages are made from the corpora's articles after five layouts. docs/benchmarks.md says how to read what is printed.
The corpora are looked for beside the checkout, or at $TAWATUR_SHARED.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from templates import page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(HERE.parent / "arabic"))

from machine import machine  # noqa: E402
from measurement import measured  # noqa: E402

#: What part of trafilatura's rate intake must reach.
ASKED = 0.7
_SEED = 3


def main() -> None:
    """Make the archive, measure in turns, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000, help="how many pages the archive holds (default 10000)")
    parser.add_argument("--rounds", type=int, default=1, help="in how many rounds; the median counts (default 1)")
    options = parser.parse_args()
    shared = Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")
    if not (shared / "corpus").is_dir():
        sys.exit(f"{shared / 'corpus'}: no corpora (name the folder that holds them with TAWATUR_SHARED)")
    folder = ROOT / ".bench" / "intake"
    folder.mkdir(parents=True, exist_ok=True)
    archive, quarter = (folder / f"{count}.warc.gz" for count in (options.pages, options.pages // 4))
    for path, count in ((archive, options.pages), (quarter, options.pages // 4)):
        write(path, shared, count)
    print(machine(), flush=True)
    found: dict[str, list[dict[str, float]]] = {"tawatur": [], "trafilatura": [], "text": []}
    for _ in range(options.rounds):
        for which, runs in found.items():
            runs.append(measured([sys.executable, str(HERE / "measure.py"), which, str(archive)]))
    ours = rate(found["tawatur"])
    labels = {"tawatur": "tawatur intake", "trafilatura": "trafilatura, text and metadata", "text": "trafilatura, text"}
    print(f"{'reader':32} {'pages/s':>8} {'ours / it':>9} {'words':>10} {'dated':>7} {'MB at most':>10}")
    for which, runs in found.items():
        ratio = f"{ours / rate(runs):9.2f}" if which != "tawatur" else " " * 9
        print(
            f"{labels[which]:32} {rate(runs):8.1f} {ratio} {runs[0]['words']:10,} {runs[0]['dated']:7,} "
            f"{max(run['megabytes'] for run in runs):10.0f}"
        )
    small = measured([sys.executable, str(HERE / "measure.py"), "tawatur", str(quarter)])
    print(f"memory of intake over {options.pages // 4:,} pages: {small['megabytes']:.0f} MB at most")
    reached = ours / rate(found["trafilatura"])
    print(f"asked: {ASKED} of trafilatura's rate; reached: {reached:.2f}")
    sys.exit(0 if reached >= ASKED else 1)


def rate(runs: list[dict[str, float]]) -> float:
    """Return the median of pages a second of processor time."""
    return median(run["pages"] / run["seconds"] for run in runs)


def write(path: Path, shared: Path, count: int) -> None:
    """Write an archive of so many pages, the same ones every time."""
    drawn = list(articles(shared / "corpus"))
    random.Random(_SEED).shuffle(drawn)
    headers = [("Content-Type", "text/html; charset=utf-8")]
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for rank in range(count):
            title, text, day = drawn[rank % len(drawn)]
            record = writer.create_warc_record(
                f"https://news.example/{rank}",
                "response",
                payload=io.BytesIO(page(rank, title, text, day)),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": "2020-01-01T00:00:00Z"},
            )
            writer.write_record(record)


def articles(corpus: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (headline, text, ISO day) of every article of the corpora that has all three."""
    for archive in sorted(corpus.glob("*/*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                content = opened.read(name).decode("utf-8")
                rows = json.loads(content) if name.endswith(".json") else map(json.loads, content.strip().split("\n"))
                for row in rows:
                    text, day = row.get("text") or row.get("content"), (row.get("date") or row["date_extracted"])[:10]
                    if text and row.get("title"):
                        yield row["title"], text, day


if __name__ == "__main__":
    main()
