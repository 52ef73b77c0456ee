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
from tawatur.model import Judgement, reports
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
