"""What matters first is reviewed first, and the queue is what the decisions and findings make of it."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tawatur.ledger import ClaimQuery, Ledger, paging
from tawatur.ledger import waiting as waiting_claims
from tawatur.model import Explanation, Finding, InputError, Judgement, identify, identify_finding, refer


def read(claims, *confidences):
    return [
        identify(msgspec.structs.replace(claim, confidence=sure))
        for claim, sure in zip(claims, confidences, strict=True)
    ]


@pytest.fixture
def found(make):
    return {name: read(make(name)[1], *sure) for name, sure in (("a", (0.9, 0.5, 0.7)), ("b", (0.95, None, 0.6)))}


@pytest.fixture
def ledger(ledger_path, make, found):
    with Ledger.open(ledger_path) as opened:
        for name, claims in found.items():
            opened.add(make(name)[0], claims)
        yield opened


def judge(ledger, kind, claim, reviewer="ليلى", **fields):
    return ledger.reviews.decide(Judgement(kind=kind, target=claim.id, reviewer=reviewer, **fields))


def finding(kind, weight, *claims):
    docs = tuple(sorted({claim.doc for claim in claims}))
    told = Explanation("one", "واحد")
    return identify_finding(
        Finding(id="", kind=kind, claims=tuple(map(refer, claims)), docs=docs, weight=weight, explanation=told)
    )


def publish(ledger, *findings, bucket=None):
    with ledger.collating() as store:
        store.publish([(one, bucket) for one in findings], {"a": 1, "b": 2})


def standing_in(ledger, doc):
    return list(ledger.claims(ClaimQuery(docs=(doc,))))


def waiting(ledger):
    return [(claim.doc, claim.measure) for claim in ledger.reviews.queue().items]


LEAST_SURE_FIRST = [
    ("a", "detained"),
    ("b", "began"),
    ("a", "began"),
    ("a", "killed"),
    ("b", "killed"),
    ("b", "detained"),
]


def test_the_least_sure_comes_first_and_a_hand_coded_one_last(ledger):
    assert waiting(ledger) == LEAST_SURE_FIRST
    assert ledger.reviews.waiting() == 6


def test_what_weighty_findings_tell_of_comes_before(ledger, found):
    publish(ledger, finding("conflict", 0.8, found["a"][0], found["b"][0]), finding("agreement", 1.0, found["b"][1]))
    assert waiting(ledger)[:2] == [("a", "killed"), ("b", "killed")]
    assert waiting(ledger)[-1] == ("b", "detained")
    with ledger.collating() as store:
        store.begin_anew("x")
    assert waiting(ledger) == LEAST_SURE_FIRST


def test_a_finding_that_is_withdrawn_counts_no_more(ledger, found):
    publish(ledger, finding("conflict", 0.8, found["a"][0], found["b"][0]), bucket=7)
    with ledger.collating() as store:
        store.withdraw((), (7,))
    assert waiting(ledger) == LEAST_SURE_FIRST


def test_what_is_judged_waits_no_more_and_comes_back_when_that_is_undone(ledger, found):
    decisions = [judge(ledger, "accept", found["a"][1]), judge(ledger, "reject", found["b"][2])]
    decisions.append(judge(ledger, "correct", found["a"][2], changes={"of": "houthis"}))
    judge(ledger, "note", found["a"][0], reason="ask")
    assert waiting(ledger) == LEAST_SURE_FIRST[3:]
    assert ledger.reviews.waiting() == 3
    for decision in decisions:
        ledger.reviews.undo(decision.id, reviewer="ليلى")
    assert waiting(ledger) == LEAST_SURE_FIRST


def test_what_reviewers_part_on_comes_first(ledger, found):
    judge(ledger, "accept", found["b"][0])
    corrected = judge(ledger, "correct", found["b"][0], "سامي", changes={"low": 13, "high": 13}).outcome
    assert ledger.reviews.queue(limit=1).items == (corrected,)
    judge(ledger, "accept", found["a"][0])
    judge(ledger, "reject", found["a"][0], "سامي")
    assert waiting(ledger)[:2] == [("a", "killed"), ("b", "killed")]
    judge(ledger, "reject", found["a"][0])
    judge(ledger, "accept", corrected)
    assert waiting(ledger) == [*LEAST_SURE_FIRST[:3], LEAST_SURE_FIRST[5]]


def test_pages_go_on_where_the_last_ended_whatever_is_judged_meanwhile(ledger, found):
    first = ledger.reviews.queue(limit=2)
    judge(ledger, "accept", first.items[1])
    second = ledger.reviews.queue(after=first.next, limit=2)
    third = ledger.reviews.queue(after=second.next, limit=2)
    assert [(claim.doc, claim.measure) for page in (first, second, third) for claim in page.items] == LEAST_SURE_FIRST
    assert third.next is None
    place = ledger.reviews.place(found["a"][2].id)
    assert ledger.reviews.queue(after=place, limit=1).items == (found["a"][0],)
    assert ledger.reviews.place(first.items[1].id) is None
    assert ledger.reviews.place("none") is None
    with pytest.raises(InputError, match="no place in this list"):
        ledger.reviews.queue(after="nowhere")


def test_what_is_read_again_waits_as_it_is_read_now(ledger, found):
    surer = [msgspec.structs.replace(found["a"][1], confidence=0.99), *found["a"][2:]]
    ledger.read_again([("a", surer)])
    assert waiting(ledger) == [("b", "began"), ("a", "began"), ("b", "killed"), ("a", "detained"), ("b", "detained")]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    todo=st.lists(
        st.tuples(
            st.sampled_from(("accept", "reject", "correct", "undo", "finding", "anew")),
            st.integers(0, 5),
            st.sampled_from(("ليلى", "سامي")),
        ),
        max_size=8,
    )
)
def test_the_queue_is_what_decisions_and_findings_make_of_it(tmp_path_factory, make, found, todo):
    weights = {}
    with Ledger.open(str(tmp_path_factory.mktemp("queue") / "ledger.db")) as ledger:
        for name, claims in found.items():
            ledger.add(make(name)[0], claims)
        every = [*found["a"], *found["b"]]
        for kind, at, reviewer in todo:
            claim = every[at]
            if kind == "finding":
                made = finding("part", (at + 1) / 10, claim)
                if made.id not in {one.id for one in weights.values()}:
                    publish(ledger, made)
                    weights[claim.id] = made
            elif kind == "anew":
                with ledger.collating() as store:
                    store.begin_anew("x")
                weights = {}
            elif kind == "undo":
                made = [one for one in ledger.reviews.history(claim.id) if one.kind != "undo"]
                standing = [one for one in made if one in ledger.reviews.in_force("claim")]
                if standing:
                    ledger.reviews.undo(standing[-1].id, reviewer=reviewer)
            else:
                before = standing_in(ledger, claim.doc)
                judge(ledger, kind, claim, reviewer, **({"changes": {"of": "houthis"}} if kind == "correct" else {}))
                if standing_in(ledger, claim.doc) != before:
                    weights = {key: one for key, one in weights.items() if claim.doc not in one.docs}
        expected = {}
        for claim in every:
            state = ledger.reviews.state(claim.id)
            if state.disputed:
                shown = state.claim or claim
                expected[shown.id] = 2 + 1 - (1 if shown.confidence is None else shown.confidence)
            elif state.verdict == "open":
                expected[claim.id] = 1 - (1 if claim.confidence is None else claim.confidence)
        queued = [claim.id for claim in ledger.reviews.queue().items]
        assert set(queued) == set(expected)
        assert ledger.reviews.waiting() == len(expected)
        if not weights:
            told = [expected[one] for one in queued]
            assert told == sorted(told, reverse=True)


def test_a_page_is_read_from_an_index_and_nothing_is_sorted(tmp_path):
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger, ledger._database.reading() as connection:
        asked = []
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
        place = waiting_claims.queue(connection, None, 5).next or paging.cursor("queue", (0.5, 7))
        waiting_claims.queue(connection, place, 5)
        selections = [one for one in asked if one[0].startswith("SELECT")]
        assert len(selections) == 2
        for statement, values in selections:
            plan = " ".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values))
            assert "USING INDEX ix_claims_priority_number" in plan
            assert "TEMP B-TREE" not in plan
