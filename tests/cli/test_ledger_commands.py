"""`tawatur claims`, `trace` and `collate` on what was read."""

import csv
import io
import json

import jsonschema
import pytest

from tawatur.model import Claim, InputError, json_schema, read_lines


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        ((), [37, 37, 12]),
        (("--measure", "detained"), [12]),
        (("--measure", "detained", "--measure", "killed"), [37, 37, 12]),
        (("--of", "daesh", "--measure", "killed"), [37, 37]),
        (("--of", "تنظيم الدولة الإسلامية", "--measure", "killed"), [37, 37]),
        (("--source", "centcom", "--doc", "n1"), [37]),
        (("--source", "usa", "--doc", "n1"), [37]),
        (("--where", "IQ", "--doc", "n1"), [37]),
        (("--where", "mosul", "--doc", "n1"), [37]),
        (("--where", "SY"), []),
        (("--value", "١٢"), [12]),
        (("--value", "سبعة وثلاثون"), [37, 37]),
        (("--publisher", "السدرة"), [37, 12]),
        (("--text", "مسلحا"), [37, 37]),
        (("--limit", "1"), [37]),
        (("--required", "--limit", "2"), [37, 37]),
        (("--from", "2030-01-01"), []),
    ],
)
def test_claims_that_meet_all_filters(tawatur, ledger, filters, values):
    outcome = tawatur("claims", "--ledger", ledger, "--format", "jsonl", *filters)
    assert outcome.status == 0
    assert [claim.low for claim in read_lines(Claim, outcome.out.splitlines(), "-")] == values


def test_claims_come_out_as_extract_prints_them(tawatur, ledger, reports):
    for form in ("table", "jsonl", "csv"):
        assert (
            tawatur("claims", "--ledger", ledger, "--format", form).out
            == tawatur("extract", "--format", form, reports).out
        )
    assert len(list(csv.reader(io.StringIO(tawatur("claims", "--ledger", ledger, "--format", "csv").out)))) == 4


def test_questions_that_cant_be_answered_are_one_line(tawatur, ledger):
    assert tawatur("claims", "--ledger", "none.db").err == (
        "tawatur: none.db: no such ledger (make one: tawatur read PATH...)\n"
    )
    assert "no such document" in tawatur("claims", "--ledger", ledger, "--doc", "zzz").err
    assert tawatur("claims", "--ledger", ledger, "--value", "plenty").status == 2
    assert tawatur("claims", "--ledger", ledger, "--measure", "plenty").status == 2
    assert tawatur("claims", "--ledger", ledger, "--from", "yesterday").status == 2


def plain(text):
    return "".join(letter for letter in text if letter not in "\u200e\u2067\u2068\u2069")


def test_trace_says_who_said_a_figure_and_where_it_was_printed(tawatur, ledger):
    outcome = tawatur("trace", "37", "--ledger", ledger)
    shown = plain(outcome.out)
    assert outcome.status == 0
    assert shown.startswith("37: 2 claims in 2 reports")
    assert "centcom → printed by وكالة النخلة, 2017-03-02, n1" in shown
    assert "centcom → printed by صحيفة السدرة, 2017-03-03, s1" in shown
    assert "⟦" in shown
    assert "في الموصل" in shown


def test_trace_takes_words_files_and_claims(tawatur, ledger, reports):
    first = json.loads(tawatur("claims", "--ledger", ledger, "--format", "jsonl").out.splitlines()[0])
    by_number = tawatur("trace", "37", "--ledger", ledger).out
    assert tawatur("trace", "سبعة وثلاثون", "--ledger", ledger).out == by_number
    assert tawatur("trace", "٣٧", reports).out == by_number
    by_claim = tawatur("trace", first["id"], "--ledger", ledger).out
    assert by_claim.replace("▸", " ") == by_number
    assert by_claim.count("▸") == 1
    assert tawatur("trace", first["id"], reports).out == by_claim


def test_trace_puts_claims_together_by_voice_and_marks_what_is_odd(tawatur, shared):
    folder = shared / "gold" / "collation" / "dev"
    tawatur("read", "--ledger", "dev.db", folder / "docs.jsonl")
    outcome = tawatur("trace", "153", "--ledger", "dev.db")
    assert outcome.out == tawatur("trace", "153", folder / "docs.jsonl").out
    shown = plain(outcome.out)
    assert "one statement of United States Central Command" in shown
    assert "odd what is counted: operations; most have attacks" in shown


