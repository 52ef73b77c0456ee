"""What reviewers merge and split, in registers: a merged fact counts once, one that is split twice; on both stores."""

import pytest

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Claim, Document, Judgement, Part, Section
from tawatur.registers import from_ledger, register
from tawatur.standing import Standing


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path) as opened:
        yield opened


@pytest.fixture
def ruled(ledger):
    """Return what merges claims or statements, or splits them."""

    def decide(kind, members, apart=(), subject="quantity"):
        given = Judgement(
            kind=kind, subject=subject, target=members[0], reviewer="هند", members=tuple(members), apart=tuple(apart)
        )
        return ledger.reviews.decide(given)

    return decide


@pytest.fixture
def cells(ledger, knowledge):
    """Return what gives the readings of a view's column, row by row, of a ledger; the pure function says the same."""

    def read(name, view, column, query=None):
        definition = knowledge.registers[name]
        (page,) = from_ledger(ledger, definition, knowledge, view=view, query=query).views
        with ledger.ordering() as ordering:
            rulings = ordering.rulings()
        pure = register(definition, ledger.claims(query), ledger.documents(), knowledge, rulings)
        if query is None:
            assert page.rows == next(one for one in pure.views if one.key == view).rows
        return [row.cell(column) for row in page.rows if row.cell(column)]

    return read


def _claims(rows):
    return [[one.claims for one in row] for row in rows]


def test_a_figure_that_one_report_states_twice_counts_once_when_it_is_merged(ledger, claim, document, ruled, cells):
    one = claim("held", 40, of="daesh", where=("SY",), when=2024, id="a-1")
    other = claim("held", 40, where=("SY",), when=2024, id="a-2")
    ledger.add(document(), [one, other])
    assert sorted(len(row) for row in cells("detention", "held", "held")) != [1]
    made = ruled("merge", ["a-1", "a-2"])
    ((reading,),) = cells("detention", "held", "held")
    assert (reading.claims, reading.voices, reading.low) == (("a-1", "a-2"), 1, 40)
    ledger.reviews.undo(made.id, reviewer="هند")
    assert sorted(one for row in cells("detention", "held", "held") for reading in row for one in reading.claims) == [
        "a-1",
        "a-2",
    ]
    assert ((reading,),) != tuple(cells("detention", "held", "held"))


def test_merged_claims_of_two_reports_stand_in_one_row_where_the_one_named_first_does(
    ledger, claim, document, ruled, cells
):
    ledger.add(document("a"), [claim("strength", 900, of="daesh", when=2024, id="a-1", source=("centcom",))])
    ledger.add(document("b"), [claim("members", 900, doc="b", id="b-1", source=("centcom",))])
    ledger.add(document("c"), [claim("strength", 950, of="daesh", doc="c", id="c-1", when=2022, source=("sohr",))])
    ruled("merge", ["a-1", "b-1", "c-1"])
    ((first, second),) = cells("strength", "estimates", "strength")
    assert (first.low, first.claims, first.voices) == (900, ("a-1", "b-1"), 2)
    assert (second.low, second.claims, second.voices) == (950, ("c-1",), 1)


def test_a_filter_that_the_first_of_the_merged_does_not_meet_leaves_the_others(ledger, claim, document, ruled, cells):
    ledger.add(document("a"), [claim("strength", 900, of="daesh", when=2024, id="a-1")])
    ledger.add(document("b"), [claim("strength", 900, of="daesh", when=2022, doc="b", id="b-1")])
    ruled("merge", ["a-1", "b-1"])
    ((reading,),) = cells("strength", "estimates", "strength", ClaimQuery(docs=("b",)))
    assert reading.claims == ("b-1",)


def test_what_was_read_as_one_fact_counts_twice_when_it_is_split(ledger, claim, document, ruled, cells):
    stated = {"of": "daesh", "where": ("SY",), "when": 2024}
    ledger.add(
        document(), [claim("held", 40, id="a-1", **stated), claim("held", 40, id="a-2", same_as="a-1", **stated)]
    )
    assert _claims(cells("detention", "held", "held")) == [[("a-1", "a-2")]]
    made = ruled("split", ["a-1"], ["a-2"])
    assert sorted(_claims(cells("detention", "held", "held"))[0]) == [("a-1",), ("a-2",)]
    ledger.reviews.undo(made.id, reviewer="هند")
    assert _claims(cells("detention", "held", "held")) == [[("a-1", "a-2")]]


def test_equal_figures_of_two_reports_are_two_readings_when_they_are_split(ledger, claim, document, ruled, cells):
    for doc in "ab":
        ledger.add(
            document(doc), [claim("strength", 900, of="daesh", when=2024, doc=doc, id=f"{doc}-1", source=("sohr",))]
        )
    assert _claims(cells("strength", "estimates", "strength")) == [[("a-1", "b-1")]]
    ruled("split", ["a-1"], ["b-1"])
    assert sorted(_claims(cells("strength", "estimates", "strength"))[0]) == [("a-1",), ("b-1",)]


def test_a_claim_read_in_another_measure_stands_in_that_measures_column_of_its_own_statement(
    ledger, claim, document, ruled, cells
):
    stated = {"of": "daesh", "by": "coalition", "where": ("SY",), "when": 2024, "source": ("centcom",)}
    ledger.add(document("a"), [claim("killed", 12, id="a-1", **stated)])
    ledger.add(document("b"), [claim("inhabitants", 12, doc="b", id="b-1", **stated)])
    ruled("merge", ["a-1", "b-1"])
    assert sorted(_claims(cells("operations", "outcomes", "killed"))) == [[("a-1",)], [("b-1",)]]


def test_a_merged_statement_is_one_row_and_one_voice_whoever_its_reports_name(ledger, knowledge, ruled):
    texts = {
        "north": "قالت جماعة الحوثي إن 31 مسلحا قتلوا في غارة على صنعاء في 15 يوليو 2024.",
        "south": "قالت الأمم المتحدة إن 31 مسلحا قتلوا في غارة على صنعاء في 15 يوليو 2024.",
    }
    origins = {"north": "houthis", "south": "un"}
    for doc, text in texts.items():
        part = Section(date="2024-07-16", publisher=f"outlet {doc}", parts=(Part(0, len(text), "body"),))
        start = text.index("31")
        found = Claim(
            doc=doc, start=start, end=start + 2, quote_start=0, quote_end=len(text), quote=text, number="31",
            measure="killed", low=31, high=31, unit="person", of="militants", by="coalition", where=("YE",),
            source=(origins[doc],), id=f"{doc}-1",
        )  # fmt: skip
        document = Document(id=doc, text=text, date="2024-07-16", publisher=f"outlet {doc}", sections=(part,))
        ledger.add(document, [found])
    standing = Standing(ledger, knowledge)

    def rows():
        standing.bring_up_to_date()
        (view,) = from_ledger(ledger, knowledge.registers["operations"], knowledge, view="outcomes").views
        return view.rows

    assert len({row.key[0] for row in rows()}) == 2
    made = ruled("merge", ["north#0", "south#0"], subject="statement")
    (told,) = {row.key[0] for row in rows()}
    readings = [one for row in rows() for one in row.cell("killed")]
    assert [(set(one.docs), one.voices) for one in readings] == [({"north", "south"}, 1)]
    assert set(readings[0].origins) == set(origins.values())
    ledger.reviews.undo(made.id, reviewer="هند")
    assert len({row.key[0] for row in rows()} - {told}) == 2
