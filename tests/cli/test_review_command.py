"""`tawatur review` and `reread`: decisions on the command line, in the words of the reports."""

import json

import pytest

from tawatur.client.corrections import changes_of, spans_of
from tawatur.model import Claim, Decision, InputError, read_lines


def claims(tawatur, ledger, *filters):
    out = tawatur("claims", "--ledger", ledger, "--format", "jsonl", *filters).out
    return list(read_lines(Claim, out.splitlines(), "-"))


@pytest.fixture
def review(tawatur, ledger, monkeypatch, tmp_path):
    """Return what runs `tawatur review` on the ledger, in the name of ليلى."""
    monkeypatch.setenv("TAWATUR_REVIEWER", "ليلى")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def call(command, *arguments):
        return tawatur("review", command, "--ledger", ledger, *arguments)

    return call


def decisions(review):
    return list(read_lines(Decision, review("list", "--format", "jsonl").out.splitlines(), "-"))


def test_claims_are_accepted_rejected_and_corrected(tawatur, ledger, review):
    first, second, third = claims(tawatur, ledger)
    assert review("accept", first.id, "--reason", "so it says").status == 0
    assert review("reject", second.id, "--reviewer", "سامي").status == 0
    done = review("correct", third.id, "value=١٣", "of=houthis", "where=Mosul, IQ; SY", "--words", "of=آخرون")
    assert done.status == 0, done.err
    assert "of: daesh → " in done.out or "of: – → " in done.out
    held = claims(tawatur, ledger)
    assert held[0] == first
    assert (held[1].low, held[1].high, held[1].of, held[1].where) == (13, 13, "houthis", ("Mosul, IQ", "SY"))
    assert [(one.kind, one.reviewer) for one in decisions(review)] == [
        ("accept", "ليلى"), ("reject", "سامي"), ("correct", "ليلى"),
    ]  # fmt: skip
    shown = review("show", held[1].id).out
    assert "corrected" in shown
    assert "houthis" in shown


def test_a_decision_is_taken_back_and_the_claim_is_as_before(tawatur, ledger, review):
    before = claims(tawatur, ledger)
    review("reject", before[0].id)
    [decision] = decisions(review)
    assert review("undo", decision.id, "--reason", "a slip").status == 0
    assert claims(tawatur, ledger) == before
    assert "(undone)" in review("show", before[0].id).out
    again = review("undo", decision.id)
    assert (again.status, again.out) == (1, "")
    assert "undone already" in again.err


def test_a_claim_that_was_missed_is_added(tawatur, ledger, review):
    added = review(
        "add", "x1", "measure=other", "value=3", "note=goals", "--words", "number=بثلاثة", "--words", "quote=بثلاثة أهداف"
    )  # fmt: skip
    assert added.status == 0, added.err
    [claim] = claims(tawatur, ledger, "--doc", "x1")
    assert (claim.number, claim.quote, claim.low, claim.measure) == ("بثلاثة", "بثلاثة أهداف", 3, "other")


def test_findings_are_seen_and_dismissed(tawatur, ledger, review):
    found = tawatur("collate", "--ledger", ledger, "--format", "jsonl").out.splitlines()
    finding = json.loads(found[0])["id"]
    assert review("show", finding).out.strip() == "open"
    assert review("seen", finding).status == 0
    assert review("dismiss", finding, "--reason", "one press release").status == 0
    assert review("note", finding, "ask them").status == 0
    shown = review("show", finding).out
    assert shown.startswith("dismissed")
    assert "one press release" in shown


def test_reports_are_merged_into_a_statement_and_split_off(review):
    assert review("merge", "statement", "n1#0", "s1#0").status == 0
    assert review("split", "statement", "n1#0", "--from", "s1#0", "--reason", "two tallies").status == 0
    assert [(one.kind, one.members, one.apart) for one in decisions(review)] == [
        ("merge", ("n1#0", "s1#0"), ()), ("split", ("n1#0",), ("s1#0",)),
    ]  # fmt: skip


def test_the_program_is_run_again_and_knows_what_reviewers_added(tawatur, ledger, review, tmp_path):
    text = {"doc": "c1", "publisher": "وكالة النخلة", "date": "2017-03-02",
            "text": "أعلن الجيش السوري أن 7 من عناصر لواء السنديان قتلوا في قرية تل الزنبق في سوريا."}  # fmt: skip
    path = tmp_path / "more.jsonl"
    path.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    tawatur("read", "--ledger", ledger, path)
    [before] = claims(tawatur, ledger, "--doc", "c1")
    assert before.where != ("Tell Zanbaq, SY",)
    review("accept", before.id)
    assert review("actor", "oak_brigade", "en=Oak Brigade", "ar=لواء السنديان").status == 0
    assert review("place", "Tell Zanbaq, SY", "ar=تل الزنبق", "kind=village", "parent=none").status == 0
    done = tawatur("reread", "--ledger", ledger)
    assert "4 documents read again, 1 with other claims" in done.out, done.err
    [held] = claims(tawatur, ledger, "--doc", "c1")
    assert held == before
    told = review("differences")
    assert "changed in of, where (accepted)" in told.out
    assert "oak_brigade" in told.out
    assert "Tell Zanbaq, SY" in told.out
    [row] = review("differences", "--format", "jsonl").out.splitlines()
    assert json.loads(row)["extracted"]["of"] == "oak_brigade"
    [decision] = [one for one in decisions(review) if one.kind == "accept"]
    review("undo", decision.id)
    assert [claim.of for claim in claims(tawatur, ledger, "--of", "Oak Brigade")] == ["oak_brigade"]


