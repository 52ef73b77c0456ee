"""Every form that reports come in: what it is, its content tells, and each gives its records."""

import bz2
import csv
import email.message
import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile

import docx
import openpyxl
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawatur.intake import records
from tawatur.model import InputError

REPORT = "قُتل أربعة جنود في كمين على طريق الوادي، وقالت القيادة إن المهاجمين فروا نحو الجبل قبل وصول التعزيزات."
OTHER = "أصيب سبعة مدنيين في قصف على أطراف البلدة، وأعلن مصدر طبي أن بينهم ثلاثة أطفال نقلوا إلى المستشفى."
PAGE = f"<!DOCTYPE html><html><body><article><h1>عنوان</h1><p>{REPORT}</p></article></body></html>"


@pytest.fixture
def given(write):
    """Write a file whose name says nothing, and list what its records are."""

    def _given(content, mapping=None):
        return list(records([str(write("input", content))], mapping))

    return _given


def bodies(found):
    return [item.body for item in found]


def table(rows, mark=","):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark).writerows(rows)
    return text.getvalue()


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"sheet {number}")
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def packed(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(members):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return data.getvalue()


def capture(writer, url, content, media, kind="response", status="200 OK"):
    if kind == "response":
        headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
        record = writer.create_warc_record(url, kind, payload=io.BytesIO(content), http_headers=headers)
    else:
        record = writer.create_warc_record(url, kind, payload=io.BytesIO(content), warc_content_type=media)
    writer.write_record(record)
    record.raw_stream.close()


@pytest.fixture
def archive():
    """A web archive of two pages, with what a crawler fetches beside them."""
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
    capture(writer, "https://difaf.example/1", PAGE.encode("windows-1256"), "text/html; charset=windows-1256")
    capture(writer, "https://difaf.example/logo.png", b"\x89PNG\r\n\x1a\n", "image/png")
    capture(writer, "https://difaf.example/app.json", b'{"text": "x"}', "application/json")
    capture(writer, "https://difaf.example/gone", b"<html>gone</html>", "text/html", status="404 Not Found")
    capture(writer, "https://difaf.example/2", OTHER.encode(), "text/plain; charset=utf-8", kind="conversion")
    return data.getvalue()


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_a_table_is_read_by_its_header_whatever_stands_between_its_cells(given, mark):
    found = given(table([["id", "Title", "Text", "PubDate"], ["7", "عنوان", f"{REPORT}\n{OTHER}", "2024-07-16"]], mark))
    assert [(item.doc, item.title, item.body, item.date) for item in found] == [
        ("7", "عنوان", f"{REPORT}\n{OTHER}", "2024-07-16")
    ]


def test_a_table_may_have_arabic_names_a_mark_at_its_head_and_columns_of_its_own(given):
    found = given(("\ufeff" + table([["العنوان", "النص", "الدولة"], ["عنوان", REPORT, "سوريا"]])).encode("utf-8"))
    assert [(item.title, item.body, item.metadata) for item in found] == [("عنوان", REPORT, {"الدولة": "سوريا"})]


def test_a_table_that_excel_wrote_as_unicode_text_is_read(given):
    assert bodies(given(table([["text", "date"], [REPORT, "2024-07-16"]], "\t").encode("utf-16"))) == [REPORT]
    assert bodies(given("sep=;\r\n" + table([["text", "date"], [REPORT, "2024-07-16"]], ";"))) == [REPORT]


def test_a_table_without_a_known_column_of_text_says_which_it_has_and_what_to_do(given):
    rows = [["a", "story", "b"], *([str(number), REPORT, "x"] for number in range(4))]
    (error,) = given(table(rows))
    assert "a, story, b" in error.problem
    assert "--map text=" in error.remedy
    assert bodies(given(table(rows), {"text": "story"})) == [REPORT] * 4


def test_a_stray_quotation_mark_at_the_head_of_a_long_table_does_not_swallow_it(given):
    rows = [f"{number},{REPORT} {'x' * 5000}" for number in range(4000)]
    found = given("\n".join(["doc,text", f'first,"{REPORT}', *rows]))
    assert [item.doc for item in found] == ["first", *map(str, range(4000))]


@pytest.mark.parametrize("mark", ["\t", ","])
def test_a_stray_quotation_mark_does_not_swallow_the_rows_behind_it(given, mark):
    rows = [["1", f'"{REPORT}'], ["2", OTHER], ["3", OTHER]]
    found = given("\n".join(mark.join(row) for row in [["doc", "text"], *rows]))
    assert [(item.doc, item.body.strip('"')) for item in found] == [("1", REPORT), ("2", OTHER), ("3", OTHER)]
    assert found[1].origin.endswith("line 3")


def test_a_row_with_more_cells_than_names_is_an_error_and_the_others_are_read(given):
    found = given(f"doc,text\n1,{REPORT}\n2,one, two\n3,{REPORT}\n")
    assert [item.place if isinstance(item, InputError) else item.doc for item in found] == ["1", "line 3", "3"]


@pytest.mark.parametrize("text", [REPORT, f"{REPORT}\n\n{OTHER}", "text", "في بغداد, وفي حلب, قتلى\nسطر, آخر"])
def test_plain_text_is_no_table(given, text):
    assert bodies(given(text)) == [text]


def test_every_sheet_of_a_workbook_is_a_table(given):
    found = given(
        workbook(
            [[], ["النص", "date"], [REPORT, "2024-07-16"], [None, None], [OTHER, None]],
            [["a", "b"], ["1", "2"]],
            [["Text", "id"], [OTHER, 12]],
        )
    )
    assert bodies([found[0], found[1], found[3]]) == [REPORT, OTHER, OTHER]
    assert found[0].date == "2024-07-16"
    assert found[3].doc == "12"
    assert "sheet 1" in found[2].place


def test_parquet_is_read_where_pyarrow_is_and_else_says_what_to_install(given, monkeypatch):
    pa = pytest.importorskip("pyarrow")
    data = io.BytesIO()
    rows = [{"text": REPORT, "id": number, "published_at": None} for number in range(600)]
    pytest.importorskip("pyarrow.parquet").write_table(pa.Table.from_pylist(rows), data)
    found = given(data.getvalue())
    assert [item.doc for item in found] == [str(number) for number in range(600)]
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (error,) = given(data.getvalue())
    assert "pyarrow" in error.problem
    assert "tawatur[parquet]" in error.remedy


def test_json_may_call_its_fields_anything_and_put_them_inside_others(given):
    found = given(
        [{"story": {"full": REPORT}, "Printed": "2024-07-16", "x": 1}], {"text": "story.full", "date": "printed"}
    )
    assert [(item.body, item.date, item.metadata) for item in found] == [(REPORT, "2024-07-16", {"x": "1"})]


def test_a_list_of_texts_gives_a_record_each(given):
    assert bodies(given(json.dumps([REPORT, OTHER], ensure_ascii=False))) == [REPORT, OTHER]


def test_what_wordpress_answers_is_read(given):
    post = {"id": 4, "date": "2024-07-16T10:00:00", "link": "https://difaf.example/4"}
    post |= {"title": {"rendered": "عنوان"}, "content": {"rendered": f"<p>{REPORT}</p>"}}
    (found,) = given(json.dumps([post]))
    assert (found.doc, found.title, found.url) == ("4", "عنوان", "https://difaf.example/4")
    assert REPORT.encode() in found.html


def test_an_object_around_a_list_of_records_gives_the_records(given):
    answer = {"status": "ok", "articles": [{"title": "أول", "content": REPORT}, {"title": "ثان", "content": OTHER}]}
    assert bodies(given(json.dumps(answer, indent=2))) == [REPORT, OTHER]
    assert bodies(given(json.dumps(answer))) == [REPORT, OTHER]


def test_a_telegram_export_gives_the_messages_that_have_a_text(given):
    messages = [
        {"id": 1, "type": "service", "date": "2024-07-15T09:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2024-07-16T09:00:00", "text": REPORT},
        {"id": 3, "type": "message", "date": "2024-07-16T09:10:00", "text": "", "photo": "photos/1.jpg"},
        {
            "id": 4,
            "type": "message",
            "date": "2024-07-17T09:00:00",
            "forwarded_from": "قناة أخرى",
            "text": ["عاجل: ", {"type": "bold", "text": OTHER}, " انتهى"],
        },
    ]
    chat = {"name": "قناة ضفاف", "type": "public_channel", "id": 99, "messages": messages}
    for export in (chat, {"about": "x", "chats": {"list": [chat, chat | {"name": "ثانية"}]}}):
        found = given(json.dumps(export, ensure_ascii=False, indent=1))
        assert [(item.publisher, item.date[:10], item.body) for item in found[:2]] == [
            ("قناة ضفاف", "2024-07-16", REPORT),
            ("قناة ضفاف", "2024-07-17", f"عاجل: {OTHER} انتهى"),
        ]
        assert found[1].metadata["forwarded_from"] == "قناة أخرى"
    assert [item.publisher for item in found] == ["قناة ضفاف"] * 2 + ["ثانية"] * 2


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>ضفاف</title>
<item><title>خبر</title><link>https://difaf.example/1</link><guid>g1</guid>
<pubDate>Tue, 16 Jul 2024 00:30:00 +0300</pubDate><description>{REPORT[:40]}</description>
<content:encoded><![CDATA[<p>{REPORT}</p><script>x()</script><ul><li>{OTHER}</li></ul>]]></content:encoded></item>
<item><title>ثان</title><link>https://difaf.example/2</link><description>{OTHER}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>ضفاف</title><entry><id>1</id><title>خبر</title>
<link href="https://difaf.example/1"/><published>2024-07-16T00:30:00+03:00</published>
<content type="html">&lt;p&gt;{REPORT}&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_its_entries_each_with_its_longest_text_and_its_day_where_it_was_printed(given):
    first, second = given(RSS)
    assert (first.title, first.url, first.date) == ("خبر", "https://difaf.example/1", "2024-07-16")
    assert first.body == f"{REPORT}\n{OTHER}"
    assert first.metadata == {"feed": "ضفاف", "entry": "g1"}
    assert (second.body, second.date) == (OTHER, None)
    (entry,) = given(ATOM)
    assert (entry.title, entry.body, entry.date[:10]) == ("خبر", REPORT, "2024-07-16")


def test_a_sitemap_says_that_it_holds_addresses_alone(given):
    (error,) = given("<urlset><url><loc>https://difaf.example/1</loc></url></urlset>")
    assert "1 addresses" in error.problem
    assert "--fetch" in error.remedy


def test_a_web_archive_gives_its_pages_with_address_charset_and_instant(given, archive):
    for data in (archive, gzip.decompress(archive)):
        page, text = given(data)
        assert (page.url, page.charset) == ("https://difaf.example/1", "windows-1256")
        assert page.html == PAGE.encode("windows-1256")
        assert page.captured.endswith("Z")
        assert (text.url, text.body) == ("https://difaf.example/2", OTHER)


def test_of_a_wacz_the_captures_are_read_and_not_its_indexes(given, archive):
    found = given(
        packed(
            **{
                "datapackage.json": "{}",
                "archive/data.warc.gz": archive,
                "pages/pages.jsonl": json.dumps({"url": "https://difaf.example/1", "text": "again"}),
            }
        )
    )
    assert [item.url for item in found] == ["https://difaf.example/1", "https://difaf.example/2"]


def test_a_page_that_a_browser_saved_as_mhtml_is_read_with_its_address(given):
    message = email.message.EmailMessage()
    message["Snapshot-Content-Location"] = "https://difaf.example/1"
    message["Date"] = "Tue, 16 Jul 2024 10:00:00 -0000"
    message.add_related(b"\x89PNG", "image", "png")
    page = email.message.EmailMessage()
    page.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.get_payload().insert(0, page)
    (found,) = given(message.as_bytes())
    assert (found.url, found.captured[:10]) == ("https://difaf.example/1", "2024-07-16")
    assert found.html.decode(found.charset).strip() == PAGE


def test_a_word_document_gives_its_paragraphs_and_cells_without_what_was_deleted(given):
    document = docx.Document()
    document.add_heading("عنوان", 1)
    paragraph = document.add_paragraph(REPORT)
    deleted = docx.oxml.parse_xml(f"<w:del {docx.oxml.ns.nsdecls('w')}><w:r><w:delText>محذوف</w:delText></w:r></w:del>")
    inserted = docx.oxml.parse_xml(f"<w:ins {docx.oxml.ns.nsdecls('w')}><w:r><w:t> وأضيف</w:t></w:r></w:ins>")
    paragraph._p.extend([deleted, inserted])
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "القتلى", "35"
    data = io.BytesIO()
    document.save(data)
    assert bodies(given(data.getvalue())) == [f"عنوان\n{REPORT} وأضيف\nالقتلى\n35"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_read_as_what_it_holds(given, pack):
    lines = json.dumps({"doc": "1", "text": REPORT}).encode() + b"\n"
    assert bodies(given(pack(lines))) == [REPORT]
    assert bodies(given(pack(lines) + pack(lines))) == [REPORT, REPORT]


def test_archives_in_archives_are_read_to_a_small_depth(given):
    inner = packed(**{"a.txt": REPORT})
    data = gzip.compress(tarred({"b.zip": inner, "c.csv": table([["doc", "text"], ["1", OTHER]]).encode()}))
    found = given(data)
    assert bodies(found) == [REPORT, OTHER]
    assert found[0].origin.endswith("input: b.zip, a.txt")
    for number in range(8):
        inner = packed(**{f"{number}.zip": inner})
    (error,) = given(inner)
    assert "more than 5 archives" in error.problem


def test_a_markup_fragment_in_the_place_of_a_text_is_read_as_a_page(given):
    (found,) = given([{"text": f"<p>{REPORT}</p><p>{OTHER}</p>"}])
    assert found.body == ""
    assert REPORT.encode() in found.html
