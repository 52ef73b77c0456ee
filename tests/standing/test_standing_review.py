"""Findings after a review: the same as those of the claims that hold, made all at once."""

from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import packs
from tawatur.collate import collate
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.ledger import Entry, Ledger
from tawatur.model import Document, Judgement, Part, Section, reports
from tawatur.standing import Standing


@pytest.fixture(scope="module")
def knowledge():
    return packs.load()


@pytest.fixture(scope="module")
def entries(knowledge):
    path = resources.files("tawatur.demo").joinpath("reports.jsonl")
    return [Entry(document, extract(document, knowledge)) for document in read([str(path)], knowledge=knowledge)]


CHANGES = ({"low": 4021, "high": 4021}, {"measure": "wounded"}, {"of": "houthis"}, {"where": ["YE"]}, {"when": None})


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(todo=st.lists(st.tuples(st.integers(0, 400), st.sampled_from((None, *CHANGES))), min_size=1, max_size=4))
def test_what_reviewers_change_is_collated_anew_with_what_it_touches(tmp_path_factory, entries, knowledge, todo):
    with Ledger.open(str(tmp_path_factory.mktemp("review") / "ledger.db")) as ledger:
        ledger.add_many(entries)
        standing = Standing(ledger, knowledge)
        standing.bring_up_to_date()
        found = list(ledger.claims())
        for at, changes in todo:
            kind = "reject" if changes is None else "correct"
            target = found[at % len(found)].id
            ledger.reviews.decide(Judgement(kind=kind, target=target, reviewer="هند", changes=changes or {}))
        standing.bring_up_to_date()
        given_reports = [report for document in ledger.documents() for report in reports(document)]
        assert standing.findings() == collate(list(ledger.claims()), given_reports, knowledge)
        for decision in ledger.reviews.decisions():
            ledger.reviews.undo(decision.id, reviewer="هند")
        standing.bring_up_to_date()
        assert standing.findings() == collate(found, given_reports, knowledge)


def _ruled(ledger):
    with ledger.collating(writing=False) as store:
        return store.rulings


def _at_once(ledger, knowledge):
    given_reports = [report for document in ledger.documents() for report in reports(document)]
    return collate(list(ledger.claims()), given_reports, knowledge, _ruled(ledger))


@pytest.fixture
def standing(tmp_path, entries, knowledge):
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger:
        ledger.add_many(entries)
        found = Standing(ledger, knowledge)
        found.bring_up_to_date()
        yield ledger, found


def _carriers(standing):
    """The reports of the statement that most reports carry."""
    widest = max(standing.findings(["statement"]), key=lambda finding: len(set(finding.docs)))
    return sorted({f"{claim.doc}#{claim.section}" for claim in widest.claims})


def _statements_of(standing, report):
    found = standing.findings(["statement"])
    return [
        {f"{claim.doc}#{claim.section}" for claim in finding.claims}
        for finding in found
        if report in {f"{claim.doc}#{claim.section}" for claim in finding.claims}
    ]


def test_a_report_split_from_a_statement_carries_it_no_more_until_that_is_undone(standing, knowledge):
    ledger, found = standing
    first, *others = _carriers(found)
    before = found.findings()
    made = ledger.reviews.decide(
        Judgement(
            kind="split", subject="statement", target=first, reviewer="هند", members=tuple(others), apart=(first,)
        )
    )
    found.bring_up_to_date()
    assert not any(carriers & set(others) for carriers in _statements_of(found, first))
    assert found.findings() == _at_once(ledger, knowledge)
    ledger.reviews.undo(made.id, reviewer="هند")
    found.bring_up_to_date()
    assert found.findings() == before


def test_reports_that_are_merged_carry_one_statement(standing, knowledge):
    ledger, found = standing
    inside = _carriers(found)
    claims = list(ledger.claims())
    alone = next(
        f"{claim.doc}#{claim.section}"
        for claim in claims
        if claim.source and not _statements_of(found, f"{claim.doc}#{claim.section}")
    )
    ledger.reviews.decide(
        Judgement(kind="merge", subject="statement", target=alone, reviewer="هند", members=(inside[0], alone))
    )
    found.bring_up_to_date()
    assert any(inside[0] in carriers for carriers in _statements_of(found, alone))
    assert found.findings() == _at_once(ledger, knowledge)


def _last_of_the_widest_statement(entries, knowledge):
    """The statement that most reports carry, without the last of them; and that report."""
    claims = [claim for entry in entries for claim in entry.claims]
    given_reports = [report for entry in entries for report in reports(entry.document)]
    found = [one for one in collate(claims, given_reports, knowledge) if one.kind == "statement"]
    return max(found, key=lambda one: len(one.docs)).docs[-1]


