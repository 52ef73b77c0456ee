"""Texts in every encoding in which Arabic was put on the web, and what is repaired and what is not."""

import json

import pytest

from tawatur.intake import decode as decoding
from tawatur.model import Document

REPORT = (
    "أعلنت قيادة العمليات أن قواتها نفذت في محيط البلدة ثلاث عمليات تفتيش خلال الأسبوع الماضي.\n"
    "وقال الناطق باسمها إن العمليات أسفرت عن اعتقال سبعة مطلوبين، وإن القوات عثرت على مخبأ للسلاح في الوادي."
)


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", REPORT.encode("utf-8")),
        ("utf-8-sig", REPORT.encode("utf-8-sig")),
        ("utf-16", REPORT.encode("utf-16")),
        ("utf-16-le", REPORT.encode("utf-16-le")),
        ("utf-16-be", REPORT.encode("utf-16-be")),
        ("utf-32", REPORT.encode("utf-32")),
        ("windows-1256", REPORT.encode("windows-1256")),
        ("iso-8859-6", REPORT.encode("iso-8859-6")),
    ],
)
def test_the_encoding_is_told_and_the_text_read_exactly(write, read, encoding, data):
    (found,) = read(write("report.txt", data))
    assert found.text == REPORT
    assert found.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "windows-1256", "iso-8859-6"])
def test_json_lines_are_read_in_any_encoding(write, read, encoding):
    lines = "\n".join(json.dumps({"doc": str(number), "text": REPORT}, ensure_ascii=False) for number in range(3))
    found = read(write("reports.jsonl", lines.encode(encoding)))
    assert [(item.id, item.text) for item in found] == [(str(number), REPORT) for number in range(3)]


def test_a_line_in_another_encoding_than_the_rest_is_read_by_itself(write, read):
    lines = [json.dumps({"doc": str(number), "text": REPORT}, ensure_ascii=False) for number in range(3)]
    data = b"\n".join([lines[0].encode(), lines[1].encode("windows-1256"), lines[2].encode()])
    found = read(write("reports.jsonl", data))
    assert [item.text for item in found] == [REPORT] * 3
    assert [item.encoding for item in found] == ["utf-8", "windows-1256", "utf-8"]


@pytest.mark.parametrize("misread_as", ["latin-1", "windows-1252"])
def test_utf8_printed_as_latin1_is_read_back_and_said_so(document, misread_as):
    broken = REPORT.encode("utf-8").decode(misread_as, errors="ignore")
    found = document(broken)
    assert decoding.MISREAD_REPAIR in found.repairs
    assert found.text.split()[2] == "العمليات"


def test_utf8_printed_as_latin1_is_restored_letter_for_letter(document):
    assert document(REPORT.encode("utf-8").decode("latin-1")).text == REPORT


def test_utf8_printed_as_windows1256_is_read_back(document):
    found = document(REPORT.encode("utf-8").decode("windows-1256"))
    assert found.text == REPORT
    assert found.repairs == (decoding.MISREAD_1256_REPAIR,)


def test_windows1256_printed_as_latin1_is_read_back(document):
    found = document(REPORT.encode("windows-1256").decode("latin-1"))
    assert found.text == REPORT
    assert found.repairs == (decoding.MISREAD_LATIN_REPAIR,)


def test_a_text_in_a_latin_script_with_accents_is_left_as_it_is(document):
    text = "L’armée a été déployée à côté du pont: « à l’été », dit-on; Çà et là, même ÉTÉ, ÂGÉ, ÎLE."
    assert document(text).repairs == ()


def test_nuls_are_removed_and_said_so(document):
    found = document(REPORT[:20] + "\0\0" + REPORT[20:])
    assert found.text == REPORT
    assert found.repairs == (decoding.NUL_REPAIR,)


def test_a_few_bad_bytes_in_utf8_cost_no_more_than_themselves(write, read):
    data = REPORT.encode("utf-8")
    at = len(REPORT[:30].encode("utf-8"))
    (found,) = read(write("report.txt", data[:at] + b"\xff" + data[at:]))
    assert found.encoding == "utf-8"
    assert found.text == REPORT[:30] + "\ufffd" + REPORT[30:]
    assert found.repairs == (decoding.LOST_REPAIR,)


def test_bidirectional_controls_and_entities_stay_in_the_raw_text(document):
    text = "\u202bقُتل \u2066جنديان\u2069 في &quot;الوادي&quot;\u202c."
    found = document(text)
    assert found.text == text
    assert found.repairs == ()


def test_clean_text_is_not_repaired(document):
    found = document(REPORT)
    assert found.text == REPORT
    assert found.repairs == ()


def test_a_text_without_arabic_is_a_document_of_another_language(write, read):
    (found,) = read(write("report.txt", "The army said on Monday that three soldiers were killed near the border."))
    assert isinstance(found, Document)
    assert [section.language for section in found.sections] == ["other"]


def test_a_persian_text_is_of_another_language(document):
    found = document("سخنگوی ارتش گفت که چهار سرباز در نزدیکی مرز کشته شدند و گروهی از پژوهشگران به پایگاه رفتند.")
    assert found.sections[0].language == "other"


def test_an_arabic_text_with_persian_yeh_and_kaf_is_arabic(document):
    found = document("قال المتحدث إن القوات قتلت أربعة من المسلحین فی الوادی واعتقلت آخرین كانوا یختبئون فی الکهوف.")
    assert found.sections[0].language == "ar"


def test_bytes_that_are_no_text_are_an_error(write, read):
    (found,) = read(write("odd.txt", bytes(range(128, 256)) * 3 + bytes(range(32)) * 3))
    assert not isinstance(found, Document) or found.encoding != "utf-8"
