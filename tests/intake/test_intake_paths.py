"""What a user may name, and what becomes of what can't be read: one clear line each, and the rest goes on."""

import io
import json
import sys
import zipfile

import pytest

from tawatur.model import Document, InputError

REPORT = "قُتل أربعة جنود في كمين على طريق الوادي، وقالت القيادة إن المهاجمين فروا نحو الجبل قبل وصول التعزيزات."


def row(doc, body=REPORT):
    return {"doc": doc, "text": body}


def ids(found):
    return [item.id for item in found if isinstance(item, Document)]


def errors(found):
    return [item for item in found if isinstance(item, InputError)]


def test_json_lines_give_a_document_a_line(write, read):
    path = write("reports.jsonl", [row("one"), row("two")])
    assert ids(read(path)) == ["one", "two"]


def test_a_json_array_gives_a_document_a_member(write, read):
    path = write("reports.json", json.dumps([row("one"), row("two")], ensure_ascii=False, indent=4))
    assert ids(read(path)) == ["one", "two"]


def test_one_json_object_over_several_lines_is_one_document(write, read):
    path = write("report.json", json.dumps(row("one"), ensure_ascii=False, indent=4))
    assert ids(read(path)) == ["one"]


def test_an_array_larger_than_what_is_read_at_a_time_is_read_whole(write, read):
    many = [row(str(number), f"{REPORT} " * 30) for number in range(200)]
    path = write("reports.json", json.dumps(many, ensure_ascii=False))
    assert ids(read(path)) == [str(number) for number in range(200)]


def test_a_kind_is_told_by_content_not_by_name(write, read):
    path = write("report.pdf", [row("one")])
    assert ids(read(path)) == ["one"]


def test_plain_text_is_one_document_whose_id_is_its_content(write, read):
    (first,) = read(write("a.txt", REPORT))
    (second,) = read(write("b.txt", REPORT))
    assert first.text == REPORT
    assert first.id == second.id
    assert first.origin.endswith("a.txt")


@pytest.mark.parametrize("opening", ["[صورة] ", "{قل} ", "[1] "])
def test_plain_text_that_opens_with_a_bracket_is_no_json(write, read, opening):
    (found,) = read(write("a.txt", opening + REPORT))
    assert found.text.endswith(REPORT)


def test_a_folder_is_read_recursively_in_sorted_order_without_hidden_files(write, read, tmp_path):
    write("in/b/2.jsonl", [row("third")])
    write("in/a.jsonl", [row("first")])
    write("in/b/1.jsonl", [row("second")])
    write("in/.hidden.jsonl", [row("never")])
    assert ids(read(tmp_path / "in")) == ["first", "second", "third"]


def test_a_zip_is_read_member_by_member(tmp_path, read):
    path = tmp_path / "reports.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.jsonl", json.dumps(row("second")))
        archive.writestr("a.json", json.dumps([row("first")]))
        archive.writestr("c.txt", REPORT)
        archive.writestr("__MACOSX/._c.txt", "\0\5\26\7")
    found = read(path)
    assert ids(found)[:2] == ["first", "second"]
    assert found[2].text == REPORT
    assert found[1].origin == f"{path}: b.jsonl, line 1"


def test_a_zip_inside_a_zip_is_read(tmp_path, read):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.jsonl", json.dumps(row("inner")))
    path = tmp_path / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("z.jsonl", json.dumps(row("good")))
    found = read(path)
    assert ids(found) == ["inner", "good"]
    assert found[0].origin == f"{path}: inner.zip, a.jsonl, line 1"


@pytest.mark.parametrize("kind", ["lines", "zip"])
def test_standard_input_is_read_as_a_file_is(monkeypatch, read, kind):
    data = json.dumps(row("piped")).encode()
    if kind == "zip":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.jsonl", data)
        data = packed.getvalue()

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))
    assert ids(read("-")) == ["piped"]


def test_a_missing_file_is_an_error_and_the_rest_goes_on(write, read, tmp_path):
    good = write("good.jsonl", [row("good")])
    found = read(tmp_path / "none.jsonl", good)
    assert "no such file" in errors(found)[0].problem
    assert ids(found) == ["good"]


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\0\0\0\0"])
def test_an_empty_file_is_an_error(write, read, content):
    (found,) = read(write("empty.txt", content))
    assert isinstance(found, InputError)
    assert found.problem == "empty"


def test_an_empty_folder_is_an_error(read, tmp_path):
    (found,) = read(tmp_path)
    assert "empty folder" in found.problem


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x1f\x8b\x08\0\0\0\0\0", "broke off"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"<!DOCTYPE html><html><body></body></html>", "without text"),
        (b"PK\x03\x04 and no zip at all", "damaged zip"),
    ],
)
def test_what_is_no_text_is_named_with_a_remedy(write, read, content, said):
    (found,) = read(write("odd.bin", content))
    assert said in found.problem
    assert found.remedy


