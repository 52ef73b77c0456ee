"""What becomes of decisions when the program reads otherwise than before, and what is made of them."""

import msgspec
import pytest

from tawatur.evaluate import CodedClaim, score_claims
from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Explanation, Finding, InputError, Judgement, identify, identify_finding, refer

KILLED, DETAINED, BEGAN = 0, 1, 2


@pytest.fixture
def ledger(ledger_path, make):
    with Ledger.open(ledger_path) as opened:
        document, found = make("a")
        opened.add(document, [read(claim) for claim in found])
        opened.add(*make("b"))
        yield opened


@pytest.fixture
def found(make):
    """The claims of document `a`, as extracted."""
    return [read(claim) for claim in make("a")[1]]


def read(claim, **changes):
    """A claim as the program reads it."""
    return identify(msgspec.structs.replace(claim, **{"extractor": "tawatur 1", "confidence": 0.8, **changes}))


def judge(ledger, kind, target, reviewer="ليلى", **fields):
    return ledger.reviews.decide(Judgement(kind=kind, target=target, reviewer=reviewer, **fields))


def holding(ledger, doc="a"):
    return list(ledger.claims(ClaimQuery(docs=(doc,))))


def told(ledger):
    return [(one.kind, one.verdict, one.slots) for one in ledger.reviews.differences()]


def test_the_same_read_again_changes_nothing(ledger, found):
    judge(ledger, "reject", found[KILLED].id)
    before = ledger.reviews.decisions(), holding(ledger), ledger.counts()
    assert ledger.read_again([("a", found)]) == 0
    assert (ledger.reviews.decisions(), holding(ledger), ledger.counts()) == before


def test_another_reading_replaces_what_nobody_judged(ledger, found):
    other = read(found[KILLED], of="houthis", extractor="tawatur 2")
    assert ledger.read_again([("a", [other, found[DETAINED]])]) == 1
    assert holding(ledger) == [other, found[DETAINED]]
    assert list(ledger.claims(ClaimQuery(docs=("a",), as_extracted=True))) == [other, found[DETAINED]]
    assert ledger.counts().claims == 5
    assert ledger.read_again([("a", found)]) == 1  # and back
    assert holding(ledger) == found
    assert list(ledger.claims(ClaimQuery(of=("houthis",)))) == []


def test_the_same_claim_read_with_another_confidence_is_the_same_claim(ledger, found):
    surer = [read(claim, confidence=0.99) for claim in found]
    assert [claim.id for claim in surer] == [claim.id for claim in found]
    assert ledger.read_again([("a", surer)]) == 1
    assert holding(ledger) == surer


def test_no_such_document(ledger):
    with pytest.raises(InputError, match="no such document"):
        ledger.read_again([("none", [])])


def test_an_accepted_claim_holds_however_it_is_read_afterwards(ledger, found):
    decision = judge(ledger, "accept", found[KILLED].id)
    other = read(found[KILLED], of="houthis", low=13, high=13)
    ledger.read_again([("a", [other, found[DETAINED], found[BEGAN]])])
    assert holding(ledger) == found
    for claim_id in (found[KILLED].id, other.id):
        state = ledger.reviews.state(claim_id)
        assert (state.judgements, state.claim, state.extracted) == ((decision,), found[KILLED], other)
    assert told(ledger) == [("changed", "accepted", ("value", "of"))]
    ledger.reviews.undo(decision.id, reviewer="ليلى")
    assert holding(ledger) == [other, found[DETAINED], found[BEGAN]]


def test_a_claim_that_is_not_read_any_more_holds_where_it_was_accepted(ledger, found):
    judge(ledger, "accept", found[DETAINED].id)
    ledger.read_again([("a", [found[KILLED]])])
    assert holding(ledger) == [found[KILLED], found[DETAINED]]
    assert told(ledger) == [("lost", "accepted", ())]
    assert ledger.reviews.state(found[DETAINED].id).extracted is None


def test_a_decision_is_found_again_where_the_claim_counts_something_else_now(ledger, found):
    judge(ledger, "accept", found[KILLED].id)
    other = read(found[KILLED], measure="wounded")
    ledger.read_again([("a", [other])])
    assert holding(ledger) == [found[KILLED]]
    assert told(ledger) == [("changed", "accepted", ("measure",))]


def test_a_rejected_claim_stays_rejected_where_its_slots_are_read_otherwise_but_not_as_something_else(ledger, found):
    judge(ledger, "reject", found[KILLED].id)
    ledger.read_again([("a", [read(found[KILLED], of="houthis")])])
    assert holding(ledger) == []
    assert told(ledger) == [("changed", "rejected", ())]
    something_else = read(found[KILLED], measure="wounded")
    ledger.read_again([("a", [something_else])])
    assert holding(ledger) == [something_else]
    assert told(ledger) == [("learned", "rejected", ())]


