"""Write a corpus in every form that is read, and see whether the claims are the same.

    python tools/same_in_every_form.py src/tawatur/demo/reports.jsonl
    python tools/same_in_every_form.py --limit 200 CORPUS

Three sets of forms: with all fields (JSON Lines, JSON, CSV, TSV, XLSX, Parquet, zip, tar.gz) and as text alone (the
same, and zips and web archives of plain texts), where claims must be the same byte for byte; and as documents (HTML,
DOCX, and PDF printed by a browser), where each report must give the same measures and values. Exit status 1 where they
are not.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import html
import io
import itertools
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import docx
import openpyxl
import pyarrow as pa
from pyarrow import parquet
from warcio.warcwriter import WARCWriter

from tawatur.extract import extract
from tawatur.intake import Record, read, records
from tawatur.model import InputError, to_json
from tawatur.packs import Knowledge, load

Row = dict[str, str]
Rows = Sequence[Row]

#: What a workbook's cell holds at most, and XML not at all.
CELL = 32_767
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def rows_of(found: Iterable[Record | InputError], limit: int) -> list[Row]:
    """Return up to `limit` records as rows of text: line feeds as they are everywhere, no control characters."""
    rows = []
    for number, record in enumerate(itertools.islice(found, limit)):
        if isinstance(record, InputError) or record.html is not None:
            continue
        row = {
            "doc": record.doc or f"report-{number:06}",
            "title": record.title or "",
            "date": record.date or "",
            "publisher": record.publisher or "",
            "url": record.url or "",
            "text": record.body,
        }
        rows.append({name: _clean(value) for name, value in row.items()})
    return [row for row in rows if row["text"].strip() and len(row["text"]) < CELL]


def _clean(text: str) -> str:
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def as_text(row: Row) -> str:
    """Return a report as one plain text: headline, day, body, credit."""
    credit = f"المصدر: {row['publisher']}" if row["publisher"] else ""
    return "\n".join(piece for piece in (row["title"], row["date"][:10], row["text"], credit) if piece)


def json_lines(rows: Rows) -> bytes:
    """Return JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def json_array(rows: Rows) -> bytes:
    """Return a JSON array, indented."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2).encode()


def delimited(rows: Rows, mark: str) -> bytes:
    """Return a table as text."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def workbook(rows: Rows) -> bytes:
    """Return an XLSX workbook."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("reports")
    sheet.append(list(rows[0]))
    for row in rows:
        cells = [openpyxl.cell.WriteOnlyCell(sheet, value) for value in row.values()]
        for cell in cells:
            cell.data_type = "s"  # a text that begins with `=` is no formula
        sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def parquet_file(rows: Rows) -> bytes:
    """Return a Parquet file."""
    data = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(rows)), data)
    return data.getvalue()


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a gzipped tar of members."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return data.getvalue()


def web_archive(members: Iterable[tuple[str, bytes]], media: str) -> bytes:
    """Return a WARC of resources that have no address on the web."""
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=True)
    for name, content in members:
        record = writer.create_warc_record(
            f"urn:report:{name}", "resource", payload=io.BytesIO(content), warc_content_type=media
        )
        writer.write_record(record)
        record.raw_stream.close()
    return data.getvalue()


def page(row: Row) -> bytes:
    """Return a report as a web page."""
    title = html.escape(row["title"])
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in as_text(row).split("\n")[bool(title) :] if line)
    heading = f"<h1>{title}</h1>\n" if title else ""
    return (
        f'<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article>\n{heading}{paragraphs}</article></body></html>\n"
    ).encode()


def word(row: Row) -> bytes:
    """Return a report as a DOCX document."""
    document = docx.Document()
    for line in as_text(row).split("\n"):
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def printed(row: Row, browser: str, folder: pathlib.Path) -> bytes:
    """Return a report's page as a browser prints it to PDF."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page(row))
    target.unlink(missing_ok=True)
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*command, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True)
    return target.read_bytes()


