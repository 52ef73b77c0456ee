"""Decisions are appended and never lost; where a claim stands is what they come to."""

import msgspec
import pytest

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import InputError, Judgement, Period

KILLED, DETAINED, BEGAN = 0, 1, 2


@pytest.fixture
def ledger(ledger_path, make):
    with Ledger.open(ledger_path) as opened:
        opened.add(*make("a"))
        opened.add(*make("b"))
        yield opened


@pytest.fixture
def found(make):
    """The claims of document `a`, as extracted."""
    return make("a")[1]


def judge(ledger, kind, target, reviewer="ليلى", **fields):
    return ledger.reviews.decide(Judgement(kind=kind, target=target, reviewer=reviewer, **fields))


def holding(ledger, doc="a"):
    return list(ledger.claims(ClaimQuery(docs=(doc,))))


def test_a_claim_that_nobody_judged_is_open(ledger, found):
    state = ledger.reviews.state(found[KILLED].id)
    assert (state.verdict, state.claim, state.extracted) == ("open", None, found[KILLED])
    assert ledger.reviews.history(found[KILLED].id) == []


def test_an_accepted_claim_holds_as_it_was_read(ledger, found):
    decision = judge(ledger, "accept", found[KILLED].id, reason="so it says")
    state = ledger.reviews.state(found[KILLED].id)
    assert (state.verdict, state.claim, state.judgements) == ("accepted", found[KILLED], (decision,))
    assert holding(ledger) == found


def test_a_rejected_claim_is_left_out_and_can_still_be_asked_for_as_extracted(ledger, found):
    judge(ledger, "reject", found[DETAINED].id)
    assert holding(ledger) == [found[KILLED], found[BEGAN]]
    assert list(ledger.claims(ClaimQuery(docs=("a",), as_extracted=True))) == found
    assert ledger.claim(found[DETAINED].id) is None
    assert ledger.reviews.state(found[DETAINED].id).verdict == "rejected"
    counts = ledger.counts()
    assert (counts.claims, counts.measures) == (5, {"began": 2, "killed": 2, "detained": 1})


def test_a_corrected_claim_answers_by_its_corrected_slots(ledger, found):
    decision = judge(ledger, "correct", found[KILLED].id, changes={"of": "saudi_arabia", "low": 13, "high": 13})
    [corrected] = ledger.claims(ClaimQuery(docs=("a",), of=("saudi_arabia",)))
    assert (corrected.low, corrected.of, corrected.number) == (13, "saudi_arabia", "12")
    assert corrected == decision.outcome
    assert decision.claim == found[KILLED]
    assert list(ledger.claims(ClaimQuery(docs=("a",), of=("daesh",)))) == []
    assert list(ledger.claims(ClaimQuery(docs=("a",), of=("daesh",), as_extracted=True))) == [found[KILLED]]


def test_a_corrected_claim_is_known_by_both_its_ids(ledger, found):
    decision = judge(ledger, "correct", found[KILLED].id, changes={"measure": "wounded"})
    for claim_id in (found[KILLED].id, decision.outcome.id):
        assert ledger.reviews.history(claim_id) == [decision]
        state = ledger.reviews.state(claim_id)
        assert (state.verdict, state.claim, state.extracted) == ("corrected", decision.outcome, found[KILLED])


def test_words_are_selected_for_a_slot_and_stale_words_go(ledger, found):
    decision = judge(
        ledger, "correct", found[KILLED].id, changes={"of": "houthis", "by": None}, spans={"by": ((14, 18),)}
    )
    assert decision.outcome.spans == {"by": ((14, 18),)}


def test_other_words_for_the_number_move_the_claim(ledger, found):
    decision = judge(ledger, "correct", found[KILLED].id, spans={"number": ((5, 13),)})
    outcome = decision.outcome
    assert (outcome.start, outcome.end, outcome.number) == (5, 13, "12 مسلحا")
    assert (outcome.quote_start, outcome.quote_end, outcome.quote) == (0, 13, "مقتل 12 مسلحا")
    decision = judge(ledger, "correct", found[DETAINED].id, spans={"number": ((56, 72),)})
    assert (decision.outcome.start, decision.outcome.quote_start, decision.outcome.quote_end) == (56, 51, 72)
    assert decision.outcome.quote.endswith(decision.outcome.number)


