"""Input that is broken, locked or made to do harm: one line each, and the rest is read."""

import gzip
import io
import json
import os
import struct
import tarfile
import tracemalloc
import zipfile
import zlib

import pypdfium2 as pdfium
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawatur.intake import records
from tawatur.intake.record import Record
from tawatur.model import InputError

REPORT = "قُتل أربعة جنود في كمين على طريق الوادي، وقالت القيادة إن المهاجمين فروا نحو الجبل قبل وصول التعزيزات."
MEGABYTE = 1 << 20


def read(*paths):
    return list(records([str(path) for path in paths]))


def docs(found):
    return [item.doc for item in found if isinstance(item, Record)]


def errors(found):
    return [item for item in found if isinstance(item, InputError)]


def lines(count):
    return [{"doc": str(number), "text": f"{REPORT} {os.urandom(30).hex()}"} for number in range(count)]


def letters(size):
    """Compress the same letter many times, without holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(b"a" * MEGABYTE) for _ in range(size // MEGABYTE)), packer.flush()])


def test_a_gzip_that_unpacks_to_a_thousand_times_its_size_is_stopped_and_the_next_file_read(write):
    found = read(write("1", letters(300 * MEGABYTE)), write("2", lines(1)))
    (error,) = errors(found)
    assert "times its size" in error.problem
    assert docs(found) == ["0"]


def test_a_zip_bomb_is_stopped_though_each_member_is_small_and_though_it_lies_in_a_zip(tmp_path, write):
    members = io.BytesIO()
    with zipfile.ZipFile(members, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(40):
            archive.writestr(f"{number}.txt", b"a" * (4 * MEGABYTE))
    outer = tmp_path / "outer"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("inner.zip", members.getvalue())
    found = read(outer, write("good", lines(1)))
    assert "times its size" in errors(found)[-1].problem
    assert docs(found)[-1] == "0"


def test_a_workbook_that_is_a_bomb_is_never_unpacked(tmp_path):
    path = tmp_path / "book"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w") as member:
            for _ in range(150):
                member.write(bytes(MEGABYTE))
    tracemalloc.start()
    (error,) = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "times its size" in error.problem
    assert peak < 50 * MEGABYTE


def test_the_names_in_a_tar_lead_nowhere_and_links_are_no_files(tmp_path):
    path = tmp_path / "in" / "input"
    path.parent.mkdir()
    with tarfile.open(path, "w") as archive:
        for name in ("../../escaped.txt", "/absolute.txt", "bad\x1b[31m.txt"):
            entry = tarfile.TarInfo(name)
            data = json.dumps({"doc": name, "text": REPORT}).encode()
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    before = set(tmp_path.rglob("*"))
    found = read(path)
    assert docs(found) == ["../../escaped.txt", "/absolute.txt", "bad\x1b[31m.txt"]
    assert set(tmp_path.rglob("*")) == before
    assert not any("\x1b" in item.origin for item in found)


def test_of_a_gzip_that_is_cut_off_what_was_whole_is_read(write):
    rows = lines(400)
    data = gzip.compress("\n".join(json.dumps(row) for row in rows).encode())
    found = read(write("input", data[: len(data) // 2]))
    whole = docs(found)
    assert 100 < len(whole) < 400
    assert whole == [str(number) for number in range(len(whole))]
    assert "broke off" in errors(found)[-1].problem


def test_of_a_tar_that_is_cut_off_what_was_whole_is_read(write):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for row in lines(20):
            entry = tarfile.TarInfo(row["doc"])
            content = json.dumps(row).encode()
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    found = read(write("input", data.getvalue()[: 10 * 1024 + 700]))
    whole = docs(found)
    assert 5 < len(whole) < 12
    assert whole == [str(number) for number in range(len(whole))]
    assert "broke off" in errors(found)[-1].problem


@pytest.mark.parametrize("packed", [True, False])
def test_of_a_web_archive_that_is_cut_off_what_was_whole_is_read(write, packed):
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=packed)
    ends = []
    for number in range(6):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        page = f"<html><body><p>{REPORT} {os.urandom(2000).hex()}</p></body></html>".encode()
        record = writer.create_warc_record(
            f"https://difaf.example/{number}", "response", payload=io.BytesIO(page), http_headers=headers
        )
        writer.write_record(record)
        record.raw_stream.close()
        ends.append(data.tell())
    found = read(write("input", data.getvalue()[: (ends[3] + ends[4]) // 2]))
    pages = [item for item in found if isinstance(item, Record)]
    assert [item.url[-1] for item in pages] == ["0", "1", "2", "3"]
    assert errors(found)


def test_a_line_of_a_gigabyte_is_an_error_in_bounded_memory_and_the_next_is_read(tmp_path):
    path = tmp_path / "input"
    row = json.dumps({"doc": "good", "text": REPORT}).encode()
    with path.open("wb") as file:
        file.write(row + b'\n{"doc": "long", "text": "')
        for _ in range(1024):
            file.write(b"a" * MEGABYTE)
        file.write(b'"}\n' + row + b"\n")
    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert docs(found) == ["good", "good"]
    assert [(error.place, "too long" in error.problem) for error in errors(found)] == [("line 2", True)]
    assert peak < 300 * MEGABYTE


@pytest.mark.parametrize("opening", [b"", b"doc,text\n1,", b'[{"text": "', b"<html><p>"])
def test_a_report_without_end_is_an_error_in_bounded_memory(tmp_path, opening):
    path = tmp_path / "input"
    with path.open("wb") as file:
        file.write(opening)
        for _ in range(200):
            file.write(b"a" * MEGABYTE)
    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found
    assert all(isinstance(item, InputError) for item in found)
    assert peak < 600 * MEGABYTE


def test_a_pdf_of_pictures_says_so(write):
    document = pdfium.PdfDocument.new()
    page = document.new_page(200, 200)
    image = pdfium.PdfImage.new(document)
    image.set_bitmap(pdfium.PdfBitmap.new_native(20, 20, pdfium.raw.FPDFBitmap_BGR))
    image.set_matrix(pdfium.PdfMatrix().scale(200, 200))
    page.insert_obj(image)
    page.gen_content()
    data = io.BytesIO()
    document.save(data)
    (error,) = read(write("input", data.getvalue()))
    assert "pictures" in error.problem
    assert "OCR" in error.remedy


def test_a_pdf_with_a_password_says_so(write):
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
    )
    at = [body.index(b"%d 0 obj" % number) for number in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in at)
    trailer = b"trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF" % len(body)
    (error,) = read(write("input", body + table + trailer))
    assert "password" in error.problem
    assert error.remedy


def test_a_damaged_pdf_is_an_error(write):
    (error,) = read(write("input", b"%PDF-1.7\nnothing of the kind"))
    assert "damaged PDF" in error.problem


def test_a_workbook_with_a_password_and_an_old_document_are_told_apart(write):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    (locked,) = read(write("1", head + "EncryptedPackage".encode("utf-16-le")))
    (old,) = read(write("2", head + "WordDocument".encode("utf-16-le")))
    assert "password" in locked.problem
    assert "old Office" in old.problem


def test_a_locked_member_of_a_zip_is_an_error_and_the_others_are_read(tmp_path, write):
    path = tmp_path / "input"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.jsonl", json.dumps({"doc": "a", "text": REPORT}))
        archive.writestr("b.jsonl", json.dumps({"doc": "b", "text": REPORT}))
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1  # the flag that a member is encrypted
    data[6] |= 1
    found = read(write("locked", bytes(data)))
    assert [(error.place, "password" in error.problem) for error in errors(found)] == [("a.jsonl", True)]
    assert docs(found) == ["b"]


@pytest.mark.parametrize("kind", ["PAR1", "xl/workbook.xml", "word/document.xml"])
def test_damaged_documents_are_errors(write, kind):
    data = kind.encode() + bytes(200)
    if "/" in kind:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(kind, "<nothing")
        data = packed.getvalue()
    (error,) = read(write("input", data))
    assert "damaged" in error.problem


def test_entities_that_multiply_are_not_followed(write):
    layers = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">{layers}]><rss><channel><item><title>&e8;</title></item></channel></rss>'
    sitemap = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "aaaaaaaaaa">{layers}]><urlset><url><loc>&e8;</loc></url></urlset>'
    tracemalloc.start()
    found = read(write("1", feed), write("2", sitemap))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found
    assert all(len(item.title or "") < 1000 for item in found if isinstance(item, Record))
    assert peak < 20 * MEGABYTE


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a": '])
def test_json_nested_very_deep_is_an_error(write, opening):
    found = read(
        write("input", f'[{{"doc": "1", "text": "{REPORT}"}}, {{"text": ' + opening * 100_000), write("2", lines(1))
    )
    assert errors(found)
    assert docs(found)[-1] == "0"


@pytest.mark.parametrize(
    "mark", [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"{\\rtf1", b"RIFF" + struct.pack("<I", 9) + b"WEBP"]
)
def test_what_is_not_read_is_named_with_a_remedy(write, mark):
    (error,) = read(write("input", mark + bytes(100)))
    assert "not read" in error.problem
    assert error.remedy
