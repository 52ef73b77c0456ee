"""Whatever is decided and undone, by whomever: where claims stand is what the rows come to, and no row changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.ledger.review.folding import in_force, review
from tawatur.model import Decision, InputError, Judgement

REVIEWERS = ("ليلى", "سامي", "هند")
CHANGES = (
    {"of": "houthis"},
    {"of": "houthis", "low": 13, "high": 13},
    {"measure": "wounded"},
    {"optional": True},
    {"by": None},
)

judging = st.tuples(
    st.sampled_from(("accept", "reject", "note", "correct")),
    st.sampled_from(REVIEWERS),
    st.integers(0, 2),
    st.sampled_from(CHANGES),
)
undoing = st.tuples(st.just("undo"), st.sampled_from(REVIEWERS), st.integers(0, 20), st.none())
steps = st.lists(st.one_of(judging, undoing), max_size=12)


class Expected:
    """The same told plainly: for each claim, the reviewers' judgements that stand, by hand."""

    def __init__(self):
        self.rows = []  # (kind, reviewer, claim, content, which row is undone)

    def alive(self):
        alive = [True] * len(self.rows)
        for at in range(len(self.rows) - 1, -1, -1):
            kind, *_, undone = self.rows[at]
            if alive[at] and kind == "undo":
                alive[undone] = False
        return alive

    def standing(self, claim):
        alive = self.alive()
        latest = {}
        for at, (kind, reviewer, of, content, _) in enumerate(self.rows):
            if alive[at] and of == claim and kind in {"accept", "reject", "correct"}:
                latest[reviewer] = (at, content)
        return latest

    def reading(self, claim):
        """What most hold, of equals the last; `open` where nobody holds anything."""
        latest = self.standing(claim)
        if not latest:
            return "open"
        contents = [content for _, content in latest.values()]
        return max(latest.values(), key=lambda one: (contents.count(one[1]), one[0]))[1]


def content(claim, changes):
    return tuple(sorted({"of": claim.of, "low": claim.low, "high": claim.high, "measure": claim.measure,
                         "optional": claim.optional, "by": claim.by, **changes}.items(), key=lambda one: one[0]))  # fmt: skip


def of_claim(claim):
    return content(claim, {})


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(todo=steps)
def test_any_decisions_and_undos(tmp_path_factory, make, todo):
    document, claims = make("a")
    expected = Expected()
    made = []
    with Ledger.open(str(tmp_path_factory.mktemp("any") / "ledger.db")) as ledger:
        ledger.add(document, claims)
        for kind, reviewer, at, changes in todo:
            if kind == "undo":
                if not made:
                    continue
                named = at % len(made)
                if not expected.alive()[named]:
                    with pytest.raises(InputError, match="undone already"):
                        ledger.reviews.undo(made[named].id, reviewer=reviewer)
                    continue
                made.append(ledger.reviews.undo(made[named].id, reviewer=reviewer))
                expected.rows.append(("undo", reviewer, None, None, named))
                continue
            fields = {"changes": changes} if kind == "correct" else {"reason": "why"}
            made.append(ledger.reviews.decide(Judgement(kind=kind, target=claims[at].id, reviewer=reviewer, **fields)))
            told = {"accept": of_claim(claims[at]), "correct": content(claims[at], changes or {})}.get(kind)
            expected.rows.append((kind, reviewer, at, told, None))
        assert ledger.reviews.decisions() == made
        holding = {}
        for at, claim in enumerate(claims):
            state = ledger.reviews.state(claim.id)
            history = ledger.reviews.history(claim.id)
            assert state.extracted == claim
            assert [one for one in made if one in history] == history
            folded = review(claim.id, history)
            assert (folded.verdict, folded.claim, folded.judgements) == (state.verdict, state.claim, state.judgements)
            reading = expected.reading(at)
            assert {one.reviewer for one in state.judgements} == set(expected.standing(at))
            assert state.disputed == (len({told for _, told in expected.standing(at).values()}) > 1)
            if reading == "open":
                assert (state.verdict, state.claim) == ("open", None)
                holding[claim.id] = of_claim(claim)
            elif reading is None:
                assert (state.verdict, state.claim) == ("rejected", None)
            else:
                assert of_claim(state.claim) == reading
                assert state.verdict == ("accepted" if reading == of_claim(claim) else "corrected")
                holding[state.claim.id] = reading
        assert {claim.id: of_claim(claim) for claim in ledger.claims()} == holding
        assert list(ledger.claims(ClaimQuery(as_extracted=True))) == claims
        assert ledger.counts().claims == len(holding)
        assert ledger.facets() == ledger.facets(ClaimQuery(sections=(0, 1)))  # kept, and counted


@given(todo=st.lists(st.integers(0, 30), max_size=30), start=st.integers(1, 3))
def test_an_undo_of_an_undo_is_as_if_neither_had_been(todo, start):
    """Undoing the last row, and that undo, gives back what was in force, whatever came before."""
    rows = [
        Decision(id=f"d{n}", kind="accept", subject="claim", target="c", reviewer=REVIEWERS[n % 3], at="")
        for n in range(start)
    ]
    for n, at in enumerate(todo):
        rows.append(
            Decision(id=f"u{n}", kind="undo", subject="decision", target=rows[at % len(rows)].id, reviewer="x", at="")
        )
    before = in_force(rows)
    last = rows[-1].id
    undo = Decision(id="undo", kind="undo", subject="decision", target=last, reviewer="x", at="")
    again = Decision(id="again", kind="undo", subject="decision", target="undo", reviewer="x", at="")
    assert in_force([*rows, undo, again]) == before