def test_a_correction_of_what_makes_no_other_claim_is_told_from_the_first(ledger, found):
    decision = judge(ledger, "correct", found[KILLED].id, changes={"optional": True})
    assert decision.outcome.id != found[KILLED].id
    assert [claim.optional for claim in holding(ledger)] == [True, True, False]


def test_a_correction_to_what_stands_there_is_an_acceptance(ledger, found):
    judge(ledger, "correct", found[KILLED].id, changes={"measure": "killed"})
    assert ledger.reviews.state(found[KILLED].id).verdict == "accepted"
    assert holding(ledger) == found


def test_a_correction_that_makes_two_claims_one(ledger, found):
    first = judge(ledger, "correct", found[KILLED].id, changes={"name": "x"}).outcome
    same = {name: getattr(first, name) for name in ("low", "high", "bound", "of", "by", "name", "where", "source")}
    judge(
        ledger, "correct", found[DETAINED].id, spans={"number": ((5, 7),)},
        changes={**same, "measure": "killed", "when": {"start": "2020-03-01", "end": "2020-03-02"}},
    )  # fmt: skip
    assert [claim.id for claim in holding(ledger)] == [first.id, found[BEGAN].id]


def test_a_claim_that_the_program_missed_is_added(ledger, found, make):
    decision = judge(
        ledger, "add", "a", changes={"measure": "wounded", "low": 30, "high": 30, "unit": "person"},
        spans={"number": ((56, 62),), "quote": ((51, 62),)},
    )  # fmt: skip
    assert decision.target == decision.outcome.id
    assert (decision.outcome.number, decision.outcome.quote) == (make("a")[0].text[56:62], make("a")[0].text[51:62])
    assert decision.outcome in holding(ledger)
    assert decision.outcome not in list(ledger.claims(ClaimQuery(as_extracted=True)))
    assert ledger.reviews.state(decision.target).verdict == "added"
    with pytest.raises(InputError, match="there already"):
        judge(ledger, "add", "a", "سامي", changes=decision.changes, spans=decision.spans)
    ledger.reviews.undo(decision.id, reviewer="ليلى")
    assert holding(ledger) == found


def test_two_reviewers_on_one_claim_are_both_kept_and_their_parting_shown(ledger, found):
    first = judge(ledger, "accept", found[KILLED].id, "ليلى")
    second = judge(ledger, "correct", found[KILLED].id, "سامي", changes={"of": "houthis"})
    state = ledger.reviews.state(found[KILLED].id)
    assert state.judgements == (first, second)
    assert (state.disputed, state.parted) == (True, ("of",))
    assert (state.verdict, state.claim.of) == ("corrected", "houthis")  # of two readings, the latest
    judge(ledger, "accept", found[KILLED].id, "هند")
    assert ledger.reviews.state(found[KILLED].id).claim == found[KILLED]  # most hold this one
    judge(ledger, "reject", found[KILLED].id, "سامي")
    assert ledger.reviews.state(found[KILLED].id).parted == ("verdict",)


def test_accepting_a_correction_by_its_own_id_holds_it(ledger, found):
    corrected = judge(ledger, "correct", found[KILLED].id, "ليلى", changes={"of": "houthis"}).outcome
    judge(ledger, "accept", corrected.id, "سامي")
    state = ledger.reviews.state(found[KILLED].id)
    assert (state.disputed, state.claim) == (False, corrected)


def test_the_latest_judgement_of_a_reviewer_holds_and_the_earlier_comes_back_when_it_is_undone(ledger, found):
    judge(ledger, "reject", found[KILLED].id)
    second = judge(ledger, "accept", found[KILLED].id)
    assert ledger.reviews.state(found[KILLED].id).verdict == "accepted"
    undo = ledger.reviews.undo(second.id, reviewer="سامي", reason="a slip")
    assert ledger.reviews.state(found[KILLED].id).verdict == "rejected"
    ledger.reviews.undo(undo.id, reviewer="ليلى")
    assert ledger.reviews.state(found[KILLED].id).verdict == "accepted"
    assert [decision.kind for decision in ledger.reviews.history(found[KILLED].id)] == [
        "reject",
        "accept",
        "undo",
        "undo",
    ]


