"""`tawatur export`."""

import csv
import io
import json
import stat

import pytest

from tawatur.export import FORMATS, LOST_EVERYWHERE


def test_the_ledger_is_exported_to_standard_output(tawatur, ledger):
    done = tawatur("export", "jsonl", "--ledger", ledger)
    assert done.status == 0
    assert [json.loads(line)["doc"] for line in done.out.splitlines()] == ["n1", "s1", "s1"]


def test_filters_hold_together(tawatur, ledger):
    done = tawatur("export", "csv", "--ledger", ledger, "--measure", "killed", "--publisher", "النخلة")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["doc"], row["low"], row["report_publisher"]) for row in rows] == [("n1", "37", "وكالة النخلة")]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_into_a_file_of_its_own(tawatur, ledger, tmp_path, form):
    path = tmp_path / f"out{FORMATS[form].extension}"
    assert tawatur("export", form, "--ledger", ledger, "-o", path).status == 0
    assert path.stat().st_size > 0
    assert not [other for other in tmp_path.iterdir() if other.name.startswith(".out")]


def test_files_are_exported_without_a_ledger(tawatur, reports, ledger):
    assert (
        tawatur("export", "geojson", reports, "--jobs", 1).out == tawatur("export", "geojson", "--ledger", ledger).out
    )


def test_an_account_says_what_was_lost_and_counts_what_had_no_place(tawatur, ledger, tmp_path):
    done = tawatur("export", "ucdp", "--ledger", ledger, "--account", "-o", tmp_path / "deaths.csv")
    account = json.loads((tmp_path / "deaths.csv.account.json").read_text(encoding="utf-8"))
    assert (account["claims"], account["written"], account["left_out"]) == (3, 2, {"no count of deaths": 1})
    assert account["lost"] == [LOST_EVERYWHERE, FORMATS["ucdp"].lost]
    assert "1 of 3 claims have no place in ucdp" in done.err


def test_the_help_says_what_each_format_loses(tawatur):
    told = " ".join(tawatur("export", "--help").out.split())
    for one in FORMATS.values():
        assert one.name in told
        assert one.lost.split(";")[0] in told


@pytest.mark.parametrize(
    ("arguments", "status", "problem"),
    [
        (("../../x",), 2, "is not one of"),
        (("csv", "-o", "no/such/folder/x.csv"), 1, "check the folder"),
        (("csv", "--account"), 2, "needs -o"),
        (("csv", "-o", "."), 2, "directory"),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_line(tawatur, ledger, arguments, status, problem):
    done = tawatur("export", *arguments, "--ledger", ledger)
    assert (done.status, len(done.err.splitlines())) == (status, 1)
    assert problem in done.err


def test_a_broken_export_leaves_what_was_there(tawatur, ledger, tmp_path, monkeypatch):
    path = tmp_path / "claims.csv"
    path.write_text("before", encoding="utf-8")

    def break_off(*_arguments):
        yield b"half"
        raise KeyboardInterrupt

    monkeypatch.setattr("tawatur.export.flat_csv.write", break_off)
    assert tawatur("export", "csv", "--ledger", ledger, "-o", path).status == 130
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".claims")] == []


def test_a_new_file_is_as_open_as_others(tawatur, ledger, tmp_path):
    tawatur("export", "csv", "--ledger", ledger, "-o", tmp_path / "claims.csv")
    other = tmp_path / "other"
    other.touch()
    assert stat.S_IMODE((tmp_path / "claims.csv").stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
