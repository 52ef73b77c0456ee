"""Registers of a ledger, page by page, on both databases."""

import itertools
import random
from importlib import resources

import pytest

from tawatur.extract import extract
from tawatur.intake import read
from tawatur.ledger import ClaimQuery, Entry, Ledger
from tawatur.model import Explanation, Finding, InputError, refer
from tawatur.registers import from_ledger, register, standing
from tawatur.standing import Standing


@pytest.fixture
def entries(claim, document):
    """Ninety documents of ten claims each, of three years, with repeats in their own report, some undated."""
    chance = random.Random(7)
    found = []
    for at in range(90):
        doc = f"d{at:02}"
        claims = []
        for number in range(10):
            measure = ("killed", "operations", "attacks", "strength", "held", "detained")[chance.randrange(6)]
            claims.append(
                claim(
                    measure,
                    chance.randrange(1, 40),
                    id=f"{doc}-{number}",
                    doc=doc,
                    of=("daesh", "civilians", None, "daesh_leaders")[chance.randrange(4)],
                    by=("coalition", "daesh", None)[chance.randrange(3)],
                    where=(("SY",), ("IQ",), ())[chance.randrange(3)],
                    when=(None, 2022, 2023, 2024, ("2024-05-01", "2024-05-31"))[chance.randrange(5)],
                    source=(("centcom",), ("sohr",), ())[chance.randrange(3)],
                    modality=("asserted", "asserted", "estimated", "denied", "planned")[chance.randrange(5)],
                    same_as=f"{doc}-0" if number == 9 and claims[0].measure == measure else None,
                )
            )
        date = None if at % 9 == 0 else f"202{chance.randrange(3, 5)}-0{chance.randrange(1, 9)}-11"
        found.append(Entry(document(doc, date=date), claims))
    return found


@pytest.fixture
def ledger(ledger_path, entries):
    with Ledger.open(ledger_path) as opened:
        opened.add_many(entries)
        yield opened


def pages(ledger, definition, knowledge, view, **asked):
    """Yield the pages of a view, to the end."""
    after = None
    while True:
        (page,) = from_ledger(ledger, definition, knowledge, view=view, after=after, **asked).views
        yield page
        if page.next is None:
            return
        after = page.next


def shown(rows):
    """Return what rows show, whatever order their cells' equals have."""
    return [
        (
            row.key,
            sorted(
                (cell.column, one.low, one.voices, tuple(sorted(one.claims)))
                for cell in row.cells
                for one in cell.readings
            ),
        )
        for row in rows
    ]


VIEWS = [
    ("attacks", "counts"), ("strength", "estimates"), ("detention", "held"), ("attacks", "announced"),
    ("leaders", "outcomes"), ("leaders", "denials"),
]  # fmt: skip


@pytest.mark.parametrize(("stretch", "listed"), [(40, 0), (1_000, 0), (1_000, 5_000)])
@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_the_pages_together_are_the_register_of_all_claims(
    ledger, entries, knowledge, monkeypatch, name, view, stretch, listed
):
    monkeypatch.setattr(standing, "FEWEST_CLAIMS", stretch)
    monkeypatch.setattr("tawatur.ledger.ordering._LISTED", listed)
    definition = knowledge.registers[name]
    claims = [claim for entry in entries for claim in entry.claims]
    whole = next(
        one
        for one in register(definition, claims, [entry.document for entry in entries], knowledge).views
        if one.key == view
    )
    found = list(pages(ledger, definition, knowledge, view, limit=7))
    rows = [row for page in found for row in page.rows]
    assert all(len(page.rows) <= 7 for page in found)
    if stretch == 1_000:
        assert shown(rows) == shown(whole.rows)
    told = [claim for row in rows for cell in row.cells for one in cell.readings for claim in one.claims]
    assert sorted(told) == sorted(
        claim for row in whole.rows for cell in row.cells for one in cell.readings for claim in one.claims
    )
    assert {row.key for row in rows} == {row.key for row in whole.rows}
    days = [(row.when.start or row.when.end) if row.when else "" for row in rows]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=name != "strength")
    assert days[: len(dated)] == dated  # what nothing dates comes last


@pytest.mark.parametrize("stretch", [40, 1_000])
@pytest.mark.parametrize("row", [0, 10**9])
@pytest.mark.parametrize(("at", "view"), [(0, "outcomes"), (1, "announced")])
def test_a_statement_stands_whole_on_one_page(ledger, entries, knowledge, monkeypatch, stretch, row, at, view):
    monkeypatch.setattr(standing, "FEWEST_CLAIMS", stretch)
    monkeypatch.setattr("tawatur.ledger.ordering._ROW", row)  # claims of few kinds are never looked up, or always
    definition = knowledge.registers["operations"]
    claims = [claim for entry in entries for claim in entry.claims]
    whole = register(definition, claims, [entry.document for entry in entries], knowledge).views[at]
    found = list(pages(ledger, definition, knowledge, view, limit=500))
    assert sorted(shown(row for page in found for row in page.rows), key=str) == sorted(shown(whole.rows), key=str)
    statements = [{row.key[0] for row in page.rows} for page in found]
    assert not any(one & other for one, other in itertools.combinations(statements, 2))