def test_what_is_undone_can_not_be_undone_again(ledger, found):
    decision = judge(ledger, "reject", found[KILLED].id)
    ledger.reviews.undo(decision.id, reviewer="ليلى")
    with pytest.raises(InputError, match="undone already"):
        ledger.reviews.undo(decision.id, reviewer="سامي")
    with pytest.raises(InputError, match="no such decision"):
        ledger.reviews.undo("none", reviewer="سامي")


def test_notes_judge_nothing(ledger, found):
    note = judge(ledger, "note", found[KILLED].id, reason="ask the outlet\nabout this")
    state = ledger.reviews.state(found[KILLED].id)
    assert (state.verdict, state.notes) == ("open", (note,))
    assert holding(ledger) == found


def test_a_judgement_sent_twice_under_one_key_is_kept_once(ledger, found):
    first = judge(ledger, "reject", found[KILLED].id, key="k1")
    assert judge(ledger, "reject", found[KILLED].id, key="k1") == first
    assert judge(ledger, "reject", found[KILLED].id, "سامي", key="k1") != first
    with pytest.raises(InputError, match="key of another decision"):
        judge(ledger, "accept", found[KILLED].id, key="k1")
    with pytest.raises(InputError, match="key of another decision"):
        judge(ledger, "reject", found[DETAINED].id, key="k1")
    undo = ledger.reviews.undo(first.id, reviewer="ليلى", key="k2")
    assert ledger.reviews.undo(first.id, reviewer="ليلى", key="k2") == undo
    assert len(ledger.reviews.history(found[KILLED].id)) == 3


def test_a_key_serves_again_for_a_claim_named_by_its_corrected_id(ledger, found):
    corrected = judge(ledger, "correct", found[KILLED].id, changes={"of": "houthis"}).outcome
    first = judge(ledger, "accept", corrected.id, key="k")
    assert judge(ledger, "accept", corrected.id, key="k") == first


