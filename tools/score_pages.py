"""Score what intake makes of HTML pages told by hand, beside trafilatura and htmldate alone.

usage: python tools/score_pages.py [FOLDER] [--misses]

FOLDER holds pages, `NAME.html`, each with a `NAME.toml` beside it: `layout`, `url`, perhaps `captured` and `charset`
(of the HTTP headers), `furniture` (words that stand in no section), and for each of its `sections` the `lines` of its
text, its `date`, perhaps its `publisher`. Without it, the twenty pages of tests/intake/pages are scored.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.extract import extract
from tawatur.intake import Record, to_document
from tawatur.model import Document
from tawatur.packs import Knowledge, load

PAGES = Path(__file__).resolve().parent.parent / "tests" / "intake" / "pages"
_WORD = re.compile(r"\w+")


class Section(NamedTuple):
    """A section as told by hand, or as a program gives it: its text, its day, its publisher."""

    text: str
    date: str | None = None
    publisher: str | None = None


class Specimen(NamedTuple):
    """A page, and what stands on it."""

    name: str
    layout: str
    html: bytes
    url: str | None
    captured: str | None
    charset: str | None
    sections: tuple[Section, ...]
    furniture: tuple[str, ...]


class Score(NamedTuple):
    """What a program got right of a page: F1 of its sections' words, sections with the right day, leaks of furniture.

    `coded` are the claims whose words stand in no section, `publishers` the publishers got wrong.
    """

    f1: float
    dates: int
    leaks: list[str]
    coded: Sequence[str] = ()
    publishers: Sequence[str] = ()
    missed: Sequence[str] = ()
    added: Sequence[str] = ()


def specimens(folder: Path = PAGES) -> Iterator[Specimen]:
    """Yield the pages of a folder, by name."""
    for path in sorted(folder.glob("*.toml")):
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        yield Specimen(
            path.stem,
            told["layout"],
            path.with_suffix(".html").read_bytes(),
            told.get("url"),
            told.get("captured"),
            told.get("charset"),
            tuple(Section("\n".join(one["lines"]), one.get("date"), one.get("publisher")) for one in told["sections"]),
            tuple(told.get("furniture", ())),
        )


def document_of(specimen: Specimen, knowledge: Knowledge) -> Document:
    """Return what intake makes of a page."""
    record = Record(body="", html=specimen.html, url=specimen.url, captured=specimen.captured, charset=specimen.charset)
    return to_document(record, knowledge)


def ours(specimen: Specimen, knowledge: Knowledge) -> Score:
    """Score intake on a page, and extraction on what it makes of it."""
    document = document_of(specimen, knowledge)
    found = [
        Section("\n".join(document.text[part.start : part.end] for part in one.parts), one.date, one.publisher)
        for one in document.sections
    ]
    f1, missed, added = _f1([one.text for one in specimen.sections], [one.text for one in found])
    pairs = list(zip(specimen.sections, found, strict=False))
    true = " ".join(" ".join(one.text.split()) for one in specimen.sections)
    return Score(
        f1,
        sum(one.date == other.date for one, other in pairs) if len(found) == len(specimen.sections) else 0,
        _leaks(specimen, " ".join(one.text for one in found)),
        [claim.quote for claim in extract(document, knowledge) if " ".join(claim.quote.split()) not in true],
        [str(other.publisher) for one, other in pairs if one.publisher not in (None, other.publisher)],
        missed,
        added,
    )


def trafilatura_alone(specimen: Specimen) -> Score:
    """Score trafilatura's title and text, and htmldate's day: against all sections, or the first alone."""
    import htmldate  # noqa: PLC0415
    import trafilatura  # noqa: PLC0415

    found = trafilatura.bare_extraction(specimen.html, url=specimen.url, with_metadata=True)
    title, text = ("", "") if found is None else (found.title or "", found.text or "")
    whole = text if title in text else f"{title}\n{text}"
    told = [one.text for one in specimen.sections]
    f1 = max(_f1(["\n".join(told)], [whole])[0], _f1(told[:1], [whole])[0])
    try:
        date = htmldate.find_date(
            specimen.html, url=specimen.url, original_date=True, max_date=(specimen.captured or "")[:10] or None
        )
    except ValueError:
        date = None
    return Score(f1, int(date == specimen.sections[0].date), _leaks(specimen, whole))


def _leaks(specimen: Specimen, text: str) -> list[str]:
    plain = " ".join(text.split())
    return [words for words in specimen.furniture if words in plain]


def _f1(told: Sequence[str], found: Sequence[str]) -> tuple[float, list[str], list[str]]:
    """Return F1 by word over sections, first with first, and the words missed and added."""
    same = 0
    missed: list[str] = []
    added: list[str] = []
    for at in range(max(len(told), len(found))):
        one = Counter(_WORD.findall(told[at] if at < len(told) else ""))
        other = Counter(_WORD.findall(found[at] if at < len(found) else ""))
        same += (one & other).total()
        missed += (one - other).elements()
        added += (other - one).elements()
    return (2 * same / (2 * same + len(missed) + len(added)) if same else 0.0), missed, added


def main() -> None:
    """Print the table, and with `--misses` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--misses", action="store_true", help="the words missed and added, and what was coded wrongly")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    knowledge = load()
    print(f"{'page':28} {'F1':>6} {'traf.':>6}  {'dates':>5} {'htmld.':>6}  {'leaks':>5} {'traf.':>5}  {'coded':>5}")
    total: list[tuple[Score, Score, int]] = []
    for specimen in specimens(options.folder):
        score, other = ours(specimen, knowledge), trafilatura_alone(specimen)
        sections = len(specimen.sections)
        total.append((score, other, sections))
        print(
            f"{specimen.name:28} {score.f1:6.3f} {other.f1:6.3f}  {score.dates:3}/{sections} {other.dates:4}/1  "
            f"{len(score.leaks):5} {len(other.leaks):5}  {len(score.coded):5}"
        )
        if options.misses:
            for name in ("missed", "added", "leaks", "coded", "publishers"):
                if getattr(score, name):
                    print(f"    {name}: {' | '.join(getattr(score, name))}")
    if not total:
        sys.exit(f"{options.folder}: no pages")
    count = len(total)
    mean = sum(one.f1 for one, _, _ in total) / count, sum(other.f1 for _, other, _ in total) / count
    dated = sum(one.dates == sections for one, _, sections in total), sum(other.dates for _, other, _ in total)
    leaked = sum(len(one.leaks) for one, _, _ in total), sum(len(other.leaks) for _, other, _ in total)
    coded = sum(len(one.coded) for one, _, _ in total)
    print(
        f"{f'{count} pages':28} {mean[0]:6.3f} {mean[1]:6.3f}  {dated[0]:2}/{count} {dated[1]:3}/{count}  "
        f"{leaked[0]:5} {leaked[1]:5}  {coded:5}"
    )


if __name__ == "__main__":
    main()