def test_trace_of_nothing(tawatur, ledger):
    assert tawatur("trace", "99", "--ledger", ledger).out == "99: 0 claims in 0 reports, 0 voices\n"
    outcome = tawatur("trace", "n1-nothing", "--ledger", ledger)
    assert outcome.status == 1
    assert "no number, and no claim of that id" in outcome.err


CONFLICT = [
    ("أ", "قال المرصد السوري لحقوق الإنسان إن تنظيم داعش نفذ 491 هجوما في سوريا خلال عام 2024."),
    ("ب", "قال مركز صوفان إن تنظيم داعش نفذ 700 هجوم في سوريا خلال عام 2024."),
]


@pytest.fixture
def clashing(tmp_path):
    """Two reports of independent voices whose figures cannot both be right."""
    path = tmp_path / "clash.jsonl"
    rows = (
        {"doc": f"c{at}", "publisher": f"صحيفة {name}", "date": "2025-02-03", "text": text}
        for at, (name, text) in enumerate(CONFLICT)
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_collate_reports_a_conflict_with_both_outlets_and_their_words(tawatur, clashing):
    outcome = tawatur("collate", "--kind", "conflict", clashing)
    shown = plain(outcome.out)
    assert outcome.status == 0
    assert "conflict" in shown
    assert "صحيفة أ, 2025-02-03, c0" in shown
    assert "صحيفة ب, 2025-02-03, c1" in shown
    assert "491 هجوما" in shown
    assert "700 هجوم" in shown


def test_collate_explains_in_the_language_asked_for(tawatur, clashing):
    english = tawatur("collate", "--kind", "conflict", "--language", "en", clashing).out
    arabic = tawatur("collate", "--kind", "conflict", "--language", "ar", clashing).out
    both = tawatur("collate", "--kind", "conflict", clashing).out
    assert "Figures" in english
    assert "Figures" not in arabic
    assert len(both.splitlines()) > max(len(english.splitlines()), len(arabic.splitlines()))


def test_findings_are_the_same_from_files_and_from_the_ledger(tawatur, clashing):
    tawatur("read", "--ledger", "clash.db", clashing)
    from_files = tawatur("collate", "--format", "jsonl", clashing).out
    assert tawatur("collate", "--format", "jsonl", "--ledger", "clash.db").out == from_files
    rows = [json.loads(row) for row in from_files.splitlines()]
    assert rows
    assert [row["weight"] for row in rows] == sorted((row["weight"] for row in rows), reverse=True)
    for row in rows:
        jsonschema.validate(row, json_schema("finding"))


def test_claims_coded_elsewhere_are_collated_in_place_of_our_own(tawatur, clashing, tmp_path):
    rows = tawatur("extract", "--format", "jsonl", clashing).out.splitlines()
    coded = [{**json.loads(row), "low": 5, "high": 5} for row in rows]
    path = tmp_path / "coded.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in coded), encoding="utf-8")
    assert tawatur("collate", "--kind", "conflict", clashing).out != "No findings.\n"
    outcome = tawatur("collate", "--kind", "conflict", "--claims", path, clashing)
    assert (outcome.status, outcome.out) == (0, "No findings.\n")


def test_claims_of_documents_that_are_not_there_are_named(tawatur, clashing, reports, tmp_path):
    path = tmp_path / "coded.jsonl"
    path.write_text(tawatur("extract", "--format", "jsonl", reports).out, encoding="utf-8")
    outcome = tawatur("collate", "--claims", path, clashing)
    assert outcome.status == 1
    assert [row.split("document ")[1].split(",")[0] for row in outcome.err.splitlines()] == ["n1", "s1"]


def test_a_file_of_claims_that_is_none(tawatur, clashing, tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"doc": "c0"}\n', encoding="utf-8")
    outcome = tawatur("collate", "--claims", "bad.jsonl", clashing)
    assert outcome.status == 1
    assert "bad.jsonl: line 1: not a claim" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_claims_read_and_collate_leave_out_what_is_less_sure(tawatur, ledger, reports, clashing, tmp_path):
    def read(*arguments):
        rows = tawatur("claims", "--format", "jsonl", *arguments).out.splitlines()
        return [json.loads(row)["confidence"] for row in rows]

    sure = read("--ledger", ledger)
    least = max(sure)
    kept = [share for share in sure if share >= least]
    assert read("--ledger", ledger, "--min-confidence", least) == kept
    assert len(kept) < len(sure)

    tawatur("read", "--ledger", tmp_path / "sure.db", "--min-confidence", least, reports)
    assert read("--ledger", tmp_path / "sure.db") == kept

    assert tawatur("collate", "--format", "jsonl", clashing).out
    assert not tawatur("collate", "--format", "jsonl", "--min-confidence", 1, clashing).out


def test_findings_of_a_ledger_that_cant_be_written_are_made_in_memory(tawatur, clashing, monkeypatch):
    tawatur("read", "--ledger", "clash.db", clashing)
    with monkeypatch.context() as full:

        def refuse(*_, **__):
            raise InputError("can't be written to", source="clash.db")

        full.setattr("tawatur.standing.Standing.bring_up_to_date", refuse)
        outcome = tawatur("collate", "--format", "jsonl", "--ledger", "clash.db")
    assert len(outcome.err.splitlines()) == 1
    assert "made afresh" in outcome.err
    assert outcome.out == tawatur("collate", "--format", "jsonl", "--ledger", "clash.db").out
    assert outcome.out == tawatur("collate", "--anew", "--format", "jsonl", "--ledger", "clash.db").out


def test_coded_claims_outside_their_text_are_one_line_and_the_rest_goes_on(tawatur, clashing, tmp_path):
    rows = [json.loads(row) for row in tawatur("extract", "--format", "jsonl", clashing).out.splitlines()]
    (tmp_path / "whole.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    whole = tawatur("collate", "--claims", "whole.jsonl", "--format", "jsonl", clashing)
    stray = [{**rows[0], "id": "stray", "start": 10**6, "end": 10**6 + 3}, {**rows[0], "id": "early", "start": -4}]
    (tmp_path / "coded.jsonl").write_text("\n".join(map(json.dumps, rows + stray)), encoding="utf-8")
    outcome = tawatur("collate", "--claims", "coded.jsonl", "--format", "jsonl", clashing)
    assert whole.status == 0
    assert outcome.status == 1
    assert outcome.out == whole.out
    assert len(outcome.err.splitlines()) == 1
    assert "2 claims" in outcome.err
    assert rows[0]["doc"] in outcome.err


def read_rows(path):
    return [json.loads(row) for row in path.read_text(encoding="utf-8").split("\n") if row]


def test_every_claim_of_a_finding_reads_by_itself_in_whichever_field(tawatur, shared):
    folder = shared / "gold" / "collation" / "dev"
    found = tawatur("collate", "--claims", folder / "claims.jsonl", "--format", "jsonl", folder / "docs.jsonl").out
    texts = {row["doc"]: row["text"] for row in read_rows(folder / "docs.jsonl")}
    fields = set()

    def walk(value, field):
        if isinstance(value, dict) and "quote" in value:
            assert value.keys() == {"id", "doc", "section", "start", "end", "quote", "measure", "low", "high"}
            assert value["quote"] in texts[value["doc"]]
            fields.add(field)
        elif isinstance(value, dict):
            for name, inside in value.items():
                walk(inside, name if field != "voices" else "voices")
        elif isinstance(value, list):
            for inside in value:
                walk(inside, field)

    for line in found.splitlines():
        walk(json.loads(line), "")
    assert fields >= {
        "claims",
        "odd",
        "norm",
        "shared",
        "voices",
        "total",
        "parts",
        "part",
        "whole",
        "earlier",
        "later",
    }
    assert fields >= {"pct", "levels"}


def test_a_formula_in_the_csv_of_claims_is_disarmed(tawatur, tmp_path):
    docs = tmp_path / "docs.jsonl"
    docs.write_text(
        json.dumps({"doc": "=1+1", "text": "أعلن الجيش مقتل 12 مسلحا من تنظيم داعش في الموصل."}) + "\n",
        encoding="utf-8",
    )
    (row,) = csv.DictReader(io.StringIO(tawatur("extract", docs, "--format", "csv").out))
    assert row["doc"] == "'=1+1"
    assert row["low"] == "12"