def test_decisions_in_their_order_page_by_page(ledger, found):
    made = [judge(ledger, "accept", claim.id) for claim in found] + [judge(ledger, "reject", found[0].id, "سامي")]
    assert ledger.reviews.decisions() == made
    assert ledger.reviews.decisions(limit=2) == made[:2]
    assert ledger.reviews.decisions(after=made[1].id) == made[2:]
    assert ledger.reviews.decisions(reviewer="سامي") == made[3:]
    assert ledger.reviews.decision(made[2].id) == made[2]
    assert ledger.reviews.decision("none") is None


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"kind": "accept", "target": "none"}, "no such claim"),
        ({"kind": "seen"}, "can't be judged by 'seen'"),
        ({"kind": "accept", "subject": "finding"}, "can't be judged by 'accept'"),
        ({"kind": "undo", "subject": "claim"}, "can't be judged by 'undo'"),
        ({"kind": "note"}, "without words"),
        ({"kind": "note", "reason": "ن" * 2_000_000}, "2,000,000 characters"),
        ({"kind": "note", "reason": "a\0b"}, "control characters"),
        ({"kind": "accept", "reviewer": " "}, "name is empty"),
        ({"kind": "accept", "reviewer": "admin\u202e"}, "control characters"),
        ({"kind": "accept", "reviewer": "a\nb"}, "control characters"),
        ({"kind": "accept", "reviewer": "x" * 200}, "200 characters"),
        ({"kind": "accept", "key": "\ud800"}, "control characters"),
        ({"kind": "accept", "changes": {"of": "daesh"}}, "changes nothing"),
        ({"kind": "accept", "members": ("a", "b")}, "no members"),
        ({"kind": "correct"}, "changes nothing"),
        ({"kind": "correct", "changes": {"victim": "x"}}, "no slot 'victim'"),
        ({"kind": "correct", "changes": {"id": "x"}}, "no slot 'id'"),
        ({"kind": "correct", "changes": {"measure": "slain"}}, "no measure 'slain'"),
        ({"kind": "correct", "changes": {"measure": ["killed"]}}, "no measure"),
        ({"kind": "correct", "changes": {"of": 3}}, "not a claim"),
        ({"kind": "correct", "changes": {"of": ""}}, "slot of is empty"),
        ({"kind": "correct", "changes": {"of": "x\u2067y"}}, "control characters"),
        ({"kind": "correct", "changes": {"of": "x" * 600}}, "600 characters"),
        ({"kind": "correct", "changes": {"name": "x" * 20_000}}, "characters"),
        ({"kind": "correct", "changes": {"low": 9, "high": 3}}, "low lies above high"),
        ({"kind": "correct", "changes": {"low": "2014-13"}}, "no date"),
        ({"kind": "correct", "changes": {"low": "٢٠١٤"}}, "no date"),
        ({"kind": "correct", "changes": {"low": "2014"}}, "a date and a number"),
        ({"kind": "correct", "changes": {"low": 10**30, "high": None}}, "no value"),
        ({"kind": "correct", "changes": {"low": True}}, "not a claim"),
        ({"kind": "correct", "changes": {"unit": "sheep"}}, "no unit 'sheep'"),
        ({"kind": "correct", "changes": {"where": ["Mosul"]}}, "no country"),
        ({"kind": "correct", "changes": {"where": [f"{n}, IQ" for n in range(60)]}}, "60 values"),
        ({"kind": "correct", "changes": {"where": [3]}}, "slot where is empty"),
        ({"kind": "correct", "changes": {"when": {"start": "2020-02-31", "end": None}}}, "no date"),
        ({"kind": "correct", "changes": {"when": {"start": "2020-02-03", "end": "2020-02-01"}}}, "lies above"),
        ({"kind": "correct", "changes": {"when": "2020"}}, "not a claim"),
        ({"kind": "correct", "changes": {"section": -1}}, "no section"),
        ({"kind": "correct", "spans": {"of": ((5, 5),)}}, "no words at 5–5"),
        ({"kind": "correct", "spans": {"of": ((5, 5_000),)}}, "no words at"),
        ({"kind": "correct", "spans": {"of": ((-5, 2),)}}, "no words at"),
        ({"kind": "correct", "spans": {"id": ((1, 2),)}}, "no words can be selected"),
        ({"kind": "correct", "spans": {"number": ((1, 2), (3, 4))}}, "2 spans for number"),
        ({"kind": "correct", "spans": {"number": ((5, 7),), "quote": ((8, 13),)}}, "leaves its number out"),
        ({"kind": "add", "target": "none"}, "no such document"),
        ({"kind": "add", "target": "a", "changes": {"measure": "killed"}}, "without measure or words"),
        ({"kind": "dismiss", "subject": "finding", "target": "x"}, "without words"),
        ({"kind": "seen", "subject": "finding", "target": "x"}, "no such finding"),
        ({"kind": "merge", "subject": "quantity", "target": "x", "members": ("one",)}, "no such claim"),
    ],
)  # fmt: skip
def test_what_can_not_be_decided_is_refused_in_one_line_and_leaves_nothing(ledger, found, fields, problem):
    judgement = Judgement(**{"target": found[KILLED].id, "reviewer": "ليلى", **fields})
    with pytest.raises(InputError, match=problem) as refused:
        ledger.reviews.decide(judgement)
    assert len(str(refused.value)) < 500
    assert "\n" not in str(refused.value)
    assert ledger.reviews.decisions() == []
    assert holding(ledger) == found


def test_values_of_python_are_kept_as_json_has_them(ledger, found):
    first = judge(
        ledger, "correct", found[KILLED].id, changes={"when": Period("2020-01-01", None), "where": ("IQ",)}, key="k"
    )
    assert first.changes == {"when": {"start": "2020-01-01", "end": None}, "where": ["IQ"]}
    assert (first.outcome.when, first.outcome.where) == (Period("2020-01-01", None), ("IQ",))
    assert ledger.reviews.history(found[KILLED].id) == [first]
    assert msgspec.json.decode(msgspec.json.encode(first), type=type(first)) == first
