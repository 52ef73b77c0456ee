"""`tawatur extract`: claims of what can be read, in the order of the input, in three forms."""

import csv
import io
import json

import jsonschema
import pytest

from tawatur.cli import workers
from tawatur.model import json_schema


def test_json_lines_are_claims_in_the_published_form(tawatur, reports):
    outcome = tawatur("extract", "--format", "jsonl", reports)
    claims = [json.loads(row) for row in outcome.out.splitlines()]
    assert outcome.status == 0
    assert outcome.err == ""
    assert [claim["doc"] for claim in claims] == ["n1", "s1", "s1"]
    assert [claim["low"] for claim in claims] == [37, 37, 12]
    for claim in claims:
        jsonschema.validate(claim, json_schema("claim"))


def test_offsets_point_into_the_text_as_given(tawatur, reports):
    texts = {record["doc"]: record["text"] for record in map(json.loads, reports.read_text("utf-8").splitlines())}
    for row in tawatur("extract", "--format", "jsonl", reports).out.splitlines():
        claim = json.loads(row)
        text = texts[claim["doc"]]
        assert text[claim["start"] : claim["end"]] == claim["number"]
        assert text[claim["quote_start"] : claim["quote_end"]] == claim["quote"]


def test_csv_has_a_row_a_claim_under_the_codebooks_names(tawatur, reports):
    rows = list(csv.DictReader(io.StringIO(tawatur("extract", "--format", "csv", reports).out)))
    assert [row["low"] for row in rows] == ["37", "37", "12"]
    assert rows[0]["measure"] == "killed"
    assert rows[0]["optional"] == "false"
    assert rows[0]["name"] == ""


def test_csv_of_nothing_has_its_heading(tawatur, tmp_path):
    (tmp_path / "sport.txt").write_text("فاز المنتخب أمس.", encoding="utf-8")
    assert tawatur("extract", "--format", "csv", "sport.txt").out.startswith("id,doc,section,start")


def test_the_table_puts_each_document_over_its_claims(tawatur, reports):
    lines = tawatur("extract", reports).out.splitlines()
    assert lines[0].split()[:2] == ["measure", "value"]
    assert [found.split()[1] for found in lines if found.startswith("──")] == ["n1", "s1"]
    assert "\x1b" not in "".join(lines)


def test_what_cant_be_read_is_named_and_the_rest_goes_on(tawatur, reports):
    outcome = tawatur("extract", "--format", "jsonl", "nowhere.txt", reports)
    assert outcome.status == 1
    assert outcome.err == "tawatur: nowhere.txt: no such file or folder (check the path)\n"
    assert len(outcome.out.splitlines()) == 3


def test_a_malformed_line_is_named_and_the_rest_goes_on(tawatur, reports):
    lines = reports.read_text("utf-8").splitlines()
    reports.write_text("\n".join([lines[0], "{broken", lines[1]]), encoding="utf-8")
    outcome = tawatur("extract", "--format", "jsonl", reports)
    assert outcome.status == 1
    assert "reports.jsonl: line 2" in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert [json.loads(row)["doc"] for row in outcome.out.splitlines()] == ["n1", "s1", "s1"]


def test_standard_input(tawatur, reports, monkeypatch):
    with reports.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream, encoding="utf-8"))
        assert len(tawatur("extract", "--format", "jsonl", "-").out.splitlines()) == 3


def test_many_processes_give_what_one_gives_in_the_same_order(tawatur, tmp_path):
    text = "أعلنت القيادة المركزية الأميركية مقتل {} مسلحا من تنظيم داعش في الموصل."
    with (tmp_path / "many.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(3, 123):
            lines.write(json.dumps({"doc": f"d{number}", "date": "2017-03-02", "text": text.format(number)}) + "\n")
            if number % 50 == 0:
                lines.write("[broken\n")
    one = tawatur("extract", "--format", "jsonl", "--jobs", "1", "many.jsonl")
    many = tawatur("extract", "--format", "jsonl", "--jobs", "2", "many.jsonl")
    assert one == many
    assert [json.loads(row)["low"] for row in one.out.splitlines()] == list(range(3, 123))
    assert len(one.err.splitlines()) == 2


def test_a_report_that_extraction_stumbles_over_does_not_end_the_rest(tawatur, reports, monkeypatch):
    sound = workers.extract

    def stumble(document, knowledge):
        if document.id == "n1":
            raise ZeroDivisionError("no such luck")
        return sound(document, knowledge)

    monkeypatch.setattr(workers, "extract", stumble)
    outcome = tawatur("extract", "--format", "jsonl", reports)
    assert outcome.status == 1
    assert "ZeroDivisionError: no such luck" in outcome.err
    assert {json.loads(row)["doc"] for row in outcome.out.splitlines()} == {"s1"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "--format", "xml", "a"),
        ("extract", "--jobs", "0", "a"),
        ("extrakt", "a"),
        ("--no",),
        ("pack",),
    ],
)
def test_a_wrong_command_line_is_one_line_and_status_two(tawatur, arguments):
    outcome = tawatur(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert "--help" in outcome.err


def test_an_unknown_pack(tawatur, reports):
    outcome = tawatur("extract", "--pack", "mars", reports)
    assert outcome.status == 1
    assert "mars: no such pack" in outcome.err


def test_explain_tells_for_each_slot_its_words_and_the_rule(tawatur, reports):
    out = tawatur("extract", "--explain", "all", reports).out
    assert out.count("because") == 3
    assert "the verb or masdar before it governs it" in out
    assert "subject of a verb of saying" in out
    assert "\x1b" not in out


def test_explain_of_one_claim_shows_that_one(tawatur, reports):
    claim = json.loads(tawatur("extract", "--format", "jsonl", reports).out.splitlines()[0])
    outcome = tawatur("extract", "--explain", claim["id"], reports)
    assert outcome.status == 0
    assert outcome.out.count("because") == 1


def test_explain_of_no_such_claim_says_so(tawatur, reports):
    outcome = tawatur("extract", "--explain", "nothing", reports)
    assert outcome.status == 1
    assert outcome.err.startswith("tawatur: nothing: no claim of that id")


def test_claims_that_are_less_sure_are_left_out(tawatur, reports):
    claims = [json.loads(row) for row in tawatur("extract", "--format", "jsonl", reports).out.splitlines()]
    least = max(claim["confidence"] for claim in claims)
    kept = tawatur("extract", "--format", "jsonl", "--min-confidence", least, reports).out.splitlines()
    assert [json.loads(row)["confidence"] for row in kept] == [
        claim["confidence"] for claim in claims if claim["confidence"] >= least
    ]
    assert 0 < len(kept) < len(claims)


def test_a_role_is_told_with_whose_it_is_on_a_narrow_terminal_too(tawatur, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    text = "يضم التحالف الدولي ضد داعش في العراق كلا من فرنسا وهولندا والدنمارك، وقتل التحالف خمسة من داعش."
    (tmp_path / "roles.txt").write_text(text, encoding="utf-8")
    lines = tawatur("extract", "roles.txt").out.splitlines()
    assert [line.split()[1] for line in lines if "role" in line] == ["france", "netherlands", "denmark"]
