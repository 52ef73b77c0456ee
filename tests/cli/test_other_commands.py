"""`tawatur score`, `pack` and `demo`."""

import json

import pytest

from tawatur.packs import names


@pytest.fixture
def gold(tawatur, reports, tmp_path):
    """Hand-coded claims that happen to be what the program reads, beside their documents."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "docs.jsonl").write_bytes(reports.read_bytes())
    coded = tawatur("extract", "--format", "jsonl", reports).out
    (folder / "claims.jsonl").write_text(coded, encoding="utf-8")
    return folder


def test_score_extracts_from_the_documents_beside_the_gold(tawatur, gold):
    outcome = tawatur("score", gold / "claims.jsonl")
    assert outcome.status == 0
    assert "gold 3  predicted 3  hits 3" in outcome.out
    assert "F1 1.000  full 1.000" in outcome.out


def test_score_of_given_claims_as_json_and_with_misses(tawatur, gold, tmp_path):
    rows = [json.loads(row) for row in (gold / "claims.jsonl").read_text("utf-8").splitlines()]
    rows[0]["low"] = 99
    rows[1]["of"] = "civilians"
    (tmp_path / "mine.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    score = json.loads(tawatur("score", gold / "claims.jsonl", "mine.jsonl", "--format", "json").out)
    assert (score["gold"], score["predicted"], score["hits"]) == (3, 3, 2)
    assert score["slots"]["of"] == 0.5
    misses = tawatur("score", gold / "claims.jsonl", "mine.jsonl", "--misses").out
    assert "missed  n1 killed 37..37" in misses
    assert "extra   n1 killed 99..37" in misses
    assert "slot    s1 of: daesh was read as civilians" in misses


def test_score_of_findings(tawatur, shared, tmp_path):
    folder = shared / "gold" / "collation" / "dev"
    found = tawatur("collate", "--claims", folder / "claims.jsonl", "--format", "jsonl", folder / "docs.jsonl")
    rows = found.out.splitlines()[1:]
    (tmp_path / "found.jsonl").write_text("\n".join(rows), encoding="utf-8")
    arguments = ("score", folder / "findings.jsonl", "found.jsonl", "--traps", folder / "traps.jsonl")
    shown = tawatur(*arguments)
    assert shown.status == 0
    assert "traps sprung" in shown.out
    score = json.loads(tawatur(*arguments, "--format", "json").out)
    assert score["predicted"] == len(rows)
    assert len(tawatur(*arguments, "--misses").out.splitlines()) > len(shown.out.splitlines())


def test_scores_that_cant_be_had_are_one_line(tawatur, gold, tmp_path):
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "finding.jsonl").write_text('{"kind": "copy"}\n', encoding="utf-8")
    (gold / "docs.jsonl").unlink()
    for arguments, problem in (
        (("nowhere.jsonl",), "nowhere.jsonl: No such file"),
        (("empty.jsonl",), "empty.jsonl: no claim and no finding in it"),
        (("finding.jsonl",), "finding.jsonl: findings need the PREDICTED ones"),
        ((gold / "claims.jsonl",), "docs.jsonl: not there"),
    ):
        outcome = tawatur("score", *arguments)
        assert (outcome.status, outcome.out) == (1, "")
        assert problem in outcome.err
        assert len(outcome.err.splitlines()) == 1


def test_pack_list_names_the_bundled_packs(tawatur):
    assert [row.split()[0] for row in tawatur("pack", "list").out.splitlines()] == list(names())


def test_pack_check_passes_the_bundled_packs(tawatur):
    outcome = tawatur("pack", "check")
    assert (outcome.status, outcome.err) == (0, "")
    assert [row.split(":")[0] for row in outcome.out.splitlines()] == list(names())


def test_pack_check_names_the_file_that_is_wrong(tawatur, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.toml").write_text('title = "M"\ndescription = "D"\nlicence = "CC0"\n', encoding="utf-8")
    (folder / "actors.toml").write_text("[[broken", encoding="utf-8")
    outcome = tawatur("pack", "check", folder)
    assert outcome.status == 1
    assert "actors.toml" in outcome.err


def test_pack_show(tawatur):
    assert "licence" in tawatur("pack", "show", "core").out
    assert (
        "centcom"
        in tawatur("pack", "show", "core", "centcom").out + tawatur("pack", "show", "daesh-coalition", "centcom").out
    )
    unknown = tawatur("pack", "show", "core", "لا أحد")
    assert unknown.status == 1
    assert "knows no لا أحد" in unknown.err


def test_demo_reads_and_collates_the_specimen_reports_and_leaves_nothing(tawatur, tmp_path):
    outcome = tawatur("demo")
    assert (outcome.status, outcome.err) == (0, "")
    assert "specimen reports" in outcome.out.splitlines()[0]
    assert "Look at these first" in outcome.out
    assert list(tmp_path.iterdir()) == []
    assert len(tawatur("demo", "--all").out.splitlines()) > len(outcome.out.splitlines())


def test_pack_check_names_the_line_that_is_wrong(tawatur, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.toml").write_text('title = "M"\ndescription = "D"\nlicence = "CC0"\n', encoding="utf-8")
    assert tawatur("pack", "check", folder).status == 0
    actor = '[guard]\nkind = "actor"\nen = "Guard"\nar = ["الحرس"]\nsource = "by hand"\nparent = "nobody_at_all"\n'
    (folder / "actors.toml").write_text(actor, encoding="utf-8")
    outcome = tawatur("pack", "check", folder)
    assert outcome.status == 1
    assert f"{folder}/actors.toml: line" in outcome.err
    assert "nobody_at_all" in outcome.err