def test_a_number_with_its_qualifier_is_the_same_number(ledger, found):
    judge(ledger, "accept", found[DETAINED].id)
    wider = read(found[DETAINED], start=found[DETAINED].start - 4)
    ledger.read_again([("a", [wider])])
    assert ledger.reviews.state(wider.id).verdict == "accepted"
    assert told(ledger) == [("changed", "accepted", ("number",))]


def test_of_two_claims_on_one_number_each_keeps_its_own_decisions(ledger, found):
    second = read(found[KILLED], of="houthis")
    ledger.read_again([("a", [found[KILLED], second])])
    judge(ledger, "reject", found[KILLED].id)
    judge(ledger, "accept", second.id)
    changed = [read(found[KILLED], by="coalition"), read(second, by="coalition")]
    ledger.read_again([("a", changed)])
    assert ledger.reviews.state(changed[0].id).verdict == "rejected"
    assert ledger.reviews.state(changed[1].id).verdict == "accepted"
    assert holding(ledger) == [second]


def test_a_program_that_learns_what_a_reviewer_had_corrected(ledger, found):
    corrected = judge(ledger, "correct", found[KILLED].id, changes={"of": "houthis"}).outcome
    assert told(ledger) == [("still", "corrected", ("of",))]
    learned = read(found[KILLED], of="houthis")
    assert learned.id == corrected.id
    ledger.read_again([("a", [learned, found[DETAINED], found[BEGAN]])])
    assert told(ledger) == [("learned", "corrected", ())]
    assert holding(ledger) == [learned, found[DETAINED], found[BEGAN]]


def test_a_claim_that_a_reviewer_added_and_the_program_reads_at_last(ledger, found):
    added = judge(
        ledger, "add", "a", changes={"measure": "wounded", "low": 12, "high": 12, "unit": "person"},
        spans={"number": ((37, 39),)},
    ).outcome  # fmt: skip
    assert told(ledger) == [("still", "added", ())]
    learned = read(added)
    ledger.read_again([("a", [*found, learned])])
    assert told(ledger) == [("learned", "added", ())]
    assert learned in holding(ledger)


def test_notes_go_with_their_claim(ledger, found):
    note = judge(ledger, "note", found[KILLED].id, reason="ask")
    other = read(found[KILLED], of="houthis")
    ledger.read_again([("a", [other])])
    assert ledger.reviews.state(other.id).notes == (note,)
    assert told(ledger) == []


def test_agreement_of_two_reviewers(ledger, found):
    for reviewer, changes in (("ليلى", {"of": "houthis"}), ("سامي", {"of": "houthis", "by": None})):
        judge(ledger, "correct", found[KILLED].id, reviewer, changes=changes)
        judge(ledger, "accept", found[BEGAN].id, reviewer)
    judge(ledger, "accept", found[DETAINED].id, "ليلى")
    judge(ledger, "reject", found[DETAINED].id, "سامي")
    told = ledger.reviews.agreement()
    slots = {one.slot: one for one in told.slots}
    assert told.reviewers == ("سامي", "ليلى")
    assert (slots["verdict"].claims, slots["verdict"].judgements, slots["verdict"].agreeing) == (3, 6, 2)
    # five held and one rejected: of the pairs one in three parts, where chance would part ten of thirty
    assert slots["verdict"].alpha == pytest.approx(1 - (2 / 6) / (10 / 30))
    assert (slots["of"].claims, slots["of"].agreeing, slots["of"].alpha) == (2, 2, 1.0)
    assert (slots["by"].agreeing, slots["unit"].alpha) == (1, 1.0)
    assert slots["change"].alpha is None  # one and the same throughout


def test_agreement_where_nobody_has_judged_what_another_did(ledger, found):
    judge(ledger, "accept", found[KILLED].id)
    told = ledger.reviews.agreement()
    assert told.reviewers == ()
    assert all((one.claims, one.alpha) == (0, None) for one in told.slots)