def test_reviewed_claims_are_gold_that_scores_the_program(tawatur, ledger, review, tmp_path):
    first, second, third = claims(tawatur, ledger)
    review("accept", first.id)
    review("reject", second.id)
    review("correct", third.id, "of=houthis")
    done = review("export", tmp_path / "gold")
    assert done.out.endswith("2 documents, 2 claims\n")
    read = tawatur("extract", tmp_path / "gold" / "docs.jsonl", "--format", "jsonl").out
    (tmp_path / "read.jsonl").write_text(read, encoding="utf-8")
    score = tawatur("score", tmp_path / "gold" / "claims.jsonl", tmp_path / "read.jsonl")
    assert score.status == 0, score.err
    assert "66.7" in score.out or "0.667" in score.out  # two of three that it reads are right


def test_the_queue_page_by_page(tawatur, ledger, review):
    known = {claim.id for claim in claims(tawatur, ledger)}
    first = review("queue", "--limit", "2")
    assert "3 claims waiting; go on with --after " in first.out
    place = first.out.split()[-1]
    second = review("queue", "--limit", "2", "--after", place, "--format", "jsonl")
    [last] = read_lines(Claim, second.out.splitlines(), "-")
    assert last.id in known
    assert last.id not in first.out
    review("accept", *known)
    assert review("queue").out == "0 claims waiting\n"


def test_agreement_of_reviewers(tawatur, ledger, review):
    assert "no claim was judged by two" in review("agreement").out
    for claim in claims(tawatur, ledger):
        review("accept", claim.id)
        review("accept", claim.id, "--reviewer", "سامي")
    told = review("agreement", "--format", "json")
    slots = {row["slot"]: row for row in json.loads(told.out)["slots"]}
    assert slots["measure"]["agreeing"] == 3
    assert slots["measure"]["alpha"] == 1.0
    assert "measure" in review("agreement").out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("accept", "none"), "no such claim"),
        (("show", "none"), "no such claim or finding"),
        (("note", "none", "x"), "no such finding"),
        (("correct", "CLAIM", "of"), "no correction"),
        (("correct", "CLAIM", "rank=3"), "no slot"),
        (("correct", "CLAIM", "when=yesterday"), "no date"),
        (("correct", "CLAIM", "of=daesh", "--words", "of=فيل"), "no such words"),
        (("correct", "CLAIM", "of=daesh", "--words", "of"), "no words"),
        (("add", "none", "measure=killed"), "no such document"),
        (("undo", "none"), "no such decision"),
        (("dismiss", "none", "--reason", "x"), "no such finding"),
        (("actor", "Oak", "en=x"), "no key of an actor"),
    ],
)
def test_what_can_not_be_is_told_in_one_line(tawatur, ledger, review, arguments, problem):
    claim = claims(tawatur, ledger)[0].id
    done = review(*(claim if one == "CLAIM" else one for one in arguments))
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert problem in done.err


def test_no_ledger_is_made_by_judging(tawatur, tmp_path):
    for command in (("review", "accept", "x"), ("reread",), ("review", "list")):
        done = tawatur(*command, "--ledger", tmp_path / "none.db")
        assert (done.status, done.err.count("\n")) == (1, 1)
        assert not (tmp_path / "none.db").exists()


def test_corrections_as_they_are_typed():
    assert changes_of(["of=", "low=ألف ومئتان", "high=2014-09", "change=yes", "when=2020-01-01..", "section=2"]) == {
        "of": None, "low": 1200, "high": "2014-09", "change": True,
        "when": {"start": "2020-01-01", "end": None}, "section": 2,
    }  # fmt: skip
    assert changes_of(["source=centcom > العربية", "when=2020-01-01"]) == {
        "source": ["centcom", "العربية"], "when": {"start": "2020-01-01", "end": "2020-01-01"},
    }  # fmt: skip


def test_of_words_that_stand_twice_the_nearest_are_meant():
    text = "12 قتيلا ثم 12 قتيلا"
    assert spans_of(["number=12"], text, near=9) == {"number": ((12, 14),)}
    assert spans_of(["number=12", "of=3:8"], text) == {"number": ((0, 2),), "of": ((3, 8),)}
    with pytest.raises(InputError, match="no words"):
        spans_of(["of="], text)