def with_fields(rows: Rows) -> dict[str, bytes]:
    """Return a corpus with all its fields, by the form's name."""
    halves = [("a.jsonl", json_lines(rows[: len(rows) // 2])), ("b.jsonl", json_lines(rows[len(rows) // 2 :]))]
    return {
        "JSON Lines": json_lines(rows),
        "JSON": json_array(rows),
        "CSV": delimited(rows, ","),
        "TSV": delimited(rows, "\t"),
        "XLSX": workbook(rows),
        "Parquet": parquet_file(rows),
        "zip": zipped(halves),
        "tar.gz": tarred(halves),
        "JSON Lines, gzip": gzip.compress(json_lines(rows)),
        "WARC of JSON Lines": web_archive([("reports", json_lines(rows))], "application/json"),
    }


def texts_alone(rows: Rows) -> dict[str, bytes]:
    """Return a corpus as text alone, by the form's name."""
    plain = [{"text": as_text(row)} for row in rows]
    members = [(f"{number:06}.txt", row["text"].encode()) for number, row in enumerate(plain)]
    return {
        "JSON Lines": json_lines(plain),
        "JSON": json_array(plain),
        "CSV": delimited(plain, ","),
        "TSV": delimited(plain, "\t"),
        "XLSX": workbook(plain),
        "Parquet": parquet_file(plain),
        "zip of plain texts": zipped(members),
        "tar.gz of plain texts": tarred(members),
        "WARC of plain texts": web_archive(members, "text/plain"),
    }


def as_documents(rows: Rows, folder: pathlib.Path, browser: str | None) -> dict[str, bytes]:
    """Return a corpus as documents, by the form's name; as PDF only where there is a browser to print it."""

    def archive(make: Callable[[Row], bytes]) -> bytes:
        return zipped((f"{number:06}", make(row)) for number, row in enumerate(rows))

    forms = {"plain texts": archive(lambda row: as_text(row).encode()), "HTML": archive(page), "DOCX": archive(word)}
    if browser is not None:
        forms["PDF"] = archive(lambda row: printed(row, browser, folder))
    return forms


def claims_of(data: bytes, folder: pathlib.Path, knowledge: Knowledge) -> list[bytes]:
    """Return the claims of each report of a form, as JSON Lines. Raises InputError for what can't be read."""
    path = folder / "corpus"  # without a suffix: what it is, its content tells
    path.write_bytes(data)
    made = []
    for document in read([str(path)], knowledge=knowledge):
        if isinstance(document, InputError):
            raise document
        made.append("".join(to_json(claim) + "\n" for claim in extract(document, knowledge)).encode())
    return made


def values_of(claims: bytes) -> Counter[str]:
    """Return the measures and values of a report's claims."""
    found = map(json.loads, claims.splitlines())
    return Counter(f"{claim['measure']} {claim.get('low')} {claim.get('high')}" for claim in found)


def compared(
    forms: dict[str, bytes], folder: pathlib.Path, knowledge: Knowledge, *, whole: bool
) -> list[tuple[str, int, int]]:
    """Return (form, claims, reports that differ from the first form's) for each form."""
    first: list[bytes] | None = None
    table = []
    for name, data in forms.items():
        found = claims_of(data, folder, knowledge)
        first = found if first is None else first
        pairs = itertools.zip_longest(first, found, fillvalue=b"missing")
        differing = sum(a != b if whole else values_of(a) != values_of(b) for a, b in pairs)
        table.append((name, sum(claims.count(b"\n") for claims in found), differing))
    return table


def main() -> int:
    """Compare, print a table, and return 1 where claims differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--limit", type=int, default=1_000_000, help="how many reports to take")
    parser.add_argument("--documents", type=int, default=50, help="how many of them as HTML, DOCX and PDF")
    asked = parser.parse_args()
    rows = rows_of(records(asked.paths), asked.limit)
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    knowledge = load()
    failed = 0
    print(f"{len(rows)} reports")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        sets = (
            ("with all fields", with_fields(rows), True),
            ("as text alone", texts_alone(rows), True),
            ("as documents", as_documents(rows[: asked.documents], folder, browser), False),
        )
        for title, forms, whole in sets:
            print(f"\n{title}: {'claims byte for byte' if whole else 'measures and values'}")
            for name, claims, differing in compared(forms, folder, knowledge, whole=whole):
                failed += differing
                print(f"  {name:24} {claims:6} claims  {differing or 'no'} reports differ")
    if browser is None:
        print("\nno browser found: PDF left out", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