def test_gold_scores_the_program_by_what_reviewers_decided(ledger, found, make):
    judge(ledger, "correct", found[KILLED].id, changes={"of": "مجلس القرية"})
    judge(ledger, "reject", found[BEGAN].id)
    [gold] = ledger.reviews.gold()
    assert (gold.document.doc, gold.document.text) == ("a", make("a")[0].text)
    assert [(claim.measure, claim.optional, claim.note) for claim in gold.claims] == [
        ("killed", False, None),
        ("detained", True, "not reviewed"),
    ]
    coded = [msgspec.convert(msgspec.to_builtins(claim), CodedClaim) for claim in gold.claims]
    surer = [msgspec.structs.replace(claim, optional=False) for claim in found]
    score = score_claims(coded, surer, parents={}).score
    assert (score.gold, score.hits, score.predicted) == (1, 1, 2)  # what nobody judged counts neither way
    assert score.slots["of"] == 0
    assert score_claims(coded, list(gold.claims), parents={}).score.full == 1


@pytest.fixture
def finding(ledger, found):
    made = identify_finding(
        Finding(
            id="", kind="statement", claims=tuple(refer(claim) for claim in found), docs=("a",), weight=0.7,
            explanation=Explanation("one", "واحد"),
        )
    )  # fmt: skip
    with ledger.collating() as store:
        store.publish([(made, None)], {"a": 1})
    return made


def test_a_finding_is_seen_dismissed_with_a_reason_and_taken_up_again(ledger, finding):
    assert ledger.reviews.finding_states([finding.id])[finding.id].status == "open"
    judge(ledger, "seen", finding.id, subject="finding")
    assert ledger.reviews.finding_states([finding.id])[finding.id].status == "seen"
    dismissal = judge(ledger, "dismiss", finding.id, "سامي", subject="finding", reason="a rounded headline")
    state = ledger.reviews.finding_states([finding.id])[finding.id]
    assert (state.status, [mark.reviewer for mark in state.marks]) == ("dismissed", ["ليلى", "سامي"])
    ledger.reviews.undo(dismissal.id, reviewer="سامي")
    assert ledger.reviews.finding_states([finding.id])[finding.id].status == "seen"
    assert [one.kind for one in ledger.reviews.history(finding.id, "finding")] == ["seen", "dismiss", "undo"]


def test_quantities_are_merged_and_split_by_their_claims(ledger, found):
    ids = [claim.id for claim in found]
    merged = judge(ledger, "merge", ids[0], subject="quantity", members=(ids[0], ids[1], ids[1]))
    assert (merged.target, merged.members) == (ids[0], (ids[0], ids[1]))
    split = judge(ledger, "split", ids[0], subject="quantity", members=(ids[0],), apart=(ids[2],))
    assert ledger.reviews.in_force("quantity") == [merged, split]
    ledger.reviews.undo(merged.id, reviewer="سامي")
    assert ledger.reviews.in_force("quantity") == [split]


def test_statements_are_merged_by_their_reports(ledger, finding):
    merged = judge(ledger, "merge", finding.id, subject="statement", members=(finding.id, "b#0"))
    assert merged.members == ("a#0", "a#1", "b#0")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"kind": "merge", "members": ("b#0",)}, "nothing to merge"),
        ({"kind": "merge", "members": ("b#0", "b#0")}, "nothing to merge"),
        ({"kind": "merge", "members": ("b#0", "b#9")}, "no such statement or report"),
        ({"kind": "merge", "members": ("b#0", "b")}, "no such statement or report"),
        ({"kind": "split", "members": ("b#0",)}, "nothing to split"),
        ({"kind": "split", "members": ("b#0",), "apart": ("b#0",)}, "both sides"),
        ({"kind": "note", "reason": "x"}, "no such statement"),
    ],
)
def test_what_can_not_be_merged_or_split(ledger, fields, problem):
    with pytest.raises(InputError, match=problem):
        judge(ledger, target="x", subject="statement", **fields)


def test_actors_and_places_that_no_pack_knows(ledger):
    judge(ledger, "add", "village_council", subject="actor", changes={"en": "Village Council", "ar": ["مجلس القرية"]})
    place = judge(
        ledger, "add", "Tell Nakhla, SY", subject="place", key="k",
        changes={"ar": ["تل النخلة"], "kind": "village", "latitude": 35.12345, "longitude": 38.0},
    )  # fmt: skip
    pack = ledger.reviews.own_pack()
    assert [(one.key, one.ar, one.source) for one in pack.actors] == [
        ("village_council", ("مجلس القرية",), "reviewer ليلى")
    ]
    assert [(one.name, one.country, one.latitude) for one in pack.places] == [("Tell Nakhla", "SY", 35.12)]
    again = judge(
        ledger, "add", "Tell Nakhla, SY", subject="place", key="k",
        changes={"ar": ["تل النخلة"], "kind": "village", "latitude": 35.12345, "longitude": 38.0},
    )  # fmt: skip
    assert again == place
    ledger.reviews.undo(place.id, reviewer="سامي")
    assert ledger.reviews.own_pack().places == ()