@pytest.mark.parametrize("few", [0, 50_000])
def test_filters_are_the_ledgers(ledger, entries, knowledge, monkeypatch, few):
    monkeypatch.setattr("tawatur.ledger.ordering._FEW", few)  # claims are looked at in order, or the few are found
    monkeypatch.setattr(standing, "FEWEST_CLAIMS", 8)
    query = ClaimQuery(where="SY", sources=("sohr",))
    chosen = [
        claim for entry in entries for claim in entry.claims if claim.where == ("SY",) and claim.source == ("sohr",)
    ]
    documents = [entry.document for entry in entries]
    for name, view in VIEWS:
        definition = knowledge.registers[name]
        found = [row for page in pages(ledger, definition, knowledge, view, query=query) for row in page.rows]
        alone = view_of(register(definition, chosen, documents, knowledge), view)
        ids = {claim for row in alone.rows for cell in row.cells for one in cell.readings for claim in one.claims}
        # what repeats a claim that is shown stands beside it, whatever else it says
        beside = [claim for one in entries for claim in one.claims if claim.same_as in ids and claim not in chosen]
        whole = view_of(register(definition, [*chosen, *beside], documents, knowledge), view)
        assert sorted(shown(found), key=str) == sorted(shown(whole.rows), key=str)


def view_of(found, key):
    return next(one for one in found.views if one.key == key)


def test_measures_that_a_register_has_not_leave_it_empty(ledger, knowledge):
    found = from_ledger(ledger, knowledge.registers["strength"], knowledge, query=ClaimQuery(measures=("killed",)))
    assert [len(view.rows) for view in found.views] == [0, 0]


def test_more_claims_of_a_day_than_a_stretch_go_on_and_say_so(ledger_path, claim, document, knowledge, monkeypatch):
    monkeypatch.setattr(standing, "FEWEST_CLAIMS", 10)
    monkeypatch.setattr(standing, "CLAIMS_PER_ROW", 0)
    claims = [claim("strength", 100 + at, of="daesh", when=2024, id=f"a-{at}") for at in range(25)]
    with Ledger.open(ledger_path) as ledger:
        ledger.add(document(), claims)
        found = list(pages(ledger, knowledge.registers["strength"], knowledge, "estimates"))
    assert [[row.continued for row in page.rows] for page in found] == [[True], [True], [False]]
    readings = [one for page in found for row in page.rows for one in row.cell("strength")]
    assert sorted(one.low for one in readings) == list(range(100, 125))


def test_copies_and_renditions_are_one_voice_where_the_ledger_knows(ledger_path, claim, document, knowledge):
    def figure(doc, **fields):
        return claim("strength", 2500, of="daesh", when=2024, doc=doc, id=f"{doc}-1", source=("centcom",), **fields)

    claims = {doc: figure(doc) for doc in "abcd"}
    told = Explanation("", "")

    def finding(kind, docs, **fields):
        cited = tuple(refer(claims[doc]) for doc in docs)
        return Finding(
            id=f"{kind}-1", kind=kind, claims=cited, docs=tuple(docs), weight=0.5, explanation=told, **fields
        )

    with Ledger.open(ledger_path) as ledger:
        for doc in "abcd":
            ledger.add(document(doc), [claims[doc]])
        with ledger.collating() as collating:
            collating.begin_anew("signature")
            known = {doc: number for doc in "abcd" for number in collating.numbers_of([doc])}
            collating.publish(
                [(finding("copy", "ab"), None), (finding("statement", "bc", origin="centcom"), None)], known
            )
        (view,) = from_ledger(ledger, knowledge.registers["strength"], knowledge, view="estimates").views
        ((reading,),) = (row.cell("strength") for row in view.rows)
    assert reading.docs == ("a", "b", "c", "d")
    assert reading.voices == 3  # a; b and c, one statement; d


def test_the_demo_reports_are_registered_by_voice(ledger_path, knowledge):
    path = resources.files("tawatur.demo").joinpath("reports.jsonl")
    with Ledger.open(ledger_path) as ledger:
        ledger.add_many(Entry(found, extract(found, knowledge)) for found in read([str(path)], knowledge=knowledge))
        Standing(ledger, knowledge).bring_up_to_date()
        operations = from_ledger(ledger, knowledge.registers["operations"], knowledge, view="outcomes", limit=500)
    statements = {row.key[0]: row.reports for row in operations.views[0].rows}
    assert any(len(reports) > 2 for reports in statements.values())
    readings = [one for row in operations.views[0].rows for cell in row.cells for one in cell.readings]
    assert any(len(one.docs) > one.voices for one in readings)


@pytest.mark.parametrize(
    "after", ["", "x", "AAAA", "WyIiLDEsLTFd", "é" * 30, "W251bGwsbnVsbCwxMDAwMDAwMDAwMDAwMDAwMDAwMDAwMF0"]
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_place_that_is_none_is_refused(ledger, knowledge, after):
    with pytest.raises(InputError, match="no place"):
        from_ledger(ledger, knowledge.registers["strength"], knowledge, view="estimates", after=after)


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"limit": 0}, "0 rows"),
        ({"limit": 10**30}, "rows"),
        ({"view": "none"}, "no such view"),
        ({"after": "x"}, "without its view"),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_cannot_be_asked_is_refused(ledger, knowledge, asked, problem):
    with pytest.raises(InputError, match=problem):
        from_ledger(ledger, knowledge.registers["strength"], knowledge, **asked)