def test_a_broken_file_among_good_ones_stops_nothing(write, read, tmp_path):
    write("in/1.jsonl", [row("one")])
    write("in/2.zip", b"PK\x03\x04 broken")
    write("in/3.jsonl", [row("three")])
    found = read(tmp_path / "in")
    assert ids(found) == ["one", "three"]
    assert [error.source for error in errors(found)] == [str(tmp_path / "in" / "2.zip")]


def test_a_member_cut_off_inside_a_zip_is_an_error_that_names_it(tmp_path, read):
    path = tmp_path / "reports.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.jsonl", "\n".join(json.dumps(row(str(number))) for number in range(2000)))
        archive.writestr("b.jsonl", json.dumps(row("good")))
    data = bytearray(path.read_bytes())
    data[120_000] ^= 0xFF  # a byte in the first member: its checksum fails
    path.write_bytes(bytes(data))
    found = read(path)
    assert any(error.place and error.place.startswith("a.jsonl") for error in errors(found))
    assert "good" in ids(found)


def test_malformed_json_on_line_seven_is_named_and_the_others_are_read(write, read):
    rows = [json.dumps(row(str(number))) for number in range(1, 11)]
    rows[6] = rows[6][:-15]
    path = write("reports.jsonl", "\n".join(rows))
    found = read(path)
    (error,) = errors(found)
    assert (error.source, error.place) == (str(path), "line 7")
    assert error.problem.startswith("malformed JSON")
    assert ids(found) == ["1", "2", "3", "4", "5", "6", "8", "9", "10"]


def test_malformed_json_on_the_first_line_does_not_hide_the_others(write, read):
    found = read(write("reports.jsonl", '{"doc": "broken", "text": "\n' + json.dumps(row("good")) + "\n"))
    assert [error.place for error in errors(found)] == ["line 1"]
    assert ids(found) == ["good"]


def test_a_malformed_member_of_an_array_is_named_by_its_line_and_the_others_are_read(write, read):
    text = '[\n{"doc": "1", "text": "أول"},\n{"doc": "2", "text": },\n{"doc": "3", "text": "ثالث"}\n]'
    found = read(write("reports.json", text))
    assert [error.place for error in errors(found)] == ["line 3"]
    assert ids(found) == ["1", "3"]


def test_a_malformed_member_far_into_a_long_array_is_named_by_its_line(write, read):
    members = [json.dumps(row(str(number), f"{REPORT} " * 20), ensure_ascii=False) for number in range(120)]
    members[90] = members[90].replace('"text": ', '"text": oops')
    found = read(write("reports.json", "[\n" + ",\n".join(members) + "\n]"))
    assert [error.place for error in errors(found)] == ["line 92"]
    assert ids(found) == [str(number) for number in range(120) if number != 90]


def test_an_array_without_an_end_gives_its_members_and_an_error(write, read):
    found = read(write("reports.json", '[{"doc": "1", "text": "أول"},\n{"doc": "2", "text": "ثان"}'))
    assert ids(found) == ["1", "2"]
    assert [error.problem for error in errors(found)] == ["the array has no end"]


def test_a_record_that_is_no_object_or_has_no_text_is_an_error(write, read):
    found = read(
        write("reports.jsonl", '{"doc": "1", "text": "نص"}\n[1, 2]\n{"doc": "3"}\n{"doc": "4", "text": null}\n')
    )
    assert [error.place for error in errors(found)] == ["line 2", "line 3", "line 4"]
    assert ids(found) == ["1"]


def test_html_alone_is_read_and_html_beside_text_is_kept_aside(write, read):
    html = f"<html><body><article><h1>عنوان</h1><p>{REPORT}</p></article></body></html>"
    found = read(write("reports.jsonl", [{"doc": "1", "html": html}, {"doc": "2", "html": html, "text": "نص"}]))
    assert ids(found) == ["1", "2"]
    assert REPORT in found[0].text
    assert found[1].text == "نص"


def test_a_single_line_of_fifty_megabytes_is_one_document(write, read):
    line = (REPORT + " ") * (50_000_000 // (2 * len(REPORT)))
    (found,) = read(write("line.txt", line))
    assert len(found.text) == len(line)
    assert [part.kind for part in found.sections[0].parts] == ["body"]


def test_a_json_line_of_fifty_megabytes_is_one_document(write, read):
    (found,) = read(write("line.jsonl", [row("large", (REPORT + " ") * (50_000_000 // (2 * len(REPORT))))]))
    assert found.id == "large"


def test_a_page_of_very_many_short_lines_is_read_in_linear_time(write, read):
    (found,) = read(write("lines.txt", "\n".join(f"سطر قصير رقم {number}" for number in range(20_000))))
    assert sum(part.end - part.start for part in found.sections[0].parts) > 20_000