@pytest.mark.parametrize(
    ("subject", "target", "changes", "problem"),
    [
        ("actor", "Village Council", {}, "no key of an actor"),
        ("actor", "council", {"en": "Council", "ar": []}, "without an Arabic name"),
        ("actor", "council", {"en": "Council"}, "no actor"),
        ("actor", "council", {"en": "Council", "ar": ["مجلس|قرية"]}, "a bar"),
        ("actor", "council", {"en": "Coun\u202ecil", "ar": ["مجلس"]}, "control characters"),
        ("actor", "council", {"en": "Council", "ar": ["مجلس\tقرية"]}, "control characters"),
        ("actor", "council", {"en": "Council", "ar": ["مجلس"], "rank": 3}, "no actor"),
        ("place", "Nakhla", {"ar": ["نخلة"], "kind": "village"}, "is empty|no country"),
        ("place", "Nakhla, SYR", {"ar": ["نخلة"], "kind": "village"}, "no country"),
        ("place", "Nakhla, SY", {"ar": ["نخلة"], "kind": "planet"}, "no place"),
        ("place", "Nakhla, SY", {"ar": ["نخلة"], "kind": "site", "latitude": 3}, "go together"),
        ("place", "Nakhla, SY", {"ar": ["نخلة"], "kind": "site", "latitude": 300, "longitude": 1}, "on the earth"),
    ],
)
def test_what_can_not_stand_in_the_ledgers_own_pack(ledger, subject, target, changes, problem):
    with pytest.raises(InputError, match=problem):
        judge(ledger, "add", target, subject=subject, changes=changes)
    assert not ledger.reviews.own_pack()


class TestWhatRepeatsAJudgedClaim:
    """A claim's `same_as` names what holds, whatever reviewers make of the claim that it repeats."""

    @pytest.fixture
    def told_twice(self, ledger_path, make):
        """A ledger of a fact that its report states three times, and the ids of the three claims."""
        document, (killed, *_) = make("c")
        first = read(killed)
        second = read(killed, id="", start=31, end=33, same_as=first.id)
        third = read(killed, id="", start=34, end=36, same_as=first.id)
        with Ledger.open(ledger_path) as opened:
            opened.add(document, [first, second, third])
            yield opened, (first, second, third)

    def repeated(self, ledger):
        return {claim.id: claim.same_as for claim in holding(ledger, "c")}

    def test_a_corrected_one_is_repeated_under_its_new_id_until_that_is_undone(self, told_twice):
        ledger, (first, second, third) = told_twice
        made = judge(ledger, "correct", first.id, changes={"of": "nusra"})
        held = made.outcome.id
        assert self.repeated(ledger) == {held: None, second.id: held, third.id: held}
        assert [claim.same_as for claim in ledger.claims(ClaimQuery(docs=("c",), repeated=False))] == [None]
        ledger.reviews.undo(made.id, reviewer="ليلى")
        assert self.repeated(ledger) == {first.id: None, second.id: first.id, third.id: first.id}

    def test_where_it_is_rejected_the_next_states_the_fact(self, told_twice):
        ledger, (first, second, third) = told_twice
        made = judge(ledger, "reject", first.id)
        assert self.repeated(ledger) == {second.id: None, third.id: second.id}
        ledger.reviews.undo(made.id, reviewer="ليلى")
        assert self.repeated(ledger) == {first.id: None, second.id: first.id, third.id: first.id}

    def test_a_reviewers_correction_may_name_what_was_corrected(self, told_twice):
        ledger, (first, second, third) = told_twice
        made = judge(ledger, "correct", first.id, changes={"of": "nusra"})
        other = judge(ledger, "correct", second.id, changes={"of": "nusra", "same_as": first.id})
        assert self.repeated(ledger) == {
            made.outcome.id: None,
            other.outcome.id: made.outcome.id,
            third.id: made.outcome.id,
        }

    def test_reading_again_what_was_read_changes_nothing(self, told_twice):
        ledger, read_then = told_twice
        judge(ledger, "reject", read_then[0].id)
        before = self.repeated(ledger)
        assert ledger.read_again([("c", list(read_then))]) == 0
        assert self.repeated(ledger) == before

    def test_gold_says_the_same(self, told_twice):
        ledger, (first, second, third) = told_twice
        made = judge(ledger, "correct", first.id, changes={"of": "nusra"})
        (gold,) = ledger.reviews.gold()
        assert {claim.id: claim.same_as for claim in gold.claims} == {
            made.outcome.id: None, second.id: made.outcome.id, third.id: made.outcome.id,
        }  # fmt: skip
