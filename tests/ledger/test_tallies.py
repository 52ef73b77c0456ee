"""Counts of all claims, and of those of a measure: kept with every change, they are those that counting gives."""

import msgspec
import pytest

from tawatur.ledger import FACETS, ClaimQuery, Entry, Facet, Ledger
from tawatur.model import Judgement, identify

EVERY_FACET: tuple[Facet, ...] = (*FACETS, "place")


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path) as opened:
        yield opened


def kept_and_counted(ledger, measures=()):
    """Both ways to the same counts; whoever names the sections, all of them, has the claims counted one by one."""
    counted = ledger.facets(ClaimQuery(measures=measures, sections=(0, 1)), wanted=EVERY_FACET)
    return ledger.facets(ClaimQuery(measures=measures), wanted=EVERY_FACET), counted


def assert_right(ledger):
    for measures in ((), ("killed",), ("began", "detained")):
        kept, counted = kept_and_counted(ledger, measures)
        assert kept == counted


def test_what_is_added_is_counted_once(ledger, make):
    ledger.add(*make("a"))
    ledger.add_many([Entry(*make("a")), Entry(*make("b")), Entry(*make("c"))])
    assert_right(ledger)
    facets = ledger.facets(wanted=("place", "by"))
    assert facets.total == 9
    assert facets.counts == {"place": {"IQ": 3, "western Aleppo, SY": 3}, "by": {"operations_command": 3}}


def test_a_place_that_is_named_twice_counts_once(ledger, make):
    document, claims = make("a")
    both = identify(msgspec.structs.replace(claims[0], id="", where=("western Aleppo, SY", "Idlib, SY")))
    ledger.add(document, [both])
    assert_right(ledger)
    assert ledger.facets(wanted=("country",)).counts["country"] == {"SY": 1}


def test_what_review_and_another_reading_change_is_counted_anew(ledger, make):
    document, claims = make("a")
    ledger.add(document, claims)
    ledger.add(*make("b"))
    corrected = Judgement(
        kind="correct", target=claims[0].id, reviewer="ليلى", changes={"measure": "wounded", "where": ["Mosul, IQ"]}
    )
    decision = ledger.reviews.decide(corrected)
    assert_right(ledger)
    assert ledger.counts().measures == {"began": 2, "detained": 2, "killed": 1, "wounded": 1}
    ledger.reviews.decide(Judgement(kind="reject", target=claims[1].id, reviewer="ليلى", reason="of other men"))
    assert_right(ledger)
    ledger.reviews.undo(decision.id, reviewer="ليلى")
    assert_right(ledger)
    ledger.read_again([("a", claims[2:]), ("b", [])])
    assert_right(ledger)
    assert "wounded" not in ledger.counts().measures


def test_no_more_values_than_are_asked_for(ledger, make):
    ledger.add(*make("a"))
    assert ledger.facets(wanted=("place",), most=1).counts["place"] == {"IQ": 1}