def test_a_finding_that_a_report_joins_keeps_its_marks_and_says_that_it_has_changed(ledger_path, entries, knowledge):
    late = _last_of_the_widest_statement(entries, knowledge)
    with Ledger.open(ledger_path) as ledger:
        ledger.add_many(entry for entry in entries if entry.document.id != late)
        standing = Standing(ledger, knowledge)
        standing.bring_up_to_date()
        before = {one.id: one for one in standing.findings()}
        widest = max(standing.findings(["statement"]), key=lambda one: len(one.docs))
        for target in before:
            kind = "dismiss" if target == widest.id else "seen"
            ledger.reviews.decide(
                Judgement(kind=kind, subject="finding", target=target, reviewer="هند", reason="لاختبار")
            )
        assert not any(one.changed for one in ledger.reviews.finding_states(before).values())
        ledger.add_many(entry for entry in entries if entry.document.id == late)
        standing.bring_up_to_date()
        after = {one.id: one for one in standing.findings()}
        (successor,) = (
            one for one in after.values() if one.kind == "statement" and {late, *widest.docs} <= {*one.docs}
        )
        assert successor.id not in before
        states = ledger.reviews.finding_states(after)
        assert (states[successor.id].status, states[successor.id].changed) == ("dismissed", True)
        assert [one.target for one in ledger.reviews.history(successor.id, "finding")] == [widest.id]
        assert ledger.reviews.history(widest.id, "finding") == ledger.reviews.history(successor.id, "finding")
        for name, state in states.items():
            if name in before:
                assert (state.status, state.changed) == ("seen", False)
            elif state.status != "open":
                assert state.changed
                assert after[name].kind == before[state.marks[-1].target].kind
        (made,) = ledger.reviews.history(successor.id, "finding")
        ledger.reviews.undo(made.id, reviewer="هند")
        assert ledger.reviews.finding_states([successor.id])[successor.id].status == "open"
        ledger.reviews.decide(Judgement(kind="seen", subject="finding", target=successor.id, reviewer="هند"))
        state = ledger.reviews.finding_states([successor.id])[successor.id]
        assert (state.status, state.changed) == ("seen", False)


def _report(text, doc, publisher):
    return Document(
        id=doc,
        text=text,
        date="2024-07-16",
        publisher=publisher,
        sections=(Section(date="2024-07-16", publisher=publisher, parts=(Part(0, len(text), "body"),)),),
    )


@pytest.fixture
def two(tmp_path, knowledge):
    """Two reports of one day's dead in two places, by two outlets."""
    texts = {
        "north": ("قالت جماعة الحوثي إن 31 مدنيا قتلوا في غارة على صنعاء في 15 يوليو 2024.", "الأولى"),
        "south": ("قالت الأمم المتحدة إن 47 مدنيا قتلوا في غارة على تعز في 15 يوليو 2024.", "الثانية"),
    }
    with Ledger.open(str(tmp_path / "two.db")) as ledger:
        for doc, (text, publisher) in texts.items():
            document = _report(text, doc, publisher)
            ledger.add(document, extract(document, knowledge))
        found = Standing(ledger, knowledge)
        found.bring_up_to_date()
        killed = {claim.doc: claim.id for claim in ledger.claims() if claim.measure == "killed"}
        yield ledger, found, killed


def _conflicts(standing, killed):
    return [
        finding
        for finding in standing.findings(["conflict"])
        if {one.id for one in finding.claims} >= set(killed.values())
    ]


def test_claims_that_are_merged_into_one_quantity_conflict_and_no_more_once_split(two, knowledge):
    ledger, found, killed = two
    assert not _conflicts(found, killed)
    members = (killed["north"], killed["south"])
    ledger.reviews.decide(
        Judgement(kind="merge", subject="quantity", target=members[0], reviewer="هند", members=members)
    )
    found.bring_up_to_date()
    assert _conflicts(found, killed)
    assert found.findings() == _at_once(ledger, knowledge)
    ledger.reviews.decide(
        Judgement(
            kind="split", subject="quantity", target=members[0], reviewer="هند", members=members[:1], apart=members[1:]
        )
    )
    found.bring_up_to_date()
    assert not _conflicts(found, killed)
    assert found.findings() == _at_once(ledger, knowledge)


def test_a_correction_of_the_claim_that_leads_a_quantity_reaches_those_merged_with_it(two, knowledge):
    ledger, found, killed = two
    members = (killed["north"], killed["south"])
    ledger.reviews.decide(
        Judgement(kind="merge", subject="quantity", target=members[0], reviewer="هند", members=members)
    )
    found.bring_up_to_date()
    ledger.reviews.decide(Judgement(kind="correct", target=members[0], reviewer="هند", changes={"measure": "wounded"}))
    found.bring_up_to_date()
    assert found.findings() == _at_once(ledger, knowledge)
    assert any(len(set(finding.docs)) == 2 for finding in found.findings(["conflict"]))
